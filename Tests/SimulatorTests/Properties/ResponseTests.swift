import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

@Suite struct ResponseTests {
  @Test(arguments: 0..<8)
  func theWorldIsSoundAfterEveryEvent(share: UInt64) throws {
    for seed in share * 9..<share * 9 + 9 {
      let plan = Plan(randomResponse(seed))
      let replayed = Simulation(plan: plan, seed: 1, replication: 0)
      for (index, event) in run(plan).enumerated() {
        replayed.world.pointee.evolve(event)
        let violations = replayed.world.pointee.violations()
        try #require(violations.isEmpty, "scenario \(seed), event \(index), \(event): \(violations)")
      }
    }
  }

  /// A property of events that never happen is no property at all.
  @Test func randomResponsesMakeEveryKindOfEventHappenManyTimes() {
    var seen: [EventKind: Int] = [:]
    for seed in 0..<UInt64(100) {
      for event in run(randomResponse(seed)) {
        if let kind = event.kind { seen[kind, default: 0] += 1 }
      }
    }
    let others: ClosedRange<UInt8> = 24...31
    for kind in EventKind.allCases where !others.contains(kind.rawValue) && kind != .breakPostponed {
      #expect(seen[kind, default: 0] > 100, "\(kind): \(seen[kind, default: 0])")
    }
  }
}
