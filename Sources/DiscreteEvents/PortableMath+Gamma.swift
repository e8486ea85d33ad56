extension PortableMath {
  /// The logarithm of Γ(x) for positive `x`; infinity at 0, not-a-number below. Error under 8·10⁻¹⁵ absolute, or
  /// 10⁻¹⁵ of the value where that is more. O(1).
  ///
  /// Stirling's series from 10 on; below, through Γ(x + n) = x (x + 1) … (x + n − 1) Γ(x).
  public static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? .infinity : .nan }
    guard x < 0x1p1000 else { return x.isNaN ? x : .infinity }
    var argument = x
    var product = 1.0
    while argument < 10 {
      product *= argument
      argument += 1
    }
    let stirling = (argument - 0.5) * (log(argument) - 1) + (halfLogTwoPi - 0.5 + stirlingCorrection(argument))
    return product == 1 ? stirling : stirling - log(product)
  }

  /// ½ log 2π.
  static var halfLogTwoPi: Double { 0x1.d67f1c864beb5p-1 }

  /// log Γ(x) − ((x − ½) log x − x + ½ log 2π) for x ≥ 10: the Bernoulli terms 1/(12x) − 1/(360x³) + ….
  static func stirlingCorrection(_ x: Double) -> Double {
    let w = 1 / (x * x)
    var sum = -3_617.0 / 122_400
    sum = sum * w + 1.0 / 156
    sum = sum * w - 691.0 / 360_360
    sum = sum * w + 1.0 / 1_188
    sum = sum * w - 1.0 / 1_680
    sum = sum * w + 1.0 / 1_260
    sum = sum * w - 1.0 / 360
    sum = sum * w + 1.0 / 12
    return sum / x
  }

  /// The probability that a gamma variable of shape `a` and scale 1 is at most `x`. Error under 10⁻¹³ of the
  /// smaller tail for shapes from 1 to 10⁶, and 10⁻¹² from 0.01 on. Time grows with √a: some 60 terms at a = 100, 6,000 at 10⁶;
  /// from 2⁴⁰ on it is that of the normal distribution.
  ///
  /// Not-a-number unless `a` > 0 and `x` ≥ 0.
  public static func regularizedGammaP(_ a: Double, _ x: Double) -> Double {
    gammaTails(a, x).lower
  }

  /// Both tails of a gamma variable of shape `a` at `x`, the smaller without cancellation.
  ///
  /// Lower: xᵃe⁻ˣ/Γ(a+1) · (1 + x/(a+1) + x²/((a+1)(a+2)) + …). Upper: Legendre's continued fraction, by the modified
  /// Lentz method. Both from Abramowitz and Stegun, "Handbook of Mathematical Functions", 6.5.29 and 6.5.31.
  static func gammaTails(_ a: Double, _ x: Double) -> (lower: Double, upper: Double, density: Double) {
    guard a > 0, a.isFinite, x >= 0 else { return (.nan, .nan, .nan) }
    if x == 0 { return (0, 1, 0) }
    if x.isInfinite { return (1, 0, 0) }
    // The sums below take some multiple of √a terms; from 2⁵³ on a + 1 is a, and they would never end.
    if a >= 0x1p40 { return distantGammaTails(a, x) }
    let front = poissonDensity(a, x)
    if x < a + 1 {
      var term = 1.0
      var sum = 1.0
      var divisor = a
      while term > sum * 0x1p-58 {
        divisor += 1
        term *= x / divisor
        sum += term
      }
      let lower = min(front * sum, 1)
      return (lower, 1 - lower, front * a)
    }
    var b = x + 1 - a
    var c = 0x1p1000
    var d = 1 / b
    var fraction = d
    var i = 0.0
    while i < 1e7 {
      i += 1
      let numerator = i * (a - i)
      b += 2
      d = numerator * d + b
      if d.magnitude < 0x1p-1000 { d = 0x1p-1000 }
      c = b + numerator / c
      if c.magnitude < 0x1p-1000 { c = 0x1p-1000 }
      d = 1 / d
      let factor = d * c
      fraction *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
    }
    let upper = min(front * a * fraction, 1)
    return (1 - upper, upper, front * a)
  }

  /// As ``gammaTails(_:_:)`` for shapes from 2⁴⁰ on. O(1). Error under 10⁻¹¹ within ten standard deviations of the mean.
  ///
  /// The first two terms of Temme's uniform expansion ("The Asymptotic Expansion of the Incomplete Gamma Functions", SIAM
  /// Journal on Mathematical Analysis 10, 1979): the normal tail at η√a with η²/2 = t − log(1 + t), t = x/a − 1, corrected by
  /// its density times ⅓ − η/12.
  private static func distantGammaTails(
    _ a: Double, _ x: Double
  ) -> (lower: Double, upper: Double, density: Double) {
    let t = (x - a) / a
    let distance = (2 * excessOverLogarithm(t)).squareRoot()
    let eta = t < 0 ? -distance : distance
    let z = eta * a.squareRoot()
    let density = z.magnitude < 39 ? exp(-0.5 * z * z) * 0x1.9884533d43651p-2 : 0
    let correction = density == 0 ? 0 : density / a.squareRoot() * (1.0 / 3 - eta / 12)
    return (
      min(1, max(0, normalCDF(z) + correction)), min(1, max(0, normalCDF(-z) - correction)), density * a.squareRoot()
    )
  }

  /// mⁿe⁻ᵐ/Γ(n+1) for real n > 0: the probability of `n` for a Poisson variable of mean `m`.
  ///
  /// From 10 on in C. Loader's saddle-point form (2000), which keeps its relative accuracy however large n is:
  /// exp(−stirling(n) − deviance) / √(2πn), with deviance = n·log(n/m) + m − n computed without cancellation.
  static func poissonDensity(_ n: Double, _ m: Double) -> Double {
    if n < 10 {
      return exp(n * log(m) - m - logGamma(n + 1))
    }
    let t = (m - n) / n
    let deviance = n * excessOverLogarithm(t)
    return exp(-stirlingCorrection(n) - deviance) * 0x1.9884533d43651p-2 / n.squareRoot()
  }

  /// t − log(1 + t) for t > −1, without the cancellation near zero.
  static func excessOverLogarithm(_ t: Double) -> Double {
    guard t.magnitude < 0.4 else { return t - log1p(t) }
    // log(1 + t) = 2 artanh s with s = t/(2 + t), and t − 2s = s·t, so what is left starts at the second order.
    let s = t / (2 + t)
    let z = s * s
    var sum = 0.0
    var power = 2 * s * z
    var odd = 3.0
    while power.magnitude > 0x1p-60 * (s * t).magnitude {
      sum += power / odd
      power *= z
      odd += 2
    }
    return s * t - sum
  }

  /// The x that a gamma variable of shape `shape` and scale 1 stays below with probability `p`.
  ///
  /// Relative error about 10⁻¹² for shapes from 0.01 on (below shape 1 at most 10⁻¹⁴ / shape, which is what a rounding
  /// of `p` itself amounts to). 0 at p = 0, infinity at 1, not-a-number outside. A few evaluations of the distribution
  /// function, so time grows with √shape up to 2²⁰; beyond, O(1).
  ///
  /// Newton's method in log x on the logarithm of the smaller tail. Both tails' logarithms are concave in log x, so from
  /// any start one step reaches the side from which the rest converge without overshooting: it cannot cycle. Once near,
  /// Halley's correction for the curvature makes each step triple the digits rather than double them.
  /// Started at Wilson and Hilferty's cube (1931), or for small results at the first term of the series.
  public static func gammaQuantile(_ p: Double, shape: Double) -> Double {
    guard shape > 0, shape.isFinite, p >= 0, p <= 1 else { return .nan }
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    if shape > 0x1p20 { return distantGammaQuantile(p, shape) }
    let upperTail = 1 - p
    // The distribution function never exceeds its first term, so this never exceeds the answer.
    let leading = exp((log(p) + logGamma(shape + 1)) / shape)
    if leading < 0x1p-60 { return leading }
    var x = leading
    if shape >= 0.5 {
      let third = 1 / (9 * shape)
      let cube = 1 - third + normalQuantile(p) * third.squareRoot()
      if cube > 0.1 { x = max(leading, shape * cube * cube * cube) }
    } else if p > 0.9 {
      x = max(leading, -log(upperTail / shape))
    }
    for _ in 0..<60 {
      let tails = gammaTails(shape, x)
      var step: Double
      // How fast the slope of the tail's logarithm changes, over that slope.
      let curvature: Double
      if p <= 0.5 {
        step = log(p / tails.lower) * tails.lower / tails.density
        curvature = shape - x - tails.density / tails.lower
      } else {
        step = log(tails.upper / upperTail) * tails.upper / tails.density
        curvature = shape - x + tails.density / tails.upper
      }
      // Neither a vanished tail nor a distant start may throw the iteration out of range.
      if step.isNaN { step = p <= 0.5 ? 1 : -1 }
      step = max(-2, min(2, step))
      let bend = step * curvature / 2
      guard bend.magnitude < 0.25 else {
        x *= exp(step)
        continue
      }
      step /= 1 + bend
      x *= exp(step)
      // The next step would be smaller by another factor of the order of bend².
      if (step * bend * bend).magnitude < 0x1p-52 { break }
    }
    return x
  }
  /// As ``gammaQuantile(_:shape:)`` for shapes above 2²⁰. O(1).
  ///
  /// E. A. Cornish and R. A. Fisher's expansion (1937) in 1/√shape, as for χ² in Abramowitz and Stegun, "Handbook of
  /// Mathematical Functions", 26.4 and 26.2.49: the first term left out is below 10⁻¹⁴ of the result.
  private static func distantGammaQuantile(_ p: Double, _ shape: Double) -> Double {
    let z = normalQuantile(p)
    let root = shape.squareRoot()
    let square = z * z
    return shape + root * z + (square - 1) / 3 + z * (square - 7) / (36 * root)
      - (square * (3 * square + 7) - 16) / (810 * shape)
  }
}
