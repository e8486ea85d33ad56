import ContactCentre
import DiscreteEvents
import Metrics
import Testing

/// Short logs whose every figure can be worked out on paper.
@Suite struct HandMadeLogTests {
  /// An hour of warm-up, the 24 hours of 22 July 2022 from 00:00 UTC, an hour of drain.
  static func plan(_ channels: [Channel], teams: [Team] = []) -> Plan {
    let start = Milliseconds(CivilTime(year: 2022, month: 7, day: 22).dayNumber) * .day
    return Plan(
      Scenario(
        name: "by hand", calendar: ScenarioCalendar(start: start, warmUp: .hour, drain: .hour), channels: channels,
        teams: teams))
  }

  /// The first measured instant.
  static let start = Milliseconds.hour
  static let target = Channel.Target(share: 0.9, within: s(10), shortAbandon: s(5))

  @Test func servedCallsAndLostOnes() {
    let plan = Self.plan([channel("999", outcomes: ["P1", "record"], target: Self.target)])
    let t = Self.start + 7 * .hour
    let figures = Figures(
      plan,
      summary(
        of: [
          // Answered at once: talk 100 s, no wrap-up.
          .contactArrived(at: t, contact: 0, channel: 0, cell: 0, index: 0),
          .contactAnswered(at: t, contact: 0, handler: 0, work: 100_000),
          // Waits 10 s: just in time, and just within the first band. Talk 60 s, wrap-up 20 s.
          .contactArrived(at: t + s(1), contact: 1, channel: 0, cell: 0, index: 1),
          .contactQueued(at: t + s(1), contact: 1, patience: Event.endless),
          .contactAnswered(at: t + s(11), contact: 1, handler: 1, work: 60_000),
          // Waits 10.001 s: too late, second band. Still being talked to when the run ends.
          .contactArrived(at: t + s(2), contact: 2, channel: 0, cell: 0, index: 2),
          .contactQueued(at: t + s(2), contact: 2, patience: Event.endless),
          .contactAnswered(at: t + s(12) + 1, contact: 2, handler: 2, work: 60_000),
          .handlingEnded(at: t + s(71), contact: 1, handler: 1, wrapUp: 20_000, outcome: 1),
          .wrapUpEnded(at: t + s(91), contact: 1, handler: 1),
          .handlingEnded(at: t + s(100), contact: 0, handler: 0, wrapUp: 0, outcome: 2),
          // Gives up after 4.999 s (short), 5 s (neither short nor late) and 10.001 s (late), the last in the next hour.
          .contactArrived(at: t + s(200), contact: 3, channel: 0, cell: 0, index: 3),
          .contactQueued(at: t + s(200), contact: 3, patience: 4_999),
          .contactAbandoned(at: t + s(205) - 1, contact: 3, willRedial: false),
          .contactArrived(at: t + s(300), contact: 4, channel: 0, cell: 0, index: 4),
          .contactQueued(at: t + s(300), contact: 4, patience: 5_000),
          .contactAbandoned(at: t + s(305), contact: 4, willRedial: true),
          .redialScheduled(at: t + s(305), contact: 4, channel: 0, delay: 3_295_000),
          .contactRedialled(at: t + s(3_600), contact: 5, channel: 0, previous: 4, attempt: 1),
          .contactQueued(at: t + s(3_600), contact: 5, patience: 10_001),
          .contactAbandoned(at: t + s(3_610) + 1, contact: 5, willRedial: false),
          // Waits 60.001 s: third band. Talk 30 s.
          .contactArrived(at: t + s(4_000), contact: 6, channel: 0, cell: 0, index: 5),
          .contactQueued(at: t + s(4_000), contact: 6, patience: Event.endless),
          .contactAnswered(at: t + s(4_060) + 1, contact: 6, handler: 0, work: 30_000),
          .handlingEnded(at: t + s(4_090) + 1, contact: 6, handler: 0, wrapUp: 0, outcome: 0),
          // Nobody ever comes for this one.
          .contactArrived(at: t + s(4_100), contact: 7, channel: 0, cell: 0, index: 6),
          .contactQueued(at: t + s(4_100), contact: 7, patience: Event.endless),
        ], plan))
    let c = "channels.999."
    #expect(figures[c + "offered"] == 8)
    #expect(figures[c + "contained"] == 0)
    #expect(figures[c + "diverted"] == 0)
    #expect(figures[c + "answered"] == 4)
    #expect(figures[c + "abandoned"] == 3)
    #expect(figures[c + "waitingAtEnd"] == 1)
    #expect(figures[c + "abandonmentRate"] == 3.0 / 8)
    #expect(figures[c + "abandonedAfterThreshold"] == 1.0 / 8)
    #expect(figures[c + "serviceLevel.within"] == 10)
    #expect(figures[c + "serviceLevel.target"] == 0.9)
    #expect(figures[c + "serviceLevel.ofOffered"] == 2.0 / 8)
    #expect(figures[c + "serviceLevel.ofAnswered"] == 2.0 / 4)
    #expect(figures[c + "serviceLevel.ofOfferedLessShortAbandons"] == 2.0 / 7)
    #expect(figures[c + "waitBands.to10"] == 2.0 / 4)
    #expect(figures[c + "waitBands.to60"] == 1.0 / 4)
    #expect(figures[c + "waitBands.over60"] == 1.0 / 4)
    // Waits 0, 10, 10.001 and 60.001 s.
    #expect(figures[c + "speedOfAnswer.mean"] == 20.0005)
    #expect(isClose(figures[c + "speedOfAnswer.median"], 10.0005))
    #expect(isClose(figures[c + "speedOfAnswer.p90"], 10.001 + 0.7 * 50))
    #expect(figures[c + "speedOfAnswer.max"] == 60.001)
    // Handle times 100, 80 and 30 s.
    #expect(figures[c + "handleTime.mean"] == 70)
    #expect(isClose(figures[c + "handleTime.median"], 80))
    #expect(figures[c + "handleTime.max"] == 100)
    #expect(figures[c + "reviewTime.mean"] == nil)
    #expect(figures[c + "outcomes.P1"] == 1)
    #expect(figures[c + "outcomes.record"] == 1)
    #expect(figures[c + "outcomes.other"] == 1)
    #expect(figures[c + "byHour.7.hour"] == 7)
    #expect(figures[c + "byHour.7.offered"] == 5)
    #expect(figures[c + "byHour.7.answered"] == 3)
    #expect(figures[c + "byHour.7.serviceLevel"] == 2.0 / 5)
    #expect(figures[c + "byHour.7.abandonmentRate"] == 2.0 / 5)
    #expect(figures[c + "byHour.7.speedOfAnswer"] == 6.667)
    #expect(figures[c + "byHour.8.offered"] == 3)
    #expect(figures[c + "byHour.8.abandonmentRate"] == 1.0 / 3)
    #expect(figures[c + "byHour.9.offered"] == 0)
    #expect(figures[c + "byHour.9.serviceLevel"] == nil)
    #expect(figures[c + "byDay.0.offered"] == 8)
    #expect(figures[c + "byDay.1.offered"] == nil)
  }

  @Test func bandsHoldWhoeverWaitsJustAsLong() {
    let plan = Self.plan([channel("999")])
    let t = Self.start + 7 * .hour
    let waits = [s(10), s(10) + 1, s(60), s(60) + 1]
    let figures = Figures(
      plan,
      summary(
        of: waits.enumerated().flatMap { number, wait -> [Event] in
          let (contact, arrival) = (UInt32(number), t + s(600 * number))
          return [
            .contactArrived(at: arrival, contact: contact, channel: 0, cell: 0, index: contact),
            .contactAnswered(at: arrival + wait, contact: contact, handler: 0, work: 60_000),
            .handlingEnded(at: arrival + wait + s(60), contact: contact, handler: 0, wrapUp: 0, outcome: 0),
          ]
        }, plan))
    #expect(figures["channels.999.waitBands.to10"] == 1.0 / 4)
    #expect(figures["channels.999.waitBands.to60"] == 2.0 / 4)
    #expect(figures["channels.999.waitBands.over60"] == 1.0 / 4)
  }

  @Test func stagesBeforeTheQueue() {
    let operatorStage = FrontStage(id: "operator", counts: true)
    let menu = FrontStage(id: "menu")
    let plan = Self.plan([
      channel("101", front: [menu, operatorStage], target: Self.target),
      channel("chat", .chat, front: [menu]),
    ])
    let t = Self.start
    let figures = Figures(
      plan,
      summary(
        of: [
          // Menu 30 s (does not count), operator 5 s (counts), queue 4 s: a wait of 9 s.
          .contactArrived(at: t, contact: 0, channel: 0, cell: 0, index: 0),
          .frontStageEntered(at: t, contact: 0, stage: 0, duration: 30_000),
          .frontStageEntered(at: t + s(30), contact: 0, stage: 1, duration: 5_000),
          .frontPassed(at: t + s(35), contact: 0),
          .contactQueued(at: t + s(35), contact: 0, patience: Event.endless),
          .contactAnswered(at: t + s(39), contact: 0, handler: 0, work: 1_000),
          .handlingEnded(at: t + s(40), contact: 0, handler: 0, wrapUp: 0, outcome: 0),
          // Contained by the menu.
          .contactArrived(at: t + s(50), contact: 1, channel: 0, cell: 0, index: 1),
          .frontStageEntered(at: t + s(50), contact: 1, stage: 0, duration: 30_000),
          .contactContained(at: t + s(80), contact: 1, stage: 0),
          // Diverted by the operator to the chat, whose menu takes 20 s; there it waits 3 s.
          .contactArrived(at: t + s(100), contact: 2, channel: 0, cell: 0, index: 2),
          .frontStageEntered(at: t + s(100), contact: 2, stage: 0, duration: 30_000),
          .frontStageEntered(at: t + s(130), contact: 2, stage: 1, duration: 5_000),
          .contactDiverted(at: t + s(135), contact: 2, channel: 1, stage: 1),
          .frontStageEntered(at: t + s(135), contact: 2, stage: 0, duration: 20_000),
          .frontPassed(at: t + s(155), contact: 2),
          .contactQueued(at: t + s(155), contact: 2, patience: Event.endless),
          .contactAnswered(at: t + s(158), contact: 2, handler: 0, work: 1_000),
          .handlingEnded(at: t + s(159), contact: 2, handler: 0, wrapUp: 0, outcome: 0),
          // Gives up after 5 s in the queue, with 5 s at the operator: 10 s, neither short nor late.
          .contactArrived(at: t + s(200), contact: 3, channel: 0, cell: 0, index: 3),
          .frontStageEntered(at: t + s(200), contact: 3, stage: 0, duration: 1_000),
          .frontStageEntered(at: t + s(201), contact: 3, stage: 1, duration: 5_000),
          .frontPassed(at: t + s(206), contact: 3),
          .contactQueued(at: t + s(206), contact: 3, patience: 5_000),
          .contactAbandoned(at: t + s(211), contact: 3, willRedial: false),
          // Still in the menu at the end.
          .contactArrived(at: t + s(300), contact: 4, channel: 0, cell: 0, index: 4),
          .frontStageEntered(at: t + s(300), contact: 4, stage: 0, duration: .max - 1),
        ], plan))
    let c = "channels.101."
    #expect(figures[c + "offered"] == 5)
    #expect(figures[c + "contained"] == 1)
    #expect(figures[c + "diverted"] == 1)
    #expect(figures[c + "answered"] == 1)
    #expect(figures[c + "abandoned"] == 1)
    #expect(figures[c + "waitingAtEnd"] == 1)
    // Of five offered, the one contained and the one diverted needed no answer.
    #expect(figures[c + "abandonmentRate"] == 1.0 / 3)
    #expect(figures[c + "abandonedAfterThreshold"] == 0)
    #expect(figures[c + "serviceLevel.ofOffered"] == 1.0 / 3)
    #expect(figures[c + "serviceLevel.ofOfferedLessShortAbandons"] == 1.0 / 3)
    #expect(figures[c + "speedOfAnswer.mean"] == 9)
    #expect(figures["channels.chat.offered"] == 1)
    #expect(figures["channels.chat.answered"] == 1)
    #expect(figures["channels.chat.speedOfAnswer.mean"] == 3)
    #expect(figures["channels.chat.waitBands.to10"] == 1)
    // No target, no figure that needs one; no outcomes, no counts of them.
    #expect(figures.catalogue.index(of: "channels.chat.serviceLevel.ofOffered") == nil)
    #expect(figures.catalogue.index(of: "channels.chat.abandonedAfterThreshold") == nil)
    #expect(figures.catalogue.index(of: "channels.chat.byHour.0.serviceLevel") == nil)
    #expect(figures.catalogue.index(of: "channels.chat.outcomes.other") == nil)
  }

  @Test func deferredWorkIsReviewed() {
    let plan = Self.plan([channel("report", .deferred)])
    let figures = Figures(
      plan,
      summary(
        of: [
          .contactArrived(at: Self.start, contact: 0, channel: 0, cell: 0, index: 0),
          .contactQueued(at: Self.start, contact: 0, patience: Event.endless),
          .contactAnswered(at: Self.start + 3 * .hour, contact: 0, handler: 0, work: 600_000),
          .handlingEnded(at: Self.start + 3 * .hour + s(600), contact: 0, handler: 0, wrapUp: 60_000, outcome: 0),
          .wrapUpEnded(at: Self.start + 3 * .hour + s(660), contact: 0, handler: 0),
        ], plan))
    #expect(figures["channels.report.speedOfAnswer.mean"] == 10_800)
    #expect(figures["channels.report.reviewTime.mean"] == 11_400)
    #expect(figures["channels.report.reviewTime.max"] == 11_400)
    #expect(figures["channels.report.handleTime.mean"] == 660)
  }

  @Test func onlyTheWindowCounts() {
    let plan = Self.plan([channel("999", target: Self.target)])
    let end = plan.windowEnd
    var events: [Event] = []
    for (number, time) in [Self.start - 1, Self.start, end - 1, end].enumerated() {
      events.append(
        time < end
          ? .contactArrived(at: time, contact: UInt32(number), channel: 0, cell: 0, index: 0)
          : .contactRedialled(at: time, contact: UInt32(number), channel: 0, previous: 9, attempt: 1))
      events.append(.contactAnswered(at: time, contact: UInt32(number), handler: 0, work: 0))
      // What becomes of a contact of the window in the drain counts.
      events.append(.handlingEnded(at: time + s(2), contact: UInt32(number), handler: 0, wrapUp: 0, outcome: 0))
    }
    events.sort { $0.time < $1.time }
    let figures = Figures(plan, summary(of: events, plan))
    #expect(figures["channels.999.offered"] == 2)
    #expect(figures["channels.999.answered"] == 2)
    #expect(figures["channels.999.handleTime.mean"] == 2)
    #expect(figures["channels.999.byHour.0.offered"] == 1)
    #expect(figures["channels.999.byHour.23.offered"] == 1)
  }

  @Test func teamsTimes() {
    let plan = Self.plan(
      [channel("999"), channel("chat", .chat)],
      teams: [team("calls", "999", costPerHour: 20), team("chats", "chat", costPerHour: 10)])
    let t = Self.start
    let hours = UInt32(Milliseconds.hour)
    let figures = Figures(
      plan,
      summary(
        of: [
          // Half an hour before the window, for four hours: three and a half of them count.
          .handlerSignedOn(
            at: t - .hour / 2, duty: 0, handler: 0, team: 0, length: 4 * hours, shift: Event.noShift),
          // In conversation over the window's start: a quarter of an hour of it counts.
          .contactArrived(at: t - s(60), contact: 0, channel: 0, cell: 0, index: 0),
          .contactAnswered(at: t - s(60), contact: 0, handler: 0, work: 960_000),
          // Absent for two hours from the start: rostered, not staffed.
          .handlerAbsent(at: t, duty: 1, team: 0, length: 2 * hours),
          // Two chats at once, one from minute 20 to 40 and one from 30 to 60, wrap-up to 65: 45 minutes busy.
          .handlerSignedOn(at: t, duty: 2, handler: 1, team: 1, length: 2 * hours, shift: 0),
          .handlingEnded(at: t + 15 * .minute, contact: 0, handler: 0, wrapUp: 0, outcome: 0),
          .contactArrived(at: t + 20 * .minute, contact: 1, channel: 1, cell: 0, index: 0),
          .contactAnswered(at: t + 20 * .minute, contact: 1, handler: 1, work: 1),
          .contactArrived(at: t + 30 * .minute, contact: 2, channel: 1, cell: 0, index: 1),
          .contactAnswered(at: t + 30 * .minute, contact: 2, handler: 1, work: 1),
          .handlingEnded(at: t + 40 * .minute, contact: 1, handler: 1, wrapUp: 0, outcome: 0),
          .handlingEnded(at: t + 60 * .minute, contact: 2, handler: 1, wrapUp: 300_000, outcome: 0),
          .wrapUpEnded(at: t + 65 * .minute, contact: 2, handler: 1),
          // Half an hour's break.
          .handlerWentOnBreak(at: t + 70 * .minute, handler: 1, length: hours / 2),
          .handlerReturned(at: t + 100 * .minute, handler: 1),
          // Kept ten minutes beyond the end of the tour.
          .contactArrived(at: t + 115 * .minute, contact: 3, channel: 1, cell: 0, index: 2),
          .contactAnswered(at: t + 115 * .minute, contact: 3, handler: 1, work: 1),
          .handlerFinishingUp(at: t + 120 * .minute, handler: 1, forBreak: false),
          .handlingEnded(at: t + 130 * .minute, contact: 3, handler: 1, wrapUp: 0, outcome: 0),
          .handlerSignedOff(at: t + 130 * .minute, handler: 1),
          .handlerSignedOff(at: t + 210 * .minute, handler: 0),
          // For good, an hour before the window's end, and with a contact in hand for the last half hour.
          .handlerSignedOn(
            at: plan.windowEnd - .hour, duty: 3, handler: 1, team: 1, length: Event.endless, shift: Event.noShift),
          .contactArrived(at: plan.windowEnd - .hour / 2, contact: 4, channel: 1, cell: 0, index: 3),
          .contactAnswered(at: plan.windowEnd - .hour / 2, contact: 4, handler: 1, work: 1),
        ], plan))
    #expect(figures["teams.calls.rosteredHours"] == 5.5)
    #expect(figures["teams.calls.staffedHours"] == 3.5)
    #expect(figures["teams.calls.occupancy"] == 0.25 / 3.5)
    #expect(figures["teams.calls.cost"] == 110)
    #expect(figures["teams.chats.rosteredHours"] == 3)
    // 130 minutes less a break of 30, and the last hour; busy for 45 + 15 + 30 minutes of them.
    #expect(isClose(figures["teams.chats.staffedHours"], 160.0 / 60, within: 1e-15))
    #expect(figures["teams.chats.occupancy"] == 90.0 / 160)
    #expect(figures["teams.chats.cost"] == 30)
    #expect(figures["cost.total"] == 140)
  }

  @Test func anOutcomeNamedOther() {
    let plan = Self.plan([channel("999", outcomes: ["other", "P1"])])
    var events: [Event] = []
    for (number, outcome) in [UInt8(0), 1, 2, 2].enumerated() {
      events += [
        .contactArrived(at: Self.start, contact: UInt32(number), channel: 0, cell: 0, index: 0),
        .contactAnswered(at: Self.start, contact: UInt32(number), handler: 0, work: 0),
        .handlingEnded(at: Self.start, contact: UInt32(number), handler: 0, wrapUp: 0, outcome: outcome),
      ]
    }
    let figures = Figures(plan, summary(of: events, plan))
    #expect(figures["channels.999.outcomes.other"] == 3)
    #expect(figures["channels.999.outcomes.P1"] == 1)
  }

  /// Whether a value read from a histogram is close enough to the true one.
  private func isClose(_ value: Double?, _ expected: Double, within share: Double = 0.001) -> Bool {
    value.map { abs($0 - expected) <= share * expected } ?? false
  }
}
