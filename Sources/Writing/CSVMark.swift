/// The byte order mark by which spreadsheets know that a table is in UTF-8; without it they take accented letters for others.
///
/// Only tables with something in them that is not ASCII have it: of all others it says nothing, and some programs that are no
/// spreadsheets take it for a part of the first heading.
package enum CSVMark {
  /// As it stands before a text.
  package static let text = "\u{FEFF}"
  /// The same in UTF-8.
  package static let bytes = Array(text.utf8)

  /// A table as a file has it: with the mark before it if it needs one. O(bytes).
  package static func marked(_ table: String) -> String { table.utf8.allSatisfy { $0 < 0x80 } ? table : text + table }
}
