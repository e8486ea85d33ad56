/// The largest texts that are read.
///
/// Every limit is far beyond what anybody writes. They exist so that no text can exhaust memory or never end.
package enum TextLimits {
  /// Objects and lists inside one another in one file.
  package static let depth = 100
  /// Characters of one number.
  package static let numberLength = 1_000
  /// Columns of one CSV file.
  static let csvColumns = 1_000
  /// Lines of one field of a CSV file. A cell of a spreadsheet has 253 at most; a stray quotation mark may have all that are
  /// left.
  static let csvFieldLines = 256
  /// Problems listed before the rest are only counted.
  package static let problems = 200
}
