extension PortableMath {
  /// The standard normal quantile: the z that a standard normal variable stays below with probability `p`.
  ///
  /// Relative error about 10⁻¹⁵. −infinity at 0, infinity at 1, not-a-number outside. O(1); one division, and in the
  /// outer 15 % a logarithm and a square root.
  ///
  /// Source: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37
  /// (1988), routine PPND16.
  @inlinable @inline(__always)
  public static func normalQuantile(_ p: Double) -> Double {
    let q = p - 0.5
    guard q.magnitude <= 0.425 else { return normalQuantileOutside(p, q) }
    // Both polynomials in pairs of terms (Estrin's scheme): a processor works on them at once, where each of Horner's steps
    // must wait for the one before.
    let r = 0.180625 - q * q
    let r2 = r * r
    let r4 = r2 * r2
    let above01 = 3.3871328727963666080e0 + r * 1.3314166789178437745e2
    let above23 = 1.9715909503065514427e3 + r * 1.3731693765509461125e4
    let above45 = 4.5921953931549871457e4 + r * 6.7265770927008700853e4
    let above67 = 3.3430575583588128105e4 + r * 2.5090809287301226727e3
    let above = (above01 + r2 * above23) + r4 * (above45 + r2 * above67)
    let below01 = 1 + r * 4.2313330701600911252e1
    let below23 = 6.8718700749205790830e2 + r * 5.3941960214247511077e3
    let below45 = 2.1213794301586595867e4 + r * 3.9307895800092710610e4
    let below67 = 2.8729085735721942674e4 + r * 5.2264952788528545610e3
    let below = (below01 + r2 * below23) + r4 * (below45 + r2 * below67)
    return q * above / below
  }

  /// `normalQuantile(p)` in the tails, where q = p − ½ is beyond ±0.425.
  @inlinable
  static func normalQuantileOutside(_ p: Double, _ q: Double) -> Double {
    let tail = q < 0 ? p : 1 - p
    guard tail > 0 else { return tail == 0 ? (q < 0 ? -.infinity : .infinity) : .nan }
    let distance = (-log(tail)).squareRoot()
    let magnitude: Double
    if distance <= 5 {
      let r = distance - 1.6
      var above = 7.74545014278341407640e-4
      above = above * r + 2.27238449892691845833e-2
      above = above * r + 2.41780725177450611770e-1
      above = above * r + 1.27045825245236838258e0
      above = above * r + 3.64784832476320460504e0
      above = above * r + 5.76949722146069140550e0
      above = above * r + 4.63033784615654529590e0
      above = above * r + 1.42343711074968357734e0
      var below = 1.05075007164441684324e-9
      below = below * r + 5.47593808499534494600e-4
      below = below * r + 1.51986665636164571966e-2
      below = below * r + 1.48103976427480074590e-1
      below = below * r + 6.89767334985100004550e-1
      below = below * r + 1.67638483018380384940e0
      below = below * r + 2.05319162663775882187e0
      below = below * r + 1
      magnitude = above / below
    } else {
      magnitude = normalQuantileFarOutside(distance)
    }
    return q < 0 ? -magnitude : magnitude
  }

  /// The quantile's magnitude where the tail is under e⁻²⁵, from √(−log tail).
  @usableFromInline @inline(never)
  static func normalQuantileFarOutside(_ distance: Double) -> Double {
    let r = distance - 5
    var above = 2.01033439929228813265e-7
    above = above * r + 2.71155556874348757815e-5
    above = above * r + 1.24266094738807843860e-3
    above = above * r + 2.65321895265761230930e-2
    above = above * r + 2.96560571828504891230e-1
    above = above * r + 1.78482653991729133580e0
    above = above * r + 5.46378491116411436990e0
    above = above * r + 6.65790464350110377720e0
    var below = 2.04426310338993978564e-15
    below = below * r + 1.42151175831644588870e-7
    below = below * r + 1.84631831751005468180e-5
    below = below * r + 7.86869131145613259100e-4
    below = below * r + 1.48753612908506148525e-2
    below = below * r + 1.36929880922735805310e-1
    below = below * r + 5.99832206555887937690e-1
    below = below * r + 1
    return above / below
  }

  /// The probability that a standard normal variable is at most `z`. Relative error under 5·10⁻¹⁵ on both sides,
  /// down to the smallest normal number. O(1): up to 200 divisions, so not for the inside of a loop.
  ///
  /// Near zero the series Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/(3·5) + …) (G. Marsaglia, "Evaluating the Normal
  /// Distribution", Journal of Statistical Software 11, 2004); beyond ±3 Laplace's continued fraction for Mills' ratio.
  public static func normalCDF(_ z: Double) -> Double {
    if z.isNaN { return z }
    let magnitude = z.magnitude
    if magnitude > 39 { return z < 0 ? 0 : 1 }
    // φ(z), with z² split so that its rounding is not magnified by the exponential.
    let short = Double(bitPattern: magnitude.bitPattern & 0xFFFF_FFFF_F800_0000)
    let rest = (magnitude - short) * (magnitude + short)
    let density = 0x1.9884533d43651p-2 * exp(-0.5 * short * short) * exp(-0.5 * rest)
    // Further down than −1.5 the series' difference loses digits that the continued fraction keeps.
    if magnitude < 3 && z > -1.5 {
      var term = magnitude
      var sum = magnitude
      var odd = 1.0
      while term > sum * 0x1p-56 {
        odd += 2
        term *= magnitude * magnitude / odd
        sum += term
      }
      return z < 0 ? 0.5 - density * sum : 0.5 + density * sum
    }
    // Mills' ratio 1/(z + 1/(z + 2/(z + 3/(z + …)))), from the inside out; nearer zero it needs more levels.
    var level = magnitude < 3 ? 200.0 : 60.0
    var fraction = magnitude
    while level > 0 {
      fraction = magnitude + level / fraction
      level -= 1
    }
    let tail = density / fraction
    return z < 0 ? tail : 1 - tail
  }
}
