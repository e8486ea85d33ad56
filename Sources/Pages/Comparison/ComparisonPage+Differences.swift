import Experiments
import Findings
import Metrics
import Writing

extension ComparisonPage {
  /// Every headline figure of `variant` less the base's, with its interval: one chart for each unit, as a second cannot be
  /// laid beside a percentage.
  func differences(_ variant: VariantResult, number: Int, _ html: inout HTMLWriter) {
    let headlines = Headlines(variant)
    let lines =
      headlines.groups.flatMap { group in group.lines.map { (group: group.name, line: $0) } }
      + headlines.total.map { (group: "cost", line: $0) }
    let units: [(Figure.Unit, String)] = [
      (.share, "Shares, in percentage points"), (.seconds, "Times"), (.count, "Numbers"), (.hours, "Hours"),
      (.money, "Costs"),
    ]
    var charts: [Chart] = []
    for (index, unit) in units.enumerated() {
      let rows = lines.compactMap { group, line -> ForestRow? in
        guard line.unit == unit.0, let value = variant.difference(line.metric) else { return nil }
        return ForestRow(name: "\(group): \(line.label)", line: line, value: value)
      }
      if rows.contains(where: { $0.value.difference != nil }) {
        charts.append(.forest(file: "differences-\(number)-\(index + 1)", title: unit.1, rows: rows, unit: unit.0))
      }
    }
    html.charts(charts)
  }
}
