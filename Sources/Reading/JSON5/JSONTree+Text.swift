extension JSONTree {
  /// The value as JSON, in the one way that depends on nothing but the value: members in order, no space, numbers as the
  /// shortest decimal that reads back the same, only those characters escaped that must be.
  package var canonicalText: String {
    text(isIndented: false)
  }

  /// The value as JSON.
  ///
  /// - Parameters:
  ///   - isIndented: whether to break lines, for people to read.
  ///   - replacements: texts to write instead of the values at some paths.
  package func text(isIndented: Bool, replacing replacements: [ScenarioPath: String] = [:]) -> String {
    var writer = JSONWriter(isIndented: isIndented, replacements: replacements)
    writer.write(self, at: ScenarioPath(), level: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

private struct JSONWriter {
  let isIndented: Bool
  let replacements: [ScenarioPath: String]
  var bytes: [UInt8] = []

  mutating func write(_ tree: JSONTree, at path: ScenarioPath, level: Int) {
    switch tree.value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let number): bytes += number.canonicalText.utf8
    case .string(let string): write(replacements[path] ?? string)
    case .array(let elements):
      writeList(elements, open: "[", close: "]", level: level) { writer, index, element in
        writer.write(element, at: path.appending(String(index)), level: level + 1)
      }
    case .object(let members):
      writeList(members, open: "{", close: "}", level: level) { writer, _, member in
        writer.write(member.name)
        writer.bytes += (writer.isIndented ? ": " : ":").utf8
        writer.write(member.value, at: path.appending(member.name), level: level + 1)
      }
    }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], open: String, close: String, level: Int,
    writeElement: (inout JSONWriter, Int, Element) -> Void
  ) {
    bytes += open.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes += ",".utf8 }
      breakLine(level: level + 1)
      writeElement(&self, index, element)
    }
    if !elements.isEmpty { breakLine(level: level) }
    bytes += close.utf8
  }

  private mutating func breakLine(level: Int) {
    guard isIndented else { return }
    bytes += "\n".utf8
    bytes += repeatElement(UInt8(ascii: " "), count: level * 2)
  }

  private mutating func write(_ string: String) {
    bytes += "\"".utf8
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20:
        let hex = String(byte, radix: 16)
        bytes += "\\u00\(hex.count == 1 ? "0" : "")\(hex)".utf8
      default: bytes.append(byte)
      }
    }
    bytes += "\"".utf8
  }
}

extension JSONNumber {
  /// The number as JSON: a whole number up to 2^53 without a point, any other as the shortest decimal that reads back the
  /// same, and `null` for what JSON has no word for.
  package var canonicalText: String {
    // A scenario never holds these: wherever a number is wanted, a finite one is.
    guard value.isFinite else { return "null" }
    // Up to 2^53 every whole number is exact; -0 counts as 0, as it does in every sum.
    if value == value.rounded(), abs(value) <= 9_007_199_254_740_992 { return String(Int64(value)) }
    return value.description
  }
}
