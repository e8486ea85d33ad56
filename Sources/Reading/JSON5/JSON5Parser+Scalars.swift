/// Words, numbers and texts.
extension JSON5Parser {
  mutating func word() throws(SyntaxFault) -> JSONTree.Value {
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

  mutating func number() throws(SyntaxFault) -> JSONNumber {
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
    guard literal.count <= TextLimits.numberLength else {
      throw fault(at: start, "this number is too long", "write at most \(TextLimits.numberLength) characters")
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

  mutating func string() throws(SyntaxFault) -> String {
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

  mutating func hexadecimal(digits: Int, from start: Int) throws(SyntaxFault) -> UInt32 {
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
}
