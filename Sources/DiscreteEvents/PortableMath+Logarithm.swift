extension PortableMath {
  /// The natural logarithm, within 0.65 ulp. O(1), no table.
  ///
  /// −infinity for ±0, infinity for infinity, not-a-number for anything negative or not a number.
  @inlinable
  public static func log(_ x: Double) -> Double {
    let parts = logarithmParts(x)
    return parts.head + parts.tail
  }

  /// log(1 + x), within 1 ulp: for small `x` it keeps the digits that `log(1 + x)` loses. O(1).
  @inlinable
  public static func log1p(_ x: Double) -> Double {
    if x.magnitude < 0x1p-54 { return x }
    let sum = 1 + x
    let parts = logarithmParts(sum)
    guard sum.isFinite, sum > 0 else { return parts.head }
    // What rounding 1 + x lost, to first order.
    let lost = sum >= 2 ? 1 - (sum - x) : x - (sum - 1)
    return parts.head + (parts.tail + lost / sum)
  }

  /// `x` to the power `y` for positive `x`: within 0.7 + |y|/8 ulp. O(1).
  ///
  /// Zero and infinity as base give the limit; a negative base is not a number whatever the exponent.
  @inlinable
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    let parts = logarithmParts(x)
    // Base 0, infinity or not a number, or an exponent too large for the product below to be split.
    guard parts.head.isFinite, y.magnitude < 0x1p500 else { return exp(y * parts.head) }
    // The same sum with a tail under half a unit in the head's last place.
    let head = parts.head + parts.tail
    let tail = (parts.head - head) + parts.tail
    let product = head * y
    guard product.magnitude < 746 else { return exp(product) }
    // The product's rounding error, by splitting each factor into halves of 26 bits (Dekker, 1971).
    let headHigh = Double(bitPattern: head.bitPattern & 0xFFFF_FFFF_F800_0000)
    let headLow = head - headHigh
    let powerHigh = Double(bitPattern: y.bitPattern & 0xFFFF_FFFF_F800_0000)
    let powerLow = y - powerHigh
    let lost = ((headHigh * powerHigh - product) + headHigh * powerLow + headLow * powerHigh) + headLow * powerLow
    let low = lost + tail * y
    guard product.magnitude < 708 else { return exponentialAtTheEdge(product, low) }
    let power = exponentialParts(product, low)
    return Double(bitPattern: (power.head + power.tail).bitPattern &+ power.exponent &<< 52)
  }

  /// The logarithm as a sum of two numbers, about 2⁻⁵⁸ accurate besides its last rounding.
  ///
  /// x = 2ᵏ·m with √½ ≤ m < √2, f = m − 1 and s = f / (2 + f); then log m = 2 artanh s = f − f²/2 + s·(f²/2 + R(s²)).
  /// The large terms k·ln 2, f and f²/2 are added exactly; only what is under 2⁻⁵ is rounded.
  @inlinable @inline(__always)
  static func logarithmParts(_ x: Double) -> (head: Double, tail: Double) {
    // True for zero, subnormals, negative numbers, infinity and not-a-number alike.
    if x.bitPattern &- 0x0010_0000_0000_0000 >= 0x7FE0_0000_0000_0000 { return logarithmPartsAtTheEdge(x) }
    return logarithmParts(normal: x, scaledBy: 0)
  }

  /// The two parts for a positive normal `x` = 2^`scale` · the number meant.
  @inlinable @inline(__always)
  static func logarithmParts(normal x: Double, scaledBy scale: Int64) -> (head: Double, tail: Double) {
    let exponent = Int64(bitPattern: x.bitPattern &- 0x3FE6_A09E_667F_3BCD) &>> 52
    let m = Double(bitPattern: x.bitPattern &- UInt64(bitPattern: exponent &<< 52))
    let k = Double(exponent &- scale)
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    let z2 = z * z
    let terms012 = 0x1.5555555555592p-1 + z * 0x1.999999997fd77p-2 + z2 * 0x1.24924941f4f9ap-2
    let terms34 = 0x1.c71c5206090c9p-3 + z * 0x1.74663fa1fa5f3p-3
    let terms56 = 0x1.39a1a6faa1df0p-3 + z * 0x1.2f06346bb2116p-3
    let remainder = z * (terms012 + z * z2 * (terms34 + z2 * terms56))

    // f²/2 in two parts, the first exact because its factor has 26 bits.
    let short = Double(bitPattern: f.bitPattern & 0xFFFF_FFFF_F800_0000)
    let squareHigh = 0.5 * short * short
    let squareLow = 0.5 * (f - short) * (f + short)
    let small = s * (0.5 * f * f + remainder) - squareLow

    let multiple = k * 0x1.62e42fefa3000p-1
    let first = multiple + f
    let firstLost = (multiple - first) + f
    let second = first - squareHigh
    let secondLost = (first - second) - squareHigh
    return (second, (firstLost + secondLost) + (k * 0x1.3de6af278ece6p-42 + small))
  }

  /// The two parts for what is not a positive normal number.
  @usableFromInline @inline(never)
  static func logarithmPartsAtTheEdge(_ x: Double) -> (head: Double, tail: Double) {
    if x == 0 { return (-.infinity, 0) }
    if x < 0 { return (.nan, 0) }
    if x.isNaN || x.isInfinite { return (x, 0) }
    return logarithmParts(normal: x * 0x1p54, scaledBy: 54)
  }
}
