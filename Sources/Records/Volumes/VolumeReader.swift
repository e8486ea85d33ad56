import Writing

/// Reads a table of volumes, row by row.
struct VolumeReader {
  /// A row that can be used.
  struct Row {
    /// Minutes of local time since 1 January 1970.
    var minute: Int
    var offered: Double
    /// Seconds; nil where the row does not say.
    var handling: Double?
    /// The length it says it has, in minutes.
    var length: Int?
    var line: Int
  }

  /// More than the half-hours of a year.
  static let mostIntervals = 20_000
  static let form =
    "begin with start,count or start,channel,count (or expected, or offered), or with start and a column a channel, or, "
    + "for one average week, with time,mon,tue,wed,thu,fri,sat,sun"
  /// Shorter or longer than this nobody works on one thing.
  private static let handlings = 1.0...3_155_760_000

  var problems: RowProblems
  let question: VolumeTable.Question
  let timeZone: String
  private(set) var columns: CountColumns?
  /// The line of the header.
  private(set) var headerLine = 0
  /// Of several channels that have a column each, the one asked about.
  private var column: CountColumns.OfChannel?
  /// By channel.
  private(set) var rows: [[Row]] = []
  private(set) var channels: [String] = []
  private(set) var failure: RecordsError?
  private var numbers = ChannelNumbers()
  /// Looks for channels' names among what is taken for counts.
  private(set) var names = NameFinder([])
  /// The first rows, until there are enough of them to tell what columns mean.
  private var held = FirstRows()
  /// Turns moments with an offset.
  private var clock: HistoryClock

  init(path: String, _ question: VolumeTable.Question, timeZone: String) {
    problems = RowProblems(path: path, isStrict: true)
    self.question = question
    self.timeZone = timeZone
    clock = HistoryClock(timeZone: timeZone)
  }

  mutating func take(_ row: RowFeed.Row) {
    guard failure == nil else { return }
    if let columns { return use(row, columns, isNew: true) }
    do throws(RecordsError) {
      try held.take(row, problems)
      if held.areEnough { try useHeld() }
    } catch {
      failure = error
    }
  }

  /// Reads the header and uses the rows held after it in turn; nothing if that is done, or if there is no header.
  mutating func useHeld() throws(RecordsError) {
    guard columns == nil, failure == nil, let header = held.header else { return }
    let columns = try readHeader(header.fields, header.line)
    let rows = held.rows
    held = FirstRows()
    for row in rows { use(row, columns, isNew: false) }
  }

  /// Uses a row, which was looked at for channels' names before unless it `isNew`.
  private mutating func use(_ row: RowFeed.Row, _ columns: CountColumns, isNew: Bool) {
    guard failure == nil else { return }
    guard let (fields, line) = problems.fields(of: row, width: columns.width) else { return }
    if isNew { look(at: fields, columns) }
    do throws(ChannelNumbers.Fault) {
      try use(fields, line, columns)
    } catch {
      guard let channel = columns.channel else { return }
      problems.leaveOut(fields[channel].trimmed.text, error, line: line, column: channel + 1)
    }
  }

  /// What the header, with which the rows held begin, says of the columns.
  private mutating func readHeader(_ fields: [ArraySlice<UInt8>], _ line: Int) throws(RecordsError) -> CountColumns {
    let samples = held.samples
    let columns = try CountColumns(
      fields, before: samples, line: line, wanted: question.channel, form: Self.form, problems: &problems)
    (self.columns, headerLine) = (columns, line)
    names = NameFinder(columns.perhapsNames)
    for fields in samples { look(at: fields, columns) }
    guard case .wide(let channels) = columns.counts else { return columns }
    // Before somebody is told to name one of these channels.
    if let error = problems.namesTakenForCounts(names, columns, line: line) { throw error }
    if let handling = columns.handling, channels.count > 1 {
      throw problems.fatal(
        line: line, column: handling + 1, "one handling time does not fit \(channels.count) channels",
        "give rows of start,channel,count,handling")
    }
    let name = try problems.channel(question.channel, of: channels.map(\.name), line: line)
    column = channels.first { $0.name == name }
    return columns
  }

  /// Looks for channels' names in a row.
  private mutating func look(at fields: [ArraySlice<UInt8>], _ columns: CountColumns) {
    if let minute = try? columns.minute(fields, by: &clock) { names.add(fields, at: minute) }
  }

  /// Adds the intervals of a row, unless nothing is asked about its channel.
  private mutating func use(
    _ fields: [ArraySlice<UInt8>], _ line: Int, _ columns: CountColumns
  ) throws(ChannelNumbers.Fault) {
    switch columns.counts {
    case .wide:
      // Where a cell is empty nothing was counted.
      guard let column, !fields[column.field].trimmed.isEmpty else { return }
      let number = try number(column.name)
      guard let minute = minute(fields, line, columns) else { return }
      add(number, minute, fields, line, columns, count: column.field)
    case .long(let count, let channel):
      guard let number = try number(fields, channel), let minute = minute(fields, line, columns) else { return }
      if !fields[count].trimmed.isEmpty { add(number, minute, fields, line, columns, count: count) }
    case .grid(let times, let channel):
      guard let number = try number(fields, channel), let midnight = minute(fields, line, columns) else { return }
      for time in times where !fields[time.field].trimmed.isEmpty {
        add(number, midnight + time.minute, fields, line, columns, count: time.field)
      }
    }
  }

  private mutating func add(
    _ number: Int, _ minute: Int, _ fields: [ArraySlice<UInt8>], _ line: Int, _ columns: CountColumns, count: Int
  ) {
    guard failure == nil, let row = row(fields, line, columns, minute: minute, count: count) else { return }
    guard rows[number].count < Self.mostIntervals else {
      failure = problems.fatal(
        line: line, "there are more than \(Self.mostIntervals) intervals", "give a year at most, by half-hours")
      return
    }
    rows[number].append(row)
  }

  /// The number of the channel that a field names, or of none in particular; nil if nothing is asked about it.
  private mutating func number(
    _ fields: [ArraySlice<UInt8>], _ field: Int?
  ) throws(ChannelNumbers.Fault) -> Int? {
    guard let field else { return try number(VolumeTable.unnamed) }
    let name = CSVCell.unguarded(fields[field].trimmed.text)
    let number = try number(name)
    return question.channel.map { $0 == name } ?? true ? number : nil
  }

  private mutating func number(_ name: String) throws(ChannelNumbers.Fault) -> Int {
    let number = try numbers.number(name)
    if number == channels.count {
      channels.append(name)
      rows.append([])
    }
    return number
  }

  private mutating func row(
    _ fields: [ArraySlice<UInt8>], _ line: Int, _ columns: CountColumns, minute: Int, count: Int
  ) -> Row? {
    guard let offered = FieldText.count(fields[count].trimmed), offered <= 1e9 else {
      problems.leaveOut(
        "no number of contacts", line: line, column: count + 1,
        "“\(fields[count].text.prefix(40))” is not a number of contacts",
        "write a number that is not negative, such as 1980 or 12.5")
      return nil
    }
    var row = Row(minute: minute, offered: offered, handling: nil, length: nil, line: line)
    if let field = columns.handling, !FieldText.optional(fields[field].trimmed).isEmpty {
      guard let seconds = handling(fields[field], line, field, isBusy: offered > 0) else { return nil }
      row.handling = seconds > 0 ? seconds : nil
    }
    if let field = columns.minutes {
      guard let length = Int(fields[field].trimmed.text), (1...100_000).contains(length) else {
        problems.leaveOut(
          "no length", line: line, column: field + 1,
          "“\(fields[field].text.prefix(40))” is not a number of minutes", "write how long the interval is, such as 30")
        return nil
      }
      row.length = length
    }
    return row
  }

  /// A handling time in seconds; nil, and the row refused, if it is none. Reports have one of 0 where nobody came.
  private mutating func handling(_ field: ArraySlice<UInt8>, _ line: Int, _ column: Int, isBusy: Bool) -> Double? {
    let said = "“\(field.text.prefix(40))”"
    let remedy = "write seconds, 3m53s or 0:03:53"
    guard case .success(let seconds)? = FieldText.seconds(field.trimmed), seconds <= Self.handlings.upperBound,
      seconds > 0 || !isBusy
    else {
      problems.leaveOut(
        "no handling time", line: line, column: column + 1, "\(said) is not a handling time", "\(remedy), more than 0")
      return nil
    }
    guard seconds == 0 || seconds >= Self.handlings.lowerBound else {
      problems.leaveOut(
        "a handling time of less than a second", line: line, column: column + 1, "\(said) is less than a second",
        "is it a part of a day, as a spreadsheet keeps times? \(remedy)")
      return nil
    }
    return seconds
  }

  /// Minutes of local time since 1 January 1970; nil, and the row refused, if it does not say.
  private mutating func minute(_ fields: [ArraySlice<UInt8>], _ line: Int, _ columns: CountColumns) -> Int? {
    do throws(CountColumns.TimeFault) {
      return try columns.minute(fields, by: &clock)
    } catch {
      let (field, what, remedy) =
        switch error {
        case .noMoment:
          (
            columns.date, "the beginning of an interval",
            "write it by the local clock, such as 2022-07-22T07:30, or with its offset"
          )
        case .noDate: (columns.date, "a date", "write it as 2022-07-22")
        case .noTime(let field):
          (
            field, "a time of day",
            columns.isWeek
              ? "columns are named by days of the week, so let a row begin with its time, such as 07:30; of dates, name none so"
              : "write when the interval begins by the local clock, such as 07:30"
          )
        }
      problems.leaveOut(
        "no time", line: line, column: field + 1, "“\(fields[field].text.prefix(40))” is not \(what)", remedy)
      return nil
    }
  }
}
