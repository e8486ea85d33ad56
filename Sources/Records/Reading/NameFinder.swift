import Reading

/// Finds a column that is taken for counts, or for nothing, and really names the channels: where most times stand in several
/// rows, and its few values tell the rows of a time apart.
struct NameFinder {
  /// A column with more values than these has no names.
  fileprivate static let mostValues = 20
  /// The most values for each row of the time that has most: at any time some channels may have no row.
  private static let valuesForRow = 2

  fileprivate struct Column {
    let field: Int
    let name: String
    /// The values in the order in which they first came, by number.
    var values: [[UInt8]: Int] = [:]
    /// Times and numbers of values, as one number.
    var met: Set<Int> = []
  }

  /// Those that may still have names.
  private var columns: [Column]
  /// How many rows there are of each time.
  private var rows: [Int: Int] = [:]

  /// Looks at these columns.
  init(_ columns: [CountColumns.OfChannel]) { self.columns = columns.map { Column(field: $0.field, name: $0.name) } }

  /// Looks at a row of a time, in minutes. O(columns that may still have names).
  mutating func add(_ fields: [ArraySlice<UInt8>], at minute: Int) {
    if columns.isEmpty { return }
    rows[minute, default: 0] += 1
    var hasLostOne = false
    for index in columns.indices where !columns[index].add(fields[columns[index].field].trimmed, at: minute) {
      columns[index].values = [:]
      hasLostOne = true
    }
    if hasLostOne { columns.removeAll { $0.values.isEmpty } }
  }

  /// The column that names the channels, as it seems, with its values, each of which is there twice on average at least; of several
  /// the one with the fewest.
  var found: (column: CountColumns.OfChannel, values: [String])? {
    guard let most = rows.values.max(), 2 * rows.values.count(where: { $0 > 1 }) > rows.count else { return nil }
    let all = rows.values.reduce(0, +)
    let fitting = columns.filter { column in
      let count = column.values.count
      return count > 1 && count <= Self.valuesForRow * most && 2 * count <= all
    }
    guard let column = fitting.min(by: { ($0.values.count, $0.field) < ($1.values.count, $1.field) }) else {
      return nil
    }
    let values = column.values.sorted { $0.value < $1.value }.map { $0.key[...].text }
    return (CountColumns.OfChannel(field: column.field, name: column.name), values)
  }
}

extension NameFinder.Column {
  /// Notes a value; false if the column has no names, because of this one or of one before at the same time. A channel may be
  /// called 999, and hardly 0, 12.5 or nothing.
  fileprivate mutating func add(_ value: ArraySlice<UInt8>, at minute: Int) -> Bool {
    if value.isEmpty { return false }
    if let count = FieldText.count(value), count == 0 || count != count.rounded() { return false }
    let bytes = Array(value)
    let number = values[bytes] ?? values.count
    guard number < NameFinder.mostValues else { return false }
    values[bytes] = number
    return met.insert(minute * NameFinder.mostValues + number).inserted
  }
}

extension RowProblems {
  /// That a column names channels, as it seems, and is taken for counts, or for nothing; `line` is the header's.
  func namesTakenForCounts(_ finder: NameFinder, _ columns: CountColumns, line: Int) -> RecordsError? {
    guard let (column, values) = finder.found else { return nil }
    let listed = values.prefix(4).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    let list = values.count > 4 ? "\(listed) and \(values.count - 4) more" : listed
    return fatal(
      line: line, column: column.field + 1,
      "the column “\(column.name.prefix(40))” looks like names of channels rather than counts: it tells apart the "
        + "rows of each time, and all it has is \(list)",
      "call it “channel”" + (columns.hasCountHeading ? "" : ", and the column with the counts “count”"))
  }
}
