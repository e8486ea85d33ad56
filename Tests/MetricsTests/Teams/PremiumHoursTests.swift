import ContactCentre
import DiscreteEvents
import Testing

@testable import Metrics

/// A place that is always filled is paid its premiums as so many short tours would be.
@Suite struct PremiumHoursTests {
  private static let premiums = [
    Premium(id: "nights", hours: .init(from: 20 * .hour, to: 6 * .hour), extra: 0.2),
    // The hour that is skipped when the clocks go forward, and happens twice when they go back.
    Premium(id: "small hours", hours: .init(from: .hour, to: 2 * .hour), extra: 0.3),
    Premium(id: "week-ends", days: .init(weekdays: [5, 6], holidays: true), extra: 0.5),
    Premium(
      id: "holiday nights", hours: .init(from: 22 * .hour, to: 22 * .hour),
      days: .init(weekdays: [], holidays: true), extra: 1),
  ]

  /// From 1 March 2022, in a zone whose clocks change on 27 March and on 30 October.
  private func plan(days: Int) -> Plan {
    let zone = ZoneRules(
      name: "Europe/London", initialOffset: 0,
      transitions: [
        .init(instant: 1_648_342_800_000, offset: .hour), .init(instant: 1_667_091_600_000, offset: 0),
      ])
    let start = CivilTime(year: 2022, month: 3, day: 1)
    var calendar = ScenarioCalendar(start: zone.instant(of: start), days: days, zone: zone)
    calendar.holidays = [45, 48, 62, 180, 299].map { start.dayNumber + $0 }
    return Plan(
      Scenario(name: "paid", calendar: calendar, channels: [channel("999")], teams: [team("desk", "999")]))
  }

  private func times(
    _ hours: PremiumHours, _ heads: Int = 1, from start: Milliseconds, to end: Milliseconds
  ) -> [Milliseconds] {
    var times = [Milliseconds](repeating: 0, count: hours.count)
    times.withUnsafeMutableBufferPointer { times in
      if let times = times.baseAddress { hours.add(heads, from: start, to: end, to: times) }
    }
    return times
  }

  @Test func aLongTourIsPaidAsItsDaysAre() {
    let plan = plan(days: 300)
    let hours = PremiumHours(Self.premiums, plan: plan)
    var stream = RandomKey(seed: 7).stream(0)
    for _ in 0..<40 {
      // Some begin before the window, or end after it.
      let start = Milliseconds(stream.next(below: 320 * 86_400)) * .second - 20 * .day
      let end = start + Milliseconds(stream.next(below: 320 * 86_400)) * .second
      var days = [Milliseconds](repeating: 0, count: hours.count)
      var instant = start
      while instant < end {
        let next = min(instant + 17 * .hour, end)
        for (index, time) in times(hours, from: instant, to: next).enumerated() { days[index] += time }
        instant = next
      }
      #expect(times(hours, from: start, to: end) == days)
      #expect(times(hours, 3, from: start, to: end) == days.map { 3 * $0 })
    }
  }

  /// It takes minutes if every day of each is looked at.
  @Test(.timeLimit(.minutes(1))) func manyEndlessToursAreSoonReckoned() {
    let plan = plan(days: 36_600)
    let hours = PremiumHours(Self.premiums, plan: plan)
    let whole = times(hours, from: plan.windowStart, to: plan.windowEnd)
    for _ in 0..<4_000 { #expect(times(hours, from: plan.windowStart, to: plan.windowEnd) == whole) }
  }
}
