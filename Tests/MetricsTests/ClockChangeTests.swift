import ContactCentre
import DiscreteEvents
import Metrics
import Testing

/// Hours and dates are those on the wall, on nights when the clocks change too.
@Suite struct ClockChangeTests {
  /// One contact every minute of three hours before `civil` and of a day from then, where clocks change once; a handler is
  /// rostered, and there, all the time.
  private func figures(from civil: CivilTime, change: ZoneRules.Transition, before: Milliseconds) -> Figures {
    let zone = ZoneRules(name: "Somewhere", initialOffset: before, transitions: [change])
    let calendar = ScenarioCalendar(start: zone.instant(of: civil), zone: zone, warmUp: 3 * .hour)
    let plan = Plan(
      Scenario(name: "clocks", calendar: calendar, channels: [channel("999")], teams: [team("desk", "999")]))
    var number: UInt32 = 0
    let arrivals = stride(from: 0, to: plan.end, by: Int(Milliseconds.minute)).map { time in
      defer { number += 1 }
      return Event.contactArrived(at: time, contact: number, channel: 0, cell: 0, index: 0)
    }
    let tour = Event.handlerSignedOn(
      at: 0, duty: 0, handler: 0, team: 0, length: UInt32(plan.end), shift: Event.noShift)
    return Figures(plan, summary(of: [tour] + arrivals, plan))
  }

  @Test func clocksGoBack() {
    // 30 October 2022, 01:00 UTC: from 02:00 to 01:00.
    let change = Milliseconds(CivilTime(year: 2022, month: 10, day: 30).dayNumber) * .day + .hour
    let figures = figures(
      from: CivilTime(year: 2022, month: 10, day: 30),
      change: .init(instant: change, offset: 0), before: .hour)
    #expect(figures["channels.999.offered"] == 1_500)
    for hour in 0..<24 { #expect(figures["channels.999.byHour.\(hour).offered"] == (hour == 1 ? 120 : 60)) }
    for name in ["rosteredHours", "staffedHours"] {
      for hour in 0..<24 { #expect(figures["teams.desk.byHour.\(hour).\(name)"] == (hour == 1 ? 2 : 1)) }
    }
    #expect(figures.catalogue.days.map(\.day) == [30])
    #expect(figures["channels.999.byDay.0.offered"] == 1_500)
  }

  @Test func clocksGoForward() {
    // 27 March 2022, 01:00 UTC: from 01:00 to 02:00.
    let change = Milliseconds(CivilTime(year: 2022, month: 3, day: 27).dayNumber) * .day + .hour
    let figures = figures(
      from: CivilTime(year: 2022, month: 3, day: 27),
      change: .init(instant: change, offset: .hour), before: 0)
    #expect(figures["channels.999.offered"] == 1_380)
    for hour in 0..<24 { #expect(figures["channels.999.byHour.\(hour).offered"] == (hour == 1 ? 0 : 60)) }
    for name in ["rosteredHours", "staffedHours"] {
      for hour in 0..<24 { #expect(figures["teams.desk.byHour.\(hour).\(name)"] == (hour == 1 ? 0 : 1)) }
    }
  }

  @Test func clocksThatChangeByHalfAnHourOffTheHour() {
    // As on Lord Howe Island, but at a quarter past: 02:15 becomes 01:45.
    let change = Milliseconds(CivilTime(year: 2022, month: 4, day: 3).dayNumber) * .day + 135 * .minute
    let figures = figures(
      from: CivilTime(year: 2022, month: 4, day: 3),
      change: .init(instant: change, offset: -30 * .minute), before: 0)
    #expect(figures["channels.999.byHour.1.offered"] == 75)
    #expect(figures["teams.desk.byHour.1.staffedHours"] == 1.25)
    #expect(figures["channels.999.byHour.2.offered"] == 75)
    #expect(figures["channels.999.byHour.3.offered"] == 60)
    #expect(figures["channels.999.offered"] == 1_470)
  }

  @Test func aWindowThatStartsInTheMorningTouchesTwoDates() {
    let figures = figures(
      from: CivilTime(year: 2022, month: 7, day: 22, timeOfDay: 7 * .hour),
      change: .init(instant: 0, offset: .hour), before: 0)
    #expect(figures.catalogue.days.map(\.day) == [22, 23])
    #expect(figures["channels.999.byDay.0.offered"] == 1_020)
    #expect(figures["channels.999.byDay.1.offered"] == 420)
    for hour in 0..<24 { #expect(figures["channels.999.byHour.\(hour).offered"] == 60) }
  }
}
