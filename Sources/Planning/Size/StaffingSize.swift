import ContactCentre
import Experiments
import Metrics

/// The cheapest headcount of a scenario that meets every target, and the evidence for it.
public struct StaffingSize: Sendable {
  /// A plan, and what it scored with callers that the search never met.
  public struct Scored: Sendable {
    /// The heads of each lever.
    public let heads: [Int]
    /// What they cost over the measured days.
    public let cost: Double
    /// By target, the figure.
    public let values: [Estimate]
    /// By target, whether it is met: beyond doubt, or not, or neither.
    public let verdicts: [Verdict]

    /// Whether every target is met beyond doubt.
    public var passes: Bool { verdicts.allSatisfy { $0 == .pass } }
    /// Whether every target is met by the mean.
    public let meets: Bool
  }

  /// A plan that a formula, or the scenario, would have.
  public struct Rival: Sendable {
    /// What it is called.
    public let name: String
    /// Its score.
    public let scored: Scored
  }

  /// What could be changed.
  public let levers: [StaffLever]
  /// What had to be reached.
  public let targets: [SizingTarget]
  /// The cheapest plan found; nil if none was found to meet all targets.
  public let plan: Scored?
  /// By lever, the plan with one head fewer there; nil where there may not be fewer.
  public let oneFewer: [Scored?]
  /// The scenario as it is, and what Erlang C and Erlang A would have staffed.
  public let rivals: [Rival]
  /// How many plans were simulated.
  public let plansTried: Int
  /// How often each plan in the evidence was simulated.
  public let replications: Int
  /// The seed of the search; the evidence is of the second after it.
  public let seed: UInt64
  /// The scenario with the plan's heads; the scenario as it was if there is none.
  public let scenario: Scenario
}

/// Looks for the cheapest headcount of a scenario.
public struct StaffingSizer: Sendable {
  private let scenario: Scenario
  private let seed: UInt64
  private let replications: Int
  private let jobs: Int?
  /// What may be changed.
  public let levers: [StaffLever]
  /// What must be reached.
  public let targets: [SizingTarget]

  /// How often neighbours of a centre are simulated.
  private static let near = 30
  /// The most heads that are added to what the search found.
  private static let mostSteps = 60

  /// A sizer that searches with `seed`, sharpens what it found with the next one, and takes its evidence from the one after
  /// that, in so many `replications`.
  public init(_ scenario: Scenario, seed: UInt64 = 1, replications: Int = 200, jobs: Int? = nil) {
    precondition(replications >= 2 && jobs ?? 1 >= 1, "evidence takes two replications and one job at least")
    self.scenario = scenario
    self.seed = seed
    self.replications = replications
    self.jobs = jobs
    levers = scenario.staffLevers()
    targets = scenario.sizingTargets(in: FigureCatalogue(plan: Plan(scenario)))
  }

  /// Searches, and checks what was found. Blocks until it is done; the same for any number of jobs.
  ///
  /// What the search found is tried with callers it never met: heads are added until it passes, and taken away wherever it
  /// then still passes. The cheapest on that way must pass with other callers again, or heads are added until it does.
  ///
  /// - Parameter progress: is told how many simulations were run since the beginning; on any thread.
  public func size(progress: (@Sendable (_ runs: Int) -> Void)? = nil) -> StaffingSize {
    let counter = RunCounter(progress)
    var search = SizeSearch(
      levers: levers, targetCount: targets.count, fine: replications, near: min(Self.near, replications),
      evidence: replications
    ) { plans, count in
      self.results(plans, seed: seed, count, counter).map { result in
        targets.map { target in (result.values(of: target.metric) ?? []).map(target.pairedSlack) }
      }
    }
    let formulas = ErlangStaffing.allCases.map { ($0.rawValue, $0.heads(levers, in: scenario)) }
    let found = search.cheapest(from: formulas[formulas.count - 1].1)
    let plan = found.flatMap { sharpened($0, counter) }
    return evidence(for: plan, [("as it is", levers.map(\.present))] + formulas, search.plansTried, counter)
  }

  /// The plan nearest to `found` that passes with callers the search never met; nil if the limits leave none.
  private func sharpened(_ found: [Int], _ counter: RunCounter) -> [Int]? {
    guard let passing = climb(from: found, seed: seed &+ 1, counter) else { return nil }
    let plans = descent(from: passing, counter)
    for plan in plans.reversed() where scored([plan.heads], seed: seed &+ 2, replications, counter)[0].passes {
      return plan.heads
    }
    return climb(from: passing.heads, seed: seed &+ 2, counter)?.heads
  }

  /// The first plan that passes on the way up from `heads`: always the head more that closes most of the gap for its cost.
  private func climb(from heads: [Int], seed: UInt64, _ counter: RunCounter) -> StaffingSize.Scored? {
    var plan = scored([heads], seed: seed, replications, counter)[0]
    for _ in 0..<Self.mostSteps where !plan.passes {
      let tried = levers.indices.filter { plan.heads[$0] < levers[$0].limits.upperBound }
      let more = tried.map { lever in
        var heads = plan.heads
        heads[lever] += 1
        return heads
      }
      // A few replications are enough to tell which helps most, as all plans meet the same callers.
      let scores = scored([plan.heads] + more, seed: seed, min(2 * Self.near, replications), counter)
      let gains = zip(tried, scores.dropFirst()).map { lever, score in
        targets.indices.filter { plan.verdicts[$0] != .pass }.reduce(0) { gain, target in
          let gap = (plan.values[target].halfWidth ?? 0) - targets[target].slack(plan.values[target].mean)
          let step =
            targets[target].slack(score.values[target].mean) - targets[target].slack(scores[0].values[target].mean)
          return gain + max(0, min(gap, step))
        } / max(levers[lever].costPerHead, 1e-9)
      }
      guard let best = gains.indices.max(by: { gains[$0] < gains[$1] }), gains[best] > 0 else { return nil }
      plan = scored([more[best]], seed: seed, replications, counter)[0]
    }
    return plan.passes ? plan : nil
  }

  /// `plan`, and after it plans with always one head fewer that pass with the same callers, the most saved at every step.
  private func descent(from plan: StaffingSize.Scored, _ counter: RunCounter) -> [StaffingSize.Scored] {
    var plans = [plan]
    // A lever that could not spare a head before cannot when there are fewer elsewhere.
    var open = Array(levers.indices)
    while let last = plans.last {
      let tried = open.filter { neighbour(of: last.heads, $0) != nil }
      let fewer = zip(
        tried, scored(tried.compactMap { neighbour(of: last.heads, $0) }, seed: seed &+ 1, replications, counter)
      ).filter(\.1.passes)
      guard let next = fewer.map(\.1).min(by: { $0.cost < $1.cost }) else { break }
      plans.append(next)
      open = fewer.map(\.0)
    }
    return plans
  }

  /// The plan, its neighbours and its rivals, with callers that the search never met.
  private func evidence(
    for plan: [Int]?, _ rivals: [(String, [Int])], _ plansTried: Int, _ counter: RunCounter
  ) -> StaffingSize {
    let fewer = levers.indices.map { lever in plan.flatMap { neighbour(of: $0, lever) } }
    let plans = rivals.map(\.1) + [plan].compactMap(\.self) + fewer.compactMap(\.self)
    var scores = scored(plans, seed: seed &+ 2, replications, counter)[...]
    let rivalScores = scores.prefix(rivals.count)
    scores = scores.dropFirst(rivals.count)
    let planScore = plan == nil ? nil : scores.popFirst()
    return StaffingSize(
      levers: levers, targets: targets, plan: planScore, oneFewer: fewer.map { $0 == nil ? nil : scores.popFirst() },
      rivals: zip(rivals, rivalScores).map { StaffingSize.Rival(name: $0.0, scored: $1) }, plansTried: plansTried,
      replications: replications, seed: seed,
      scenario: plan.map { scenario.staffed(levers, heads: $0) } ?? scenario)
  }

  private func neighbour(of heads: [Int], _ lever: Int) -> [Int]? {
    guard heads[lever] > levers[lever].limits.lowerBound else { return nil }
    var fewer = heads
    fewer[lever] -= 1
    return fewer
  }

  private func results(
    _ plans: [[Int]], seed: UInt64, _ replications: Int, _ counter: RunCounter
  ) -> [ExperimentResult] {
    let experiments = plans.map {
      Experiment(plan: Plan(scenario.staffed(levers, heads: $0)), seed: seed, replications: replications)
    }
    return Experiment.run(experiments, jobs: jobs) { _, _ in counter.count() }
  }

  /// What plans score with callers of `seed`.
  private func scored(
    _ plans: [[Int]], seed: UInt64, _ replications: Int, _ counter: RunCounter
  ) -> [StaffingSize.Scored] {
    zip(plans, results(plans, seed: seed, replications, counter)).map { heads, result in
      let values = targets.map { result.estimate($0.metric) ?? Estimate(mean: .nan) }
      return StaffingSize.Scored(
        heads: heads, cost: zip(levers, heads).reduce(0) { $0 + $1.0.costPerHead * Double($1.1) }, values: values,
        verdicts: zip(targets, values).map { target, value in
          value.mean.isNaN ? (target.isMetByNothing ? .pass : .fail) : Verdict(on: value, target.bound)
        },
        meets: zip(targets, values).allSatisfy { $0.slack($1.mean) >= 0 })
    }
  }
}

extension SizingTarget {
  /// The slack of one replication, which says nothing of the mean where there was nothing to be met.
  fileprivate func pairedSlack(_ value: Double) -> Double { value.isNaN && isMetByNothing ? .nan : slack(value) }
}
