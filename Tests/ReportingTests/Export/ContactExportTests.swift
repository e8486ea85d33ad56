import Testing
import Watchroom

@testable import Reporting

/// Contacts that were handed on, called back, asked, interrupted, and that come of others.
@Suite struct ContactExportTests {
  private static let plan: Plan = {
    let profile = ArrivalProfile(perYear: 1)
    return Plan(
      Scenario(
        name: "contacts", calendar: ScenarioCalendar(start: 1_658_469_600_000),
        channels: [
          Channel(id: "101", arrivals: .profile(profile), handling: .constant(60)),
          Channel(id: "desk", handling: .constant(60)),
        ], teams: [Team(id: "all", answers: ["101", "desk"], staff: .shifts([]))]))
  }()

  private static let events: [Event] = [
    .contactArrived(at: 0, contact: 0, channel: 0, cell: 5, index: 2),
    .contactQueuedForCallback(at: 0, contact: 0),
    .contactAnswered(
      at: 1_000, contact: 0, handler: 0, work: 60_000, interrupts: false, survey: .satisfied, callback: .reached),
    .workResumed(at: 30_000, contact: 0, handler: 0, interruption: 20_000),
    .contactTransferred(at: 90_000, contact: 1, channel: 1, previous: 0, isWarm: true, briefing: 5_000),
    .followUpScheduled(at: 90_000, contact: 0, channel: 0, delay: 3_600_000, item: 0, rule: 0),
    .followUpScheduled(at: 90_000, contact: 0, channel: 0, delay: 100_000_000, item: 1, rule: 1),
    .handlingEnded(at: 95_000, contact: 0, handler: 0, wrapUp: 0, outcome: 0),
    .contactAbandoned(at: 100_000, contact: 1, willRedial: false),
    .contactFollowedUp(at: 3_690_000, contact: 2, channel: 0, previous: 0, item: 0),
    .contactQueuedForCallback(at: 3_690_000, contact: 2),
    .contactAnswered(
      at: 3_700_000, contact: 2, handler: 0, work: 20_000, interrupts: true, callback: .unreached),
    .handlingEnded(at: 3_720_000, contact: 2, handler: 0, wrapUp: 0, outcome: 0),
    .contactArrived(at: 3_800_000, contact: 3, channel: 0, cell: 17, index: 0),
    .contactQueuedForCallback(at: 3_800_000, contact: 3),
  ]

  private static let export = Exported(plan: plan, events: events)

  @Test func theTableOfContactsSaysWhatCameOfWhat() throws {
    let table = rows(try Self.export.csv().contacts)
    func column(_ name: String) -> [String] { table.map { $0[name] ?? "?" } }
    #expect(column("contact") == ["0", "1", "2", "3"])
    #expect(column("follows") == ["", "", "0", ""])
    #expect(column("transferredFrom") == ["", "0", "", ""])
    #expect(column("callback") == ["reached", "", "unreached", "awaited"])
    #expect(column("survey") == ["satisfied", "", "", ""])
    #expect(column("interrupted") == ["20", "", "", ""])
    // The caller is the same one, whoever they are offered as.
    #expect(column("callerCell") == ["5", "5", "5", "17"])
  }

  @Test func objectsAreRelated() throws {
    let lines = try Self.export.ndjson().split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("contact transferred") && $0.contains("\"follows\":0") })
    let ocel = try Self.export.ocel(.json)
    #expect(ocel.contains("handed on from") && ocel.contains("follows from"))
    #expect(ocel.contains("unreached"))
  }

  @Test func eventsAreSaidInWords() {
    let text = EventText(Self.plan.scenario)
    let words = Self.events.map { text.description(of: $0) }
    #expect(words[1] == "contact 0 hung up, to be called back in turn")
    #expect(words[2] == "contact 0 was called back by handler 0, work of 1:00")
    #expect(words[4] == "contact 0 was transferred warm to desk as contact 1")
    #expect(words[5] == "contact 0 will lead to another on 101 in 1:00:00")
    #expect(words[9] == "contact 2 came on 101, following from contact 0")
    #expect(
      words[11] == "contact 2 was called back in vain by handler 0, who left what was in hand, work of 20.0 s")
  }
}
