import ContactCentre
import Ledger
import Reading
import ScenarioFile
import Simulator
import Testing

/// A night, and ledgers of it and of others.
enum RecordedFixture {
  /// Two channels whose arrivals are these, with more people than handlers; who gives up does not try again.
  static func night(
    _ arrivals: String = "{ perYear: 80000 }", _ others: String = "{ perYear: 150000 }", calendar: String = "",
    outcomes: String = "P1: { share: 0.2 }, resolved: { share: 0.5 }", channel: String = ""
  ) -> String {
    """
    { name: "night", calendar: { start: "2022-07-22T19:00", timeZone: "UTC", warmUp: "2h", \(calendar) },
      channels: {
        "999": { arrivals: \(arrivals), patience: { exponential: { mean: "5m" } }, priority: 1,
          handling: { lognormal: { mean: "6m", cv: 1 } }, wrapUp: { exponential: { mean: "1m" } },
          outcomes: { \(outcomes) } },
        "101": { arrivals: \(others), handling: { exponential: { mean: "5m" } }, \(channel) },
      },
      teams: { desk: { answers: ["999", "101"], staff: { byHour: [\(Array(repeating: "3", count: 24).joined(separator: ","))] } } } }
    """
  }

  /// What happens in a scenario.
  static func events(_ scenario: Scenario, seed: UInt64 = 1) -> [Event] {
    var simulation = Simulation(plan: Plan(scenario), seed: seed, replication: 0)
    var events: [Event] = []
    while simulation.advance({ block in
      for index in block.indices { events.append(block[index]) }
    }) {}
    return events
  }

  /// The ledger of `s.json5` among these files, and what happened in it.
  static func ledger(
    _ files: [String: [UInt8]], isFinished: Bool = true
  ) throws -> (bytes: [UInt8], events: [Event]) {
    let read = try ScenarioReader.read(path: "s.json5", files: MemoryFiles(bytes: files))
    let events = events(read.scenario)
    let named = files.filter { $0.key != "s.json5" }.sorted { $0.key < $1.key }
    let header = LedgerHeader(
      engine: "test", seed: 1, replication: 0, scenario: read.resolvedText,
      files: named.map { LedgerHeader.File(path: $0.key, bytes: $0.value) })
    return (try written(events, header, isFinished: isFinished), events)
  }

  /// The ledger of a text, and what happened in it.
  static func ledger(_ text: String, isFinished: Bool = true) throws -> (bytes: [UInt8], events: [Event]) {
    try ledger(["s.json5": Array(text.utf8)], isFinished: isFinished)
  }

  static func written(_ events: [Event], _ header: LedgerHeader, isFinished: Bool = true) throws -> [UInt8] {
    let storage = MemoryLedgers()
    var writer = try LedgerWriter(
      path: "a", header: header, storage: storage, options: LedgerOptions(eventsInBlock: 256))
    try writer.append(events.span)
    if isFinished { try writer.finish() }
    return storage[isFinished ? "a" : LedgerWriter.unfinishedPath(of: "a")] ?? []
  }

  /// Reads a text beside which a ledger lies. What is read without an error has no faults.
  static func read(
    _ text: String, _ ledger: [UInt8], at path: String = "night.ledger"
  ) throws(ScenarioError) -> ReadScenario {
    let read = try ScenarioReader.read(
      path: "s.json5", files: MemoryFiles(bytes: ["s.json5": Array(text.utf8), path: ledger]))
    #expect(read.scenario.faults() == [])
    return read
  }

  /// Everything said about a text beside which a ledger lies.
  static func problems(_ text: String, _ ledger: [UInt8]) -> [String] {
    do {
      return try read(text, ledger).warnings.map(\.description)
    } catch {
      return error.problems.map(\.description)
    }
  }
}

extension ReadScenario {
  /// What was recorded of a channel; empty if nothing was.
  func rows(_ channel: String) -> [TraceRow] {
    guard case .trace(let rows)? = scenario.channels.first(where: { $0.id == channel })?.arrivals else { return [] }
    return rows
  }
}
