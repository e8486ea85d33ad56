/// What stops a parser.
package struct SyntaxFault: Error {
  /// Where and why, with a remedy.
  package var problem: Problem
}

/// A recursive-descent reader of JSON5 over valid UTF-8.
package struct JSON5Parser {
  let bytes: [UInt8]
  let origin: Place.Origin
  var index = 0
  var path = ScenarioPath()

  /// The last byte whose place was asked for. Places are asked for from front to back, so counting on from there makes
  /// all of them together cost one pass, even where a file is one long line.
  var counted: (index: Int, line: Int, column: Int)
  /// The number of the first line.
  let firstLine: Int

  /// Reads a document whose first line is line `line` of its origin.
  package static func parse(_ bytes: [UInt8], origin: Place.Origin, line: Int = 1) throws(SyntaxFault) -> JSONTree {
    var parser = JSON5Parser(bytes: bytes, origin: origin, line: line)
    return try parser.document()
  }

  private init(bytes: [UInt8], origin: Place.Origin, line: Int) {
    self.bytes = bytes
    self.origin = origin
    firstLine = line
    counted = (index: 0, line: line, column: 1)
  }

  // MARK: Structure

  private mutating func document() throws(SyntaxFault) -> JSONTree {
    try checkEncoding()
    if bytes.starts(with: byteOrderMark) { index = byteOrderMark.count }
    try skipSpace()
    if index == bytes.count {
      throw fault(at: index, "there is nothing here", "write a value, for example { name: \"a scenario\" }")
    }
    let tree = try value(depth: 1)
    try skipSpace()
    if index < bytes.count {
      throw fault(at: index, "\(shown(at: index)) follows the end of the document", "remove what follows")
    }
    return tree
  }

  private mutating func value(depth: Int) throws(SyntaxFault) -> JSONTree {
    let start = place(at: index)
    guard index < bytes.count else {
      throw fault(at: index, "the file ends where a value should be", "finish the value")
    }
    switch bytes[index] {
    case UInt8(ascii: "{"): return JSONTree(.object(try object(depth: depth)), at: start)
    case UInt8(ascii: "["): return JSONTree(.array(try array(depth: depth)), at: start)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return JSONTree(.string(try string()), at: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return JSONTree(.number(try number()), at: start)
    default: return JSONTree(try word(), at: start)
    }
  }

  private mutating func object(depth: Int) throws(SyntaxFault) -> [JSONTree.Member] {
    try checkDepth(depth)
    let open = index
    index += 1
    var members: [JSONTree.Member] = []
    var names: [String: Place] = [:]
    while true {
      try skipSpace()
      if take("}") { return members }
      guard index < bytes.count else {
        throw fault(at: open, "this { is never closed", "close it with }")
      }
      let nameStart = index
      let namePlace = place(at: index)
      let name = try self.name()
      if let first = names[name] {
        path.segments.append(name)
        throw fault(
          at: nameStart, "“\(name.prefix(60))” is said twice; the first is on line \(first.line)",
          "keep one of the two")
      }
      names[name] = namePlace
      try skipSpace()
      guard take(":") else {
        if index == bytes.count { throw fault(at: open, "this { is never closed", "close it with }") }
        throw fault(at: index, "\(shown(at: index)) follows the key “\(name.prefix(60))”", "put a colon after the key")
      }
      path.segments.append(name)
      try skipSpace()
      let value = try self.value(depth: depth + 1)
      path.segments.removeLast()
      members.append(JSONTree.Member(name: name, namePlace: namePlace, value: value))
      try skipSpace()
      if take(",") { continue }
      if take("}") { return members }
      guard index < bytes.count else {
        throw fault(at: open, "this { is never closed", "close it with }")
      }
      throw fault(
        at: index, "\(shown(at: index)) follows the value of “\(name.prefix(60))”",
        "put a comma between members, or close with }")
    }
  }

  private mutating func array(depth: Int) throws(SyntaxFault) -> [JSONTree] {
    try checkDepth(depth)
    let open = index
    index += 1
    var elements: [JSONTree] = []
    while true {
      try skipSpace()
      if take("]") { return elements }
      guard index < bytes.count else {
        throw fault(at: open, "this [ is never closed", "close it with ]")
      }
      path.segments.append(String(elements.count))
      elements.append(try value(depth: depth + 1))
      path.segments.removeLast()
      try skipSpace()
      if take(",") { continue }
      if take("]") { return elements }
      guard index < bytes.count else {
        throw fault(at: open, "this [ is never closed", "close it with ]")
      }
      throw fault(
        at: index, "\(shown(at: index)) follows an element", "put a comma between elements, or close with ]")
    }
  }

  private mutating func name() throws(SyntaxFault) -> String {
    let start = index
    if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { return try string() }
    var name = String.UnicodeScalarView()
    while index < bytes.count {
      let (scalar, length) = scalar(at: index)
      if scalar == "\\" {
        let escape = index
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") else {
          throw fault(at: index, "a backslash in a key must begin \\u", "put the key in quotation marks")
        }
        index += 2
        let unit = try hexadecimal(digits: 4, from: escape)
        guard let escaped = Unicode.Scalar(unit), escaped.isIdentifierPart(first: name.isEmpty) else {
          throw fault(
            at: escape, "this character cannot be part of a key without quotation marks",
            "put the key in quotation marks")
        }
        name.append(escaped)
      } else if scalar.isIdentifierPart(first: name.isEmpty) {
        name.append(scalar)
        index += length
      } else {
        break
      }
    }
    if name.isEmpty || (index < bytes.count && !Self.mayFollowName(bytes[index])) {
      if name.isEmpty, !Self.couldBeginBadName(bytes[start]) {
        throw fault(at: start, "\(shown(at: start)) stands where a key should be", "write a key, then a colon")
      }
      if let number = numberWithCommas(around: start) {
        throw fault(
          at: number.start, "“\(number.text)” has a comma in it",
          "write the number without: \(number.plain)")
      }
      throw fault(
        at: start, "\(shown(at: index)) cannot be part of a key without quotation marks",
        "put the key in quotation marks, for example \"999\" or \"live-chat\"")
    }
    return String(name)
  }
}
