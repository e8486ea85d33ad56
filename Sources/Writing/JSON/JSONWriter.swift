/// Writes JSON the same way every time.
///
/// Two spaces a level, members in their order, `\n` line ends, and a newline at the end. What holds no other container
/// and fits on the line stands on one line, so that an estimate reads as `{ "mean": 1.5, "halfWidth": null }`.
package struct JSONWriter {
  /// The widest a container that stands on one line may make it.
  private static let lineWidth = 100

  private var output = ""

  /// The document that is `value`.
  package static func document(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value, indentation: 0, used: 0)
    writer.output += "\n"
    return writer.output
  }

  /// `value` on one line, whatever it holds, without a newline.
  package static func line(_ value: JSONValue) -> String {
    switch value {
    case .array(let elements): "[" + elements.map(line).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { quoted($0.name) + ":" + line($0.value) }.joined(separator: ",") + "}"
    default: oneLine(value) ?? "null"
    }
  }

  /// Writes `value` onto a line that `used` columns are taken of already, in a container indented by `indentation`.
  private mutating func write(_ value: JSONValue, indentation: Int, used: Int) {
    if let line = Self.oneLine(value), used + line.count <= Self.lineWidth || Self.isScalar(value) {
      output += line
      return
    }
    switch value {
    case .array(let elements):
      writeLines(elements.map { (prefix: "", value: $0) }, between: ("[", "]"), indentation: indentation)
    case .object(let members):
      let lines = members.map { (prefix: Self.quoted($0.name) + ": ", value: $0.value) }
      writeLines(lines, between: ("{", "}"), indentation: indentation)
    default:
      break  // Scalars always have a line.
    }
  }

  private mutating func writeLines(
    _ lines: [(prefix: String, value: JSONValue)], between brackets: (String, String), indentation: Int
  ) {
    output += brackets.0 + "\n"
    let inner = indentation + 2
    for (index, line) in lines.enumerated() {
      output += String(repeating: " ", count: inner) + line.prefix
      write(line.value, indentation: inner, used: inner + line.prefix.count)
      output += index == lines.count - 1 ? "\n" : ",\n"
    }
    output += String(repeating: " ", count: indentation) + brackets.1
  }

  private static func isScalar(_ value: JSONValue) -> Bool {
    switch value {
    case .array, .object: false
    default: true
    }
  }

  /// `value` on one line; nil for a container of containers.
  private static func oneLine(_ value: JSONValue) -> String? {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .unsigned(let number): return String(number)
    case .number(let number): return text(number)
    case .string(let string): return quoted(string)
    case .array(let elements):
      guard elements.allSatisfy(isScalar) else { return nil }
      return "[" + elements.compactMap(oneLine).joined(separator: ", ") + "]"
    case .object(let members):
      guard members.allSatisfy({ isScalar($0.value) }) else { return nil }
      if members.isEmpty { return "{}" }
      return "{ " + members.map { quoted($0.name) + ": " + (oneLine($0.value) ?? "") }.joined(separator: ", ") + " }"
    }
  }

  /// The shortest digits that read back as `number`; whole numbers without a fraction.
  package static func text(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    let shortest = number.description
    return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
  }

  /// `string` between quotation marks, everything a terminal or a script element could take for a command escaped.
  package static func quoted(_ string: String) -> String {
    // Most names need nothing but their quotation marks.
    if string.utf8.allSatisfy(isPlain) { return "\"" + string + "\"" }
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // The C1 controls and the separators are legal in JSON, but the former steer terminals and the latter end lines.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a byte is a printing ASCII character that stands for itself in a string.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
