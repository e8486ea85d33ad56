import ContactCentre
import Metrics

/// What replications 0 ..< ``count`` of an experiment leave behind, from which its result is made.
///
/// Records of the replications that follow can be appended, and it does not show which were run together.
struct ReplicationRecords: Sendable {
  /// By replication, the values of the estimated figures.
  private(set) var samples: [[Double]] = []
  /// By replication, the fingerprint of its events.
  private(set) var digests: [EventDigest] = []
  /// All replications thrown together; nil while there is none.
  private(set) var summary: Summary?

  /// How many replications there are.
  var count: Int { samples.count }

  /// Makes room for `count` more, to be filled by ``set(_:values:digest:)``.
  mutating func grow(by count: Int) {
    samples += Array(repeating: [], count: count)
    digests += Array(repeating: EventDigest(), count: count)
  }

  /// Notes what stays apart of the replication at `index`.
  mutating func set(_ index: Int, values: [Double], digest: EventDigest) {
    samples[index] = values
    digests[index] = digest
  }

  /// Adds the merged summary of some replications. Exact, in whatever order they come.
  mutating func add(_ other: Summary) { summary.add(other) }
}

extension Summary? {
  /// Merges `other` into what there is, if anything.
  mutating func add(_ other: Summary) {
    if self == nil { self = other } else { self?.merge(other) }
  }
}
