import Testing

@testable import Planning

@Suite struct HeadTreeTests {
  /// Three levers, the dearest in the middle, each of whose heads adds less than the one before.
  private static let levers = [
    HeadTree.Lever(choices: 0...4, cost: 10, changes: [[0, 1, 1.9, 2.7, 3.4], [0, 0.5, 0.9, 1.2, 1.4]]),
    HeadTree.Lever(choices: 1...3, cost: 30, changes: [[0, 2.5, 4.5], [0, 3.1, 5.7]]),
    HeadTree.Lever(choices: 2...5, cost: 20, changes: [[0, 1.7, 3.1, 4.2], [0, 0.2, 0.3, 0.35]]),
  ]

  /// Every choice of heads that meets the needs, the cheapest first.
  private static func plans(meeting needs: [Double]) -> [(heads: [Int], cost: Double)] {
    var plans: [(heads: [Int], cost: Double)] = []
    for one in levers[0].choices {
      for two in levers[1].choices {
        for three in levers[2].choices {
          let heads = [one, two, three]
          let sums = needs.indices.map { need in
            zip(levers, heads).reduce(0) { $0 + $1.0.changes[need][$1.1 - $1.0.choices.lowerBound] }
          }
          guard zip(sums, needs).allSatisfy({ $0 >= $1 }) else { continue }
          plans.append((heads, zip(levers, heads).reduce(0) { $0 + $1.0.cost * Double($1.1) }))
        }
      }
    }
    return plans.sorted { $0.cost < $1.cost }
  }

  private static func search(_ needs: [Double], failures: [[Int]] = []) -> [Int]? {
    var tree = HeadTree(levers: levers, needs: needs, mostNodes: 10_000, failures: failures)
    return tree.search()
  }

  private static func cost(_ heads: [Int]) -> Double { zip(levers, heads).reduce(0) { $0 + $1.0.cost * Double($1.1) } }

  /// Found among all there are; and each lever's heads are in its own place, whichever is decided first.
  @Test(arguments: [[1, 1], [3.2, 0.9], [6.1, 3.3], [8.4, 5.9], [0.4, 6.4]])
  func theCheapestIsFound(needs: [Double]) throws {
    let plans = Self.plans(meeting: needs)
    let heads = try #require(Self.search(needs))
    #expect(plans.contains { $0.heads == heads })
    #expect(Self.cost(heads) == plans[0].cost)
  }

  @Test func whatHasNoMoreHeadsThanAFailureIsPassedOver() throws {
    let needs = [3.2, 0.9]
    let first = try #require(Self.search(needs))
    let second = try #require(Self.search(needs, failures: [first]))
    #expect(zip(second, first).contains { $0 > $1 })
    let others = Self.plans(meeting: needs).filter { plan in zip(plan.heads, first).contains { $0 > $1 } }
    #expect(Self.cost(second) == others[0].cost)
  }

  @Test func whatCannotBeMetHasNoPlan() {
    #expect(Self.search([12.2, 0]) == nil)
  }
}
