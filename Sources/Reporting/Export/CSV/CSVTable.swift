import DiscreteEvents

/// Rows of comma-separated values (RFC 4180, but for lines that end as they do everywhere else here).
struct CSVTable {
  private var text: ExportText
  private var isFirst = true

  /// A table of which `sink` gets the pieces.
  init(_ names: ExportNames, clock: ExportClock, sink: @escaping ExportSink) {
    text = ExportText(names, clock: clock, sink: sink)
  }

  /// A text as a cell has it: between quotation marks if something in it would be taken for the end of the cell.
  static func written(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\n")
        && byte != UInt8(ascii: "\r")
    }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The first row.
  mutating func header(_ columns: [String]) throws {
    text.append(columns.map(Self.written).joined(separator: ",") + "\n")
    try text.offer()
  }

  /// The next cell of the row; empty for nil.
  mutating func cell(_ value: ExportValue?) {
    separate()
    if let value { text.append(value) }
  }

  /// The next cell of the row: words without a comma.
  mutating func cell(words: String) {
    separate()
    text.append(words)
  }

  private mutating func separate() {
    if !isFirst { text.append(",") }
    isFirst = false
  }

  mutating func endRow() throws {
    text.append("\n")
    isFirst = true
    try text.offer()
  }

  mutating func finish() throws { try text.handOver() }
}

extension CSVTable {
  mutating func cell(time: Milliseconds?) { cell(time.map { .time($0) }) }
  mutating func cell(seconds: Milliseconds?) { cell(seconds.map { .seconds($0) }) }
  mutating func cell(number: (some BinaryInteger)?) { cell(number.map { .number($0) }) }
}
