import DiscreteEvents
import Writing

/// What all rows together say.
extension HistoryReader {
  /// A first or last day so many days from all others is none of theirs.
  private static let farthest = 366
  /// One so many days from them is odd.
  private static let far = 28
  private static let fewestDays = 14
  /// Days without counts that are named one by one.
  private static let daysNamed = 5

  /// The history of all rows read.
  consuming func finished() throws(RecordsError) -> ContactHistory {
    if let failure { throw failure }
    try useHeld()
    guard let columns else { throw problems.fatal("the file is empty", Self.form) }
    try refuseMisreadColumns(columns)
    leaveOutStrayDays()
    try problems.refuseIfMostAreLeftOut("forecast")
    let minutes = Set(counts.flatMap(\.keys)).sorted()
    guard let first = minutes.first, let last = minutes.last else {
      throw problems.fatal("there is no row that can be used", "put right what is listed")
    }
    let firstDay = first / 1_440
    let days = last / 1_440 - firstDay + 1
    guard days <= Self.mostDays else {
      throw problems.fatal(
        line: lines[firstDay + days - 1]?.first ?? 0, column: timeColumn, "the history spans \(days) days",
        "check the dates, of which this is the last: at most \(Self.mostDays)")
    }
    try refuseTotals()
    guard days >= Self.fewestDays else {
      throw problems.fatal(
        "the history spans \(Quantity.counted(days, "day"))", "give two weeks at least, and two years if there are")
    }
    let zone = zone(from: firstDay, days: days)
    noteRepeats(zone)
    problems.warnOfSpellings(channels)
    let perDay = try intervals(minutes + unread.allMinutes)
    guard days * perDay * channels.count <= Self.mostCounts else {
      throw problems.fatal(
        "\(days) days of \(perDay) intervals and \(Quantity.counted(channels.count, "channel")) are too many",
        "give fewer years or longer intervals, or some of the channels: at most \(Self.mostCounts / 1_000_000) million "
          + "intervals of a channel")
    }
    noteTimesThatNeverCome(zone, from: firstDay, days: days, perDay: perDay)
    var history = ContactHistory(
      channels: [], firstDay: firstDay, perDay: perDay, warnings: [], path: problems.path,
      zone: zone)
    history.loss.rows = problems.rowsLeftOut
    history.loss.cells = unread.cells
    for (number, name) in channels.enumerated() {
      let found = (0..<days).map { intervals(of: number, day: firstDay + $0, perDay: perDay) }
      let missing = found.indices.filter { found[$0] == nil }
      if !missing.isEmpty {
        problems.warn(
          "“\(name)” has no counts on \(missing.count) of \(days) days"
            + (missing.count < days ? ": " + Self.dates(missing.map { firstDay + $0 }) : ""),
          "they are taken as not recorded; write 0 for none")
      }
      history.channels.append(
        .init(name: name, intervals: try filled(found, of: number, firstDay: firstDay, perDay: perDay, &history.loss)))
    }
    history.warnings = problems.all
    return history
  }

  /// Refuses counts of one date or time that stand in several rows, where a column without a use seems to say what tells these
  /// apart: the time of day, or the channel.
  private func refuseMisreadColumns(_ columns: CountColumns) throws(RecordsError) {
    let isByDay = counts.allSatisfy { $0.keys.allSatisfy { $0 % 1_440 == 0 } }
    if let time = columns.unusedTime, isByDay, !repeats.isEmpty {
      throw problems.timePassedOver(time, "some dates have more than one row", line: headerLine)
    }
    if let error = problems.namesTakenForCounts(names, columns, line: headerLine) { throw error }
  }

  /// The first of some days, and how many more there are.
  static func dates(_ days: [Int]) -> String {
    let named = days.prefix(daysNamed).map { CivilTime(dayNumber: $0).dateText }.joined(
      separator: ", ")
    return days.count > daysNamed ? named + " and \(days.count - daysNamed) more" : named
  }

  /// The clocks of the history and of the time that can be forecast from it.
  private func zone(from firstDay: Int, days: Int) -> ZoneRules {
    let start = Milliseconds(firstDay) * .day
    return ZoneRules.named(
      clock.timeZone, from: start, to: start + Milliseconds(days + Self.farthest) * .day) ?? .utc
  }

  /// Notes counts of a time and channel that there was a count of before, but for the second of a time that the wall shows
  /// twice, on the night the clocks go back.
  private mutating func noteRepeats(_ zone: ZoneRules) {
    var excused = Set<[Int]>()
    // Those of stray days were left out.
    for row in repeats where counts[row.channel][row.minute] != nil {
      let shown = CivilTime(dayNumber: row.minute / 1_440, timeOfDay: Milliseconds(row.minute % 1_440) * .minute)
      if zone.occurrences(of: shown) > 1, excused.insert([row.minute, row.channel]).inserted { continue }
      problems.note(
        "the same time and channel as another", line: row.line, column: row.column,
        "there was a count of this time and channel before",
        "both are added up; remove one if the file was joined from parts that overlap")
    }
  }

  /// Warns of counts at times that clocks pass over, the commonest sign of a table that is in UTC. Of days nobody knows the
  /// times.
  private mutating func noteTimesThatNeverCome(_ zone: ZoneRules, from firstDay: Int, days: Int, perDay: Int) {
    guard perDay > 1 else { return }
    let minutes = (firstDay..<firstDay + days).flatMap { day in
      zone.showings(dayNumber: day, perDay: perDay).enumerated().filter { $0.element == 0 }
        .map { day * 1_440 + $0.offset * (1_440 / perDay) }
    }
    let found = minutes.filter { minute in counts.contains { ($0[minute] ?? 0) > 0 } }
    guard let first = found.first else { return }
    let shown = CivilTime(dayNumber: first / 1_440, timeOfDay: Milliseconds(first % 1_440) * .minute)
    let others = found.count > 1 ? ", and so it is with \(Quantity.counted(found.count - 1, "other time"))" : ""
    problems.warn(
      "\(shown.minuteText) never comes, as the clocks of \(clock.timeZone) go forward" + others,
      "the counts are taken for that day's all the same; put the times right, or name the clocks they are by: "
        + "--time-zone UTC")
  }

  /// Leaves out the rows of a first or last day that no other is within a year of, and notes those of one that is apart:
  /// a wrong date makes such a day, be it the first row's.
  private mutating func leaveOutStrayDays() {
    var days = Set(counts.flatMap(\.keys).map { $0 / 1_440 }).sorted()
    while days.count > Self.fewestDays {
      let (before, after) = (days[1] - days[0], days[days.count - 1] - days[days.count - 2])
      guard max(before, after) > Self.farthest else { break }
      let stray = before > after ? days.removeFirst() : days.removeLast()
      for index in counts.indices { counts[index] = counts[index].filter { $0.key / 1_440 != stray } }
      let message = Self.distance(of: stray, max(before, after), isAfter: before <= after)
      for line in lines[stray] ?? [] {
        problems.leaveOut("far from all others", line: line, column: timeColumn, message, "put its date right")
      }
    }
    guard days.count > Self.fewestDays else { return }
    for (stray, neighbour) in [(days[0], days[1]), (days[days.count - 1], days[days.count - 2])] {
      let distance = abs(stray - neighbour)
      guard distance > Self.far else { continue }
      problems.note(
        "far from others", line: lines[stray]?.first ?? 0, column: timeColumn,
        Self.distance(of: stray, distance, isAfter: stray > neighbour), "check that the date is right")
    }
  }

  private static func distance(of day: Int, _ days: Int, isAfter: Bool) -> String {
    "\(CivilTime(dayNumber: day).dateText) is \(days) days \(isAfter ? "after" : "before") all other days"
  }

  /// How many intervals a day has: those of the greatest length that every time is a multiple of.
  private func intervals(_ minutes: [Int]) throws(RecordsError) -> Int {
    var length = 1_440
    for minute in minutes {
      var (a, b) = (length, minute % 1_440)
      while b != 0 { (a, b) = (b, a % b) }
      length = a
    }
    guard length >= 5 else {
      throw problems.fatal(
        "times are \(Quantity.counted(length, "minute")) apart",
        "count by intervals of 5 minutes or more that divide a day")
    }
    return 1_440 / length
  }
}
