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
    // What follows, or is handed on, the caller has not made.
    let log = try OCELLog(json: ocel)
    let caller = "caller:0:5:2"
    #expect(log.objects["contact:0"]?.relations == [[caller, "made by"]])
    #expect(log.objects["contact:1"]?.relations == [[caller, "concerns"], ["contact:0", "handed on from"]])
    #expect(log.objects["contact:2"]?.relations == [[caller, "concerns"], ["contact:0", "follows from"]])
  }

  /// Whoever waits to be called back is so from then on, and has picked up from another moment on.
  @Test func whatBecomesOfAContactIsDated() throws {
    let log = try OCELLog(json: Self.export.ocel(.json))
    func dates(_ contact: String, _ name: String) -> [[String]]? {
      log.objects[contact]?.attributes.filter { $0[0] == name }.map { Array($0.dropFirst()) }
    }
    #expect(
      dates("contact:0", "callback") == [
        ["awaited", "2022-07-22T06:00:00.000+00:00"], ["reached", "2022-07-22T06:00:01.000+00:00"],
      ])
    // Nobody is asked before the conversation is over.
    #expect(dates("contact:0", "survey") == [["satisfied", "2022-07-22T06:01:35.000+00:00"]])
    #expect(dates("contact:0", "interrupted") == [["20", "2022-07-22T06:00:30.000+00:00"]])
    #expect(dates("contact:3", "callback") == [["awaited", "2022-07-22T07:03:20.000+00:00"]])
    #expect(dates("contact:3", "end") == [])
  }

  /// A caller rings again about an incident, redials, is handed on and called back with news: only the first two are rings.
  @Test func onlyWhoeverRingsAgainRangAgain() throws {
    let events: [Event] = [
      .incidentLogged(at: 0, incident: 7, source: 0, cell: 0, index: 0),
      .contactRangAgain(at: 1_000, contact: 0, channel: 0, incident: 7, attempt: 1, next: Event.endless),
      .contactQueued(at: 1_000, contact: 0, patience: 1_000),
      .contactAbandoned(at: 2_000, contact: 0, willRedial: true),
      .redialScheduled(at: 2_000, contact: 0, channel: 0, delay: 1_000),
      .contactRedialled(at: 3_000, contact: 1, channel: 0, previous: 0, attempt: 1),
      .contactAnswered(at: 3_000, contact: 1, handler: 0, work: 1_000),
      .contactTransferred(at: 4_000, contact: 2, channel: 1, previous: 1, isWarm: false, briefing: 0),
      .followUpScheduled(at: 4_000, contact: 1, channel: 0, delay: 1_000, item: 0, rule: 0),
      .handlingEnded(at: 4_000, contact: 1, handler: 0, wrapUp: 0, outcome: 0),
      .contactFollowedUp(at: 5_000, contact: 3, channel: 0, previous: 1, item: 0),
    ]
    let export = Exported(plan: Self.plan, events: events)
    let table = rows(try export.csv().contacts).sorted { $0["contact"] ?? "" < $1["contact"] ?? "" }
    #expect(table.map { $0["rangAbout"] } == ["7", "7", "", ""])
    let log = try OCELLog(json: export.ocel(.json))
    for contact in 0..<4 {
      #expect(log.objects["contact:\(contact)"]?.relations.contains(["incident:7", "about"]) == true)
    }
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

  /// A channel whose one stage counts as waiting and sends some on to the other, which sends some back; and callers who are
  /// known.
  private static let circle: Plan = {
    let arrivals = Arrivals.profile(ArrivalProfile(perYear: 1))
    func front(_ other: String) -> [FrontStage] {
      [FrontStage(id: "ring", divertsTo: [.init(to: other, share: 0.1)], counts: true)]
    }
    return Plan(
      Scenario(
        name: "circle", calendar: ScenarioCalendar(start: 1_658_469_600_000),
        channels: [
          Channel(id: "101", arrivals: arrivals, front: front("desk"), handling: .constant(60)),
          Channel(id: "desk", front: front("101"), handling: .constant(60)),
        ], teams: [Team(id: "all", answers: ["101", "desk"], staff: .shifts([]))]))
  }()

  /// Time before a diversion is no part of the wait after it, and a stage entered twice took as long as both times.
  @Test func whoComesRoundAgainWaitsAnew() throws {
    let events: [Event] = [
      .contactArrived(at: 0, contact: 0, channel: 0, cell: 5, index: 2),
      .frontStageEntered(at: 0, contact: 0, stage: 0, duration: 4_000),
      .contactDiverted(at: 4_000, contact: 0, channel: 1, stage: 0),
      .frontStageEntered(at: 4_000, contact: 0, stage: 0, duration: 2_000),
      .contactDiverted(at: 6_000, contact: 0, channel: 0, stage: 0),
      .frontStageEntered(at: 6_000, contact: 0, stage: 0, duration: 1_500),
      .frontPassed(at: 7_500, contact: 0),
      .contactQueued(at: 7_500, contact: 0, patience: Event.endless),
      .contactAnswered(at: 10_500, contact: 0, handler: 0, work: 60_000),
    ]
    let contact = try #require(rows(try Exported(plan: Self.circle, events: events).csv().contacts).first)
    #expect(contact["front.101.ring"] == "5.5" && contact["front.desk.ring"] == "2")
    #expect(contact["wait"] == "4.5" && contact["divertedTo"] == "101")
  }

  /// Of somebody known, the calls before are those that they made: not what a call was handed on as, nor what came of it.
  @Test func onlyCallsSomebodyMakesCountAsCallsBefore() throws {
    var scenario = Self.plan.scenario
    scenario.callers = [CallerGroup(id: "frequent", channels: [], callers: 5)]
    let ann = RepeatCaller(group: 0, number: 3)
    let events: [Event] = [
      .contactArrived(at: 0, contact: 0, channel: 0, cell: 5, index: 2, caller: ann),
      .contactAnswered(at: 1_000, contact: 0, handler: 0, work: 60_000),
      .contactTransferred(at: 61_000, contact: 1, channel: 1, previous: 0, isWarm: false, briefing: 0),
      .followUpScheduled(at: 61_000, contact: 0, channel: 0, delay: 60_000, item: 0, rule: 0),
      .handlingEnded(at: 61_000, contact: 0, handler: 0, wrapUp: 0, outcome: 0),
      .contactFollowedUp(at: 121_000, contact: 2, channel: 0, previous: 0, item: 0),
      .contactArrived(at: 200_000, contact: 3, channel: 0, cell: 6, index: 0, caller: ann),
    ]
    let table = rows(try Exported(plan: Plan(scenario), events: events).csv().contacts)
    let before = Dictionary(uniqueKeysWithValues: table.map { ($0["contact"] ?? "", $0["contactsBefore"] ?? "") })
    #expect(before == ["0": "0", "1": "1", "2": "1", "3": "1"])
  }
}
