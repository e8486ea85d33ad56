import Foundation

/// Where the process begins.
@main
struct Main {
  static func main() {
    StandardStreams.occupy()
    // A reader who has seen enough (`| head`) must not kill the process; writing to them just fails.
    signal(SIGPIPE, SIG_IGN)
    // Nor must a file that may not grow any more (`ulimit -f`): writing to it fails like on a full disk, and that is said.
    signal(SIGXFSZ, SIG_IGN)
    exit(run(CommandLine.arguments, in: .ofThisProcess()).rawValue)
  }

  /// Does what the process was started with, `words`, of which the first is the program's name.
  private static func run(_ words: [String], in surroundings: Surroundings) -> ExitStatus {
    do throws(Ending) {
      let arguments = try Command.arguments(among: words)
      // The answer needs neither threads nor time.
      if Command.isAskedAboutItself(arguments) { return Command.run(arguments, in: surroundings) }
      try Threads.check()
      return withExtendedLifetime(surroundings.interruption.listen(surroundings)) {
        Command.run(arguments, in: surroundings)
      }
    } catch {
      surroundings.say(error)
      return error.status
    }
  }
}
