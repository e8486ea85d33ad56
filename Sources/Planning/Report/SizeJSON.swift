import ContactCentre
import Experiments
import Findings
import Writing

/// The cheapest headcount for programs: `watchroom/size/1`.
///
/// `plan` is what was found, or null, with `mostTried` the plan with the most heads tried; `confirmation` what it
/// scores with callers who had no part in its choice, and `withinBudget` whether it costs no more than `size.budget`
/// allows, null where there is no plan or no budget; `oneFewer` by lever what becomes of the targets with one head
/// fewer there; `rivals` the scenario as it is and what formulas would have staffed. `weekday` of a lever is null for
/// all days, and where `holidays` says that it is for public holidays alone; `now` is what starts the shift in the
/// scenario on the tour with the most, `nowLeast` on that with the fewest; both null by the hour. Every plan has its
/// heads in the order of `levers`, null where the scenario's differ from tour to tour and, of a formula's, where they
/// are of units, which it says nothing of: those are as they are, in its cost too; what everybody cost over the
/// measured days, in money or paid hours as `costUnit` says; in `hoursMissed` in how many hours of the day a channel
/// misses a target that it must meet over the measured days, or what is expected of the hour is missed, null where no
/// channel must, or every hour is a target itself; and by target in their order value, half-width and verdict. `kept`
/// are teams and hubs that stay as they are. The same search always gives the same bytes.
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
    let rivals = size.rivals.map { rival in
      JSONValue.Member(name: rival.name, value: scored(rival.scored, isByFormula: rival.isByFormula))
    }
    return JSONWriter.document(
      .members([
        "schema": .string(Self.schema),
        "scenario": .members([
          "name": .string(size.scenario.name), "digest": .string(provenance.scenarioDigest),
        ]),
        "engine": .string(provenance.engine), "seed": .unsigned(size.seed), "replications": .integer(size.replications),
        "plansTried": .integer(size.plansTried),
        "levers": .array(size.levers.map(Self.lever)),
        "kept": .array(size.kept.map(JSONValue.string)),
        "costUnit": .string(size.costUnit == .hours ? "hours" : "money"),
        "targets": .array(size.targets.map(Self.target)),
        "plan": scoredOrNull(size.plan), "mostTried": scoredOrNull(size.shortfall?.most),
        "confirmation": scoredOrNull(size.confirmation),
        "withinBudget": size.isWithinBudget.map(JSONValue.bool) ?? .null,
        "oneFewer": .array(size.oneFewer.map(scoredOrNull)),
        "rivals": .object(rivals),
      ]))
  }

  private static func lever(_ lever: StaffLever) -> JSONValue {
    .members([
      "team": .string(lever.name), "shift": .string(lever.shiftName),
      "weekday": lever.weekday.map(JSONValue.integer) ?? .null, "holidays": .bool(lever.isOfHolidays),
      "min": .integer(lever.limits.lowerBound), "max": .integer(lever.limits.upperBound),
      "now": lever.present.map { .integer($0.upperBound) } ?? .null,
      "nowLeast": lever.present.map { .integer($0.lowerBound) } ?? .null, "costPerHead": .number(lever.costPerHead),
    ])
  }

  private static func target(_ target: SizingTarget) -> JSONValue {
    .object([JSONValue.Member(name: "metric", value: .string(target.metric)), target.bound.member])
  }

  private func scoredOrNull(_ plan: StaffingSize.Scored?) -> JSONValue {
    plan.map { scored($0) } ?? .null
  }

  private func scored(_ plan: StaffingSize.Scored, isByFormula: Bool = false) -> JSONValue {
    .members([
      "heads": .array(
        zip(plan.heads, size.levers).map { heads, lever in
          let kept = isByFormula && lever.isOfUnits ? nil : lever.presentEverywhere
          return (heads ?? kept).map(JSONValue.integer) ?? .null
        }),
      "cost": .number(plan.cost.mean), "costHalfWidth": plan.cost.halfWidth.map(JSONValue.number) ?? .null,
      "passes": .bool(plan.passes), "meets": .bool(plan.meets),
      "hoursMissed": plan.hoursMissed.map(JSONValue.integer) ?? .null,
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
