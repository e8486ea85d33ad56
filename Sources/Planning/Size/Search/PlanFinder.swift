/// Finds a plan that passes, from more than one place if need be.
///
/// The search begins at the heads a formula would have. Where it ends with nothing, which says little of other places, the
/// heads that there are and twice as many, which should do if any do, are tried as they stand; from the first that passes the
/// search begins again, and what it begins at is the plan if it finds none once more.
struct PlanFinder {
  let scorer: PlanScorer
  let refinement: PlanRefinement

  /// The fewest heads that a lever has more where there are twice as many.
  private static let leastMore = 10

  /// What was found: a plan that passes, or else what more heads do.
  struct Finding {
    var plan: StaffingSize.Scored?
    var shortfall: StaffingSize.Shortfall?
  }

  /// Searches by `search` from the heads of a formula on.
  func find(by search: inout SizeSearch, from formula: [Int]) -> Finding {
    func plan(from start: [Int]) -> StaffingSize.Scored? { search.cheapest(from: start).flatMap(refinement.climb) }
    if let plan = plan(from: formula) { return Finding(plan: plan) }
    let levers = scorer.levers
    let present = zip(levers, formula).map { lever, heads in
      lever.limits.nearest(to: lever.present?.upperBound ?? heads)
    }
    let fewer = zip(levers, zip(present, formula)).map { lever, heads in lever.limits.nearest(to: max(heads.0, heads.1))
    }
    let most = zip(levers, fewer).map { lever, heads in
      lever.limits.nearest(to: max(2 * heads, heads + Self.leastMore))
    }
    let scores = scorer.scored([present, fewer, most], refinement.replications)
    for (start, score) in zip([present, fewer, most], scores) where score.passes {
      return Finding(plan: plan(from: start) ?? score)
    }
    return Finding(shortfall: StaffingSize.Shortfall(fewer: scores[1], most: scores[2]))
  }
}

extension ClosedRange<Int> {
  /// The number within that is nearest to another.
  fileprivate func nearest(to number: Int) -> Int { Swift.min(Swift.max(number, lowerBound), upperBound) }
}
