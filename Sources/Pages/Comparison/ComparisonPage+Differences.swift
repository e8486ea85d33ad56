import Experiments
import Findings
import Metrics
import Writing

extension ComparisonPage {
  /// Every headline figure of `variant` less the base's, with its interval: first what is aimed at and what it costs, as a
  /// table; then one chart for each unit, as a second cannot be laid beside a percentage, nor hours beside seconds.
  func differences(_ variant: VariantResult, number: Int, _ html: inout HTMLWriter) {
    let headlines = Headlines(variant)
    let remarks = [
      variant.pairsRemark, variant.unmatched, variant.differentLimits, variant.differentClock(from: result.base),
    ]
    for remark in remarks.compactMap(\.self) { html.element("p", ["class": "note"], text: remark) }
    targets(variant, headlines, &html)
    let rows = headlines.groups.flatMap { group in
      group.lines.compactMap { line -> ForestRow? in
        let name = line.unit == .money ? line.label : "\(group.name): \(line.label)"
        return variant.difference(line.metric).map { ForestRow(name: name, line: line, value: $0) }
      }
    }
    let units: [(Figure.Unit, String)] = [
      (.share, "Shares, in percentage points"), (.seconds, "Times"), (.count, "Numbers"), (.hours, "Hours"),
      (.money, "Costs"),
    ]
    let charts = units.flatMap { unit, title in
      let rows = rows.filter { $0.line.unit == unit }
      return unit == .seconds ? Self.byLength(rows) : [(title: title, rows: rows)]
    }
    html.charts(
      charts.filter { $0.rows.contains { $0.value.difference != nil } }.enumerated().map { index, chart in
        .forest(
          file: "differences-\(number)-\(index + 1)", title: chart.title, rows: chart.rows,
          unit: chart.rows[0].line.unit)
      })
  }

  /// Whether each plan meets its targets, and what it costs.
  private func targets(_ variant: VariantResult, _ headlines: Headlines, _ html: inout HTMLWriter) {
    let trees = (FigureTree(result.base), FigureTree(variant.result))
    func verdict(_ tree: FigureTree, _ subject: AimedFigure.Subject) -> TargetVerdict? {
      switch subject {
      case .channel(let id): tree["channels"]?[id]?["serviceLevel"].flatMap(TargetVerdict.init(serviceLevel:))
      case .grade(let id): tree["grades"]?[id].flatMap(TargetVerdict.init(grade:))
      }
    }
    var table = NumberTable(["Figure", "Target", "Base", "Variant", "Difference", "In words"])
    func add(_ name: String, _ line: Headlines.Line, _ base: TargetVerdict?, _ reached: TargetVerdict?) {
      guard let value = variant.difference(line.metric) else { return }
      let row = ForestRow(name: name, line: line, value: value)
      func cell(_ number: Double?, _ verdict: TargetVerdict?) -> NumberTable.Cell {
        var cell = NumberTable.Cell(number ?? .nan, line.unit)
        cell.isMet = verdict?.isMet
        return cell
      }
      var aims = [base, reached].compactMap { $0?.targetWords }
      if aims.count == 2, aims[0] == aims[1] { aims.removeLast() }
      table.rows.append([
        .name(name), .init(aims.isEmpty ? Quantity.undefined : aims.joined(separator: " \u{2192} ")),
        cell(value.base, base), cell(value.variant, reached), .init(row.digits), .init(row.words),
      ])
    }
    for (subject, line) in headlines.levels {
      let verdicts = (verdict(trees.0, subject), verdict(trees.1, subject))
      if verdicts.0 == nil, verdicts.1 == nil { continue }
      add("\(subject.id): \(line.label)", line, verdicts.0, verdicts.1)
    }
    if let total = headlines.costs?.lines.last { add(total.label, total, nil, nil) }
    if table.rows.isEmpty { return }
    html.element(
      "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Targets of \(variant.name)"]
    ) {
      $0.table(table, caption: "Whether targets are met")
    }
  }

  /// Times in seconds apart from those in minutes and in hours, beside which nobody would see them.
  private static func byLength(_ rows: [ForestRow]) -> [(title: String, rows: [ForestRow])] {
    var lengths: [(title: String, upTo: Double, rows: [ForestRow])] = [
      ("Times, by seconds", 60, []), ("Times, by minutes", 3_600, []), ("Times, by hours", .infinity, []),
    ]
    for row in rows where row.value.difference != nil {
      let place = lengths.firstIndex { row.reach < $0.upTo } ?? lengths.count - 1
      lengths[place].rows.append(row)
    }
    // What cannot be subtracted is said with the first that can.
    let place = lengths.firstIndex { !$0.rows.isEmpty } ?? 0
    lengths[place].rows += rows.filter { $0.value.difference == nil }
    return lengths.map { ($0.title, $0.rows) }
  }
}
