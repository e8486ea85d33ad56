import DiscreteEvents
import Writing

/// Rows of comma-separated values (RFC 4180, but for lines that end as they do everywhere else here).
struct CSVTable {
  private var text: ExportText
  private let mark: String
  private var isFirst = true

  /// A table of which `sink` gets the pieces.
  init(_ names: ExportNames, clock: ExportClock, sink: @escaping ExportSink) {
    text = ExportText(names, clock: clock, sink: sink)
    mark = names.areASCII ? "" : CSVMark.text
  }

  /// The first row, and before it the byte order mark if any name of the scenario is not ASCII.
  mutating func header(_ columns: [String]) throws {
    text.append(mark + columns.map(CSVCell.written).joined(separator: ",") + "\n")
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
    if !isFirst { text.append(character: UInt8(ascii: ",")) }
    isFirst = false
  }

  mutating func endRow() throws {
    text.append(character: UInt8(ascii: "\n"))
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
