import Testing
import Watchroom

@testable import Reporting

/// Surges are called by their names, as channels and teams are.
@Suite struct SurgeExportTests {
  private static let plan: Plan = {
    let surges = ["few", "all hands"].map {
      Surge(id: $0, channel: "999", over: 2, lasting: 0, until: 1, teams: ["desk"])
    }
    return Plan(
      Scenario(
        name: "surges", calendar: ScenarioCalendar(start: 1_658_469_600_000),
        channels: [Channel(id: "999", handling: .constant(60)), Channel(id: "101", handling: .constant(60))],
        teams: ["call takers", "desk"].map { Team(id: $0, answers: ["101"], staff: .shifts([])) }, surges: surges))
  }()

  /// The last is of a surge that the scenario does not know.
  private static let events: [Event] = [
    .surgeBegan(at: 0, surge: 1), .surgeBegan(at: 500, surge: 0), .surgeEnded(at: 1_000, surge: 1),
    .surgeBegan(at: 2_000, surge: 2),
  ]

  private static let export = Exported(plan: plan, events: events)

  @Test func tablesAndLogsNameThem() throws {
    let table = rows(try Self.export.csv().events)
    #expect(table.map { $0["surge"] } == ["all hands", "few", "all hands", "2"])
    let lines = try Self.export.ndjson().split(separator: "\n")
    #expect(lines.count { $0.contains("\"surge\":\"all hands\"") } == 2)
  }

  /// An event without an object is left out of what readers make of a log.
  @Test func theyAreObjects() throws {
    let log = try OCELLog(json: Self.export.ocel(.json))
    #expect(try OCELLog(xml: Self.export.ocel(.xml)) == log)
    let beginning = "1970-01-01T00:00:00Z"
    #expect(
      log.objects["surge:1"]
        == OCELLog.Thing(
          type: "surge", attributes: [["name", "all hands", beginning], ["channel", "999", beginning]]))
    #expect(log.objects["surge:2"] == OCELLog.Thing(type: "surge", attributes: [["name", "2", beginning]]))
    #expect(log.objects.count == 3)
    #expect((0..<4).map { log.events["event:\($0)"]?.relations } == [1, 0, 1, 2].map { [["surge:\($0)", "surge"]] })
  }

  @Test func sentencesNameThem() {
    let text = EventText(Self.plan.scenario)
    #expect(
      Self.events.map { text.description(of: $0) } == [
        "teams were borrowed by surge all hands", "teams were borrowed by surge few",
        "the teams borrowed by surge all hands were released", "teams were borrowed by surge number 2",
      ])
  }
}
