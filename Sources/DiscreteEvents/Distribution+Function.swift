extension Distribution {
  /// The probability of a value of at most `x`. O(1), or O(entries) for what is made of several.
  public func cumulative(_ x: Double) -> Double {
    switch self {
    case .constant(let value):
      return x >= value ? 1 : 0
    case .uniform(let min, let max):
      return max > min ? Swift.min(1, Swift.max(0, (x - min) / (max - min))) : (x >= min ? 1 : 0)
    case .exponential(let mean):
      return x > 0 ? -PortableMath.expm1(-x / mean) : 0
    case .lognormal(let mu, let sigma):
      return x > 0 ? PortableMath.normalCDF((PortableMath.log(x) - mu) / sigma) : 0
    case .gamma(let mean, let cv):
      // Without variation it is the mean, always.
      guard cv > 0 else { return x >= mean ? 1 : 0 }
      return x > 0 ? PortableMath.regularizedGammaP(1 / (cv * cv), x / (mean * cv * cv)) : 0
    case .weibull(let mean, let shape):
      guard x > 0 else { return 0 }
      let scale = mean / PortableMath.exp(PortableMath.logGamma(1 + 1 / shape))
      return -PortableMath.expm1(-PortableMath.pow(x / scale, shape))
    case .mixture(let parts):
      let total = parts.reduce(0) { $0 + $1.weight }
      return parts.reduce(0) { $0 + $1.weight / total * $1.distribution.cumulative(x) }
    case .empirical(let values):
      return Double(values.count { $0 <= x }) / Double(values.count)
    case .quantiles(let points):
      guard let next = points.firstIndex(where: { $0.value > x }) else { return 1 }
      guard next > 0 else { return 0 }
      let (low, high) = (points[next - 1], points[next])
      return low.probability + (high.probability - low.probability) * (x - low.value) / (high.value - low.value)
    case .never:
      return 0
    }
  }
}
