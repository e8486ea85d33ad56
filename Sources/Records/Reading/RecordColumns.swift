import Reading
import Spelling

/// Which field of a row holds what, as a header says.
///
/// Names are compared by their letters and digits alone, whatever their case: `wrapUp`, `Wrap-up` and `wrap_up` are one.
struct RecordColumns {
  private(set) var fields: [String: Int] = [:]
  /// The number of fields of the header.
  let width: Int

  /// Reads a header. `known` are the names that mean something, `needed` those without which the file is useless.
  init(
    _ header: [ArraySlice<UInt8>], line: Int, known: [String], needed: [String], problems: inout RowProblems
  ) throws(RecordsError) {
    width = header.count
    let keys = known.map(Self.key)
    for (field, name) in header.enumerated() {
      let text = name.trimmed.text
      guard let index = keys.firstIndex(of: Self.key(text)) else {
        let nearest = nearestName(to: text, among: known).map { "did you mean “\($0)”? " } ?? ""
        problems.warn(
          line: line, column: field + 1, "there is no use for the column “\(text.prefix(40))”",
          "\(nearest)it is passed over")
        continue
      }
      if fields[known[index]] != nil {
        throw problems.fatal(
          line: line, column: field + 1, "the column “\(known[index])” is there twice", "keep one of the two")
      }
      fields[known[index]] = field
    }
    for name in needed where fields[name] == nil {
      throw problems.fatal(
        line: line, "the header has no column “\(name)”",
        header.isSeparatedOtherwise
          ? "separate columns with commas" : "begin the file with \(needed.joined(separator: ","))")
    }
  }

  subscript(name: String) -> Int? { fields[name] }

  /// What names are compared by.
  static func key(_ name: String) -> String {
    String(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
  }
}
