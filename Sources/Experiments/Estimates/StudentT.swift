/// Student's t distribution: how far the mean of a few normal observations strays, in estimated standard errors.
///
/// From additions, multiplications, divisions and square roots only, so that an interval is the same on every machine.
enum StudentT {
  /// The number that a t variable with `degrees` (≥ 1) degrees of freedom stays below with `probability` (½ ..< 1).
  ///
  /// Relative error below 10⁻¹² for probabilities up to 0.9995 and a thousand degrees. O(degrees).
  static func quantile(_ probability: Double, degrees: Int) -> Double {
    let wanted = 2 * probability - 1
    guard wanted > 0 else { return 0 }
    // The share within ±t rises ever more slowly, so its tangent reaches the wanted share no later than it does itself:
    // Newton's steps from 0 stay on one side and rise until rounding stops them.
    var t = 0.0
    for _ in 0..<200 {
      let (share, slope) = within(t, degrees: degrees)
      let next = t + (wanted - share) / slope
      guard next > t * (1 + 1e-15) else { return t }
      t = next
    }
    return t
  }

  /// The probability of staying within ±`t` (≥ 0, finite) with `degrees` (≥ 1) degrees of freedom. O(degrees).
  static func share(within t: Double, degrees: Int) -> Double { within(t, degrees: degrees).share }

  /// The probability of staying within ±`t`, and its derivative with respect to `t`.
  ///
  /// The finite series of Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
  private static func within(_ t: Double, degrees: Int) -> (share: Double, slope: Double) {
    let n = Double(degrees)
    let cosineSquared = n / (n + t * t)
    let cosine = cosineSquared.squareRoot()
    let sine = t / (n + t * t).squareRoot()
    let isOdd = degrees % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = 0.0
    var power = isOdd ? 1 : 0
    while power <= degrees - 2 {
      sum += term
      term *= Double(power + 1) / Double(power + 2) * cosineSquared
      power += 2
    }
    // Term is now the one after the last: its coefficient times the cosine to the power of degrees. The derivative of the
    // series with respect to the angle is that coefficient, times the number of degrees, times the cosine to the power
    // of degrees − 1; the angle's derivative with respect to t is the cosine squared over √degrees.
    let slope = term * cosine * n.squareRoot()
    guard isOdd else { return (sine * sum, slope) }
    let twoOverPi = 2 / Double.pi
    return (twoOverPi * (arctangent(t / n.squareRoot()) + sine * sum), twoOverPi * slope)
  }

  /// The angle whose tangent is `x` ≥ 0, within a few units of the last place.
  private static func arctangent(_ x: Double) -> Double {
    if x > 1 { return Double.pi / 2 - arctangent(1 / x) }
    // Halving the angle three times brings the tangent under 0.1, where the series needs few terms.
    var y = x
    for _ in 0..<3 { y = y / (1 + (1 + y * y).squareRoot()) }
    let square = y * y
    var sum = 0.0
    for power in stride(from: 17, through: 1, by: -2) { sum = 1 / Double(power) - square * sum }
    return 8 * y * sum
  }
}
