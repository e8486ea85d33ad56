/// A table of aligned columns, no wider than a page of text.
///
/// Numbers stand under each other at their right end, their half-widths likewise. If the columns are wider than the page
/// together, the widest of those that hold names is cut, and then half-widths are left out; where names tell rows apart it
/// is the other way round.
package struct TextTable {
  /// At which end of a column its cells stand.
  package enum Alignment {
    /// Names stand left, numbers right.
    case left, right
  }

  /// What stands in one column of one row.
  package struct Cell: ExpressibleByStringInterpolation {
    /// What it says.
    package var text: String
    /// Half the width of the interval around `text`, if there is one.
    package var halfWidth: String?
    /// How it is meant.
    package var tone: Tone

    /// A cell.
    package init(_ text: String, halfWidth: String? = nil, tone: Tone = .plain) {
      self.text = text
      self.halfWidth = halfWidth
      self.tone = tone
    }

    /// All of it in a sentence: `94.92% ± 0.03`.
    package var words: String { text + (halfWidth.map { TextTable.plusMinus + $0 } ?? "") }

    /// A plain cell.
    package init(stringLiteral text: String) { self.init(text) }
  }

  /// The number of columns of a terminal nothing may exceed.
  package static let pageWidth = 80
  private static let gap = "  "
  private static let plusMinus = " \u{B1} "
  private static let narrowestName = 12

  /// Whether the text of each column begins or ends at the same place; columns not named are right-aligned.
  package var alignments: [Alignment]
  /// Rows of cells, headings among them; a row may be shorter than others.
  package var rows: [[Cell]]
  /// Whether half-widths are left out before a name is cut.
  package var keepsNames: Bool

  /// A table whose columns are aligned like this; those not named are right-aligned.
  package init(alignments: [Alignment] = [.left], rows: [[Cell]] = [], keepsNames: Bool = false) {
    self.alignments = alignments
    self.rows = rows
    self.keepsNames = keepsNames
  }

  /// Adds a row of column headings.
  package mutating func addHeadings(_ headings: String...) {
    rows.append(headings.map { Cell($0, tone: .heading) })
  }

  /// The lines of the table, without spaces at their ends.
  package func lines(coloured: Bool) -> [String] {
    let widths = columnWidths()
    return rows.map { line($0, widths: widths, coloured: coloured) }
  }

  /// Whether half-widths are left out because the page is too narrow.
  package var losesHalfWidths: Bool {
    let widths = columnWidths()
    return rows.contains { row in zip(row, widths).contains { $0.halfWidth != nil && $1.halfWidth == 0 } }
  }

  /// The room each column gets: what it needs, or less where the page is too narrow for all.
  private func columnWidths() -> [ColumnWidth] {
    var widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      ColumnWidth(rows.compactMap { column < $0.count ? $0[column] : nil })
    }
    guard !widths.isEmpty else { return [] }
    var excess: Int {
      let gaps = Self.gap.count * (widths.count - 1)
      return widths.reduce(gaps - Self.pageWidth) { $0 + $1.total }
    }
    func cutNames() {
      let ofNames = widths.indices.filter { $0 < alignments.count && alignments[$0] == .left }
      for column in ofNames.sorted(by: { widths[$0].value > widths[$1].value }) where excess > 0 {
        widths[column].value = max(min(Self.narrowestName, widths[column].value), widths[column].value - excess)
      }
    }
    if !keepsNames { cutNames() }
    // Numbers this long leave no room for their half-widths; those nearest the end matter least.
    for column in widths.indices.reversed() where excess > 0 && widths[column].halfWidth > 0 {
      widths[column].value = max(widths[column].value, widths[column].heading)
      widths[column].halfWidth = 0
    }
    if keepsNames { cutNames() }
    return widths
  }

  private func line(_ cells: [Cell], widths: [ColumnWidth], coloured: Bool) -> String {
    let columns = cells.enumerated().map { column, cell in
      let alignment = column < alignments.count ? alignments[column] : .right
      let width = widths[column]
      // A heading spans the value and its half-width; so does a value in a left-aligned column.
      if cell.tone == .heading || alignment == .left {
        return Self.aligned(cell.text, alignment, width: width.total, tone: cell.tone, coloured: coloured)
      }
      let text = Self.aligned(cell.text, .right, width: width.value, tone: cell.tone, coloured: coloured)
      guard width.halfWidth > 0 else { return text }
      guard let halfWidth = cell.halfWidth else {
        return text + String(repeating: " ", count: Self.plusMinus.count + width.halfWidth)
      }
      return text + Self.plusMinus
        + Self.aligned(halfWidth, .right, width: width.halfWidth, tone: .plain, coloured: coloured)
    }
    let line = columns.joined(separator: Self.gap)
    return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
  }

  /// `text` with spaces before or after it to fill `width`, cut if it is longer.
  ///
  /// Text with right-to-left letters is isolated from its surroundings, so that a terminal that reorders lines does not
  /// move the numbers beside a name to its other side.
  private static func aligned(
    _ text: String, _ alignment: Alignment, width: Int, tone: Tone, coloured: Bool
  ) -> String {
    let shown = text.fitted(to: width)
    let space = String(repeating: " ", count: width - shown.displayWidth)
    let isolated = shown.hasRightToLeftLetters ? "\u{2068}\(shown)\u{2069}" : shown
    let toned = tone.applied(to: isolated, coloured: coloured)
    return alignment == .left ? toned + space : space + toned
  }

  /// The room one column needs.
  private struct ColumnWidth {
    var value: Int
    var halfWidth: Int
    let heading: Int

    init(_ cells: [Cell]) {
      func widest(_ texts: [String?]) -> Int { texts.compactMap { $0?.printable.displayWidth }.max() ?? 0 }
      halfWidth = widest(cells.map(\.halfWidth))
      value = widest(cells.filter { $0.tone != .heading }.map(\.text))
      heading = widest(cells.filter { $0.tone == .heading }.map(\.text))
      value += max(0, heading - total)
    }

    var total: Int { value + (halfWidth > 0 ? TextTable.plusMinus.count + halfWidth : 0) }
  }
}
