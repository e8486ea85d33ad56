import Reading
import ScenarioFile

/// The rows of a CSV file of any size, a piece of it in memory at a time.
///
/// A row that has a fault does not end the reading: it is handed over as the fault it is, and reading goes on with the
/// next line.
enum RowFeed {
  /// A row as it stands, or what is wrong with it.
  enum Row {
    case fields([ArraySlice<UInt8>], line: Int)
    case fault(CSVReader.Fault)
  }

  /// A quotation that has no end by then is not waited for.
  private static let longestPiece = 8 << 20

  /// Hands the rows of the file at `path` to `consume`, in order.
  ///
  /// - Throws: where the file cannot be read, and, perhaps after some rows, where it is not UTF-8.
  static func read(
    _ path: String, from files: any FileReading, _ consume: (Row) -> Void
  ) throws(RecordsError) {
    var pending: [UInt8] = []
    var firstLine = 1
    var wrong: CSVReader.Fault?
    func handOver(_ bytes: [UInt8]) {
      wrong = CSVReader.encodingFault(in: bytes, firstLine: firstLine)
      if wrong == nil { firstLine = hand(over: bytes, firstLine: firstLine, consume) }
    }
    do {
      try files.readPieces(path) { piece in
        pending += piece
        let end = wholeLines(in: pending)
        if end > 0 {
          handOver(Array(pending[..<end]))
          pending.removeSubrange(..<end)
        }
        return wrong == nil
      }
    } catch {
      throw .unreadable(path, error)
    }
    if wrong == nil { handOver(pending) }
    if let wrong {
      throw RowProblems(path: path).fatal(line: wrong.line, column: wrong.column, wrong.message, wrong.remedy)
    }
  }

  /// How many bytes of `bytes` make whole lines, none of which ends inside a quotation.
  private static func wholeLines(in bytes: [UInt8]) -> Int {
    var isQuoted = false
    var end = 0
    var anyEnd = 0
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A {
        anyEnd = index + 1
        if !isQuoted { end = index + 1 }
      }
    }
    return bytes.count - end > longestPiece ? anyEnd : end
  }

  /// Hands over the rows of some lines; the number of the line after them.
  private static func hand(over bytes: [UInt8], firstLine: Int, _ consume: (Row) -> Void) -> Int {
    var reader = CSVReader(bytes, firstLine: firstLine)
    while true {
      do {
        guard try reader.next() else { break }
        consume(.fields(reader.fields, line: reader.line))
      } catch {
        consume(.fault(error))
        reader.skipLine()
      }
    }
    return firstLine + bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}

extension ArraySlice<UInt8> {
  /// Without the spaces and tabs around it.
  var trimmed: ArraySlice<UInt8> {
    var bytes = self
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    return bytes
  }

  /// As text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
