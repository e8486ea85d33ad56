import Experiments
import Writing

extension ExperimentResult {
  /// When, how often and with which luck it was simulated; `interval` says what its half-widths are of.
  package func circumstances(interval: String) -> [(label: String, value: String)] {
    let calendar = scenario.calendar
    let days = calendar.days == 1 ? "1 day" : "\(Quantity.integer(UInt64(calendar.days))) days"
    let times =
      replications == 1
      ? "1" : "\(Quantity.integer(UInt64(replications))) (\u{B1} is the 95% half-width \(interval))"
    return [
      ("From", LocalTime(start, in: calendar.zone).spelledOut),
      ("To", "\(LocalTime(end, in: calendar.zone).spelledOut) (\(days))"),
      ("Clocks", calendar.zone.name), ("Seed", String(seed)), ("Replications", times),
    ]
  }
}
