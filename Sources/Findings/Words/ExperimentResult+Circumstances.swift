import Experiments
import Writing

extension ExperimentResult {
  /// When, how often and with which luck it was simulated; `interval` says what its half-widths are of.
  package func circumstances(interval: String) -> [(label: String, value: String)] {
    let times =
      replications == 1
      ? "1" : "\(Quantity.integer(UInt64(replications))) (\u{B1} is the 95% half-width \(interval))"
    return scenario.calendar.circumstances + [("Seed", String(seed))]
      + [replicationCircumstance ?? ("Replications", times)]
  }

  /// Which replication it is of, if it is of a single one that is not the seed's first.
  package var replicationCircumstance: (label: String, value: String)? {
    guard let replicationNumber, replicationNumber > 1 else { return nil }
    return ("Replication", Quantity.integer(replicationNumber))
  }

  /// As ``replication``, but counted from 1, as people and `--replication` do.
  package var replicationNumber: UInt64? { replication.map { UInt64($0) + 1 } }
}
