/// How a day's contacts fall into its intervals, by weekday, and on special days.
struct DayShape: Sendable {
  /// Shares of the intervals of a day, which sum to 1: Monday first, special days last.
  private let shares: [[Double]]
  /// Relative standard deviation of an interval about its share, beyond Poisson's chance.
  let variation: Double

  /// Weight of all days' shape in each weekday's, in contacts.
  private static let prior = 50.0
  private static let weeks = 26

  /// Learns from the intervals of the last half-year of days.
  init(_ intervals: [[Double]?], firstDay: Int, perDay: Int, special: SpecialDays) {
    var sums = [[Double]](repeating: [Double](repeating: 0, count: perDay), count: 8)
    var all = [Double](repeating: 0, count: perDay)
    let recent = intervals.indices.suffix(7 * Self.weeks).filter { intervals[$0] != nil }
    func kind(_ index: Int) -> Int { special[firstDay + index] == nil ? DailySeries.weekday(firstDay + index) : 7 }
    for index in recent {
      for (interval, count) in (intervals[index] ?? []).enumerated() {
        sums[kind(index)][interval] += count
        all[interval] += count
      }
    }
    let total = max(1, all.reduce(0, +))
    let overall = all.map { $0 / total }
    shares = sums.map { row in
      let own = row.reduce(0, +)
      return row.indices.map { (row[$0] + Self.prior * overall[$0]) / (own + Self.prior) }
    }
    var (squares, weights) = (0.0, 0.0)
    for index in recent {
      let counts = intervals[index] ?? []
      let sum = counts.reduce(0, +)
      for (interval, share) in shares[kind(index)].enumerated() where share * sum > 1 {
        let mean = share * sum
        squares += (counts[interval] - mean) * (counts[interval] - mean) - mean * (1 - share)
        weights += mean * mean
      }
    }
    variation = weights > 0 ? max(0, squares / weights).squareRoot() : 0
  }

  /// The shares of a day.
  func shares(weekday: Int, isSpecial: Bool) -> [Double] { shares[isSpecial ? 7 : weekday] }
}
