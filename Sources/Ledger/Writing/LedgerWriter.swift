import ContactCentre
import DiscreteEvents

/// Writes the events of a run to a file as they happen.
///
/// Until the run is over the file is called ``unfinishedPath(of:)``; ``finish()`` gives it its name. So what bears the
/// final name is whole, and what a crash leaves behind can be read (``LedgerReader``) and written on
/// (``init(resuming:storage:options:)``): it holds all events up to ``syncedEventCount`` at least, and maybe more.
///
/// An error is final: whatever is called after it throws it again, and what the file holds by then can be resumed.
public struct LedgerWriter: ~Copyable {
  /// What the file will be called.
  public let path: String
  /// What it says of its run.
  public let header: LedgerHeader
  /// The fingerprint of all events appended so far, those not yet written included.
  public private(set) var digest: EventDigest
  /// How many events are certain to outlive a crash of the machine.
  public private(set) var syncedEventCount: UInt64 = 0

  private let storage: any LedgerStorage
  private let file: any LedgerFile
  private let options: LedgerOptions
  /// The key of all checksums: that of the header.
  private let key: UInt64
  private var blocks: [LedgerBlock]
  /// Where the next block goes.
  private var end: UInt64
  /// How many bytes the last block took.
  private var length: UInt64 = 0
  private var encoder: EventEncoder
  private var firstTime: Milliseconds = 0
  private var lastTime: Milliseconds
  private var syncedBlocks: Int
  private var failure: LedgerError?

  /// What a ledger is called until it is finished.
  public static func unfinishedPath(of path: String) -> String { path + ".part" }

  /// Begins a ledger. When this returns, its header is on the disk.
  ///
  /// A finished ledger of the same name stays as it is until ``finish()``; an unfinished one is refused.
  ///
  /// - Throws: ``LedgerError/storage(path:_:)`` if the disk will not, of which ``StorageFault/Reason/inUse`` says that a program
  ///   is writing an unfinished one; ``LedgerError/inTheWay(path:)`` if there is one that nobody writes;
  ///   ``LedgerError/nameTaken(path:)`` if there is something else where it would be.
  public init(
    path: String, header: LedgerHeader, storage: some LedgerStorage = DiskLedgers(),
    options: LedgerOptions = LedgerOptions()
  ) throws(LedgerError) {
    let part = Self.unfinishedPath(of: path)
    let bytes = header.encoded()
    let file: any LedgerFile
    do {
      file = try storage.create(part)
      try file.writeAll(bytes)
      try file.sync()
    } catch {
      throw error.reason == .exists ? Self.obstacle(at: part, in: storage) : .storage(path: part, error)
    }
    self.init(
      path: path, header: header, storage: storage, file: file, options: options,
      key: LedgerHeader.key(of: bytes), blocks: [], end: UInt64(bytes.count), digest: EventDigest(), lastTime: 0)
  }

  /// What there is at `part` is to a new ledger: an unfinished one that was left over, unless a program is writing it, or
  /// something else, which nobody must be told to remove.
  private static func obstacle(at part: String, in storage: some LedgerStorage) -> LedgerError {
    do throws(LedgerError) {
      try LedgerReader.checkBeginning(of: part, in: storage)
    } catch {
      switch error {
      case .notALedger: return .nameTaken(path: part)
      case .storage(_, let fault) where fault.reason == .irregular: return .nameTaken(path: part)
      // Nobody knows what it is that may not be read, but that it is there.
      case .storage: return .storage(path: part, StorageFault(.create, .exists))
      // One that its writer did not get far with, or that was damaged since, is a ledger nevertheless.
      default: break
      }
    }
    do {
      // Let go of at once; nothing is written.
      _ = try storage.append(to: part)
    } catch {
      if error.reason == .inUse { return .storage(path: part, StorageFault(.create, .inUse)) }
    }
    return .inTheWay(path: part)
  }

  /// Takes up an unfinished ledger where it leaves off.
  ///
  /// What a crash left of an incomplete block is cut off. What is there afterwards ``LedgerReader`` reads from
  /// ``unfinishedPath(of:)``; the next event to append is number ``digest``'s count. O(bytes of the file).
  ///
  /// - Throws: ``LedgerError/storage(path:_:)`` if the disk will not; what ``LedgerReader`` throws if what is there is no
  ///   ledger, or damaged.
  public init(
    resuming path: String, storage: some LedgerStorage = DiskLedgers(), options: LedgerOptions = LedgerOptions()
  ) throws(LedgerError) {
    let part = Self.unfinishedPath(of: path)
    let file: any LedgerFile
    do { file = try storage.append(to: part) } catch { throw .storage(path: part, error) }
    let prefix = try LedgerReader(path: part, file: file)
    do {
      try file.truncate(to: prefix.end)
      try file.sync()
    } catch {
      throw .storage(path: part, error)
    }
    self.init(
      path: path, header: prefix.header, storage: storage, file: file, options: options, key: prefix.key,
      blocks: prefix.blocks, end: prefix.end, digest: prefix.digest, lastTime: prefix.lastTime)
  }

  private init(
    path: String, header: LedgerHeader, storage: any LedgerStorage, file: any LedgerFile, options: LedgerOptions,
    key: UInt64, blocks: [LedgerBlock], end: UInt64, digest: EventDigest, lastTime: Milliseconds
  ) {
    self.path = path
    self.header = header
    self.storage = storage
    self.file = file
    self.options = options
    self.key = key
    self.blocks = blocks
    self.end = end
    self.digest = digest
    self.lastTime = lastTime
    encoder = EventEncoder(capacity: options.eventsInBlock)
    syncedBlocks = blocks.count
    syncedEventCount = digest.count
  }

  /// Adds events at the end. O(events); a block is written whenever one is full.
  ///
  /// - Throws: ``LedgerError/storage(path:_:)`` if the disk will not; then and ever after.
  public mutating func append(_ events: Span<Event>) throws(LedgerError) {
    if let failure { throw failure }
    var next = 0
    while next < events.count {
      let some = events.extracting(next..<min(events.count, next + options.eventsInBlock - encoder.count))
      if encoder.count == 0 { firstTime = some[0].time }
      encoder.append(some)
      digest.fold(some)
      lastTime = some[some.count - 1].time
      next += some.count
      if encoder.count == options.eventsInBlock { try writeEvents() }
    }
  }

  /// Adds a snapshot of the state after all events so far, from which a reader need not begin at the beginning.
  ///
  /// - Parameters:
  ///   - bytes: the state, in whatever form its maker can read.
  ///   - time: when it was so: that of the last event, or later.
  ///
  /// - Throws: as ``append(_:)``.
  public mutating func appendSnapshot(_ bytes: [UInt8], at time: Milliseconds) throws(LedgerError) {
    if let failure { throw failure }
    precondition(time >> 48 == 0, "times have 48 bits")
    try writeEvents()
    try write(.snapshot, bytes, time: time)
    try note(LedgerBlock(kind: .snapshot, offset: end, firstEvent: digest.count, firstTime: time, lastTime: time))
  }

  /// Ends the ledger: writes what is left, the index and the footer, and gives the file its name.
  ///
  /// If that fails, the unfinished file stays and can be resumed, even if all there is left to do is the index. Only if somebody
  /// removed it while it was being written, its events are lost, and no other file is given the name.
  ///
  /// - Throws: as ``append(_:)``; with ``StorageFault/Reason/replaced`` if the file was removed.
  public consuming func finish() throws(LedgerError) {
    if let failure { throw failure }
    try writeEvents()
    // The index comes once all blocks are safe, and the footer once the index is: where there is a footer, all is well.
    try sync()
    let footer = LedgerFooter(tail: end).encoded
    try write(.tail, LedgerIndex.encoded(blocks, digest: digest.hexadecimal), time: lastTime)
    do {
      try file.sync()
      try file.writeAll(footer)
      try file.sync()
      try checkIsNamed(.rename)
      try file.close()
      try storage.rename(Self.unfinishedPath(of: path), to: path)
    } catch {
      throw fail(error)
    }
  }

  /// Leaves the ledger unfinished, with all events so far safe on the disk, to be taken up again.
  ///
  /// - Throws: as ``finish()``.
  public consuming func leave() throws(LedgerError) {
    if let failure { throw failure }
    try writeEvents()
    try sync()
    do {
      try checkIsNamed(.close)
      try file.close()
    } catch {
      throw fail(error)
    }
  }

  /// Throws if what has the name of the unfinished file is not the file that was written.
  private func checkIsNamed(_ operation: StorageFault.Operation) throws(StorageFault) {
    guard try file.isNamed(Self.unfinishedPath(of: path)) else { throw StorageFault(operation, .replaced) }
  }

  /// Writes the events of the block being filled, if there are any.
  private mutating func writeEvents() throws(LedgerError) {
    if encoder.count == 0 { return }
    var header = header(.events, count: encoder.count, firstTime, lastTime)
    let (file, key) = (file, key)
    do {
      length = try encoder.withBlock { block, payload throws(StorageFault) in
        try Self.write(block, payload, &header, to: file, key: key)
      }
    } catch {
      throw fail(error)
    }
    encoder.reset()
    try note(
      LedgerBlock(
        kind: .events, offset: end, firstEvent: header.firstEvent, firstTime: firstTime, lastTime: lastTime))
  }

  /// Writes a block of another kind.
  private mutating func write(_ kind: LedgerBlockKind, _ payload: [UInt8], time: Milliseconds) throws(LedgerError) {
    var header = header(kind, count: 0, time, time)
    var block = [UInt8](repeating: 0, count: BlockHeader.length)
    block += payload
    block += repeatElement(0, count: Int(UInt64(payload.count).padded) - payload.count)
    do {
      var block = block.mutableSpan
      length = try block.withUnsafeMutableBytes { block throws(StorageFault) in
        try Self.write(block, payload.count, &header, to: file, key: key)
      }
    } catch {
      throw fail(error)
    }
  }

  /// Puts the header in the first bytes of `block`, of whose payload `length` bytes are meant, and writes it all; how many
  /// bytes that are.
  private static func write(
    _ block: UnsafeMutableRawBufferPointer, _ length: Int, _ header: inout BlockHeader, to file: any LedgerFile,
    key: UInt64
  ) throws(StorageFault) -> UInt64 {
    guard let start = block.baseAddress else { return 0 }
    header.payloadLength = UInt64(length)
    header.payloadChecksum = Checksum.of(UnsafeRawBufferPointer(rebasing: block[BlockHeader.length...]), key: key)
    header.write(to: start, key: key)
    try file.writeAll(UnsafeRawBufferPointer(block))
    return UInt64(block.count)
  }

  private func header(
    _ kind: LedgerBlockKind, count: Int, _ firstTime: Milliseconds, _ lastTime: Milliseconds
  ) -> BlockHeader {
    BlockHeader(
      kind: kind, sequence: UInt64(blocks.count), payloadLength: 0, firstEvent: digest.count - UInt64(count),
      eventCount: UInt64(count), firstTime: UInt64(firstTime), lastTime: UInt64(lastTime),
      syncedBlocks: UInt64(syncedBlocks), lanes: digest.lanes, payloadChecksum: 0)
  }

  /// Takes note of a block that has been written, and syncs if it is time to.
  private mutating func note(_ block: LedgerBlock) throws(LedgerError) {
    blocks.append(block)
    end += length
    if blocks.count - syncedBlocks >= options.blocksBetweenSyncs { try sync() }
  }

  private mutating func sync() throws(LedgerError) {
    do { try file.sync() } catch { throw fail(error) }
    syncedBlocks = blocks.count
    syncedEventCount = digest.count
  }

  /// The error that a fault comes to, from now on.
  private mutating func fail(_ fault: StorageFault) -> LedgerError {
    let error = LedgerError.storage(path: Self.unfinishedPath(of: path), fault)
    failure = error
    return error
  }
}

extension LedgerFile {
  /// Writes all of `bytes` at the end.
  func writeAll(_ bytes: [UInt8]) throws(StorageFault) {
    try bytes.span.withUnsafeBytes { bytes throws(StorageFault) in try writeAll(bytes) }
  }

  /// Writes all of `bytes` at the end, in as many goes as it takes.
  func writeAll(_ bytes: UnsafeRawBufferPointer) throws(StorageFault) {
    var written = 0
    while written < bytes.count {
      written += try write(UnsafeRawBufferPointer(rebasing: bytes[written...]))
    }
  }
}
