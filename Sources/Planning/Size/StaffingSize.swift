import ContactCentre
import Experiments
import Metrics

/// The cheapest headcount of a scenario that meets every target, and the evidence for it.
public struct StaffingSize: Sendable {
  /// A plan, and what it scored with callers that the search did not meet.
  public struct Scored: Sendable {
    /// The heads of each lever; nil where the scenario keeps those it has, as a plan that was found never does.
    public let heads: [Int?]
    /// What everybody cost over the measured days when it was simulated, with overtime and premiums, in
    /// ``StaffingSize/costUnit``.
    public let cost: Estimate
    /// By target, the figure.
    public let values: [Estimate]
    /// By target, whether it is met: beyond doubt, or not, or neither.
    public let verdicts: [Verdict]

    /// Whether every target is met beyond doubt.
    public var passes: Bool { verdicts.allSatisfy { $0 == .pass } }
    /// Whether every target is met by the mean.
    public let meets: Bool
    /// In how many hours of the day the mean of a channel misses the share that its target has over the measured days, or the
    /// mean of a target of that hour alone misses that; nil where no channel has a target, or every hour is one itself.
    public let hoursMissed: Int?
  }

  /// A plan that a formula, or the scenario, would have.
  public struct Rival: Sendable {
    /// What it is called.
    public let name: String
    /// Its score.
    public let scored: Scored
    /// Whether a formula would have it, which says nothing of units: those stay as they are.
    public let isByFormula: Bool
  }

  /// What could be changed.
  public let levers: [StaffLever]
  /// The teams, and the hubs if grades' targets must be met, that stay as they are.
  public let kept: [String]
  /// What had to be reached.
  public let targets: [SizingTarget]
  /// What plans cost: money, or paid hours where none of those whose heads could be changed has a price.
  public let costUnit: Figure.Unit
  /// The cheapest plan found; nil if none was found to meet all targets.
  public let plan: Scored?
  /// What more heads do where none was found; nil if there is a plan.
  public let shortfall: Shortfall?
  /// What the plan scores with callers who had no part in its choice, those of the second seed after ``seed``. By those of the
  /// evidence heads were added, taken away and exchanged: what suits them best suits others a little less, the more so the
  /// more there was to choose from. Nil if there is no plan.
  public let confirmation: Scored?
  /// By lever, the plan with one head fewer there; nil where there may not be fewer.
  public let oneFewer: [Scored?]
  /// The scenario as it is, and what Erlang C and Erlang A would have staffed.
  public let rivals: [Rival]
  /// How many plans were simulated.
  public let plansTried: Int
  /// How often each plan in the evidence was simulated.
  public let replications: Int
  /// The seed of the search; the evidence is of the next one.
  public let seed: UInt64
  /// The scenario with the plan's heads; the scenario as it was if there is none.
  public let scenario: Scenario

  /// Whether the plan costs no more than the scenario's budget; nil without a plan or a budget.
  public var isWithinBudget: Bool? {
    guard let plan, let budget = scenario.sizing?.budget else { return nil }
    return Rounding.isAtMost(plan.cost.mean, budget)
  }
}
