/// Shares of one whole.
package enum Shares {
  /// What shares come to, rounded for people, if that is more than the whole. A hair more is rounding: 0.1 has no exact
  /// value.
  package static func sumBeyondOne(_ shares: [Double]) -> Double? { sum(shares, unless: -1e9...1 + 1e-9) }

  /// What shares come to, rounded for people, if that is not the whole.
  package static func sumOtherThanOne(_ shares: [Double]) -> Double? { sum(shares, unless: 1 - 1e-9...1 + 1e-9) }

  private static func sum(_ shares: [Double], unless range: ClosedRange<Double>) -> Double? {
    let sum = shares.reduce(0, +)
    return range.contains(sum) ? nil : (sum * 10_000).rounded() / 10_000
  }
}
