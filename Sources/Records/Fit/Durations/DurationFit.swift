import DiscreteEvents

/// The distribution that lengths of time were drawn from, as far as a sample of them tells.
///
/// Of exponential, lognormal, gamma and Weibull, each fitted by greatest likelihood, the one of least AIC; where even that
/// one is too far from the sample, the sample's own quantiles. Zeros beyond a few become a part of their own.
public struct DurationFit: Sendable {
  /// What was chosen; times are in seconds.
  public let distribution: Distribution
  /// What it is called.
  public let family: String
  /// Times there were, of which a fair sample of at most 65,536 was looked at.
  public let count: Int
  /// Mean of the sample, in seconds.
  public let mean: Double
  /// The greatest distance between the sample's distribution function and the fitted one (Kolmogorov and Smirnov's).
  public let distance: Double
  /// The families tried, each with its AIC less the least and its distance.
  public let candidates: [Candidate]
  private let sorted: [Double]

  /// A family that was tried.
  public struct Candidate: Sendable {
    /// What it is called.
    public var family: String
    /// Its AIC, above that of the best.
    public var excess: Double
    /// Its distance to the sample.
    public var distance: Double
  }

  /// Fits at least one time.
  init(_ sample: [Double], count: Int) {
    sorted = sample.sorted()
    self.count = count
    mean = sorted.reduce(0, +) / Double(sorted.count)
    let zeros = sorted.count { $0 <= 0 }
    let positive = zeros == 0 ? sorted : sorted.filter { $0 > 0 }
    guard let least = positive.first, let most = positive.last, most - least > 1e-3 * most else {
      // All alike, or nothing but zeros and one value.
      let value = positive.first ?? 0
      let share = Double(zeros) / Double(sorted.count)
      distribution = Self.withZeros(share, .constant(value))
      family = "constant"
      distance = 0
      candidates = []
      return
    }
    let zeroShare = Double(zeros) / Double(sorted.count)
    var fits = Self.families(positive).sorted { $0.aic < $1.aic }
    // The families with a shape hold the exponential: it gives way only to one that is clearly better.
    if let plain = fits.firstIndex(where: { $0.family == "exponential" }), fits[plain].aic < fits[0].aic + Self.margin {
      fits.insert(fits.remove(at: plain), at: 0)
    }
    let ordered = sorted
    let leastAIC = fits.reduce(.infinity) { min($0, $1.aic) }
    var tried = fits.map { fit in
      let whole = Self.withZeros(zeroShare, fit.distribution)
      return (fit: fit, whole: whole, distance: Self.distance(ordered, whole))
    }
    candidates = tried.map {
      Candidate(family: $0.fit.family, excess: $0.fit.aic - leastAIC, distance: $0.distance)
    }
    // The one that is likeliest is not the nearest where none is right; then the nearest of all may still do.
    let limit = Self.tolerance + 1.36 / Double(sorted.count).squareRoot()
    tried = tried.filter { $0.distance <= limit }
    if let best = tried.first {
      (distribution, family, distance) = (best.whole, best.fit.family, best.distance)
    } else {
      distribution = Self.quantiles(of: sorted)
      family = "empirical"
      distance = Self.distance(sorted, distribution)
    }
  }

  /// A fitted distribution function this near to the sample's, beyond what chance explains, is taken as right.
  private static let tolerance = 0.03
  /// By how much the AIC of a family with a shape must be less than the exponential's.
  private static let margin = 4.0
  /// Zeros up to this share are taken for rounding.
  private static let fewZeros = 0.005

  /// The sample's quantile of `p` and the fitted one, in seconds.
  public func quantiles(_ p: Double) -> (observed: Double, fitted: Double) {
    (sorted[min(Int(p * Double(sorted.count)), sorted.count - 1)], distribution.quantile(p))
  }

  private static func withZeros(_ share: Double, _ distribution: Distribution) -> Distribution {
    if share <= fewZeros || share >= 1 { return distribution }
    return .mixture([
      .init(weight: share, distribution: .constant(0)), .init(weight: 1 - share, distribution: distribution),
    ])
  }

  private static func quantiles(of sorted: [Double]) -> Distribution {
    let shares = (0...100).map { Double($0) / 100 } + [0.995, 0.999]
    let points = shares.sorted().map { p in
      let place = p * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      let value = sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
      return Distribution.Quantile(probability: p, value: value)
    }
    return .quantiles(points)
  }

  /// Looks at fewer than four thousand of the sample's steps, and at two thousand at least if there are so many.
  private static func distance(_ sorted: [Double], _ distribution: Distribution) -> Double {
    let count = sorted.count
    let step = max(1, count / 2_000)
    var greatest = 0.0
    for index in stride(from: 0, to: count, by: step) {
      // Times are mostly whole seconds: equal ones are one step, and its middle is what a smooth curve should meet.
      let middle = (Double(index) + 0.5) / Double(count)
      let isStep =
        index > 0 && sorted[index - 1] == sorted[index] || index + 1 < count && sorted[index + 1] == sorted[index]
      if isStep {
        let first = firstIndex(sorted, atLeast: sorted[index])
        let last = firstIndex(sorted, above: sorted[index])
        let share = (Double(first) + Double(last)) / 2 / Double(count)
        let half = (distribution.cumulative(sorted[index]) + distribution.cumulative(sorted[index].nextDown)) / 2
        greatest = max(greatest, (half - share).magnitude)
      } else {
        greatest = max(greatest, (distribution.cumulative(sorted[index]) - middle).magnitude)
      }
    }
    return greatest
  }

  private static func firstIndex(_ sorted: [Double], atLeast value: Double) -> Int {
    partition(sorted) { $0 >= value }
  }

  private static func firstIndex(_ sorted: [Double], above value: Double) -> Int {
    partition(sorted) { $0 > value }
  }

  private static func partition(_ sorted: [Double], _ isAfter: (Double) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
