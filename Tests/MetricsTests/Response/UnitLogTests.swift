import ContactCentre
import DiscreteEvents
import Metrics
import Testing

/// Short logs of units and dispatchers whose every figure can be worked out on paper.
@Suite struct UnitLogTests {
  private let start = HandMadeLogTests.start

  private func figures(_ events: [Event], _ response: Response = response()) -> Figures {
    let plan = HandMadeLogTests.plan(response)
    return Figures(plan, summary(of: events, plan))
  }

  @Test func everythingAUnitDoes() {
    let t = start
    func at(_ minute: Int) -> Milliseconds { t + Milliseconds(minute) * .minute }
    let roster = response(north: rostered((2, from: t, to: t + 10 * .hour)))
    let log: [Event] = [
      // Ten hours: 30 minutes' break, 570 on duty.
      .signedOn(0, at: t, officers: 2, for: 10 * .hour),
      // Assigned for 2 minutes and mobile for 18, at the scene for 60, to custody for 90, paperwork for 30.
      .opened(0, at: at(60)), .assigned(0, to: 0, at: at(60)),
      .unitMobile(at: at(62), unit: 0, incident: 0, journey: 1), .arrived(0, at: 0, at: at(80)),
      .unitWentToCustody(at: at(140), unit: 0, incident: 0, suite: 0, journey: 1, duration: 1),
      .unitBeganPaperwork(at: at(230), unit: 0, incident: 0, duration: 1),
      .unitCleared(at: at(260), unit: 0, incident: 0),
      // On its way for 10 minutes, called away, on its way for 5 more, stood down.
      .opened(1, at: at(270)), .assigned(0, to: 1, at: at(270)),
      .unitMobile(at: at(271), unit: 0, incident: 1, journey: 1),
      .opened(2, at: at(280)), .diverted(0, from: 1, to: 2, at: at(280)),
      .unitMobile(at: at(281), unit: 0, incident: 2, journey: 1),
      .incidentClosed(at: at(285), incident: 2, end: .cancelled),
      .unitStoodDown(at: at(285), unit: 0, incident: 2, handler: Event.noHandler),
      .unitWentOnBreak(at: at(300), unit: 0, length: 1_800_000), .unitReturned(at: at(330), unit: 0),
      .unitSignedOff(at: at(600), unit: 0),
    ]
    let figures = figures(log, roster)
    let north = "hubs.north."
    #expect(figures[north + "unitHours"] == 9.5)
    #expect(figures[north + "utilisation"] == 215.0 / 570)
    #expect(figures[north + "mobile"] == 35.0 / 570)
    #expect(figures[north + "scene"] == 60.0 / 570)
    #expect(figures[north + "custody"] == 90.0 / 570)
    #expect(figures[north + "paperwork"] == 30.0 / 570)
    #expect(figures[north + "free"] == 355.0 / 570)
    #expect(figures[north + "rosteredHours"] == 20 && figures[north + "officerHours"] == 20)
    #expect(figures[north + "overtimeHours"] == 0)
    #expect(figures[north + "attended"] == 1)
    #expect(figures[north + "cost"] == 400)
    let south = "hubs.south."
    #expect(figures[south + "unitHours"] == 0)
    #expect(figures[south + "utilisation"] == nil && figures[south + "free"] == nil)
    #expect(figures[south + "attended"] == 0 && figures[south + "withinTarget"] == nil)
    #expect(figures["cost.total"] == 400)
  }

  @Test func overtime() {
    let t = start
    let log: [Event] = [
      // Two officers kept for an hour and a half beyond their eight.
      .signedOn(0, at: t, officers: 2, for: 8 * .hour), .opened(0, at: t), .assigned(0, to: 0, at: t),
      .arrived(0, at: 0, at: t + .hour),
      // One of two brought in for ten hours, kept for half an hour too.
      .signedOn(1, at: t, hub: 1, officers: 2, onOvertime: 1, for: 10 * .hour),
      .opened(1, at: t), .assigned(1, to: 1, at: t), .arrived(1, at: 1, at: t + .hour),
      .unitCleared(at: t + 19 * .hour / 2, unit: 0, incident: 0), .unitSignedOff(at: t + 19 * .hour / 2, unit: 0),
      .unitCleared(at: t + 21 * .hour / 2, unit: 1, incident: 1), .unitSignedOff(at: t + 21 * .hour / 2, unit: 1),
    ]
    let figures = figures(
      log,
      response(
        north: rostered((2, from: t, to: t + 8 * .hour)), south: rostered((1, from: t, to: t + 10 * .hour))))
    #expect(figures["hubs.north.unitHours"] == 9.5)
    #expect(figures["hubs.north.officerHours"] == 16)
    #expect(figures["hubs.north.overtimeHours"] == 3)
    #expect(figures["hubs.north.cost"] == 380)
    #expect(figures["hubs.south.rosteredHours"] == 10 && figures["hubs.south.officerHours"] == 20)
    #expect(figures["hubs.south.overtimeHours"] == 11)
    #expect(figures["hubs.south.cost"] == 630)
    #expect(figures["cost.total"] == 1_010)
  }

  @Test func onlyTheWindowCounts() {
    let t = start
    let end = t + 24 * .hour
    let plan = HandMadeLogTests.plan(
      response(
        // One tour is over before the window begins, and one begins when it is over.
        north: rostered((2, from: t - .hour / 2, to: t + 7 * .hour / 2), (3, from: t - .hour / 2, to: t)),
        south: rostered(
          (1, from: end - 2 * .hour, to: end + 10 * .hour), (1, from: end - 3 * .hour / 2, to: end - .hour / 2),
          (4, from: end, to: end + .hour))))
    #expect(plan.windowEnd == end)
    let figures = Figures(
      plan,
      summary(
        of: [
          // Half an hour before the window for four hours, mobile over its start: a quarter of an hour of it counts.
          .signedOn(0, at: t - .hour / 2, officers: 2, for: 4 * .hour), .opened(0, at: t - .hour / 4),
          .assigned(0, to: 0, at: t - .hour / 4), .arrived(0, at: 0, at: t + .hour / 4),
          .unitCleared(at: t + .hour / 2, unit: 0, incident: 0), .unitSignedOff(at: t + 7 * .hour / 2, unit: 0),
          // For good, from two hours before the end, at the scene for the last; still there when the run ends.
          .signedOn(1, at: end - 2 * .hour, hub: 1, for: .max), .opened(1, at: end - .hour),
          .assigned(1, to: 1, at: end - .hour), .arrived(1, at: 1, at: end - .hour),
          // A tour over half an hour before the end of the window, and kept into the drain: half an hour of overtime.
          .signedOn(2, at: end - 3 * .hour / 2, hub: 1, for: .hour), .opened(2, at: end - .hour),
          .assigned(2, to: 2, at: end - .hour), .arrived(2, at: 2, at: end - .hour / 2),
        ].sorted { $0.time < $1.time }, plan))
    #expect(figures["hubs.north.unitHours"] == 3.5)
    #expect(figures["hubs.north.rosteredHours"] == 7 && figures["hubs.north.officerHours"] == 7)
    #expect(figures["hubs.north.mobile"] == 0.25 / 3.5)
    #expect(figures["hubs.north.scene"] == 0.25 / 3.5)
    #expect(figures["hubs.north.attended"] == 0)
    #expect(figures["hubs.south.unitHours"] == 3.5)
    #expect(figures["hubs.south.scene"] == 1.5 / 3.5)
    #expect(figures["hubs.south.mobile"] == 0.5 / 3.5)
    #expect(figures["hubs.south.rosteredHours"] == 3 && figures["hubs.south.officerHours"] == 3)
    #expect(figures["hubs.south.overtimeHours"] == 0.5)
    #expect(figures["hubs.south.cost"] == 30 * 3.5)
    #expect(figures["hubs.south.attended"] == 2)
  }

  @Test func aNumberIsUsedAgainAtAnotherHub() {
    let figures = figures([
      .signedOn(300, at: start, for: .hour), .unitSignedOff(at: start + .hour, unit: 300),
      .signedOn(300, at: start + .hour, hub: 1, for: 2 * .hour), .unitSignedOff(at: start + 3 * .hour, unit: 300),
    ])
    #expect(figures["hubs.north.unitHours"] == 1 && figures["hubs.south.unitHours"] == 2)
    #expect(figures["hubs.north.free"] == 1)
  }

  @Test func dispatchersAreATeam() {
    let t = start
    func at(_ minute: Int) -> Milliseconds { t + Milliseconds(minute) * .minute }
    let figures = figures(
      [
        // Position 0 answers calls, position 1 sends units; one dispatcher is absent.
        .handlerSignedOn(at: t, duty: 0, handler: 0, team: 0, length: 7_200_000, shift: Event.noShift),
        .handlerSignedOn(at: t, duty: 1, handler: 1, team: 1, length: 7_200_000, shift: Event.noShift),
        .handlerAbsent(at: t, duty: 2, team: 1, length: 3_600_000),
        .signedOn(0, at: t, for: .max), .opened(0, at: t, grade: 1),
        // Ten minutes for one assignment, five for a diversion; a stretch of nobody's time.
        .assigned(0, to: 0, at: at(10), handler: 1),
        .assignmentEnded(at: at(20), unit: 0, incident: 0, handler: 1), .opened(1, at: at(30)),
        .diverted(0, from: 0, to: 1, at: at(30), handler: 1),
        .assignmentEnded(at: at(35), unit: 0, incident: 1, handler: 1), .arrived(0, at: 1, at: at(40)),
        .handlerWentOnBreak(at: at(60), handler: 1, length: 1_800_000), .handlerReturned(at: at(90), handler: 1),
        .handlerSignedOff(at: at(120), handler: 0), .handlerSignedOff(at: at(120), handler: 1),
      ], response(north: rostered((1, from: t, to: t + 24 * .hour)), dispatchers: desk))
    #expect(figures["dispatchers.rosteredHours"] == 3)
    #expect(figures["dispatchers.staffedHours"] == 1.5)
    #expect(figures["dispatchers.occupancy"] == 0.25 / 1.5)
    #expect(figures["dispatchers.cost"] == 75)
    #expect(figures["teams.calls.occupancy"] == 0 && figures["teams.calls.rosteredHours"] == 2)
    // And a unit of one for 24 hours.
    #expect(figures["cost.total"] == 575)
  }

  /// As of teams: whoever was rostered is paid, and so are those who stand in for them.
  @Test func officersWhoDoNotComeArePaidToo() {
    let t = start
    let plan = HandMadeLogTests.plan(response(north: rostered((3, from: t, to: t + 8 * .hour))))
    // Nobody of three comes; one is brought in.
    let log: [Event] = [
      .signedOn(0, at: t, officers: 1, onOvertime: 1, for: 8 * .hour), .unitSignedOff(at: t + 8 * .hour, unit: 0),
    ]
    let one = summary(of: log, plan)
    let figures = Figures(plan, one)
    #expect(figures["hubs.north.rosteredHours"] == 24 && figures["hubs.north.officerHours"] == 8)
    #expect(figures["hubs.north.overtimeHours"] == 8 && figures["hubs.north.cost"] == 640)
    // Of several runs, all together.
    var both = one
    both.merge(summary(of: [], plan))
    let twice = Figures(plan, both)
    #expect(twice["hubs.north.rosteredHours"] == 48 && twice["hubs.north.cost"] == 1_120)
    #expect(twice["cost.total"] == 1_120)
  }

  /// Whoever decides when a tour begins has rostered it.
  @Test func aPlanThatTakesOverRostersWhatBeginsThen() {
    let t = start
    let early = (from: t, to: t + 8 * .hour)
    let late = (from: t + 8 * .hour, to: t + 16 * .hour)
    func plan(_ officers: Int) -> Plan {
      HandMadeLogTests.plan(
        response(north: rostered((officers, from: early.from, to: early.to), (officers, from: late.from, to: late.to))))
    }
    let (before, after) = (plan(2), plan(5))
    func hours(_ past: FigureCatalogue.Past...) -> Double? {
      let catalogue = FigureCatalogue(plan: after, past: past)
      return catalogue.index(of: "hubs.north.rosteredHours").map { catalogue.value(at: $0, of: summary(of: [], after)) }
    }
    #expect(hours() == 80)
    #expect(hours(.init(plan: before, end: t + 4 * .hour)) == 56)
    #expect(hours(.init(plan: before, end: late.from)) == 56)
    #expect(hours(.init(plan: before, end: late.from + 1)) == 32)
    #expect(hours(.init(plan: before, end: t + .hour), .init(plan: plan(0), end: .max)) == 16)
  }

  @Test func withoutADeskThereAreNoDispatchers() {
    let figures = figures([])
    #expect(!figures.catalogue.figures.contains { $0.name.hasPrefix("dispatchers") })
    #expect(figures["cost.total"] == 0)
  }
}
