import Experiments
import Findings
import Writing

/// What came of checking scenarios, for people: one line a scenario, and more only of what is not as it should be, or
/// passes by some of the replications alone.
public struct CheckText: Sendable {
  private let isColoured: Bool

  /// Verdicts stand out in colour if `isColoured`, which only a terminal can show.
  public init(isColoured: Bool = false) {
    self.isColoured = isColoured
  }

  /// The lines about one scenario; none of one that could not be read, had no baseline to be compared with, or was left
  /// out, since that is said elsewhere.
  public func text(_ checked: CheckedScenario) -> String {
    let path = checked.path.printable
    switch checked.outcome {
    case .rejected, .withoutBaseline, .leftOut: return ""
    case .expectsNothing: return "\(path): expects nothing\(Self.uncompared(checked))\n"
    case .simulated(let result, _):
      let replications = Quantity.counted(result.replications, "replication")
      var verdict = Self.summary(of: result.expectations)
      if !checked.regressions.isEmpty { verdict += ", \(checked.regressions.count) worse than recorded" }
      verdict += Self.uncompared(checked)
      var lines = ["\(path): \(verdict) (\(replications))"]
      lines += result.expectations.flatMap { details($0, of: result) }
      lines += checked.regressions.flatMap { details($0, of: result) }
      if let remark = result.sharedFateRemark(on: result.expectations.map(\.metric)) {
        lines += remark.wrapped(to: TextTable.pageWidth - 2).map { "  \($0)" }
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  /// What a line says if a baseline was given and nothing could be compared with it; why is said elsewhere.
  private static func uncompared(_ checked: CheckedScenario) -> String {
    checked.findings?.problem == nil ? "" : ", not compared with the baseline"
  }

  /// The lines after all scenarios: what to do about verdicts that are uncertain. Empty where there are none. Of verdicts that
  /// were looked at once only, as `isOneLook` says, each is by the very interval that is shown.
  public func advice(_ all: [CheckedScenario], isOneLook: Bool = false) -> String {
    guard all.contains(where: { $0.expectations.contains { $0.verdict == .uncertain } }) else { return "" }
    if isOneLook {
      return """

        Uncertain: the bound is too near to be told from the figure (its 95% interval is
        after \u{B1}), or fewer than two replications define the figure. Allow more
        replications with --most, or move the bound.

        """
    }
    return """

      Uncertain: the bound is too near to be told from the figure (its 95% interval is
      after \u{B1}, and each look at it asks for a wider one), or fewer than two
      replications define the figure. Allow more replications with --most, or move
      the bound.

      """
  }

  /// What holds, in a few words: `2 expectations pass`, `1 of 3 expectations fails, 1 is uncertain`.
  private static func summary(of expectations: [ExpectationResult]) -> String {
    let total = Quantity.counted(expectations.count, "expectation")
    let failures = expectations.count { $0.verdict == .fail }
    let doubts = expectations.count { $0.verdict == .uncertain }
    if failures + doubts == 0 { return "\(total) \(expectations.count == 1 ? "passes" : "pass")" }
    var parts: [String] = []
    if failures > 0 { parts.append("\(failures) of \(total) \(failures == 1 ? "fails" : "fail")") }
    if doubts > 0 {
      parts.append("\(doubts)\(failures == 0 ? " of \(total)" : "") \(doubts == 1 ? "is" : "are") uncertain")
    }
    return parts.joined(separator: ", ")
  }

  private func details(_ expectation: ExpectationResult, of result: ExperimentResult) -> [String] {
    // A verdict by some replications alone is as it should be, but worth no more than they are.
    if expectation.verdict == .pass, expectation.value.definedIn == nil { return [] }
    return details(
      expectation.verdict.rawValue, expectation.verdict.tone, expectation, expectation.sentence(of: result))
  }

  private func details(_ regression: BaselineComparison, of result: ExperimentResult) -> [String] {
    details("worse", .bad, regression.expectation, regression.words(in: result.catalogue))
  }

  /// The lines about an expectation: a word on it, its name, a sentence, and its figure.
  private func details(_ word: String, _ tone: Tone, _ expectation: ExpectationResult, _ sentence: String) -> [String] {
    let margin = String(repeating: " ", count: 13)
    let padding = String(repeating: " ", count: margin.count - 2 - word.count)
    return ["  \(tone.applied(to: word, coloured: isColoured))\(padding)\(expectation.name.printable)"]
      + sentence.wrapped(to: TextTable.pageWidth - margin.count).map { margin + $0 }
      + [margin + expectation.metric.printable]
  }
}
