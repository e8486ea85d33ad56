import Experiments
import Findings
import Writing

extension TextReport {
  /// What the scenario's author expected, and whether it came true.
  var expectations: [String] {
    guard !result.expectations.isEmpty else { return [] }
    var table = TextTable(alignments: [.left, .left, .right, .left])
    table.addHeadings("Expectation", "", "Value", "Expected")
    for expectation in result.expectations {
      table.rows.append([
        .init(expectation.name), .init(expectation.verdict.rawValue, tone: expectation.verdict.tone),
        expectation.cell(in: result.catalogue), .init(expectation.boundWords(in: result.catalogue)),
      ])
    }
    return heading("Expectations") + table.lines(coloured: isColoured)
  }
}
