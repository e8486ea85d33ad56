import Writing

/// Days of which a part is there and cannot be read.
extension HistoryReader {
  /// The counts of a channel on a day, nil in intervals that are there and cannot be read; nil where the day has none.
  func intervals(of channel: Int, day: Int, perDay: Int) -> [Double?]? {
    let length = 1_440 / perDay
    let minutes = (0..<perDay).map { day * 1_440 + $0 * length }
    guard minutes.contains(where: { counts[channel][$0] != nil }) else { return nil }
    if unread.contains(channels[channel], day: day) { return [Double?](repeating: nil, count: perDay) }
    return minutes.map { minute in
      let count = counts[channel][minute]
      if unread.contains(channel, at: minute, isFound: count != nil) { return .none }
      // Where a day has counts, an interval without a row had none: systems leave those out.
      return .some(count ?? 0)
    }
  }

  /// A channel's days, with what is usual where intervals cannot be read; those are not recorded of which that is too much.
  mutating func filled(
    _ days: [[Double?]?], of channel: Int, firstDay: Int, perDay: Int, _ loss: inout HistoryLoss
  ) throws(RecordsError) -> [[Double]?] {
    let name = channels[channel]
    let usual = UsualCounts(days, firstDay: firstDay, perDay: perDay)
    let result = days.enumerated().map { index, day in
      day.flatMap { usual.filled($0, weekday: DailySeries.weekday(firstDay + index)) }
    }
    let lost = days.indices.filter { days[$0] != nil && result[$0] == nil }
    let filled = zip(days, result).filter { $1 != nil }.map { day, _ in day?.count { $0 == nil } ?? 0 }
    if result.allSatisfy({ $0 == nil }), !lost.isEmpty || unread.concerns(channel) {
      throw problems.fatal(
        "no day of “\(name)” can be read whole", "put right what is listed, or leave it out if it is no channel")
    }
    loss.days += lost.count
    loss.filledIn += filled.reduce(0, +)
    if filled.contains(where: { $0 > 0 }) {
      let intervals = Quantity.counted(filled.reduce(0, +), "interval")
      problems.warn(
        "“\(name)” has \(intervals) with counts that cannot be read, on \(filled.count { $0 > 0 }) of \(days.count) days",
        "they are put at what is usual then; put right what is listed")
    }
    if !lost.isEmpty {
      problems.warn(
        "“\(name)” cannot be read whole on \(lost.count) of \(days.count) days: "
          + Self.dates(lost.map { firstDay + $0 }),
        "they are taken as not recorded; put right what is listed")
    }
    return result
  }
}
