import ContactCentre
import Experiments
import Findings
import Writing

/// The cheapest headcount for programs: `watchroom/size/1`.
///
/// `plan` is what was found, or null; `oneFewer` by lever what becomes of the targets with one head fewer there; `rivals`
/// the scenario as it is and what formulas would have staffed. Every plan has its heads in the order of `levers`, its cost
/// over the measured days, and by target in their order value, half-width and verdict. The same search always gives the
/// same bytes.
public struct SizeJSON: Sendable {
  /// The schema the document follows, as it says itself.
  public static let schema = "watchroom/size/1"

  private let size: StaffingSize
  private let provenance: Provenance

  /// A document about `size`.
  public init(_ size: StaffingSize, provenance: Provenance) {
    self.size = size
    self.provenance = provenance
  }

  /// The document, with a newline at its end.
  public var text: String {
    let rivals = size.rivals.map { JSONValue.Member(name: $0.name, value: scored($0.scored)) }
    return JSONWriter.document(
      .members([
        "schema": .string(Self.schema),
        "scenario": .members([
          "name": .string(size.scenario.name), "digest": .string(provenance.scenarioDigest),
        ]),
        "engine": .string(provenance.engine), "seed": .unsigned(size.seed), "replications": .integer(size.replications),
        "plansTried": .integer(size.plansTried),
        "levers": .array(
          size.levers.map { lever in
            .members([
              "team": .string(lever.name), "shift": .string(lever.shiftName),
              "weekday": lever.weekday.map(JSONValue.integer) ?? .null, "min": .integer(lever.limits.lowerBound),
              "max": .integer(lever.limits.upperBound), "now": .integer(lever.present),
              "costPerHead": .number(lever.costPerHead),
            ])
          }),
        "targets": .array(size.targets.map(Self.target)),
        "plan": size.plan.map(scored) ?? .null,
        "oneFewer": .array(size.oneFewer.map { $0.map(scored) ?? .null }),
        "rivals": .object(rivals),
      ]))
  }

  private static func target(_ target: SizingTarget) -> JSONValue {
    switch target.bound {
    case .atLeast(let limit): .members(["metric": .string(target.metric), "atLeast": .number(limit)])
    case .atMost(let limit): .members(["metric": .string(target.metric), "atMost": .number(limit)])
    }
  }

  private func scored(_ plan: StaffingSize.Scored) -> JSONValue {
    .members([
      "heads": .array(plan.heads.map(JSONValue.integer)), "cost": .number(plan.cost), "passes": .bool(plan.passes),
      "meets": .bool(plan.meets),
      "targets": .array(
        zip(plan.values, plan.verdicts).map { value, verdict in
          .members([
            "mean": .number(value.mean), "halfWidth": value.halfWidth.map(JSONValue.number) ?? .null,
            "verdict": .string(verdict.rawValue),
          ])
        }),
    ])
  }
}
