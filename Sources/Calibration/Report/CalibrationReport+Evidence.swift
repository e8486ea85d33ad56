import ScenarioFile
import Writing

extension CalibrationReport {
  /// The report as a page of Markdown, to be kept beside the scenario.
  public var evidence: String {
    var lines = ["# \(Self.escaped(title)): \(result.tally) reproduced", ""]
    if let source = circumstances.source { lines += ["Targets: \(Self.escaped(source)).", ""] }
    lines += [
      "Made by", "", "    " + ShellCommand(circumstances.command).lines(width: 100).joined(separator: "\n    "), "",
      "from the scenario with the digest `\(circumstances.digest)`.", "", "## Targets", "",
      "| Target | Published | Simulated | ± | Verdict | Runs | Paragraph |", "|--|--:|--:|--:|--|--:|--|",
    ]
    for outcome in result.targets {
      let words = TargetWords(outcome)
      lines.append(
        Self.row([
          outcome.target.name, words.published, words.simulated.text, words.simulated.halfWidth ?? "",
          words.verdict.text,
          "\(outcome.runsMet)/\(result.seeds.count)", outcome.target.paragraph.map { "¶\($0)" } ?? "",
        ]))
    }
    let notes = result.targets.compactMap { outcome in outcome.target.note.map { (outcome.target.name, $0) } }
    if !notes.isEmpty { lines += [""] + notes.map { "- **\(Self.escaped($0.0))**: \(Self.escaped($0.1))." } }
    lines += [
      "", "## What was assumed", "",
      "None of these was published. Each was moved inside of its range; “told” is the share of that which the targets "
        + "rule out.",
      "",
      "| Parameter | Where | Range | Start | Found | As likely | Told |", "|--|--|--:|--:|--:|--:|--:|",
    ]
    for outcome in result.parameters {
      let parameter = outcome.parameter.parameter
      lines.append(
        Self.row([
          parameter.name, Self.role(parameter) + parameter.paths.map(\.description).joined(separator: ", "),
          Self.range(parameter.range, outcome), outcome.written(outcome.parameter.start),
          outcome.written(outcome.value),
          Self.range(outcome.likely, outcome), Quantity.share(outcome.share, decimals: 0),
        ]))
    }
    lines += [""] + remarks.flatMap { [Self.escaped($0), ""] }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private static func role(_ parameter: FreeParameter) -> String {
    switch parameter.role {
    case .value: ""
    case .factor: "× "
    case .exponent: "power of "
    }
  }

  private static func range(_ range: ClosedRange<Double>, _ outcome: CalibrationResult.ParameterOutcome) -> String {
    "\(outcome.written(range.lowerBound)) – \(outcome.written(range.upperBound))"
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.map(escaped).joined(separator: " | ")) |" }

  /// Text that means nothing to Markdown.
  private static func escaped(_ text: String) -> String {
    text.printable.map { "\\`*_[]<>|#".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
