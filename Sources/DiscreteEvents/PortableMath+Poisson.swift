extension PortableMath {
  /// How many: the smallest n for which a Poisson variable of this mean is at most n with probability ≥ `uniform`.
  ///
  /// For a fixed `uniform` the result never falls as `mean` grows: that coupling is what lets a busier channel keep every
  /// caller it had. (The distribution function is exact to about 10⁻¹⁵ up to mean 32 and 10⁻¹³ beyond; only a `uniform`
  /// that close to a step could be told apart from the exact answer.)
  ///
  /// 0 unless the mean is positive. Never loops without bound and never traps: a probability of 1 or more counts as the
  /// largest number below 1, and from mean 10¹⁰ on the Cornish–Fisher expansion, then right to about one part in 10¹⁵ of
  /// the mean, is the answer. Time grows with the mean up to 32, then with its root.
  public static func poissonQuantile(uniform: Double, mean: Double) -> Int {
    if mean <= smallPoissonMean {
      return poissonQuantile(uniform: uniform, mean: mean, expMinusMean: exp(-mean))
    }
    guard mean > 0, uniform > 0 else { return 0 }
    guard mean < 0x1p62 else { return 1 << 62 }
    let u = min(uniform, 1 - 0x1p-53)
    let z = normalQuantile(u)
    let root = mean.squareRoot()
    let estimate = mean + root * z + (z * z - 1) / 6 - (z * z - 1) * z / (72 * root) - 0.5
    guard mean < 1e10 else { return Int(estimate) }
    return poissonQuantile(u, mean, startingAt: max(0, Int(estimate)))
  }

  /// The same, with `expMinusMean` = exp(−mean) given, for the many cells of a day whose mean recurs.
  ///
  /// Inversion from zero: n + 1 steps of a multiplication, a division and an addition each. Means above 32 go the general way.
  @inlinable
  public static func poissonQuantile(uniform: Double, mean: Double, expMinusMean: Double) -> Int {
    guard mean > 0 else { return 0 }
    guard mean <= smallPoissonMean else { return poissonQuantile(uniform: uniform, mean: mean) }
    var count = 0.0
    var probability = expMinusMean
    var cumulative = probability
    // Up to mean 32 even the first probability is above 2⁻⁶⁰; below that none can raise the sum any more.
    while cumulative < uniform && probability > 0x1p-60 {
      count += 1
      probability *= mean / count
      cumulative += probability
    }
    return Int(count)
  }

  /// Up to this mean inversion starts from zero.
  @inlinable static var smallPoissonMean: Double { 32 }

  /// Steps from `start`, which is near, to the quantile, counting probability on the smaller tail's side.
  private static func poissonQuantile(_ u: Double, _ mean: Double, startingAt start: Int) -> Int {
    var n = start
    // P(N ≤ n) is the upper tail at `mean` of a gamma variable of shape n + 1.
    let tails = gammaTails(Double(n) + 1, mean)
    var next = poissonDensity(Double(n) + 1, mean)
    if u <= 0.5 {
      var cumulative = tails.upper
      while cumulative < u && next > 0 {
        n += 1
        cumulative += next
        next *= mean / Double(n + 1)
      }
      while n > 0 {
        let here = next * Double(n + 1) / mean
        guard cumulative - here >= u else { break }
        cumulative -= here
        next = here
        n -= 1
      }
    } else {
      let allowed = 1 - u
      var beyond = tails.lower
      while beyond > allowed && next > 0 {
        n += 1
        beyond -= next
        next *= mean / Double(n + 1)
      }
      while n > 0 {
        let here = next * Double(n + 1) / mean
        guard beyond + here <= allowed else { break }
        beyond += here
        next = here
        n -= 1
      }
    }
    return n
  }
}
