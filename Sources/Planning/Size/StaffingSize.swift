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
  /// The seed of the search; the evidence is of the next one.
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
  private static let near = 24
  /// How often the evidence may prove the search wrong before it stands as it is.
  private static let mostReturns = 4

  /// A sizer that simulates with `seed`, the evidence with the one after it in so many `replications`.
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
  /// - Parameter progress: is told what is being done, and of how many simulations since the beginning; on any thread.
  public func size(progress: (@Sendable (_ runs: Int) -> Void)? = nil) -> StaffingSize {
    let counter = RunCounter(progress)
    var search = SizeSearch(
      levers: levers, targetCount: targets.count, fine: replications, near: min(Self.near, replications)
    ) { plans, count in
      self.results(plans, seed: seed, count, counter).map { result in
        targets.map { target in (result.values(of: target.metric) ?? []).map(target.pairedSlack) }
      }
    }
    let formulas = ErlangStaffing.allCases.map { ($0.rawValue, $0.heads(levers, in: scenario)) }
    var start = formulas[formulas.count - 1].1
    var plan: StaffingSize.Scored?
    for _ in 0...Self.mostReturns {
      guard let found = search.cheapest(from: start) else { break }
      let checked = scored([found], counter)[0]
      plan = checked
      if checked.passes { break }
      // With other callers it falls short of a target by so much: more is asked of the search.
      for index in targets.indices where checked.verdicts[index] != .pass {
        let value = checked.values[index]
        search.extra[index] += max(0, (value.halfWidth ?? 0) - targets[index].slack(value.mean)) * 1.1 + 1e-6
      }
      start = found
    }
    if let found = plan, !found.passes, !found.meets { plan = nil }

    let rivals = [("as it is", levers.map(\.present))] + formulas
    let neighbours = plan.map { plan in levers.indices.compactMap { neighbour(of: plan.heads, $0) } } ?? []
    let all = scored(rivals.map(\.1) + neighbours, counter)
    var left = all.dropFirst(rivals.count)
    let oneFewer = levers.indices.map { lever in
      plan.flatMap { neighbour(of: $0.heads, lever) } == nil ? nil : left.popFirst()
    }
    return StaffingSize(
      levers: levers, targets: targets, plan: plan, oneFewer: oneFewer,
      rivals: zip(rivals, all).map { StaffingSize.Rival(name: $0.0, scored: $1) }, plansTried: search.plansTried,
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

  /// What plans score with callers of the next seed.
  private func scored(_ plans: [[Int]], _ counter: RunCounter) -> [StaffingSize.Scored] {
    zip(plans, results(plans, seed: seed &+ 1, replications, counter)).map { heads, result in
      let values = targets.map { result.estimate($0.metric) ?? Estimate(mean: .nan) }
      return StaffingSize.Scored(
        heads: heads, cost: zip(levers, heads).reduce(0) { $0 + $1.0.costPerHead * Double($1.1) }, values: values,
        verdicts: zip(targets, values).map { $1.mean.isNaN ? .pass : Verdict(on: $1, $0.bound) },
        meets: zip(targets, values).allSatisfy { $0.slack($1.mean) >= 0 })
    }
  }
}

extension SizingTarget {
  /// The slack of one replication, which unlike ``slack(_:)`` stays undefined where the figure is.
  fileprivate func pairedSlack(_ value: Double) -> Double { value.isNaN ? .nan : slack(value) }
}
