import Watchroom

/// Says what is wrong, one line each, on the side of the output that is not results.
struct Diagnostics {
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Reports `problems`; `place` says what to call the place of each.
  func report(_ problems: [Problem], place: (Place) -> String) {
    for problem in problems { line(place(problem.place), problem.severity, problem.sentence) }
  }

  /// Reports an error of the command as a whole.
  func report(_ message: String) { line("watchroom", .error, message) }

  /// Says something about the file at `path` that is no problem but should not go unseen.
  func note(_ message: String, about path: String) { line(path, "note", .plain, message) }

  private func line(_ place: String, _ severity: Problem.Severity, _ message: String) {
    line(place, severity.rawValue, severity == .error ? .bad : .doubtful, message)
  }

  private func line(_ place: String, _ kind: String, _ tone: Tone, _ message: String) {
    let label = tone.applied(to: "\(kind):", coloured: surroundings.errorsAreColoured)
    // There is nowhere left to complain to if this fails; the exit status still tells.
    try? surroundings.errors.write("\(place.printable): \(label) \(message.printable)\n")
  }
}
