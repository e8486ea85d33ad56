import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

/// As ``ReplayTests``, of worlds with incidents and units.
@Suite struct ResponseReplayTests {
  /// Equal after each event, not only at the end.
  @Test func theReplayedWorldEqualsTheWorldThatRanAfterEveryEvent() throws {
    for seed in 0..<UInt64(3) {
      let plan = Plan(randomResponse(seed))
      let events = Array(run(plan).prefix(150))
      let replayed = Simulation(plan: plan, seed: 1, replication: 0)
      for (index, event) in events.enumerated() {
        replayed.world.pointee.evolve(event)
        // The world of a run that has been taken up is the one it was cut from, and not that of any other seed.
        let resumed = Simulation(plan: plan, seed: 1, replication: 0, resuming: makeLog(events[...index]))
        try #require(resumed.world.pointee.dump() == replayed.world.pointee.dump(), "scenario \(seed), event \(index)")
      }
    }
  }

  @Test func theReplayedWorldEqualsTheWorldThatRan() throws {
    for seed in 100..<UInt64(120) {
      let plan = Plan(randomResponse(seed))
      var live = Simulation(plan: plan, seed: 3, replication: 2)
      let replayed = Simulation(plan: plan, seed: 3, replication: 2)
      while live.advance({ block in
        for index in block.indices { replayed.world.pointee.evolve(block[index]) }
      }) {}
      try #require(live.world.pointee.dump() == replayed.world.pointee.dump(), "scenario \(seed)")
    }
  }

  /// The dump must tell worlds apart, or the tests above could not fail.
  @Test func everyEventChangesTheDumpOfTheWorld() throws {
    for seed in [2, 7] as [UInt64] {
      let plan = Plan(randomResponse(seed))
      let simulation = Simulation(plan: plan, seed: 1, replication: 0)
      var last = simulation.world.pointee.dump()
      for event in run(plan).prefix(300) {
        simulation.world.pointee.evolve(event)
        let dump = simulation.world.pointee.dump()
        try #require(dump != last, "\(event)")
        last = dump
      }
    }
  }

  @Test(arguments: [1, 4, 6, 11])
  func everyCutOfAShortRunResumesToTheSameRest(seed: UInt64) throws {
    let plan = Plan(randomResponse(seed))
    let whole = run(plan)
    for cut in 0...min(whole.count, 80) { try requireSameRest(whole, cut, plan, "scenario \(seed)") }
  }

  /// Mostly cuts between two events of one instant, which are the hardest.
  @Test(arguments: 0..<6)
  func randomCutsOfManyRunsResumeToTheSameRest(share: UInt64) throws {
    var dice = Dice(share)
    for seed in 400 + share * 6..<406 + share * 6 {
      let plan = Plan(randomResponse(seed))
      let whole = run(plan)
      let within = whole.indices.dropFirst().filter {
        whole[$0].time == whole[$0 - 1].time && whole[$0].rawKind >= 13 && !(32..<40).contains(whole[$0].rawKind)
      }
      var cuts = (0..<2).map { _ in dice.below(whole.count + 1) } + [whole.count]
      if !within.isEmpty { cuts += (0..<5).map { _ in dice.pick(Array(within)) } }
      for cut in cuts { try requireSameRest(whole, cut, plan, "scenario \(seed)") }
    }
  }

  /// Another plan with as many channels, teams, hubs, grades and logs is taken up: the world is sound after every event,
  /// time goes on, and who had opened or was on duty is still there.
  @Test func aForkFollowsTheOtherPlanFromWhereItIs() throws {
    var dice = Dice(77)
    for seed in 500..<UInt64(530) {
      let base = randomResponse(seed)
      let whole = run(base)
      let cut = dice.below(whole.count)
      let plan = Plan(otherPlan(base))
      var forked = Simulation(plan: plan, seed: 1, replication: 0, resuming: makeLog(whole[..<cut]))
      let atFork = forked.world.pointee.violations()
      try #require(atFork.isEmpty, "scenario \(seed), cut \(cut): \(atFork)")
      let future = rest(of: &forked)
      let times = future.map(\.time)
      try #require(
        times == times.sorted() && (whole[..<cut].last?.time ?? 0) <= times.first ?? .max, "scenario \(seed)")
      let replayed = Simulation(plan: plan, seed: 1, replication: 0, resuming: makeLog(whole[..<cut]))
      for (index, event) in future.enumerated().prefix(120) {
        replayed.world.pointee.evolve(event)
        let violations = replayed.world.pointee.violations()
        try #require(violations.isEmpty, "scenario \(seed), cut \(cut), event \(index), \(event): \(violations)")
      }
      let logged = { (events: [Event]) in
        events.filter { $0.kind == .incidentLogged }.map { [UInt64($0.time), $0.word1 >> 32, $0.word2] }
      }
      try #require(logged(whole[..<cut] + future) == logged(whole), "scenario \(seed): other incidents were logged")
    }
  }

  /// The same public, another force: units, desk, policy and grades' rules changed.
  private func otherPlan(_ base: Scenario) -> Scenario {
    var scenario = base
    guard var response = base.response else { return base }
    for hub in response.hubs.indices { response.hubs[hub].officers = always(2 + hub) }
    response.policy = response.policy == .nearestTime ? .nearestHub : .nearestTime
    response.singleCrewed = 0.5
    response.dispatchers?.takes = .constant(20)
    response.dispatchers?.staff = always(2)
    response.travel.matrix = []
    for grade in response.grades.indices {
      response.grades[grade].leavesFree = 0
      response.grades[grade].preempts = response.grades.dropFirst(grade + 1).map(\.id)
      response.grades[grade].preemptsAtScene = []
      response.grades[grade].scene = .exponential(mean: 600)
    }
    scenario.response = response
    return scenario
  }
}
