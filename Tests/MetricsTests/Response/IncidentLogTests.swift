import ContactCentre
import DiscreteEvents
import Metrics
import Testing

/// Short logs of incidents whose every figure can be worked out on paper.
@Suite struct IncidentLogTests {
  private let start = HandMadeLogTests.start

  private func figures(_ events: [Event], _ response: Response = response()) -> Figures {
    let plan = HandMadeLogTests.plan(response)
    return Figures(plan, summary(of: events, plan))
  }

  @Test func everyWayToEnd() {
    let t = start + 7 * .hour
    let figures = figures([
      .signedOn(0, at: start, for: 8 * .hour), .signedOn(1, at: start, hub: 1, for: 8 * .hour),
      // Attended just in time by the north.
      .opened(0, at: t), .assigned(0, to: 0, at: t), .arrived(0, at: 0, at: t + s(900)),
      // A second unit, which changes nothing.
      .assigned(1, to: 0, at: t + s(900)), .arrived(1, at: 0, at: t + s(1_000)),
      .unitCleared(at: t + s(1_100), unit: 1, incident: 0),
      // Attended a millisecond late by the south.
      .opened(1, at: t + s(1_200)), .assigned(1, to: 1, at: t + s(1_200)),
      .unitCleared(at: t + s(1_300), unit: 0, incident: 0),
      .incidentClosed(at: t + s(1_300), incident: 0, end: .attended),
      .arrived(1, at: 1, at: t + s(2_100) + 1),
      // Called off, resolved without deployment, and left over, the last two in the next hour.
      .opened(2, at: t + s(2_200)), .incidentClosed(at: t + s(2_300), incident: 2, end: .cancelled),
      .opened(3, at: t + s(3_600)), .opened(4, at: t + s(3_700)),
      .incidentClosed(at: t + s(3_800), incident: 3, end: .resolved),
    ])
    let p1 = "grades.P1."
    #expect(figures[p1 + "opened"] == 5)
    #expect(figures[p1 + "attended"] == 2)
    #expect(figures[p1 + "attendedShare"] == 2.0 / 5)
    #expect(figures[p1 + "withinTarget"] == 1.0 / 2)
    #expect(figures[p1 + "within"] == 900)
    #expect(figures[p1 + "target"] == 0.9)
    #expect(figures[p1 + "response.mean"] == 900.0005)
    #expect(figures[p1 + "response.max"] == 900.001)
    #expect(figures[p1 + "retainedAtEnd"] == 1)
    #expect(figures[p1 + "cancelled"] == 1)
    #expect(figures[p1 + "resolvedWithoutDeployment"] == 1)
    #expect(figures[p1 + "byHour.7.hour"] == 7)
    #expect(figures[p1 + "byHour.7.opened"] == 3)
    #expect(figures[p1 + "byHour.7.attended"] == 2)
    #expect(figures[p1 + "byHour.7.attendedShare"] == 2.0 / 3)
    #expect(figures[p1 + "byHour.7.withinTarget"] == 1.0 / 2)
    #expect(figures[p1 + "byHour.7.response"] == 900.0005)
    #expect(figures[p1 + "byHour.8.opened"] == 2)
    #expect(figures[p1 + "byHour.8.attendedShare"] == 0)
    #expect(figures[p1 + "byHour.8.withinTarget"] == nil)
    #expect(figures[p1 + "byHour.9.attendedShare"] == nil)
    #expect(figures["grades.P2.opened"] == 0)
    #expect(figures["grades.P2.attendedShare"] == nil)
    #expect(figures["grades.P2.target"] == nil && figures.catalogue.index(of: "grades.P2.target") == nil)
    #expect(figures["hubs.north.attended"] == 1 && figures["hubs.north.withinTarget"] == 1)
    #expect(figures["hubs.south.attended"] == 1 && figures["hubs.south.withinTarget"] == 0)
  }

  @Test func onlyTheFirstArrivalStopsTheClock() {
    let figures = figures([
      .signedOn(0, at: start, for: 8 * .hour), .signedOn(1, at: start, hub: 1, for: 8 * .hour),
      .opened(0, at: start, grade: 1), .assigned(0, to: 0, at: start), .arrived(0, at: 0, at: start + s(600)),
      // Called away from the scene to a graver one, and attended again an hour later.
      .opened(1, at: start + s(700)), .diverted(0, from: 0, to: 1, at: start + s(700)),
      .arrived(0, at: 1, at: start + s(800)),
      .assigned(1, to: 0, at: start + s(4_000)), .arrived(1, at: 0, at: start + s(4_200)),
    ])
    #expect(figures["grades.P2.attended"] == 1)
    #expect(figures["grades.P2.response.max"] == 600)
    #expect(figures["grades.P2.withinTarget"] == 1)
    #expect(figures["grades.P1.response.max"] == 100)
    #expect(figures["hubs.north.attended"] == 2 && figures["hubs.south.attended"] == 0)
  }

  @Test func anIncidentCountsUnderItsLastGrade() {
    let figures = figures([
      .signedOn(0, at: start, hub: 1, for: 8 * .hour),
      // Attended after 20 minutes: late for a P1, in time for the P2 it became.
      .opened(0, at: start), .incidentRegraded(at: start + s(600), incident: 0, grade: 1),
      .assigned(0, to: 0, at: start + s(700)), .arrived(0, at: 0, at: start + s(1_200)),
      // Became a P2 and a P1 again, and was called off.
      .opened(1, at: start), .incidentRegraded(at: start + s(1_300), incident: 1, grade: 1),
      .incidentRegraded(at: start + s(1_400), incident: 1, grade: 0),
      .incidentClosed(at: start + s(1_500), incident: 1, end: .cancelled),
      // Became a P2 and is left over.
      .opened(2, at: start), .incidentRegraded(at: start + s(1_600), incident: 2, grade: 1),
      // Was attended first.
      .opened(3, at: start + s(1_600)), .diverted(0, from: 0, to: 3, at: start + s(1_600)),
      .arrived(0, at: 3, at: start + s(2_600)), .incidentRegraded(at: start + s(2_700), incident: 3, grade: 1),
      .incidentClosed(at: start + s(2_800), incident: 3, end: .attended),
    ])
    #expect(figures["grades.P1.opened"] == 1 && figures["grades.P1.cancelled"] == 1)
    #expect(figures["grades.P1.attended"] == 0 && figures["grades.P1.response.max"] == nil)
    #expect(figures["grades.P2.opened"] == 3 && figures["grades.P2.attended"] == 2)
    #expect(figures["grades.P2.retainedAtEnd"] == 1)
    #expect(figures["grades.P2.withinTarget"] == 1 && figures["grades.P2.response.max"] == 1_200)
    #expect(figures["hubs.south.withinTarget"] == 1)
  }

  @Test func onlyTheWindowCounts() {
    let plan = HandMadeLogTests.plan(response())
    let end = plan.windowEnd
    var events: [Event] = [.signedOn(0, at: 0, for: .max)]
    for (number, time) in [start - 1, start, end - 1, end].enumerated() {
      events += [
        .opened(UInt32(number), at: time), .assigned(0, to: UInt32(number), at: time),
        // What becomes of an incident of the window in the drain counts.
        .arrived(0, at: UInt32(number), at: time + s(2)),
      ]
    }
    events.sort { $0.time < $1.time }
    let figures = Figures(plan, summary(of: events, plan))
    #expect(figures["grades.P1.opened"] == 2)
    #expect(figures["grades.P1.attended"] == 2)
    #expect(figures["grades.P1.response.mean"] == 2)
    #expect(figures["grades.P1.byHour.0.opened"] == 1 && figures["grades.P1.byHour.23.opened"] == 1)
    #expect(figures["hubs.north.attended"] == 2)
  }

  /// A call of 100 s that waited 20 s after 30 s on another channel, so that the clock can start at any of four
  /// moments.
  /// Whoever is handed on has been waiting for the police since they rang, once or twice over.
  @Test(arguments: [(Response.Clock.arrival, 1_300.0), (.answer, 390), (.opened, 300)])
  func theClockOfContactsHandedOn(clock: Response.Clock, seconds: Double) {
    let t = start
    let figures = figures(
      [
        .signedOn(0, at: t, for: 8 * .hour),
        .contactArrived(at: t, contact: 0, channel: 1, cell: 0, index: 0),
        .contactAnswered(at: t + s(10), contact: 0, handler: 0, work: 1),
        .handlingEnded(at: t + s(610), contact: 0, handler: 0, wrapUp: 0, outcome: 0),
        // In the place of the first, of which nothing is known any more.
        .contactTransferred(at: t + s(610), contact: 1_024, channel: 1, previous: 0, isWarm: false, briefing: 0),
        .contactDiverted(at: t + s(620), contact: 1_024, channel: 0, stage: 0),
        .contactAnswered(at: t + s(700), contact: 1_024, handler: 0, work: 1),
        .handlingEnded(at: t + s(800), contact: 1_024, handler: 0, wrapUp: 60_000, outcome: 0),
        .contactTransferred(at: t + s(900), contact: 1_025, channel: 0, previous: 1_024, isWarm: false, briefing: 0),
        .contactAnswered(at: t + s(910), contact: 1_025, handler: 1, work: 1),
        .handlingEnded(at: t + s(1_000), contact: 1_025, handler: 1, wrapUp: 0, outcome: 0),
        .opened(0, at: t + s(1_000), contact: 1_025), .assigned(0, to: 0, at: t + s(1_000)),
        .arrived(0, at: 0, at: t + s(1_300)),
        .wrapUpEnded(at: t + s(1_400), contact: 1_024, handler: 0),
      ], response(clock))
    #expect(figures["grades.P1.response.max"] == seconds)
  }

  /// Whatever has become of the contact when the incident opens from it at last, and however many others came since.
  @Test(arguments: [(Response.Clock.arrival, 7_320.0), (.answer, 7_310), (.opened, 110)])
  func theClockOfWhatOpensLongAfterTheCall(clock: Response.Clock, seconds: Double) {
    let t = start
    var events: [Event] = [
      .signedOn(0, at: t, for: 8 * .hour),
      .contactArrived(at: t, contact: 0, channel: 1, cell: 0, index: 0),
      .contactAnswered(
        at: t + s(10), contact: 0, handler: 0, work: 1, interrupts: false, grade: 0, opensAfter: 7_200_000),
      .handlingEnded(at: t + s(70), contact: 0, handler: 0, wrapUp: 0, outcome: 0),
    ]
    // More answers of which nothing comes than are remembered without being looked through.
    for number in UInt32(1)...3_000 {
      let time = t + s(70) + Milliseconds(number)
      events += [
        .contactArrived(at: time, contact: number, channel: 1, cell: 0, index: number),
        .contactAnswered(
          at: time, contact: number, handler: 0, work: 1, interrupts: false, grade: 1, opensAfter: 100),
        .handlingEnded(at: time, contact: number, handler: 0, wrapUp: 0, outcome: 0),
      ]
    }
    events += [.opened(0, at: t + s(7_210), contact: 0), .arrived(0, at: 0, at: t + s(7_320))]
    #expect(figures(events, response(clock))["grades.P1.response.max"] == seconds)
  }

  /// For how long work was left for other work is no part of the handle time, but whoever called goes on waiting.
  @Test(arguments: [(Response.Clock.arrival, 400.0), (.answer, 390), (.opened, 100)])
  func theClockRunsOnWhileWorkIsLeft(clock: Response.Clock, seconds: Double) {
    let t = start
    let figures = figures(
      [
        .signedOn(0, at: t, for: 8 * .hour),
        .contactArrived(at: t, contact: 0, channel: 1, cell: 0, index: 0),
        .contactAnswered(at: t + s(10), contact: 0, handler: 0, work: 1),
        .workResumed(at: t + s(110), contact: 0, handler: 0, interruption: 60_000),
        .workResumed(at: t + s(210), contact: 0, handler: 0, interruption: 30_000),
        .handlingEnded(at: t + s(300), contact: 0, handler: 0, wrapUp: 0, outcome: 0),
        .opened(0, at: t + s(300), contact: 0), .arrived(0, at: 0, at: t + s(400)),
      ], response(clock))
    #expect(figures["grades.P1.response.max"] == seconds)
    #expect(figures["channels.chat.handleTime.max"] == 200)
  }

  /// A channel the scenario does not have is none that anybody is handed on to; of whom nothing is known before, the
  /// clock starts at the transfer.
  @Test func handedOnFromAndToTheUnknown() {
    let t = start
    let figures = figures(
      [
        .signedOn(0, at: t, for: 8 * .hour),
        .contactTransferred(at: t, contact: 7, channel: 9, previous: 3, isWarm: false, briefing: 0),
        .contactTransferred(at: t, contact: 8, channel: 0, previous: 3, isWarm: false, briefing: 0),
        .contactAnswered(at: t + s(100), contact: 8, handler: 0, work: 1),
        .handlingEnded(at: t + s(200), contact: 8, handler: 0, wrapUp: 0, outcome: 0),
        .opened(0, at: t + s(200), contact: 8), .arrived(0, at: 0, at: t + s(300)),
        .opened(1, at: t + s(200), grade: 1, contact: 7), .arrived(0, at: 1, at: t + s(400)),
      ], response(.arrival))
    #expect(figures["grades.P1.response.max"] == 300)
    #expect(figures["grades.P2.response.max"] == 200)
    #expect(figures["channels.999.offered"] == 1)
  }

  @Test(arguments: [
    (Response.Clock.arrival, 450.0, 450.0, 300.0), (.answer, 400, 400, 300), (.opened, 300, 300, 300),
  ])
  func theClockStartsWhereTheScenarioSays(clock: Response.Clock, first: Double, wrappedUp: Double, logged: Double) {
    let t = start
    let figures = figures(
      [
        .signedOn(0, at: t, for: 8 * .hour), .signedOn(1, at: t, hub: 1, for: 8 * .hour),
        // Diverted, twice, and no wrap-up.
        .contactArrived(at: t, contact: 0, channel: 1, cell: 0, index: 0),
        .contactDiverted(at: t + s(10), contact: 0, channel: 1, stage: 0),
        .contactDiverted(at: t + s(30), contact: 0, channel: 0, stage: 0),
        .contactAnswered(at: t + s(50), contact: 0, handler: 0, work: 1),
        .handlingEnded(at: t + s(150), contact: 0, handler: 0, wrapUp: 0, outcome: 0),
        .opened(0, at: t + s(150), contact: 0), .assigned(0, to: 0, at: t + s(150)),
        .arrived(0, at: 0, at: t + s(450)),
        // The same again with a wrap-up, and as somebody who rang again.
        .contactRedialled(at: t + s(1_000), contact: 1, channel: 1, previous: 9, attempt: 1),
        .contactDiverted(at: t + s(1_030), contact: 1, channel: 0, stage: 0),
        .contactAnswered(at: t + s(1_050), contact: 1, handler: 0, work: 1),
        .handlingEnded(at: t + s(1_150), contact: 1, handler: 0, wrapUp: 60_000, outcome: 0),
        .opened(1, at: t + s(1_150), grade: 1, contact: 1), .assigned(1, to: 1, at: t + s(1_150)),
        .wrapUpEnded(at: t + s(1_210), contact: 1, handler: 0), .arrived(1, at: 1, at: t + s(1_450)),
      ], response(clock))
    #expect(figures["grades.P1.response.max"] == first)
    #expect(figures["grades.P2.response.max"] == wrappedUp)
    let log = self.figures(
      [
        .signedOn(0, at: t, for: 8 * .hour), .incidentLogged(at: t, incident: 0, source: 0, cell: 0, index: 0),
        .opened(0, at: t), .assigned(0, to: 0, at: t), .arrived(0, at: 0, at: t + s(300)),
      ], response(clock))
    #expect(log["grades.P1.response.max"] == logged)
  }

  /// The first offer of a contact that was diverted survives that thousands come and go before its incident opens.
  @Test func firstOffersAreKept() {
    var events: [Event] = [
      .contactArrived(at: start, contact: 0, channel: 1, cell: 0, index: 0),
      .contactDiverted(at: start + s(30), contact: 0, channel: 0, stage: 0),
    ]
    for number in UInt32(1)...3_000 {
      events.append(.contactArrived(at: start + s(40), contact: number, channel: 0, cell: 0, index: number))
      events.append(.contactAbandoned(at: start + s(40), contact: number, willRedial: false))
    }
    events += [
      .contactAnswered(at: start + s(50), contact: 0, handler: 0, work: 1),
      .handlingEnded(at: start + s(150), contact: 0, handler: 0, wrapUp: 0, outcome: 0),
      .opened(0, at: start + s(150), contact: 0), .arrived(0, at: 0, at: start + s(450)),
    ]
    #expect(figures(events, response(.arrival))["grades.P1.response.max"] == 450)
  }

  @Test func whoRingsAgainIsOffered() {
    let figures = figures([
      .opened(0, at: start),
      .contactRangAgain(at: start + s(900), contact: 7, channel: 0, incident: 0, attempt: 1, next: Event.endless),
      .contactQueued(at: start + s(900), contact: 7, patience: Event.endless),
      .contactAnswered(at: start + s(905), contact: 7, handler: 0, work: 60_000),
      .handlingEnded(at: start + s(965), contact: 7, handler: 0, wrapUp: 0, outcome: 0),
    ])
    #expect(figures["channels.999.offered"] == 1)
    #expect(figures["channels.999.answered"] == 1)
    #expect(figures["channels.999.speedOfAnswer.mean"] == 5)
    #expect(figures["grades.P1.opened"] == 1)
  }

  /// Nobody is late before the hour that was agreed: the clock of an appointment starts then.
  @Test func theClockOfAnAppointmentStartsAtItsHour() {
    let figures = figures([
      .signedOn(0, at: start, for: 20 * .hour), .opened(0, at: start, grade: 1),
      .incidentAssessed(
        at: start, incident: 0, units: 1, reason: .attended, withdrawal: Event.endless, regrade: Event.endless,
        ring: Event.endless),
      .appointmentMade(at: start, incident: 0, delay: 7_200_000),
      .appointmentCame(at: start + 2 * .hour, incident: 0), .assigned(0, to: 0, at: start + 2 * .hour),
      .arrived(0, at: 0, at: start + 2 * .hour + s(60)),
    ])
    #expect(figures["grades.P2.response.max"] == 60)
    #expect(figures["grades.P2.withinTarget"] == 1)
  }
}
