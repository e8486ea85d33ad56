import Experiments
import Findings
import Writing

/// A comparison for people: what each variant does to the figures a planner is asked about, within 80 columns of plain
/// text.
///
/// For each variant come its channels and grades, its teams and units, the hours of the day that differ most, what
/// pairing was worth, and last one sentence that sets service beside cost.
public struct ComparisonTextReport: Sendable {
  let result: PairedResult
  let provenance: ComparisonProvenance
  let isColoured: Bool

  /// A report of `result`; verdicts and headings stand out in colour if `isColoured`, which only a terminal can show.
  public init(_ result: PairedResult, provenance: ComparisonProvenance, isColoured: Bool = false) {
    self.result = result
    self.provenance = provenance
    self.isColoured = isColoured
  }

  /// The report, with a newline at its end.
  public var text: String {
    let sections = [header] + result.variants.map(section) + [footer]
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var page: TextPage { TextPage(isColoured: isColoured) }

  private var header: [String] {
    return page.heading("Compared with \(result.base.scenario.title)", underline: "=")
      + page.circumstances(of: result.base, interval: "of the paired difference") + [""]
      + result.howToRead.wrapped(to: TextTable.pageWidth)
  }

  private func section(_ variant: VariantResult) -> [String] {
    let closing = [
      variant.pairsRemark, variant.unmatched, variant.differentLimits, variant.differentClock(from: result.base),
      variant.pairing,
      ClosingSentence(variant, base: result.base.scenario).text,
    ]
    let paragraphs = closing.compactMap(\.self).map { $0.wrapped(to: TextTable.pageWidth) }
    return page.heading(variant.name) + DifferenceTable(variant).lines(coloured: isColoured)
      + paragraphs.flatMap { [""] + $0 }
  }

  private var footer: [String] {
    let names = ["(base)"] + result.variants.map(\.name)
    let results = [result.base] + result.variants.map(\.result)
    var table = TextTable(alignments: [.left, .left])
    // No name may take the room of a digest, which is 64 digits long.
    func row(_ name: String, _ digest: String) -> [TextTable.Cell] { [.init(name.fitted(to: 14)), .init(digest)] }
    table.rows = [["Engine", .init(Engine.name)], []]
    table.addHeadings("Scenario", "Digest of its text")
    table.rows += zip(names, [provenance.baseDigest] + provenance.variantDigests).map(row) + [[]]
    table.addHeadings("Runs", "Digest of their events")
    table.rows += zip(names, results.map(\.digest)).map(row)
    let command = ShellCommand(provenance.command).lines(width: TextTable.pageWidth)
    return page.heading("The same again") + table.lines(coloured: isColoured) + (command.isEmpty ? [] : [""] + command)
  }
}

extension VariantResult {
  /// What it was worth to let both plans meet the same callers; nil where no headline figure varies.
  fileprivate var pairing: String? {
    let pairing = Pairing(self)
    let times = pairing.narrowings.map(\.times)
    guard let typical = pairing.median, let least = times.min(), let most = times.max() else { return nil }
    let median = Quantity.decimal(typical, decimals: 1)
    let range = "\(Quantity.decimal(least, decimals: 1)) to \(Quantity.decimal(most, decimals: 1))"
    // Widths shrink with the root of the number of replications.
    let count = Quantity.decimal(typical * typical, decimals: typical < 3 ? 1 : 0)
    return """
      Pairing: had each plan met callers of its own, the intervals above would be \
      \(times.count > 1 ? "\(range) times as wide (median \(median))" : "\(median) times as wide"), and as narrow only \
      with \(count) times as many replications.
      """
  }
}
