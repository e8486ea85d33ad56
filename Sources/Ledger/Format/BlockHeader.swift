import ContactCentre

/// What a block holds. The raw values are part of the format: never reuse one.
public enum LedgerBlockKind: UInt64, Sendable {
  /// Events, encoded.
  case events = 1
  /// The state after the events so far, as bytes whose meaning is their maker's.
  case snapshot = 2
  /// The index, after which nothing comes but the footer.
  case tail = 3
}

/// What stands before every block: 14 words, least byte first.
struct BlockHeader {
  static let length = 14 * 8
  /// "WRLBLOCK".
  static let mark: UInt64 = 0x4B43_4F4C_424C_5257

  var kind: LedgerBlockKind
  /// The number of the block, from 0.
  var sequence: UInt64
  /// Bytes of the payload, its padding not counted.
  var payloadLength: UInt64
  /// How many events there are in the blocks before.
  var firstEvent: UInt64
  /// How many events it holds: 0 unless of kind ``LedgerBlockKind/events``.
  var eventCount: UInt64
  /// The times of its first and its last event; in a snapshot and in the tail, both the time it was made.
  var firstTime: UInt64
  var lastTime: UInt64
  /// How many blocks, from the first on, the disk had confirmed when this one was written.
  var syncedBlocks: UInt64
  /// The fingerprint of all events to the end of this block.
  var lanes: (UInt64, UInt64, UInt64)
  /// The checksum of the payload with its padding.
  var payloadChecksum: UInt64

  /// The fingerprint of all events to the end of this block.
  var digest: EventDigest { EventDigest(lanes: lanes, count: firstEvent &+ eventCount) }
  /// How many events there are up to the end of this block.
  var endEvent: UInt64 { firstEvent &+ eventCount }
  /// Bytes of the whole block. Does not overflow for a header that ``isSound``.
  var blockLength: UInt64 { UInt64(Self.length) + payloadLength.padded }

  /// Writes it where a block begins.
  func write(to block: UnsafeMutableRawPointer, key: UInt64) {
    let words = [
      Self.mark, kind.rawValue, sequence, payloadLength, firstEvent, eventCount, firstTime, lastTime, syncedBlocks,
      lanes.0, lanes.1, lanes.2, payloadChecksum,
    ]
    for (index, word) in words.enumerated() { block.setWord(word, at: 8 * index) }
    let checksum = Checksum.of(UnsafeRawBufferPointer(start: block, count: 8 * words.count), key: key)
    block.setWord(checksum, at: 8 * words.count)
  }

  /// The header at `block`, where there are ``length`` bytes; nil if they are none of the ledger with this `key`.
  init?(readingFrom block: UnsafeRawPointer, key: UInt64) {
    guard block.word(at: 0) == Self.mark else { return nil }
    let checksum = Checksum.of(UnsafeRawBufferPointer(start: block, count: Self.length - 8), key: key)
    guard block.word(at: Self.length - 8) == checksum, let kind = LedgerBlockKind(rawValue: block.word(at: 8)) else {
      return nil
    }
    self.init(
      kind: kind, sequence: block.word(at: 16), payloadLength: block.word(at: 24), firstEvent: block.word(at: 32),
      eventCount: block.word(at: 40), firstTime: block.word(at: 48), lastTime: block.word(at: 56),
      syncedBlocks: block.word(at: 64), lanes: (block.word(at: 72), block.word(at: 80), block.word(at: 88)),
      payloadChecksum: block.word(at: 96))
  }

  init(
    kind: LedgerBlockKind, sequence: UInt64, payloadLength: UInt64, firstEvent: UInt64, eventCount: UInt64,
    firstTime: UInt64, lastTime: UInt64, syncedBlocks: UInt64, lanes: (UInt64, UInt64, UInt64), payloadChecksum: UInt64
  ) {
    self.kind = kind
    self.sequence = sequence
    self.payloadLength = payloadLength
    self.firstEvent = firstEvent
    self.eventCount = eventCount
    self.firstTime = firstTime
    self.lastTime = lastTime
    self.syncedBlocks = syncedBlocks
    self.lanes = lanes
    self.payloadChecksum = payloadChecksum
  }

  /// Whether a ledger may hold a block of this header, whatever its payload: what a program that writes by the rules never
  /// gets wrong, and what a reader may rely on.
  var isSound: Bool {
    // The bounds keep every sum of two of these numbers from overflowing.
    guard payloadLength <= LedgerLimits.payload, firstEvent <= LedgerLimits.events, syncedBlocks <= sequence,
      firstTime < 1 << 48, lastTime < 1 << 48
    else { return false }
    switch kind {
    case .events:
      return eventCount >= 1 && eventCount <= UInt64(LedgerLimits.eventsInBlock) && eventCount <= payloadLength
        && payloadLength <= eventCount * UInt64(Shape.longestEvent)
    case .snapshot, .tail:
      return eventCount == 0 && firstTime == lastTime
    }
  }
}
