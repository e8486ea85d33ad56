import Experiments
import Findings
import Writing

extension TextPage {
  /// When, how often and with which luck `result` was simulated; `interval` says what its half-widths are of.
  func circumstances(of result: ExperimentResult, interval: String) -> [String] {
    var table = TextTable(alignments: [.left, .left])
    table.rows = result.circumstances(interval: interval).map { [.init($0.label), .init($0.value)] }
    return table.lines(coloured: isColoured)
  }
}
