import ContactCentre
import Experiments
import Metrics

extension TextReport {
  /// What the scenario's author expected, and whether it came true.
  var expectations: [String] {
    guard !result.expectations.isEmpty else { return [] }
    var table = TextTable(alignments: [.left, .left, .right, .left])
    table.addHeadings("Expectation", "", "Value", "Expected")
    for expectation in result.expectations {
      let tone: Tone =
        switch expectation.verdict {
        case .pass: .good
        case .fail: .bad
        case .uncertain: .doubtful
        }
      let unit = result.catalogue.figures.first { $0.name == expectation.metric }?.unit ?? .count
      let limit =
        switch expectation.bound {
        case .atLeast(let limit): "at least \(Self.limit(limit, unit))"
        case .atMost(let limit): "at most \(Self.limit(limit, unit))"
        }
      table.rows.append([
        .init(expectation.name), .init(expectation.verdict.rawValue, tone: tone),
        Quantity.cell(expectation.value, unit), .init(limit),
      ])
    }
    return heading("Expectations") + table.lines(coloured: isColoured)
  }

  private static func limit(_ limit: Double, _ unit: Figure.Unit) -> String {
    unit == .seconds
      ? Quantity.limit(limit) : Quantity.cell(Estimate(mean: limit), unit, decimals: nil).text
  }
}
