extension CSVReader {
  private static let packed: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// What keeps `bytes` from being a table in UTF-8, which all are to be in; nil if nothing does. They begin with line
  /// `firstLine` of the file.
  ///
  /// Read as if it were UTF-8, text of another encoding would be damaged without a word: names that differ in one letter
  /// become the same. O(bytes).
  package static func encodingFault(in bytes: [UInt8], firstLine: Int = 1) -> Fault? {
    if firstLine == 1, bytes.starts(with: packed) {
      return Fault(
        line: 1, column: 0, message: "this is a workbook or another packed file, not CSV",
        remedy: "save it as CSV UTF-8")
    }
    let hasMark = firstLine == 1 && (bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]))
    // Of two bytes for each letter one nearly always is NUL.
    let beginning = bytes.prefix(1_000)
    if hasMark || beginning.count(where: { $0 == 0 }) > beginning.count / 4 {
      return Fault(line: firstLine, column: 0, message: "this is UTF-16, not UTF-8", remedy: "save it as CSV UTF-8")
    }
    func fault(at position: Int, _ message: String, remedy: String) -> Fault {
      let row = bytes[..<position].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      return Fault(
        line: firstLine + bytes[..<row].count { $0 == 0x0A }, column: field(after: bytes[row..<position]),
        message: message, remedy: remedy)
    }
    if let position = bytes.firstIndex(of: 0) {
      return fault(
        at: position, "there is a NUL byte here, which no text has",
        remedy: "the file may be damaged, or cut off: export it anew")
    }
    return firstInvalidUTF8(in: bytes).map {
      fault(at: $0, "this is not UTF-8", remedy: "save the file as UTF-8, which spreadsheets call CSV UTF-8")
    }
  }

  /// The number, from 1, of the field that follows `bytes`, which begin a row.
  private static func field(after bytes: ArraySlice<UInt8>) -> Int {
    var isQuoted = false
    var field = 1
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if byte == comma, !isQuoted { field += 1 }
    }
    return field
  }
}
