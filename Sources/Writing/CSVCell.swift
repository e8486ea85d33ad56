/// A cell of a table of comma-separated values (RFC 4180).
package enum CSVCell {
  /// A text as a cell has it: between quotation marks if something in it would be taken for the end of the cell.
  package static func written(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\n")
        && byte != UInt8(ascii: "\r")
    }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// A name as a cell has it, with an apostrophe before one that a spreadsheet would take for a formula, and that may be
  /// anybody's: one that begins with `=`, `+`, `-`, `@`, a tab or a return and is no number. As pages do it in the tables
  /// they save. Only for tables that nobody reads names back from.
  package static func name(_ text: String) -> String {
    let starts: [UInt8] = [
      UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"),
    ]
    guard let first = text.utf8.first, starts.contains(first), !isNumber(text) else { return written(text) }
    return written("'" + text)
  }

  /// A number as a cell has it, with the shortest digits that read back as the same; empty where there is none.
  package static func number(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "" }
    return JSONWriter.text(number)
  }

  /// Whether `text` is a number as tables write them: perhaps a sign, then digits, points and commas, perhaps a percent sign.
  private static func isNumber(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    if rest.last == UInt8(ascii: "%") { rest.removeLast() }
    return !rest.isEmpty
      && rest.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
      }
  }
}
