import Findings
import Metrics
import Writing

/// A table for spreadsheets (RFC 4180), to be left as a file.
public struct SpreadsheetTable: Sendable {
  /// What it is of, as a file may be called.
  public let name: String
  /// Its rows, each with a newline at its end, the heading first, and before it the byte order mark if anything in it is not
  /// ASCII.
  public let text: String

  /// The table of that name, of a text without a mark.
  init(name: String, text: String) {
    self.name = name
    self.text = CSVMark.marked(text)
  }

  /// A cell as it is written, and the column it belongs into.
  typealias Cell = (column: String, cell: String)

  /// The text of rows, each cell under its column. There are the columns that any row has, in the order in which they first
  /// appear, behind the one called `heading`. O(rows × columns).
  static func text(_ rows: [[Cell]], _ heading: String) -> String {
    var columns = [heading]
    var places = [heading: 0]
    for (column, _) in rows.joined() where places[column] == nil {
      places[column] = columns.count
      columns.append(column)
    }
    let lines = rows.map { row in
      var cells = [String](repeating: "", count: columns.count)
      for (column, cell) in row { cells[places[column, default: 0]] = cell }
      return cells
    }
    return ([columns.map(CSVCell.written)] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// What a row about a figure begins with.
  static func row(of figure: Figure) -> [Cell] {
    [("figure", CSVCell.written(figure.name)), ("unit", figure.unit.word)]
  }
}
