import ContactCentre
import DiscreteEvents
import Metrics
import Testing

/// Figures of interrupted work, overflow and surges, worked out on paper.
@Suite struct RoutingFiguresTests {
  private let t = HandMadeLogTests.start

  @Test func interruptedWorkIsHandledForTheTimeItWasWorkedOn() {
    var call = channel("999")
    call.routing.preempts = ["online"]
    let plan = HandMadeLogTests.plan([call, channel("online", .deferred)], teams: [team("desk", "999", "online")])
    let figures = Figures(
      plan,
      summary(
        of: [
          .handlerSignedOn(at: t, duty: 0, handler: 0, team: 0, length: 1_000_000, shift: Event.noShift),
          .contactArrived(at: t, contact: 0, channel: 1, cell: 0, index: 0),
          .contactAnswered(at: t, contact: 0, handler: 0, work: 100_000),
          .contactArrived(at: t + s(30), contact: 1, channel: 0, cell: 0, index: 0),
          .contactAnswered(at: t + s(30), contact: 1, handler: 0, work: 20_000, interrupts: true),
          .handlingEnded(at: t + s(50), contact: 1, handler: 0, wrapUp: 0, outcome: 0),
          .workResumed(at: t + s(50), contact: 0, handler: 0, interruption: 20_000),
          .handlingEnded(at: t + s(120), contact: 0, handler: 0, wrapUp: 0, outcome: 0),
          .handlerSignedOff(at: t + s(1_000), handler: 0),
        ], plan))
    #expect(figures["channels.online.handleTime.mean"] == 100)
    #expect(figures["channels.online.reviewTime.mean"] == 120)
    #expect(figures["channels.online.interruptions"] == 1)
    #expect(figures["channels.999.interruptions"] == nil)
    #expect(figures["channels.999.handleTime.mean"] == 20)
    #expect(figures["teams.desk.occupancy"] == 0.12)
  }

  @Test func contactsThatOverflowAreCounted() {
    var call = channel("999")
    call.routing.overflow = .init(after: s(30), teams: ["desk"])
    let plan = HandMadeLogTests.plan([call], teams: [team("desk", "999")])
    let figures = Figures(
      plan,
      summary(
        of: [
          .contactArrived(at: t, contact: 0, channel: 0, cell: 0, index: 0),
          .contactQueued(at: t, contact: 0, patience: Event.endless),
          .contactOverflowed(at: t + s(30), contact: 0, channel: 0),
          // Never heard of.
          .contactOverflowed(at: t + s(30), contact: 9, channel: 0),
        ], plan))
    #expect(figures["channels.999.overflowed"] == 1)
  }

  @Test func surgesLastFromTheirBeginningToTheirEndInsideTheWindow() {
    var plan = HandMadeLogTests.plan([channel("999")], teams: [team("desk", "999")])
    var scenario = plan.scenario
    scenario.surges = ["all hands", "later", "never"].map {
      Surge(id: $0, channel: "999", over: 1, lasting: 0, until: 0, teams: ["desk"])
    }
    plan = Plan(scenario)
    let events: [Event] = [
      // From half an hour before the window to half an hour into it: begun before, and so no time of its own.
      .surgeBegan(at: t - 30 * .minute, surge: 0), .surgeEnded(at: t + 30 * .minute, surge: 0),
      .surgeBegan(at: t + 2 * .hour, surge: 0), .surgeEnded(at: t + 3 * .hour, surge: 0),
      // To the end of the run, an hour after the window's.
      .surgeBegan(at: t + 23 * .hour, surge: 1),
      // No such surge.
      .surgeBegan(at: t + 23 * .hour, surge: 7),
    ]
    let once = summary(of: events, plan)
    let figures = Figures(plan, once)
    #expect(figures["surges.all hands.times"] == 1)
    #expect(figures["surges.all hands.hours"] == 1.5)
    #expect(figures["surges.later.hours"] == 1)
    #expect(figures["surges.never.times"] == 0)
    var twice = once
    twice.merge(once)
    #expect(Figures(plan, twice)["surges.all hands.hours"] == 3)
  }

  /// The window holds its first instant and not its last.
  @Test func aSurgeBeginsInTheWindowFromItsFirstInstantOn() {
    var scenario = HandMadeLogTests.plan([channel("999")], teams: [team("desk", "999")]).scenario
    scenario.surges = [Surge(id: "all hands", channel: "999", over: 1, lasting: 0, until: 0, teams: ["desk"])]
    let plan = Plan(scenario)
    func times(_ began: Milliseconds) -> Double? {
      Figures(plan, summary(of: [.surgeBegan(at: began, surge: 0)], plan))["surges.all hands.times"]
    }
    #expect(times(HandMadeLogTests.start - 1) == 0 && times(HandMadeLogTests.start) == 1)
    #expect(times(HandMadeLogTests.start + .day - 1) == 1 && times(HandMadeLogTests.start + .day) == 0)
  }
}
