import ContactCentre
import DiscreteEvents
import Metrics

/// What came of running a plan a number of times.
///
/// A function of the scenario, the seed and the number of replications alone: how many threads ran them never shows.
public struct ExperimentResult: Sendable {
  /// What was simulated.
  public let scenario: Scenario
  /// The seed of all randomness.
  public let seed: UInt64
  /// How often it was simulated.
  public let replications: Int
  /// Which of the seed's replications it is of, from 0, if it is of a single one; nil if it is of several, the first of them
  /// on.
  public let replication: Int?
  /// The first measured instant, in milliseconds since the Unix epoch.
  public let start: Milliseconds
  /// The first instant no longer measured, in milliseconds since the Unix epoch.
  public let end: Milliseconds
  /// How many events happened in all replications together.
  public let events: UInt64
  /// The fingerprint of what happened, as 32 hexadecimal digits: that of the events of the only replication, or one made
  /// from those of all replications in their order.
  public let digest: String
  /// The figures there are.
  public let catalogue: FigureCatalogue
  /// Their values, in the order of the catalogue's figures.
  public let estimates: [Estimate]
  /// All replications thrown together.
  public let summary: Summary
  /// What came of the scenario's expectations, in their order.
  public let expectations: [ExpectationResult]
  /// The first replication, if it was to be kept.
  public let firstReplication: FirstReplication?
  /// By replication, in order, the values of the estimated figures: what pairing with another plan needs.
  let samples: [[Double]]

  /// The result of a single run, the `replication` of that number from 0, made from its events by ``Recorder`` and
  /// ``EventDigest``: live, or from a log. In a fork other plans decided before `plan`, one after the other: the `past`.
  public init(
    plan: Plan, past: [FigureCatalogue.Past] = [], seed: UInt64, replication: Int = 0, summary: Summary,
    digest: EventDigest
  ) {
    let catalogue = FigureCatalogue(plan: plan, past: past)
    self.init(
      plan: plan, seed: seed, first: replication, catalogue: catalogue,
      samples: [catalogue.estimateValues(of: summary)], summary: summary, digests: [digest])
  }

  /// The result of several runs: by replication, in order, the values of the estimated figures (see
  /// ``FigureCatalogue/estimateValues(of:)``) and the fingerprints, all their summaries merged into one, and
  /// what was kept of the first, whose number is `first`. `looks` says how often verdicts are asked for while replications
  /// are added.
  init(
    plan: Plan, seed: UInt64, first: Int = 0, catalogue: FigureCatalogue, samples: [[Double]], summary: Summary,
    digests: [EventDigest], firstReplication: FirstReplication? = nil, looks: Int = 1
  ) {
    scenario = plan.scenario
    self.seed = seed
    self.samples = samples
    self.firstReplication = firstReplication
    replications = samples.count
    replication = samples.count == 1 ? first : nil
    start = plan.origin + plan.windowStart
    end = plan.origin + plan.windowEnd
    var digest = EventDigest()
    for part in digests { digest.fold(part) }
    events = digest.count
    self.digest = digests.count == 1 ? digests[0].hexadecimal : digest.hexadecimal
    self.catalogue = catalogue
    self.summary = summary

    var estimator = FigureEstimator(catalogue, samples: samples, summary: summary)
    let estimates = catalogue.figures.indices.map { estimator.estimate(at: $0) }
    self.estimates = estimates
    expectations = plan.scenario.expectations.map { expectation in
      guard let place = catalogue.index(of: expectation.metric) else {
        return ExpectationResult(
          name: expectation.name, metric: expectation.metric, bound: expectation.bound, value: Estimate(mean: .nan),
          verdict: .fail)
      }
      return ExpectationResult(
        name: expectation.name, metric: expectation.metric, bound: expectation.bound, value: estimates[place],
        verdict: Verdict(
          on: estimator.estimate(at: place, looks: looks), expectation.bound,
          isShare: catalogue.figures[place].unit == .share))
    }
  }

  /// The value of the figure called `name`; nil if there is none. O(1).
  public func estimate(_ name: String) -> Estimate? { catalogue.index(of: name).map { estimates[$0] } }

  /// Whether the half-width of the figure called `name` is by the cases of a share, counted one by one (see ``ClopperPearson``),
  /// because they hardly varied between the replications. O(1).
  package func isByCases(_ name: String) -> Bool {
    let error = Estimator.missesOnEachSide
    guard let place = catalogue.index(of: name), let halfWidth = estimates[place].halfWidth,
      let least = catalogue.share(at: place, of: summary).flatMap({ ClopperPearson.halfWidth(of: $0, error: error) })
    else { return false }
    return halfWidth <= least
  }

  /// By replication, in order, the values of the figure called `name`, not a number where undefined; nil if there is no
  /// such figure, or it is one of the pooled sample or a constant. O(replications).
  public func values(of name: String) -> [Double]? {
    guard let place = catalogue.index(of: name), let column = catalogue.columns[place] else { return nil }
    return samples.map { $0[column] }
  }
}

extension FigureCatalogue {
  /// The values in `summary` of the figures that are estimated over replications, in their order.
  func estimateValues(of summary: Summary) -> [Double] {
    figures.indices.filter { columns[$0] != nil }.map { value(at: $0, of: summary) }
  }
}
