/// Looks for the cheapest heads that meet all targets, by asking a simulation about plan after plan.
///
/// **Method.** Cutting planes in the spirit of J. Atlason, M. Epelman and S. Henderson, "Call center staffing with
/// simulation and cutting plane methods", Annals of Operations Research 127 (2004), made local. Around a centre every lever
/// is tried with one head more and one fewer, with the same callers; a concave model is made of that (``HeadModel``), and
/// the cheapest plan it takes to meet every target is found exactly (``HeadSearch``) and simulated. If that plan fails, it
/// and everything with no more heads anywhere is ruled out, the model is lowered by what it promised too much, and asked
/// again; if it holds, it is the next centre. The end is where the model knows of nothing cheaper that was not simulated and
/// found to fail: so every plan with one head fewer has been simulated, and so has every exchange that promised well.
///
/// **Noise.** All plans meet the same callers. A centre is simulated many times (`fine`), its neighbours a few (`near`), and
/// what is believed of a neighbour is the centre's mean plus the mean paired difference: nearly as certain as if it had been
/// simulated as often itself. The margin kept to every target is the half-width that the evidence will have.
struct SizeSearch {
  /// By target, the slack of each replication, not a number where undefined.
  typealias Slacks = [[Double]]

  let levers: [StaffLever]
  let targetCount: Int
  /// Simulates plans with the same callers, the first so many replications.
  let simulate: (_ plans: [[Int]], _ replications: Int) -> [Slacks]
  /// How often a centre is simulated, how often its neighbours, and how often a plan will be in the end.
  let fine: Int
  let near: Int
  let evidence: Int
  /// How far a proposal may be from its centre, in heads of one lever.
  static let radius = 4
  /// The most centres, and the most proposals that may fail before another centre is taken.
  private static let mostCentres = 24
  private static let mostFailures = 8

  private var known: [[Int]: Slacks] = [:]
  private var failures: [FailedPlan] = []
  /// How many plans were simulated.
  private(set) var plansTried = 0

  init(
    levers: [StaffLever], targetCount: Int, fine: Int, near: Int, evidence: Int,
    simulate: @escaping (_ plans: [[Int]], _ replications: Int) -> [Slacks]
  ) {
    self.levers = levers
    self.targetCount = targetCount
    self.fine = fine
    self.near = near
    self.evidence = evidence
    self.simulate = simulate
  }

  /// What the heads cost.
  func cost(_ plan: [Int]) -> Double { zip(levers, plan).reduce(0) { $0 + $1.0.costPerHead * Double($1.1) } }

  /// The cheapest plan found, from `start` on; nil if none was found to meet all targets.
  mutating func cheapest(from start: [Int]) -> [Int]? {
    failures = []
    var centre = zip(levers, start).map { min(max($1, $0.limits.lowerBound), $0.limits.upperBound) }
    var best: [Int]?
    for _ in 0..<Self.mostCentres {
      let isRough = best == nil && isFarOff(centre)
      learn([centre], isRough ? near : fine)
      let margins = isRough ? Array(repeating: 0, count: targetCount) : halfWidths(centre, of: evidence)
      let slacks = means(centre, nil)
      let missed = missed(slacks, margins)
      if missed.isEmpty {
        if best.map({ cost(centre) < cost($0) - 1e-9 }) ?? true { best = centre }
      } else if !isRough {
        failures.append(FailedPlan(heads: centre, missed: missed))
      }
      guard let next = proposal(around: centre, slacks, margins, best: best) else {
        // From a failed centre nothing better is in sight; the best centre so far may still know something.
        guard let best, best != centre else { return best }
        centre = best
        continue
      }
      if next == centre { return best }
      centre = next
    }
    return best
  }

  /// Whether the first few replications put a plan so far from a target that more of them would be wasted.
  private mutating func isFarOff(_ plan: [Int]) -> Bool {
    learn([plan], near)
    let widths = halfWidths(plan, of: near)
    return zip(means(plan, near), widths).contains { $0 < -3 * $1 }
  }

  /// The next centre: the cheapest plan in reach that the model, and then a simulation, takes to meet all targets. Nil if
  /// there is none that is cheaper than the best; the centre itself if it is the cheapest.
  private mutating func proposal(
    around centre: [Int], _ slacks: [Double], _ margins: [Double], best: [Int]?
  ) -> [Int]? {
    let model = model(around: centre, slacks)
    var margins = margins
    for _ in 0..<Self.mostFailures {
      let search = HeadSearch(
        model, levers, centre: centre, margins: margins, radius: Self.radius, failures: failures)
      guard let plan = search.cheapest() else { return best == nil ? uphill(centre, model, slacks, margins) : nil }
      if plan == centre { return centre }
      if let best, cost(plan) > cost(best) - 1e-9 { return nil }
      learn([plan], near)
      let actual = means(plan, near, relativeTo: centre, slacks)
      let missed = missed(actual, margins)
      if missed.isEmpty { return plan }
      failures.append(FailedPlan(heads: plan, missed: missed))
      // While no plan is known to hold, where the model was wrong is the better place to ask from.
      if best == nil { return plan }
      for target in missed {
        let promised = levers.indices.reduce(slacks[target]) {
          $0 + model.change($1, by: plan[$1] - centre[$1], of: target)
        }
        margins[target] += max(0, promised - actual[target]) / 2
      }
    }
    return nil
  }

  /// A plan with more heads wherever these help a target that is missed.
  private func uphill(_ centre: [Int], _ model: HeadModel, _ slacks: [Double], _ margins: [Double]) -> [Int]? {
    let short = slacks.indices.filter { slacks[$0] < margins[$0] }
    let plan = levers.indices.map { lever in
      let helps = short.contains { model.steps[lever][$0].up > 1e-4 || -model.steps[lever][$0].down > 1e-4 }
      let step = max(Self.radius, centre[lever] / 4)
      return min(centre[lever] + (helps ? step : 0), levers[lever].limits.upperBound)
    }
    return plan == centre ? nil : plan
  }

  private mutating func model(around centre: [Int], _ slacks: [Double]) -> HeadModel {
    func neighbour(_ lever: Int, _ step: Int) -> [Int]? {
      var plan = centre
      plan[lever] += step
      return levers[lever].limits.contains(plan[lever]) ? plan : nil
    }
    learn(levers.indices.flatMap { lever in [1, -1].compactMap { neighbour(lever, $0) } }, near)
    let steps = levers.indices.map { lever -> [(up: Double, down: Double)] in
      let up = neighbour(lever, 1).map { means($0, near, relativeTo: centre, slacks) } ?? slacks
      let down = neighbour(lever, -1).map { means($0, near, relativeTo: centre, slacks) } ?? slacks
      return (0..<targetCount).map { target in
        let change = (up[target] - slacks[target], down[target] - slacks[target])
        return (change.0.isFinite ? change.0 : 0, change.1.isFinite ? change.1 : 0)
      }
    }
    return HeadModel(slacks: slacks, steps: steps)
  }

  private func missed(_ slacks: [Double], _ margins: [Double]) -> Set<Int> {
    Set(slacks.indices.filter { slacks[$0] < margins[$0] - 1e-12 })
  }

  /// Makes sure that plans have been simulated so often.
  private mutating func learn(_ plans: [[Int]], _ replications: Int) {
    let new = plans.filter { (known[$0]?.first?.count ?? 0) < replications }
    guard !new.isEmpty else { return }
    plansTried += new.count { known[$0] == nil }
    for (plan, slacks) in zip(new, simulate(new, replications)) { known[plan] = slacks }
  }

  /// By target, the mean slack of the first replications, or of all there are.
  private func means(_ plan: [Int], _ first: Int?) -> [Double] {
    (known[plan] ?? []).map { slacks in
      let defined = slacks.prefix(first ?? slacks.count).filter { !$0.isNaN }
      return defined.isEmpty ? .infinity : defined.reduce(0, +) / Double(defined.count)
    }
  }

  /// By target, what is believed of a plan's slack by its paired difference from the centre, whose slacks are known better.
  private func means(_ plan: [Int], _ first: Int, relativeTo centre: [Int], _ slacks: [Double]) -> [Double] {
    guard (known[plan]?.first?.count ?? 0) <= first else { return means(plan, nil) }
    return (0..<targetCount).map { target in
      let pairs = zip(known[plan]?[target] ?? [], known[centre]?[target] ?? []).filter { !$0.isNaN && !$1.isNaN }
      guard !pairs.isEmpty else { return slacks[target] }
      return slacks[target] + pairs.reduce(0) { $0 + ($1.0 - $1.1) } / Double(pairs.count)
    }
  }

  /// By target, the half-width that the mean slack of so many replications has: two standard errors.
  private func halfWidths(_ plan: [Int], of replications: Int) -> [Double] {
    (known[plan] ?? []).map { slacks in
      let defined = slacks.filter { !$0.isNaN }
      guard defined.count > 1 else { return 0 }
      let mean = defined.reduce(0, +) / Double(defined.count)
      let squares = defined.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return 2 * (squares / Double(defined.count - 1) / Double(replications)).squareRoot()
    }
  }
}
