import DiscreteEvents

extension Histogram {
  /// How many numbers of the sample are at most `limit`; within 0.1 % of `limit`, exact below 2,048 ms. O(pages).
  public func count(upTo limit: Milliseconds) -> UInt64 {
    guard limit >= 0, count > 0 else { return 0 }
    if let greatest, greatest <= limit { return count }
    return counts(below: HistogramScale.bin(of: UInt64(limit) + 1))
  }
}
