/// The events of a run, kept in memory in the order in which they happened.
///
/// 24 bytes an event, in blocks that are never moved, so that appending is O(1) and copies nothing twice.
public struct EventLog: ~Copyable {
  private var blocks: [UnsafeMutableBufferPointer<Event>] = []
  /// Room for a block to come, once that has been asked for.
  private var room: UnsafeMutableBufferPointer<Event>?
  /// How many events it holds.
  public private(set) var count = 0

  /// An empty log.
  public init() {}

  deinit {
    for block in blocks { block.deallocate() }
    room?.deallocate()
  }

  /// Adds events at the end. O(events).
  public mutating func append(_ events: Span<Event>) {
    events.withUnsafeBufferPointer { append($0) }
  }

  private mutating func append(_ events: UnsafeBufferPointer<Event>) {
    if events.isEmpty { return }
    let block = UnsafeMutableBufferPointer<Event>.allocate(capacity: events.count)
    _ = block.initialize(from: events)
    blocks.append(block)
    count += events.count
  }

  /// Adds at the end what `write` writes, which is given room for `capacity` events and says how many it wrote; they are
  /// handed to `consume`, unless there were none. How many there were.
  ///
  /// For whoever makes events by the block: they are kept where they were written. O(1) but for what the two do; where less
  /// than half the room was used, O(events written), since they are kept in a block of their own length.
  package mutating func append<Failure: Error>(
    room capacity: Int, write: (UnsafeMutablePointer<Event>) -> Int,
    consume: (Span<Event>) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let block = freeRoom(for: capacity)
    guard let start = block.baseAddress else { return 0 }
    let written = write(start)
    let events = UnsafeBufferPointer(start: start, count: written)
    if written > capacity / 2 {
      blocks.append(UnsafeMutableBufferPointer(start: start, count: written))
      count += written
      room = nil
    } else {
      append(events)
    }
    if written > 0 { try consume(events.span) }
    return written
  }

  /// Room for so many events, the same again until something is kept there.
  private mutating func freeRoom(for capacity: Int) -> UnsafeMutableBufferPointer<Event> {
    if let room, room.count >= capacity { return room }
    room?.deallocate()
    let made = UnsafeMutableBufferPointer<Event>.allocate(capacity: capacity)
    room = made
    return made
  }

  /// Hands over all events in order, a block at a time. O(events).
  public borrowing func forEachBlock<Failure: Error>(
    _ body: (Span<Event>) throws(Failure) -> Void
  ) throws(Failure) {
    for block in blocks { try body(UnsafeBufferPointer(block).span) }
  }

  /// All events as one array. O(events).
  public borrowing func events() -> [Event] {
    var events: [Event] = []
    events.reserveCapacity(count)
    for block in blocks { events.append(contentsOf: block) }
    return events
  }
}
