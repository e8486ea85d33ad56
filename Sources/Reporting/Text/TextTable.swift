/// A table of aligned columns, no wider than a page of text.
///
/// Numbers stand under each other at their right end, their half-widths likewise. If the columns are wider than the page
/// together, the first one, which holds names, is cut.
struct TextTable {
  enum Alignment {
    case left, right
  }

  /// What stands in one column of one row.
  struct Cell: ExpressibleByStringInterpolation {
    var text: String
    /// Half the width of the interval around `text`, if there is one.
    var halfWidth: String?
    var tone: Tone

    init(_ text: String, halfWidth: String? = nil, tone: Tone = .plain) {
      self.text = text
      self.halfWidth = halfWidth
      self.tone = tone
    }

    init(stringLiteral text: String) { self.init(text) }
  }

  /// The number of columns of a terminal nothing may exceed.
  static let pageWidth = 80
  private static let gap = "  "
  private static let plusMinus = " \u{B1} "
  private static let narrowestName = 12

  /// Whether the text of each column begins or ends at the same place; columns not named are right-aligned.
  var alignments: [Alignment] = [.left]
  /// How far the table stands in from the left edge.
  var indentation = 0
  /// Rows of cells, headings among them; a row may be shorter than others.
  var rows: [[Cell]] = []

  /// Adds a row of column headings.
  mutating func addHeadings(_ headings: String...) {
    rows.append(headings.map { Cell($0, tone: .heading) })
  }

  /// The lines of the table, without spaces at their ends.
  func lines(coloured: Bool) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      let cells = rows.compactMap { column < $0.count ? $0[column] : nil }
      return ColumnWidth(cells)
    }
    let total = indentation + widths.reduce(0) { $0 + $1.total } + Self.gap.count * max(0, count - 1)
    if total > Self.pageWidth, count > 0 {
      widths[0].value = max(Self.narrowestName, widths[0].value - (total - Self.pageWidth))
    }
    return rows.map { line($0, widths: widths, coloured: coloured) }
  }

  private func line(_ cells: [Cell], widths: [ColumnWidth], coloured: Bool) -> String {
    let margin = String(repeating: " ", count: indentation)
    let columns = cells.enumerated().map { column, cell in
      let alignment = column < alignments.count ? alignments[column] : .right
      let width = widths[column]
      // A heading spans the value and its half-width; so does a value in a left-aligned column.
      if cell.tone == .heading || alignment == .left {
        let text = cell.text.fitted(to: width.total).padded(to: width.total, alignment: alignment)
        return cell.tone.applied(to: text, coloured: coloured)
      }
      let value = cell.text.fitted(to: width.value).padded(to: width.value, alignment: .right)
      let text = cell.tone.applied(to: value, coloured: coloured)
      guard width.halfWidth > 0 else { return text }
      guard let halfWidth = cell.halfWidth else {
        return text + String(repeating: " ", count: Self.plusMinus.count + width.halfWidth)
      }
      return text + Self.plusMinus + halfWidth.padded(to: width.halfWidth, alignment: .right)
    }
    let line = margin + columns.joined(separator: Self.gap)
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// The room one column needs.
  private struct ColumnWidth {
    var value: Int
    var halfWidth: Int

    init(_ cells: [Cell]) {
      halfWidth = cells.compactMap { $0.halfWidth?.displayWidth }.max() ?? 0
      value = cells.filter { $0.tone != .heading }.map { $0.text.printable.displayWidth }.max() ?? 0
      let heading = cells.filter { $0.tone == .heading }.map { $0.text.printable.displayWidth }.max() ?? 0
      value += max(0, heading - total)
    }

    var total: Int { value + (halfWidth > 0 ? TextTable.plusMinus.count + halfWidth : 0) }
  }
}
