import Experiments
import Findings
import Metrics
import Writing

extension TextReport {
  /// One line a surge rule: how often teams were borrowed by it, and for how long.
  var surges: [String] {
    guard !result.scenario.surges.isEmpty else { return [] }
    var table = TextTable()
    table.addHeadings("Surge", "Times", "Hours")
    for surge in result.scenario.surges {
      guard let figures = figures["surges"]?[surge.id] else { continue }
      table.rows.append([
        .init(surge.id), Quantity.cell(figures.estimate("times"), .count),
        Quantity.cell(figures.estimate("hours"), .hours),
      ])
    }
    return heading("Teams borrowed") + table.lines(coloured: isColoured)
  }
}
