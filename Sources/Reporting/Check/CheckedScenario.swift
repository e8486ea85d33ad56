import Experiments
import ScenarioFile

/// What came of checking one scenario: the verdicts on what it expects, or why there are none.
public struct CheckedScenario: Sendable {
  /// Whether it could be simulated, and what then came out.
  public enum Outcome: Sendable {
    /// It was simulated; its verdicts are among the result's expectations.
    case simulated(ExperimentResult, Provenance)
    /// It expects nothing, so it was not simulated.
    case expectsNothing
    /// It could not be read.
    case rejected(ScenarioError)
  }

  /// The file it is in, as it was named.
  public let path: String
  /// What came of it.
  public let outcome: Outcome
  /// How long that took by the clock on the wall.
  public let duration: Duration

  /// What came of the scenario at `path`, `duration` after its turn came.
  public init(path: String, outcome: Outcome, duration: Duration) {
    self.path = path
    self.outcome = outcome
    self.duration = duration
  }

  /// What came of its expectations; none if it was not simulated.
  public var expectations: [ExpectationResult] {
    if case .simulated(let result, _) = outcome { result.expectations } else { [] }
  }

  /// What came of all of them together: the worst there is; nil if it was not simulated.
  public var verdict: Verdict? {
    let verdicts = expectations.map(\.verdict)
    return [.fail, .uncertain, .pass].first { verdicts.contains($0) }
  }
}
