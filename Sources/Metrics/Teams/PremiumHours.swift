import ContactCentre
import DiscreteEvents

/// How much of a stretch of time each of some premiums is paid for, by the wall clock.
///
/// Hours that run past midnight belong to the day they begin on: a night premium of Sundays is paid from Sunday evening to
/// Monday morning. On a night the clocks change, the hour that happens twice counts twice and the one that is skipped not
/// at all.
struct PremiumHours {
  /// What is reckoned once only, when it is first asked for.
  private final class Sums {
    var byWeek: [Milliseconds]?
  }

  private let premiums: [Premium]
  private let calendar: ScenarioCalendar
  private let origin: Milliseconds
  /// The first date of the measured window, and how many whole weeks follow from there.
  private let firstDay: Int
  private let weeks: Int
  private let sums = Sums()

  /// Of times since the first instant of a run of `plan`.
  init(_ premiums: [Premium], plan: Plan) {
    self.premiums = premiums
    calendar = plan.scenario.calendar
    origin = plan.origin
    firstDay = calendar.zone.civilTime(at: origin + plan.windowStart).dayNumber
    weeks = max(0, calendar.zone.civilTime(at: origin + plan.windowEnd).dayNumber - firstDay) / 7
  }

  /// How many premiums there are.
  var count: Int { premiums.count }

  /// Adds, of `heads` people from `start` to `end`, each premium's time to `times`. O(premiums), and of days there are
  /// inside the window a few weeks' at most: of a place that is always filled the weeks between have been summed up.
  func add(
    _ heads: Int = 1, from start: Milliseconds, to end: Milliseconds, to times: UnsafeMutablePointer<Milliseconds>
  ) {
    guard !premiums.isEmpty, start < end else { return }
    let first = calendar.zone.civilTime(at: origin + start).dayNumber
    let last = calendar.zone.civilTime(at: origin + end - 1).dayNumber
    let between = wholeWeeks(from: first, to: last)
    let whole = between.map { firstDay + 7 * $0.lowerBound..<firstDay + 7 * $0.upperBound } ?? last + 1..<last + 1
    for (index, premium) in premiums.enumerated() {
      // Hours of the day before may run into the first.
      var time = time(of: premium, on: first - 1..<whole.lowerBound, from: start, to: end)
      if let between {
        time += sum(of: index, until: between.upperBound) - sum(of: index, until: between.lowerBound)
        time += self.time(of: premium, on: whole.upperBound..<last + 1, from: start, to: end)
      }
      times[index] &+= Milliseconds(heads) * time
    }
  }

  /// The time between two instants that a premium is paid for on some days.
  private func time(
    of premium: Premium, on days: Range<Int>, from start: Milliseconds, to end: Milliseconds
  ) -> Milliseconds {
    var time: Milliseconds = 0
    for day in days where isPaid(premium, on: day) {
      let hours = premium.hours
      let from = instant(day, hours?.from ?? 0)
      let endsNextDay = hours.map { $0.to <= $0.from } ?? true
      let to = instant(endsNextDay ? day + 1 : day, hours?.to ?? 0)
      time += max(0, min(end, to) - max(start, from))
    }
    return time
  }

  /// The weeks of the window of which every hour that a premium is paid for lies between two instants, by the dates of
  /// these; nil if there is none.
  ///
  /// Hours may run to the end of the next day, and an offset of up to a day either way puts an instant two days off.
  private func wholeWeeks(from first: Int, to last: Int) -> Range<Int>? {
    let from = (max(first + 3 - firstDay, 0) + 6) / 7
    let to = min((last - 3 - firstDay) / 7, weeks)
    return from < to ? from..<to : nil
  }

  /// The time that a premium is paid for on the days of the window before a week of it.
  private func sum(of premium: Int, until week: Int) -> Milliseconds {
    let byWeek = sums.byWeek ?? sumsByWeek()
    sums.byWeek = byWeek
    return byWeek[week * count + premium]
  }

  /// That of every premium before the first week, then before the next. Weeks and not days: 36,600 days of 20 premiums would
  /// take six megabytes a team.
  private func sumsByWeek() -> [Milliseconds] {
    var sums = [Milliseconds](repeating: 0, count: count)
    sums.reserveCapacity((weeks + 1) * count)
    for week in 0..<weeks {
      let days = firstDay + 7 * week..<firstDay + 7 * (week + 1)
      for premium in premiums {
        sums.append(sums[sums.count - count] + time(of: premium, on: days, from: .min, to: .max))
      }
    }
    return sums
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
