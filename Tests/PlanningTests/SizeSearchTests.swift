import Testing
import Watchroom

@testable import Planning

/// The search by itself, on functions whose cheapest plans can be found by trying all.
@Suite struct SizeSearchTests {
  private func lever(_ name: String, cost: Double, limits: ClosedRange<Int> = 0...30) -> StaffLever {
    StaffLever(
      owner: .team(0), name: name, shift: 0, shiftName: name, weekday: nil, isOfHolidays: false, limits: limits,
      present: 0...0, hasMinimum: false, costPerHead: cost, tours: 1)
  }

  /// A target's slack under a plan: concave in every head, as a service level is near its target.
  private struct Concave {
    /// By target and lever, how much heads help, and how fast that wears off.
    var weights: [[Double]]
    var goals: [Double]

    func slacks(_ plan: [Int]) -> [Double] {
      zip(weights, goals).map { weights, goal in
        zip(weights, plan).reduce(-goal) { $0 + $1.0 * (1 - PortableMath.exp(-Double($1.1) / 8)) }
      }
    }
  }

  private func cheapest(_ levers: [StaffLever], _ function: Concave) -> Double {
    var best = Double.infinity
    func visit(_ plan: [Int], _ cost: Double) {
      // More heads never hurt: what does not do with all the rest at their most never will.
      let most = plan + levers[plan.count...].map(\.limits.upperBound)
      guard cost < best, function.slacks(most).allSatisfy({ $0 >= 0 }) else { return }
      if plan.count == levers.count {
        best = cost
        return
      }
      let lever = levers[plan.count]
      for count in lever.limits { visit(plan + [count], cost + lever.costPerHead * Double(count)) }
    }
    visit([], 0)
    return best
  }

  @Test(arguments: 0..<12)
  func findsTheCheapestPlanOfConcaveTargets(number: Int) throws {
    var stream = RandomKey(seed: 11).derived(UInt64(number)).stream(1)
    let levers = (0..<4).map { lever("\($0)", cost: 1 + (stream.uniform() * 4).rounded()) }
    let function = Concave(
      weights: (0..<2).map { _ in levers.map { _ in stream.uniform() < 0.25 ? 0 : stream.uniform() } },
      goals: [0.6 + stream.uniform() * 0.5, 0.4 + stream.uniform() * 0.5])
    let best = cheapest(levers, function)
    var search = SizeSearch(levers: levers, targetCount: 2, fine: 2, near: 2, evidence: 2) { plans, count in
      plans.map { plan in function.slacks(plan).map { Array(repeating: $0, count: count) } }
    }
    let start = [3, 3, 3, 3]
    let answer = search.cheapest(from: start)
    guard best.isFinite else {
      #expect(answer == nil)
      return
    }
    let found = try #require(answer)
    #expect(function.slacks(found).allSatisfy { $0 >= 0 })
    #expect(levers.cost(found) <= best * 1.000001, "\(found) costs \(levers.cost(found)), the cheapest \(best)")
  }

  @Test func limitsAreKept() throws {
    let levers = [lever("a", cost: 1, limits: 4...6), lever("b", cost: 5), lever("c", cost: 1, limits: 2...2)]
    let function = Concave(weights: [[1, 1, 1]], goals: [1.4])
    var search = SizeSearch(levers: levers, targetCount: 1, fine: 2, near: 2, evidence: 2) { plans, count in
      plans.map { plan in function.slacks(plan).map { Array(repeating: $0, count: count) } }
    }
    let answer = search.cheapest(from: [0, 0, 0])
    let found = try #require(answer)
    #expect(found[0] == 6 && found[2] == 2)
    #expect(function.slacks(found)[0] >= 0)
    #expect(function.slacks([6, found[1] - 1, 2])[0] < 0)
  }

  @Test func whatCannotBeReachedIsNotFound() {
    let levers = [lever("a", cost: 1, limits: 0...5)]
    var search = SizeSearch(levers: levers, targetCount: 1, fine: 2, near: 2, evidence: 2) { plans, count in
      plans.map { plan in [Array(repeating: Double(plan[0]) - 9, count: count)] }
    }
    let found = search.cheapest(from: [2])
    #expect(found == nil)
  }

  @Test func chanceIsAllowedFor() throws {
    // The mean is 0 at ten heads, but it swings by 1: a margin of two standard errors takes two heads more.
    let levers = [lever("a", cost: 1)]
    var search = SizeSearch(levers: levers, targetCount: 1, fine: 16, near: 4, evidence: 4) { plans, count in
      plans.map { plan in [(0..<count).map { Double(plan[0]) - 10 + ($0 % 2 == 0 ? 1 : -1) }] }
    }
    let answer = search.cheapest(from: [10])
    let found = try #require(answer)
    #expect(found == [12])
  }

  /// Where nobody answers, a model knows little of what many heads do together: its proposals fail by more than the centre, and
  /// a search that moved there would go from one such plan to another.
  @Test(arguments: [2.0, 3], [4.0, 5, 6])
  func aStartFarFromEnoughLeadsUp(first: Double, second: Double) throws {
    // Three shifts of a team of the first channel, of one of both, and a cheap shift of the second channel alone.
    let levers = (0..<7).map { lever("\($0)", cost: $0 == 6 ? 5 : 8, limits: 0...200) }
    func level(_ heads: Double, _ load: Double) -> Double { 1 / (1 + PortableMath.exp(0.7 * (load - heads))) }
    func slacks(_ plan: [Int]) -> [Double] {
      var levels = [0.0, 0.0]
      for shift in 0..<3 {
        let (own, both) = (Double(plan[shift]), Double(plan[shift + 3]))
        levels[0] += level(own + 0.9 * both, first) / 3
        let helpers = shift == 1 ? 0.5 * Double(plan[6]) : 0
        levels[1] += level(both - max(0, first - own) + helpers, second) / 3
      }
      return levels.map { $0 - 0.9 }
    }
    var search = SizeSearch(levers: levers, targetCount: 2, fine: 2, near: 2, evidence: 2) { plans, count in
      plans.map { plan in slacks(plan).map { Array(repeating: $0, count: count) } }
    }
    let answer = search.cheapest(from: [4, 5, 4, 0, 0, 0, 5])
    let found = try #require(answer)
    #expect(slacks(found).allSatisfy { $0 >= 0 })
    #expect(search.samples.plansTried < 200, "\(search.samples.plansTried)")
  }
}
