import Testing
import Watchroom

@testable import Planning

/// Exchanges of heads by themselves, on functions of which everything is known.
@Suite struct PlanExchangesTests {
  private static func lever(
    _ name: String, shift: Int = 0, weekday: Int? = nil, cost: Double = 1, limits: ClosedRange<Int> = 0...30
  ) -> StaffLever {
    StaffLever(
      owner: .team(0), name: name, shift: shift, shiftName: name, weekday: weekday, isOfHolidays: false, limits: limits,
      present: 0...0, hasMinimum: false, costPerHead: cost, tours: 1)
  }

  private static func exchanges(
    _ levers: [StaffLever], _ simulate: @escaping (_ plans: [[Int]], _ replications: Int) -> [PlanSamples.Slacks]
  ) -> PlanExchanges {
    PlanExchanges(levers: levers, replications: 40, samples: PlanSamples(simulate: simulate))
  }

  private static func level(_ heads: Int) -> Double { 1 - PortableMath.exp(-Double(heads) / 4) }

  /// By day contact handlers only; by night emergency handlers, who take 999 alone, and contact handlers, who take both.
  private static func slacks(_ plan: [Int]) -> [Double] {
    let (day, emergency, night) = (plan[0], plan[1], plan[2])
    let urgent = level(day) + level(emergency + night) - level(10) - level(4) + 0.03
    let other = level(day) + level(night) - level(10) - level(2) + 0.01
    return [urgent, other]
  }

  @Test func whoTakesEverythingTakesThePlaceOfWhoTakesOneThing() {
    let levers = [
      Self.lever("contact day", limits: 9...30), Self.lever("emergency night", shift: 1),
      Self.lever("contact night", shift: 1),
    ]
    let plan = [10, 2, 2]
    // No head can be spared, and heads added up promise nothing of an exchange.
    func change(_ heads: [Int]) -> Double { Self.slacks(heads)[0] - Self.slacks(plan)[0] }
    for fewer in [[9, 2, 2], [10, 1, 2], [10, 2, 1]] { #expect(Self.slacks(fewer).contains { $0 < 0 }) }
    #expect(Self.slacks(plan)[0] + change([9, 2, 2]) + change([10, 1, 2]) + change([10, 2, 3]) < 0)
    var exchanges = Self.exchanges(levers) { plans, count in
      plans.map { plan in Self.slacks(plan).map { Array(repeating: $0, count: count) } }
    }
    let proposals = exchanges.proposals(around: plan)
    // Found by the exchange; and a pair from there on, which does as well.
    #expect(Set(proposals) == [[9, 1, 3], [9, 0, 4]])
    let holds = exchanges.holds([9, 1, 3])
    #expect(holds && Self.slacks([9, 1, 3]).allSatisfy { $0 >= 0 })
  }

  /// Of plans that cost the same, those that keep better to the target that is met worst, and no dearer or cheaper ones.
  @Test func betterPlansOfTheSameCostAreProposed() {
    let levers = [Self.lever("first"), Self.lever("second"), Self.lever("dear", cost: 2)]
    var exchanges = Self.exchanges(levers) { plans, count in
      plans.map { plan in
        [Double(plan[0] - 3), Double(plan[1] - 3)].map { slack in (0..<count).map { slack + Double($0 % 2) / 100 } }
      }
    }
    let lopsided = exchanges.equals(around: [3, 7, 2])
    #expect(lopsided == [[4, 6, 2]])
    let balanced = exchanges.equals(around: [5, 5, 2])
    #expect(balanced == [])
  }

  @Test func aCheaperHeadTakesTheDearersPlace() {
    let levers = [Self.lever("dear", cost: 5), Self.lever("cheap", cost: 4)]
    var exchanges = Self.exchanges(levers) { plans, count in
      plans.map { plan in [Array(repeating: Double(plan[0] + plan[1] - 6), count: count)] }
    }
    let down = exchanges.proposals(around: [3, 3])
    #expect(down == [[0, 6], [1, 5], [2, 4]])
    let none = exchanges.proposals(around: [0, 6])
    #expect(none == [])
  }

  /// What a few replications promise by chance, many of them do not keep.
  @Test func chanceIsNoReasonToBelieve() {
    let levers = [Self.lever("a"), Self.lever("b")]
    var exchanges = Self.exchanges(levers) { plans, count in
      plans.map { plan in [(0..<count).map { Double(plan[0] + 2 * plan[1] - 6) + ($0 < 36 ? 0.4 : -30) }] }
    }
    // As good as the plan, which itself does not hold beyond doubt.
    let proposals = exchanges.proposals(around: [2, 2])
    #expect(proposals.isEmpty)
    let holds = exchanges.holds([0, 3])
    #expect(!holds)
  }

  /// Half a thousand levers have a hundred million exchanges.
  @Test func manyLeversTakeNoMorePlansThanAFewTimesTheirNumber() {
    let levers = (0..<300).map { Self.lever("\($0)", shift: $0 / 2 % 6, weekday: $0 / 12 % 7) }
    var tried = 0
    var longest = 0
    var exchanges = Self.exchanges(levers) { plans, count in
      tried += plans.count
      longest = max(longest, plans.count)
      // All are worth the same, so that nothing with fewer heads holds; but nothing is far from it.
      return plans.map { plan in
        [(0..<count).map { Double(plan.reduce(0, +) - 600) + 0.9 + ($0 % 2 == 0 ? 30 : -30) }]
      }
    }
    let proposals = exchanges.proposals(around: Array(repeating: 2, count: levers.count))
    #expect(proposals.count <= PlanExchanges.mostProposed)
    let rounds = (2 + PlanExchanges.mostSteps) * PlanExchanges.mostTried + PlanExchanges.mostLikely
    #expect(tried <= 1 + 2 * levers.count + rounds)
    #expect(longest <= 2 * levers.count + 1)
  }

  /// What is let go on the way was never among the best: the same plans are simulated, in the same order.
  @Test func howManyPairsAreHeldDoesNotShow() {
    let levers = (0..<30).map {
      Self.lever("\($0)", shift: $0 % 3, weekday: $0 % 7, cost: Double(4 + $0 % 5), limits: 0...6)
    }
    /// What heads of a lever are worth: many are worth the same, so that there are ties.
    let worth = (0..<30).map { Double(4 + $0 * 7 % 4) }
    func tried(holding mostHeld: Int) -> (plans: [[Int]], proposals: [[Int]]) {
      var tried: [[Int]] = []
      var exchanges = Self.exchanges(levers) { plans, count in
        tried += plans
        return plans.map { plan in
          let slack = zip(plan, worth).reduce(0.5) { $0 + Double($1.0 - 2) * $1.1 }
          return [(0..<count).map { slack + ($0 % 2 == 0 ? 1.2 : -1.2) }]
        }
      }
      exchanges.mostHeld = mostHeld
      let proposals = exchanges.proposals(around: Array(repeating: 2, count: levers.count))
      return (tried, proposals)
    }
    let (few, all) = (tried(holding: 1), tried(holding: .max))
    #expect(few.plans == all.plans && few.proposals == all.proposals)
    #expect(!all.proposals.isEmpty && all.plans.count > 3 * PlanExchanges.mostTried)
  }
}
