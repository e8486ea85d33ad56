/// Which bin of a histogram a number of milliseconds falls into, and which numbers a bin holds.
///
/// Log-linear: numbers below 2,048 have a bin each; from there on every doubling is cut into 1,024 bins of equal width,
/// so that a bin is never wider than 1/1,024 of the smallest number in it. The layout is that of HdrHistogram
/// (G. Tene) with ten bits of precision.
enum HistogramScale {
  /// Bits of a number that its bin remembers, below the highest.
  static let precision = 10
  /// Bins in a page, as a power of two; pages exist only once something falls into them.
  static let pageBits = 8
  /// Bins in a page.
  static let pageSize = 1 << pageBits
  /// How many bins there are.
  static let binCount = bin(of: .max) + 1
  /// The pages all bins fill.
  static let pageCount = binCount / pageSize

  /// The bin of `value`.
  @inline(__always)
  static func bin(of value: UInt64) -> Int {
    // How far the number must be shifted down for its leading ten bits and the one above them to remain; the bit
    // added keeps small numbers, which are exact, from being shifted up.
    let shift = 63 &- precision &- (value | 1 &<< UInt64(precision)).leadingZeroBitCount
    return shift &<< precision &+ Int(truncatingIfNeeded: value &>> UInt64(truncatingIfNeeded: shift))
  }

  /// The smallest number that falls into `bin`.
  static func lowest(in bin: Int) -> UInt64 {
    let shift = max(0, bin >> precision - 1)
    return UInt64(bin - shift << precision) << UInt64(shift)
  }

  /// The number in the middle of `bin`: off by at most 1/2,048 of any number in the bin, and not at all below 2,048.
  static func middle(of bin: Int) -> Double {
    let low = lowest(in: bin)
    // What follows the last bin is 2⁶⁴, which reads 0.
    return Double(low) + Double(lowest(in: bin + 1) &- low &- 1) / 2
  }
}
