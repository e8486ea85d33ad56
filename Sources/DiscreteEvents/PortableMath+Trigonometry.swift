extension PortableMath {
  /// The sine of an angle in radians, within 0.9 ulp for magnitudes up to 10⁶. O(1).
  ///
  /// Not-a-number beyond 10⁶, where the reduction would lose digits: better no answer than a wrong one.
  @inlinable
  public static func sin(_ x: Double) -> Double {
    guard x.magnitude > 0x1p-27 else { return x }
    return circular(x, quartersAhead: 0)
  }

  /// The cosine of an angle in radians, within 0.9 ulp for magnitudes up to 10⁶; not-a-number beyond. O(1).
  @inlinable
  public static func cos(_ x: Double) -> Double { circular(x, quartersAhead: 1) }

  /// The sine of `x` plus so many quarter turns.
  ///
  /// x = k·π/2 + r with |r| ≤ π/4, r in two parts; π/2 is held in three, the first two of 33 and 32 bits, so that k times
  /// them is exact up to k = 2²⁰ (Cody and Waite, 1980). The polynomials are minimax fits on that interval.
  @usableFromInline
  static func circular(_ x: Double, quartersAhead: UInt64) -> Double {
    guard x.magnitude <= 1e6 else { return .nan }
    let shifted = x * 0x1.45f306dc9c883p-1 + 0x1.8p52
    let quarters = shifted - 0x1.8p52
    let coarse = x - quarters * 0x1.921fb54400000p+0
    let fine = quarters * 0x1.0b4611a600000p-34
    let difference = coarse - fine
    // What that subtraction rounded away (Knuth's two-sum), and the third part of π/2.
    let subtracted = coarse - difference
    let lost = (coarse - (difference + subtracted)) + (subtracted - fine)
    let rest = lost - quarters * 0x1.3198a2e037073p-69
    let r = difference + rest
    let low = (difference - r) + rest

    let z = r * r
    let quadrant = (shifted.bitPattern &+ quartersAhead) & 3
    let value: Double
    if quadrant & 1 == 0 {
      var series = 0x1.5d93184be23abp-33
      series = series * z - 0x1.ae5e6688505a6p-26
      series = series * z + 0x1.71de35781647ap-19
      series = series * z - 0x1.a01a019c12032p-13
      series = series * z + 0x1.111111110f87dp-7
      series = series * z - 0x1.5555555555549p-3
      value = r + (r * z * series + low * (1 - 0.5 * z))
    } else {
      var series = -0x1.8faeb5d7843ccp-37
      series = series * z + 0x1.1ee9ec1875eb0p-29
      series = series * z - 0x1.27e4f80a33808p-22
      series = series * z + 0x1.a01a019cb2165p-16
      series = series * z - 0x1.6c16c16c15181p-10
      series = series * z + 0x1.555555555554cp-5
      let half = 0.5 * z
      let head = 1 - half
      value = head + (((1 - head) - half) + (z * z * series - r * low))
    }
    return quadrant & 2 == 0 ? value : -value
  }
}
