/// What may stand between values, and means nothing.
extension JSON5Parser {
  mutating func skipSpace() throws(SyntaxFault) {
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
}
