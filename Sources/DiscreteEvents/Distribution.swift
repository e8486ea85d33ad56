/// A probability distribution as a scenario states it. Numbers carry the unit of whatever is drawn (usually seconds).
public indirect enum Distribution: Sendable, Hashable {
  /// Always this value.
  case constant(Double)
  /// Every value between `min` and `max` equally likely.
  case uniform(min: Double, max: Double)
  /// Memoryless with this mean.
  case exponential(mean: Double)
  /// The exponential of a normal variable with mean `mu` and standard deviation `sigma`.
  case lognormal(mu: Double, sigma: Double)
  /// Gamma with this mean and coefficient of variation (standard deviation over mean).
  case gamma(mean: Double, cv: Double)
  /// Weibull with this mean and shape; a shape under 1 has many short values and a long tail.
  case weibull(mean: Double, shape: Double)
  /// One of several distributions, each chosen in proportion to its weight.
  case mixture([Component])
  /// The values observed, each equally likely. Must be sorted, not empty.
  case empirical(values: [Double])
  /// A curve through quantiles: probability and value, both rising, linear in between.
  case quantiles([Quantile])
  /// It never happens (an endlessly patient caller): every draw is infinity.
  case never

  /// A part of a mixture.
  public struct Component: Sendable, Hashable {
    /// Relative weight; need not sum to one with the others.
    public var weight: Double
    /// What is drawn when this part is chosen.
    public var distribution: Distribution

    /// A part of a mixture.
    public init(weight: Double, distribution: Distribution) {
      self.weight = weight
      self.distribution = distribution
    }
  }

  /// A point on an empirical distribution function.
  public struct Quantile: Sendable, Hashable {
    /// The share of values at or below `value`, 0 … 1.
    public var probability: Double
    /// The value.
    public var value: Double

    /// A point on an empirical distribution function.
    public init(probability: Double, value: Double) {
      self.probability = probability
      self.value = value
    }
  }
}
