/// What stops a parser.
struct SyntaxFault: Error {
  var problem: Problem
}

/// A recursive-descent reader of JSON5 over valid UTF-8.
struct JSON5Parser {
  private let bytes: [UInt8]
  private let origin: Place.Origin
  private var index = 0
  private var path = ScenarioPath()

  /// The last byte whose place was asked for. Places are asked for from front to back, so counting on from there makes
  /// all of them together cost one pass, even where a file is one long line.
  private var counted = (index: 0, line: 1, column: 1)

  static func parse(_ bytes: [UInt8], origin: Place.Origin) throws(SyntaxFault) -> JSONTree {
    var parser = JSON5Parser(bytes: bytes, origin: origin)
    return try parser.document()
  }

  private init(bytes: [UInt8], origin: Place.Origin) {
    self.bytes = bytes
    self.origin = origin
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
        throw fault(
          at: nameStart, "“\(name)” is said twice; the first is on line \(first.line)",
          "keep one of the two")
      }
      names[name] = namePlace
      try skipSpace()
      guard take(":") else {
        if index == bytes.count { throw fault(at: open, "this { is never closed", "close it with }") }
        throw fault(at: index, "\(shown(at: index)) follows the key “\(name)”", "put a colon after the key")
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
        at: index, "\(shown(at: index)) follows the value of “\(name)”", "put a comma between members, or close with }")
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
      throw fault(
        at: start, "\(shown(at: index)) cannot be part of a key without quotation marks",
        "put the key in quotation marks, for example \"999\" or \"live-chat\"")
    }
    return String(name)
  }

  // MARK: Scalars

  private mutating func word() throws(SyntaxFault) -> JSONTree.Value {
    let start = index
    while index < bytes.count {
      let (scalar, length) = scalar(at: index)
      guard scalar.isIdentifierPart(first: false) || scalar == "-" else { break }
      index += length
    }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "Infinity": return .number(JSONNumber(text: word, value: .infinity))
    case "NaN": return .number(JSONNumber(text: word, value: .nan))
    case "":
      throw fault(
        at: start, "\(shown(at: start)) stands where a value should be",
        "write a number, a text in quotation marks, a list or an object")
    default:
      throw fault(
        at: start, "“\(word.prefix(40))” is not a value",
        "put text in quotation marks; the only words without are true, false, null, Infinity and NaN")
    }
  }

  private mutating func number() throws(SyntaxFault) -> JSONNumber {
    let start = index
    var isNegative = false
    if bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let magnitudeStart = index
    while index < bytes.count, Self.mayBeInNumber(bytes[index]) { index += 1 }
    // A sign inside a number may only follow the e of its exponent.
    let literal = bytes[magnitudeStart..<index]
    guard literal.count <= Limits.numberLength else {
      throw fault(at: start, "this number is too long", "write at most \(Limits.numberLength) characters")
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let magnitude = Self.magnitude(literal) else {
      throw fault(
        at: start, "“\(text.prefix(40))” is not a number",
        text.contains { $0.isLetter } ? "put text in quotation marks, for example \"5s\"" : "write a number such as 0.5"
      )
    }
    return JSONNumber(text: text, value: isNegative ? -magnitude : magnitude)
  }

  /// Converts what follows a sign, or nil where it is not a JSON5 number.
  private static func magnitude(_ literal: ArraySlice<UInt8>) -> Double? {
    let text = String(decoding: literal, as: UTF8.self)
    if text == "Infinity" { return .infinity }
    if text == "NaN" { return .nan }
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      let digits = text.dropFirst(2)
      guard !digits.isEmpty, digits.allSatisfy(\.isHexDigit) else { return nil }
      return Double("0x\(digits)")
    }
    var rest = literal
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    // A leading zero would be octal in the language JSON5 comes from.
    if whole.count > 1, whole.first == UInt8(ascii: "0") { return nil }
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
    var exponent = ""
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        exponent = rest.first == UInt8(ascii: "-") ? "-" : ""
        rest = rest.dropFirst()
      }
      let digits = rest.prefix(while: isDigit)
      guard !digits.isEmpty else { return nil }
      exponent += String(decoding: digits, as: UTF8.self)
      rest = rest.dropFirst(digits.count)
    }
    guard rest.isEmpty else { return nil }
    let plain =
      "\(whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self))"
      + ".\(fraction.isEmpty ? "0" : String(decoding: fraction, as: UTF8.self))e\(exponent.isEmpty ? "0" : exponent)"
    return Double(plain)
  }

  private mutating func string() throws(SyntaxFault) -> String {
    let open = index
    let quote = bytes[index]
    index += 1
    var runStart = index
    var escaped: [UInt8]?
    while true {
      guard index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D else {
        throw fault(
          at: open, "this text is never closed",
          "close it with \(quote == UInt8(ascii: "'") ? "'" : "\"") on the same line")
      }
      if bytes[index] == quote {
        defer { index += 1 }
        let run = bytes[runStart..<index]
        return String(decoding: escaped.map { $0 + run } ?? Array(run), as: UTF8.self)
      }
      if bytes[index] == UInt8(ascii: "\\") {
        var content = escaped ?? []
        content += bytes[runStart..<index]
        try escape(into: &content, open: open)
        escaped = content
        runStart = index
      } else {
        index += 1
      }
    }
  }

  /// Reads one escape, the backslash included.
  private mutating func escape(into content: inout [UInt8], open: Int) throws(SyntaxFault) {
    let start = index
    index += 1
    guard index < bytes.count else {
      throw fault(at: open, "this text is never closed", "close it with a quotation mark")
    }
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "v"): content.append(0x0B)
    case UInt8(ascii: "0") where index + 1 >= bytes.count || !Self.isDigit(bytes[index + 1]): content.append(0)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      throw fault(at: start, "there is no escape for a digit", "write \\x and two hexadecimal digits")
    case UInt8(ascii: "x"):
      index += 1
      let unit = try hexadecimal(digits: 2, from: start)
      content += String(Unicode.Scalar(UInt8(unit))).utf8
      return
    case UInt8(ascii: "u"):
      index += 1
      content += String(try escapedScalar(from: start)).utf8
      return
    case 0x0A: break
    case 0x0D: if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    default:
      // Any other character stands for itself, except that U+2028 and U+2029 end a line and so are left out.
      let (scalar, length) = scalar(at: index)
      if scalar != "\u{2028}", scalar != "\u{2029}" { content += bytes[index..<index + length] }
      index += length
      return
    }
    index += 1
  }

  /// Reads the digits of `\u`, and a second escape where the first is half of a pair.
  private mutating func escapedScalar(from start: Int) throws(SyntaxFault) -> Unicode.Scalar {
    let unit = try hexadecimal(digits: 4, from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      let second = try hexadecimal(digits: 4, from: start)
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw fault(
      at: start, "this escape is half of a surrogate pair", "write both halves, or the character itself")
  }

  private mutating func hexadecimal(digits: Int, from start: Int) throws(SyntaxFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<digits {
      guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
        throw fault(at: start, "this escape is not finished", "write \(digits) hexadecimal digits after it")
      }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }

  // MARK: Between values

  private mutating func skipSpace() throws(SyntaxFault) {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09...0x0D: index += 1
      case UInt8(ascii: "/"): try skipComment()
      case 0x80...:
        let (scalar, length) = scalar(at: index)
        guard scalar.isJSON5Space else { return }
        index += length
      default: return
      }
    }
  }

  private mutating func skipComment() throws(SyntaxFault) {
    let start = index
    switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
    case UInt8(ascii: "/"):
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
        // U+2028 and U+2029 end a line here, too.
        if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 {
          return
        }
        index += 1
      }
    case UInt8(ascii: "*"):
      index += 2
      while index + 1 < bytes.count {
        if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
          index += 2
          return
        }
        index += 1
      }
      throw fault(at: start, "this comment is never closed", "close it with */")
    default:
      throw fault(at: start, "“/” stands alone", "begin a comment with // or /*")
    }
  }

  // MARK: Bytes

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// The scalar that begins at `position`, which must be inside the text, and its length in bytes.
  private func scalar(at position: Int) -> (Unicode.Scalar, length: Int) {
    let first = bytes[position]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Letters are let in so that `5s` is reported whole, and signs for exponents.
  private static func mayBeInNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func mayFollowName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09...0x0D, UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "}"),
      UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x80...:
      true
    default: false
    }
  }

  private static func couldBeginBadName(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte >= 0x80
  }

  // MARK: Faults

  private func checkDepth(_ depth: Int) throws(SyntaxFault) {
    guard depth <= Limits.depth else {
      throw fault(
        at: index, "objects and lists are nested more than \(Limits.depth) deep", "a scenario never needs that many")
    }
  }

  private func checkEncoding() throws(SyntaxFault) {
    guard let position = firstInvalidUTF8(in: bytes) else { return }
    throw fault(at: position, "this is not UTF-8", "save the file as UTF-8")
  }

  private mutating func place(at position: Int) -> Place {
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

  private func fault(at position: Int, _ message: String, _ remedy: String) -> SyntaxFault {
    let start = position >= counted.index ? counted : (index: 0, line: 1, column: 1)
    let (_, line, column) = count(from: start, to: position)
    return SyntaxFault(
      problem: Problem(
        place: Place(origin: origin, line: line, column: column), path: path.description, message: message,
        remedy: remedy))
  }

  private func shown(at position: Int) -> String {
    guard position < bytes.count else { return "the end of the file" }
    let (scalar, _) = scalar(at: position)
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .unassigned:
      return "the character U+\(String(scalar.value, radix: 16, uppercase: true))"
    default: return "“\(scalar)”"
    }
  }
}

/// How some programs begin a UTF-8 file. It says nothing and is passed over.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// The position of the first byte that cannot be part of UTF-8 text, or nil where all can. O(bytes).
func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

extension Unicode.Scalar {
  /// Whether JSON5 lets it stand between values. Those of ASCII are handled where they are met.
  fileprivate var isJSON5Space: Bool {
    self == "\u{FEFF}" || self == "\u{2028}" || self == "\u{2029}" || properties.generalCategory == .spaceSeparator
  }

  /// Whether it may be in an ECMAScript 5.1 IdentifierName, at its beginning or after.
  fileprivate func isIdentifierPart(first: Bool) -> Bool {
    if isASCII {
      switch self {
      case "a"..."z", "A"..."Z", "$", "_": return true
      case "0"..."9": return !first
      default: return false
      }
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return true
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return !first
    default: return !first && (self == "\u{200C}" || self == "\u{200D}")
    }
  }
}
