extension PortableMath {
  /// e to the power `x`, within 0.7 ulp (subnormal results within 0.8 ulp). O(1), no table.
  ///
  /// Infinity above 709.78…, zero below −745.13…, not-a-number for not-a-number.
  @inlinable @inline(__always)
  public static func exp(_ x: Double) -> Double {
    guard x.magnitude < 708 else { return exponentialAtTheEdge(x) }
    let parts = exponentialParts(x, 0)
    let significand = parts.head + parts.tail
    return Double(bitPattern: significand.bitPattern &+ parts.exponent &<< 52)
  }

  /// e to the power `x`, less one, within 1.1 ulp: for small `x` it keeps the digits that `exp(x) - 1` loses. O(1).
  @inlinable
  public static func expm1(_ x: Double) -> Double {
    if x.magnitude < 0.34 {
      if x.magnitude < 0x1p-54 { return x }
      return x + x * x * (0.5 + x * exponentialRemainder(x))
    }
    guard x < 40 else { return exp(x) }
    guard x > -40 else { return x.isNaN ? x : -1 }
    let parts = exponentialParts(x, 0)
    let scale = Double(bitPattern: (1_023 &+ parts.exponent) &<< 52)
    let head = parts.head * scale
    let difference = head - 1
    // What the subtraction rounded away (Knuth's two-sum).
    let subtracted = head - difference
    let lost = (head - (difference + subtracted)) + (subtracted - 1)
    return difference + (lost + parts.tail * scale)
  }

  /// `exp(x + low)` for an `x` of magnitude under 745 as 2 to the power `exponent` times (`head` + `tail`).
  ///
  /// x = k·ln 2 + r with |r| ≤ ½ ln 2; ln 2 is held in two parts, the first short enough for k times it to be exact.
  /// Head is 1 + r rounded; tail is what that rounding lost plus r²/2 + r³·q(r).
  /// `exponent` is right modulo 2¹², which is what its uses, shifted up to an exponent field, need.
  @inlinable @inline(__always)
  static func exponentialParts(_ x: Double, _ low: Double) -> (head: Double, tail: Double, exponent: UInt64) {
    // Adding 1.5 · 2⁵² leaves the nearest whole number in the lowest bits of the significand.
    let shifted = x * 0x1.71547652b82fep+0 + 0x1.8p52
    let whole = shifted - 0x1.8p52
    let coarse = x - whole * 0x1.62e42fefa3000p-1
    let correction = whole * 0x1.3de6af278ece6p-42 - low
    let r = coarse - correction
    let head = 1 + coarse
    let lost = coarse - (head - 1)
    let tail = lost + (r * r * (0.5 + r * exponentialRemainder(r)) - correction)
    return (head, tail, shifted.bitPattern)
  }

  /// (eʳ − 1 − r − r²/2) / r³ for |r| ≤ ½ ln 2: minimax, so that the error in eʳ is under 2⁻⁵⁷.
  @inlinable @inline(__always)
  static func exponentialRemainder(_ r: Double) -> Double {
    let r2 = r * r
    let r4 = r2 * r2
    let terms01 = 0x1.5555555555501p-3 + r * 0x1.5555555553207p-5
    let terms23 = 0x1.1111111128879p-7 + r * 0x1.6c16c17cc34a0p-10
    let terms45 = 0x1.a01a011c23942p-13 + r * 0x1.a019ab2cdf7eep-16
    let terms678 = 0x1.71df553fde60cp-19 + r * 0x1.289f8b34b176dp-22 + r2 * 0x1.ad201a4d76d31p-26
    return (terms01 + r2 * terms23) + r4 * (terms45 + r2 * terms678)
  }

  /// `exp` where the result overflows, underflows or nearly does, or the argument is not a number.
  @usableFromInline @inline(never)
  static func exponentialAtTheEdge(_ x: Double) -> Double { exponentialAtTheEdge(x, 0) }

  /// `exp(x + low)` for any `x`: the power of two is applied in two steps, of which only the last can round.
  @usableFromInline @inline(never)
  static func exponentialAtTheEdge(_ x: Double, _ low: Double) -> Double {
    if x.isNaN { return x }
    if x > 710 { return .infinity }
    if x < -746 { return 0 }
    let parts = exponentialParts(x, low)
    let significand = parts.head + parts.tail
    let step: UInt64 = x > 0 ? 100 : 0 &- 100
    let near = Double(bitPattern: significand.bitPattern &+ (parts.exponent &- step) &<< 52)
    return near * (x > 0 ? 0x1p100 : 0x1p-100)
  }
}
