import Watchroom

/// A word of the command line as messages cite it: harmless to a terminal, and not too long.
func cited(_ word: String) -> String { "“\(word.fitted(to: 60))”" }

/// One line on the side of the output that is not results.
struct Diagnostic: Sendable {
  /// What kind of news it is.
  enum Kind: String {
    case error, warning, note
  }

  let kind: Kind
  /// What it is about: a file, a place in one, or the command as a whole.
  let subject: String
  let message: String

  /// An error of the command as a whole.
  static func error(_ message: String) -> Diagnostic {
    Diagnostic(kind: .error, subject: "watchroom", message: message)
  }

  /// Something about the file at `path` that is no problem but should not go unseen.
  static func note(_ message: String, about path: String) -> Diagnostic {
    Diagnostic(kind: .note, subject: path, message: message)
  }

  /// The line, coloured if it may be.
  func text(isColoured: Bool) -> String {
    let tone: Tone =
      switch kind {
      case .error: .bad
      case .warning: .doubtful
      case .note: .plain
      }
    let label = tone.applied(to: "\(kind.rawValue):", coloured: isColoured)
    return "\(subject.printable): \(label) \(message.printable)\n"
  }
}

extension Diagnostic {
  /// A problem; `place` says what to call its place.
  init(_ problem: Problem, place: (Place) -> String = \.description) {
    kind =
      switch problem.severity {
      case .error: .error
      case .warning: .warning
      }
    subject = place(problem.place)
    message = problem.sentence
  }
}
