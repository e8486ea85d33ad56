import ContactCentre
import Experiments
import Metrics

/// Looks for the cheapest headcount of a scenario.
public struct StaffingSizer: Sendable {
  private let scenario: Scenario
  private let seed: UInt64
  /// How often plans are simulated for the evidence.
  public let replications: Int
  /// The most simulations run at once; nil for as many as the machine has processors.
  public let jobs: Int?
  /// What may be changed.
  public let levers: [StaffLever]
  /// What must be reached.
  public let targets: [SizingTarget]

  /// How many replications evidence is taken from unless more or fewer are asked for.
  public static let standardReplications = 200

  /// A sizer that searches with `seed`, and takes its evidence from the next one in so many `replications`.
  public init(_ scenario: Scenario, seed: UInt64 = 1, replications: Int = standardReplications, jobs: Int? = nil) {
    precondition(replications >= 2 && jobs ?? 1 >= 1, "evidence takes two replications and one job at least")
    self.scenario = scenario
    self.seed = seed
    self.replications = replications
    self.jobs = jobs
    levers = scenario.staffLevers()
    targets = scenario.sizingTargets(in: FigureCatalogue(plan: Plan(scenario)))
  }

  /// About how much memory ``size(progress:)`` takes with so many jobs: that of the most plans simulated together, which are
  /// those with one head more and one fewer of each lever around another, or those of the evidence.
  public func memoryNeed(jobs: Int) -> MemoryNeed {
    let most = max(2 * levers.count + 1, levers.count + ErlangStaffing.allCases.count + 1)
    return MemoryNeed(scenario, copies: most, jobs: jobs)
  }

  /// Searches, and checks what was found. Blocks until it is done; the same for any number of jobs. Where there is an
  /// ``obstacle``, nothing of use is found.
  ///
  /// What the search found is tried with callers it never met: heads are added until it passes, taken away as long as
  /// it still passes and saves something, and exchanged likewise (``PlanExchanges``). So nothing cheaper with one head fewer
  /// passes with these callers, nor, where there are no more than six levers, with two fewer and one more, unless a few
  /// replications were mistaken about it. That nothing cheaper passes farther away is not known: the plan is the cheapest
  /// *found*. Of plans that cost the same it is one that keeps well to all targets. Last it is tried with callers who had no
  /// part in that choice (``StaffingSize/confirmation``).
  ///
  /// - Parameter progress: is told how many simulations were run since the beginning; on any thread.
  public func size(progress: (@Sendable (_ runs: Int) -> Void)? = nil) -> StaffingSize {
    let scorer = PlanScorer(
      scenario: scenario.pricedForSizing, levers: levers, targets: targets, seed: seed, jobs: jobs,
      counter: RunCounter(progress))
    let refinement = PlanRefinement(scorer: scorer, replications: replications)
    var search = SizeSearch(
      levers: levers, targetCount: targets.count, fine: replications, near: min(PlanRefinement.near, replications),
      evidence: replications, simulate: scorer.slacks)
    let formulas = ErlangStaffing.allCases.map { (name: $0.rawValue, heads: $0.heads(levers, in: scenario)) }
    let guess = zip(levers, formulas[formulas.count - 1].heads).map { lever, heads in
      heads ?? lever.present?.upperBound ?? lever.limits.lowerBound
    }
    let finding = PlanFinder(scorer: scorer, refinement: refinement).find(by: &search, from: guess)
    var exchanges = PlanExchanges(levers: levers, replications: replications, samples: search.samples)
    let cheapest = finding.plan.map { refinement.exchange(from: refinement.descent(from: $0), by: &exchanges) }
    let plan = cheapest.map { refinement.balance(from: $0, by: &exchanges) }
    let confirmation = plan.map { scorer.scored([$0.heads], replications, by: .ofConfirmation)[0] }
    // The plan, its neighbours and its rivals, with callers that the search never met, by whom heads were then added, taken
    // away and exchanged.
    let fewer = levers.indices.map { lever in plan.flatMap { refinement.oneFewer($0.heads, lever) } }
    let rivals = [(name: "as it is", heads: levers.map { _ in nil })] + formulas
    let scores = scorer.scored(rivals.map(\.heads) + fewer.compactMap(\.self), replications)
    var neighbours = scores.dropFirst(rivals.count)
    return StaffingSize(
      levers: levers, kept: kept, targets: targets, costUnit: scenario.isSizedByHours ? .hours : .money, plan: plan,
      shortfall: finding.shortfall, confirmation: confirmation,
      oneFewer: fewer.map { $0 == nil ? nil : neighbours.popFirst() },
      rivals: zip(rivals, scores).enumerated().map { index, rival in
        StaffingSize.Rival(name: rival.0.name, scored: rival.1, isByFormula: index > 0)
      },
      plansTried: exchanges.plansTried, replications: replications, seed: seed,
      scenario: plan.map { scenario.staffed(levers, heads: $0.heads) } ?? scenario)
  }

  /// The teams, and hubs that might have been sized, that have no lever.
  private var kept: [String] {
    let moved = Set(levers.map(\.owner))
    return scenario.teams.enumerated().filter { !moved.contains(.team($0.offset)) }.map(\.element.id)
      + scenario.sizedHubs.enumerated().filter { !moved.contains(.hub($0.offset)) }.map(\.element.id)
  }
}
