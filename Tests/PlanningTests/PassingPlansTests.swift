import Experiments
import Synchronization
import Testing
import Watchroom

@testable import Planning

@Suite struct PassingPlansTests {
  /// The plans that were made, by number, as long as they are there.
  private final class Made: Sendable {
    private struct Entry {
      let number: Int
      weak var plan: Plan?
    }

    private let entries = Mutex<[Entry]>([])

    func make(_ number: Int) -> Plan {
      let plan = Plan(ErlangStaffingTests.scenario())
      entries.withLock { $0.append(Entry(number: number, plan: plan)) }
      return plan
    }

    var numbers: [Int] { entries.withLock { $0.map(\.number) } }
    var alive: [Int] { entries.withLock { $0.filter { $0.plan != nil }.map(\.number) } }
  }

  @Test func aPlanIsThereFromItsFirstUseToItsLast() {
    let made = Made()
    let plans = PassingPlans(count: 3, uses: 2, make: made.make)
    #expect(plans.count == 3 && made.numbers == [])
    let first = ObjectIdentifier(plans.take(1))
    #expect(made.alive == [1])
    #expect(ObjectIdentifier(plans.take(1)) == first)
    #expect(made.numbers == [1] && made.alive == [])
    _ = plans.take(0)
    #expect(made.numbers == [1, 0] && made.alive == [0])
  }

  @Test(arguments: [1, 3])
  func thereAreNeverMorePlansThanJobsAndOne(jobs: Int) {
    let made = Made()
    let plans = PassingPlans(count: 40, uses: 3, make: made.make)
    let alive = parallelMap(count: 120, jobs: jobs) { run in
      withExtendedLifetime(plans.take(run / 3)) { made.alive.count }
    }
    #expect((1...jobs + 1).contains(alive.max() ?? 0), "\(alive)")
    #expect(made.numbers.sorted() == Array(0..<40) && made.alive == [])
  }
}
