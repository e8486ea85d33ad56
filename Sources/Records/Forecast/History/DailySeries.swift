import DiscreteEvents

/// What came on each of a run of days.
struct DailySeries: Sendable {
  /// The number of the first day since 1 January 1970.
  var firstDay: Int
  /// Contacts of each day; nil where none were recorded.
  var counts: [Double?]

  var endDay: Int { firstDay + counts.count }

  /// The days before `end`.
  func prefix(before end: Int) -> DailySeries {
    DailySeries(firstDay: firstDay, counts: Array(counts.prefix(max(0, end - firstDay))))
  }

  /// The count of a day, where there is one.
  subscript(dayNumber: Int) -> Double? {
    counts.indices.contains(dayNumber - firstDay) ? counts[dayNumber - firstDay] : nil
  }

  /// The mean of the counts of the last eight weeks; 0 where there are none.
  var recentMean: Double {
    let known = counts.suffix(56).compactMap(\.self)
    return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
  }

  static func weekday(_ dayNumber: Int) -> Int { CivilTime(dayNumber: dayNumber).weekday }

  /// The logarithm of a count; of none, as if half a contact had come.
  static func logarithm(_ count: Double) -> Double { PortableMath.log(max(count, 0.5)) }
}
