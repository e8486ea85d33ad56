import ContactCentre
import DiscreteEvents

/// What comes of going through a ledger from block to block, as must be done where there is no index.
struct LedgerScan {
  /// The whole blocks.
  private(set) var blocks: [LedgerBlock] = []
  /// Where they end.
  private(set) var end: UInt64
  /// The fingerprint of their events.
  private(set) var digest = EventDigest()
  /// The time of their last event.
  private(set) var lastTime: Milliseconds = 0
  /// Whether the ledger is finished, and if not, what a crash left behind them.
  private(set) var status = LedgerStatus.unfinished(nil)

  /// Goes through the blocks from `start` on and verifies that their bytes are what was written.
  ///
  /// Where one is not, the question is whether writing it was cut short or it was changed afterwards. It was changed if the
  /// disk had confirmed it, and it had if a later block says so or the file has a footer. Then it is an error; otherwise
  /// the ledger ends there. O(bytes of the file), in memory for the index.
  init(_ source: LedgerSource, from start: UInt64) throws(LedgerError) {
    end = start
    while end < source.length {
      guard let header = try source.blockHeader(at: end) else {
        let isShort = source.length - end < UInt64(BlockHeader.length)
        try stop(source, isShort ? .short : .header, nil)
        return
      }
      guard header.isSound, header.sequence == UInt64(blocks.count), header.firstEvent == digest.count,
        header.kind == .events || header.digest == digest
      else {
        try stop(source, .unsound, nil)
        return
      }
      guard header.blockLength <= source.length - end else {
        try stop(source, .short, header)
        return
      }
      guard try source.isIntact(header, at: end) else {
        try stop(source, .checksum, header)
        return
      }
      if header.kind == .tail {
        try finish(source, header)
        return
      }
      blocks.append(
        LedgerBlock(
          kind: header.kind, offset: end, firstEvent: header.firstEvent, firstTime: Milliseconds(header.firstTime),
          lastTime: Milliseconds(header.lastTime)))
      end += header.blockLength
      digest = header.digest
      lastTime = Milliseconds(header.lastTime)
    }
  }

  /// Looks at what comes after an intact tail at ``end``: the footer and nothing else, or as much of it as was written.
  private mutating func finish(_ source: LedgerSource, _ tail: BlockHeader) throws(LedgerError) {
    let offset = end + tail.blockLength
    let expected = LedgerFooter(tail: end).encoded
    let rest = try source.bytes(min(source.length - offset, UInt64(LedgerFooter.length) + 1), at: offset) ?? []
    if rest == expected {
      status = .finished
    } else if rest.count < expected.count || rest == [UInt8](repeating: 0, count: expected.count) {
      status = .unfinished(
        LedgerTear(block: tail.sequence, offset: end, bytes: source.length - end, finding: .footer))
    } else {
      throw .damaged(
        path: source.path,
        LedgerDamage(block: tail.sequence, offset: end, finding: .footer, events: digest.count..<digest.count))
    }
  }

  /// Decides about the block at ``end``, which is not as it was written. `header` is its header if that is.
  private mutating func stop(
    _ source: LedgerSource, _ finding: LedgerDamage.Finding, _ header: BlockHeader?
  ) throws(LedgerError) {
    let sequence = UInt64(blocks.count)
    let later = try LaterBlocks(source, after: end, from: sequence)
    let footer = try source.footer()
    guard footer != nil || later.synced > sequence else {
      status = .unfinished(
        LedgerTear(block: sequence, offset: end, bytes: source.length - end, finding: finding))
      return
    }
    let first = digest.count
    let next = later.first.map(\.firstEvent) ?? header?.endEvent ?? first
    var times: ClosedRange<Milliseconds>?
    if next > first {
      let earliest = header.map { Milliseconds($0.firstTime) } ?? lastTime
      let latest = header.map { Milliseconds($0.lastTime) } ?? later.first.map { Milliseconds($0.firstTime) }
      if let latest, earliest <= latest { times = earliest...latest }
    }
    throw .damaged(
      path: source.path,
      LedgerDamage(block: sequence, offset: end, finding: finding, events: first..<max(first, next), times: times))
  }
}

/// The headers of blocks found by looking for their mark at every byte, where the way from block to block is lost.
private struct LaterBlocks {
  /// The header that comes first.
  private(set) var first: BlockHeader?
  /// How many blocks the disk had confirmed according to the one that knows of the most.
  private(set) var synced: UInt64 = 0

  /// Looks behind `offset` for blocks with numbers above `sequence`. O(bytes), in constant memory.
  init(_ source: LedgerSource, after offset: UInt64, from sequence: UInt64) throws(LedgerError) {
    let header = BlockHeader.length
    var offset = offset + 1
    while offset < source.length, source.length - offset >= UInt64(header) {
      let count = min(source.length - offset, UInt64(LedgerSource.chunk))
      guard let bytes = try source.bytes(count, at: offset) else { return }
      bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        for place in 0...bytes.count - header where start.word(at: place) == BlockHeader.mark {
          guard let found = BlockHeader(readingFrom: start + place, key: source.key), found.isSound,
            found.sequence > sequence
          else { continue }
          if first == nil { first = found }
          synced = max(synced, found.syncedBlocks)
        }
      }
      // What begins in the last bytes of this chunk is looked at again with the next.
      offset += count - UInt64(header - 1)
    }
  }
}

extension LedgerSource {
  /// The footer the file ends with; nil if it ends otherwise.
  func footer() throws(LedgerError) -> LedgerFooter? {
    let length = UInt64(LedgerFooter.length)
    guard self.length >= length, let bytes = try bytes(length, at: self.length - length) else { return nil }
    return bytes.withUnsafeBytes { bytes in bytes.baseAddress.flatMap { LedgerFooter(readingFrom: $0) } }
  }
}
