import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

@Suite struct PreemptionTests {
  /// Once an instant is over, no incident waits for its first unit while a unit of a grade it pre-empts is on its way and
  /// a dispatcher is ready, or none is needed. `Tools/exact` asks the same of 10,000 worlds.
  @Test(arguments: 0..<4)
  func nobodyWaitsWhileAUnitCouldBeDiverted(share: UInt64) throws {
    var waiting = 0
    var diverted = 0
    for seed in share * 60..<share * 60 + 60 {
      let plan = Plan(skirmish(seed))
      let replayed = Simulation(plan: plan, seed: seed, replication: 0)
      let events = run(plan, seed: seed)
      for (index, event) in events.enumerated() {
        replayed.world.pointee.evolve(event)
        if event.kind == .unitDiverted { diverted += 1 }
        if index + 1 < events.count, events[index + 1].time == event.time { continue }
        let left = leftWaiting(replayed.world, plan)
        waiting += left.waiting
        try #require(left.wronged.isEmpty, "world \(seed), event \(index): \(left.wronged)")
      }
    }
    // Otherwise there would have been nothing to see.
    #expect(waiting > 200 && diverted > 50, "\(waiting) waits, \(diverted) diversions")
  }

  /// How many incidents wait for their first unit, and which of them could have one.
  private func leftWaiting(_ world: UnsafePointer<World>, _ plan: Plan) -> (waiting: Int, wronged: [UInt32]) {
    guard let response = plan.scenario.response else { return (0, []) }
    let incidents = world.pointee.response.incidents.live.filter {
      $0.state == .open && $0.wantsUnit && $0.unit == noUnit
    }
    let onTheWay = Set(world.pointee.response.units.onDuty.filter(\.pointee.isDivertible).map { Int($0.pointee.grade) })
    let desk = plan.scenario.teams.count
    var hasDispatcher = response.dispatchers == nil
    for position in 0..<world.pointee.handlers.count {
      let handler = world.pointee.handlers[UInt16(position)].pointee
      if handler.state == .working, Int(handler.team) == desk, handler.load == 0 { hasDispatcher = true }
    }
    let wronged = incidents.filter { incident in
      hasDispatcher
        && onTheWay.contains { response.grades[Int(incident.grade)].preempts.contains(response.grades[$0].id) }
    }
    return (incidents.count, wronged.map(\.number))
  }

  /// Two hours of too few units for too many incidents of three grades.
  private func skirmish(_ seed: UInt64) -> Scenario {
    var dice = Dice(seed ^ 0x5EED)
    let names = ["P1", "P2", "P3"]
    let grades = names.indices.map { number in
      Town.grade(names[number], scene: Double(60 + dice.below(900))) { grade in
        grade.preempts = names.dropFirst(number + 1).filter { _ in dice.chance(0.7) }
        grade.preemptsAtScene = names.dropFirst(number + 1).filter { _ in dice.chance(0.2) }
        grade.units = dice.pick([[1], [0.5, 0.5]])
        grade.leavesFree = dice.pick([0, 0, 1])
      }
    }
    let incidents = (0..<14).map { _ in
      Town.incident(
        at: Double(dice.below(720)) * 10, dice.pick(names),
        Location(latitude: 52.48 + 0.01 * Double(dice.below(5)), longitude: -1.9 + 0.02 * Double(dice.below(6))))
    }
    let tours = (0..<1 + dice.below(4)).map { _ in (Double(dice.below(40)) * 60, Double(60 + dice.below(60)) * 60) }
    var response = Town.response(grades, units: tours, incidents.sorted { $0.time < $1.time })
    if dice.chance(0.5) {
      response.dispatchers = DispatchDesk(staff: Town.tours([(0, 6_000)]), takes: .constant(Double(dice.below(4)) * 30))
    }
    var scenario = handMade([])
    scenario.response = response
    return scenario
  }
}
