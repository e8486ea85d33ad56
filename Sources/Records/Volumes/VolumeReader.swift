import DiscreteEvents
import Reading
import ScenarioFile
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
  /// Longer than this nobody works on one thing.
  private static let handlings = 0.001...3_155_760_000

  var problems: RowProblems
  let question: VolumeTable.Question
  let timeZone: String
  private(set) var columns: VolumeColumns?
  /// By channel.
  private(set) var rows: [[Row]] = []
  private(set) var channels: [String] = []
  private(set) var failure: RecordsError?
  private var numbers = ChannelNumbers()
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
    guard let columns else {
      do throws(RecordsError) {
        let header = try problems.header(row)
        columns = try VolumeColumns(header.fields, line: header.line, channel: question.channel, problems: &problems)
      } catch {
        failure = error
      }
      return
    }
    guard let (fields, line) = problems.fields(of: row, width: columns.width) else { return }
    do throws(ChannelNumbers.Fault) {
      guard let (number, count) = try place(fields, columns) else { return }
      guard let row = self.row(fields, line, columns, count: count) else { return }
      guard rows[number].count < Self.mostIntervals else {
        failure = problems.fatal(
          line: line, "there are more than \(Self.mostIntervals) intervals", "give a year at most, by half-hours")
        return
      }
      rows[number].append(row)
    } catch {
      guard case .long(_, let channel?) = columns.volumes else { return }
      problems.leaveOut(fields[channel].trimmed.text, error, line: line, column: channel + 1)
    }
  }

  /// The number of the row's channel, and in which field its contacts are; nil if nothing is asked about it.
  private mutating func place(
    _ fields: [ArraySlice<UInt8>], _ columns: VolumeColumns
  ) throws(ChannelNumbers.Fault) -> (number: Int, count: Int)? {
    switch columns.volumes {
    case .wide(let count, let channel):
      // Nothing was counted then.
      return fields[count].trimmed.isEmpty ? nil : (try number(channel), count)
    case .long(let count, nil):
      return (try number(VolumeTable.unnamed), count)
    case .long(let count, let channel?):
      let name = CSVCell.unguarded(fields[channel].trimmed.text)
      let number = try number(name)
      return question.channel.map { $0 == name } ?? true ? (number, count) : nil
    }
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
    _ fields: [ArraySlice<UInt8>], _ line: Int, _ columns: VolumeColumns, count: Int
  ) -> Row? {
    guard let minute = minute(fields, line, columns) else { return nil }
    guard let offered = FieldText.number(fields[count].trimmed), offered <= 1e9 else {
      problems.leaveOut(
        "no number of contacts", line: line, column: count + 1,
        "“\(fields[count].text.prefix(40))” is not a number of contacts",
        "write a number that is not negative, without commas in it")
      return nil
    }
    var row = Row(minute: minute, offered: offered, handling: nil, length: nil, line: line)
    if let field = columns.handling, !fields[field].trimmed.isEmpty {
      // Reports have a handling time of 0 where nobody came.
      guard case .success(let seconds)? = FieldText.seconds(fields[field].trimmed),
        Self.handlings.contains(seconds) || seconds == 0 && offered == 0
      else {
        problems.leaveOut(
          "no handling time", line: line, column: field + 1,
          "“\(fields[field].text.prefix(40))” is not a handling time", "write seconds, 3m53s or 0:03:53, more than 0")
        return nil
      }
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

  /// Minutes of local time since 1 January 1970.
  private mutating func minute(
    _ fields: [ArraySlice<UInt8>], _ line: Int, _ columns: VolumeColumns
  ) -> Int? {
    let date = fields[columns.date].trimmed
    guard let civil = civilTime(date, isDate: columns.time != nil) else {
      problems.leaveOut(
        "no time", line: line, column: columns.date + 1,
        "“\(date.text.prefix(40))” is not \(columns.time == nil ? "the beginning of an interval" : "a date")",
        columns.time == nil
          ? "write it by the local clock, such as 2022-07-22T07:30, or with its offset" : "write it as 2022-07-22")
      return nil
    }
    var timeOfDay = civil.timeOfDay
    if let field = columns.time {
      guard let time = InstantText.spreadsheetTime(fields[field].trimmed) else {
        problems.leaveOut(
          "no time", line: line, column: field + 1, "“\(fields[field].text.prefix(40))” is not a time of day",
          "write when the interval begins by the local clock, such as 07:30")
        return nil
      }
      timeOfDay = time
    }
    return civil.dayNumber * 1_440 + Int(timeOfDay / .minute)
  }

  /// What the wall shows when an interval begins, to a minute; or a date, which a time stands beside. Nil if it is neither.
  private mutating func civilTime(_ text: ArraySlice<UInt8>, isDate: Bool) -> CivilTime? {
    guard let moment = InstantText.moment(text) else { return nil }
    if isDate {
      guard case .local = moment.offset, moment.civil.timeOfDay == 0 else { return nil }
      return moment.civil
    }
    let civil = clock.civilTime(of: moment)
    return civil.timeOfDay % .minute == 0 ? civil : nil
  }
}
