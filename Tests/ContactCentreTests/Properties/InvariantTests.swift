import DiscreteEvents
import Testing

@testable import ContactCentre

@Suite struct InvariantTests {
  @Test(arguments: 0..<8)
  func theWorldIsSoundAfterEveryEvent(share: UInt64) throws {
    for seed in share * 9..<share * 9 + 9 {
      let plan = Plan(randomCentre(seed))
      let replayed = Simulation(plan: plan, seed: 1, replication: 0)
      var gone = 0
      for (index, event) in run(plan).enumerated() {
        replayed.world.pointee.evolve(event)
        gone += departures(event, plan)
        let violations = replayed.world.pointee.violations()
        try #require(violations.isEmpty, "scenario \(seed), event \(index), \(event): \(violations)")
        let live = replayed.world.pointee.contacts.live.count
        try #require(Int(replayed.world.pointee.contactsNumbered) == gone + live, "scenario \(seed), event \(index)")
      }
    }
  }

  /// How many contacts an event sees off.
  private func departures(_ event: Event, _ plan: Plan) -> Int {
    switch event.kind {
    // Who redials comes as a contact of their own, and the one who gave up is gone.
    case .contactContained, .wrapUpEnded, .contactRedialled: 1
    case .handlingEnded: event.value == 0 ? 1 : 0
    case .contactAbandoned: event.detail == 0 ? 1 : 0
    case .redialScheduled: event.time + Milliseconds(event.value) >= plan.windowEnd ? 1 : 0
    default: 0
    }
  }
}
