/// Single characters.
extension JSON5Parser {
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// The scalar that begins at `position`, which must be inside the text, and its length in bytes.
  func scalar(at position: Int) -> (Unicode.Scalar, length: Int) {
    let first = bytes[position]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Letters are let in so that `5s` is reported whole, and signs for exponents.
  static func mayBeInNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  static func mayFollowName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09...0x0D, UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "}"),
      UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x80...:
      true
    default: false
    }
  }

  static func couldBeginBadName(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte >= 0x80
  }
}

extension JSON5Parser {
  /// The number such as 240,000 of which what is after a comma stands at `index`, where a key should be; nil if there is
  /// none, or if it is a key that only wants quotation marks.
  func numberWithCommas(around index: Int) -> (start: Int, text: String, plain: String)? {
    func isPart(_ byte: UInt8) -> Bool { Self.isDigit(byte) || ",.+-".utf8.contains(byte) }
    let start = bytes[..<index].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
    let end = bytes[index...].firstIndex { !isPart($0) } ?? bytes.count
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let number = text.hasSuffix(",") ? text.dropLast() : text[...]
    let size = number.drop { $0 == "-" }
    guard number.utf8.count <= TextLimits.numberLength, number.utf8.count - size.utf8.count <= 1,
      let plain = Thousands.plain(size), bytes[end...].first(where: { $0 > 0x20 }) != UInt8(ascii: ":")
    else { return nil }
    return (start, String(number), (number == size ? "" : "-") + plain)
  }
}

extension Unicode.Scalar {
  /// Whether JSON5 lets it stand between values. Those of ASCII are handled where they are met.
  var isJSON5Space: Bool {
    self == "\u{FEFF}" || self == "\u{2028}" || self == "\u{2029}" || properties.generalCategory == .spaceSeparator
  }

  /// Whether it may be in an ECMAScript 5.1 IdentifierName, at its beginning or after.
  func isIdentifierPart(first: Bool) -> Bool {
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
