import Watchroom

/// A word of the command line as messages cite it: harmless to a terminal, and not too long.
func cited(_ word: String) -> String { "“\(word.fitted(to: 60))”" }

/// A command line that makes no sense.
struct UsageError: Error, Equatable {
  /// What is wrong and, where it can be guessed, what would be right.
  let message: String
  /// The verb it was addressed to, if that much is clear.
  let verb: String?

  /// The one line that says it, and where there is more to read.
  var line: String {
    let help = verb.map { "watchroom \($0) --help" } ?? "watchroom --help"
    return "\(message) (see “\(help)”)"
  }
}
