import Findings
import Writing

extension TextReport {
  /// Says on how few replications some of the figures of a section rest; nothing where each is defined in all or in none.
  func footnote(_ figures: FigureTree) -> [String] {
    guard let fewest = figures.fewestReplications else { return [] }
    return "Not every replication defines all of these: some figures rest on \(fewest) of \(result.replications) only."
      .wrapped(to: TextTable.pageWidth)
  }

  /// Says of a table of times which of its columns are means over replications and which are of all `cases` together;
  /// nothing where there is one replication, as then it is the same.
  func timesNote(_ cases: String) -> [String] {
    if result.replications == 1 { return [] }
    return ["Mean and median are averaged over replications; the rest is of all \(cases)."]
  }
}
