import Experiments
import Writing

extension ExperimentResult {
  /// When, how often and with which luck it was simulated; `interval` says what its half-widths are of.
  package func circumstances(interval: String) -> [(label: String, value: String)] {
    let times =
      replications == 1
      ? "1" : "\(Quantity.integer(UInt64(replications))) (\u{B1} is the 95% half-width \(interval))"
    return scenario.calendar.circumstances + [("Seed", String(seed)), ("Replications", times)]
  }
}
