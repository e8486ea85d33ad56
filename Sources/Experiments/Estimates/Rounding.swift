/// What arithmetic alone makes of figures.
///
/// Sums of the same hours in another order, or of prices that no binary fraction is, end in other last bits: 2671.2 as
/// 2671.2000000000003. A judgement must not hang on that.
package enum Rounding {
  /// The part of a value that may be due to rounding: a billionth. A double holds sixteen digits, and a sum of some
  /// millions of terms has lost no more than seven of them. It is also less than one contact more, or fewer, in any figure
  /// that can be simulated.
  private static let share = 1e-9

  /// Whether `difference`, of values as great as `one` and `other`, is none but for rounding: no more than 1e-9 times the
  /// greater of their amounts. Not so if any of them is infinite or not a number.
  package static func explains(_ difference: Double, of one: Double, _ other: Double) -> Bool {
    let amount = max(abs(one), abs(other))
    return amount.isFinite && abs(difference) <= share * amount
  }

  /// Whether `low` is no greater than `high`, or greater by no more than rounding explains.
  package static func isAtMost(_ low: Double, _ high: Double) -> Bool {
    low <= high || explains(low - high, of: low, high)
  }

  /// Whether `low` is less than `high`, by more than rounding explains. Not so if either is not a number.
  package static func isBelow(_ low: Double, _ high: Double) -> Bool {
    low < high && !explains(low - high, of: low, high)
  }
}
