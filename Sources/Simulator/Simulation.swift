import ContactCentre
import DiscreteEvents

/// A run of one replication: a ``Decider`` reads the world and names what happens next, and the world evolves by it.
///
/// Each decision names exactly one event, and ``World/evolve(_:)`` is all that changes the world. Because
/// what happens next is a function of the world alone, a run can be taken up from any prefix of its log and goes on as it
/// would have. The demand tape and the duty roster are read-only sources with a cursor, which the log determines too.
public struct Simulation: ~Copyable {
  /// What is simulated.
  public let plan: Plan
  // Behind pointers, so that the decider can be given them to read without copying them.
  let world: UnsafeMutablePointer<World>
  private let tape: UnsafeMutablePointer<DemandTape>
  private let roster: UnsafeMutablePointer<DutyRoster>
  private let block: UnsafeMutablePointer<Event>

  /// How many events one block holds at most.
  public static let blockLength = 4_096

  /// A run from its first instant.
  ///
  /// The same plan, seed and replication give the same events on any machine, in debug and release, on any thread.
  ///
  /// - Precondition: `replication`, a number counted from 0, is not negative.
  public init(plan: Plan, seed: UInt64, replication: Int) {
    precondition(replication >= 0, "replications are counted from 0")
    self.plan = plan
    let root = RandomKey(seed: seed).derived(UInt64(replication))
    let channelRoot = root.derived(named: "channels")
    let logRoot = root.derived(named: "logs")
    let sourceKeys =
      plan.scenario.channels.map { channelRoot.derived(named: $0.id) }
      + (plan.scenario.response?.logs ?? []).map { logRoot.derived(named: $0.id) }
    world = .allocate(capacity: 1)
    world.initialize(to: World(plan: plan, keys: sourceKeys))
    tape = .allocate(capacity: 1)
    tape.initialize(to: DemandTape(plan: plan, keys: sourceKeys))
    roster = .allocate(capacity: 1)
    roster.initialize(to: DutyRoster(plan: plan, root: root))
    block = .allocate(capacity: Self.blockLength)
  }

  /// Turns the tape and the roster to where the world is, which may have followed what another plan decided.
  func seekSources() {
    world.pointee.catchUp()
    let now = world.pointee.now
    if let place = world.pointee.tapePlace { tape.pointee.seek(after: place) }
    tape.pointee.seek(to: now)
    roster.pointee.seek(to: now, passed: world.pointee.lastDutyTime == now ? world.pointee.lastDutyCount : 0)
  }

  deinit {
    world.deinitialize(count: 1).deallocate()
    tape.deinitialize(count: 1).deallocate()
    roster.deinitialize(count: 1).deallocate()
    block.deallocate()
  }

  /// Runs on for up to one block of ``blockLength`` events and hands over what happened, in order.
  ///
  /// False, with nothing handed over, once the run has ended. Amortised O(log n) per event in the contacts in the centre;
  /// no allocation unless the centre is fuller than ever before.
  public mutating func advance<Failure: Error>(
    _ consume: (Span<Event>) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let count = run(into: block, before: plan.end)
    if count == 0 { return false }
    try consume(UnsafeBufferPointer(start: block, count: count).span)
    return true
  }

  /// As ``advance(_:)``, and keeps what happened at the end of `log`, where it is written at once rather than copied.
  public mutating func advance<Failure: Error>(
    keptIn log: inout EventLog, _ consume: (Span<Event>) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let end = plan.end
    return try log.append(room: Self.blockLength, write: { run(into: $0, before: end) }, consume: consume) > 0
  }

  /// As ``advance(_:)``, but for what happens before `time` only; false, with nothing handed over, once all of that has.
  ///
  /// For whoever wants to look at the world at an instant. To stop on the way changes nothing of what happens.
  public mutating func advance<Failure: Error>(
    before time: Milliseconds, _ consume: (Span<Event>) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let count = run(into: block, before: min(time, plan.end))
    if count == 0 { return false }
    try consume(UnsafeBufferPointer(start: block, count: count).span)
    return true
  }

  /// Writes up to a block of events that happen before `end`; how many.
  private func run(into block: UnsafeMutablePointer<Event>, before end: Milliseconds) -> Int {
    let decider = Decider(world: world, tape: tape, roster: roster, end: end)
    var count = 0
    while count < Self.blockLength, let event = decider.decide() {
      block[count] = event
      count &+= 1
      if event.rawKind == EventKind.contactArrived.rawValue {
        tape.pointee.advance()
        // Most callers enter a front stage, or find somebody ready, and then it is plain what happens next; likewise below.
        if count < Self.blockLength {
          if decider.hasFront(event) {
            let contact = world.pointee.arriveToGoOn(event)
            let stage = decider.enterStage(0, contact, at: event.time)
            block[count] = stage
            count &+= 1
            world.pointee.enterStage(stage)
            continue
          }
          if let handler = decider.handlerAtOnce(on: event.resource, at: event.time) {
            let contact = world.pointee.arriveToGoOn(event)
            block[count] = answer(contact, by: handler, decider)
            count &+= 1
            continue
          }
        }
      } else if event.rawKind == EventKind.frontPassed.rawValue {
        let contact = world.pointee.passFrontToGoOn(event)
        if count < Self.blockLength, let handler = decider.handlerAtOnce(on: contact.pointee.channel, at: event.time) {
          block[count] = answer(contact, by: handler, decider)
          count &+= 1
        } else {
          world.pointee.joinQueue(contact)
        }
        continue
      } else if event.rawKind >= Event.firstOtherKind, event.isFromTape || event.beginsDuty {
        advanceSource(of: event)
      }
      world.pointee.evolve(event)
    }
    return count
  }

  /// The answer to a contact that has not joined its queue, as it need not wait there.
  @inline(always)
  private func answer(
    _ contact: UnsafeMutablePointer<ContactRecord>, by handler: UInt16, _ decider: Decider
  ) -> Event {
    if world.pointee.tables.channels[Int(contact.pointee.channel)].asksMore {
      let answer = decider.answerAskingMore(contact, handler)
      world.pointee.answer(contact, answer)
      return answer
    }
    let answer = decider.answer(contact, by: handler)
    world.pointee.answerPlainly(contact, answer)
    return answer
  }

  /// What came from the tape or the roster is taken off it.
  @inline(never)
  private func advanceSource(of event: Event) {
    if event.isFromTape {
      tape.pointee.advance()
    } else if event.beginsDuty {
      roster.pointee.advance()
    }
  }
}
