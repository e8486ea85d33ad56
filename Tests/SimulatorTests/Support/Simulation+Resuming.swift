import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

extension Simulation {
  /// A run taken up where `log`, the beginning of its events, leaves off: folded event by event, without a snapshot.
  ///
  /// `log` may have been made by another plan with as many channels and teams: then what is past stays past, who is at
  /// work stays there, and what comes is this plan's.
  init(plan: Plan, seed: UInt64, replication: Int, resuming log: borrowing EventLog) {
    self.init(plan: plan, seed: seed, replication: replication)
    log.forEachBlock { events in
      for index in events.indices { world.pointee.evolve(events[index]) }
    }
    seekSources()
  }
}

/// That a run of `plan` taken up after `cut` of its events, which are all of `whole`, goes on as it did.
func requireSameRest(_ whole: [Event], _ cut: Int, _ plan: Plan, _ name: String) throws {
  var resumed = Simulation(plan: plan, seed: 1, replication: 0, resuming: makeLog(whole[..<cut]))
  let isSame = rest(of: &resumed) == Array(whole[cut...])
  try #require(isSame, "\(name), cut after \(cut) of \(whole.count) events")
}
