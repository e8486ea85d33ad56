extension Quantity {
  /// The fewest decimals, `least` or more, to which `numbers` can be rounded so that each still says whether it keeps
  /// to a bound, as `keeps` judges: 89.9987 must not read as 90.00 where 90 is asked for. `least` if the most digits
  /// that are printed, six more, are not enough.
  package static func decimals(from least: Int, for numbers: [Double], keeps: (Double) -> Bool) -> Int {
    (least...least + 6).first { decimals in
      numbers.allSatisfy { number in
        let rounded = asWritten(number, decimals: decimals)
        return keeps(rounded) == keeps(number)
      }
    } ?? least
  }

  /// The fewest decimals, `least` or more, by which `number` is said but for a billionth; six more at most.
  package static func decimals(from least: Int, toSay number: Double) -> Int {
    (least...least + 6).first { decimals in
      // Nothing is off where there is no number.
      !(abs(asWritten(number, decimals: decimals) - number) > 1e-9 * abs(number))
    } ?? least + 6
  }

  /// `number` rounded to so many decimals; as it is where that takes digits a double does not have.
  package static func asWritten(_ number: Double, decimals: Int) -> Double {
    FixedDecimals(number, decimals: decimals).flatMap { Double($0.shortest) } ?? number
  }
}
