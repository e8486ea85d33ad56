import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

/// The headline figures of a variant beside the base's, with the differences and what to make of them.
struct DifferenceTable {
  private let variant: VariantResult
  private let headlines: Headlines
  /// With more contacts than this, parts of one are of no interest and of too many digits.
  private static let many = 10_000.0

  /// The table of `variant`.
  init(_ variant: VariantResult) {
    self.variant = variant
    headlines = Headlines(variant)
  }

  /// The lines of the table, no wider than a page.
  func lines(coloured: Bool) -> [String] {
    var table = TextTable(alignments: [.left, .right, .right, .left])
    for (index, group) in headlines.groups.enumerated() {
      if index > 0 { table.rows.append([]) }
      table.addHeadings(group.name, "Base \u{2192} variant", "Difference", "")
      table.rows += group.lines.compactMap { row($0.label, $0) }
    }
    let hours = hoursOfMostDifference
    if !hours.isEmpty {
      if !headlines.groups.isEmpty { table.rows.append([]) }
      table.addHeadings("In time, most changed", "Base \u{2192} variant", "Difference", "")
      table.rows += hours
    }
    return table.lines(coloured: coloured)
  }

  /// The hours of the day whose service levels differ most: see ``Headlines/changedHours(of:)``.
  private var hoursOfMostDifference: [[TextTable.Cell]] {
    headlines.changedHours(of: variant).compactMap { hour, subject, line in
      // The hour must stay to be seen however long the name is.
      row("\(CivilTime.clock(hour: hour)) \(subject.id.fitted(to: 16))", line)
    }
  }

  /// A figure of both plans; nil if neither has it.
  private func row(_ label: String, _ line: Headlines.Line) -> [TextTable.Cell]? {
    guard let value = variant.difference(line.metric) else { return nil }
    let size = max(abs(value.base ?? 0), abs(value.variant ?? 0))
    let decimals: Int? = line.unit == .count ? (size >= Self.many ? 0 : 1) : nil
    func text(_ number: Double?) -> String {
      number.map { Quantity.cell(Estimate(mean: $0), line.unit, decimals: decimals).text } ?? Quantity.undefined
    }
    let difference =
      value.difference.map {
        Quantity.difference($0, halfWidth: value.halfWidth, line.unit, decimals: decimals, isClear: value.isClear)
      } ?? TextTable.Cell(Quantity.undefined)
    return [
      .init(label), .init("\(text(value.base)) \u{2192} \(text(value.variant))"), difference,
      Self.verdict(value, line.change),
    ]
  }

  private static func verdict(_ value: Difference, _ change: Headlines.Change) -> TextTable.Cell {
    let words = change.words(for: value)
    return .init(words, tone: words == "better" ? .good : words == "worse" ? .bad : .plain)
  }
}
