import DiscreteEvents
import Reading

extension ContactHistory {
  /// Days of a weekday, besides the one in question, that say what it is like.
  static let fewestOthers = 3
  /// How seldom chance alone may make a day as small as one that is said to be cut off.
  private static let chance = 0.001

  /// Warnings of a first or last day that was probably not recorded whole: a forecast would take it for a quiet day.
  ///
  /// Such a day has less than half of what the least of the other days of its weekday has, and so little that a Poisson count
  /// of that mean would fall so low once in a thousand times; where few come, no day is that small. Special days are like no
  /// weekday, and neither warned of nor compared with. O(days).
  public func cutOffDays(special: SpecialDays = .init()) -> [Problem] {
    var problems = RowProblems(path: path)
    let ends = [("first", firstDay), ("last", firstDay + days - 1)]
    for channel in channels {
      let series = series(channel)
      for (place, day) in ends where special[day] == nil {
        guard let count = series[day], let least = leastOfOthers(series, ifCutOff: day, special: special) else {
          continue
        }
        problems.warn(
          "“\(channel.name)” has \(Numeral.text(count.rounded(), digits: 9)) on the \(place) day, "
            + "\(CivilTime(dayNumber: day).dateText), and \(Numeral.text(least.rounded(.down), digits: 9)) or more on every "
            + "other day of that weekday",
          "leave the day out if it was not recorded whole; a forecast takes it for a quiet one")
      }
    }
    return problems.all
  }

  /// The least count of the other days of a weekday, if `day` is the first or the last day and probably cut off.
  func leastOfOthers(_ series: DailySeries, ifCutOff day: Int, special: SpecialDays) -> Double? {
    guard day == firstDay || day == firstDay + days - 1, let count = series[day] else { return nil }
    let others = stride(from: firstDay + (day - firstDay) % 7, to: firstDay + days, by: 7)
      .filter { $0 != day && special[$0] == nil }.compactMap { series[$0] }
    guard others.count >= Self.fewestOthers, let least = others.min(), count < least / 2,
      Int(count) < PortableMath.poissonQuantile(uniform: Self.chance, mean: least)
    else { return nil }
    return least
  }
}
