extension Distribution {
  /// The distribution of `factor` times what this one draws; the factor is positive.
  ///
  /// Drawn from the same numbers, each draw is `factor` times as large (but for rounding).
  public func scaled(by factor: Double) -> Distribution {
    switch self {
    case .constant(let value):
      return .constant(value * factor)
    case .uniform(let min, let max):
      return .uniform(min: min * factor, max: max * factor)
    case .exponential(let mean):
      return .exponential(mean: mean * factor)
    case .lognormal(let mu, let sigma):
      return .lognormal(mu: mu + PortableMath.log(factor), sigma: sigma)
    case .gamma(let mean, let cv):
      return .gamma(mean: mean * factor, cv: cv)
    case .weibull(let mean, let shape):
      return .weibull(mean: mean * factor, shape: shape)
    case .mixture(let components):
      return .mixture(
        components.map { Component(weight: $0.weight, distribution: $0.distribution.scaled(by: factor)) })
    case .empirical(let values):
      return .empirical(values: values.map { $0 * factor })
    case .quantiles(let points):
      return .quantiles(points.map { Quantile(probability: $0.probability, value: $0.value * factor) })
    case .never:
      return .never
    }
  }
}
