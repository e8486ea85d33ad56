import Testing
import Watchroom

/// Runs that are kept in a ledger, and opened again from it alone.
@Suite struct RecordedRunTests {
  private static let text = """
    { calendar: { start: "2022-07-22T00:00", days: 1 },
      channels: { "101": { arrivals: { perYear: 200000 }, handling: { exponential: { mean: "5m" } },
        patience: { exponential: { mean: "5m" } } } },
      teams: { a: { answers: ["101"], staff: { csv: "roster.csv" } } } }
    """
  private static let roster = """
    handler,start,end
    ann,2022-07-22T00:00,2022-07-23T00:00
    ben,2022-07-22T00:00,2022-07-23T00:00

    """
  private let storage = MemoryLedgers()
  private let nowhere = MemoryFiles([:])

  private func record(at path: String, seed: UInt64 = 1, replication: Int = 0) throws -> ExperimentResult? {
    let files = MemoryFiles(["night.json5": Self.text, "roster.csv": Self.roster])
    return try ExperimentResult.recording(
      try readScenario("night.json5", files: files), seed: seed, replication: replication,
      command: ["watchroom", "run"], at: path, storage: storage)
  }

  private func open(_ path: String, files: MemoryFiles? = nil) throws -> RecordedRun {
    try RecordedRun(LedgerReader(path: path, storage: storage), files: files ?? nowhere)
  }

  @Test func aRunIsOpenedFromItsLedgerAlone() throws {
    let kept = try #require(try record(at: "a", seed: 7, replication: 3))
    let run = try open("a")
    #expect(run.reader.header.seed == 7 && run.reader.header.replication == 3 && run.isOfThisEngine)
    #expect(run.read.scenario.name == "night" && run.plan.scenario == run.read.scenario && run.chapters.count == 1)
    #expect(try ExperimentResult(run.reader, chapters: run.chapters).digest == kept.digest)
    // It would not, were it of another seed or replication than its header says.
    #expect(try run.reader.firstDifference(from: run.chapters) == nil)
    // The name, which was that of the file, is in the ledger's text, and so the digest of that is another.
    #expect(run.provenance().scenarioDigest == run.reader.header.scenarioDigest)
    #expect(run.provenance().command == ["watchroom", "run"] && run.provenance().scenarioDigest != run.read.digest)
  }

  @Test func aForkOfAForkHasThreeChapters() throws {
    _ = try record(at: "a")
    for (old, new, hour) in [("a", "b", Milliseconds(12)), ("b", "c", 18)] {
      let overlay = MemoryFiles([
        "more.json5": "{ channels: { '101': { handling: { exponential: null, constant: '\(hour)m' } } } }"
      ])
      let run = try open(old, files: overlay)
      let read = try run.scenario(overlays: ["more.json5"])
      let shared = try Fork.events(of: run.reader, before: hour * .hour)
      var writer = try LedgerWriter(path: new, header: run.header(ofForkBy: read, after: shared), storage: storage)
      _ = try Fork(of: run.reader, recorded: run.chapters, by: Plan(read.scenario), at: hour * .hour) {
        events throws(LedgerError) in
        try writer.append(events)
      }
      try writer.finish()
    }
    let run = try open("c")
    #expect(run.chapters.count == 3 && run.plan.scenario.channels[0].handling == .constant(18 * 60))
    #expect(try run.reader.firstDifference(from: run.chapters) == nil)
    // Forked before its last plan decided, and with nothing changed, it is a fork of what that one was.
    #expect(run.header(ofForkBy: nil, after: 0).origin == run.reader.header.origin)
    #expect(run.header(ofForkBy: nil, after: .max).origin?.header == run.reader.header)
  }

  /// Whoever follows a chapter's events asks nothing of them that the chapter's own plan decided: so one plan must be able to
  /// follow the other.
  @Test func chaptersThatCannotFollowOneAnotherAreRefused() throws {
    let files = MemoryFiles(["night.json5": Self.text, "roster.csv": Self.roster])
    let night = LedgerHeader(try readScenario("night.json5", files: files), seed: 1)
    let first = "channels: { first: { arrivals: { perYear: 1 }, handling: { constant: 1 } },"
    let other = MemoryFiles([
      "other.json5": Self.text.replacing("channels: {", with: first), "roster.csv": Self.roster,
    ])
    var fork = LedgerHeader(try readScenario("other.json5", files: other), seed: 1)
    fork.origin = .init(header: night, events: 10)
    try LedgerWriter(path: "a", header: fork, storage: storage).finish()
    #expect {
      try open("a")
    } throws: { error in
      (error as? ScenarioError)?.problems.first?.message.hasPrefix("this cannot have taken over from what") == true
    }
  }

  /// Each fork holds all that it was forked from.
  @Test func forksOfTooManyForksAreRefused() throws {
    let files = MemoryFiles(["night.json5": Self.text, "roster.csv": Self.roster])
    let night = LedgerHeader(try readScenario("night.json5", files: files), seed: 1)
    for (forks, isRead) in [(64, true), (65, false)] {
      let header = (0..<forks).reduce(night) { header, number in
        var fork = night
        fork.origin = .init(header: header, events: UInt64(number + 1))
        return fork
      }
      try LedgerWriter(path: "\(forks)", header: header, storage: storage).finish()
      if isRead {
        #expect(try open("\(forks)").chapters.count == forks + 1)
      } else {
        #expect(throws: ScenarioError.self) { try open("\(forks)") }
      }
    }
  }

  @Test func whatIsWrongWithAScenarioInALedgerIsSaid() throws {
    let header = LedgerHeader(engine: "other", seed: 1, replication: 0, scenario: "{ channels: 5 }")
    try LedgerWriter(path: "a", header: header, storage: storage).finish()
    #expect {
      try open("a")
    } throws: { error in
      (error as? ScenarioError)?.problems.first?.place.description.hasPrefix("a/scenario") == true
    }
    #expect(throws: LedgerError.storage(path: "b", StorageFault(.open, .missing))) { try open("b") }
  }

  @Test func aLedgerIsReadByManyTasksAtATime() async throws {
    let kept = try #require(try record(at: "a"))
    let run = try open("a")
    let digests = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 {
        group.addTask { try ExperimentResult(run.reader, chapters: run.chapters).digest }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(digests == Array(repeating: kept.digest, count: 4))
  }

  @Test func aZoneIsNamedInCode() throws {
    let start = ZoneRules.utc.instant(of: CivilTime(year: 2022, month: 7, day: 22))
    let zone = try #require(ZoneRules.named("Europe/London", from: start, to: start + .week))
    #expect(zone.instant(of: CivilTime(year: 2022, month: 7, day: 22)) == start - .hour)
    #expect(ZoneRules.named("Europe/Londn", from: 0, to: 0) == nil)
  }
}
