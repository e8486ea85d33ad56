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
}
