import Experiments
import Findings
import Metrics
import Writing

extension ReportPage {
  /// All figures but those of single hours and days, which charts above show, by their names: those this page knows and
  /// those it has never heard of.
  func everyFigure(_ html: inout HTMLWriter) {
    html.element(
      "p", ["class": "note"],
      text: "By the names that --format json, expectations and comparisons use. Hours and days are with their charts.")
    let hasIntervals = result.estimates.contains { $0.halfWidth != nil }
    let headings: [NumberTable.Cell?] = ["Figure", "Value", hasIntervals ? "± (95%)" : nil, "Kind", "Unit"]
    var groups: [(name: String, rows: [[NumberTable.Cell]])] = []
    for (figure, value) in zip(result.catalogue.figures, result.estimates) {
      let isSlice = figure.path.contains { if case .index = $0 { true } else { false } }
      if isSlice { continue }
      let name = Figure.name(of: figure.path.prefix(figure.path.count > 2 ? 2 : 1))
      if groups.last?.name != name { groups.append((name, [])) }
      let decimals = figure.unit.decimals(isVarying: value.halfWidth != nil)
      let cells: [NumberTable.Cell?] = [
        .name(Figure.name(of: figure.path.dropFirst(figure.path.count > 2 ? 2 : 1))),
        .init(value.mean, figure.unit, decimals: decimals),
        hasIntervals ? .init(value.halfWidth ?? .nan, figure.unit, decimals: decimals) : nil, .init("\(figure.kind)"),
        .init(figure.unit.word),
      ]
      groups[groups.count - 1].rows.append(cells.compactMap(\.self))
    }
    for (index, group) in groups.enumerated() {
      html.element("details", ["class": "numbers"]) { html in
        html.element("summary") { $0.name(group.name) }
        html.element("button", ["type": "button", "class": "save", "data-file": "figures-\(index + 1).csv"]) { html in
          html.text("Save as CSV")
          html.element("span", ["class": "unseen"], text: ": \(group.name)")
        }
        html.element(
          "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Figures of \(group.name)"]
        ) {
          var table = NumberTable(headings.compactMap(\.self))
          table.rows = group.rows
          $0.table(table, caption: group.name)
        }
      }
    }
  }
}
