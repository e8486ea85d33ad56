/// A reader of comma-separated values (RFC 4180), one row after another.
///
/// Lines may end in LF or CR LF; a byte order mark is passed over, and so is a first line such as `sep=,`, which says to a
/// spreadsheet what separates fields. What spreadsheets leave around a table is not handed over: rows without anything in
/// any field, lines with nothing on them among these, and empty fields beyond the last one with a name in the first row.
/// Works on bytes, so a million rows take a second or two. Never traps, whatever the bytes.
package struct CSVReader {
  /// What is wrong with the text at one place.
  package struct Fault: Error {
    /// The line on which it is wrong, from 1: where the row begins, or the quotation that never ends.
    package var line: Int
    /// The number of the field, from 1.
    package var column: Int
    /// What is wrong.
    package var message: String
    /// What would be right.
    package var remedy: String

    /// A fault in the field `column` of the row that begins at `line`, both from 1.
    package init(line: Int, column: Int, message: String, remedy: String) {
      self.line = line
      self.column = column
      self.message = message
      self.remedy = remedy
    }
  }

  private let bytes: [UInt8]
  /// Whether nothing follows these bytes.
  private let isLast: Bool
  private var index: Int
  /// Where the row that is read begins.
  private var rowStart = 0
  /// Whether the bytes ended inside a quotation, though more are to follow.
  private var isCutOff = false

  /// The line that is to be read next, from 1.
  package private(set) var nextLine: Int
  /// The fields that rows may have at least, empty or not: those of the first row, without empty ones at its end. Nil before
  /// the first row.
  package private(set) var width: Int?
  /// The fields of the row last read, without their quotation marks.
  package private(set) var fields: [ArraySlice<UInt8>] = []
  /// The line on which that row begins, from 1.
  package private(set) var line = 0

  /// A reader of a text, or of the part of one that begins with its line `firstLine`; `width` is what the reader of the part
  /// before found. Unless the part `isLast`, it must end where a line does.
  package init(_ bytes: [UInt8], firstLine: Int = 1, width: Int? = nil, isLast: Bool = true) {
    self.bytes = bytes
    self.isLast = isLast
    self.width = width
    nextLine = firstLine
    index = firstLine == 1 && bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    if firstLine == 1 { skipSeparatorLine() }
  }

  /// How many bytes are done with: those of the rows read, and of the lines that were skipped.
  package var consumed: Int { index }

  /// Reads the next row that has something in it. False at the end of the text; and at the end of a part that is not the
  /// last one, before a row of which the rest may follow.
  package mutating func next() throws(Fault) -> Bool {
    while try readRow() {
      dropUnnamedFields()
      if fields.contains(where: { !Self.isEmpty($0) }) {
        if width == nil { width = fields.count }
        return true
      }
    }
    return false
  }

  /// Goes back to the row that has a fault, and past its first line: where a quotation mark too many opened a field, the
  /// lines after it are rows.
  ///
  /// However many such marks there are, no line is read more often than twice: one that opens a quotation and leaves it open
  /// has an odd number of them, and so has the line on which that ends. Returns the line passed.
  package mutating func skipFirstLine() -> ArraySlice<UInt8> {
    index = rowStart
    nextLine = line
    while index < bytes.count, !isLineEnd(at: index) { index += 1 }
    let passed = bytes[rowStart..<index]
    if index < bytes.count { skipLineEnd() }
    return passed
  }

  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")

  // MARK: Rows

  /// Reads the fields of the next line that is not empty, and of those that its quotations reach to.
  private mutating func readRow() throws(Fault) -> Bool {
    skipBlankLines()
    guard index < bytes.count else { return false }
    rowStart = index
    line = nextLine
    fields.removeAll(keepingCapacity: true)
    while true {
      guard fields.count < TextLimits.csvColumns else {
        throw fault(
          "this row has more than \(TextLimits.csvColumns) fields", "check that every line ends where it should")
      }
      if bytes[safe: index] == Self.quote {
        try readQuoted()
        if isCutOff {
          index = rowStart
          nextLine = line
          return false
        }
      } else {
        try readPlain()
      }
      guard let end = bytes[safe: index] else { return true }
      if end == Self.comma {
        index += 1
        continue
      }
      skipLineEnd()
      return true
    }
  }

  /// Drops empty fields from the end of a row: of the first all, of others those that the first does not have.
  private mutating func dropUnnamedFields() {
    let width = width ?? 1
    while fields.count > width, let last = fields.last, Self.isEmpty(last) { fields.removeLast() }
  }

  private static func isEmpty(_ field: ArraySlice<UInt8>) -> Bool {
    field.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  // MARK: Lines

  /// Skips a first line such as `sep=,`, perhaps in quotation marks, with whatever separator.
  private mutating func skipSeparatorLine() {
    var line = bytes[index...].prefix { $0 != 0x0A }.prefix(9)
    if line.last == 0x0D { line.removeLast() }
    if line.count == 7, line.first == Self.quote, line.last == Self.quote { line = line.dropFirst().dropLast() }
    guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return }
    while index < bytes.count, !isLineEnd(at: index) { index += 1 }
    if index < bytes.count { skipLineEnd() }
  }

  private mutating func skipBlankLines() {
    while index < bytes.count, isLineEnd(at: index) { skipLineEnd() }
  }

  /// CR counts only before LF; alone, it is a character like any other.
  private func isLineEnd(at position: Int) -> Bool {
    bytes[position] == 0x0A || (bytes[position] == 0x0D && bytes[safe: position + 1] == 0x0A)
  }

  private mutating func skipLineEnd() {
    if bytes[index] == 0x0D { index += 1 }
    index += 1
    nextLine += 1
  }

  // MARK: Fields

  /// Reads up to a comma or the end of the line.
  private mutating func readPlain() throws(Fault) {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.comma || byte == 0x0A || (byte == 0x0D && isLineEnd(at: index)) { break }
      if byte == Self.quote {
        throw fault(
          "a quotation mark stands inside a field that does not begin with one",
          "put the field in quotation marks and double those inside it")
      }
      index += 1
    }
    fields.append(bytes[start..<index])
  }

  /// Reads a field in quotation marks, and leaves `index` at the comma or line end after it.
  private mutating func readQuoted() throws(Fault) {
    let firstLine = nextLine
    index += 1
    var start = index
    var joined: [UInt8]?
    while true {
      guard let byte = bytes[safe: index] else {
        isCutOff = !isLast
        if isCutOff { return }
        throw fault("a field in quotation marks is never closed", "close it with a quotation mark", line: firstLine)
      }
      if byte == 0x0A {
        nextLine += 1
        guard nextLine - firstLine < TextLimits.csvFieldLines else {
          throw fault(
            "a field in quotation marks is not closed within \(TextLimits.csvFieldLines) lines",
            "close it with a quotation mark", line: firstLine)
        }
      }
      if byte == Self.quote {
        if bytes[safe: index + 1] == Self.quote {
          // The first of the two is kept.
          joined = joined ?? []
          joined?.append(contentsOf: bytes[start...index])
          index += 2
          start = index
          continue
        }
        break
      }
      index += 1
    }
    let rest = bytes[start..<index]
    fields.append(joined.map { ($0 + rest)[...] } ?? rest)
    index += 1
    if index < bytes.count, bytes[index] != Self.comma, !isLineEnd(at: index) {
      throw fault(
        "something follows the closing quotation mark of a field"
          + (nextLine > firstLine ? ", which is on line \(nextLine)" : ""),
        "put a comma there, or double the quotation mark", line: firstLine, column: fields.count)
    }
  }

  private func fault(_ message: String, _ remedy: String, line: Int? = nil, column: Int? = nil) -> Fault {
    Fault(line: line ?? self.line, column: column ?? fields.count + 1, message: message, remedy: remedy)
  }
}

extension Array {
  /// The element, or nil past the end.
  fileprivate subscript(safe index: Int) -> Element? {
    index < count ? self[index] : nil
  }
}
