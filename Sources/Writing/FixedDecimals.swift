/// A number rounded to so many decimals, as the digits on either side of its point.
package struct FixedDecimals {
  /// The digits before the point, one at least.
  package let whole: Substring
  /// Those after it, as many as asked for.
  package let fraction: Substring
  /// Whether it is less than nothing as rounded: what rounds to nothing has no sign.
  package let isNegative: Bool

  /// What a number is multiplied by before so many of its `decimals` are whole. O(decimals).
  package static func scale(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { power, _ in power * 10 } }

  /// `number` to `decimals` places, half a unit of the last away from nothing; nil where that takes digits a double does not
  /// have, from 10¹⁵ such units on, and if it is not finite.
  package init?(_ number: Double, decimals: Int) {
    let scaled = (abs(number) * Self.scale(decimals)).rounded()
    guard scaled < 1e15 else { return nil }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    whole = padded.dropLast(decimals)
    fraction = padded.suffix(decimals)
    isNegative = number < 0 && scaled > 0
  }

  /// Sign and digits without zeros at the end: `0.25`, `-3`.
  package var shortest: String {
    var digits = fraction
    while digits.last == "0" { digits.removeLast() }
    return "\(isNegative ? "-" : "")\(whole)\(digits.isEmpty ? "" : ".")\(digits)"
  }
}
