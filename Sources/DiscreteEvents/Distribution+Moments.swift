extension Distribution {
  /// The expected value, from the parameters alone. Infinity if the distribution is, or with some weight has, `never`.
  ///
  /// O(1), or O(entries) for mixtures, values and quantiles.
  public var mean: Double {
    switch self {
    case .constant(let value):
      return value
    case .uniform(let min, let max):
      return min + (max - min) / 2
    case .exponential(let mean), .gamma(let mean, _), .weibull(let mean, _):
      return mean
    case .lognormal(let mu, let sigma):
      return PortableMath.exp(mu + sigma * sigma / 2)
    case .mixture(let components):
      let parts = components.filter { $0.weight > 0 }
      let total = parts.reduce(0) { $0 + $1.weight }
      return parts.reduce(0) { $0 + $1.weight / total * $1.distribution.mean }
    case .empirical(let values):
      return values.reduce(0, +) / Double(values.count)
    case .quantiles(let points):
      return Self.pieces(of: points).reduce(0) { $0 + $1.share * ($1.low + ($1.high - $1.low) / 2) }
    case .never:
      return .infinity
    }
  }

  /// The expected squared distance from the mean, from the parameters alone. Infinity where the mean is infinite.
  ///
  /// O(1), or O(entries) for mixtures, values and quantiles.
  public var variance: Double {
    switch self {
    case .constant:
      return 0
    case .uniform(let min, let max):
      return (max - min) * (max - min) / 12
    case .exponential(let mean):
      return mean * mean
    case .lognormal(let mu, let sigma):
      let square = sigma * sigma
      return PortableMath.exp(2 * mu + square) * PortableMath.expm1(square)
    case .gamma(let mean, let cv):
      return mean * cv * (mean * cv)
    case .weibull(let mean, let shape):
      // The second moment over the mean's square is Γ(1 + 2/shape) / Γ(1 + 1/shape)².
      let excess = PortableMath.logGamma(1 + 2 / shape) - 2 * PortableMath.logGamma(1 + 1 / shape)
      return mean * mean * PortableMath.expm1(excess)
    case .mixture(let components):
      let parts = components.filter { $0.weight > 0 }
      let total = parts.reduce(0) { $0 + $1.weight }
      let centre = mean
      guard centre.isFinite else { return .infinity }
      return parts.reduce(0) { sum, part in
        let distance = part.distribution.mean - centre
        return sum + part.weight / total * (part.distribution.variance + distance * distance)
      }
    case .empirical(let values):
      let centre = mean
      return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(values.count)
    case .quantiles(let points):
      let centre = mean
      return Self.pieces(of: points).reduce(0) { sum, piece in
        let width = piece.high - piece.low
        let distance = piece.low + width / 2 - centre
        return sum + piece.share * (width * width / 12 + distance * distance)
      }
    case .never:
      return .infinity
    }
  }

  /// A curve through quantiles as uniform pieces: what lies before the first point is at its value, likewise after the
  /// last.
  private static func pieces(of points: [Quantile]) -> [(share: Double, low: Double, high: Double)] {
    guard let first = points.first, let last = points.last else { return [] }
    var pieces = [(share: first.probability, low: first.value, high: first.value)]
    for (point, next) in zip(points, points.dropFirst()) {
      pieces.append((share: next.probability - point.probability, low: point.value, high: next.value))
    }
    pieces.append((share: 1 - last.probability, low: last.value, high: last.value))
    return pieces
  }
}
