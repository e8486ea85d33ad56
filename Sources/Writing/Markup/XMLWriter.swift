/// Writes XML 1.0 that is well formed whatever it is given to say.
package struct XMLWriter {
  private var body = ""
  private var depth = 0

  /// Nothing yet.
  package init() {}

  /// All that was written, as a document with a newline at its end.
  package var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(body)" }

  /// Writes an element with these attributes, in this order, around what `content` writes.
  package mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)] = [], content: (inout XMLWriter) -> Void
  ) {
    var inner = XMLWriter()
    inner.depth = depth + 1
    content(&inner)
    write(name, attributes, content: inner.body.isEmpty ? "" : "\n\(inner.body)\(margin)")
  }

  /// Writes an element with these attributes around `text`, if there is any.
  package mutating func element(_ name: String, _ attributes: [(name: String, value: String)], text: String = "") {
    write(name, attributes, content: Self.escaped(text, inAttribute: false))
  }

  private var margin: String { String(repeating: "  ", count: depth) }

  private mutating func write(_ name: String, _ attributes: [(name: String, value: String)], content: String) {
    let given = attributes.map { " \($0.name)=\"\(Self.escaped($0.value, inAttribute: true))\"" }.joined()
    body += "\(margin)<\(name)\(given)" + (content.isEmpty ? "/>\n" : ">\(content)</\(name)>\n")
  }

  /// `text` with markup escaped and every character that XML 1.0 forbids, or advises against, replaced by U+FFFD.
  ///
  /// A right angle bracket is escaped as well, since it may follow `]]`; so is white space that a reader would change:
  /// all of it to spaces in an attribute, and carriage returns anywhere.
  package static func escaped(_ text: String, inAttribute: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t" where !inAttribute, "\n" where !inAttribute: result.unicodeScalars.append(scalar)
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
      // The last two of every plane, of which U+FFFE and U+FFFF are forbidden, are no characters.
      case _ where scalar.value & 0xFFFE == 0xFFFE: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
