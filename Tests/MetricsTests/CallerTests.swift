import ContactCentre
import DiscreteEvents
import Metrics
import Testing

@Suite struct CallerTests {
  private let plan: Plan = {
    var scenario = HandMadeLogTests.plan([channel("999"), channel("101")]).scenario
    scenario.callers = [
      CallerGroup(id: "frequent", channels: [.init(channel: "999", share: 0.5)], callers: 100),
      CallerGroup(id: "rare", channels: [.init(channel: "101", share: 0.5)], callers: 65_536),
    ]
    return Plan(scenario)
  }()
  private let t = HandMadeLogTests.start

  private func arrival(_ time: Milliseconds, _ contact: UInt32, _ caller: RepeatCaller?) -> Event {
    .contactArrived(at: time, contact: contact, channel: 0, cell: 7, index: contact, caller: caller)
  }

  private let ann = RepeatCaller(group: 0, number: 99)
  private let bob = RepeatCaller(group: 0, number: 3)
  private let zoe = RepeatCaller(group: 1, number: .max)

  @Test func whoComesAgainIsOneCaller() {
    let figures = Figures(
      plan,
      summary(
        of: [
          // Before the window: remembered, but not counted.
          arrival(t - s(60), 0, ann), .contactAbandoned(at: t - s(50), contact: 0, willRedial: true),
          .redialScheduled(at: t - s(50), contact: 0, channel: 1, delay: 100_000),
          arrival(t, 1, bob), arrival(t + s(1), 2, nil), arrival(t + s(2), 3, bob),
          // Ann's redial, which is diverted: one contact.
          .contactRedialled(at: t + s(50), contact: 4, channel: 1, previous: 0, attempt: 1),
          .contactDiverted(at: t + s(51), contact: 4, channel: 0, stage: 0),
          arrival(t + s(60), 5, zoe),
          // A redial of somebody who comes once only.
          .contactRedialled(at: t + s(70), contact: 6, channel: 0, previous: 2, attempt: 1),
          // After the window.
          arrival(t + 25 * .hour, 7, bob),
        ], plan))
    #expect(figures["callers.frequent.offered"] == 3)
    #expect(figures["callers.frequent.callers"] == 2)
    #expect(figures["callers.frequent.perCaller"] == 1.5)
    #expect(figures["callers.rare.offered"] == 1 && figures["callers.rare.callers"] == 1)
    #expect(figures["channels.999.offered"] == 6)
  }

  @Test func nobodyMakesNoContactsEach() {
    let figures = Figures(plan, summary(of: [arrival(t, 0, nil)], plan))
    #expect(figures["callers.rare.offered"] == 0 && figures["callers.rare.callers"] == 0)
    #expect(figures["callers.rare.perCaller"] == nil)
  }

  @Test func theRegisterKnowsWhoRingsAgainAndWhoWasHandedOn() {
    var register = CallerRegister()
    #expect(register.follow(arrival(0, 5, ann)) == ann)
    #expect(
      register.follow(
        .incidentOpened(at: 1, incident: 9, contact: 5, grade: 0, latitude: 0, longitude: 0)) == nil)
    #expect(
      register.follow(
        .contactRangAgain(at: 2, contact: 6, channel: 0, incident: 9, attempt: 1, next: Event.endless)) == ann)
    #expect(
      register.follow(
        .contactTransferred(at: 3, contact: 7, channel: 1, previous: 6, isWarm: false, briefing: 0)) == ann)
    #expect(register.follow(.contactFollowedUp(at: 4, contact: 8, channel: 1, previous: 7, item: 0)) == ann)
    #expect(register.follow(.contactRedialled(at: 5, contact: 9, channel: 0, previous: 4, attempt: 1)) == nil)
    #expect(register.follow(.frontPassed(at: 6, contact: 5)) == nil)
  }

  /// What has been pushed out of the register by as many others is forgotten, not mistaken for somebody else.
  @Test func theRegisterForgetsRatherThanMistakes() {
    var register = CallerRegister()
    _ = register.follow(arrival(0, 5, ann))
    _ = register.follow(arrival(1, 5 + UInt32(CallerRegister.size), bob))
    #expect(register.follow(.contactRedialled(at: 2, contact: 6, channel: 0, previous: 5, attempt: 1)) == nil)
    #expect(
      register.follow(
        .contactRedialled(
          at: 3, contact: 7, channel: 0, previous: 5 + UInt32(CallerRegister.size), attempt: 1)) == bob)
  }

  @Test func numbersThatNoScenarioHasAreCountedNowhere() {
    let summary = summary(
      of: [arrival(t, 0, RepeatCaller(group: 7, number: 1)), arrival(t, 1, RepeatCaller(group: 0, number: 500))], plan)
    #expect(summary.callers.allSatisfy { $0.offered == 0 })
  }

  @Test func stagesAreCountedByWhatWasChosen() {
    let menu = FrontStage(
      id: "menu", contains: 0.5, options: [.init(id: "crime", share: 0.5), .init(id: "officer", share: 0.2)])
    let plan = HandMadeLogTests.plan([channel("999", front: [FrontStage(id: "ring"), menu]), channel("101")])
    var events: [Event] = []
    for (contact, option) in [UInt8?.some(0), 1, nil, 0, 250].enumerated() {
      let number = UInt32(contact)
      events += [
        .contactArrived(at: t + s(contact), contact: number, channel: 0, cell: 1, index: number),
        .frontStageEntered(at: t + s(contact), contact: number, stage: 0, duration: 0),
        option.map { .frontStageEntered(at: t + s(contact), contact: number, stage: 1, duration: 0, option: $0) }
          ?? .frontStageEntered(at: t + s(contact), contact: number, stage: 1, duration: 0),
      ]
    }
    events += [
      .contactContained(at: t + s(9), contact: 0, stage: 1), .contactContained(at: t + s(9), contact: 2, stage: 1),
      .contactDiverted(at: t + s(9), contact: 3, channel: 1, stage: 1), .frontPassed(at: t + s(9), contact: 1),
    ]
    let figures = Figures(plan, summary(of: events, plan))
    let path = "channels.999.front."
    func counts(_ name: String) -> [Double?] {
      ["entered", "contained", "diverted"].map { figures[path + name + "." + $0] }
    }
    #expect(counts("ring") == [5, 0, 0])
    // An option that the scenario does not know is none of those it does.
    #expect(counts("menu") == [5, 2, 1])
    #expect(counts("menu.crime") == [2, 1, 1])
    #expect(counts("menu.officer") == [1, 0, 0])
  }
}
