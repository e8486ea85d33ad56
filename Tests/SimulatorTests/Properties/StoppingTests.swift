import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

/// `advance(before:)`.
@Suite struct StoppingTests {
  @Test func stoppingOnTheWayChangesNothing() throws {
    for seed in 0..<UInt64(24) {
      var dice = Dice(seed)
      let plan = Plan(randomCentre(seed))
      let whole = run(plan)
      // At random times, and where it is hardest: just before and just after something happens.
      let times = (0..<20).map { _ in dice.pick(whole).time + Milliseconds(dice.below(3)) }.sorted()
      var simulation = Simulation(plan: plan, seed: 1, replication: 0)
      var events: [Event] = []
      for time in times {
        while simulation.advance(
          before: time,
          { block in
            for index in block.indices { events.append(block[index]) }
          })
        {}
        try #require(events.count == whole.count { $0.time < time }, "scenario \(seed), before \(time)")
      }
      events += rest(of: &simulation)
      try #require(events == whole, "scenario \(seed)")
    }
  }

  @Test func aRunStopsAtItsEndWhateverTheTime() {
    let plan = Plan(randomCentre(3))
    var simulation = Simulation(plan: plan, seed: 1, replication: 0)
    var count = 0
    while simulation.advance(before: .max, { count += $0.count }) {}
    #expect(count == run(plan).count)
  }
}
