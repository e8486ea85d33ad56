import Reading
import ScenarioFile
import Writing

/// Reads a history: a count for every day or interval and channel, one a row, or one row a time and a column a channel, or one
/// row a day and a column a time of day.
struct HistoryReader {
  static let mostDays = 36_600
  /// Counts of all intervals and channels: those of 64 channels by the half-hour for seventeen years.
  static let mostCounts = 20_000_000
  static let form = "begin with date,channel,count or start,channel,count"

  var problems: RowProblems
  private(set) var columns: CountColumns?
  /// The line of the header.
  private(set) var headerLine = 0
  /// Looks for channels' names among what is taken for counts.
  private(set) var names = NameFinder([])
  var failure: RecordsError?
  private var channelNumbers = ChannelNumbers()
  var channels: [String] = []
  /// Counts by channel and minute of local time since 1 January 1970.
  var counts: [[Int: Double]] = []
  /// What is there and cannot be read.
  private(set) var unread = UnreadCounts()
  /// The lines of each day, by its number since 1 January 1970.
  private(set) var lines: [Int: [Int]] = [:]
  /// Where there was a count of a time and channel before, in the order of the rows.
  private(set) var repeats: [(minute: Int, channel: Int, line: Int, column: Int)] = []
  /// The clocks that times are by.
  private(set) var clock: HistoryClock
  /// The first rows, until there are enough of them to tell what columns mean, and days from times.
  private var held = FirstRows()

  /// The column of the times, from 1.
  var timeColumn: Int { (columns?.date ?? 0) + 1 }

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
    if let columns { return use(row, columns) }
    do throws(RecordsError) {
      try held.take(row, problems)
      if held.areEnough { try useHeld() }
    } catch {
      failure = error
    }
  }

  /// Reads the header, sets the clock by the rows held after it, and uses them in turn; nothing if that is done, or if there is no
  /// header.
  mutating func useHeld() throws(RecordsError) {
    guard columns == nil, failure == nil, let header = held.header else { return }
    let columns = try readHeader(header.fields, header.line)
    clock.set(
      by: held.rows.compactMap { row in
        guard case .fields(let fields, _) = row, fields.indices.contains(columns.date) else { return nil }
        return InstantText.spreadsheetMoment(fields[columns.date].trimmed)
      })
    let rows = held.rows
    held = FirstRows()
    for row in rows { use(row, columns) }
  }

  private mutating func use(_ row: RowFeed.Row, _ columns: CountColumns) {
    guard let (fields, line) = problems.fields(of: row, width: columns.width) else {
      noteUnread(row, columns)
      return
    }
    switch columns.counts {
    case .long(let count, let channel):
      guard let minute = minute(fields, line, columns, channel: channel.map { name(fields[$0]) }),
        let number = channelNumber(fields, channel, line, at: minute)
      else { return }
      names.add(fields, at: minute)
      add(fields[count], at: minute, number, line, count)
    case .wide(let channels):
      guard let minute = minute(fields, line, columns) else { return }
      names.add(fields, at: minute)
      // The channels were numbered in the order of their columns.
      for (number, channel) in channels.enumerated() {
        add(fields[channel.field], at: minute, number, line, channel.field, hasOthers: channels.count > 1)
      }
    case .grid(let times, let channel):
      guard let midnight = minute(fields, line, columns, channel: channel.map { name(fields[$0]) }),
        let number = channelNumber(fields, channel, line, at: midnight)
      else { return }
      for time in times {
        add(fields[time.field], at: midnight + time.minute, number, line, time.field, hasOthers: true)
      }
    }
  }

  /// What the header, with which the rows held begin, says of the columns.
  private mutating func readHeader(_ fields: [ArraySlice<UInt8>], _ line: Int) throws(RecordsError) -> CountColumns {
    let columns = try CountColumns(
      fields, before: held.samples, line: line, form: Self.form, problems: &problems)
    guard !columns.isWeek else {
      throw problems.fatal(
        line: line,
        "the columns are days of the week, and a week's profile is no history, of which every count has a date",
        "\(Self.form); what such a week requires, \(ShellCommand(["watchroom", "erlang", "--volumes", problems.path]).line) says"
      )
    }
    (self.columns, headerLine) = (columns, line)
    names = NameFinder(columns.perhapsNames)
    if case .wide(let channels) = columns.counts {
      for channel in channels { _ = try? channelNumber(channel.name) }
    }
    let unused = [columns.handling, columns.minutes].compactMap(\.self).sorted()
    guard let first = unused.first else { return columns }
    let list = unused.map { "“\(fields[$0].trimmed.text)”" }.joined(separator: " and ")
    problems.warn(
      line: line, column: first + 1, "a forecast has no use for \(list)",
      unused.count == 1 ? "the column is passed over" : "the columns are passed over")
    return columns
  }

  private func name(_ field: ArraySlice<UInt8>) -> String { CSVCell.unguarded(field.trimmed.text) }

  /// The number of the channel that `field` names, or of none in particular; nil, and the row left out, if it is none.
  private mutating func channelNumber(
    _ fields: [ArraySlice<UInt8>], _ field: Int?, _ line: Int, at minute: Int
  ) -> Int? {
    do throws(ChannelNumbers.Fault) {
      return try channelNumber(field.map { name(fields[$0]) } ?? VolumeTable.unnamed)
    } catch {
      if error == .unnamed { unread.add(at: minute) }
      let field = field ?? 0
      problems.leaveOut(fields[field].trimmed.text, error, line: line, column: field + 1)
      return nil
    }
  }

  private mutating func channelNumber(_ name: String) throws(ChannelNumbers.Fault) -> Int {
    let number = try channelNumbers.number(name)
    if number == channels.count {
      channels.append(name)
      counts.append([:])
    }
    return number
  }

  /// Minutes of local time since 1 January 1970 of a row, perhaps of a channel alone; nil, and the row left out, if it has none.
  private mutating func minute(
    _ fields: [ArraySlice<UInt8>], _ line: Int, _ columns: CountColumns, channel: String? = nil
  ) -> Int? {
    do throws(CountColumns.TimeFault) {
      let minute = try columns.minute(fields, by: &clock)
      lines[minute / 1_440, default: []].append(line)
      return minute
    } catch {
      if let day = columns.day(fields) { unread.add(day: day, channel: channel) }
      let (field, what, remedy) =
        switch error {
        case .noMoment:
          (
            columns.date, "a date or a minute",
            "write a date such as 2022-07-22, or the start of an interval such as 2022-07-22T07:30, by the local clock"
          )
        case .noDate: (columns.date, "a date", "write it as 2022-07-22")
        case .noTime(let field): (field, "a time of day", "write when the interval begins, such as 07:30")
        }
      let text = fields[field].text
      let remark = text.contains("24:") ? "; the minute after 23:59 is 00:00 of the next day" : ""
      problems.leaveOut(
        "no date", line: line, column: field + 1, "“\(text.prefix(40))” is not \(what)", remedy + remark)
      return nil
    }
  }

  /// Notes as unread what would be in a row that is none, or has other fields than the header, if its time can be read.
  private mutating func noteUnread(_ row: RowFeed.Row, _ columns: CountColumns) {
    let fields =
      switch row {
      case .fields(let fields, _): fields
      case .fault(_, let beginning): beginning
      }
    guard fields.count > max(columns.date, columns.time ?? 0) else { return }
    if !columns.isGrid, let minute = try? columns.minute(fields, by: &clock) {
      unread.add(at: minute)
    } else if let day = columns.day(fields) {
      unread.add(day: day, channel: nil)
    }
  }

  /// Adds a count, unless it is empty; where it cannot be read, its row is left out, or the cell alone if the row `hasOthers`.
  private mutating func add(
    _ field: ArraySlice<UInt8>, at minute: Int, _ channel: Int, _ line: Int, _ column: Int, hasOthers: Bool = false
  ) {
    let text = field.trimmed
    if text.isEmpty { return }
    guard let count = FieldText.count(text), count <= 1e9 else {
      let message = "“\(field.text.prefix(40))” is not a count"
      let remedy = "write a number that is not negative, such as 1980 or 12.5"
      if hasOthers {
        problems.note("no count", line: line, column: column + 1, message, remedy + "; the cell was left out")
      } else {
        problems.leaveOut("no count", line: line, column: column + 1, message, remedy)
      }
      unread.add(channel, at: minute, hasOthers: hasOthers)
      return
    }
    if counts[channel][minute] != nil {
      repeats.append((minute, channel, line, column + 1))
    }
    counts[channel][minute, default: 0] += count
  }
}

extension ContactHistory {
  /// Reads the history at `path`: `date,channel,count` or `start,channel,count`, or a column for each channel, or for each time
  /// of day. Times without an offset are by the clocks of `timeZone`, and others are turned to them; days are days, whatever
  /// stands after them. The columns are those of a ``VolumeTable``, of which those are passed over that are no counts.
  ///
  /// A row that cannot be used is left out, and reported, and so is a cell. What they would have said is not known, which is
  /// not the same as none: an interval is put at what is usual then, or the day is not recorded (``loss``). O(rows).
  ///
  /// - Throws: where the file cannot be read, or more than half of its rows cannot be used.
  public static func read(_ path: String, timeZone: String = "Europe/London", files: some FileReading = DiskFiles())
    throws(RecordsError) -> ContactHistory
  {
    try RowProblems(path: path).refuseUnknownZone(timeZone)
    return try HistoryReader.read(path, timeZone: timeZone, files: files)
  }
}
