import DiscreteEvents
import Erlang
import Reading
import Writing

/// What all rows together say.
extension VolumeReader {
  private static let mostDays = 366
  private static let lengths = 5...240
  /// Mean handling times that no unit but seconds makes, in seconds.
  private static let usualHandlings = 10.0...14_400
  /// Loads of all intervals together that can be worked out, in erlangs.
  private static let greatestLoad = 10 * QueueDemand.greatestLoad

  /// The table of all rows read.
  consuming func finished() throws(RecordsError) -> VolumeTable {
    if let failure { throw failure }
    try useHeld()
    if let failure { throw failure }
    guard let columns else { throw problems.fatal("the file is empty", Self.form) }
    try problems.refuseIfAnyIsLeftOut()
    guard !channels.isEmpty else { throw problems.fatal("there is no interval", "give a row for each") }
    let channel = try problems.channel(question.channel, of: channels)
    let sorted = rows[channels.firstIndex(of: channel) ?? 0].sorted {
      ($0.minute, $0.line) < ($1.minute, $1.line)
    }
    guard !sorted.isEmpty else { throw problems.fatal("there is no interval", "give a row for each") }
    try refuseDatesAlone(sorted, columns)
    if Set(sorted.map(\.minute)).count < sorted.count,
      let error = problems.namesTakenForCounts(names, columns, line: headerLine)
    {
      throw error
    }
    // A week without dates knows no change of the clocks.
    let zone = columns.isWeek ? .utc : try zone(of: sorted, columns)
    let rows = once(sorted, zone, columns)
    try problems.refuseIfAnyIsLeftOut()
    let length = try length(of: rows, columns)
    refuseOthers(rows, length, columns)
    try problems.refuseIfAnyIsLeftOut()
    if columns.handling == nil, question.handling == nil, rows.contains(where: { $0.offered > 0 }) {
      throw problems.fatal(
        "the table has no column “handling”", "say how long a contact takes, --handling 3m53s, or add the column")
    }
    let intervals = rows.compactMap { volume($0, length, zone, columns) }
    try problems.refuseIfAnyIsLeftOut()
    guard !intervals.isEmpty else {
      throw problems.fatal(
        "the clocks of \(timeZone) pass over every interval there is", "give others, or name the clocks they are by")
    }
    let load = intervals.reduce(0) { $0 + $1.offered * ($1.handling ?? 0) / $1.length }
    guard load <= Self.greatestLoad else {
      throw problems.fatal(
        "the loads of all intervals are more than ten million erlangs together", "is a unit of time wrong?")
    }
    warnOfUnits(intervals, columns)
    problems.warnOfSpellings(channels)
    return VolumeTable(
      path: problems.path, channel: channel, isWeek: columns.isWeek, timeZone: timeZone, minutes: length,
      intervals: intervals, missing: missing(in: rows.map(\.minute), length, zone), warnings: problems.all)
  }

  /// Refuses rows of which several are of one date, and none says a time, though a column without a use seems to; without such a
  /// column, where there are many.
  private func refuseDatesAlone(_ rows: [Row], _ columns: CountColumns) throws(RecordsError) {
    let dates = Set(rows.map(\.minute))
    guard columns.time == nil, dates.allSatisfy({ $0 % 1_440 == 0 }), rows.count > dates.count else { return }
    if let time = columns.unusedTime {
      throw problems.timePassedOver(
        time, "there are \(rows.count) rows of \(Quantity.counted(dates.count, "date"))", line: headerLine)
    }
    guard rows.count >= 3 * dates.count, rows.count > 3 else { return }
    let passedOver = columns.passedOver.prefix(3).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    throw problems.fatal(
      line: rows[0].line, column: columns.date + 1,
      "there are \(rows.count) rows of \(Quantity.counted(dates.count, "date")), and no column says the time of day"
        + (passedOver.isEmpty ? "" : ": there is no use for \(passedOver)"),
      "call the column “time” that says when an interval begins, and write 07:30 in it")
  }

  /// Warns of a mean handling time that is probably of another unit than seconds.
  private mutating func warnOfUnits(_ intervals: [IntervalVolume], _ columns: CountColumns) {
    guard let column = columns.handling else { return }
    let offered = intervals.reduce(0) { $0 + $1.offered }
    let mean = intervals.reduce(0) { $0 + $1.offered * ($1.handling ?? 0) } / max(offered, 1e-9)
    guard offered > 0, !Self.usualHandlings.contains(mean) else { return }
    problems.warn(
      line: headerLine, column: column + 1, "handling times are \(Quantity.duration(mean)) on average",
      "are they \(mean < Self.usualHandlings.lowerBound ? "minutes" : "milliseconds")? write seconds, 3m53s or 0:03:53")
  }

  /// The clocks of all intervals.
  private func zone(of rows: [Row], _ columns: CountColumns) throws(RecordsError) -> ZoneRules {
    guard let first = rows.first?.minute, let last = rows.last?.minute else { return .utc }
    let days = last / 1_440 - first / 1_440 + 1
    guard days <= Self.mostDays else {
      throw problems.fatal(
        line: rows[rows.count - 1].line, column: columns.date + 1, "the table spans \(days) days",
        "check the dates, of which this is the last: at most \(Self.mostDays)")
    }
    let (start, end) = (Milliseconds(first) * .minute, Milliseconds(last) * .minute)
    return ZoneRules.named(timeZone, from: start - 2 * .day, to: end + 3 * .day) ?? .utc
  }

  /// Each interval once. The two rows of one that the clocks show twice are one; any other second row is a fault.
  private mutating func once(_ rows: [Row], _ zone: ZoneRules, _ columns: CountColumns) -> [Row] {
    var result: [Row] = []
    var isJoined = false
    for row in rows {
      guard let last = result.last, last.minute == row.minute else {
        result.append(row)
        isJoined = false
        continue
      }
      if !isJoined, zone.occurrences(of: Self.civil(row.minute)) > 1 {
        isJoined = true
        result[result.count - 1] = last.joined(with: row, standard: question.handling)
      } else {
        problems.leaveOut(
          "the same interval as another", line: row.line, column: columns.date + 1,
          "the interval \(text(row.minute)) is on line \(last.line) as well", "keep one of the two")
      }
    }
    return result
  }

  /// How long an interval is, in minutes: as is said, or as most that follow each other are apart.
  private func length(of rows: [Row], _ columns: CountColumns) throws(RecordsError) -> Int {
    let said = rows.lazy.compactMap(\.length).first
    if let odd = rows.first(where: { $0.length != said }) {
      throw problems.fatal(
        line: odd.line, column: (columns.minutes ?? 0) + 1,
        "this interval is \(Quantity.counted(odd.length ?? 0, "minute")) long, and others are \(said ?? 0)",
        "give intervals of one length")
    }
    if let said, let asked = question.minutes, said != asked {
      throw problems.fatal(
        line: rows[0].line, column: (columns.minutes ?? 0) + 1,
        "intervals are \(Quantity.counted(said, "minute")) long, and --per says \(asked)", "leave out --per")
    }
    let apart = zip(rows.dropFirst(), rows).map { $0.minute - $1.minute }
    guard let length = said ?? question.minutes ?? apart.mostFrequent() else {
      throw problems.fatal(
        line: rows[0].line, column: columns.date + 1, "one interval alone does not tell how long it is",
        "say so: --per 30m")
    }
    guard Self.lengths.contains(length), 1_440 % length == 0 else {
      throw problems.fatal(
        length == 1_440 ? "intervals are a day long" : "intervals are \(Quantity.counted(length, "minute")) long",
        "give volumes by the half-hour or the hour, or another part of a day from 5 minutes to 4 hours"
          + (said == nil && question.minutes == nil ? "; if most have no row, say how long they are: --per 30m" : ""))
    }
    return length
  }

  /// Refuses what does not begin a whole number of intervals before or after most others.
  private mutating func refuseOthers(_ rows: [Row], _ length: Int, _ columns: CountColumns) {
    let usual = rows.map { $0.minute % length }.mostFrequent()
    for row in rows where row.minute % length != usual {
      problems.leaveOut(
        "out of step with the others", line: row.line, column: (columns.time ?? columns.date) + 1,
        "\(text(row.minute)) is no whole number of intervals of \(length) minutes from the others",
        "give intervals of one length, or say how long they are: --per 15m")
    }
  }

  /// The interval of a row; nil if it is refused, or if the clocks pass over it and nobody came.
  private mutating func volume(
    _ row: Row, _ length: Int, _ zone: ZoneRules, _ columns: CountColumns
  ) -> IntervalVolume? {
    let start = Milliseconds(row.minute) * .minute
    let shown = zone.time(showing: start..<start + Milliseconds(length) * .minute)
    guard shown > 0 else {
      if row.offered > 0 {
        problems.leaveOut(
          "passed over by the clocks", line: row.line, column: (columns.time ?? columns.date) + 1,
          "the clocks of \(timeZone) pass over \(text(row.minute))",
          "put the time right, or name the clocks it is by: --time-zone UTC")
      }
      return nil
    }
    let seconds = Double(shown) / 1_000
    guard row.offered > 0 else {
      return IntervalVolume(start: Self.civil(row.minute), length: seconds, offered: 0, handling: row.handling)
    }
    guard let handling = row.handling ?? question.handling else {
      problems.leaveOut(
        "no handling time", line: row.line, column: (columns.handling ?? 0) + 1, "there is no handling time",
        "write one, or say what holds where there is none: --handling 3m53s")
      return nil
    }
    guard row.offered * handling / seconds <= QueueDemand.greatestLoad else {
      problems.leaveOut(
        "too great a load", line: row.line, column: columns.count + 1,
        "this makes a load of more than a million erlangs", "is a unit of time wrong?")
      return nil
    }
    return IntervalVolume(start: Self.civil(row.minute), length: seconds, offered: row.offered, handling: handling)
  }

  /// How many intervals between the first and the last of `minutes`, which rise, have no row, though clocks show them; in a
  /// week, of which there may be some days alone, those between the first and the last of a day.
  private func missing(in minutes: [Int], _ length: Int, _ zone: ZoneRules) -> Int {
    let isWeek = columns?.isWeek == true
    return zip(minutes, minutes.dropFirst()).filter { !isWeek || $0 / 1_440 == $1 / 1_440 }.reduce(0) { sum, pair in
      sum
        + stride(from: pair.0 + length, to: pair.1, by: length).count { minute in
          let start = Milliseconds(minute) * .minute
          return zone.time(showing: start..<start + Milliseconds(length) * .minute) > 0
        }
    }
  }

  private static func civil(_ minute: Int) -> CivilTime {
    CivilTime(dayNumber: minute / 1_440, timeOfDay: Milliseconds(minute % 1_440) * .minute)
  }

  private func text(_ minute: Int) -> String {
    IntervalDates(isWeek: columns?.isWeek == true).start(Self.civil(minute))
  }
}

extension VolumeReader.Row {
  /// The contacts of both, at the handling time they have on average; `standard` where one does not say.
  fileprivate func joined(with other: Self, standard: Double?) -> Self {
    var sum = self
    sum.offered += other.offered
    guard sum.offered > 0 else {
      sum.handling = handling ?? other.handling
      return sum
    }
    // Whoever came takes time: the interval is refused if one of the two does not say how much.
    guard let own = offered > 0 ? handling ?? standard : 0,
      let others = other.offered > 0 ? other.handling ?? standard : 0
    else {
      sum.handling = nil
      return sum
    }
    sum.handling = (offered * own + other.offered * others) / sum.offered
    return sum
  }
}

extension CountColumns {
  /// The field in which contacts are, or the first of several.
  fileprivate var count: Int {
    switch counts {
    case .long(let count, _): count
    case .wide(let channels): channels.first?.field ?? 0
    case .grid(let times, _): times.first?.field ?? 0
    }
  }

  /// The field that names the channel, if there is one.
  var channel: Int? {
    switch counts {
    case .long(_, let channel), .grid(_, let channel): channel
    case .wide: nil
    }
  }
}
