extension PortableMath {
  /// The angle in radians, -π/2 … π/2, whose sine is `x`, within 2 ulp; not-a-number outside -1 … 1.
  ///
  /// The Taylor series up to 0.5; beyond that asin x = π/2 - 2 asin √((1 - x)/2). O(1).
  public static func arcSine(_ x: Double) -> Double {
    let magnitude = x.magnitude
    guard magnitude <= 1 else { return .nan }
    if magnitude <= 0x1p-6 {
      // As far as five terms are enough, which for half a chord on the Earth means 200 kilometres.
      let square = x * x
      var series = 63.0 / 2_816
      series = series * square + 35.0 / 1_152
      series = series * square + 5.0 / 112
      series = series * square + 3.0 / 40
      series = series * square + 1.0 / 6
      return x + x * square * series
    }
    if magnitude <= 0.5 { return arcSineSeries(x) }
    let rest = 2 * arcSineSeries(((1 - magnitude) / 2).squareRoot())
    // π/2 in two parts, so that nothing is lost in the subtraction.
    let value = 0x1.921fb54442d18p0 - (rest - 0x1.1a62633145c07p-54)
    return x < 0 ? -value : value
  }

  /// Σ (2n)! / (4ⁿ n!² (2n + 1)) x²ⁿ⁺¹, until a term no longer counts.
  private static func arcSineSeries(_ x: Double) -> Double {
    let square = x * x
    var coefficient = 1.0
    var power = x
    var sum = 0.0
    var n = 0.0
    // What follows x itself is summed apart and added last, so that x is rounded once.
    while true {
      n += 1
      coefficient *= (2 * n - 1) / (2 * n)
      power *= square
      let term = coefficient * power / (2 * n + 1)
      let next = sum + term
      if next == sum { return x + sum }
      sum = next
    }
  }
}
