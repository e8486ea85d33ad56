import ContactCentre
import DiscreteEvents

/// How much of a stretch of time each of some premiums is paid for, by the wall clock.
///
/// Hours that run past midnight belong to the day they begin on: a night premium of Sundays is paid from Sunday evening to
/// Monday morning. On a night the clocks change, the hour that happens twice counts twice and the one that is skipped not
/// at all.
struct PremiumHours {
  private let premiums: [Premium]
  private let calendar: ScenarioCalendar
  private let origin: Milliseconds

  /// Of times since the first instant of a run of `plan`.
  init(_ premiums: [Premium], plan: Plan) {
    self.premiums = premiums
    calendar = plan.scenario.calendar
    origin = plan.origin
  }

  /// How many premiums there are.
  var count: Int { premiums.count }

  /// Adds, of `heads` people from `start` to `end`, each premium's time to `times`. O(days × premiums).
  func add(
    _ heads: Int = 1, from start: Milliseconds, to end: Milliseconds, to times: UnsafeMutablePointer<Milliseconds>
  ) {
    guard !premiums.isEmpty, start < end else { return }
    let first = calendar.zone.civilTime(at: origin + start).dayNumber
    let last = calendar.zone.civilTime(at: origin + end - 1).dayNumber
    for (index, premium) in premiums.enumerated() {
      // Hours of the day before may run into the first.
      for day in first - 1...last where isPaid(premium, on: day) {
        let hours = premium.hours
        let from = instant(day, hours?.from ?? 0)
        let endsNextDay = hours.map { $0.to <= $0.from } ?? true
        let to = instant(endsNextDay ? day + 1 : day, hours?.to ?? 0)
        times[index] &+= Milliseconds(heads) * max(0, min(end, to) - max(start, from))
      }
    }
  }

  private func isPaid(_ premium: Premium, on day: Int) -> Bool {
    guard let days = premium.days else { return true }
    return days.weekdays.contains(CivilTime(dayNumber: day).weekday)
      || days.holidays && calendar.holidays.contains(day)
  }

  /// When the wall shows `time` of a day, since the first instant of the run.
  private func instant(_ day: Int, _ time: Milliseconds) -> Milliseconds {
    calendar.zone.instant(of: CivilTime(dayNumber: day, timeOfDay: time)) - origin
  }
}
