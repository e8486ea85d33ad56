import Reading
import Testing

/// How many of many problems are listed, and what is said of the others.
@Suite struct ProblemLogTests {
  private let place = Place(origin: .file("s.json5"), line: 1)

  private func log(errors: Int, warnings: Int) -> ProblemLog {
    let log = ProblemLog()
    for number in 0..<warnings { log.warning(place, ScenarioPath(), "odd \(number)", "look") }
    for number in 0..<errors { log.error(place, ScenarioPath(), "wrong \(number)", "mend it") }
    return log
  }

  /// However many warnings come before it, an error is read.
  @Test func warningsTakeNoRoomFromErrors() {
    let log = log(errors: 1, warnings: 203)
    #expect(log.hasRoom && log.errorCount == 1)
    let problems = log.thrown.problems
    #expect(problems.count == 202 && problems.count { $0.severity == .error } == 1)
    #expect(problems[200].message == "wrong 0")
    #expect(
      problems[201].description == "s.json5:1: warning: 3 more warnings are not listed — look at those above first")
  }

  @Test func whatIsNotListedIsCounted() {
    #expect(log(errors: 200, warnings: 200).problems.count == 400)
    let log = log(errors: 201, warnings: 201)
    #expect(!log.hasRoom && log.errorCount == 201)
    #expect(
      log.problems.suffix(2).map(\.sentence) == [
        "1 more warning is not listed — look at those above first",
        "1 more error is not listed — put those above right first",
      ])
    #expect(ProblemLog().problems.isEmpty)
  }
}
