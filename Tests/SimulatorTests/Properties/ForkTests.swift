import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

/// Another plan takes over in the middle of a run, with rules that the first has not, or without some that it has.
@Suite struct ForkTests {
  /// The same centre without whatever a fork may take away. Surges it may not: what is past tells of them by number. But it
  /// may let none begin.
  private func bare(_ scenario: Scenario) -> Scenario {
    var bare = scenario
    for index in bare.surges.indices { bare.surges[index].over = 1_000_000 }
    for index in bare.channels.indices {
      bare.channels[index].routing = Channel.Routing()
      bare.channels[index].callback = nil
      bare.channels[index].survey = nil
      bare.channels[index].redial = nil
      for place in bare.channels[index].outcomes.indices {
        bare.channels[index].outcomes[place].followUps = []
        bare.channels[index].outcomes[place].transfer = nil
        bare.channels[index].outcomes[place].handling = nil
        bare.channels[index].outcomes[place].wrapUp = nil
      }
    }
    for index in bare.shifts.indices { bare.shifts[index].breaks = [] }
    for index in bare.teams.indices { bare.teams[index].answers = bare.teams[index].answers.suffix(1) }
    return bare
  }

  /// Runs `plan` on from `past`, which another decided, and looks at the world after every event.
  private func follow(_ plan: Plan, after past: ArraySlice<Event>, _ name: String) throws -> [Event] {
    var fork = Simulation(plan: plan, seed: 1, replication: 0)
    let span = Array(past)
    try fork.follow(checking: span.span, isOwn: false)
    fork.goOn()
    // What is past stays past: whoever is at work goes on, whatever the team answers now; and what the plan would have had
    // happen before happens first of all.
    let now = past.last?.time ?? 0
    func violations(_ world: UnsafeMutablePointer<World>) -> [String] {
      world.pointee.violations().filter { violation in
        !violation.contains(" cannot answer contact ")
          && !(world.pointee.now == now && violation.hasSuffix(" waits for is in the past"))
      }
    }
    let start = violations(fork.world)
    try #require(start.isEmpty, "\(name), where it begins: \(start)")
    // A world of its own looks at each event as it happens, for what is handed over has happened already.
    let beside = Simulation(plan: plan, seed: 1, replication: 0, resuming: makeLog(past))
    var future: [Event] = []
    while fork.advance({ block in
      for index in block.indices { future.append(block[index]) }
    }) {}
    for (index, event) in future.enumerated() {
      beside.world.pointee.evolve(event)
      // At every event it would take minutes.
      guard index < 60 || index % 64 == 0 || index == future.count - 1 else { continue }
      let wrong = violations(beside.world)
      try #require(wrong.isEmpty, "\(name), after \(event): \(wrong)")
    }
    return future
  }

  private func isInterruption(_ event: Event) -> Bool { event.kind == .contactAnswered && event.interrupts }

  /// What was left for something else, and not taken up again.
  private func left(_ events: some Sequence<Event>) -> Set<UInt32> {
    var inHand: [UInt16: Set<UInt32>] = [:]
    var left: Set<UInt32> = []
    for event in events {
      switch event.kind {
      case .contactAnswered:
        if event.interrupts {
          left.formUnion(inHand[event.resource] ?? [])
          inHand[event.resource] = []
        }
        inHand[event.resource, default: []].insert(event.subject)
      case .handlingEnded where event.value == 0, .wrapUpEnded: inHand[event.resource]?.remove(event.subject)
      case .workResumed:
        left.remove(event.subject)
        inHand[event.resource, default: []].insert(event.subject)
      default: break
      }
    }
    return left
  }

  private func interrupted() -> Scenario {
    var pressing = channel("999", priority: 5, [caller(at: 30, handling: 20), caller(at: 300, handling: 20)])
    pressing.routing.preempts = ["online"]
    return handMade(
      [channel("online", .deferred, [caller(at: 0, handling: 100, wrapUp: 10)]), pressing],
      teams: [team("desk", "online", "999", tours: [(0, 1_000)])])
  }

  @Test func workThatWasLeftIsTakenUpByAPlanThatInterruptsNothing() throws {
    let scenario = interrupted()
    let whole = run(scenario)
    let answer = try #require(whole.firstIndex { isInterruption($0) })
    let plan = Plan(bare(scenario))
    // Neither channel is answered by fewer, so all goes on as it was going to: left at 30, taken up at 50, over at 130.
    var plain = scenario
    plain.channels[1].routing = Channel.Routing()
    let future = try follow(Plan(plain), after: whole[...answer], "by hand")
    #expect(Array(whole[...answer]) + future == whole)
    let resumption = try #require(future.firstIndex { $0.kind == .workResumed })
    #expect(future[resumption].time - whole[0].time == 50 * .second)
    // Also by a handler whose team no longer answers the channel.
    #expect(plan.scenario.teams[0].answers == ["999"])
    let other = try follow(plan, after: whole[...answer], "another team's work")
    #expect(left(Array(whole[...answer]) + other).isEmpty)
    // And where it was taken up again before, the past is what it was.
    let later = whole.firstIndex { $0.kind == .workResumed } ?? 0
    #expect(whole[...later] + (try follow(Plan(plain), after: whole[...later], "later")) == whole[...])
  }

  @Test func aSnapshotOfSuchAForkGoesOnAsItDoes() throws {
    let scenario = interrupted()
    let whole = run(scenario)
    let answer = try #require(whole.firstIndex { isInterruption($0) })
    var plain = scenario
    plain.channels[1].routing = Channel.Routing()
    let fork = Simulation(plan: Plan(plain), seed: 1, replication: 0, resuming: makeLog(whole[...answer]))
    var again = try Simulation(plan: Plan(plain), seed: 1, replication: 0, restoring: fork.snapshot())
    #expect(Array(whole[...answer]) + rest(of: &again) == whole)
  }

  @Test(arguments: 0..<8)
  func anyRulesMayTakeOverFromAnyOthers(share: UInt64) throws {
    var dice = Dice(share ^ 0xF0_4C)
    var interruptions = 0
    for seed in share * 3..<share * 3 + 3 {
      let rich = randomCentre(seed)
      // Surges may come behind those there were, here behind none.
      var barest = bare(rich)
      barest.surges = []
      for (from, to) in [(rich, bare(rich)), (barest, rich)] {
        let whole = run(from)
        guard !whole.isEmpty else { continue }
        var cuts = (0..<2).map { _ in dice.below(whole.count) }
        // While work is left, somebody is called back, or introduced.
        let odd = whole.indices.filter {
          isInterruption(whole[$0]) || whole[$0].kind == .contactTransferred
            || whole[$0].kind == .contactAnswered && whole[$0].callbackReply == .unreached
        }
        if !odd.isEmpty { cuts += (0..<2).map { _ in dice.pick(odd) } }
        for cut in cuts {
          let past = whole[...cut]
          interruptions += left(past).isEmpty ? 0 : 1
          let future = try follow(Plan(to), after: past, "scenario \(seed), cut after \(cut)")
          // Whoever is still at it when the run ends has an excuse; nobody else has.
          let last = future.last?.time ?? 0
          let forgotten = left(past + future).subtracting(left(whole))
          #expect(forgotten.isEmpty || last > Plan(to).end - 6 * .hour, "scenario \(seed), cut after \(cut)")
        }
      }
    }
    #expect(interruptions > 0 || share > 2)
  }
}
