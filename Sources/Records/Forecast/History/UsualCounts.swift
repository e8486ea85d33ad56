/// What usually comes in each interval of a weekday, from days of which some intervals may not be known.
struct UsualCounts {
  /// A day of which more than this share is usually in intervals that are not known is not known at all.
  static let mostUnknown = 0.25
  /// Days of a weekday that tell what it is like; of fewer, all days together do.
  private static let fewestDays = 3

  /// By weekday, Monday first, and interval; nil where no day tells.
  private let means: [[Double?]]

  /// Learns from days, nil where they are unknown, each with its intervals, nil likewise. O(intervals).
  init(_ days: [[Double?]?], firstDay: Int, perDay: Int) {
    var sums = [[Double]](repeating: [Double](repeating: 0, count: perDay), count: 8)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: perDay), count: 8)
    for (index, day) in days.enumerated() {
      guard let day else { continue }
      let weekday = DailySeries.weekday(firstDay + index)
      for (interval, count) in day.enumerated() {
        guard let count else { continue }
        // The last of the eight is of all days.
        for row in [weekday, 7] {
          sums[row][interval] += count
          counts[row][interval] += 1
        }
      }
    }
    means = (0..<7).map { weekday in
      (0..<perDay).map { interval in
        let row = counts[weekday][interval] >= Self.fewestDays ? weekday : 7
        return counts[row][interval] > 0 ? sums[row][interval] / Double(counts[row][interval]) : nil
      }
    }
  }

  /// A day with what is usual in the intervals that are not known, for a day as busy as the others of it say; nil if they say
  /// too little.
  func filled(_ day: [Double?], weekday: Int) -> [Double]? {
    guard day.contains(where: { $0 == nil }) else { return day.compactMap(\.self) }
    var (known, usuallyKnown, usuallyUnknown) = (0.0, 0.0, 0.0)
    for (count, mean) in zip(day, means[weekday]) {
      if let count {
        known += count
        usuallyKnown += mean ?? count
      } else {
        guard let mean else { return nil }
        usuallyUnknown += mean
      }
    }
    guard usuallyUnknown <= Self.mostUnknown * (usuallyKnown + usuallyUnknown) else { return nil }
    let busyness = usuallyKnown > 0 ? known / usuallyKnown : 0
    return zip(day, means[weekday]).map { count, mean in count ?? (mean ?? 0) * busyness }
  }
}
