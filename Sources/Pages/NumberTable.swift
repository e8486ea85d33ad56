import Experiments
import Findings
import Metrics
import Writing

/// The numbers behind a chart, as a table that anybody can read, and a spreadsheet too.
struct NumberTable {
  /// What stands in one column of one row.
  struct Cell: ExpressibleByStringInterpolation {
    /// For people.
    var text: String
    /// For a spreadsheet, where that is not the text: more digits, without a unit.
    var value: String?
    /// Whether it is a name that is anybody's to choose.
    var isName = false
    /// Of a share that is aimed at, whether it is reached.
    var isMet: Bool?

    init(_ text: String, value: String? = nil, isName: Bool = false) {
      self.text = text
      self.value = value
      self.isName = isName
    }

    init(stringLiteral text: String) { self.init(text) }

    /// A number as text tables have it, of which a spreadsheet gets the digits that mean something.
    init(_ estimate: Estimate, _ unit: Figure.Unit, decimals: Int? = nil) {
      self.init(Quantity.words(estimate, unit, decimals: decimals), value: CSVCell.number(estimate.mean, unit))
    }

    /// A number as text tables have it.
    init(_ number: Double, _ unit: Figure.Unit, decimals: Int? = nil) {
      self.init(Estimate(mean: number), unit, decimals: decimals)
    }

    /// A name.
    static func name(_ name: String) -> Cell { Cell(name, isName: true) }
  }

  /// What the columns hold; the first one names the rows.
  var headings: [Cell]
  /// The rows.
  var rows: [[Cell]] = []
  init(_ headings: [Cell]) { self.headings = headings }
}

extension Figure.Unit {
  /// How many decimals a mean has whose half-width, if it is varying, stands in a cell of its own: as many as both have in one.
  /// Nil where the number itself says how many.
  func decimals(isVarying: Bool) -> Int? { self == .count && isVarying ? 1 : nil }
}

extension HTMLWriter {
  /// Writes a table.
  mutating func table(_ table: NumberTable, caption: String) {
    element("table") { html in
      html.element("caption", ["class": "unseen"]) { $0.text(caption) }
      html.element("thead") { html in
        html.element("tr") { html in
          for heading in table.headings { html.cell("th", ["scope": "col"], heading) }
        }
      }
      html.element("tbody") { html in
        for row in table.rows {
          html.element("tr") { html in
            for (index, cell) in row.enumerated() {
              if index == 0 { html.cell("th", ["scope": "row"], cell) } else { html.cell("td", [:], cell) }
            }
          }
        }
      }
    }
  }

  private mutating func cell(_ tag: StaticString, _ attributes: Attributes, _ cell: NumberTable.Cell) {
    // What people read is a spreadsheet's number as well wherever it needs no rounding.
    let value = cell.value == cell.text ? nil : cell.value
    let scope = attributes.first?.value
    element(tag, ["scope": scope, "data-v": value]) { html in
      if cell.isName { html.name(cell.text) } else { html.text(cell.text) }
      if let isMet = cell.isMet {
        html.text(" ")
        html.badge(isMet: isMet)
      }
    }
  }
}
