import ContactCentre
import DiscreteEvents

/// Reads a ledger, finished or not, and vouches for what it hands over: any bit that is not as it was written is an error,
/// which says where and what is lost.
///
/// Memory is for the index (40 bytes for each block of some 4,096 events) and one block, however long the ledger is.
public struct LedgerReader: Sendable {
  /// The file.
  public let path: String
  /// The run whose events these are.
  public let header: LedgerHeader
  /// Whether its run came to its end.
  public let status: LedgerStatus
  /// The blocks there are.
  public let blocks: [LedgerBlock]
  /// The fingerprint of all events, and their number.
  public let digest: EventDigest
  /// The time of the last event or snapshot; 0 if there is none.
  public let lastTime: Milliseconds
  let source: LedgerSource
  /// Where the last whole block ends, a tail not counted.
  let end: UInt64
  /// The key of all checksums.
  var key: UInt64 { source.key }

  /// Opens a ledger.
  ///
  /// A finished one is opened by its index, O(blocks); the blocks themselves are verified when they are read. One
  /// without an index, as a crash leaves it, is verified from beginning to end, O(bytes), and what is no whole block at its
  /// end is left out: ``status`` says how much.
  ///
  /// - Throws: ``LedgerError`` if there is no such file, or it is no ledger, or its header or index is damaged.
  public init(path: String, storage: some LedgerStorage = DiskLedgers()) throws(LedgerError) {
    let file: any LedgerFile
    do { file = try storage.open(path) } catch { throw .storage(path: path, error) }
    try self.init(path: path, file: file)
  }

  init(path: String, file: any LedgerFile) throws(LedgerError) {
    self.path = path
    var source = try LedgerSource(path: path, file: file)
    let start: UInt64
    (header, start) = try source.readHeader()
    self.source = source
    if let (tail, offset, index) = try source.index(from: start) {
      status = .finished
      blocks = index
      digest = tail.digest
      lastTime = Milliseconds(tail.lastTime)
      end = offset
    } else {
      // Going through all blocks also finds what is wrong with an index.
      let scan = try LedgerScan(source, from: start)
      status = scan.status
      blocks = scan.blocks
      digest = scan.digest
      lastTime = scan.lastTime
      end = scan.end
    }
  }

  /// Throws what reading the ledger at `path` would if there is none, or its header is damaged. O(bytes of the header),
  /// however many events follow.
  static func checkBeginning(of path: String, in storage: some LedgerStorage) throws(LedgerError) {
    let file: any LedgerFile
    do { file = try storage.open(path) } catch { throw .storage(path: path, error) }
    var source = try LedgerSource(path: path, file: file)
    _ = try source.readHeader()
  }

  /// How many events there are.
  public var eventCount: UInt64 { digest.count }

  /// The events from number `first` on. O(log blocks) to begin with.
  public func cursor(from first: UInt64 = 0) -> LedgerCursor {
    // Of the blocks that begin with the same number the last is the one with events, the others are snapshots.
    let behind = blocks.firstPlace { $0.firstEvent > first }
    return LedgerCursor(self, block: max(behind - 1, 0), event: first, time: 0)
  }

  /// The events that happened at `time` or later. O(log blocks) to begin with.
  public func cursor(fromTime time: Milliseconds) -> LedgerCursor {
    LedgerCursor(self, block: blocks.firstPlace { $0.lastTime >= time }, event: 0, time: time)
  }

  /// Hands over the events from number `first` on, block by block, and passes on what `body` throws.
  public func forEachBlock(from first: UInt64 = 0, _ body: (Span<Event>) throws -> Void) throws {
    var cursor = cursor(from: first)
    var failure: (any Error)?
    while try cursor.advance({ events in
      do { try body(events) } catch { failure = error }
    }) {
      if let failure { throw failure }
    }
  }

  /// Reads everything and throws if anything is not as it was written. O(bytes).
  ///
  /// Reading all events has the same effect.
  public func verify() throws(LedgerError) {
    var cursor = cursor()
    while try cursor.advance({ _ in }) {}
  }

  /// The latest snapshot of the state after `count` events or fewer; nil if there is none.
  ///
  /// Goes on from there: ``cursor(from:)`` with its ``LedgerSnapshot/event``.
  ///
  /// - Throws: ``LedgerError`` if it cannot be read, or is not as it was written.
  public func snapshot(afterAtMost count: UInt64) throws(LedgerError) -> LedgerSnapshot? {
    guard let index = blocks.lastIndex(where: { $0.kind == .snapshot && $0.firstEvent <= count }) else { return nil }
    let block = blocks[index]
    let header = try verifiedHeader(index)
    guard try source.isIntact(header, at: block.offset) else { throw damage(index, .checksum) }
    let start = block.offset + UInt64(BlockHeader.length)
    guard let bytes = try source.bytes(header.payloadLength, at: start) else { throw damage(index, .short) }
    return LedgerSnapshot(event: block.firstEvent, time: block.lastTime, bytes: bytes)
  }
}

/// A state that was stored in a ledger.
public struct LedgerSnapshot: Equatable, Sendable {
  /// After how many events it was so, and so the number of the next.
  public var event: UInt64
  /// When it was so, since the first instant of the run.
  public var time: Milliseconds
  /// The state, as it was given to ``LedgerWriter/appendSnapshot(_:at:)``.
  public var bytes: [UInt8]
}

extension LedgerReader {
  /// The byte at which block number `index` ends.
  func end(of index: Int) -> UInt64 { index + 1 < blocks.count ? blocks[index + 1].offset : end }

  /// The number of the first event after block number `index`.
  func endEvent(of index: Int) -> UInt64 { index + 1 < blocks.count ? blocks[index + 1].firstEvent : digest.count }

  /// The header of block number `index`, which is just what the index says of it.
  func verifiedHeader(_ index: Int) throws(LedgerError) -> BlockHeader {
    guard let header = try source.blockHeader(at: blocks[index].offset) else { throw damage(index, .header) }
    try verify(header, index)
    return header
  }

  /// Throws unless `header` is what the index says of block number `index`.
  func verify(_ header: BlockHeader, _ index: Int) throws(LedgerError) {
    let block = blocks[index]
    guard header.isSound else { throw damage(index, .unsound) }
    guard header.kind == block.kind, header.sequence == UInt64(index), header.firstEvent == block.firstEvent,
      header.endEvent == endEvent(of: index), Milliseconds(header.firstTime) == block.firstTime,
      Milliseconds(header.lastTime) == block.lastTime, header.blockLength == end(of: index) - block.offset
    else { throw damage(index, .misplaced) }
  }

  /// The error that block number `index` is damaged.
  func damage(_ index: Int, _ finding: LedgerDamage.Finding) -> LedgerError {
    let block = blocks[index]
    let events = block.firstEvent..<endEvent(of: index)
    let isKnown = !events.isEmpty && block.firstTime <= block.lastTime
    return .damaged(
      path: path,
      LedgerDamage(
        block: UInt64(index), offset: block.offset, finding: finding, events: events,
        times: isKnown ? block.firstTime...block.lastTime : nil))
  }
}

extension LedgerSource {
  /// The tail of a finished ledger whose blocks begin at `start`, where it begins, and the blocks it lists; nil if the file
  /// has no tail or not everything about it is right.
  func index(from start: UInt64) throws(LedgerError) -> (tail: BlockHeader, offset: UInt64, blocks: [LedgerBlock])? {
    guard let offset = try footer()?.tail, let tail = try blockHeader(at: offset), tail.kind == .tail, tail.isSound,
      // A header has been read there, and so these sums do not overflow.
      offset + tail.blockLength + UInt64(LedgerFooter.length) == length, try isIntact(tail, at: offset),
      let payload = try bytes(tail.payloadLength, at: offset + UInt64(BlockHeader.length)),
      let blocks = payload.withUnsafeBytes({ payload in
        LedgerIndex.decoded(
          payload, digest: tail.digest.hexadecimal, from: start, to: offset, events: tail.firstEvent)
      }), tail.sequence == UInt64(blocks.count)
    else { return nil }
    return (tail, offset, blocks)
  }
}

extension [LedgerBlock] {
  /// The first place at which `isBehind` is true, if it is true from some place on; else how many there are. O(log n).
  fileprivate func firstPlace(where isBehind: (LedgerBlock) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
