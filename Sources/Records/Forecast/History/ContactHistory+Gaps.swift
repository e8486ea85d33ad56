import DiscreteEvents
import Reading
import Writing

extension ContactHistory {
  /// A run of intervals of a day in which nobody came.
  struct Gap: Equatable {
    /// The number of the day since 1 January 1970.
    var day: Int
    /// The intervals.
    var intervals: Range<Int>
    /// What three in four other days of that weekday have then, or more.
    var usual: Double
  }

  /// Hours that a gap inside the history has at least: clocks that go forward take one.
  private static let shortest = 2
  /// How seldom chance alone may make a gap: at the edges of the history, and on one of the many days in between.
  private static let chances = (edge: 0.001, between: 1e-6)
  /// Gaps of a channel that are listed one by one.
  private static let listed = 3

  /// Warnings of days of which a part was probably not recorded, be it the end of the last day, the beginning of the first,
  /// or hours in between: where there are counts by interval, and a forecast would take the day for a quiet one.
  ///
  /// Such a part has nobody at all, and three in four other days of its weekday so many that a Poisson count of that mean
  /// would be none once in a thousand times, or in a million if it is in between. Special days are like no weekday, and
  /// neither warned of nor compared with. Days that ``cutOffDays(special:)`` names are not named again. O(intervals), and
  /// O(days log days) for each run without anybody where many should be.
  public func missingIntervals(special: SpecialDays = .init()) -> [Problem] {
    guard perDay > 1 else { return [] }
    var problems = RowProblems(path: path)
    for channel in channels {
      let gaps = gaps(of: channel, special: special)
      for gap in gaps.prefix(Self.listed) {
        problems.warn(
          "“\(channel.name)” has none \(words(for: gap)), and three in four other days of that weekday have "
            + "\(Numeral.text(gap.usual.rounded(.down), digits: 9)) or more then",
          "leave the day out if it was not recorded whole; a forecast takes it for a quiet one")
      }
      if gaps.count > Self.listed {
        problems.warn(
          "“\(channel.name)” has such gaps on \(Quantity.counted(gaps.count - Self.listed, "more day"))",
          "leave out the days that were not recorded whole")
      }
    }
    return problems.all
  }

  /// The gaps of a channel, by day.
  func gaps(of channel: Channel, special: SpecialDays) -> [Gap] {
    let series = series(channel)
    let weekdays = (0..<7).map { weekday in
      channel.intervals.indices.filter {
        DailySeries.weekday(firstDay + $0) == weekday && special[firstDay + $0] == nil && channel.intervals[$0] != nil
      }
    }
    let means = weekdays.map { days in
      (0..<perDay).map { interval -> Double in
        let total: Double = days.reduce(0) { $0 + (channel.intervals[$1]?[interval] ?? 0) }
        return total / Double(max(1, days.count))
      }
    }
    let sums = channel.intervals.map { $0.map(Self.runningSums) }
    return weekdays.joined().sorted().compactMap { index -> Gap? in
      let day = firstDay + index
      let (isFirst, isLast) = (index == 0, index == channel.intervals.count - 1)
      guard let counts = channel.intervals[index], leastOfOthers(series, ifCutOff: day, special: special) == nil else {
        return nil
      }
      let weekday = DailySeries.weekday(day)
      let others = weekdays[weekday].filter { $0 != index }
      guard others.count >= Self.fewestOthers else { return nil }
      return Self.emptyRuns(in: counts).lazy.compactMap { run -> Gap? in
        let isEdge = isFirst && run.lowerBound == 0 || isLast && run.upperBound == perDay
        guard isEdge || run.count * 24 >= Self.shortest * perDay else { return nil }
        let least = -PortableMath.log(isEdge ? Self.chances.edge : Self.chances.between)
        // Most days have far less to be missed, which the mean tells soon enough.
        guard means[weekday][run].reduce(0, +) > least / 4 else { return nil }
        let totals = others.compactMap { sums[$0].map { $0[run.upperBound] - $0[run.lowerBound] } }.sorted()
        let usual = totals[totals.count / 4]
        return usual > least ? Gap(day: day, intervals: run, usual: usual) : nil
      }.first
    }
  }

  /// Of counts, the sums of the first none, of the first, of the first two, ….
  private static func runningSums(_ counts: [Double]) -> [Double] {
    counts.reduce(into: [0]) { sums, count in sums.append((sums.last ?? 0) + count) }
  }

  private static func emptyRuns(in counts: [Double]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for (interval, count) in (counts + [1]).enumerated() where count > 0 {
      if interval > start { runs.append(start..<interval) }
      start = interval + 1
    }
    return runs
  }

  /// When a gap is: `from 15:30 on the last day, 2022-11-06`.
  private func words(for gap: Gap) -> String {
    func clock(_ interval: Int) -> String {
      CivilTime.clock(Milliseconds(interval) * (.day / Milliseconds(perDay)))
    }
    let date = CivilTime(dayNumber: gap.day).dateText
    if gap.day == firstDay, gap.intervals.lowerBound == 0 {
      return "before \(clock(gap.intervals.upperBound)) on the first day, \(date)"
    }
    if gap.day == firstDay + days - 1, gap.intervals.upperBound == perDay {
      return "from \(clock(gap.intervals.lowerBound)) on the last day, \(date)"
    }
    return "from \(clock(gap.intervals.lowerBound)) to \(clock(gap.intervals.upperBound)) on \(date)"
  }
}
