import Reading

/// How systems call columns that this calls otherwise.
enum Headings {
  /// What they call the column that names the channel, besides `channel`.
  private static let ofChannels: Set = [
    "queue", "queue name", "skill", "skill name", "skill group", "split", "split skill", "service", "service name",
    "line of business", "lob", "call type", "contact type", "channel name",
  ]
  /// What they call the time of day at which an interval begins, besides `time` and `start`.
  private static let ofTimes: Set = [
    "interval", "interval start", "interval start time", "time interval", "start time", "start of interval",
    "half hour",
    "half hour starting", "halfhour", "quarter hour", "hour", "period", "period start", "time period", "time of day",
    "time slot", "timeslot", "slot",
  ]
  /// Words for contacts that come.
  private static let ofCounts: Set = [
    "count", "counts", "offered", "expected", "calls", "contacts", "volume", "volumes", "arrivals", "received",
  ]

  /// Whether a column names channels by its heading, such as `Queue`.
  static func isOfChannels(_ name: String) -> Bool { ofChannels.contains(words(name).joined(separator: " ")) }

  /// Whether a column says by its heading when an interval begins, such as `Half-hour`.
  static func isOfTimes(_ name: String) -> Bool { ofTimes.contains(words(name).joined(separator: " ")) }

  /// Whether a column has counts by its heading, such as `Calls Offered` or `Total`.
  static func isOfCounts(_ name: String) -> Bool {
    !CountColumns.isOtherFigure(name) && (CountColumns.isSum(name) || words(name).contains(where: ofCounts.contains))
  }

  /// The columns that name the channel by their headings; none if one is called `channel`.
  static func fieldsOfChannels(_ header: [ArraySlice<UInt8>]) -> [Int] {
    let names = header.map { $0.trimmed.text }
    if names.contains(where: { RecordColumns.key($0) == "channel" }) { return [] }
    return names.indices.filter { isOfChannels(names[$0]) }
  }

  /// A header that calls the one of `fields` by `name`, or that is as it was if there is none; `meaning` is what that column does.
  ///
  /// - Throws: where there are several.
  static func renamed(
    _ header: [ArraySlice<UInt8>], _ fields: [Int], to name: String, _ meaning: String, line: Int,
    _ problems: RowProblems
  ) throws(RecordsError) -> [ArraySlice<UInt8>] {
    guard let first = fields.first else { return header }
    if fields.count > 1 {
      let both = fields.prefix(2).map { "“\(header[$0].trimmed.text.prefix(40))”" }.joined(separator: " and ")
      throw problems.fatal(
        line: line, column: fields[1] + 1, "\(both) may both \(meaning)", "call the one “\(name)” that does")
    }
    var header = header
    header[first] = Array(name.utf8)[...]
    return header
  }

  /// The words of a heading, in small letters, without what stands between them.
  static func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
