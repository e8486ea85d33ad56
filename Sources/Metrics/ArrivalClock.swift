import ContactCentre
import DiscreteEvents

/// Tells in which hour and on which date of the measured window the contact offered now belongs.
///
/// Contacts are offered in time order, so the answer is worked out once an hour and merely read in between.
struct ArrivalClock {
  /// Hours a day has on the wall.
  static let hours = 24

  /// The slot now: 24 × the date's place in the window + the local hour; 0 outside the window.
  private(set) var slot = 0
  /// Whether it is inside the window now.
  private(set) var isInWindow = false
  /// When all this ceases to be true, since the first instant of the run.
  private(set) var until: Milliseconds

  /// How many calendar dates the window touches; at least one.
  let days: Int
  /// The first of them, in days since 1 January 1970.
  let firstDay: Int
  private let zone: ZoneRules
  private let origin: Milliseconds
  private let windowEnd: Milliseconds

  /// How many slots the window has.
  var slots: Int { days * Self.hours }

  init(plan: Plan) {
    zone = plan.scenario.calendar.zone
    origin = plan.origin
    until = plan.windowStart
    windowEnd = plan.windowEnd
    firstDay = zone.civilTime(at: plan.origin + plan.windowStart).dayNumber
    days = Self.days(of: plan.scenario.calendar)
  }

  /// How many calendar dates the window of a calendar touches; at least one.
  static func days(of calendar: ScenarioCalendar) -> Int {
    let (first, last) = (calendar.zone.civilTime(at: calendar.start), calendar.zone.civilTime(at: calendar.end - 1))
    return max(1, last.dayNumber - first.dayNumber + 1)
  }

  /// Moves to `time`. O(log changes of the clocks).
  mutating func advance(to time: Milliseconds) {
    guard time < windowEnd else {
      slot = 0
      isInWindow = false
      until = .max
      return
    }
    isInWindow = true
    let instant = origin + time
    let (dayNumber, timeOfDay) = zone.dayAndTime(at: instant)
    // Where clocks go back over midnight a date can come again after the next one began; it stays within the window.
    let day = min(max(dayNumber - firstDay, 0), days - 1)
    slot = day * Self.hours + Int(timeOfDay / .hour)
    until = min(windowEnd, time + .hour - timeOfDay % .hour)
    // Clocks need not change on the hour.
    if let change = zone.nextChange(after: instant) { until = min(until, change - origin) }
  }
}
