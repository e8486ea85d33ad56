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
  /// they save. What reads names back from such a table takes them by ``unguarded(_:)``.
  package static func name(_ text: String) -> String { written(isGuarded(text) ? "'" + text : text) }

  /// The name of which ``name(_:)`` made a cell, whose quotation marks have been taken off: without the apostrophe, if it has
  /// one before what would be taken for a formula. Any other text as it is.
  package static func unguarded(_ cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && isGuarded(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  /// Whether a name is written with an apostrophe more than it has. One that has some before what would be taken for a
  /// formula gets another, so that no two names make the same cell.
  private static func isGuarded(_ text: String) -> Bool {
    let starts: [UInt8] = [
      UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"),
    ]
    let bare = String(decoding: text.utf8.drop { $0 == UInt8(ascii: "'") }, as: UTF8.self)
    return bare.utf8.first.map(starts.contains) == true && !isNumber(bare)
  }

  /// A number as a cell has it: rounded to at most so many `decimals`, without zeros at the end; empty where there is none.
  /// What is too large to be rounded has the shortest digits that read back as the same, from 10¹⁶ on with a power of ten.
  package static func number(_ number: Double?, decimals: Int = 6) -> String {
    guard let number, number.isFinite else { return "" }
    return FixedDecimals(number, decimals: decimals)?.shortest ?? JSONWriter.text(number)
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
