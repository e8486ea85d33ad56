import Experiments
import Findings
import Metrics
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
    // What is aimed at has its remark where it stands.
    let aims = Set(result.catalogue.aimedFigures(of: result.scenario).map(\.name))
    let remark = result.sharedFateRemark(on: result.expectations.map(\.metric).filter { !aims.contains($0) })
    return heading("Expectations") + table.lines(coloured: isColoured)
      + (remark.map { [""] + $0.wrapped(to: TextTable.pageWidth) } ?? [])
  }
}
