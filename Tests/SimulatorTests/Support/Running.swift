import ContactCentre
import Simulator

/// All events of one run.
func run(_ scenario: Scenario, seed: UInt64 = 1, replication: Int = 0) -> [Event] {
  run(Plan(scenario), seed: seed, replication: replication)
}

/// All events of one run.
func run(_ plan: Plan, seed: UInt64 = 1, replication: Int = 0) -> [Event] {
  var simulation = Simulation(plan: plan, seed: seed, replication: replication)
  return rest(of: &simulation)
}

/// All events of a run from where it is.
func rest(of simulation: inout Simulation) -> [Event] {
  var events: [Event] = []
  while simulation.advance({ block in
    for index in block.indices { events.append(block[index]) }
  }) {}
  return events
}
