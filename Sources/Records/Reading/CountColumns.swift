import Reading
import ScenarioFile
import Spelling

/// Which field of a row holds what in a table that counts contacts, be it a history or volumes, as its header says.
struct CountColumns {
  /// A field named by a channel.
  struct OfChannel: Equatable {
    var field: Int
    var name: String
  }

  /// A field without a use that says, as it seems, when the interval of its row begins.
  struct UnusedTime {
    var field: Int
    var name: String
    /// Whether it has times of day that can be read.
    var isReadable: Bool
  }

  /// A field named by a time of day, or by a day of the week.
  struct OfTime: Equatable {
    var field: Int
    /// Minutes after the time of its row.
    var minute: Int
  }

  /// Where the counts are.
  enum Counts: Equatable {
    /// In one field, of the channel that another names; of no channel in particular if none does.
    case long(count: Int, channel: Int?)
    /// In a field for each channel.
    case wide([OfChannel])
    /// In a field for each time of day, or of the week, of the channel that another field names; of none in particular if none
    /// does.
    case grid([OfTime], channel: Int?)
  }

  /// The moment an interval begins, or its day alone; of a week its time of day.
  let date: Int
  /// The time of day it begins, where that has a column of its own.
  let time: Int?
  let minutes: Int?
  let handling: Int?
  let counts: Counts
  /// The names of columns without a use.
  let passedOver: [String]
  /// The one of them that has the times of day, as it seems, where nothing else says them.
  let unusedTime: UnusedTime?
  /// The columns that may name channels, and are taken for counts, or for nothing.
  let perhapsNames: [OfChannel]
  /// Whether a column has counts by its heading.
  let hasCountHeading: Bool
  let width: Int
  /// Whether this is a week without dates, with a field for each day and a row for each time of day.
  let isWeek: Bool

  static let times = ["start", "date", "time"]
  static let countNames = ["count", "offered", "expected"]
  static let handlings = ["handling", "aht"]
  private static let reserved = times + ["minutes"] + handlings
  /// What a forecast, a table of requirements or one of a run's channels says besides.
  private static let unused = [
    "low80", "high80", "low95", "high95", "occasion", "basis", "load", "required", "rostered", "serviceLevel",
    "serviceLevelOfAnswered", "abandonmentRate", "meanWait", "meanSpeedOfAnswer", "occupancy", "answered",
    "speedOfAnswer",
  ]
  private static let ofHalfWidths = ".halfWidth"

  /// Reads a header, after which some `rows` are known, as wide as it; `form` is what to begin the file with instead where it is
  /// of no use.
  ///
  /// Columns that have no counts of one channel by their names, or by what is in them, are passed over, and named in a warning;
  /// but for one called `wanted`, which somebody asked for.
  init(
    _ header: [ArraySlice<UInt8>], before rows: [[ArraySlice<UInt8>]], line: Int, wanted: String? = nil, form: String,
    problems: inout RowProblems
  ) throws(RecordsError) {
    if let week = try CountColumns(week: header.map { $0.trimmed.text }, line: line, problems: &problems) {
      self = week
      return
    }
    isWeek = false
    let ofTimes = header.indices.compactMap { field in
      InstantText.spreadsheetTime(header[field].trimmed).map { OfTime(field: field, minute: Int($0 / .minute)) }
    }
    let isGrid = ofTimes.count > 1
    let header = try Self.translated(header, rows, isGrid: isGrid, line: line, problems)
    let names = header.map { $0.trimmed.text }
    let keys = names.map { $0.lowercased() }
    hasCountHeading = names.contains(where: Headings.isOfCounts)
    let isLong = !isGrid && Self.isLong(names)
    var fields: [String: Int] = [:]
    if isLong {
      fields = try RecordColumns(header, line: line, known: Self.known(names), needed: [], problems: &problems).fields
    } else {
      let known = isGrid ? Self.reserved + ["channel"] : Self.reserved
      for (field, key) in keys.enumerated() where known.contains(key) && fields[key] == nil { fields[key] = field }
    }
    func only(_ choices: [String]) throws(RecordsError) -> Int? {
      let found = choices.filter { fields[$0] != nil }
      guard found.count <= 1 else {
        throw problems.fatal(
          line: line, column: (fields[found[1]] ?? 0) + 1, "“\(found[0])” and “\(found[1])” say the same",
          "keep one of the two")
      }
      return found.first.flatMap { fields[$0] }
    }

    width = header.count
    minutes = fields["minutes"]
    handling = try only(Self.handlings)
    if let day = fields["date"] {
      date = day
      time = try only(["time", "start"])
    } else {
      // Beside a time of day the start is a date.
      guard let start = fields["start"] else {
        throw problems.fatal(
          line: line, "the header has no column “start” or “date”",
          header.isSeparatedOtherwise ? "separate columns with commas" : form)
      }
      date = start
      time = fields["time"]
    }
    let taken = Set(fields.values)
    let others = names.indices.filter { !taken.contains($0) }
    unusedTime = isGrid || time != nil ? nil : Self.unusedTime(others, names, rows)
    if isLong {
      guard let count = try only(Self.countNames) else {
        throw problems.fatal(line: line, "the header has no column “count”, “offered” or “expected”", form)
      }
      counts = .long(count: count, channel: fields["channel"])
      passedOver = others.map { names[$0] }
      let perhaps =
        fields["channel"] == nil ? others.filter { !Self.isSum(names[$0]) && !Self.isOtherFigure(names[$0]) } : []
      perhapsNames = perhaps.map { OfChannel(field: $0, name: names[$0]) }
    } else if isGrid {
      passedOver = try Self.grid(others, ofTimes, names, line, hasTime: time, &problems)
      counts = .grid(ofTimes, channel: fields["channel"])
      perhapsNames = []
    } else {
      if let dates = Self.fields(others, namedByDates: header) {
        throw problems.fatal(
          line: line, column: dates + 1, "columns are named by dates",
          "turn the table round, a row for each day and a column for each time of day, or \(form)")
      }
      let ofOtherTimes = others.filter { field in
        names[field] != wanted && !Self.isOtherFigure(names[field]) && Self.areTimes(rows, field)
      }
      let untimed = others.filter { !ofOtherTimes.contains($0) }
      let channels = Self.channels(untimed, names, wanted: wanted)
      guard !channels.isEmpty else { throw problems.fatal(line: line, "the header has no column of contacts", form) }
      let named = try Self.named(channels, names, line, problems)
      counts = .wide(named)
      // Of names alone nothing would be left to count.
      perhapsNames =
        channels.count > 1 || untimed.contains { Self.isSum(names[$0]) && !channels.contains($0) } ? named : []
      passedOver =
        Self.passOver(untimed.filter { !channels.contains($0) }, names, line, &problems)
        + Self.passOver(times: ofOtherTimes, names, line, hasTime: time != nil, &problems)
    }
  }

  /// The names that mean something in a table with its counts in one column.
  private static func known(_ names: [String]) -> [String] {
    reserved + ["channel"] + countNames + unused + names.filter { $0.hasSuffix(ofHalfWidths) }
  }

  /// Whether a table has its counts in one column: one named so, beside which none looks like a channel's, or there is one that
  /// names the channel.
  private static func isLong(_ names: [String]) -> Bool {
    let keys = names.map { $0.lowercased() }
    if keys.contains("channel") { return true }
    guard keys.contains(where: countNames.contains) else { return false }
    let known = known(names)
    let knownKeys = known.map(RecordColumns.key)
    return names.allSatisfy { name in
      name.isEmpty || knownKeys.contains(RecordColumns.key(name)) || isSum(name) || isOtherFigure(name)
        || nearestName(to: name, among: known) != nil
    }
  }

  /// The names of the columns of a grid that are passed over.
  private static func grid(
    _ others: [Int], _ ofTimes: [OfTime], _ names: [String], _ line: Int, hasTime time: Int?,
    _ problems: inout RowProblems
  ) throws(RecordsError) -> [String] {
    let rest = others.filter { field in !ofTimes.contains { $0.field == field } }
    guard let odd = time ?? rest.first(where: { !isSum(names[$0]) && !isOtherFigure(names[$0]) }) else {
      return passOver(rest, names, line, &problems)
    }
    throw problems.fatal(
      line: line, column: odd + 1, "“\(names[odd].prefix(40))” is no time of day, by which other columns are named",
      "name them 00:00, 00:30 and so on, with a row for each date, or for each date and channel; or give rows of "
        + "start,channel,count")
  }

  /// The first of the `fields` whose names are dates, if several are.
  private static func fields(_ fields: [Int], namedByDates header: [ArraySlice<UInt8>]) -> Int? {
    let dates = fields.filter { InstantText.moment(header[$0].trimmed) != nil }
    return dates.count > 1 ? dates.first : nil
  }

  /// The one of some `fields` without a use that has the times of day, by its name, whatever is in it, or else by what is in it;
  /// what is the same in all rows tells no times apart.
  private static func unusedTime(
    _ fields: [Int], _ names: [String], _ rows: [[ArraySlice<UInt8>]]
  ) -> UnusedTime? {
    let telling = fields.filter { field in rows.contains { $0[field].trimmed != rows[0][field].trimmed } }
    let field =
      telling.first { Headings.isOfTimes(names[$0]) }
      ?? telling.first { !isOtherFigure(names[$0]) && areTimes(rows, $0) }
    return field.map { UnusedTime(field: $0, name: names[$0], isReadable: areTimes(rows, $0)) }
  }

  /// Those of the `fields` that are channels by their names.
  private static func channels(_ fields: [Int], _ names: [String], wanted: String?) -> [Int] {
    let counts = fields.filter { names[$0] == wanted || !isOtherFigure(names[$0]) }
    // Without their parts, sums are what there is.
    let parts = counts.filter { names[$0] == wanted || !isSum(names[$0]) }
    return parts.isEmpty ? counts : parts
  }

  /// The channels of some fields, each of which must have a name of its own.
  private static func named(
    _ fields: [Int], _ names: [String], _ line: Int, _ problems: RowProblems
  ) throws(RecordsError) -> [OfChannel] {
    var numbers = ChannelNumbers()
    for field in fields {
      let isNew = !numbers.contains(names[field])
      guard isNew, (try? numbers.number(names[field])) != nil else {
        let isTooMany = fields.count > ChannelNumbers.most && isNew && !names[field].isEmpty
        throw problems.fatal(
          line: line, column: field + 1,
          isTooMany ? "there are more than \(ChannelNumbers.most) channels" : "this column has no name of its own",
          isTooMany ? "leave out the smallest" : "name every column by its channel")
      }
    }
    return fields.map { OfChannel(field: $0, name: names[$0]) }
  }

  /// Warns of `fields` that are passed over because of their names, which it returns.
  static func passOver(
    _ fields: [Int], _ names: [String], _ line: Int, _ problems: inout RowProblems
  ) -> [String] {
    guard let first = fields.first else { return [] }
    let list = fields.map { "“\(names[$0].prefix(40))”" }.joined(separator: ", ")
    problems.warn(
      line: line, column: first + 1,
      fields.count == 1
        ? "by its name, the column \(list) has no counts of one channel"
        : "by their names, the columns \(list) have no counts of one channel",
      fields.count == 1
        ? "it is passed over; if it is a channel, name it otherwise"
        : "they are passed over; name those otherwise that are channels")
    return fields.map { names[$0] }
  }

  /// Warns of `fields` that are passed over because times are in them, of whatever kind; their names.
  private static func passOver(
    times fields: [Int], _ names: [String], _ line: Int, hasTime: Bool, _ problems: inout RowProblems
  ) -> [String] {
    for field in fields {
      problems.warn(
        line: line, column: field + 1, "the column “\(names[field].prefix(40))” has times in it, and no counts",
        "it is passed over" + (hasTime ? "" : "; call it “time” if it says when an interval begins"))
    }
    return fields.map { names[$0] }
  }
}
