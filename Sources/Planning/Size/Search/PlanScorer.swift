import ContactCentre
import Experiments
import Metrics

/// Simulates plans, and says what they score and cost.
struct PlanScorer {
  /// The scenario, with the prices by which plans are compared.
  let scenario: Scenario
  let levers: [StaffLever]
  let targets: [SizingTarget]
  /// The seed of the callers that the search meets.
  let seed: UInt64
  let jobs: Int?
  let counter: RunCounter

  /// By plan and target, the slack of each replication, with callers that the search meets.
  func slacks(_ plans: [[Int]], _ replications: Int) -> [PlanSamples.Slacks] {
    results(plans, seed: seed, replications).map { result in
      targets.map { target in (result.values(of: target.metric) ?? []).map(target.pairedSlack) }
    }
  }

  /// Callers that the search does not meet. The raw values say of which seed after the search's they are.
  enum Callers: UInt64 {
    /// Those by whom heads are added, taken away and exchanged.
    case ofRefinement = 1
    /// Those who have no part in any choice.
    case ofConfirmation = 2

    /// Their seed, where that of the search is `seed`.
    func seed(after seed: UInt64) -> UInt64 { seed &+ rawValue }
  }

  /// What plans score with callers that the search does not meet.
  func scored(
    _ plans: [[Int?]], _ replications: Int, by callers: Callers = .ofRefinement
  ) -> [StaffingSize.Scored] {
    zip(plans, results(plans, seed: callers.seed(after: seed), replications)).map { heads, result in
      let values = targets.map { result.estimate($0.metric) ?? Estimate(mean: .nan) }
      return StaffingSize.Scored(
        heads: heads, cost: result.estimate("cost.total") ?? Estimate(mean: .nan), values: values,
        verdicts: zip(targets, values).map { target, value in
          if value.mean.isNaN { return target.isMetByNothing ? .pass : .fail }
          return Verdict(on: value, target.bound, isShare: target.figure.unit == .share)
        },
        meets: zip(targets, values).allSatisfy { $0.isMet(by: $1.mean) }, hoursMissed: hoursMissed(result, values))
    }
  }

  /// In how many hours of the day a channel misses the share that it must have over the measured days, or a target of that
  /// hour is missed, of which `values` are the figures; nil if no channel must, and where every hour is a target itself.
  private func hoursMissed(_ result: ExperimentResult, _ values: [Estimate]) -> Int? {
    let shares = scenario.sizedShares
    if shares.isEmpty || scenario.sizingTerms.reach == .hourly { return nil }
    return (0..<24).count { hour in
      zip(targets, values).contains { $0.hour == hour && !$0.isMet(by: $1.mean) }
        || shares.contains { channel, share in
          // Where nobody called the level is not a number, and misses nothing.
          result.estimate(channel.shareInTime(inHour: hour)).map { Rounding.isBelow($0.mean, share) } ?? false
        }
    }
  }

  private func results(_ plans: [[Int?]], seed: UInt64, _ replications: Int) -> [ExperimentResult] {
    let experiments = plans.map {
      Experiment(plan: Plan(scenario.staffed(levers, heads: $0)), seed: seed, replications: replications)
    }
    return Experiment.run(experiments, jobs: jobs) { _, _ in counter.count() }
  }
}

extension SizingTarget {
  /// The slack of one replication, which says nothing of the mean where there was nothing to be met.
  fileprivate func pairedSlack(_ value: Double) -> Double { value.isNaN && isMetByNothing ? .nan : slack(value) }
}
