/// What a figure is under two plans, and how far one is from the other.
public struct Difference: Sendable, Hashable, Codable {
  /// Its mean under the base, over the replications in which both plans define it (a share of nothing is undefined), or
  /// over all where they never do; nil if the base has no such figure.
  public var base: Double?
  /// The same under the variant; nil if the variant has no such figure.
  public var variant: Double?
  /// The mean over those replications of the variant's value less the base's; nil where there is nothing to subtract.
  public var difference: Double?
  /// Half the width of the 95 % confidence interval around the difference, by Student's t of the paired differences; nil
  /// where fewer than two replications define both, and for figures of the pooled sample.
  public var halfWidth: Double?
  /// In how many replications both plans define the figure, where it is in some of them only; nil if it is in all or in none.
  public var definedIn: Int?
  /// How many times as wide the interval would be had the plans been run with different callers: the root of the sum of
  /// both variances over the deviation of the paired differences. Nil where the difference never varies but for rounding.
  public var narrowing: Double?

  /// A difference.
  public init(
    base: Double? = nil, variant: Double? = nil, difference: Double? = nil, halfWidth: Double? = nil,
    narrowing: Double? = nil, definedIn: Int? = nil
  ) {
    self.base = base
    self.variant = variant
    self.difference = difference
    self.halfWidth = halfWidth
    self.narrowing = narrowing
    self.definedIn = definedIn
  }

  /// The difference between `base` and `variant`, values of the same replications in the same order; those that only one of
  /// them has are left out. O(values).
  public init(base: [Double], variant: [Double]) {
    var estimator = Estimator()
    self = estimator.difference(base: base, variant: variant)
  }

  /// Whether the interval leaves no doubt that there is a difference: it does not hold 0, and ``Rounding`` does not
  /// explain the difference.
  public var isClear: Bool {
    guard let difference, let halfWidth else { return false }
    return abs(difference) > halfWidth && !isRounding(difference)
  }

  /// Whether there is no difference at all, in any of several replications, but for rounding. Not so where those that define
  /// the figure are some only, and few: what they show next to nothing of may differ all the same.
  package var isNone: Bool { halfWidth != nil && isNoneSeen && (definedIn ?? Estimate.enough) >= Estimate.enough }

  /// Whether no difference was seen, in however many replications, but for rounding.
  package var isNoneSeen: Bool {
    guard let difference else { return false }
    return isRounding(difference) && isRounding(halfWidth ?? 0)
  }

  /// The probability that chance alone leads to a difference as great as this, of a figure that both plans define in all of so
  /// many `replications` or in ``definedIn``: less than 5 % where the interval does not hold 0. Nil where there is no interval.
  /// By Student's t. O(replications).
  func chance(of replications: Int) -> Double? {
    let degrees = (definedIn ?? replications) - 1
    guard let difference, let halfWidth, degrees > 0 else { return nil }
    if isRounding(difference) { return 1 }
    if halfWidth == 0 { return 0 }
    let standardErrors =
      abs(difference) / halfWidth * StudentT.quantile((1 + Estimator.confidence) / 2, degrees: degrees)
    return 1 - StudentT.share(within: standardErrors, degrees: degrees)
  }

  fileprivate func isRounding(_ amount: Double) -> Bool { Rounding.explains(amount, of: base ?? 0, variant ?? 0) }
}

extension Estimator {
  /// The difference that `base` and `variant`, values of the same replications in the same order, lead to. O(values).
  mutating func difference(base: some Sequence<Double>, variant: some Sequence<Double>) -> Difference {
    var count = 0
    let pairs = zip(base, variant).filter {
      count += 1
      return !$0.isNaN && !$1.isNaN
    }
    if pairs.isEmpty {
      return Difference(base: estimate(of: base).mean, variant: estimate(of: variant).mean)
    }
    let first = estimate(of: pairs.map(\.0))
    let second = estimate(of: pairs.map(\.1))
    let paired = estimate(of: pairs.map { $1 - $0 })
    var result = Difference(
      base: first.mean, variant: second.mean, difference: paired.mean, halfWidth: paired.halfWidth)
    if pairs.count < count { result.definedIn = pairs.count }
    // All three are of as many values, so that their half-widths are to each other as their deviations.
    if let one = first.halfWidth, let other = second.halfWidth, let both = paired.halfWidth, both > 0,
      !result.isRounding(both)
    {
      result.narrowing = (one * one + other * other).squareRoot() / both
    }
    return result
  }
}
