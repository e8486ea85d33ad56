import Foundation

/// Where the process begins.
@main
struct Main {
  static func main() {
    // A reader who has seen enough (`| head`) must not kill the process; writing to them just fails.
    signal(SIGPIPE, SIG_IGN)
    // Nor must a file that may not grow any more (`ulimit -f`): writing to it fails like on a full disk, and that is said.
    signal(SIGXFSZ, SIG_IGN)
    let surroundings = Surroundings.ofThisProcess()
    let status = withExtendedLifetime(surroundings.interruption.listen(surroundings)) {
      Command.run(Array(CommandLine.arguments.dropFirst()), in: surroundings)
    }
    exit(status.rawValue)
  }
}
