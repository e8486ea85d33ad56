import ContactCentre

extension ScenarioDecoder {
  /// The values of a file with one column of seconds or durations, sorted. A first row that begins with a letter or an
  /// underscore is a header; one that begins with anything else is a value, if a wrong one.
  func observedValues(_ cursor: Cursor) -> [Double] {
    guard let file = table(cursor) else { return [0] }
    var rows = CSVRows(file, path: cursor.path, log: log)
    var values: [Double] = []
    while rows.next() {
      guard rows.fields.count == 1 else {
        rows.report(rows.line, 2, "this row has \(rows.fields.count) fields", "give the file one column of values")
        break
      }
      let first = rows.text(0).first
      let isHeader = rows.isFirst && first.map { $0.isLetter || $0 == "_" } == true
      if isHeader { continue }
      if let value = rows.seconds(0) {
        values.append(value)
      } else if first == nil {
        rows.report(field: 0, "this cell is empty", "write seconds, or a duration such as 3m53s")
      }
    }
    rows.warnOfDays(0, "values")
    if values.isEmpty, !rows.hasProblems {
      rows.report(1, 0, "the file has no values", "give it one column of seconds or durations")
    }
    if values.count > Limits.observedValues {
      log.error(
        cursor.place, cursor.path, "the file has \(values.count) values", "give at most \(Limits.observedValues)")
    }
    return values.isEmpty ? [0] : values.sorted()
  }
}
