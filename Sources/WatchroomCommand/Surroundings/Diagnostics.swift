import Watchroom

/// Says what is wrong, one line each, on the side of the output that is not results.
struct Diagnostics {
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Reports `problems`; `place` says what to call the place of each.
  func report(_ problems: [Problem], place: (Place) -> String) {
    for problem in problems {
      // The problem's own description, but for what its place is called.
      let said = problem.description.dropFirst("\(problem.place): \(problem.severity.rawValue): ".count)
      line(place(problem.place), problem.severity, String(said))
    }
  }

  /// Reports an error of the command as a whole.
  func report(_ message: String) { line("watchroom", .error, message) }

  private func line(_ place: String, _ severity: Problem.Severity, _ message: String) {
    let tone: Tone = severity == .error ? .bad : .doubtful
    let label = tone.applied(to: "\(severity.rawValue):", coloured: surroundings.errorsAreColoured)
    // There is nowhere left to complain to if this fails; the exit status still tells.
    try? surroundings.errors.write("\(place.printable): \(label) \(message.printable)\n")
  }
}
