/// The cheapest plan near a centre that a model takes to meet every target with a margin, by branch and bound.
///
/// Levers that share no target are independent, and each such group is searched by itself. Within a group, levers are
/// decided one after another; a branch is left when even the most that the others could add misses a target, or when the
/// least they must cost (the fractional knapsack of the hardest target alone, a bound because steps are concave) makes it
/// dearer than the best found.
struct HeadSearch {
  private let model: HeadModel
  private let levers: [StaffLever]
  private let centre: [Int]
  private let reach: Double
  private let margins: [Double]
  /// Plans known to fail.
  private let failures: [FailedPlan]

  /// The most nodes looked at for one group; with the best found until then it is content.
  private static let mostNodes = 400_000

  /// A search of the plans that are within `reach` of a centre, a share of the farthest.
  init(
    _ model: HeadModel, _ levers: [StaffLever], centre: [Int], reach: Double, margins: [Double], failures: [FailedPlan]
  ) {
    self.model = model
    self.levers = levers
    self.centre = centre
    self.reach = reach
    self.margins = margins
    self.failures = failures
  }

  /// How far a plan may be from a centre with so many heads of a lever: where there are many, one counts for less.
  static func radius(_ heads: Int, reach: Double) -> Int { max(1, Int(Double(max(4, heads / 5)) * reach)) }

  /// The plan; nil if none within reach is taken to meet every target.
  func cheapest() -> [Int]? {
    var plan = centre
    for group in groups {
      guard let heads = cheapest(group) else { return nil }
      for (lever, count) in zip(group.levers, heads) { plan[lever] = count }
    }
    return plan
  }

  /// A set of levers and the targets they move.
  private struct Group {
    var levers: [Int]
    var targets: [Int]
  }

  /// Levers connected by targets they both move. A lever that moves none has a group of its own.
  private var groups: [Group] {
    var groups: [Group] = []
    for lever in levers.indices {
      let targets = margins.indices.filter { target in
        let step = model.steps[lever][target]
        return abs(step.up) > 1e-7 || abs(step.down) > 1e-7
      }
      var joined = Group(levers: [lever], targets: targets)
      groups.removeAll { group in
        guard !Set(group.targets).isDisjoint(with: targets) else { return false }
        joined.levers = group.levers + joined.levers
        joined.targets = Array(Set(joined.targets).union(group.targets))
        return true
      }
      joined.levers.sort()
      joined.targets.sort()
      groups.append(joined)
    }
    return groups
  }

  private func choices(_ lever: Int) -> ClosedRange<Int> {
    let limits = levers[lever].limits
    let radius = Self.radius(centre[lever], reach: reach)
    let low = max(limits.lowerBound, centre[lever] - radius)
    return low...max(low, min(limits.upperBound, centre[lever] + radius))
  }

  private func cheapest(_ group: Group) -> [Int]? {
    var tree = HeadTree(
      levers: group.levers.map { lever in
        let range = choices(lever)
        return HeadTree.Lever(
          choices: range, cost: levers[lever].costPerHead,
          changes: group.targets.map { target in
            range.map { model.change(lever, by: $0 - centre[lever], of: target) }
          })
      },
      needs: group.targets.map { margins[$0] - model.slacks[$0] }, mostNodes: Self.mostNodes,
      // All levers that move the target missed are in this group, so that heads elsewhere made no difference.
      failures: failures.filter { !$0.missed.isDisjoint(with: group.targets) }.map { failure in
        group.levers.map { failure.heads[$0] }
      })
    return tree.search()
  }
}
