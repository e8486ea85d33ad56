import DiscreteEvents

extension Distribution {
  /// The value that a share `p` of values, 0 < p < 1, does not exceed; by halving. Infinity for an endless one. For what is
  /// never less than zero, as a length of time.
  func quantile(_ p: Double) -> Double {
    if case .constant(let value) = self { return value }
    var high = 1.0
    while cumulative(high) < p {
      high *= 2
      if high > 1e15 { return .infinity }
    }
    if cumulative(0) >= p { return 0 }
    return LineSearch.root(in: 0...high) { cumulative($0) - p }
  }
}
