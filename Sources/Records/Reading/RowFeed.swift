import Reading
import Writing

/// The rows of a CSV file of any size, a piece of it in memory at a time.
///
/// A row that has a fault does not end the reading: it is handed over as the fault it is, and reading goes on with the
/// line after the row's first. So a stray quotation mark hides no other row, unless another one, behind the last field of a
/// line that is not far, makes a row of all between them that has as many fields as the header.
enum RowFeed {
  /// A row as it stands, or what is wrong with it.
  enum Row {
    case fields([ArraySlice<UInt8>], line: Int)
    /// The second is what the row's first line has between its commas, without quotation marks.
    case fault(CSVReader.Fault, beginning: [ArraySlice<UInt8>])
  }

  /// The most bytes of a line, or of a row that goes over several. A file without line ends is no table, and would have to be
  /// read whole, and a row is read anew with every piece until it ends.
  private static let longestLine = 16 << 20

  /// Hands the rows of the file at `path` to `consume`, in order.
  ///
  /// - Throws: where the file cannot be read, and, perhaps after some rows, where it is not UTF-8 or a line or a row that is
  ///   not in one piece has more than `longestLine` bytes.
  static func read(
    _ path: String, from files: any FileReading, longestLine: Int = longestLine, _ consume: (Row) -> Void
  ) throws(RecordsError) {
    var pending: [UInt8] = []
    /// How many bytes there are of the line whose end has not come yet.
    var lineLength = 0
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
        if let start = startOfLongLine(in: piece, after: &lineLength, longest: longestLine) {
          let before = pending.count { $0 == 0x0A } + piece[..<start].count { $0 == 0x0A }
          wrong = tooLong(line: firstLine + before, longest: longestLine)
          return false
        }
        let length = pending.count
        pending += piece
        // The lines that are pending were handed over before: only new bytes can end another.
        if let end = pending[length...].lastIndex(of: 0x0A) {
          let consumed = handOver(Array(pending[...end]), isLast: false)
          pending.removeSubrange(..<consumed)
          if wrong == nil, pending.count > longestLine { wrong = neverClosed(line: firstLine, longest: longestLine) }
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

  /// Where in `piece` a line begins, or goes on, that has more than `longest` bytes; nil if none does. `length` is how many
  /// bytes there were before of the line it begins with, and becomes how many there are of the line it ends in.
  private static func startOfLongLine(in piece: ArraySlice<UInt8>, after length: inout Int, longest: Int) -> Int? {
    var start = piece.startIndex
    while let end = piece[start...].firstIndex(of: 0x0A) {
      if length + end - start > longest { return start }
      length = 0
      start = end + 1
    }
    length += piece.endIndex - start
    return length > longest ? start : nil
  }

  private static func tooLong(line: Int, longest: Int) -> CSVReader.Fault {
    CSVReader.Fault(
      line: line, column: 0, message: "this line has no end within \(longest >> 20) MB",
      remedy: "is it a table? rows end with line breaks")
  }

  private static func neverClosed(line: Int, longest: Int) -> CSVReader.Fault {
    CSVReader.Fault(
      line: line, column: 0, message: "this row has no end within \(longest >> 20) MB",
      remedy: "close the field in quotation marks")
  }

  private static func hand(over reader: inout CSVReader, _ consume: (Row) -> Void) {
    while true {
      do {
        guard try reader.next() else { return }
        try refuseStrayMarks(reader)
        consume(.fields(reader.fields, line: reader.line))
      } catch {
        let line = reader.skipFirstLine().filter { $0 != UInt8(ascii: "\"") }
        let beginning = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        consume(.fault(error, beginning: beginning))
      }
    }
  }

  /// Refuses a row of several lines that does not have as many fields as the first: a mark too many has joined them.
  private static func refuseStrayMarks(_ reader: CSVReader) throws(CSVReader.Fault) {
    guard let width = reader.width, reader.fields.count != width,
      let long = reader.fields.firstIndex(where: { $0.contains(0x0A) })
    else { return }
    let lines = reader.fields.reduce(0) { $0 + $1.count { $0 == 0x0A } }
    throw CSVReader.Fault(
      line: reader.line, column: long + 1,
      message: "by its quotation marks this row goes on to line \(reader.line + lines) and has "
        + "\(Quantity.counted(reader.fields.count, "field")), and the header has \(width)",
      remedy: "close this field on its line, or remove the quotation mark")
  }
}
