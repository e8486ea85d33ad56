import DiscreteEvents

/// A run of one replication: decides what happens next from the world as it is, and lets the world evolve by it.
///
/// Each decision reads the world and names exactly one event; ``World/evolve(_:)`` is all that changes the world. Because
/// what happens next is a function of the world alone, a run can be taken up from any prefix of its log and goes on as it
/// would have. The demand tape and the duty roster are read-only sources with a cursor, which the log determines too.
public struct Simulation: ~Copyable {
  /// What is simulated.
  public let plan: Plan
  var world: World
  var tape: DemandTape
  var roster: DutyRoster
  private let block: UnsafeMutablePointer<Event>

  /// How many events one block holds at most.
  public static let blockLength = 4_096

  /// A run from its first instant.
  ///
  /// The same plan, seed and replication give the same events on any machine, in debug and release, on any thread.
  public init(plan: Plan, seed: UInt64, replication: Int) {
    self.plan = plan
    let root = RandomKey(seed: seed).derived(UInt64(replication))
    let channelRoot = root.derived(named: "channels")
    let teamRoot = root.derived(named: "teams")
    let channelKeys = plan.scenario.channels.map { channelRoot.derived(named: $0.id) }
    world = World(plan: plan, keys: channelKeys)
    tape = DemandTape(plan: plan, keys: channelKeys)
    roster = DutyRoster(plan: plan, keys: plan.scenario.teams.map { teamRoot.derived(named: $0.id) })
    block = .allocate(capacity: Self.blockLength)
  }

  /// A run taken up where `log`, the beginning of its events, leaves off.
  ///
  /// O(events) in the log.
  public init(plan: Plan, seed: UInt64, replication: Int, resuming log: borrowing EventLog) {
    self.init(plan: plan, seed: seed, replication: replication)
    log.forEachBlock { events in
      for index in events.indices { world.evolve(events[index]) }
    }
    if let place = world.tapePlace { tape.seek(after: place) }
    roster.seek(passed: world.dutiesBegun)
  }

  deinit { block.deallocate() }

  /// Runs on for up to one block of ``blockLength`` events and hands over what happened, in order.
  ///
  /// False, with nothing handed over, once the run has ended. Amortised O(log n) per event in the contacts in the centre;
  /// no allocation unless the centre is fuller than ever before.
  public mutating func advance<Failure: Error>(
    _ consume: (Span<Event>) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    var count = 0
    while count < Self.blockLength, let event = decide() {
      apply(event)
      block[count] = event
      count &+= 1
    }
    if count == 0 { return false }
    try consume(UnsafeBufferPointer(start: block, count: count).span)
    return true
  }

  @inline(__always)
  private mutating func apply(_ event: Event) {
    world.evolve(event)
    if event.kind == .contactArrived {
      tape.advance()
    } else if world.dutiesBegun != roster.passed {
      roster.advance()
    }
  }
}
