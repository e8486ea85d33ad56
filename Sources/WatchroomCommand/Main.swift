import Foundation

/// Where the process begins.
@main
struct Main {
  static func main() {
    // A reader who has seen enough (`| head`) must not kill the process; writing to them just fails.
    signal(SIGPIPE, SIG_IGN)
    let status = Command.run(Array(CommandLine.arguments.dropFirst()), in: .ofThisProcess())
    exit(status.rawValue)
  }
}
