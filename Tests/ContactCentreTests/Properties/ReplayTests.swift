import DiscreteEvents
import Testing

@testable import ContactCentre

@Suite struct ReplayTests {
  @Test func theReplayedWorldEqualsTheWorldThatRan() throws {
    for seed in 0..<UInt64(40) {
      let plan = Plan(randomScenario(seed))
      var live = Simulation(plan: plan, seed: 3, replication: 2)
      let replayed = Simulation(plan: plan, seed: 3, replication: 2)
      while live.advance({ block in
        for index in block.indices { replayed.world.pointee.evolve(block[index]) }
      }) {}
      try #require(live.world.pointee.dump() == replayed.world.pointee.dump(), "scenario \(seed)")
    }
  }

  /// The dump must tell worlds apart, or the test above could not fail.
  @Test func everyEventChangesTheDumpOfTheWorld() throws {
    let plan = Plan(randomScenario(2))
    let simulation = Simulation(plan: plan, seed: 1, replication: 0)
    var last = simulation.world.pointee.dump()
    for event in run(plan).prefix(300) {
      simulation.world.pointee.evolve(event)
      let dump = simulation.world.pointee.dump()
      try #require(dump != last, "\(event)")
      last = dump
    }
  }

  @Test(arguments: [3, 5, 14, 23])
  func everyCutOfAShortRunResumesToTheSameRest(seed: UInt64) throws {
    let plan = Plan(randomScenario(seed))
    let whole = run(plan)
    for cut in 0...min(whole.count, 250) { try requireSameRest(whole, cut, plan, "scenario \(seed)") }
  }

  @Test(arguments: 0..<6)
  func randomCutsOfManyRunsResumeToTheSameRest(share: UInt64) throws {
    var dice = Dice(share)
    for seed in 100 + share * 10..<110 + share * 10 {
      let plan = Plan(randomScenario(seed))
      let whole = run(plan)
      // Where several things happen at one instant, a cut between them is the hardest.
      let within = whole.indices.dropFirst().filter { whole[$0].time == whole[$0 - 1].time }
      var cuts = (0..<3).map { _ in dice.below(whole.count + 1) } + [whole.count]
      if !within.isEmpty { cuts += (0..<3).map { _ in dice.pick(Array(within)) } }
      for cut in cuts { try requireSameRest(whole, cut, plan, "scenario \(seed)") }
    }
  }

  private func requireSameRest(_ whole: [Event], _ cut: Int, _ plan: Plan, _ name: String) throws {
    var resumed = Simulation(plan: plan, seed: 1, replication: 0, resuming: makeLog(whole[..<cut]))
    let isSame = rest(of: &resumed) == Array(whole[cut...])
    try #require(isSame, "\(name), cut after \(cut) of \(whole.count) events")
  }

  @Test func aRunIsTheSameWithAndWithoutALog() {
    for seed in 0..<UInt64(12) {
      let plan = Plan(randomScenario(seed))
      var simulation = Simulation(plan: plan, seed: 1, replication: 0)
      var log = EventLog()
      var handedOver: [Event] = []
      while simulation.advance(
        recordingIn: &log,
        { block in
          for index in block.indices { handedOver.append(block[index]) }
        })
      {}
      let plain = run(plan)
      #expect(handedOver == plain, "scenario \(seed)")
      #expect(log.events() == plain, "scenario \(seed)")
      #expect(log.count == plain.count)
    }
  }

  @Test func aFinishedRunStaysFinished() {
    let plan = Plan(randomScenario(1))
    var simulation = Simulation(plan: plan, seed: 1, replication: 0)
    while simulation.advance({ _ in }) {}
    let goesOn = simulation.advance { _ in Issue.record("events after the end") }
    #expect(!goesOn)
    let events = run(plan)
    var resumed = Simulation(plan: plan, seed: 1, replication: 0, resuming: makeLog(events))
    #expect(!resumed.advance { _ in Issue.record("events after the end") })
  }

  @Test func seedsAndReplicationsGiveRunsOfTheirOwn() {
    let plan = Plan(randomScenario(0))
    let digests = (0..<4).flatMap { seed in
      (0..<4).map { digest(run(plan, seed: UInt64(seed), replication: $0)).hexadecimal }
    }
    #expect(Set(digests).count == 16)
    #expect(digest(run(plan, seed: 2, replication: 3)).hexadecimal == digests[11])
  }

  /// Another plan taken up from the middle of a log: the past is as it was, and the future is sound.
  @Test func aForkWithAnotherPlanKeepsThePastAndItsCallers() throws {
    let scenario = queueScenario(heads: 3)
    var busier = scenario
    busier.teams[0].staff = always(6)
    let past = run(scenario).prefix { $0.time < 10 * .hour }
    let fork = Plan(busier)
    var forked = Simulation(plan: fork, seed: 1, replication: 0, resuming: makeLog(past))
    let future = rest(of: &forked)
    #expect(callers(past + future) == callers(run(scenario)))
    #expect(future != Array(run(scenario)[past.count...]))
    #expect(forked.world.pointee.violations().isEmpty)
  }

  /// Who came when.
  private func callers(_ events: some Sequence<Event>) -> [[Milliseconds]] {
    events.filter { $0.kind == .contactArrived }.map { [$0.time, Milliseconds($0.value), Milliseconds($0.extra)] }
  }

  private func queueScenario(heads: Int) -> Scenario {
    Scenario(
      name: "queue", calendar: ScenarioCalendar(start: monday),
      channels: [
        Channel(
          id: "101", arrivals: .profile(ArrivalProfile(perYear: 400 * 365)), patience: .exponential(mean: 300),
          handling: .exponential(mean: 600))
      ],
      teams: [Team(id: "desk", answers: ["101"], staff: always(heads))])
  }
}
