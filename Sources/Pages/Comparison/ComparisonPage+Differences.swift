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
      + [(group: "cost", line: Headlines.cost)]
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

/// A figure of two plans and how far they are apart.
struct ForestRow {
  var name: String
  var line: Headlines.Line
  var value: Difference

  /// What to make of it: `better`, `worse` or, if neither or in doubt, `unclear`.
  var verdict: String { ["better", "worse"].contains(words) ? words : "unclear" }

  /// The same in words, in which more and fewer, dearer and cheaper have their own.
  var words: String { line.change.words(for: value) }
}

extension Chart {
  /// Differences as marks with their intervals, on both sides of a line that is no difference.
  static func forest(file: String, title: String, rows: [ForestRow], unit: Figure.Unit) -> Chart {
    var table = NumberTable(["Figure", "Base", "Variant", "Difference", "± (95%)", ""])
    for row in rows {
      let difference = row.value.difference.map { Quantity.difference($0, halfWidth: nil, unit).text }
      table.rows.append([
        .name(row.name), .init(row.value.base ?? .nan, unit), .init(row.value.variant ?? .nan, unit),
        .init(difference ?? Quantity.undefined, value: row.value.difference.map(JSONWriter.text) ?? ""),
        .init(row.value.halfWidth ?? .nan, unit), .init(row.words),
      ])
    }
    let height = 38.0
    return Chart(
      file: file, title: title, note: "Variant less base, with the 95% interval.",
      keys: [
        Key(swatch: "mark better", label: "better"), Key(swatch: "mark worse", label: "worse"),
        Key(swatch: "mark unclear", label: "no clear difference, or neither"),
      ], height: Double(rows.count) * height + 34, numbers: table
    ) { html in
      let reach =
        rows.compactMap { row in row.value.difference.map { abs($0) + (row.value.halfWidth ?? 0) } }
        .filter(\.isFinite).max() ?? 0
      let most = reach > 0 ? reach * 1.05 : 1
      let plot = Plot(left: 12, right: 380, bottom: Double(rows.count) * height + 8, x: -most...most, y: 0...1)
      let zero = Plot.number(plot.across(0))
      html.line("zero", zero, "4", zero, Plot.number(plot.bottom))
      for (index, row) in rows.enumerated() {
        let top = Double(index) * height + 6
        let edge = Plot.number(top - 3)
        if index > 0 { html.line("rule", "12", edge, "470", edge) }
        html.label(row.name.fitted(to: 60), 12, top + 11, "start", kind: "small halo")
        guard let difference = row.value.difference, difference.isFinite else { continue }
        let middle = top + 24
        let halfWidth = row.value.halfWidth ?? 0
        html.line(
          "interval \(row.verdict)", Plot.number(plot.across(difference - halfWidth)), Plot.number(middle),
          Plot.number(plot.across(difference + halfWidth)), Plot.number(middle))
        html.mark(row.verdict, plot.across(difference), middle)
        html.label(
          Quantity.difference(difference, halfWidth: nil, unit).text, 388, middle + 4, "start")
      }
      html.label("\u{2190} base higher", 12, plot.bottom + 18, "start")
      html.label("variant higher \u{2192}", 380, plot.bottom + 18, "end")
    }
  }
}

extension HTMLWriter {
  /// A mark whose shape says what its colour does: upwards for better, downwards for worse, a ring for neither.
  mutating func mark(_ verdict: String, _ across: Double, _ down: Double) {
    if verdict == "unclear" {
      shape(
        "circle",
        ["class": "mark unclear", "cx": Plot.number(across), "cy": Plot.number(down), "r": "4.5"])
      return
    }
    let up = verdict == "better" ? -1.0 : 1
    let corners = [(across, down + 6 * up), (across + 6, down - 5 * up), (across - 6, down - 5 * up)]
    path("mark \(verdict)", Plot.path(corners) + "Z")
  }
}
