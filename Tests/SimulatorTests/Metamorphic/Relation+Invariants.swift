import ContactCentre
import DiscreteEvents

@testable import Simulator

// Not changes of a scenario, but asked of as many random ones.
extension Relation {
  /// After every event the world has no violations, and as many contacts are there as have come and not gone.
  static let invariants = Relation(name: "the world is sound after every event") { seed in
    let plan = Plan(randomCentre(seed))
    let replayed = Simulation(plan: plan, seed: 1, replication: 0)
    var gone = 0
    var finding = Finding(events: 0)
    for event in run(plan) {
      replayed.world.pointee.evolve(event)
      finding.events += 1
      gone += departures(event, plan)
      var problems = replayed.world.pointee.violations().map { "\($0)" }
      let live = replayed.world.pointee.contacts.live.count
      if Int(replayed.world.pointee.contactsNumbered) != gone + live {
        problems.append("\(live) contacts, \(gone) gone")
      }
      if problems.isEmpty { continue }
      finding.problem = "after event \(finding.events - 1), \(story([event])[0]): \(problems)"
      break
    }
    return finding
  }

  /// How many contacts an event sees off.
  private static func departures(_ event: Event, _ plan: Plan) -> Int {
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
