import Metrics

/// What replications say about a figure: the mean of their values, and how far from the true mean it may be.
public struct Estimate: Sendable, Hashable, Codable {
  /// The mean over the replications in which the figure is defined; not a number if there are none, which JSON cannot say:
  /// an encoder needs a strategy for such.
  public var mean: Double
  /// Half the width of the 95 % confidence interval around the mean, by Student's t; nil where fewer than two
  /// replications define the figure, and for figures of the pooled sample. A share of cases of which fewer than a hundred
  /// happened, or did not, has that of Clopper and Pearson for all replications' cases where it is wider; it takes cases to be
  /// independent of each other. An interval of a share ends at 0 and at 1, whatever this says.
  public var halfWidth: Double?
  /// In how many replications the figure is defined, where it is in some of them only; nil if it is in all or in none.
  public var definedIn: Int?

  /// An estimate.
  public init(mean: Double, halfWidth: Double? = nil, definedIn: Int? = nil) {
    self.mean = mean
    self.halfWidth = halfWidth
    self.definedIn = definedIn
  }

  /// What the values of independent runs say together; those that are not a number are left out. O(values).
  public init(of values: [Double]) {
    var estimator = Estimator()
    self = estimator.estimate(of: values)
  }
}

extension Estimate {
  /// In so many replications what was the same in each may be taken not to vary.
  package static let enough = 20

  /// Where the interval begins; the mean where there is none.
  package var low: Double { mean - (halfWidth ?? 0) }
  /// Where the interval ends; the mean where there is none.
  package var high: Double { mean + (halfWidth ?? 0) }

  /// Whether it is clearly more than 0, or less: by about three standard errors, since of many hours some are two away from
  /// nothing by chance. Never without a half-width.
  package var isClear: Bool { halfWidth.map { abs(mean) > 1.5 * $0 } ?? false }

  /// The share of cases in which what happened in none of so many may happen all the same, by ``ClopperPearson``.
  ///
  /// - Precondition: there is a case at least.
  package static func share(ofNoneIn cases: Int) -> Double {
    ClopperPearson.upperEnd(of: Share(part: 0, of: UInt64(cases)), error: Estimator.missesOnEachSide)
  }

  /// How wide ``halfWidth``, if it is by Student's t, has to be so that the interval is one of 1 − 5 % ÷ `looks`.
  ///
  /// - Parameter replications: how many there are in all.
  func halfWidth(over looks: Int, of replications: Int) -> Double? {
    guard let halfWidth, looks > 1 else { return halfWidth }
    let degrees = (definedIn ?? replications) - 1
    let error = Estimator.missesOnEachSide
    return halfWidth * StudentT.quantile(1 - error / Double(looks), degrees: degrees)
      / StudentT.quantile(1 - error, degrees: degrees)
  }
}

/// Makes estimates of samples, remembering the quantiles of Student's t that it needed.
struct Estimator {
  /// The share of intervals that hold the true mean.
  static let confidence = 0.95
  /// The share of intervals that lie to one side of the true mean: half of those that miss it.
  static let missesOnEachSide = (1 - confidence) / 2

  private var quantiles: [Int: Double] = [:]

  /// The estimate that `values`, one of each replication, lead to; what is not a number is left out. O(values).
  ///
  /// The sums are taken in the order of the values, so equal values in equal order give equal bits.
  mutating func estimate(of values: some Sequence<Double>) -> Estimate {
    let all = Array(values)
    let defined = all.filter { !$0.isNaN }
    guard let first = defined.first else { return Estimate(mean: .nan) }
    let definedIn = defined.count < all.count ? defined.count : nil
    let count = Double(defined.count)
    // Distances from the first value: where all are equal, their mean is that value exactly and their spread 0.
    let offset = defined.reduce(0) { $0 + ($1 - first) } / count
    guard defined.count > 1 else { return Estimate(mean: first, definedIn: definedIn) }
    let squares = defined.reduce(0) { sum, value in
      let distance = value - first - offset
      return sum + distance * distance
    }
    let standardError = (squares / (count - 1) / count).squareRoot()
    return Estimate(
      mean: first + offset, halfWidth: quantile(degrees: defined.count - 1) * standardError, definedIn: definedIn)
  }

  private mutating func quantile(degrees: Int) -> Double {
    if let known = quantiles[degrees] { return known }
    let quantile = StudentT.quantile((1 + Self.confidence) / 2, degrees: degrees)
    quantiles[degrees] = quantile
    return quantile
  }
}
