import ContactCentre
import Writing

extension ScenarioCalendar {
  /// Which time is measured, and by which clocks.
  package var circumstances: [(label: String, value: String)] {
    let count = "\(Quantity.integer(UInt64(days))) \("day".plural(days))"
    return [
      ("From", LocalTime(start, in: zone).spelledOut), ("To", "\(LocalTime(end, in: zone).spelledOut) (\(count))"),
      ("Clocks", zone.name),
    ]
  }
}
