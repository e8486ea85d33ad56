/// Looks for the cheapest heads that meet all targets, by asking a simulation about plan after plan.
///
/// **Method.** Cutting planes in the spirit of J. Atlason, M. Epelman and S. Henderson, "Call center staffing with
/// simulation and cutting plane methods", Annals of Operations Research 127 (2004), made local. Around a centre every lever
/// is tried with one head more and one fewer, with the same callers; a concave model is made of that (``HeadModel``), and
/// the cheapest plan it takes to meet every target is found exactly (``HeadSearch``) and simulated. If that plan fails, it
/// and everything with no more heads anywhere is ruled out, the model is lowered by what it promised too much, and asked
/// again; if it holds, it is the next centre. The end is where the model knows of nothing cheaper that was not simulated and
/// found to fail: so every plan with one head fewer has been simulated. What the model, which adds up what heads do, cannot
/// know of exchanges between them is left to ``PlanExchanges``.
///
/// **Noise.** All plans meet the same callers. A centre is simulated many times, its neighbours a few, and what is believed
/// of a neighbour is the centre's mean plus the mean paired difference: nearly as certain as if it had been simulated as
/// often itself. The margin kept to every target is the half-width that the evidence will have. The way from a first guess
/// is found with few simulations, and only where it ends are there more.
struct SizeSearch {
  let levers: [StaffLever]
  let targetCount: Int
  /// How often a plan will be simulated in the end.
  let evidence: Int
  /// How often a centre is simulated, how often its neighbours, and how often a centre that failed may lead back to the best.
  private struct Effort {
    let centre: Int
    let near: Int
    let returns: Int
  }

  /// On the way, and where it ends.
  private let efforts: [Effort]
  /// The most centres of one effort.
  private static let mostCentres = 24
  /// How far from a centre plans are proposed, in shares of the farthest, and how many may fail before nearer ones are.
  private static let reaches = [1, 0.5, 0.25]
  private static let mostFailures = 4

  /// How often on the way.
  private static let roughCentre = 60
  private static let roughNear = 12

  /// What is known of the plans simulated.
  private(set) var samples: PlanSamples
  private var failures: [FailedPlan] = []

  /// A search that in the end simulates a centre `fine` times and its neighbours `near` times.
  init(
    levers: [StaffLever], targetCount: Int, fine: Int, near: Int, evidence: Int,
    simulate: @escaping (_ plans: [[Int]], _ replications: Int) -> [PlanSamples.Slacks]
  ) {
    self.levers = levers
    self.targetCount = targetCount
    efforts = [
      Effort(centre: min(fine, Self.roughCentre), near: min(near, Self.roughNear), returns: 0),
      Effort(centre: fine, near: near, returns: 3),
    ]
    self.evidence = evidence
    samples = PlanSamples(simulate: simulate)
  }

  /// The cheapest plan found, from `start` on; nil if none was found to meet all targets.
  mutating func cheapest(from start: [Int]) -> [Int]? {
    var centre = zip(levers, start).map { min(max($1, $0.limits.lowerBound), $0.limits.upperBound) }
    var best: [Int]?
    for effort in efforts {
      // What failed, or held, by few simulations need not by many.
      failures = []
      best = settle(&centre, effort)
      centre = best ?? centre
    }
    return best
  }

  /// Moves the centre until nothing cheaper is in sight; the cheapest that was found to meet all targets.
  private mutating func settle(_ centre: inout [Int], _ effort: Effort) -> [Int]? {
    var best: [Int]?
    var returns = 0
    for _ in 0..<Self.mostCentres {
      let isRough = best == nil && isFarOff(centre, effort)
      samples.learn([centre], isRough ? effort.near : effort.centre)
      let margins = isRough ? Array(repeating: 0, count: targetCount) : samples.halfWidths(centre, of: evidence)
      let slacks = samples.means(centre, nil)
      let missed = missed(slacks, margins)
      if missed.isEmpty {
        if best.map({ levers.cost(centre) < levers.cost($0) - 1e-9 }) ?? true { best = centre }
      } else if !isRough {
        failures.append(FailedPlan(heads: centre, missed: missed))
      }
      guard let next = proposal(around: centre, slacks, margins, best: best, effort) else {
        // From a failed centre nothing better is in sight; the best centre so far may still know something.
        guard let best, best != centre, returns < effort.returns else { return best }
        returns += 1
        centre = best
        continue
      }
      if next == centre { return best }
      centre = next
    }
    return best
  }

  /// Whether the first few replications put a plan so far from a target that more of them would be wasted.
  private mutating func isFarOff(_ plan: [Int], _ effort: Effort) -> Bool {
    samples.learn([plan], effort.near)
    let widths = samples.halfWidths(plan, of: effort.near)
    return zip(samples.means(plan, effort.near), widths).contains { $0 < -3 * $1 }
  }

  /// The next centre: the cheapest plan in reach that the model, and then a simulation, takes to meet all targets. Nil if
  /// there is none that is cheaper than the best; the centre itself if it is the cheapest.
  ///
  /// The farther from its centre, the less a model knows: where its proposals fail, it is asked for nearer ones.
  private mutating func proposal(
    around centre: [Int], _ slacks: [Double], _ margins: [Double], best: [Int]?, _ effort: Effort
  ) -> [Int]? {
    let model = model(around: centre, slacks, effort)
    for reach in Self.reaches {
      // What the model must promise: more wherever it promised too much.
      var promises = margins
      for _ in 0..<Self.mostFailures {
        let search = HeadSearch(model, levers, centre: centre, reach: reach, margins: promises, failures: failures)
        guard let plan = search.cheapest() else { break }
        if plan == centre {
          if promises == margins { return centre }
          break
        }
        if let best, levers.cost(plan) > levers.cost(best) - 1e-9 { break }
        samples.learn([plan], effort.near)
        let actual = samples.believed(plan, around: centre, slacks)
        let missed = missed(actual, margins)
        if missed.isEmpty { return plan }
        failures.append(FailedPlan(heads: plan, missed: missed))
        // While no plan is known to hold, a place nearer to holding is the better one to ask from; one farther off is not.
        if best == nil, shortfall(actual, margins, like: slacks) < shortfall(slacks, margins, like: slacks) {
          return plan
        }
        for target in missed {
          let promised = levers.indices.reduce(slacks[target]) {
            $0 + model.change($1, by: plan[$1] - centre[$1], of: target)
          }
          promises[target] += max(0, promised - actual[target]) / 2
        }
      }
    }
    return best == nil ? uphill(centre, model, slacks, margins) : nil
  }

  /// A plan with more heads wherever these help a target that is missed.
  private func uphill(_ centre: [Int], _ model: HeadModel, _ slacks: [Double], _ margins: [Double]) -> [Int]? {
    let short = slacks.indices.filter { slacks[$0] < margins[$0] }
    let plan = levers.indices.map { lever in
      let helps = short.contains { model.steps[lever][$0].up > 1e-4 || -model.steps[lever][$0].down > 1e-4 }
      let step = HeadSearch.radius(centre[lever], reach: 1)
      return min(centre[lever] + (helps ? step : 0), levers[lever].limits.upperBound)
    }
    return plan == centre ? nil : plan
  }

  private mutating func model(around centre: [Int], _ slacks: [Double], _ effort: Effort) -> HeadModel {
    func neighbour(_ lever: Int, _ step: Int) -> [Int]? {
      var plan = centre
      plan[lever] += step
      return levers[lever].limits.contains(plan[lever]) ? plan : nil
    }
    samples.learn(levers.indices.flatMap { lever in [1, -1].compactMap { neighbour(lever, $0) } }, effort.near)
    let steps = levers.indices.map { lever -> [(up: Double, down: Double)] in
      let up = neighbour(lever, 1).map { samples.believed($0, around: centre, slacks) } ?? slacks
      let down = neighbour(lever, -1).map { samples.believed($0, around: centre, slacks) } ?? slacks
      return (0..<targetCount).map { target in
        let change = (up[target] - slacks[target], down[target] - slacks[target])
        return (change.0.isFinite ? change.0 : 0, change.1.isFinite ? change.1 : 0)
      }
    }
    return HeadModel(slacks: slacks, steps: steps)
  }

  /// How far a plan is from meeting its targets in all, each measured by how far from it, or above it, a centre is.
  private func shortfall(_ slacks: [Double], _ margins: [Double], like centre: [Double]) -> Double {
    slacks.indices.reduce(0) { sum, target in
      let short = max(0, margins[target] - slacks[target])
      return short > 0 ? sum + short / max(abs(centre[target] - margins[target]), 1e-9) : sum
    }
  }

  private func missed(_ slacks: [Double], _ margins: [Double]) -> Set<Int> {
    Set(slacks.indices.filter { slacks[$0] < margins[$0] - 1e-12 })
  }
}
