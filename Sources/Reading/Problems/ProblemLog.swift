/// Gathers problems while a scenario is read, so that its author hears of all of them at once.
package final class ProblemLog {
  /// What was noted and is listed, in the order of finding it.
  package private(set) var problems: [Problem] = []
  /// How many errors there were, listed or not.
  package private(set) var errorCount = 0
  private var cause: ScenarioError.Cause = .invalid

  /// Nothing wrong yet.
  package init() {}

  /// Whether there was any error; warnings are none.
  package var hasErrors: Bool { errorCount > 0 }

  /// Whether another problem would be listed, so that it is worth looking for what would be right.
  package var hasRoom: Bool { problems.count < TextLimits.problems }

  /// Notes a problem. Past ``TextLimits/problems`` errors are only counted: nobody reads a thousand lines.
  package func note(_ problem: Problem) {
    if problem.severity == .error { errorCount += 1 }
    if hasRoom { problems.append(problem) }
  }

  /// Notes an error in the content.
  ///
  /// What it says is put together only if it will be listed: there may be as many errors as a file has room for.
  package func error(
    _ place: Place, _ path: @autoclosure () -> ScenarioPath, _ message: @autoclosure () -> String,
    _ remedy: @autoclosure () -> String
  ) {
    guard hasRoom else {
      errorCount += 1
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
  package var thrown: ScenarioError {
    var said = problems
    let omitted = errorCount - said.count(where: { $0.severity == .error })
    if omitted > 0, let last = said.last {
      said.append(
        Problem(
          place: last.place, path: "", message: "\(omitted) more errors are not listed",
          remedy: "put those above right first"))
    }
    return ScenarioError(cause: cause, problems: said)
  }
}
