import ContactCentre
import DiscreteEvents

/// A place in a ledger that moves on as events are read.
///
/// Every block is verified before an event of it is handed over: that it is the one the index says is there, that its
/// bytes match their checksum, and that the events decoded match its digest. So are the snapshots it passes.
public struct LedgerCursor: ~Copyable {
  private let reader: LedgerReader
  /// The block to be read next.
  private var block: Int
  /// The number of the first event wanted.
  private let event: UInt64
  /// The earliest time wanted.
  private let time: Milliseconds
  /// The fingerprint of the events before ``block``; nil where that has still to be looked up.
  private var digest: EventDigest?
  private var decoder = EventDecoder(capacity: LedgerLimits.eventsInBlock)
  private let buffer: UnsafeMutableRawBufferPointer

  init(_ reader: LedgerReader, block: Int, event: UInt64, time: Milliseconds) {
    self.reader = reader
    self.block = block
    self.event = event
    self.time = time
    let longest = UInt64(BlockHeader.length) + UInt64(LedgerLimits.eventsInBlock * Shape.longestEvent).padded
    // Asked for once; the system provides as much of it as the longest block uses.
    buffer = .allocate(byteCount: Int(longest) + EventDecoder.slack, alignment: 8)
    if block == 0 { digest = EventDigest() }
  }

  deinit { buffer.deallocate() }

  /// Reads on and hands over the events of the next block that has any that are wanted.
  ///
  /// False, with nothing handed over, at the end of the ledger.
  ///
  /// - Throws: ``LedgerError`` if a block cannot be read, or is not as it was written.
  public mutating func advance(_ consume: (Span<Event>) -> Void) throws(LedgerError) -> Bool {
    while block < reader.blocks.count {
      let index = block
      let entry = reader.blocks[index]
      if entry.kind == .events {
        var events = try read(index)
        block += 1
        if entry.firstEvent < event {
          let unwanted = min(event - entry.firstEvent, UInt64(events.count))
          events = events.dropFirst(Int(unwanted)).rebased
        }
        if entry.firstTime < time { events = events.drop { $0.time < time }.rebased }
        if events.isEmpty { continue }
        consume(events.span)
        return true
      }
      let header = try reader.verifiedHeader(index)
      guard try reader.source.isIntact(header, at: entry.offset) else { throw reader.damage(index, .checksum) }
      block += 1
    }
    // Between the last block and the tail nothing may be missing either.
    if let digest, let last = reader.blocks.indices.last, digest != reader.digest { throw reader.damage(last, .digest) }
    return false
  }

  /// The events of block number `index`, verified.
  private mutating func read(_ index: Int) throws(LedgerError) -> UnsafeBufferPointer<Event> {
    let entry = reader.blocks[index]
    let length = Int(reader.end(of: index) - entry.offset)
    guard length + EventDecoder.slack <= buffer.count, let start = buffer.baseAddress else {
      throw reader.damage(index, .misplaced)
    }
    guard try reader.source.fill(UnsafeMutableRawBufferPointer(rebasing: buffer[..<length]), at: entry.offset) else {
      throw reader.damage(index, .short)
    }
    guard let header = BlockHeader(readingFrom: start, key: reader.source.key) else {
      throw reader.damage(index, .header)
    }
    try reader.verify(header, index)
    let payload = UnsafeRawBufferPointer(rebasing: buffer[BlockHeader.length..<length])
    guard Checksum.of(payload, key: reader.source.key) == header.payloadChecksum, let first = payload.baseAddress else {
      throw reader.damage(index, .checksum)
    }
    guard
      let events = decoder.decode(first, length: Int(header.payloadLength), count: Int(header.eventCount)),
      events.first?.time == entry.firstTime, events.last?.time == entry.lastTime
    else { throw reader.damage(index, .events) }
    var digest = if let digest { digest } else { try reader.verifiedHeader(index - 1).digest }
    digest.fold(events.span)
    guard digest == header.digest else { throw reader.damage(index, .digest) }
    self.digest = digest
    return events
  }
}

extension Slice<UnsafeBufferPointer<Event>> {
  /// The same events, counted from 0.
  fileprivate var rebased: UnsafeBufferPointer<Event> { UnsafeBufferPointer(rebasing: self) }
}
