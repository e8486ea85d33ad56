import DiscreteEvents
import Reading
import ScenarioFile

/// Reads a history: a count for every day or interval and channel, one a row, or one row a time and a column a channel.
struct HistoryReader {
  private static let mostChannels = 64
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
  private var names: [String: Int] = [:]
  var channels: [String] = []
  /// Counts by channel and minute of local time since 1 January 1970.
  var counts: [[Int: Double]] = []
  var rows = 0

  private init(path: String) { problems = RowProblems(path: path) }

  static func read(_ path: String, files: any FileReading) throws(RecordsError) -> ContactHistory {
    var reader = HistoryReader(path: path)
    do {
      try RowFeed.read(path, from: files) { row in reader.take(row) }
    } catch {
      throw .unreadable(path, error)
    }
    return try reader.finished()
  }

  // MARK: Rows

  private mutating func take(_ row: RowFeed.Row) {
    guard failure == nil else { return }
    switch row {
    case .fault(let fault):
      rows += 1
      problems.leaveOut("not rows of a table", line: fault.line, column: fault.column, fault.message, fault.remedy)
    case .fields(let fields, let line):
      guard let layout else {
        do throws(RecordsError) { try readHeader(fields, line) } catch { failure = error }
        return
      }
      rows += 1
      guard fields.count == width else {
        problems.leaveOut(
          "a number of fields other than the header's", line: line, column: 0,
          "this row has \(fields.count) fields, and the header has \(width)", "give every row as many")
        return
      }
      switch layout {
      case .long(let time, let channel, let count):
        guard let minute = minute(fields[time], line, time) else { return }
        let name = fields[channel].trimmed.text
        guard !name.isEmpty, let number = channelNumber(name) else {
          problems.leaveOut(
            "no channel, or one too many", line: line, column: channel + 1,
            name.isEmpty ? "no channel is named" : "there are more than \(Self.mostChannels) channels",
            "name the channel, for example 999")
          return
        }
        add(fields[count], at: minute, number, line, count)
      case .wide(let time, let columns):
        guard let minute = minute(fields[time], line, time) else { return }
        for column in columns where !fields[column.field].trimmed.isEmpty {
          add(fields[column.field], at: minute, column.channel, line, column.field)
        }
      }
    }
  }

  private mutating func readHeader(_ fields: [ArraySlice<UInt8>], _ line: Int) throws(RecordsError) {
    let header = fields.map { $0.trimmed.text }
    let keys = header.map { $0.lowercased() }
    width = header.count
    guard let time = keys.firstIndex(where: { $0 == "date" || $0 == "start" }) else {
      throw problems.fatal(line: line, "the header has no column “date” or “start”", Self.form)
    }
    if let channel = keys.firstIndex(of: "channel") {
      guard let count = keys.firstIndex(of: "count") else {
        throw problems.fatal(line: line, "the header has no column “count”", Self.form)
      }
      layout = .long(time: time, channel: channel, count: count)
      return
    }
    if let count = keys.firstIndex(of: "count"), width == 2 {
      guard let number = channelNumber("all") else { return }
      layout = .wide(time: time, channels: [(count, number)])
      return
    }
    var columns: [(field: Int, channel: Int)] = []
    for (field, name) in header.enumerated() where field != time {
      guard !name.isEmpty, names[name] == nil, let number = channelNumber(name) else {
        throw problems.fatal(
          line: line, column: field + 1, "this column has no name of its own", "name every column by its channel")
      }
      columns.append((field, number))
    }
    guard !columns.isEmpty else { throw problems.fatal(line: line, "the header has no channel", Self.form) }
    layout = .wide(time: time, channels: columns)
  }

  private mutating func channelNumber(_ name: String) -> Int? {
    if let number = names[name] { return number }
    guard channels.count < Self.mostChannels, name.count <= 100 else { return nil }
    names[name] = channels.count
    channels.append(name)
    counts.append([:])
    return channels.count - 1
  }

  /// Minutes of local time since 1 January 1970 of a moment by the wall clock; nil, and the row left out, if it is none.
  private mutating func minute(_ field: ArraySlice<UInt8>, _ line: Int, _ column: Int) -> Int? {
    guard let moment = InstantText.moment(field.trimmed), moment.civil.timeOfDay % .minute == 0 else {
      problems.leaveOut(
        "no date", line: line, column: column + 1, "“\(field.text.prefix(40))” is not a date or a minute",
        "write a date such as 2022-07-22, or the start of an interval such as 2022-07-22T07:30, by the local clock")
      return nil
    }
    return moment.civil.dayNumber * 1_440 + Int(moment.civil.timeOfDay / .minute)
  }

  private mutating func add(
    _ field: ArraySlice<UInt8>, at minute: Int, _ channel: Int, _ line: Int, _ column: Int
  ) {
    guard let count = FieldText.number(field.trimmed), count <= 1e9 else {
      problems.leaveOut(
        "no count", line: line, column: column + 1, "“\(field.text.prefix(40))” is not a count",
        "write a number that is not negative")
      return
    }
    if counts[channel][minute] != nil {
      problems.note(
        "the same time and channel as another", line: line, column: column + 1,
        "there was a count of this time and channel before", "both are added up, as for the hour that comes twice")
    }
    counts[channel][minute, default: 0] += count
  }
}

extension ContactHistory {
  /// Reads the history at `path`: `date,channel,count` or `start,channel,count`, or a column for each channel. Times are
  /// by the local clock.
  ///
  /// A row that cannot be used is left out, and reported. O(rows).
  ///
  /// - Throws: where the file cannot be read, or more than half of its rows cannot be used.
  public static func read(_ path: String, files: some FileReading = DiskFiles()) throws(RecordsError) -> ContactHistory
  {
    try HistoryReader.read(path, files: files)
  }
}
