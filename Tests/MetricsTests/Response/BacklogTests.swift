import ContactCentre
import DiscreteEvents
import Metrics
import Testing

/// What waits at the midnights that end the days of the window.
@Suite struct BacklogTests {
  /// From `civil` for so many days in a zone whose clocks change as `change` says, after a day of warm-up.
  private func plan(
    from civil: CivilTime, days: Int, zone: ZoneRules = .utc
  ) -> Plan {
    let calendar = ScenarioCalendar(start: zone.instant(of: civil), days: days, zone: zone, warmUp: .day)
    return Plan(
      Scenario(name: "backlog", calendar: calendar, channels: [channel("999")], teams: [], response: response()))
  }

  @Test func whatWaitsAtMidnight() {
    // Friday 07:00 to Sunday 07:00: midnights 17 and 41 hours after the start.
    let plan = plan(from: CivilTime(year: 2022, month: 7, day: 22, timeOfDay: 7 * .hour), days: 2)
    let first = plan.windowStart + 17 * .hour
    let second = first + .day
    let figures = Figures(
      plan,
      summary(
        of: [
          // Of the warm-up: waits at both, 24 and 48 hours old.
          .opened(0, at: first - .day),
          // Opened and attended before, at, and a millisecond after a midnight: waits at one that it does not end
          // before.
          .opened(1, at: first - .hour), .opened(2, at: first - .hour), .opened(3, at: first - .hour),
          .arrived(0, at: 1, at: first - 1), .opened(4, at: first - 1), .arrived(0, at: 2, at: first),
          // Opened at midnight: not before it.
          .opened(5, at: first), .arrived(0, at: 3, at: first + 1), .arrived(0, at: 5, at: first + 1),
          // Closed, and regraded after the last midnight: waits as the P1 it was, 12 hours.
          .opened(6, at: first + .hour), .incidentClosed(at: first + 2 * .hour, incident: 4, end: .cancelled),
          .opened(7, at: first + 12 * .hour), .incidentClosed(at: second - 1, incident: 6, end: .resolved),
          .incidentRegraded(at: second + .hour, incident: 7, grade: 1),
        ], plan))
    // At the first midnight: 0 (24 h), 2 (1 h), 3 (1 h), 4 (1 ms); at the second: 0 (48 h), 7 (12 h).
    #expect(figures["grades.P1.backlog.atMidnight"] == 3)
    #expect(figures["grades.P1.backlog.age"] == 309_600_001.0 / 6_000)
    #expect(figures["grades.P1.backlog.oldest"] == 172_800)
    #expect(figures["grades.P2.backlog.atMidnight"] == 0 && figures["grades.P2.backlog.age"] == nil)
    // Incidents of the warm-up wait at midnight, but did not open in the window.
    #expect(figures["grades.P1.opened"] == 6 && figures["grades.P1.retainedAtEnd"] == 0)
    #expect(figures["grades.P2.opened"] == 1 && figures["grades.P2.retainedAtEnd"] == 1)
  }

  /// An incident is counted under the grade it has at each midnight, as old as it is.
  @Test func aGradeIsThatOfTheMidnight() {
    let plan = plan(from: CivilTime(year: 2022, month: 7, day: 22), days: 3)
    let first = plan.windowStart + .day
    let events: [Event] = [
      // P2 at the first midnight, and P1 at the others.
      .opened(0, at: first - .hour, grade: 1), .incidentRegraded(at: first + .hour, incident: 0, grade: 0),
      // Regraded at a midnight itself, at which it still waits as what it was; and back before the next.
      .opened(1, at: first - .hour), .incidentRegraded(at: first, incident: 1, grade: 1),
      .incidentRegraded(at: first + 2 * .hour, incident: 1, grade: 0), .arrived(0, at: 1, at: first + 3 * .hour),
      // Regraded between two midnights, and back.
      .opened(2, at: first + .hour), .incidentRegraded(at: first + 2 * .hour, incident: 2, grade: 1),
      .incidentRegraded(at: first + 3 * .hour, incident: 2, grade: 0),
      .incidentClosed(at: first + .day + .hour, incident: 2, end: .resolved),
    ].sorted { $0.time < $1.time }
    let figures = Figures(plan, summary(of: events, plan))
    // P1: 1 (1 h), then 0 (25 h) and 2 (23 h), then 0 (49 h). P2: 0 (1 h).
    #expect(figures["grades.P1.backlog.atMidnight"] == 4.0 / 3)
    #expect(figures["grades.P1.backlog.age"] == 88_200)
    #expect(figures["grades.P1.backlog.oldest"] == 176_400)
    #expect(figures["grades.P2.backlog.atMidnight"] == 1.0 / 3)
    #expect(figures["grades.P2.backlog.age"] == 3_600)
    #expect(figures["grades.P2.backlog.oldest"] == 3_600)
    // Whatever becomes of it later, at what was counted nothing changes.
    let later = events + [.incidentRegraded(at: plan.windowEnd + .hour, incident: 0, grade: 1)]
    let again = Figures(plan, summary(of: later, plan))
    for name in ["grades.P1.backlog.atMidnight", "grades.P2.backlog.atMidnight"] {
      #expect(again[name] == figures[name], "\(name)")
    }
  }

  /// Until its hour an incident by appointment is booked; from then on it waits.
  @Test func appointmentsWaitFromTheirHour() {
    let plan = plan(from: CivilTime(year: 2022, month: 7, day: 22), days: 3)
    let first = plan.windowStart + .day
    let figures = Figures(
      plan,
      summary(
        of: [
          .opened(0, at: first - .hour), .appointmentMade(at: first - .hour, incident: 0, delay: 1),
          .opened(1, at: first - .hour), .appointmentMade(at: first - .hour, incident: 1, delay: 1),
          .opened(2, at: first - .hour), .appointmentMade(at: first - .hour, incident: 2, delay: 1),
          // In time, on the day.
          .appointmentCame(at: first + 9 * .hour, incident: 0), .arrived(0, at: 0, at: first + 10 * .hour),
          // Nobody came, and it became another grade.
          .appointmentCame(at: first + 14 * .hour, incident: 1),
          .incidentRegraded(at: first + 40 * .hour, incident: 1, grade: 1),
        ], plan))
    // The third is not due before the end. The second waits ten hours at one midnight, and 34 at the next.
    #expect(figures["grades.P1.backlog.atMidnight"] == 1.0 / 3)
    #expect(figures["grades.P1.backlog.age"] == 36_000 && figures["grades.P1.backlog.oldest"] == 36_000)
    #expect(figures["grades.P2.backlog.atMidnight"] == 1.0 / 3)
    #expect(figures["grades.P2.backlog.age"] == 122_400)
    #expect(figures["grades.P1.retainedAtEnd"] == 1)
  }

  @Test func theMidnightAtTheEndIsOneAndTheOneAtTheStartIsNot() {
    let plan = plan(from: CivilTime(year: 2022, month: 7, day: 22), days: 1)
    let figures = Figures(
      plan,
      summary(
        of: [
          .opened(0, at: plan.windowStart - .hour), .arrived(0, at: 0, at: plan.windowStart + 1),
          .opened(1, at: plan.windowEnd - .minute),
        ], plan))
    #expect(figures["grades.P1.backlog.atMidnight"] == 1)
    #expect(figures["grades.P1.backlog.oldest"] == 60)
  }

  @Test func nothingWaitsAndNothingIsOld() {
    let figures = Figures(
      plan(from: CivilTime(year: 2022, month: 7, day: 22), days: 1),
      summary(of: [], plan(from: CivilTime(year: 2022, month: 7, day: 22), days: 1)))
    #expect(figures["grades.P1.backlog.atMidnight"] == 0)
    #expect(figures["grades.P1.backlog.age"] == nil && figures["grades.P1.backlog.oldest"] == nil)
  }

  /// A day of 25 hours, and one of 23: an incident opened at 23:00 the evening before is 26, or 24, hours old at its
  /// end.
  @Test(arguments: [(10, 30, Milliseconds.hour, Milliseconds(0), 25.0), (3, 27, 0, .hour, 23.0)])
  func daysOfChangingClocks(month: Int, day: Int, before: Milliseconds, after: Milliseconds, hours: Double) {
    let date = CivilTime(year: 2022, month: month, day: day)
    let change = Milliseconds(date.dayNumber) * .day + .hour
    let zone = ZoneRules(name: "London", initialOffset: before, transitions: [.init(instant: change, offset: after)])
    let plan = plan(from: date, days: 1, zone: zone)
    let figures = Figures(
      plan, summary(of: [.opened(0, at: plan.windowStart - .hour), .opened(1, at: plan.windowStart + 5 * .hour)], plan))
    #expect(figures["grades.P1.backlog.atMidnight"] == 2)
    #expect(figures["grades.P1.backlog.oldest"] == (hours + 1) * 3_600)
    #expect(figures["grades.P1.backlog.age"] == (hours + 1 + hours - 5) / 2 * 3_600)
    // Five hours after midnight the wall shows 04:00 or 06:00.
    #expect(figures["grades.P1.byHour.\(hours == 25 ? 4 : 6).opened"] == 1)
  }

  /// Where clocks skip midnight the day begins when they do.
  @Test func midnightsThatNeverAre() {
    let date = CivilTime(year: 2022, month: 9, day: 11)
    let zone = ZoneRules(
      name: "Santiago", initialOffset: -4 * .hour,
      transitions: [.init(instant: Milliseconds(date.dayNumber) * .day + 4 * .hour, offset: -3 * .hour)])
    let plan = plan(from: CivilTime(year: 2022, month: 9, day: 10, timeOfDay: 12 * .hour), days: 1, zone: zone)
    let figures = Figures(plan, summary(of: [.opened(0, at: plan.windowStart + 11 * .hour)], plan))
    #expect(figures["grades.P1.backlog.atMidnight"] == 1)
    #expect(figures["grades.P1.backlog.oldest"] == 3_600)
  }
}
