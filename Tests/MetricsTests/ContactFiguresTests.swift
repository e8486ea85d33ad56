import ContactCentre
import DiscreteEvents
import Metrics
import Testing

/// Deferred work, callbacks, surveys and contacts that come of others, on paper.
@Suite struct ContactFiguresTests {
  /// The window is 24 hours from here, an hour after the first instant of the run, and there is an hour of drain.
  private let start = HandMadeLogTests.start

  @Test func deferredWorkIsInTimeWhenItIsFinishedInTime() {
    let plan = HandMadeLogTests.plan([
      channel("report", .deferred, target: .init(share: 0.9, within: s(3_600)))
    ])
    let t = start + 20 * .hour
    let figures = Figures(
      plan,
      summary(
        of: [
          // Finished 3,600 s after it came, however late it was taken up; the wrap-up does not count.
          .contactArrived(at: t, contact: 0, channel: 0, cell: 0, index: 0),
          .contactAnswered(at: t + s(3_000), contact: 0, handler: 0, work: 600_000),
          .handlingEnded(at: t + s(3_600), contact: 0, handler: 0, wrapUp: 60_000, outcome: 0),
          .wrapUpEnded(at: t + s(3_660), contact: 0, handler: 0),
          // Taken up at once, and a millisecond late.
          .contactArrived(at: t + s(4_000), contact: 1, channel: 0, cell: 0, index: 1),
          .contactAnswered(at: t + s(4_000), contact: 1, handler: 0, work: 3_600_001),
          .handlingEnded(at: t + s(7_600) + 1, contact: 1, handler: 0, wrapUp: 0, outcome: 0),
          // In hand when the run ends: not in time.
          .contactArrived(at: t + s(9_000), contact: 2, channel: 0, cell: 0, index: 2),
          .contactAnswered(at: t + s(9_000), contact: 2, handler: 0, work: 99_000_000),
        ], plan))
    #expect(figures["channels.report.serviceLevel.ofOffered"] == 1.0 / 3)
    #expect(figures["channels.report.serviceLevel.ofAnswered"] == 1.0 / 3)
    #expect(figures["channels.report.reviewTime.mean"] == 3_600.000_5)
    #expect(figures["channels.report.byDay.0.serviceLevel"] == 1.0 / 3)
  }

  @Test func whatIsLeftAtMidnightIsTheBacklog() {
    let plan = HandMadeLogTests.plan([
      channel("report", .deferred), channel("999"),
    ])
    // The only midnight after the start is the end of the window.
    let midnight = start + .day
    let figures = Figures(
      plan,
      summary(
        of: [
          // Of the warm-up: waits 24.5 hours, and after the window.
          .contactArrived(at: start - .hour / 2, contact: 0, channel: 0, cell: 0, index: 0),
          // Finished at midnight: waits, 2 hours. Finished a millisecond before: does not.
          .contactArrived(at: midnight - 2 * .hour, contact: 1, channel: 0, cell: 0, index: 1),
          .contactAnswered(at: midnight - .hour, contact: 1, handler: 0, work: 3_600_000),
          .contactArrived(at: midnight - 2 * .hour, contact: 2, channel: 0, cell: 0, index: 2),
          .contactAnswered(at: midnight - .hour, contact: 2, handler: 1, work: 3_599_999),
          .handlingEnded(at: midnight - 1, contact: 2, handler: 1, wrapUp: 900_000, outcome: 0),
          // Given up before it, and not of a deferred channel.
          .contactArrived(at: midnight - .hour, contact: 3, channel: 0, cell: 0, index: 3),
          .contactAbandoned(at: midnight - 1, contact: 3, willRedial: false),
          .contactArrived(at: midnight - .hour, contact: 4, channel: 1, cell: 0, index: 4),
          .handlingEnded(at: midnight, contact: 1, handler: 0, wrapUp: 0, outcome: 0),
        ], plan))
    #expect(figures["channels.report.backlog.atMidnight"] == 2)
    #expect(figures["channels.report.backlog.age"] == 3_600 * (24.5 + 2) / 2)
    #expect(figures["channels.report.backlog.oldest"] == 24.5 * 3_600)
    #expect(figures["channels.999.backlog.atMidnight"] == nil)
  }

  @Test func callbacksAndSurveysAreCountedWhereTheyWereOffered() {
    var calls = channel("101")
    calls.callback = .init(whenWaiting: 0, accepts: 1)
    calls.survey = .init(sample: 1, replies: 1, satisfied: 1, halfLife: .hour)
    let plan = HandMadeLogTests.plan([calls, channel("999")])
    let t = start + 7 * .hour
    var events: [Event] = []
    func contact(
      _ number: UInt32, at time: Milliseconds, _ callback: CallbackReply, _ survey: SurveyReply
    ) {
      events.append(.contactArrived(at: time, contact: number, channel: 0, cell: 0, index: number))
      events.append(
        callback == .none
          ? .contactQueued(at: time, contact: number, patience: 5_000)
          : .contactQueuedForCallback(at: time, contact: number))
      events.append(
        .contactAnswered(
          at: time + s(4), contact: number, handler: 0, work: 1_000, interrupts: false, survey: survey,
          callback: callback))
    }
    // Not in the window.
    contact(0, at: 0, .reached, .satisfied)
    contact(1, at: t, .none, .notAsked)
    contact(2, at: t, .reached, .satisfied)
    contact(3, at: t, .reached, .silent)
    contact(4, at: t, .unreached, .notAsked)
    contact(5, at: t, .none, .dissatisfied)
    contact(6, at: t, .none, .satisfied)
    events.append(.contactArrived(at: t, contact: 7, channel: 0, cell: 0, index: 7))
    events.append(.contactQueuedForCallback(at: t, contact: 7))
    let figures = Figures(plan, summary(of: events, plan))
    #expect(figures["channels.101.callbacks.asked"] == 4)
    #expect(figures["channels.101.callbacks.reached"] == 2)
    #expect(figures["channels.101.survey.asked"] == 4)
    #expect(figures["channels.101.survey.replied"] == 3)
    #expect(figures["channels.101.survey.satisfied"] == 2.0 / 3)
    // Who is not reached was answered all the same: their turn has come.
    #expect(figures["channels.101.answered"] == 6 && figures["channels.101.waitingAtEnd"] == 1)
    #expect(figures["channels.999.callbacks.asked"] == nil && figures["channels.999.survey.asked"] == nil)
  }

  @Test func whoIsHandedOnOrFollowsIsOfferedThere() {
    let plan = HandMadeLogTests.plan([channel("101"), channel("desk")])
    let t = start + 7 * .hour
    let figures = Figures(
      plan,
      summary(
        of: [
          .contactArrived(at: t, contact: 0, channel: 0, cell: 0, index: 0),
          .contactAnswered(at: t, contact: 0, handler: 0, work: 60_000),
          .contactTransferred(
            at: t + s(60), contact: 1, channel: 1, previous: 0, isWarm: true, briefing: 10_000),
          .contactAnswered(at: t + s(90), contact: 1, handler: 1, work: 70_000),
          .followUpScheduled(at: t + s(100), contact: 0, channel: 1, delay: 1_000, item: 0, rule: 0),
          .handlingEnded(at: t + s(100), contact: 0, handler: 0, wrapUp: 0, outcome: 0),
          .contactFollowedUp(at: t + s(101), contact: 2, channel: 1, previous: 0, item: 0),
          .contactAnswered(at: t + s(161), contact: 2, handler: 0, work: 60_000),
        ], plan))
    #expect(figures["channels.101.offered"] == 1 && figures["channels.desk.offered"] == 2)
    #expect(figures["channels.desk.speedOfAnswer.mean"] == 45)
    // The first handler was busy with it until the briefing was over.
    #expect(figures["channels.101.handleTime.mean"] == 100)
  }
}
