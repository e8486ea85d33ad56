/// A reader of comma-separated values (RFC 4180), one row after another.
///
/// Lines may end in LF or CR LF; a byte order mark is passed over; lines with nothing on them are not rows. Works on
/// bytes, so a million rows take a second or two. Never traps, whatever the bytes.
package struct CSVReader {
  /// What is wrong with the text at one place.
  package struct Fault: Error {
    /// The line the row begins on, from 1.
    package var line: Int
    /// The number of the field, from 1.
    package var column: Int
    /// What is wrong.
    package var message: String
    /// What would be right.
    package var remedy: String
  }

  private let bytes: [UInt8]
  private var index: Int
  /// The line `index` is on.
  private var currentLine: Int

  /// The fields of the row last read, without their quotation marks.
  package private(set) var fields: [ArraySlice<UInt8>] = []
  /// The line on which that row begins, from 1.
  package private(set) var line = 0

  /// A reader of a text, or of the part of one that begins with its line `firstLine`.
  package init(_ bytes: [UInt8], firstLine: Int = 1) {
    self.bytes = bytes
    currentLine = firstLine
    index = firstLine == 1 && bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  }

  /// Reads the next row. False at the end of the text.
  package mutating func next() throws(Fault) -> Bool {
    skipBlankLines()
    guard index < bytes.count else { return false }
    line = currentLine
    fields.removeAll(keepingCapacity: true)
    while true {
      guard fields.count < TextLimits.csvColumns else {
        throw fault(
          "this row has more than \(TextLimits.csvColumns) fields", "check that every line ends where it should")
      }
      if bytes[safe: index] == Self.quote {
        try readQuoted()
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

  /// Moves on to the next line: the way past a row that has a fault.
  package mutating func skipLine() {
    while index < bytes.count, !isLineEnd(at: index) { index += 1 }
    if index < bytes.count { skipLineEnd() }
  }

  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")

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
    currentLine += 1
  }

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
    index += 1
    var start = index
    var joined: [UInt8]?
    while true {
      guard let byte = bytes[safe: index] else {
        throw fault("a field in quotation marks is never closed", "close it with a quotation mark")
      }
      if byte == 0x0A { currentLine += 1 }
      if byte == Self.quote {
        if bytes[safe: index + 1] == Self.quote {
          // The first of the two is kept.
          joined = (joined ?? []) + bytes[start...index]
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
        "something follows the closing quotation mark of a field", "put a comma there, or double the quotation mark",
        column: fields.count)
    }
  }

  private func fault(_ message: String, _ remedy: String, column: Int? = nil) -> Fault {
    Fault(line: line, column: column ?? fields.count + 1, message: message, remedy: remedy)
  }
}

extension Array {
  /// The element, or nil past the end.
  fileprivate subscript(safe index: Int) -> Element? {
    index < count ? self[index] : nil
  }
}
