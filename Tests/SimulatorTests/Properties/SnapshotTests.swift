import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

@Suite struct SnapshotTests {
  private func taken(_ plan: Plan, after count: Int, of events: [Event]) -> Simulation {
    var simulation = Simulation(plan: plan, seed: 1, replication: 0)
    simulation.follow(Array(events[..<count]).span)
    simulation.goOn()
    return simulation
  }

  /// From a snapshot taken anywhere a run goes on as from the events themselves.
  @Test(arguments: 0..<6)
  func aRunGoesOnFromItsSnapshots(share: UInt64) throws {
    var dice = Dice(share)
    for seed in 300 + share * 6..<306 + share * 6 {
      let plan = Plan(randomResponse(seed))
      let whole = run(plan)
      for _ in 0..<4 {
        let cut = dice.below(whole.count + 1)
        let original = taken(plan, after: cut, of: whole)
        var restored = try Simulation(plan: plan, seed: 1, replication: 0, restoring: original.snapshot())
        try #require(restored.world.pointee.dump() == original.world.pointee.dump(), "scenario \(seed), cut \(cut)")
        try #require(restored.view() == original.view())
        let isSame = rest(of: &restored) == Array(whole[cut...])
        try #require(isSame, "scenario \(seed), cut after \(cut) of \(whole.count) events")
      }
    }
  }

  /// Whatever bytes it is given, it restores a sound world or says that they are not of one.
  @Test(arguments: 0..<4)
  func damagedSnapshotsAreRefusedOrSound(share: UInt64) throws {
    var dice = Dice(share + 99)
    var refused = 0
    for seed in share * 3..<share * 3 + 3 {
      let plan = Plan(randomResponse(seed))
      let whole = run(plan)
      let bytes = taken(plan, after: whole.count * 2 / 3, of: whole).snapshot()
      for _ in 0..<60 {
        var damaged = bytes
        for _ in 0...dice.below(3) {
          switch dice.below(3) {
          case 0: damaged[dice.below(damaged.count)] = UInt8(dice.below(256))
          case 1: damaged.remove(at: dice.below(damaged.count))
          default: damaged.removeLast(min(damaged.count - 1, dice.below(20)))
          }
        }
        var violations: [String] = []
        do throws(SnapshotFault) {
          let restored = try Simulation(plan: plan, seed: 1, replication: 0, restoring: damaged)
          violations = restored.world.pointee.violations()
        } catch {
          refused += 1
        }
        try #require(violations.isEmpty)
      }
    }
    #expect(refused > 100)
  }

  /// Made up so that who reads it would read what is not the world's, or count too far.
  @Test func madeUpSnapshotsAreRefused() throws {
    let (plan, events, cut) = try busyTown()
    func refuse(_ change: (UnsafeMutablePointer<World>) throws -> Void) throws {
      let simulation = taken(plan, after: cut, of: events)
      try change(simulation.world)
      let bytes = simulation.snapshot()
      #expect(throws: SnapshotFault.self) {
        _ = try Simulation(plan: plan, seed: 1, replication: 0, restoring: bytes)
      }
    }
    try refuse { world in world.pointee.handlers[try #require(someHandler(in: world))].pointee.end = .max - 1 }
    try refuse { world in world.pointee.handlers[try #require(someHandler(in: world))].pointee.since = .min + 1 }
    try refuse { world in
      let number = try #require(world.pointee.contacts.live.first?.number)
      world.pointee.contacts[number].pointee.since = .max
    }
    try refuse { world in
      let number = try #require(world.pointee.response.incidents.live.first?.number)
      world.pointee.response.incidents[number].pointee.opened = .min + 1
    }
    try refuse { world in try #require(world.pointee.response.units.onDuty.first).pointee.since = .min + 1 }
  }

  /// Nobody signs on so far from the others, but a snapshot may say so of somebody on a break, and then there is room.
  @Test func aPositionFarFromTheOthersHasRoom() throws {
    let (plan, events, cut) = try busyTown()
    let simulation = taken(plan, after: cut, of: events)
    let world = simulation.world
    var handler = world.pointee.handlers[try #require(someHandler(in: world))].pointee
    (handler.state, handler.load, handler.contact, handler.listed) = (.onBreak, 0, noContact, false)
    (handler.moment, handler.end) = (Calendar.moment(world.pointee.now, rank: 0), world.pointee.now)
    world.pointee.handlers.occupy(60_000)
    world.pointee.handlers[60_000].pointee = handler
    let bytes = simulation.snapshot()
    var restored: Simulation?
    do throws(SnapshotFault) {
      restored = try Simulation(plan: plan, seed: 1, replication: 0, restoring: bytes)
    } catch {
      return
    }
    #expect(restored?.world.pointee.handlers[60_000].pointee.state == .onBreak)
  }

  private func someHandler(in world: UnsafeMutablePointer<World>) -> UInt16? {
    (0..<UInt16(world.pointee.handlers.count)).first { world.pointee.handlers[$0].pointee.state != .away }
  }

  /// A plan, its events, and after how many of them there is a handler, a contact, an incident and a unit.
  private func busyTown() throws -> (Plan, [Event], cut: Int) {
    for seed in UInt64(0)..<200 {
      let plan = Plan(randomResponse(seed))
      let events = run(plan)
      let simulation = taken(plan, after: events.count / 2, of: events)
      let world = simulation.world
      let isBusy =
        someHandler(in: world) != nil && !world.pointee.contacts.live.isEmpty
        && !world.pointee.response.incidents.live.isEmpty && !world.pointee.response.units.onDuty.isEmpty
      if isBusy { return (plan, events, events.count / 2) }
    }
    throw SnapshotFault()
  }

  /// A queue that goes round in a circle, of a channel that overflows, is not walked for ever.
  @Test func aQueueInACircleIsRefused() throws {
    for seed in UInt64(0)..<400 {
      let plan = Plan(randomCentre(seed))
      guard let routing = plan.tables.routing else { continue }
      let events = run(plan)
      let simulation = taken(plan, after: events.count / 2, of: events)
      let world = simulation.world
      let overflowing = (0..<plan.tables.channelCount).first {
        routing.pointee.channels[$0].overflows && world.pointee.queues[$0].count > 1
      }
      guard let channel = overflowing else { continue }
      let first = world.pointee.queues[channel].head
      let second = world.pointee.contacts[first].pointee.next
      for number in [first, second] { world.pointee.contacts[number].pointee.since = 0 }
      world.pointee.contacts[second].pointee.next = first
      world.pointee.queues[channel].firstShort = noContact
      let bytes = simulation.snapshot()
      #expect(throws: SnapshotFault.self) {
        _ = try Simulation(plan: plan, seed: 1, replication: 0, restoring: bytes)
      }
      return
    }
    Issue.record("no queue of these centres overflowed")
  }

  @Test func aSnapshotOfAnotherPlanIsRefused() {
    let plan = Plan(randomResponse(4))
    let events = run(plan)
    let bytes = taken(plan, after: events.count / 2, of: events).snapshot()
    #expect(throws: SnapshotFault.self) {
      _ = try Simulation(plan: Plan(randomCentre(11)), seed: 1, replication: 0, restoring: bytes)
    }
    #expect(throws: SnapshotFault.self) {
      _ = try Simulation(plan: plan, seed: 1, replication: 0, restoring: [])
    }
  }

  /// What is to be seen is what the world holds.
  @Test func theViewShowsEverybody() {
    let plan = Plan(randomResponse(7))
    let events = run(plan)
    for cut in stride(from: 1, to: events.count, by: max(1, events.count / 40)) {
      let simulation = taken(plan, after: cut, of: events)
      let view = simulation.view()
      #expect(view.time == events[cut - 1].time)
      #expect(view.contacts.count == simulation.world.pointee.contacts.live.count)
      #expect(
        Set(view.queues.joined())
          == Set(view.contacts.filter { $0.state == .waiting || $0.state == .awaitingCallback }.map(\.number)))
      #expect(view.followUps.count == simulation.world.pointee.followUps.pending.count)
      #expect(
        Set(view.handlers.flatMap(\.contacts))
          == Set(view.contacts.filter { $0.state.isInHand && !$0.isLeft }.map(\.number)))
      #expect(Set(view.handlers.flatMap(\.left)) == Set(view.contacts.filter(\.isLeft).map(\.number)))
      #expect(view.units.count == simulation.world.pointee.response.units.onDuty.count)
      let withUnits = Set(view.incidents.flatMap(\.units))
      let states: [WorldView.Unit.State] = [.assigned, .mobilising, .mobile, .atScene]
      #expect(withUnits == Set(view.units.filter { states.contains($0.state) }.map(\.number)))
    }
  }
}
