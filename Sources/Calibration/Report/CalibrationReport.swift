import ContactCentre
import Findings
import Writing

/// What came of a calibration, for people.
public struct CalibrationReport: Sendable {
  /// What a report says beside the result.
  public struct Circumstances: Sendable {
    /// What the scenario is called.
    public var scenario: String
    /// The digest of the scenario before any parameter was moved.
    public var digest: String
    /// What the targets were read from.
    public var targets: String
    /// Where they were published, as they say themselves.
    public var source: String?
    /// The words that make the same result again.
    public var command: [String]

    /// Circumstances of a calibration.
    public init(scenario: String, digest: String, targets: String, source: String?, command: [String]) {
      self.scenario = scenario
      self.digest = digest
      self.targets = targets
      self.source = source
      self.command = command
    }
  }

  let result: CalibrationResult
  let circumstances: Circumstances

  /// A report of a result.
  public init(_ result: CalibrationResult, _ circumstances: Circumstances) {
    self.result = result
    self.circumstances = circumstances
  }

  /// The report, with a newline at its end.
  public func text(isColoured: Bool = false) -> String {
    let page = TextPage(isColoured: isColoured)
    var lines = page.heading("\(result.tally) met: \(title)", underline: "=")
    lines += targets.lines(coloured: isColoured)
    lines += [""] + page.heading("Parameters") + parameters.lines(coloured: isColoured)
    lines += [""] + remarks.flatMap { $0.wrapped(to: TextTable.pageWidth) + [""] }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  /// What the scenario is called in a heading.
  var title: String { Scenario.title(of: circumstances.scenario) }

  private var targets: TextTable {
    var table = TextTable(alignments: [.left, .right, .right, .left, .right])
    table.addHeadings("Target", "Published", "Simulated", "", "Runs")
    for outcome in result.targets {
      let words = TargetWords(outcome)
      table.rows.append([
        .init(outcome.target.name), .init(words.published), words.simulated, words.verdict,
        .init("\(outcome.runsMet)/\(result.seeds.count)"),
      ])
    }
    return table
  }

  private var parameters: TextTable {
    var table = TextTable(alignments: [.left])
    table.addHeadings("Parameter", "Start", "Found", "As likely", "Told")
    for outcome in result.parameters {
      table.rows.append([
        .init(outcome.parameter.parameter.name), .init(outcome.written(outcome.parameter.start)),
        .init(outcome.written(outcome.value)),
        .init("\(outcome.written(outcome.likely.lowerBound)) – \(outcome.written(outcome.likely.upperBound))"),
        .init(Quantity.share(outcome.share, decimals: 0), tone: outcome.isPinnedDown ? .plain : .doubtful),
      ])
    }
    return table
  }

  /// What has to be said beside the tables, a paragraph each.
  var remarks: [String] {
    var remarks = [
      "\(evidenceWords) What is off is off by so many tolerances.",
      """
      “As likely” is where a parameter may lie as well as far as the targets can tell, if a tolerance is two standard \
      deviations, and as luck moves the figures of a run; Told, the share of its range which that rules out.
      """,
    ]
    remarks += told
    if !result.combinations.isEmpty {
      let list = result.combinations.prefix(6).map { "(\($0))" }.joined(separator: ", ")
      remarks.append("Nor do they tell these apart, which can move together and hardly be noticed: \(list).")
    }
    remarks += ends
    remarks.append(
      """
      Held back: every parameter is drawn to its start, as far as targets leave it free; to be as far off as its range is \
      wide costs as much as missing a target by half its tolerance.
      """)
    remarks.append(result.effort)
    return remarks
  }

  /// What the simulated numbers are of.
  private var evidenceWords: String {
    if result.seeds.count == 1 {
      return """
        Simulated is one run with a seed the search did not use, \(seedWords); Runs says whether it keeps to the target.
        """
    }
    return """
      Simulated is the mean of \(result.seeds.count) runs with seeds the search did not use, \(seedWords); \u{B1} is its \
      95% half-width; Runs says how many of them keep to the target by themselves.
      """
  }

  /// How far the targets say what the parameters are, and what would let them say more.
  private var told: [String] {
    func names(_ outcomes: [CalibrationResult.ParameterOutcome]) -> String {
      outcomes.map(\.parameter.parameter.name).joined(separator: ", ")
    }
    var remarks: [String] = []
    if result.unsure.isEmpty {
      remarks.append("The targets pin down every parameter to less than a quarter of its range.")
    } else {
      let open = result.unsure.filter(\.isOpen)
      let narrowed = result.unsure.filter { !$0.isOpen }
      if !open.isEmpty { remarks.append("The targets do not pin down: \(names(open)).") }
      if !narrowed.isEmpty {
        remarks.append("The targets narrow down, but leave open a quarter of the range or more: \(names(narrowed)).")
      }
    }
    let lucky = result.weighted.filter { $0.target.tolerance != nil && $0.luck >= 0.5 }
    if !lucky.isEmpty {
      remarks.append(
        """
        Luck moves the figures of a run by half their tolerance and more: \(lucky.map(\.target.name).joined(separator: ", ")). \
        More replications, or more days, would leave less open.
        """)
    }
    return remarks
  }

  /// Which parameters might have gone on beyond their ranges.
  private var ends: [String] {
    let names = result.parameters.filter(\.isAtEnd).map(\.parameter.parameter.name)
    switch names.count {
    case 0: return []
    case 1: return ["\(names[0]) was found at an end of its range: a wider range may come nearer."]
    default: return ["\(Self.list(names)) were found at an end of their ranges: wider ranges may come nearer."]
    }
  }

  private var seedWords: String { Self.list(result.seeds.map(String.init)) }

  private static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.joined() }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
