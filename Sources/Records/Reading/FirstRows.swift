/// The first rows of a file, held until there are enough of them to tell what its columns mean.
struct FirstRows {
  /// As many tell.
  private static let enough = 1_001

  /// The header, and the line it is on.
  private(set) var header: (fields: [ArraySlice<UInt8>], line: Int)?
  /// The rows after it.
  private(set) var rows: [RowFeed.Row] = []

  /// Whether no more rows need be held.
  var areEnough: Bool { rows.count >= Self.enough }

  /// Holds one more row, of which the first is the header.
  mutating func take(_ row: RowFeed.Row, _ problems: RowProblems) throws(RecordsError) {
    if header == nil { header = try problems.header(row) } else { rows.append(row) }
  }

  /// The fields of those rows that have as many as the header.
  var samples: [[ArraySlice<UInt8>]] {
    rows.compactMap { row in
      guard case .fields(let fields, _) = row, fields.count == header?.fields.count else { return nil }
      return fields
    }
  }
}
