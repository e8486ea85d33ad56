import Experiments
import Findings
import Reading

/// What came of checking one scenario: the verdicts on what it expects, or why there are none.
public struct CheckedScenario: Sendable {
  /// Whether it could be simulated, and what then came out.
  public enum Outcome: Sendable {
    /// It was simulated; its verdicts are among the result's expectations.
    case simulated(ExperimentResult, Provenance)
    /// It expects nothing, so it was not simulated.
    case expectsNothing
    /// It could not be read; or it is a folder that could not, or has no scenario; or it expects nothing where nothing else was
    /// checked.
    case rejected(ScenarioError)
    /// It was not simulated, because the baseline that it was to be compared with is not there or cannot be read: why.
    case withoutBaseline([Problem])
    /// It is a file of a folder that was not taken for a scenario, so it was not read: why.
    case leftOut(String)
  }

  /// The file it is in, as it was named.
  public let path: String
  /// What came of it.
  public let outcome: Outcome
  /// How long that took by the clock on the wall.
  public let duration: Duration

  /// What a baseline says of it; nil if there is none, or it says nothing of a scenario that expects nothing or could not
  /// be read.
  public let findings: BaselineFindings?

  /// What came of the scenario at `path`, `duration` after its turn came.
  public init(path: String, outcome: Outcome, duration: Duration, baseline: Baseline? = nil) {
    self.path = path
    self.outcome = outcome
    self.duration = duration
    findings = baseline.flatMap { baseline in
      switch outcome {
      case .simulated(let result, _): BaselineFindings(baseline, result, at: path)
      case .expectsNothing: BaselineFindings(baseline, ofNothingAt: path)
      case .rejected, .withoutBaseline, .leftOut: nil
      }
    }
  }

  /// What its figures are beside those of a baseline, if there is one, as far as they can be compared.
  public var comparisons: [BaselineComparison] { findings?.comparisons ?? [] }

  /// The expectations whose figures are worse than recorded beyond doubt.
  public var regressions: [BaselineComparison] { comparisons.filter(\.isRegression) }

  /// What came of its expectations; none if it was not simulated.
  public var expectations: [ExpectationResult] {
    if case .simulated(let result, _) = outcome { result.expectations } else { [] }
  }

  /// What came of all of them together: the worst there is; nil if it was not simulated. A regression is a failure.
  public var verdict: Verdict? {
    if !regressions.isEmpty { return .fail }
    let verdicts = expectations.map(\.verdict)
    return [.fail, .uncertain, .pass].first { verdicts.contains($0) }
  }
}
