import DiscreteEvents

/// How far counts fall from their forecasts: Poisson's chance, and a relative error that grows with the days ahead.
///
/// What days of one forecast have in common is an error of the level. Its variance is taken to grow at least as that of a random
/// walk does, by the same from week to week, as it did over the weeks of back-tests; where forecasts were tested farther ahead,
/// the error is no smaller than was found.
public struct CountSpread: Sendable, Equatable {
  /// The standard deviation of the relative error in the first, second, … week ahead.
  private let byWeek: [Double]
  /// How much wider than a gamma distribution's the inner 80 % and 95 % are in back-tests.
  private let stretch80: Double
  private let stretch95: Double
  /// Whether there were too few back-tests to learn from, so that a tenth was assumed.
  public let isAssumed: Bool
  /// How many weeks ahead were tested; intervals beyond are widened by a rule.
  public let testedWeeks: Int

  /// One forecast and what came, for back-tests.
  struct Outcome {
    /// The day from which it was forecast.
    var origin = 0
    var weeksAhead: Int
    var forecast: Double
    var count: Double
  }

  private static let fewest = 20
  /// No level is so steady that its relative variance grows by less from week to week.
  private static let leastGrowth = 0.000025

  /// Learns from back-tests, and from others `far` beyond their weeks; without enough of the former, a tenth is assumed, and a
  /// tenth of that more from week to week.
  init(_ outcomes: [Outcome], weeks: Int, far: [Outcome] = []) {
    let usable = outcomes.filter { $0.forecast > 0 }
    isAssumed = usable.count < Self.fewest
    guard usable.count >= Self.fewest else {
      testedWeeks = 0
      byWeek = (0..<weeks).map { 0.1 * (1 + 0.1 * Double($0)) }
      (stretch80, stretch95) = (1, 1)
      return
    }
    func relativeVariance(_ outcomes: [Outcome]) -> Double {
      // Ordered and cut, so that one strange day does not widen every interval.
      let squares = outcomes.map { outcome -> Double in
        let error = (outcome.count - outcome.forecast) / outcome.forecast
        return error * error - 1 / outcome.forecast
      }.sorted()
      let kept = squares.prefix(max(1, squares.count * 98 / 100))
      return max(0, kept.reduce(0, +) / Double(kept.count))
    }
    let overall = relativeVariance(usable)
    var variances: [Double] = []
    let near = (usable.map(\.weeksAhead).max() ?? 0) + 1
    for week in 0..<near {
      let own = usable.filter { $0.weeksAhead == week }
      // A week of its own counts as far as it has outcomes; farther ones are never surer.
      let share = Double(own.count) / Double(own.count + 28)
      let known = own.isEmpty ? variances.last ?? overall : relativeVariance(own)
      let variance = share * known + (1 - share) * max(overall, variances.last ?? 0)
      variances.append(max(variance, variances.last ?? 0))
    }
    let farther = far.filter { $0.forecast > 0 && $0.weeksAhead >= near }
    testedWeeks = max(near, (farther.map(\.weeksAhead).max() ?? 0) + 1)
    let growth = Self.growth(usable)
    for week in near..<max(near, weeks) {
      // Of a week there are few, and the weeks beside it are as good.
      let own = farther.filter { abs($0.weeksAhead - week) <= 1 }
      let least = (variances.last ?? 0) + growth
      variances.append(own.isEmpty ? least : max(least, relativeVariance(own)))
    }
    byWeek = variances.map { $0.squareRoot() }
    let deviations = byWeek
    let sizes = usable.map { outcome -> Double in
      let relative = deviations[outcome.weeksAhead] * outcome.forecast
      return (outcome.count - outcome.forecast).magnitude / (outcome.forecast + relative * relative).squareRoot()
    }.sorted()
    func stretch(_ share: Double, _ normal: Double) -> Double {
      let place = min(sizes.count - 1, Int((share * Double(sizes.count + 1)).rounded(.up)) - 1)
      return min(max(sizes[place] / normal, 1), 1.6)
    }
    stretch80 = stretch(0.8, 1.2816)
    stretch95 = stretch(0.95, 1.96)
  }

  /// By how much the relative variance of the level grows from week to week: that of a random walk, whose variances come
  /// nearest to what errors of days of one week and one forecast have in common.
  private static func growth(_ outcomes: [Outcome]) -> Double {
    var sums: [[Int]: (sum: Double, squares: Double, count: Double)] = [:]
    for outcome in outcomes {
      let error = (outcome.count - outcome.forecast) / outcome.forecast
      let old = sums[[outcome.origin, outcome.weeksAhead]] ?? (0, 0, 0)
      sums[[outcome.origin, outcome.weeksAhead]] = (
        old.sum + error, old.squares + error * error, old.count + 1
      )
    }
    var (product, square) = (0.0, 0.0)
    // In one order, because sums of floating-point numbers depend on it.
    for (key, week) in sums.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where week.count > 1 {
      let common = (week.sum * week.sum - week.squares) / (week.count * (week.count - 1))
      let ahead = Double(key[1] + 1)
      product += ahead * common
      square += ahead * ahead
    }
    return max(leastGrowth, square > 0 ? product / square : 0)
  }

  /// The standard deviation of the relative error so many days ahead, from 0.
  func relative(daysAhead: Int) -> Double { byWeek[min(daysAhead / 7, byWeek.count - 1)] }

  /// The interval that holds a count of this `mean` with a probability of 80 % or 95 %, so many days ahead, from 0.
  ///
  /// A count with a random rate: negative binomial, so never narrower than Poisson's. `extra` is a further relative error,
  /// of an interval of the day. `level` is a mean to be reckoned with (``ReckonedLevel``): the interval reaches no less high
  /// than that of a Poisson count about it.
  func interval(
    _ mean: Double, daysAhead: Int, is95: Bool, extra: Double = 0, level: Double = 0
  ) -> ClosedRange<Double> {
    let tail = is95 ? 0.025 : 0.1
    let least = level > 0 ? Double(PortableMath.poissonQuantile(uniform: 1 - tail, mean: level)) : 0
    guard mean > 0 else { return 0...least }
    let stretch = is95 ? stretch95 : stretch80
    let relative = relative(daysAhead: daysAhead) * stretch
    let variance = relative * relative + extra * extra
    return Self.quantile(tail, mean, variance)...max(Self.quantile(1 - tail, mean, variance), least)
  }

  /// The least count that a share `p` of draws does not exceed: Poisson with a gamma rate of this relative variance.
  private static func quantile(_ p: Double, _ mean: Double, _ variance: Double) -> Double {
    guard variance > 1e-9 else { return Double(PortableMath.poissonQuantile(uniform: p, mean: mean)) }
    let size = 1 / variance
    if mean > 60 {
      // So many that a gamma distribution of the same mean and variance is as good.
      let total = variance + 1 / mean
      return (mean * total * PortableMath.gammaQuantile(p, shape: 1 / total)).rounded()
    }
    // Probabilities follow one from another: P(n + 1) = P(n) (n + size) / (n + 1) × mean / (mean + size).
    var probability = PortableMath.exp(size * -PortableMath.log1p(mean / size))
    var sum = probability
    var number = 0.0
    while sum < p, number < 100_000 {
      probability *= (number + size) / (number + 1) * mean / (mean + size)
      sum += probability
      number += 1
    }
    return number
  }
}
