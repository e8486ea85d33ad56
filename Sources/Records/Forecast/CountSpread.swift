import DiscreteEvents

/// How far counts fall from their forecasts: Poisson's chance, and a relative error that grows with the days ahead.
public struct CountSpread: Sendable, Equatable {
  /// The standard deviation of the relative error in the first, second, … week ahead.
  private let byWeek: [Double]
  /// How much wider than a gamma distribution's the inner 80 % and 95 % are in back-tests.
  private let stretch80: Double
  private let stretch95: Double

  /// One forecast and what came, for back-tests.
  struct Outcome {
    var weeksAhead: Int
    var forecast: Double
    var count: Double
  }

  private static let fewest = 20

  /// Learns from back-tests; without any, a tenth is assumed.
  init(_ outcomes: [Outcome], weeks: Int) {
    let usable = outcomes.filter { $0.forecast > 0 }
    guard usable.count >= Self.fewest else {
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
    for week in 0..<weeks {
      let own = usable.filter { $0.weeksAhead == week }
      // A week of its own counts as far as it has outcomes; farther ones are never surer.
      let share = Double(own.count) / Double(own.count + 28)
      let known = own.isEmpty ? variances.last ?? overall : relativeVariance(own)
      let variance = share * known + (1 - share) * max(overall, variances.last ?? 0)
      variances.append(max(variance, variances.last ?? 0))
    }
    byWeek = variances.map { $0.squareRoot() }
    let deviations = byWeek
    let sizes = usable.map { outcome -> Double in
      let relative = deviations[min(outcome.weeksAhead, weeks - 1)] * outcome.forecast
      return (outcome.count - outcome.forecast).magnitude / (outcome.forecast + relative * relative).squareRoot()
    }.sorted()
    func stretch(_ share: Double, _ normal: Double) -> Double {
      let place = min(sizes.count - 1, Int((share * Double(sizes.count + 1)).rounded(.up)) - 1)
      return min(max(sizes[place] / normal, 1), 1.6)
    }
    stretch80 = stretch(0.8, 1.2816)
    stretch95 = stretch(0.95, 1.96)
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
    let upper = Double(Self.quantile(1 - tail, mean, variance))
    return Double(Self.quantile(tail, mean, variance))...max(upper, least)
  }

  /// The least count that a share `p` of draws does not exceed: Poisson with a gamma rate of this relative variance.
  private static func quantile(_ p: Double, _ mean: Double, _ variance: Double) -> Int {
    guard variance > 1e-9 else { return PortableMath.poissonQuantile(uniform: p, mean: mean) }
    let size = 1 / variance
    if mean > 60 {
      // So many that a gamma distribution of the same mean and variance is as good.
      let total = variance + 1 / mean
      return Int((mean * total * PortableMath.gammaQuantile(p, shape: 1 / total)).rounded())
    }
    // Probabilities follow one from another: P(n + 1) = P(n) (n + size) / (n + 1) × mean / (mean + size).
    var probability = PortableMath.exp(size * -PortableMath.log1p(mean / size))
    var sum = probability
    var number = 0
    while sum < p, number < 100_000 {
      probability *= (Double(number) + size) / Double(number + 1) * mean / (mean + size)
      sum += probability
      number += 1
    }
    return number
  }
}
