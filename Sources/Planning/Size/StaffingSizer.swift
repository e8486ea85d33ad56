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

  /// How often neighbours of a centre are simulated.
  private static let near = 30
  /// The most heads that are added to what the search found.
  private static let mostSteps = 60

  /// A sizer that searches with `seed`, and takes its evidence from the next one in so many `replications`.
  public init(_ scenario: Scenario, seed: UInt64 = 1, replications: Int = 200, jobs: Int? = nil) {
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
    return MemoryNeed(Array(repeating: Experiment(plan: Plan(scenario)), count: most), jobs: jobs)
  }

  /// Searches, and checks what was found. Blocks until it is done; the same for any number of jobs.
  ///
  /// What the search found is tried with callers it never met: heads are added until it passes, and taken away as long as
  /// it still passes. So none with one head fewer passes with these callers, unless a few replications were mistaken about it.
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
    let plan = found.flatMap { climb(from: $0, counter) }.map { descent(from: $0, counter) }
    return evidence(for: plan, [("as it is", levers.map(\.present))] + formulas, search.plansTried, counter)
  }

  /// The first plan that passes on the way up from `heads`: always the head more that closes most of the gap for its cost.
  private func climb(from heads: [Int], _ counter: RunCounter) -> StaffingSize.Scored? {
    var plan = scored([heads], replications, counter)[0]
    for _ in 0..<Self.mostSteps where !plan.passes {
      let tried = levers.indices.filter { plan.heads[$0] < levers[$0].limits.upperBound }
      let more = tried.map { lever in
        var heads = plan.heads
        heads[lever] += 1
        return heads
      }
      // A few replications are enough to tell which helps most, as all plans meet the same callers.
      let scores = scored([plan.heads] + more, min(Self.near, replications), counter)
      let gains = zip(tried, scores.dropFirst()).map { lever, score in
        targets.indices.filter { plan.verdicts[$0] != .pass }.reduce(0) { gain, target in
          let gap = (plan.values[target].halfWidth ?? 0) - targets[target].slack(plan.values[target].mean)
          let step =
            targets[target].slack(score.values[target].mean) - targets[target].slack(scores[0].values[target].mean)
          return gain + max(0, min(gap, step))
        } / max(levers[lever].costPerHead, 1e-9)
      }
      guard let best = gains.indices.max(by: { gains[$0] < gains[$1] }), gains[best] > 0 else { return nil }
      plan = scored([more[best]], replications, counter)[0]
    }
    return plan.passes ? plan : nil
  }

  /// What is left of `plan` when heads are taken away one by one for as long as it passes, where most is saved first.
  private func descent(from plan: StaffingSize.Scored, _ counter: RunCounter) -> StaffingSize.Scored {
    var plan = plan
    // A lever that could not spare a head before cannot when there are fewer elsewhere.
    var open = Array(levers.indices)
    while true {
      let fewer = open.compactMap { lever in neighbour(of: plan.heads, lever).map { (lever: lever, heads: $0) } }
      // A few replications tell which may pass, as all plans meet the same callers.
      let scores = scored(
        [plan.heads] + fewer.map(\.heads), min(2 * Self.near, replications), counter)
      let likely = zip(fewer, scores.dropFirst()).map { fewer, score in
        (fewer: fewer, cost: score.cost, spare: spare(plan, like: scores[0], score))
      }
      .filter { $0.spare >= 0 }.sorted { ($0.cost, -$0.spare) < ($1.cost, -$1.spare) }
      open = likely.map(\.fewer.lever).sorted()
      guard
        let next = likely.lazy.map({ scored([$0.fewer.heads], replications, counter)[0] }).first(where: \.passes)
      else { return plan }
      plan = next
    }
  }

  /// By how much a plan is believed to keep to the target it is worst at, with most of a half-width taken off: what is known
  /// of another, and the difference between the two in few replications.
  private func spare(
    _ known: StaffingSize.Scored, like base: StaffingSize.Scored, _ other: StaffingSize.Scored
  ) -> Double {
    targets.indices.map { target in
      let slack = targets[target].slack(other.values[target].mean)
      guard slack.isFinite else { return slack }
      let change = slack - targets[target].slack(base.values[target].mean)
      let width = known.values[target].halfWidth ?? 0
      return targets[target].slack(known.values[target].mean) + (change.isFinite ? change : 0) - 0.8 * width
    }.min() ?? 0
  }

  /// The plan, its neighbours and its rivals, with callers that the search never met.
  private func evidence(
    for plan: StaffingSize.Scored?, _ rivals: [(String, [Int])], _ plansTried: Int, _ counter: RunCounter
  ) -> StaffingSize {
    let fewer = levers.indices.map { lever in plan.flatMap { neighbour(of: $0.heads, lever) } }
    let plans = rivals.map(\.1) + fewer.compactMap(\.self)
    var scores = scored(plans, replications, counter)[...]
    let rivalScores = scores.prefix(rivals.count)
    scores = scores.dropFirst(rivals.count)
    return StaffingSize(
      levers: levers, targets: targets, plan: plan, oneFewer: fewer.map { $0 == nil ? nil : scores.popFirst() },
      rivals: zip(rivals, rivalScores).map { StaffingSize.Rival(name: $0.0, scored: $1) }, plansTried: plansTried,
      replications: replications, seed: seed,
      scenario: plan.map { scenario.staffed(levers, heads: $0.heads) } ?? scenario)
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

  /// What plans score with callers that the search does not meet.
  private func scored(_ plans: [[Int]], _ replications: Int, _ counter: RunCounter) -> [StaffingSize.Scored] {
    zip(plans, results(plans, seed: seed &+ 1, replications, counter)).map { heads, result in
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
