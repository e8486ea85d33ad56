import Testing
import Watchroom

@testable import WatchroomCommand

/// That figures are compared only where they mean the same, and what is said where they may not.
@Suite struct BaselineMeaningTests {
  private static let other = "\"also\": { metric: \"channels.999.abandonmentRate\", atMost: 1 }"
  private static let night = Fixture.night.replacing(
    "atLeast: 0.1 } }", with: "atLeast: 0.1 }, \(other), \"cheap\": { metric: \"cost.total\", atMost: 9999 } }")

  /// What checking `after` against what was recorded of `before` comes to.
  private func check(
    _ before: String, _ after: String, _ arguments: [String] = [], changed: (String) -> String = { $0 }
  ) throws -> (outcome: Outcome, baseline: String) {
    let folder = try TemporaryFolder(["n.json5": before])
    let command = ["check", folder["n.json5"]]
    let record = watchroom(command + ["--record", folder["b.json"]], files: DiskFiles())
    #expect(record.status == .done, "\(record.errors)")
    let text = changed(try folder.text("b.json"))
    try text.write(toFile: folder["b.json"], atomically: false, encoding: .utf8)
    try after.write(toFile: folder["n.json5"], atomically: false, encoding: .utf8)
    return (watchroom(command + ["--baseline", folder["b.json"]] + arguments, files: DiskFiles()), text)
  }

  @Test(arguments: [("60s", "1 min"), ("5s", "5 s")])
  func aShareWithinAnotherLimitIsNotCompared(limit: String, words: String) throws {
    let changed = Self.night.replacing("within: \"10s\"", with: "within: \"\(limit)\"")
    let (outcome, baseline) = try check(Self.night, changed, ["--format", "json"])
    #expect(outcome.status == .done && !outcome.output.contains("\"isRegression\": true"), "\(outcome.output)")
    #expect(
      outcome.errors.hasSuffix(
        "note: not compared with the baseline: “answered at once”: the limit was 10 s, now \(words) — record it again with "
          + "--record\n"), "\(outcome.errors)")
    #expect(outcome.output.contains("\"reason\": \"the limit was 10 s, now \(words)\""))
    // Only figures that rest on a limit have one.
    #expect(baseline.components(separatedBy: "\"within\": 10").count == 2)
  }

  @Test func whereNothingElseIsExpectedThatIsAnError() throws {
    let changed = Fixture.night.replacing("within: \"10s\"", with: "within: \"60s\"")
    let (outcome, _) = try check(Fixture.night, changed)
    #expect(outcome.status == .inputFileWrong)
    #expect(
      outcome.errors.contains("nothing of this could be compared: “answered at once”: the limit was 10 s, now 1 min"))
  }

  @Test func aBaselineWithoutLimitsIsComparedAsBefore() throws {
    let changed = Fixture.night.replacing("within: \"10s\"", with: "within: \"5s\"")
    let (outcome, baseline) = try check(Fixture.night, changed) { $0.replacing(#/"within": 10,/#, with: "") }
    #expect(!baseline.contains("within"))
    #expect(outcome.status != .inputFileWrong && !outcome.errors.contains("the limit"), "\(outcome.errors)")
  }

  @Test(
    arguments: [
      ("channels.999.serviceLevel.ofAnswered", true), ("channels.999.serviceLevel.ofOfferedLessShortAbandons", true),
      ("channels.999.abandonedAfterThreshold", true), ("channels.999.byHour.12.serviceLevel", true),
      ("channels.999.byDay.0.serviceLevel", true), ("channels.999.byHour.12.offered", false),
      ("channels.999.speedOfAnswer.mean", false), ("teams.contact.occupancy", false),
    ])
  func limitsAreThoseOfWhatRestsOnThem(metric: String, restsOnOne: Bool) throws {
    let night = Fixture.night.replacing(
      "channels.999.serviceLevel.ofOffered\", atLeast: 0.1", with: "\(metric)\", atLeast: -9")
    let (_, baseline) = try check(night, night)
    #expect(baseline.contains("\"within\": 10") == restsOnOne)
  }

  @Test func whatAnotherVersionRecordedIsComparedWithANote() throws {
    func other(_ arguments: [String]) throws -> Outcome {
      try check(Fixture.night, Fixture.night, arguments) { $0.replacing(Engine.name, with: "watchroom 0.0.1") }.outcome
    }
    let outcome = try other([])
    #expect(outcome.status == .done)
    #expect(
      outcome.errors.contains(
        "b.json: note: watchroom 0.0.1 recorded this, and this is \(Engine.name): where figures differ, that may be why"
      ),
      "\(outcome.errors)")
    #expect(try other(["-q"]).errors == "")
    #expect(try check(Fixture.night, Fixture.night).outcome.errors == "")
  }
}
