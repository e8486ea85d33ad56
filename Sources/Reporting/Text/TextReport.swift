import ContactCentre
import Experiments
import Findings
import Writing

/// A result for people: what a planner reads first, within 80 columns of plain text.
///
/// The verdicts come first, one line a channel and one a grade of incidents; then each channel and grade, the teams and
/// units, the hours of the day, what the scenario's author expected, and last what it takes to get the same result
/// again.
public struct TextReport: Sendable {
  let result: ExperimentResult
  let provenance: Provenance
  let isColoured: Bool
  let figures: FigureTree

  /// A report of `result`; verdicts and headings stand out in colour if `isColoured`, which only a terminal can show.
  public init(_ result: ExperimentResult, provenance: Provenance, isColoured: Bool = false) {
    self.result = result
    self.provenance = provenance
    self.isColoured = isColoured
    figures = FigureTree(readable: result)
  }

  /// The report, with a newline at its end.
  public var text: String {
    let channels = result.scenario.channels
    let sections =
      [header, summary, responses] + channels.map(details) + grades.map(details) + [teams, surges, callers, hubs]
      + channels.map(hours) + grades.map(hours) + [expectations, footer]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// Lines that begin a section: what it is about, underlined.
  func heading(_ title: String) -> [String] { page.heading(title) }

  private var page: TextPage { TextPage(isColoured: isColoured) }

  private var header: [String] {
    page.heading(result.scenario.title, underline: "=") + page.circumstances(of: result, interval: "of their mean")
  }

  private var footer: [String] {
    var table = TextTable(alignments: [.left, .left])
    table.rows = [
      ["Engine", .init(provenance.engine)],
      ["Scenario", .init(provenance.scenarioDigest)],
      ["Events", .init(Quantity.integer(result.events))],
      ["Digest", .init(result.digest)],
    ]
    let command = ShellCommand(provenance.command).lines(width: TextTable.pageWidth)
    return heading("The same again") + table.lines(coloured: isColoured) + (command.isEmpty ? [] : [""] + command)
  }
}
