/// Gathers problems while a scenario is read, so that its author hears of all of them at once.
package final class ProblemLog {
  private var listed: [Problem] = []
  private var errors = Tally()
  private var warnings = Tally()
  private var cause: ScenarioError.Cause = .invalid

  /// How many problems of one severity there were, of which the first are listed: nobody reads a thousand lines.
  private struct Tally {
    var count = 0

    var hasRoom: Bool { count < TextLimits.problems }
    var omitted: Int { max(0, count - TextLimits.problems) }
  }

  /// Nothing wrong yet.
  package init() {}

  /// What was noted, in the order of finding it: of errors and of warnings ``TextLimits/problems`` each, and how many more
  /// there were.
  package var problems: [Problem] {
    guard let last = listed.last else { return [] }
    // Errors last, because they are why nothing came of the reading.
    return listed
      + [
        Self.omission(warnings.omitted, .warning, "warning", "look at those above first", last.place),
        Self.omission(errors.omitted, .error, "error", "put those above right first", last.place),
      ].compactMap(\.self)
  }

  /// How many errors there were, listed or not.
  package var errorCount: Int { errors.count }

  /// Whether there was any error; warnings are none.
  package var hasErrors: Bool { errors.count > 0 }

  /// Whether another error would be listed, so that it is worth looking for what would be right.
  package var hasRoom: Bool { errors.hasRoom }

  /// Notes a problem. Past ``TextLimits/problems`` of its severity they are only counted.
  package func note(_ problem: Problem) {
    let hasRoom: Bool
    switch problem.severity {
    case .error:
      hasRoom = errors.hasRoom
      errors.count += 1
    case .warning:
      hasRoom = warnings.hasRoom
      warnings.count += 1
    }
    if hasRoom { listed.append(problem) }
  }

  /// Notes an error in the content.
  ///
  /// What it says is put together only if it will be listed: there may be as many errors as a file has room for.
  package func error(
    _ place: Place, _ path: @autoclosure () -> ScenarioPath, _ message: @autoclosure () -> String,
    _ remedy: @autoclosure () -> String
  ) {
    guard errors.hasRoom else {
      errors.count += 1
      return
    }
    note(Problem(place: place, path: path().description, message: message(), remedy: remedy()))
  }

  /// Notes what is allowed and probably not meant.
  package func warning(_ place: Place, _ path: ScenarioPath, _ message: String, _ remedy: String) {
    note(Problem(severity: .warning, place: place, path: path.description, message: message, remedy: remedy))
  }

  /// Notes an error that the caller, not the content, is to blame for.
  package func error(cause: ScenarioError.Cause, _ place: Place, _ message: String, _ remedy: String) {
    self.cause = cause
    note(Problem(place: place, path: "", message: message, remedy: remedy))
  }

  /// Stops here if anything was wrong so far.
  package func throwIfErrors() throws(ScenarioError) {
    if hasErrors { throw thrown }
  }

  /// The error that holds what was noted so far.
  package var thrown: ScenarioError { ScenarioError(cause: cause, problems: problems) }

  /// That so many more of what `noun` says were noted than are listed; nil where none were.
  private static func omission(
    _ number: Int, _ severity: Problem.Severity, _ noun: String, _ remedy: String, _ place: Place
  ) -> Problem? {
    guard number > 0 else { return nil }
    let message = number == 1 ? "1 more \(noun) is not listed" : "\(number) more \(noun)s are not listed"
    return Problem(severity: severity, place: place, path: "", message: message, remedy: remedy)
  }
}
