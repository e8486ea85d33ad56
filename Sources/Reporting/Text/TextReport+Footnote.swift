import Findings
import Writing

extension TextReport {
  /// Says on how few replications some of the figures of a section rest; nothing where each is defined in all or in none.
  func footnote(_ figures: FigureTree) -> [String] {
    guard let fewest = figures.fewestReplications else { return [] }
    return "Not every replication defines all of these: some figures rest on \(fewest) of \(result.replications) only."
      .wrapped(to: TextTable.pageWidth)
  }
}
