import DiscreteEvents
import Reading
import ScenarioFile

/// Reads a history: a count for every day or interval and channel, one a row, or one row a time and a column a channel.
struct HistoryReader {
  static let mostDays = 36_600
  static let form = "begin with date,channel,count or start,channel,count"

  enum Layout {
    /// A row for every count.
    case long(time: Int, channel: Int, count: Int)
    /// A column for every channel.
    case wide(time: Int, channels: [(field: Int, channel: Int)])
  }

  var problems: RowProblems
  var layout: Layout?
  private var width = 0
  var failure: RecordsError?
  private var channelNumbers = ChannelNumbers()
  var channels: [String] = []
  /// Counts by channel and minute of local time since 1 January 1970.
  var counts: [[Int: Double]] = []
  /// The column of the times, from 1.
  private(set) var timeColumn = 0
  /// The lines of each day, by its number since 1 January 1970.
  private(set) var lines: [Int: [Int]] = [:]
  /// Where there was a count of a time and channel before, in the order of the rows.
  private(set) var repeats: [(minute: Int, channel: Int, line: Int, column: Int)] = []
  /// The clocks that times are by.
  private(set) var clock: HistoryClock
  /// The first rows after the header, until there are enough of them to tell days from times.
  private var held: [RowFeed.Row] = []
  private static let rowsForClock = 1_001

  private init(path: String, timeZone: String) {
    problems = RowProblems(path: path)
    clock = HistoryClock(timeZone: timeZone)
  }

  static func read(_ path: String, timeZone: String, files: any FileReading) throws(RecordsError) -> ContactHistory {
    var reader = HistoryReader(path: path, timeZone: timeZone)
    try RowFeed.read(path, from: files) { row in reader.take(row) }
    return try reader.finished()
  }

  // MARK: Rows

  private mutating func take(_ row: RowFeed.Row) {
    guard failure == nil else { return }
    guard layout != nil, clock.isSet else {
      if layout == nil { return use(row) }
      held.append(row)
      if held.count == Self.rowsForClock { useHeld() }
      return
    }
    use(row)
  }

  /// Sets the clock by the rows held, and uses them in turn.
  mutating func useHeld() {
    let time: Int? =
      switch layout {
      case .long(let time, _, _), .wide(let time, _): time
      case nil: nil
      }
    clock.set(
      by: held.compactMap { row in
        guard let time, case .fields(let fields, _) = row, fields.indices.contains(time) else { return nil }
        return InstantText.moment(fields[time].trimmed)
      })
    let rows = held
    held = []
    for row in rows { use(row) }
  }

  private mutating func use(_ row: RowFeed.Row) {
    guard let layout else {
      do throws(RecordsError) {
        let header = try problems.header(row)
        try readHeader(header.fields, header.line)
      } catch {
        failure = error
      }
      return
    }
    guard let (fields, line) = problems.fields(of: row, width: width) else { return }
    switch layout {
    case .long(let time, let channel, let count):
      guard let minute = minute(fields[time], line, time) else { return }
      do throws(ChannelNumbers.Fault) {
        let number = try channelNumber(fields[channel].trimmed.text)
        add(fields[count], at: minute, number, line, count)
      } catch {
        problems.leaveOut(fields[channel].trimmed.text, error, line: line, column: channel + 1)
      }
    case .wide(let time, let columns):
      guard let minute = minute(fields[time], line, time) else { return }
      for column in columns where !fields[column.field].trimmed.isEmpty {
        add(
          fields[column.field], at: minute, column.channel, line, column.field, hasOthers: columns.count > 1)
      }
    }
  }

  private mutating func readHeader(_ fields: [ArraySlice<UInt8>], _ line: Int) throws(RecordsError) {
    let header = fields.map { $0.trimmed.text }
    let keys = header.map { $0.lowercased() }
    width = header.count
    guard let time = keys.firstIndex(where: { $0 == "date" || $0 == "start" }) else {
      let isSeparatedOtherwise = header.count == 1 && header[0].contains { $0 == ";" || $0 == "\t" }
      throw problems.fatal(
        line: line, "the header has no column “date” or “start”",
        isSeparatedOtherwise ? "separate columns with commas" : Self.form)
    }
    timeColumn = time + 1
    if let channel = keys.firstIndex(of: "channel") {
      guard let count = keys.firstIndex(of: "count") else {
        throw problems.fatal(line: line, "the header has no column “count”", Self.form)
      }
      layout = .long(time: time, channel: channel, count: count)
      return
    }
    if let count = keys.firstIndex(of: "count"), width == 2 {
      layout = .wide(time: time, channels: [(count, try columnNumber("all", line, count))])
      return
    }
    var columns: [(field: Int, channel: Int)] = []
    for (field, name) in header.enumerated() where field != time {
      columns.append((field, try columnNumber(name, line, field)))
    }
    guard !columns.isEmpty else { throw problems.fatal(line: line, "the header has no channel", Self.form) }
    layout = .wide(time: time, channels: columns)
  }

  /// The number of the channel that a column is named by.
  private mutating func columnNumber(_ name: String, _ line: Int, _ field: Int) throws(RecordsError) -> Int {
    do throws(ChannelNumbers.Fault) {
      if !channelNumbers.contains(name) { return try channelNumber(name) }
    } catch {
      if error == .tooMany {
        throw problems.fatal(
          line: line, column: field + 1, "there are more than \(ChannelNumbers.most) channels", "leave out the smallest"
        )
      }
    }
    throw problems.fatal(
      line: line, column: field + 1, "this column has no name of its own", "name every column by its channel")
  }

  private mutating func channelNumber(_ name: String) throws(ChannelNumbers.Fault) -> Int {
    let number = try channelNumbers.number(name)
    if number == channels.count {
      channels.append(name)
      counts.append([:])
    }
    return number
  }

  /// Minutes of local time since 1 January 1970 of a moment; nil, and the row left out, if it is none.
  private mutating func minute(_ field: ArraySlice<UInt8>, _ line: Int, _ column: Int) -> Int? {
    guard let civil = InstantText.moment(field.trimmed).map({ clock.civilTime(of: $0) }),
      civil.timeOfDay % .minute == 0
    else {
      problems.leaveOut(
        "no date", line: line, column: column + 1, "“\(field.text.prefix(40))” is not a date or a minute",
        "write a date such as 2022-07-22, or the start of an interval such as 2022-07-22T07:30, by the local clock")
      return nil
    }
    lines[civil.dayNumber, default: []].append(line)
    return civil.dayNumber * 1_440 + Int(civil.timeOfDay / .minute)
  }

  /// Adds a count; where it is none, its row is left out, or the cell alone if the row `hasOthers`.
  private mutating func add(
    _ field: ArraySlice<UInt8>, at minute: Int, _ channel: Int, _ line: Int, _ column: Int, hasOthers: Bool = false
  ) {
    guard let count = FieldText.number(field.trimmed), count <= 1e9 else {
      let message = "“\(field.text.prefix(40))” is not a count"
      let remedy = "write a number that is not negative"
      if hasOthers {
        problems.note("no count", line: line, column: column + 1, message, remedy + "; the cell was left out")
      } else {
        problems.leaveOut("no count", line: line, column: column + 1, message, remedy)
      }
      return
    }
    if counts[channel][minute] != nil {
      repeats.append((minute, channel, line, column + 1))
    }
    counts[channel][minute, default: 0] += count
  }
}

extension ContactHistory {
  /// Reads the history at `path`: `date,channel,count` or `start,channel,count`, or a column for each channel. Times without
  /// an offset are by the clocks of `timeZone`, and others are turned to them; days are days, whatever stands after them.
  ///
  /// A row that cannot be used is left out, and reported. O(rows).
  ///
  /// - Throws: where the file cannot be read, or more than half of its rows cannot be used.
  public static func read(_ path: String, timeZone: String = "Europe/London", files: some FileReading = DiskFiles())
    throws(RecordsError) -> ContactHistory
  {
    guard ZoneRules.isKnown(timeZone) else {
      throw RowProblems(path: path).fatal(
        "there is no time zone “\(timeZone.prefix(60))”", "name one such as Europe/London")
    }
    return try HistoryReader.read(path, timeZone: timeZone, files: files)
  }
}
