import Reading
import ScenarioFile

/// The rows of a CSV file of any size, a piece of it in memory at a time.
///
/// A row that has a fault does not end the reading: it is handed over as the fault it is, and reading goes on with the
/// line after the row's first, so that a stray quotation mark hides no other row.
enum RowFeed {
  /// A row as it stands, or what is wrong with it.
  enum Row {
    case fields([ArraySlice<UInt8>], line: Int)
    case fault(CSVReader.Fault)
  }

  /// Hands the rows of the file at `path` to `consume`, in order.
  ///
  /// - Throws: where the file cannot be read, and, perhaps after some rows, where it is not UTF-8.
  static func read(
    _ path: String, from files: any FileReading, _ consume: (Row) -> Void
  ) throws(RecordsError) {
    var pending: [UInt8] = []
    var firstLine = 1
    var width: Int?
    var wrong: CSVReader.Fault?
    /// Hands over the rows of some lines, but for one of which the rest may follow: how many bytes it has done with.
    func handOver(_ bytes: [UInt8], isLast: Bool) -> Int {
      wrong = CSVReader.encodingFault(in: bytes, firstLine: firstLine)
      if wrong != nil { return 0 }
      var reader = CSVReader(bytes, firstLine: firstLine, width: width, isLast: isLast)
      hand(over: &reader, consume)
      (firstLine, width) = (reader.nextLine, reader.width)
      return reader.consumed
    }
    do {
      try files.readPieces(path) { piece in
        pending += piece
        if let end = pending.lastIndex(of: 0x0A) {
          let consumed = handOver(Array(pending[...end]), isLast: false)
          pending.removeSubrange(..<consumed)
        }
        return wrong == nil
      }
    } catch {
      throw .unreadable(path, error)
    }
    if wrong == nil { _ = handOver(pending, isLast: true) }
    if let wrong {
      throw RowProblems(path: path).fatal(line: wrong.line, column: wrong.column, wrong.message, wrong.remedy)
    }
  }

  private static func hand(over reader: inout CSVReader, _ consume: (Row) -> Void) {
    while true {
      do {
        guard try reader.next() else { return }
        consume(.fields(reader.fields, line: reader.line))
      } catch {
        consume(.fault(error))
        reader.skipFirstLine()
      }
    }
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
