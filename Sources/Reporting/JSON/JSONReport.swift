import ContactCentre
import Experiments
import Findings
import Metrics
import Writing

/// A result for programs: the tree of the published schema `watchroom/result/1`.
///
/// The same result always gives the same bytes. Members stand in the order of the schema, figures in that of the
/// catalogue, channels, teams, grades and hubs in that of the scenario. What is undefined (a share of nothing) is `null`.
/// Where there is one replication, `replication` says which of the seed's it is, from 1. Where a precision was asked
/// for, `precision` says which (`asked`), the widest half-width of a figure with a target (`widest`; `null` where there is
/// none, or one has no half-width yet), and whether that is as narrow as was asked (`reached`).
public struct JSONReport: Sendable {
  /// The schema the document follows, as it says itself.
  public static let schema = "watchroom/result/1"

  private let result: ExperimentResult
  private let provenance: Provenance
  private let precision: Precision?

  /// A report of `result`, which was simulated until it had `precision`, if one was asked for, or gave up on it.
  public init(_ result: ExperimentResult, provenance: Provenance, precision: Precision? = nil) {
    self.result = result
    self.provenance = provenance
    self.precision = precision
  }

  /// The document, with a newline at its end.
  public var text: String { JSONWriter.document(value) }

  var value: JSONValue {
    guard case .object(let figures) = Self.figures(of: result) else { return .null }
    let expectations = result.expectations.map { JSONFigures.expectation($0, value: JSONValue.estimate($0.value)) }
    return .object(
      [
        .init(name: "schema", value: .string(Self.schema)),
        .init(name: "scenario", value: Self.scenario(result, provenance)),
        .init(name: "engine", value: .string(provenance.engine)),
      ] + Self.circumstances(of: result) + Self.member(precision, result.targetCertainty) + [
        .init(name: "events", value: .unsigned(result.events)),
        .init(name: "digest", value: .string(result.digest)),
      ] + figures + [.init(name: "expectations", value: .array(expectations))])
  }

  /// When, how often and with which luck a result was simulated.
  static func circumstances(of result: ExperimentResult) -> [JSONValue.Member] {
    let zone = result.scenario.calendar.zone
    let replication = result.replicationNumber.map { JSONValue.Member(name: "replication", value: .unsigned($0)) }
    return [
      .init(name: "seed", value: .unsigned(result.seed)),
      .init(name: "replications", value: .integer(result.replications)),
    ] + [replication].compactMap(\.self) + [
      .init(name: "start", value: .string(LocalTime(result.start, in: zone).iso8601)),
      .init(name: "end", value: .string(LocalTime(result.end, in: zone).iso8601)),
    ]
  }

  /// The precision that was asked for, and what came of it; nothing if none was.
  static func member(_ precision: Precision?, _ certainty: TargetCertainty) -> [JSONValue.Member] {
    guard let precision else { return [] }
    let hasWidest = certainty.judged > 0 && certainty.widest.isFinite
    let value: JSONValue = .members([
      "asked": .number(precision.halfWidth), "widest": hasWidest ? .number(certainty.widest) : .null,
      "reached": .bool(precision.isReached(by: certainty)),
    ])
    return [.init(name: "precision", value: value)]
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
