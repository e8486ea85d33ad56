import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

/// Waiting lists so long that a place in them is not looked for one by one.
@Suite struct LongListTests {
  /// Hundreds wait, and others join anywhere among them: from appointments, from another grade, and as their unit is taken
  /// away. Each stands where it opened.
  @Test(arguments: 0..<3)
  func whoJoinsInTheMiddleStandsWhereItOpened(seed: UInt64) throws {
    let plan = Plan(backlog(seed))
    let replayed = Simulation(plan: plan, seed: seed, replication: 0)
    var joined = 0
    var longest = 0
    for (index, event) in run(plan, seed: seed).enumerated() {
      replayed.world.pointee.evolve(event)
      if event.kind == .incidentRegraded || event.kind == .unitDiverted { joined += 1 }
      longest = max(longest, (0..<6).reduce(0) { max($0, Int(replayed.world.pointee.response.queues[$1].count)) })
      if index % 16 > 0 { continue }
      let violations = replayed.world.pointee.violations()
      try #require(violations.isEmpty, "event \(index), \(event): \(violations)")
    }
    // Otherwise nothing was looked for in another way.
    #expect(joined > 200 && longest > 300, "\(joined) joined, \(longest) waited")
    let lists = replayed.world.pointee.response.places.count { !$0.members.isEmpty }
    #expect(lists > 1, "only \(lists) lists were looked through")
  }

  /// Two units for hundreds of incidents.
  private func backlog(_ seed: UInt64) -> Scenario {
    var dice = Dice(seed ^ 0x1157)
    let grades = [
      Town.grade("P1") {
        $0.appointment = .exponential(mean: 9_000)
        $0.preempts = ["P2", "P3"]
      },
      Town.grade("P2") {
        $0.regrade = .init(to: "P3", share: 0.8, after: .exponential(mean: 9_000))
        $0.preempts = ["P3"]
      },
      Town.grade("P3"),
    ]
    let incidents = (0..<1_500).map { _ in
      Town.incident(at: Double(dice.below(4_000)) * 10, dice.pick(["P1", "P2", "P3"]))
    }
    var response = Town.response(
      grades, units: [(0, 86_000), (0, 86_000)], incidents.sorted { $0.time < $1.time })
    response.hubs[0].diary = Town.tours([(60, 86_000)])
    var scenario = handMade([])
    scenario.response = response
    return scenario
  }
}
