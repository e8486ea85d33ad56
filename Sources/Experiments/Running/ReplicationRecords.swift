import ContactCentre
import Metrics

/// What replications ``range`` of an experiment leave behind, from which its result is made once all are there.
///
/// Records of the replications that follow can be appended, and it does not show which were run together.
public struct ReplicationRecords: Sendable {
  /// The number of the first replication.
  public let first: Int
  /// By replication, the values of the estimated figures (see ``FigureCatalogue/estimateValues(of:)``).
  public private(set) var samples: [[Double]] = []
  /// By replication, the fingerprint of its events.
  public private(set) var digests: [EventDigest] = []
  /// All replications thrown together; nil while there is none.
  public private(set) var summary: Summary?
  /// The replication numbered 0, if it is among them and was to be kept.
  var firstReplication: FirstReplication?

  /// None so far; replications will be numbered from `first`.
  public init(from first: Int = 0) { self.first = first }

  /// What replications left behind elsewhere: equally many values and fingerprints, and their merged summary.
  public init(from first: Int, samples: [[Double]], digests: [EventDigest], summary: Summary?) {
    precondition(
      samples.count == digests.count && (summary == nil) == samples.isEmpty,
      "every replication leaves values and a fingerprint, and a part of the summary")
    self.first = first
    self.samples = samples
    self.digests = digests
    self.summary = summary
  }

  /// How many replications there are.
  public var count: Int { samples.count }
  /// Their numbers.
  public var range: Range<Int> { first..<first + count }

  /// Makes room for `count` more, to be filled by ``set(_:values:digest:)``.
  mutating func grow(by count: Int) {
    samples += Array(repeating: [], count: count)
    digests += Array(repeating: EventDigest(), count: count)
  }

  /// Gives back the room made for replications from number `end` on, which were not run after all.
  mutating func cut(to end: Int) {
    samples.removeSubrange((end - first)...)
    digests.removeSubrange((end - first)...)
  }

  /// Notes what stays apart of the replication of this number.
  mutating func set(_ number: Int, values: [Double], digest: EventDigest) {
    samples[number - first] = values
    digests[number - first] = digest
  }

  /// Adds the merged summary of some replications. Exact, in whatever order they come.
  mutating func add(_ other: Summary) { summary.add(other) }

  /// Adds the replications that follow. Exact.
  public mutating func append(_ other: ReplicationRecords) {
    precondition(other.first == range.upperBound, "replications are appended in their order")
    samples += other.samples
    digests += other.digests
    if let summary = other.summary { add(summary) }
  }
}

extension Summary? {
  /// Merges `other` into what there is, if anything.
  mutating func add(_ other: Summary) {
    if self == nil { self = other } else { self?.merge(other) }
  }
}
