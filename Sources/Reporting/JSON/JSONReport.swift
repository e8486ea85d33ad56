import ContactCentre
import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

/// A result for programs: the tree of the published schema `watchroom/result/1`.
///
/// The same result always gives the same bytes. Members stand in the order of the schema, figures in that of the
/// catalogue, channels, teams, grades and hubs in that of the scenario. What is undefined (a share of nothing) is `null`.
public struct JSONReport: Sendable {
  /// The schema the document follows, as it says itself.
  public static let schema = "watchroom/result/1"

  private let result: ExperimentResult
  private let provenance: Provenance

  /// A report of `result`.
  public init(_ result: ExperimentResult, provenance: Provenance) {
    self.result = result
    self.provenance = provenance
  }

  /// The document, with a newline at its end.
  public var text: String { JSONWriter.document(value) }

  var value: JSONValue {
    let zone = result.scenario.calendar.zone
    let head: JSONValue = .members([
      "schema": .string(Self.schema),
      "scenario": Self.scenario(result, provenance),
      "engine": .string(provenance.engine),
      "seed": .unsigned(result.seed),
      "replications": .integer(result.replications),
      "start": .string(LocalTime(result.start, in: zone).iso8601),
      "end": .string(LocalTime(result.end, in: zone).iso8601),
      "events": .unsigned(result.events),
      "digest": .string(result.digest),
    ])
    guard case .object(let first) = head, case .object(let figures) = Self.figures(of: result) else { return head }
    let expectations = result.expectations.map { JSONFigures.expectation($0, value: JSONValue.estimate($0.value)) }
    return .object(first + figures + [JSONValue.Member(name: "expectations", value: .array(expectations))])
  }

  /// What tells a scenario from others.
  static func scenario(_ result: ExperimentResult, _ provenance: Provenance) -> JSONValue {
    .members(["name": .string(result.scenario.name), "digest": .string(provenance.scenarioDigest)])
  }

  /// The tree of all figures, without what they are of.
  static func figures(of result: ExperimentResult) -> JSONValue {
    JSONFigures(days: result.catalogue.days) { figure, estimate in
      figure.kind == .estimate ? JSONValue.estimate(estimate) : .number(estimate.mean)
    } estimate: {
      $0
    }.value(FigureTree(result))
  }
}
