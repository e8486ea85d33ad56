import DiscreteEvents

/// What is known of a block without reading it: an entry of the index.
public struct LedgerBlock: Equatable, Sendable {
  /// What it holds: events or a snapshot.
  public var kind: LedgerBlockKind
  /// The byte of the file at which it begins.
  public var offset: UInt64
  /// How many events there are in the blocks before.
  public var firstEvent: UInt64
  /// The time of its first event, or that of the snapshot.
  public var firstTime: Milliseconds
  /// The time of its last event, or that of the snapshot.
  public var lastTime: Milliseconds
}

/// The payload of the tail: the digest as 32 hexadecimal digits, then five words for each block.
enum LedgerIndex {
  private static let digestLength = 32
  static let entryLength = 40

  /// The payload of the tail of a ledger of these `blocks`.
  static func encoded(_ blocks: [LedgerBlock], digest: String) -> [UInt8] {
    var bytes = Array(digest.utf8)
    bytes.reserveCapacity(digestLength + blocks.count * entryLength)
    for block in blocks {
      let words = [
        block.kind.rawValue, block.offset, block.firstEvent, UInt64(bitPattern: block.firstTime),
        UInt64(bitPattern: block.lastTime),
      ]
      for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    }
    return bytes
  }

  /// The blocks listed in a tail's payload; nil if they are not blocks that follow each other from `start` to `end`, with
  /// `events` events in them.
  static func decoded(
    _ payload: UnsafeRawBufferPointer, digest: String, from start: UInt64, to end: UInt64, events: UInt64
  ) -> [LedgerBlock]? {
    let entries = payload.count - digestLength
    guard entries >= 0, entries % entryLength == 0, payload.prefix(digestLength).elementsEqual(digest.utf8),
      let base = payload.baseAddress
    else { return nil }
    var blocks: [LedgerBlock] = []
    blocks.reserveCapacity(entries / entryLength)
    for entry in stride(from: digestLength, to: payload.count, by: entryLength) {
      let (first, last) = (base.word(at: entry + 24), base.word(at: entry + 32))
      guard let kind = LedgerBlockKind(rawValue: base.word(at: entry)), kind != .tail, first | last < 1 << 48 else {
        return nil
      }
      let block = LedgerBlock(
        kind: kind, offset: base.word(at: entry + 8), firstEvent: base.word(at: entry + 16),
        firstTime: Milliseconds(first), lastTime: Milliseconds(last))
      guard follows(block, blocks.last, start: start) else { return nil }
      blocks.append(block)
    }
    // The tail itself must follow the last block as a block would.
    let tail = LedgerBlock(kind: .snapshot, offset: end, firstEvent: events, firstTime: 0, lastTime: 0)
    return follows(tail, blocks.last, start: start) ? blocks : nil
  }

  /// Whether `block` may come right after `previous`, or first if that is nil.
  private static func follows(_ block: LedgerBlock, _ previous: LedgerBlock?, start: UInt64) -> Bool {
    guard let previous else { return block.offset == start && block.firstEvent == 0 }
    let header = UInt64(BlockHeader.length)
    guard block.offset > previous.offset, block.offset - previous.offset >= header, block.offset % 8 == 0,
      block.firstEvent >= previous.firstEvent
    else { return false }
    let events = block.firstEvent - previous.firstEvent
    guard previous.kind == .events else { return events == 0 }
    let room = UInt64(LedgerLimits.eventsInBlock * Shape.longestEvent).padded
    return events >= 1 && events <= UInt64(LedgerLimits.eventsInBlock)
      && block.offset - previous.offset - header <= room
  }
}
