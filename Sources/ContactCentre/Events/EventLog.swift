/// The events of a run, kept in memory in the order in which they happened.
///
/// 24 bytes an event, in blocks that are never moved, so that appending is O(1) and copies nothing twice.
public struct EventLog: ~Copyable {
  private var blocks: [UnsafeMutableBufferPointer<Event>] = []
  /// How many events it holds.
  public private(set) var count = 0

  /// An empty log.
  public init() {}

  deinit { for block in blocks { block.deallocate() } }

  /// Adds events at the end. O(events).
  public mutating func append(_ events: Span<Event>) {
    if events.isEmpty { return }
    let block = UnsafeMutableBufferPointer<Event>.allocate(capacity: events.count)
    events.withUnsafeBufferPointer { source in _ = block.initialize(from: source) }
    blocks.append(block)
    count += events.count
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
