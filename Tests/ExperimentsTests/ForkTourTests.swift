import Testing
import Watchroom

/// Whoever is on duty where a fork begins keeps the tour they signed on for, wherever another plan lays the shift.
@Suite struct ForkTourTests {
  private static let late = "lateness: { constant: \"1m\" }"
  private static let plain = "breaks: [{ after: \"4h\", length: \"1h\" }]"
  private static let covered =
    "breaks: [{ after: \"1h\", length: \"30m\", cover: 2 }, { after: \"5h\", length: \"30m\" }]"

  private func plan(_ start: String, _ length: String, _ breaks: String, _ team: String) throws -> Plan {
    let text = """
      { name: "tours", calendar: { start: "2022-07-22T00:00", days: 1 },
        channels: { "101": { arrivals: { perYear: 200000 }, handling: { exponential: { mean: "5m" } },
          patience: { exponential: { mean: "5m" } } } },
        shifts: { lates: { start: "\(start)", length: "\(length)", \(breaks) } },
        teams: { a: { answers: ["101"], staff: { lates: 3 }, \(team) } } }
      """
    return Plan(try readScenario("s.json5", files: MemoryFiles(["s.json5": text])).scenario)
  }

  private func events(_ plan: Plan) -> [Event] {
    var events: [Event] = []
    var simulation = Simulation(plan: plan, seed: 1, replication: 0)
    while simulation.advance({ block in
      for index in block.indices { events.append(block[index]) }
    }) {}
    return events
  }

  private func reader(_ events: [Event]) throws -> LedgerReader {
    let storage = MemoryLedgers()
    var writer = try LedgerWriter(
      path: "a", header: LedgerHeader(engine: "test", seed: 1, replication: 0, scenario: "{}"), storage: storage)
    try writer.append(events.span)
    try writer.finish()
    return try LedgerReader(path: "a", storage: storage)
  }

  private func breaks(_ events: [Event]) -> [Event] {
    events.filter { $0.time < .day && ($0.kind == .handlerWentOnBreak || $0.kind == .breakPostponed) }
  }

  @Test(
    arguments: [(plain, late), (plain, ""), (covered, ""), (covered, late)],
    [
      (("15:00", "8h"), ("15:00", "9h")), (("15:00", "8h"), ("15:00", "10h")), (("16:00", "9h"), ("16:00", "7h")),
      (("15:00", "8h"), ("23:30", "8h")), (("15:00", "8h"), ("15:30", "8h")),
    ])
  func whoIsOnDutyTakesTheBreaksOfTheirTour(
    rules: (breaks: String, team: String), shifts: (old: (String, String), new: (String, String))
  ) throws {
    let old = try plan(shifts.old.0, shifts.old.1, rules.breaks, rules.team)
    let new = try plan(shifts.new.0, shifts.new.1, rules.breaks, rules.team)
    let recorded = events(old)
    try #require(breaks(recorded).contains { $0.time > 17 * .hour })
    let start: Milliseconds = 17 * .hour
    var forked: [Event] = []
    let fork = try Fork(
      of: reader(recorded), recorded: [RunChapter(plan: old)], by: new, at: start,
      keep: { block throws(LedgerError) in for index in block.indices { forked.append(block[index]) } })
    // Nobody whose tour begins after the fork has a break on the day that is simulated.
    #expect(breaks(forked) == breaks(recorded))
    #expect(fork.isReckonedAlike)

    // The fork's own ledger tells the same, and is made again from its chapters.
    let shared = UInt64(recorded.count { $0.time < start })
    let chapters = [RunChapter(plan: old)].forked(after: shared, by: new)
    let ledger = try reader(forked)
    #expect(try ledger.firstDifference(from: chapters) == nil)
    let world = try ledger.world(at: 19 * .hour + .minute, by: chapters, bySameEngine: true)
    #expect(world.handlers.count == 3)
    // Before and after the run it is as it begins and ends.
    #expect(
      try ledger.world(at: .min, by: chapters, bySameEngine: true)
        == ledger.world(at: 0, by: chapters, bySameEngine: true))
    #expect(
      try ledger.world(at: .max, by: chapters, bySameEngine: true)
        == ledger.world(at: new.end, by: chapters, bySameEngine: true))
  }

  /// Asked of the last of the chapters, and before the ledger is.
  @Test func aPlanThatCannotTakeOverIsRefused() throws {
    let old = try plan("15:00", "8h", Self.plain, "")
    var longer = old.scenario
    longer.calendar.days = 2
    let ledger = try reader([])
    let obstacle = try #require(longer.obstacle(toForking: old.scenario))
    #expect(obstacle.path == "calendar.days")
    let error = #expect(throws: ForkError.self) {
      try Fork(of: ledger, recorded: [RunChapter(plan: old)], by: Plan(longer), at: 12 * .hour)
    }
    #expect(error == .obstacle(obstacle))
    // Of other chapters it might.
    let impossible = try reader(Array(events(old).dropFirst()))
    let other = #expect(throws: ForkError.self) {
      try Fork(of: impossible, recorded: [RunChapter(plan: Plan(longer))], by: Plan(longer), at: 12 * .hour)
    }
    let isImpossible = if case .ledger(.impossible) = other { true } else { false }
    #expect(isImpossible, "\(String(describing: other))")
  }

  @Test func withNothingChangedTheChaptersGoOn() throws {
    let (old, new) = (try plan("15:00", "8h", Self.plain, ""), try plan("18:00", "8h", Self.plain, ""))
    let recorded = events(old)
    var forked: [Event] = []
    _ = try Fork(
      of: reader(recorded), recorded: [RunChapter(plan: old)], by: new, at: 12 * .hour,
      keep: { block throws(LedgerError) in for index in block.indices { forked.append(block[index]) } })
    let chapters = [RunChapter(plan: old)].forked(after: UInt64(recorded.count { $0.time < 12 * .hour }), by: new)
    let ledger = try reader(forked)
    for hour: Milliseconds in [3, 12, 16, 20] {
      let again = try Fork(of: ledger, recorded: chapters, by: nil, at: hour * .hour)
      #expect(again.difference == nil)
      #expect(again.broughtForwardFrom == nil)
    }
    // Changed, the last plan takes over at once.
    let changed = try Fork(of: ledger, recorded: chapters, by: new, at: 3 * .hour)
    #expect(try #require(changed.broughtForwardFrom) >= 12 * .hour)
    #expect(try Fork(of: ledger, recorded: chapters, by: new, at: 13 * .hour).broughtForwardFrom == nil)
  }
}
