/// Plans that have been simulated, all with the same callers: what is known of them, and how surely.
struct PlanSamples {
  /// By target, the slack of each replication, not a number where undefined.
  typealias Slacks = [[Double]]

  /// Simulates plans with the same callers, the first so many replications.
  private let simulate: (_ plans: [[Int]], _ replications: Int) -> [Slacks]
  private var known: [[Int]: Slacks] = [:]
  /// How many plans were simulated.
  private(set) var plansTried = 0

  /// Nothing known yet.
  init(simulate: @escaping (_ plans: [[Int]], _ replications: Int) -> [Slacks]) { self.simulate = simulate }

  /// Makes sure that plans have been simulated so often.
  mutating func learn(_ plans: [[Int]], _ replications: Int) {
    let new = plans.filter { (known[$0]?.first?.count ?? 0) < replications }
    guard !new.isEmpty else { return }
    plansTried += new.count { known[$0] == nil }
    for (plan, slacks) in zip(new, simulate(new, replications)) { known[plan] = slacks }
  }

  /// By target, the mean slack of the first replications, or of all there are.
  func means(_ plan: [Int], _ first: Int?) -> [Double] {
    (known[plan] ?? []).map { slacks in
      let defined = slacks.prefix(first ?? slacks.count).filter { !$0.isNaN }
      return defined.isEmpty ? .infinity : defined.reduce(0, +) / Double(defined.count)
    }
  }

  /// By target, what is believed of a plan's slack by its paired difference from the centre, whose slacks are known better.
  func believed(_ plan: [Int], around centre: [Int], _ slacks: [Double]) -> [Double] {
    zip(slacks, differences(plan, from: centre)).map { $0 + $1.mean }
  }

  /// By target, the mean paired difference of a plan's slack from another's, and the standard error of that; 0 where the two
  /// have no replication in common in which there was something to be met.
  func differences(_ plan: [Int], from centre: [Int]) -> [(mean: Double, error: Double)] {
    zip(known[plan] ?? [], known[centre] ?? []).map { slacks, others in
      let pairs = zip(slacks, others).filter { !$0.isNaN && !$1.isNaN }.map { $0 - $1 }
      guard !pairs.isEmpty else { return (0, 0) }
      let mean = pairs.reduce(0, +) / Double(pairs.count)
      guard pairs.count > 1 else { return (mean, 0) }
      let squares = pairs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, (squares / Double(pairs.count - 1) / Double(pairs.count)).squareRoot())
    }
  }

  /// By target, the half-width that the mean slack of so many replications has: two standard errors.
  func halfWidths(_ plan: [Int], of replications: Int) -> [Double] {
    (known[plan] ?? []).map { slacks in
      let defined = slacks.filter { !$0.isNaN }
      guard defined.count > 1 else { return 0 }
      let mean = defined.reduce(0, +) / Double(defined.count)
      let squares = defined.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return 2 * (squares / Double(defined.count - 1) / Double(replications)).squareRoot()
    }
  }
}
