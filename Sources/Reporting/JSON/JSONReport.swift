import ContactCentre
import DiscreteEvents
import Experiments
import Metrics

/// A result for programs: the tree of the published schema `watchroom/result/1`.
///
/// The same result always gives the same bytes. Members stand in the order of the schema, figures in that of the
/// catalogue, channels and teams in that of the scenario. What is undefined (a share of nothing) is `null`.
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
      "engine": .string(Engine.name),
      "seed": .unsigned(result.seed),
      "replications": .integer(result.replications),
      "start": .string(LocalTime(result.start, in: zone).iso8601),
      "end": .string(LocalTime(result.end, in: zone).iso8601),
      "events": .unsigned(result.events),
      "digest": .string(result.digest),
    ])
    guard case .object(let first) = head, case .object(let figures) = tree(FigureTree(result)) else { return head }
    let last = JSONValue.Member(name: "expectations", value: .array(result.expectations.map(Self.expectation)))
    return .object(first + figures + [last])
  }

  private func tree(_ node: FigureTree) -> JSONValue {
    switch node {
    case .figure(let figure, let estimate):
      return figure.kind == .estimate ? Self.estimate(estimate) : .number(estimate.mean)
    case .numbered(let parts):
      return .array(parts.map(tree))
    case .named(let parts):
      return .object(parts.map { JSONValue.Member(name: $0.key, value: part($0.key, $0.value)) })
    }
  }

  /// The part called `key`, with what its figures cannot say: which date, and whether the target is met.
  private func part(_ key: String, _ node: FigureTree) -> JSONValue {
    let value = tree(node)
    switch (key, value) {
    case ("byDay", .array(let elements)):
      return .array(zip(result.catalogue.days, elements).map { Self.dated($0, $1) })
    case ("serviceLevel", .object(let members)):
      guard let verdict = TargetVerdict(node) else { return value }
      return .object(members + [JSONValue.Member(name: "met", value: .bool(verdict.isMet))])
    default:
      return value
    }
  }

  private static func dated(_ day: CivilTime, _ figures: JSONValue) -> JSONValue {
    guard case .object(let members) = figures else { return figures }
    return .object([JSONValue.Member(name: "date", value: .string(LocalTime.date(day)))] + members)
  }

  private static func estimate(_ estimate: Estimate) -> JSONValue {
    .members(["mean": .number(estimate.mean), "halfWidth": estimate.halfWidth.map(JSONValue.number) ?? .null])
  }

  /// What tells a scenario from others.
  static func scenario(_ result: ExperimentResult, _ provenance: Provenance) -> JSONValue {
    .members(["name": .string(result.scenario.name), "digest": .string(provenance.scenarioDigest)])
  }

  /// What came of one expectation.
  static func expectation(_ expectation: ExpectationResult) -> JSONValue {
    let bound: JSONValue.Member =
      switch expectation.bound {
      case .atLeast(let limit): JSONValue.Member(name: "atLeast", value: .number(limit))
      case .atMost(let limit): JSONValue.Member(name: "atMost", value: .number(limit))
      }
    return .object([
      JSONValue.Member(name: "name", value: .string(expectation.name)),
      JSONValue.Member(name: "metric", value: .string(expectation.metric)),
      bound,
      JSONValue.Member(name: "value", value: estimate(expectation.value)),
      JSONValue.Member(name: "verdict", value: .string(expectation.verdict.rawValue)),
    ])
  }
}
