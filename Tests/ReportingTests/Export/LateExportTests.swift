import Testing
import Watchroom

@testable import Export
@testable import Reporting

/// Somebody who comes late is no absence, in no format.
@Suite struct LateExportTests {
  private static let plan = Plan(
    Scenario(
      name: "late", calendar: ScenarioCalendar(start: 1_658_469_600_000), channels: [],
      teams: [Team(id: "contact", answers: [], staff: .shifts([]))]))

  private static let events: [Event] = [
    .handlerAbsent(at: 0, duty: 0, team: 0, length: 28_800_000),
    .handlerAbsent(at: 0, duty: 1, team: 0, length: 600_000, isLate: true),
  ]

  private static let export = Exported(plan: plan, events: events)

  @Test func tablesAndObjectsTellThemApart() throws {
    let table = rows(try Self.export.csv().events)
    #expect(table.map { $0["kind"] } == ["handler absent", "handler late"])
    #expect(table.map { $0["late"] } == ["", "true"])
    let lines = try Self.export.ndjson().split(separator: "\n")
    #expect(lines[0].hasSuffix(#""kind":"handler absent","duty":0,"team":"contact","lasts":28800}"#))
    #expect(lines[1].hasSuffix(#""kind":"handler late","duty":1,"team":"contact","lasts":600,"late":true}"#))
  }

  @Test func objectCentricLogsTellThemApart() throws {
    let log = try OCELLog(json: Self.export.ocel(.json))
    #expect(log.events["event:0"]?.type == "handler absent" && log.events["event:1"]?.type == "handler late")
    #expect(log.events["event:1"]?.relations == [["handler:1", "handler"]])
    #expect(log.eventTypes["handler late"]?.contains(["late", "boolean"]) == true)
    #expect(log.eventTypes["handler absent"]?.contains(["late", "boolean"]) == false)
    #expect(try OCELLog(xml: Self.export.ocel(.xml)) == log)
  }

  @Test func sentencesTellThemApart() {
    let text = EventText(Self.plan.scenario)
    #expect(
      Self.events.map { text.description(of: $0) } == [
        "a handler of contact, rostered for 8:00:00, did not turn up (duty 0)",
        "a handler of contact was 10:00 late (duty 1)",
      ])
  }
}
