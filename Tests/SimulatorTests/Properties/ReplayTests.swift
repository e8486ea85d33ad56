import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

@Suite struct ReplayTests {
  @Test func theReplayedWorldEqualsTheWorldThatRan() throws {
    for seed in 0..<UInt64(40) {
      let plan = Plan(randomCentre(seed))
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
    let plan = Plan(randomCentre(2))
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
    let plan = Plan(randomCentre(seed))
    let whole = run(plan)
    for cut in 0...min(whole.count, 250) { try requireSameRest(whole, cut, plan, "scenario \(seed)") }
  }

  @Test(arguments: 0..<6)
  func randomCutsOfManyRunsResumeToTheSameRest(share: UInt64) throws {
    var dice = Dice(share)
    for seed in 100 + share * 10..<110 + share * 10 {
      let plan = Plan(randomCentre(seed))
      let whole = run(plan)
      // Where several things happen at one instant, a cut between them is the hardest.
      let within = whole.indices.dropFirst().filter { whole[$0].time == whole[$0 - 1].time }
      var cuts = (0..<3).map { _ in dice.below(whole.count + 1) } + [whole.count]
      if !within.isEmpty { cuts += (0..<3).map { _ in dice.pick(Array(within)) } }
      for cut in cuts { try requireSameRest(whole, cut, plan, "scenario \(seed)") }
    }
  }

  @Test func aRunIsTheSameWithAndWithoutALog() {
    for seed in 0..<UInt64(12) {
      let plan = Plan(randomCentre(seed))
      var simulation = Simulation(plan: plan, seed: 1, replication: 0)
      var log = EventLog()
      var handedOver: [Event] = []
      while simulation.advance({ block in
        log.append(block)
        for index in block.indices { handedOver.append(block[index]) }
      }) {}
      let plain = run(plan)
      #expect(handedOver == plain, "scenario \(seed)")
      #expect(log.events() == plain, "scenario \(seed)")
      #expect(log.count == plain.count)

      var again = Simulation(plan: plan, seed: 1, replication: 0)
      var kept = EventLog()
      handedOver = []
      while again.advance(keptIn: &kept, { block in for index in block.indices { handedOver.append(block[index]) } }) {}
      #expect(handedOver == plain && kept.events() == plain, "scenario \(seed)")
    }
  }

  @Test func aFinishedRunStaysFinished() {
    let plan = Plan(randomCentre(1))
    var simulation = Simulation(plan: plan, seed: 1, replication: 0)
    while simulation.advance({ _ in }) {}
    let goesOn = simulation.advance { _ in Issue.record("events after the end") }
    #expect(!goesOn)
    let events = run(plan)
    var resumed = Simulation(plan: plan, seed: 1, replication: 0, resuming: makeLog(events))
    #expect(!resumed.advance { _ in Issue.record("events after the end") })
  }

  @Test func seedsAndReplicationsGiveRunsOfTheirOwn() {
    let plan = Plan(randomCentre(0))
    let digests = (0..<4).flatMap { seed in
      (0..<4).map { digest(run(plan, seed: UInt64(seed), replication: $0)).hexadecimal }
    }
    #expect(Set(digests).count == 16)
    #expect(digest(run(plan, seed: 2, replication: 3)).hexadecimal == digests[11])
  }

  /// Another plan taken up from a log: what is past stays past, who is at work stays there, and what comes is the other
  /// plan's. Cut before, amid and after the sign-ons of an instant.
  @Test func aForkFollowsTheOtherPlanFromWhereItIs() throws {
    let base = shiftScenario(heads: 3, perDay: 400)
    let whole = run(base)
    let shiftStart = whole.indices.filter { whole[$0].kind == .handlerSignedOn && whole[$0].time == 8 * .hour }
    for heads in [2, 3, 5] {
      for cut in [1, 2, 3, 100, shiftStart[0], shiftStart[1], shiftStart[2] + 1, shiftStart[2] + 60] {
        let past = whole[..<cut]
        let now = past.last?.time ?? 0
        let fork = Plan(shiftScenario(heads: heads, perDay: 400))
        var forked = Simulation(plan: fork, seed: 1, replication: 0, resuming: makeLog(past))
        let future = rest(of: &forked)
        try #require(forked.world.pointee.violations().isEmpty)
        let times = future.map(\.time)
        try #require(times == times.sorted() && now <= times.first ?? now, "heads \(heads), cut \(cut)")
        // Of the shifts that start later, all heads come; of the one that starts now, those who have not come yet.
        for (number, start) in [0, 8, 16].map({ Milliseconds($0) * .hour }).enumerated() {
          let come = (past + future).count { $0.kind == .handlerSignedOn && $0.time == start }
          let before = past.count { $0.kind == .handlerSignedOn && $0.time == start }
          let expected = start < now ? 3 : max(before, heads)
          try #require(come == expected, "heads \(heads), cut \(cut), shift \(number)")
        }
        try #require(callers(past + future) == callers(whole))
      }
    }
  }

  @Test func aForkWithMoreCallersGainsThemFromWhereItIs() throws {
    let whole = run(shiftScenario(heads: 3, perDay: 400))
    for cut in stride(from: 1, to: whole.count, by: 37) {
      let past = whole[..<cut]
      let fork = Plan(shiftScenario(heads: 3, perDay: 900))
      var forked = Simulation(plan: fork, seed: 1, replication: 0, resuming: makeLog(past))
      let future = rest(of: &forked)
      try #require(future.first.map { $0.time >= past.last?.time ?? 0 } ?? true, "cut \(cut)")
      let all = Set(callers(past + future))
      try #require(all.isSuperset(of: callers(whole)) && all.count == callers(past + future).count, "cut \(cut)")
    }
  }

  /// Who came when.
  private func callers(_ events: some Sequence<Event>) -> [[Milliseconds]] {
    events.filter { $0.kind == .contactArrived }.map { [$0.time, Milliseconds($0.value), Milliseconds($0.extra)] }
  }

  /// Three shifts a day of as many heads.
  private func shiftScenario(heads: Int, perDay: Double) -> Scenario {
    Scenario(
      name: "shifts", calendar: ScenarioCalendar(start: monday),
      channels: [
        Channel(
          id: "101", arrivals: .profile(ArrivalProfile(perYear: perDay * 365)), patience: .exponential(mean: 300),
          handling: .exponential(mean: 600))
      ],
      shifts: (0..<3).map { Shift(id: "\($0)", start: Milliseconds($0) * 8 * .hour, length: 8 * .hour) },
      teams: [
        Team(
          id: "desk", answers: ["101"],
          staff: .shifts((0..<3).map { .init(shift: "\($0)", heads: daily(heads)) }))
      ])
  }
}
