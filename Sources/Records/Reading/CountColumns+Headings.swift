import Reading
import ScenarioFile

/// What columns are that are called otherwise than this calls them: what their headings and their first rows say together.
extension CountColumns {
  /// A header that calls `channel`, `time` and `count` the columns that are so by their headings and by what the first `rows`
  /// have in them.
  ///
  /// - Throws: where two columns may be one of these.
  static func translated(
    _ header: [ArraySlice<UInt8>], _ rows: [[ArraySlice<UInt8>]], isGrid: Bool, line: Int, _ problems: RowProblems
  ) throws(RecordsError) -> [ArraySlice<UInt8>] {
    let named = try Headings.renamed(
      header, fieldsOfChannels(header, rows, isGrid: isGrid), to: "channel", "name the channel", line: line, problems)
    // A grid has its times, and its counts, in columns named by times of day.
    if isGrid { return named }
    let timed = try Headings.renamed(
      named, fieldsOfTimes(named, rows), to: "time", "say when an interval begins", line: line, problems)
    return try Headings.renamed(
      timed, fieldsOfCounts(timed), to: "count", "have the counts", line: line, problems)
  }

  /// The columns that may name the channel, if none is called so.
  ///
  /// Where no other column has counts by its heading, one called `Service` may be a channel itself, with its counts.
  private static func fieldsOfChannels(
    _ header: [ArraySlice<UInt8>], _ rows: [[ArraySlice<UInt8>]], isGrid: Bool
  ) -> [Int] {
    let hasCounts = isGrid || header.contains { Headings.isOfCounts($0.trimmed.text) }
    return Headings.fieldsOfChannels(header).filter { field in
      hasCounts || are(rows, field) { FieldText.count($0) == nil }
    }
  }

  /// The columns that may say the time of day beside a date alone, if none is called so.
  private static func fieldsOfTimes(_ header: [ArraySlice<UInt8>], _ rows: [[ArraySlice<UInt8>]]) -> [Int] {
    let keys = header.map { $0.trimmed.text.lowercased() }
    // Beside a date the start is a time of day.
    guard !keys.contains("time"), keys.contains("date") != keys.contains("start"),
      let date = keys.firstIndex(where: { $0 == "date" || $0 == "start" }), are(rows, date, isDateAlone)
    else { return [] }
    return keys.indices.filter { Headings.isOfTimes(keys[$0]) && areTimes(rows, $0) }
  }

  /// The columns that may have the counts beside one that names the channel, if none is called so; of several those of what was
  /// offered.
  private static func fieldsOfCounts(_ header: [ArraySlice<UInt8>]) -> [Int] {
    let names = header.map { $0.trimmed.text }
    let keys = names.map(RecordColumns.key)
    guard keys.contains("channel"), !keys.contains(where: countNames.contains) else { return [] }
    let fields = names.indices.filter { Headings.isOfCounts(names[$0]) }
    let offered = fields.filter { Headings.words(names[$0]).contains("offered") }
    return offered.isEmpty ? fields : offered
  }

  /// Whether a column has times of day in most of the `rows` in which it has anything.
  static func areTimes(_ rows: [[ArraySlice<UInt8>]], _ field: Int) -> Bool {
    are(rows, field) { InstantText.spreadsheetTime($0) != nil }
  }

  /// Whether most of what a column has in `rows` is so; not if it has nothing.
  private static func are(
    _ rows: [[ArraySlice<UInt8>]], _ field: Int, _ isSo: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    let fields = rows.map { $0[field].trimmed }.filter { !$0.isEmpty }
    return !fields.isEmpty && 2 * fields.count(where: isSo) > fields.count
  }

  private static func isDateAlone(_ field: ArraySlice<UInt8>) -> Bool {
    guard let moment = InstantText.spreadsheetMoment(field), case .local = moment.offset else { return false }
    return moment.civil.timeOfDay == 0
  }
}
