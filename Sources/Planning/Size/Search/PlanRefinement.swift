import Experiments

/// Brings a plan that a search found to where it passes with callers the search did not meet, and just so.
struct PlanRefinement {
  let scorer: PlanScorer
  /// How often a plan is simulated before it is believed.
  let replications: Int

  /// How often plans are simulated to tell which may be worth that.
  static let near = 30
  /// The most heads that are added to what the search found.
  private static let mostSteps = 60
  /// The most rounds of exchanges, and the most of those that cost nothing.
  private static let mostRounds = 24
  private static let mostEqualRounds = 8

  private var levers: [StaffLever] { scorer.levers }
  private var targets: [SizingTarget] { scorer.targets }

  /// A plan with a head more, or fewer, of one lever.
  private struct Move {
    let lever: Int
    let step: Int
    let heads: [Int?]
  }

  /// The plan with a head more or fewer of a lever; nil where there may not be.
  private func move(_ heads: [Int?], _ lever: Int, by step: Int) -> Move? {
    guard let count = heads[lever], levers[lever].limits.contains(count + step) else { return nil }
    var moved = heads
    moved[lever] = count + step
    return Move(lever: lever, step: step, heads: moved)
  }

  /// The plan with one head fewer of a lever; nil where there may not be fewer.
  func oneFewer(_ heads: [Int?], _ lever: Int) -> [Int?]? { move(heads, lever, by: -1)?.heads }

  /// The first plan that passes on the way up from `heads`: always the head more that closes most of the gap for its cost.
  func climb(from heads: [Int]) -> StaffingSize.Scored? {
    var plan = scorer.scored([heads], replications)[0]
    for _ in 0..<Self.mostSteps where !plan.passes {
      let moves = levers.indices.compactMap { move(plan.heads, $0, by: 1) }
      // A few replications are enough to tell which helps most, as all plans meet the same callers.
      let scores = scorer.scored([plan.heads] + moves.map(\.heads), min(Self.near, replications))
      let gains = zip(moves, scores.dropFirst()).map { move, score in
        targets.indices.filter { plan.verdicts[$0] != .pass }.reduce(0) { gain, target in
          let gap = (plan.values[target].halfWidth ?? 0) - targets[target].slack(plan.values[target].mean)
          let step =
            targets[target].slack(score.values[target].mean) - targets[target].slack(scores[0].values[target].mean)
          return gain + max(0, min(gap, step))
        } / max(levers[move.lever].costPerHead, 1e-9)
      }
      guard let best = gains.indices.max(by: { gains[$0] < gains[$1] }), gains[best] > 0 else { return nil }
      plan = scorer.scored([moves[best].heads], replications)[0]
    }
    return plan.passes ? plan : nil
  }

  /// What becomes of `plan` when heads are taken away one by one for as long as it passes, where most is saved first.
  ///
  /// Where a minimum brings in others on overtime, a head fewer may cost more than it saves and a head more less: what it
  /// saves is then what the simulated cost says, and both are tried.
  func descent(from plan: StaffingSize.Scored) -> StaffingSize.Scored {
    var plan = plan
    let backed = levers.indices.filter { levers[$0].hasMinimum }
    // A lever that could not spare a head before cannot when there are fewer elsewhere.
    var open = Array(levers.indices)
    while true {
      let moves =
        open.compactMap { move(plan.heads, $0, by: -1) } + backed.compactMap { move(plan.heads, $0, by: 1) }
      // A few replications tell which may pass, as all plans meet the same callers.
      let scores = scorer.scored([plan.heads] + moves.map(\.heads), min(2 * Self.near, replications))
      let likely = zip(moves, scores.dropFirst()).map { move, score in
        (move: move, saving: saving(move, from: scores[0], to: score), spare: spare(plan, like: scores[0], score))
      }
      .filter { $0.spare >= 0 && $0.saving > 0 }.sorted { ($0.saving, $0.spare) > ($1.saving, $1.spare) }
      let next = likely.lazy.map { (move: $0.move, score: scorer.scored([$0.move.heads], replications)[0]) }
        .first { $0.score.passes && saving($0.move, from: plan, to: $0.score) > 0 }
      guard let next else { return plan }
      plan = next.score
      let spared = likely.map(\.move).filter { $0.step < 0 }
      open = next.move.step > 0 ? Array(levers.indices) : spared.map(\.lever).sorted()
    }
  }

  /// What becomes of `plan` when heads are exchanged for fewer or cheaper ones as long as the plan that makes passes and costs
  /// less; and are taken away again in between.
  ///
  /// Each exchange costs less than the plan before; after ``mostRounds`` the plan is left as it is.
  func exchange(from plan: StaffingSize.Scored, by exchanges: inout PlanExchanges) -> StaffingSize.Scored {
    var plan = plan
    for _ in 0..<Self.mostRounds {
      guard let next = cheaper(than: plan, by: &exchanges) else { break }
      plan = descent(from: next)
    }
    return plan
  }

  /// The first plan proposed that holds with the callers of the search, passes with others and costs less.
  private func cheaper(
    than plan: StaffingSize.Scored, by exchanges: inout PlanExchanges
  ) -> StaffingSize.Scored? {
    for proposal in exchanges.proposals(around: plan.heads.compactMap(\.self)) where exchanges.holds(proposal) {
      let score = scorer.scored([proposal], replications)[0]
      if score.passes, score.cost.mean < plan.cost.mean - 1e-9 { return score }
    }
    return nil
  }

  /// What becomes of `plan` when heads are exchanged for others that cost the same as long as the target that is met worst is
  /// met better for it. Of plans that cost the same a search finds any; this is a good one of them, though the best only of
  /// those that lie near. Where heads can be spared after that, cheaper plans are looked for again.
  func balance(from plan: StaffingSize.Scored, by exchanges: inout PlanExchanges) -> StaffingSize.Scored {
    var plan = plan
    for _ in 0..<Self.mostEqualRounds {
      guard let next = better(than: plan, by: &exchanges) else { break }
      plan = exchange(from: descent(from: next), by: &exchanges)
    }
    return plan
  }

  /// Of the plans proposed that pass with callers the search did not meet and cost no more, the one that holds best with them,
  /// if it holds better than `plan`.
  private func better(
    than plan: StaffingSize.Scored, by exchanges: inout PlanExchanges
  ) -> StaffingSize.Scored? {
    let proposals = exchanges.equals(around: plan.heads.compactMap(\.self))
    // Where overtime fills shifts, heads that cost the same need not cost the same in the end.
    let isCertain = !levers.contains(where: \.hasMinimum)
    return scorer.scored(proposals, replications)
      .filter { $0.passes && (isCertain || $0.cost.mean <= plan.cost.mean + 1e-9) && margin($0) > margin(plan) }
      .max { margin($0) < margin($1) }
  }

  /// By how many half-widths a plan keeps to the target that it is worst at.
  private func margin(_ plan: StaffingSize.Scored) -> Double {
    targets.indices.map { target in
      let slack = targets[target].slack(plan.values[target].mean)
      return slack.isFinite ? slack / max(plan.values[target].halfWidth ?? 0, 1e-9) : .infinity
    }.min() ?? .infinity
  }

  /// What a move saves: the heads' own cost, of which chance takes no part, unless overtime comes into it.
  private func saving(_ move: Move, from plan: StaffingSize.Scored, to other: StaffingSize.Scored) -> Double {
    levers[move.lever].hasMinimum
      ? plan.cost.mean - other.cost.mean : -Double(move.step) * levers[move.lever].costPerHead
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
}
