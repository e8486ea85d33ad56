/// The tree of all heads of some levers, searched for the cheapest that meets some needs.
struct HeadTree {
  struct Lever {
    /// The heads it may have.
    let choices: ClosedRange<Int>
    /// What a head costs.
    let cost: Double
    /// By need, what each choice adds to it.
    let changes: [[Double]]
  }

  /// The dearest first, as the tree decides them; of equally dear ones in the order they were given.
  private let levers: [Lever]
  /// By place in ``levers``, where the lever stood when it was given.
  private let order: [Int]
  private let needs: [Double]
  /// Heads of these levers that fail, together with anything that has no more of any.
  private let failures: [[Int]]
  private var nodesLeft: Int
  /// By lever and need, the most that it and those after it can add.
  private var most: [[Double]] = []
  /// By lever and need, the steps of it and those after it, best value first: what is gained and paid so far.
  private var curves: [[[(gain: Double, cost: Double)]]] = []
  /// By lever and need, what it and those after it add with the fewest heads; by lever, what these cost.
  private var base: [[Double]] = []
  private var baseCost: [Double] = []
  private var best: (cost: Double, slack: Double, heads: [Int])?
  private var heads: [Int] = []

  init(levers: [Lever], needs: [Double], mostNodes: Int, failures: [[Int]]) {
    // The choice of the dearest tells most about what is left to pay: of random trees, a third of the nodes is left to visit.
    let order = levers.indices.sorted { (levers[$1].cost, $0) < (levers[$0].cost, $1) }
    let levers = order.map { levers[$0] }
    self.order = order
    self.levers = levers
    self.needs = needs
    self.failures = failures.map { failure in order.map { failure[$0] } }
    nodesLeft = mostNodes
    for first in 0...levers.count {
      let rest = levers[first...]
      most.append(needs.indices.map { need in rest.reduce(0) { $0 + ($1.changes[need].max() ?? 0) } })
      base.append(needs.indices.map { need in rest.reduce(0) { $0 + ($1.changes[need].first ?? 0) } })
      baseCost.append(rest.reduce(0) { $0 + $1.cost * Double($1.choices.lowerBound) })
      curves.append(needs.indices.map { Self.curve(rest, need: $0) })
    }
  }

  /// Steps up from the fewest heads, those that gain most for their cost first, summed up.
  private static func curve(_ levers: ArraySlice<Lever>, need: Int) -> [(gain: Double, cost: Double)] {
    let steps = levers.flatMap { lever in
      zip(lever.changes[need], lever.changes[need].dropFirst()).map { (gain: $1 - $0, cost: lever.cost) }
    }.filter { $0.gain > 0 }
    var sum = (gain: 0.0, cost: 0.0)
    return steps.sorted { $0.gain * max($1.cost, 1e-9) > $1.gain * max($0.cost, 1e-9) }.map { step in
      sum = (sum.gain + step.gain, sum.cost + step.cost)
      return sum
    }
  }

  /// The cheapest heads that meet all needs; of equally cheap ones those that exceed their tightest need by most. Nil if
  /// there are none. In the order the levers were given.
  mutating func search() -> [Int]? {
    heads = levers.map(\.choices.lowerBound)
    visit(0, added: Array(repeating: 0, count: needs.count), cost: 0)
    return best.map { best in
      var heads = best.heads
      for (place, lever) in order.enumerated() { heads[lever] = best.heads[place] }
      return heads
    }
  }

  private mutating func visit(_ depth: Int, added: [Double], cost: Double) {
    guard nodesLeft > 0 else { return }
    nodesLeft -= 1
    guard let bound = leastCost(depth, added) else { return }
    if let best, cost + bound > best.cost + 1e-9 { return }
    guard depth < levers.count else { return accept(added, cost) }
    let lever = levers[depth]
    for (place, count) in lever.choices.enumerated() {
      heads[depth] = count
      var sums = added
      for need in needs.indices { sums[need] += lever.changes[need][place] }
      visit(depth + 1, added: sums, cost: cost + lever.cost * Double(count))
    }
  }

  private mutating func accept(_ added: [Double], _ cost: Double) {
    let slack = zip(added, needs).map { $0 - $1 }.min() ?? 0
    if let best, cost > best.cost - 1e-9, slack <= best.slack { return }
    let isRuledOut = failures.contains { failure in zip(heads, failure).allSatisfy { $0 <= $1 } }
    if !isRuledOut { best = (cost, slack, heads) }
  }

  /// The least that the levers from `depth` on must cost for all needs to be met after `added`; nil if that cannot be.
  private func leastCost(_ depth: Int, _ added: [Double]) -> Double? {
    var least = 0.0
    for need in needs.indices {
      let missing = needs[need] - added[need]
      if most[depth][need] < missing - 1e-12 { return nil }
      let left = missing - base[depth][need]
      guard left > 0 else { continue }
      let curve = curves[depth][need]
      var before = (gain: 0.0, cost: 0.0)
      var price = Double.infinity
      // Binary search for the step within which enough is gained.
      var (low, high) = (0, curve.count)
      while low < high {
        let middle = (low + high) / 2
        if curve[middle].gain < left { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before = curve[low - 1] }
      if low < curve.count {
        let share = (left - before.gain) / (curve[low].gain - before.gain)
        price = before.cost + share * (curve[low].cost - before.cost)
      } else {
        // Steps down of others may be worth more than all steps up; then there is no bound from this need.
        price = 0
      }
      least = max(least, price)
    }
    return baseCost[depth] + least
  }
}
