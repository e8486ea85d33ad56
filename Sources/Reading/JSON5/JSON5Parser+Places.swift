/// Where the parser is, and how it says what is wrong there.
extension JSON5Parser {
  func checkDepth(_ depth: Int) throws(SyntaxFault) {
    guard depth <= TextLimits.depth else {
      throw fault(
        at: index, "objects and lists are nested more than \(TextLimits.depth) deep", "a scenario never needs that many"
      )
    }
  }

  func checkEncoding() throws(SyntaxFault) {
    guard let position = firstInvalidUTF8(in: bytes) else { return }
    throw fault(at: position, "this is not UTF-8", "save the file as UTF-8")
  }

  mutating func place(at position: Int) -> Place {
    counted = count(from: counted, to: position)
    return Place(origin: origin, line: counted.line, column: counted.column)
  }

  private func count(
    from start: (index: Int, line: Int, column: Int), to end: Int
  ) -> (index: Int, line: Int, column: Int) {
    var (position, line, column) = start
    while position < end {
      switch bytes[position] {
      case 0x0A:
        line += 1
        column = 1
      case 0x0D:
        // Before a line feed this is half of one line end.
        if position + 1 == bytes.count || bytes[position + 1] != 0x0A {
          line += 1
          column = 1
        }
      case 0x80..<0xC0: break
      // A byte order mark is no character of the first line.
      case 0xEF where position == 0 && bytes.starts(with: byteOrderMark): break
      default: column += 1
      }
      position += 1
    }
    return (position, line, column)
  }

  func fault(at position: Int, _ message: String, _ remedy: String) -> SyntaxFault {
    let start = position >= counted.index ? counted : (index: 0, line: firstLine, column: 1)
    let (_, line, column) = count(from: start, to: position)
    return SyntaxFault(
      problem: Problem(
        place: Place(origin: origin, line: line, column: column), path: path.description, message: message,
        remedy: remedy))
  }

  func shown(at position: Int) -> String {
    guard position < bytes.count else { return "the end of the file" }
    let (scalar, _) = scalar(at: position)
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .unassigned:
      return "the character U+\(String(scalar.value, radix: 16, uppercase: true))"
    default: return "“\(scalar)”"
    }
  }
}
