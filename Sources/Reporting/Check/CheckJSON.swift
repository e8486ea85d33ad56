import ContactCentre
import Experiments
import Findings
import Writing

/// What came of checking scenarios, for programs: `watchroom/check/1`.
///
/// A list of scenarios in the order in which they were checked, each with its verdict, how often it was simulated and its
/// expectations as `watchroom/result/1` has them; or with the problems it could not be read for; or, of a file of a folder that
/// is no scenario, with why it was `leftOut`. Beside a recorded baseline, if one was given, `baseline` lists what could
/// be compared, each with `of`, the number of replications that define it both times, if not all do; it is `null`, the
/// verdict `error` and `baselineProblem` the reason if nothing could be compared that should, as where the baseline
/// cannot be read. Times are left out, so that the same scenarios always give the same bytes.
public struct CheckJSON: Sendable {
  /// The schema the document follows, as it says itself.
  public static let schema = "watchroom/check/1"

  private let checked: [CheckedScenario]
  private let seed: UInt64

  /// A document about these scenarios, simulated with `seed`.
  public init(_ checked: [CheckedScenario], seed: UInt64) {
    self.checked = checked
    self.seed = seed
  }

  /// The document, with a newline at its end.
  public var text: String {
    JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "engine": .string(Engine.name), "seed": .unsigned(seed),
        "scenarios": .array(checked.map(Self.scenario)),
      ]))
  }

  private static func scenario(_ checked: CheckedScenario) -> JSONValue {
    switch checked.outcome {
    case .simulated(let result, let provenance):
      simulated(checked, result, provenance)
    case .expectsNothing:
      .object(
        [
          JSONValue.Member(name: "path", value: .string(checked.path)),
          JSONValue.Member(name: "verdict", value: checked.findings?.problem == nil ? .null : .string("error")),
          JSONValue.Member(name: "expectations", value: .array([])),
        ] + baseline(checked.findings))
    case .rejected(let error):
      .members([
        "path": .string(checked.path), "verdict": .string("error"),
        "problems": .array(error.problems.map { .string($0.description) }),
      ])
    case .withoutBaseline(let problems):
      .members([
        "path": .string(checked.path), "verdict": .string("error"), "expectations": .array([]), "baseline": .null,
        "baselineProblem": .string(problems.map(\.description).joined(separator: "\n")),
      ])
    case .leftOut(let reason):
      .members(["path": .string(checked.path), "verdict": .null, "leftOut": .string(reason)])
    }
  }

  private static func simulated(
    _ checked: CheckedScenario, _ result: ExperimentResult, _ provenance: Provenance
  ) -> JSONValue {
    let figures: JSONValue = .members([
      "path": .string(checked.path),
      "verdict": checked.findings?.problem != nil
        ? .string("error") : checked.verdict.map { .string($0.rawValue) } ?? .null,
      "scenario": JSONReport.scenario(result, provenance),
      "replications": .integer(result.replications),
      "digest": .string(result.digest),
      "expectations": .array(
        result.expectations.map { JSONFigures.expectation($0, value: JSONValue.estimate($0.value)) }),
    ])
    guard case .object(let members) = figures else { return figures }
    return .object(members + baseline(checked.findings))
  }

  /// A figure beside what was recorded of it.
  private static func comparison(_ comparison: BaselineComparison) -> JSONValue {
    let difference = comparison.difference
    var members = [
      JSONValue.Member(name: "name", value: .string(comparison.expectation.name)),
      JSONValue.Member(name: "metric", value: .string(comparison.expectation.metric)),
      JSONValue.Member(name: "recorded", value: .number(difference.base ?? .nan)),
      JSONValue.Member(name: "now", value: .number(difference.variant ?? .nan)),
      JSONValue.Member(name: "difference", value: .number(difference.difference ?? .nan)),
      JSONValue.Member(name: "halfWidth", value: .number(difference.halfWidth ?? .nan)),
    ]
    if let count = difference.definedIn { members.append(JSONValue.Member(name: "of", value: .integer(count))) }
    members.append(JSONValue.Member(name: "isRegression", value: .bool(comparison.isRegression)))
    return .object(members)
  }

  /// What a baseline says; nothing if there is none.
  private static func baseline(_ findings: BaselineFindings?) -> [JSONValue.Member] {
    guard let findings else { return [] }
    let comparisons = findings.comparisons.map(Self.comparison)
    var members = [
      JSONValue.Member(name: "baseline", value: findings.problem == nil ? .array(comparisons) : .null)
    ]
    if let problem = findings.problem {
      members.append(JSONValue.Member(name: "baselineProblem", value: .string(problem.description)))
    }
    if !findings.uncompared.isEmpty {
      let uncompared = findings.uncompared.map { expectation in
        JSONValue.members([
          "name": .string(expectation.name), "metric": .string(expectation.metric),
          "reason": .string(expectation.reason),
        ])
      }
      members.append(JSONValue.Member(name: "notCompared", value: .array(uncompared)))
    }
    if !findings.forgotten.isEmpty {
      members.append(
        JSONValue.Member(name: "noLongerExpected", value: .array(findings.forgotten.map(JSONValue.string))))
    }
    return members
  }
}
