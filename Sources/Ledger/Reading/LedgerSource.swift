/// The bytes of a ledger being read: a file, its length when it was opened, and the key of its checksums.
struct LedgerSource: Sendable {
  let path: String
  let file: any LedgerFile
  /// What the file held when it was opened. A ledger still being written is read as far as it went then.
  let length: UInt64
  /// The checksum of the header, and so the key of all others.
  var key: UInt64 = 0

  /// How much is read at once where much must be read.
  static let chunk = 1 << 16

  init(path: String, file: any LedgerFile) throws(LedgerError) {
    self.path = path
    self.file = file
    do { length = try file.length() } catch { throw .storage(path: path, error) }
  }

  /// Fills `bytes` with what stands at `offset`; false if the file ends before they are full.
  func fill(_ bytes: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(LedgerError) -> Bool {
    guard offset <= length, UInt64(bytes.count) <= length - offset else { return false }
    var count = 0
    while count < bytes.count {
      let some: Int
      do {
        some = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[count...]), at: offset + UInt64(count))
      } catch {
        throw .storage(path: path, error)
      }
      if some == 0 { return false }
      count += some
    }
    return true
  }

  /// The `count` bytes at `offset`; nil if the file ends before that, which is found before room is made for them.
  func bytes(_ count: UInt64, at offset: UInt64) throws(LedgerError) -> [UInt8]? {
    guard offset <= length, count <= length - offset, let count = Int(exactly: count) else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    var span = bytes.mutableSpan
    let isFull = try span.withUnsafeMutableBytes { bytes throws(LedgerError) in try fill(bytes, at: offset) }
    return isFull ? bytes : nil
  }

  /// The header of the block at `offset`; nil if there is none.
  func blockHeader(at offset: UInt64) throws(LedgerError) -> BlockHeader? {
    guard let bytes = try bytes(UInt64(BlockHeader.length), at: offset) else { return nil }
    return bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.flatMap { BlockHeader(readingFrom: $0, key: key) }
    }
  }

  /// Whether the payload of the block at `offset` is as it was written. O(payload), in constant memory.
  func isIntact(_ header: BlockHeader, at offset: UInt64) throws(LedgerError) -> Bool {
    var checksum = Checksum(key: key)
    var offset = offset + UInt64(BlockHeader.length)
    var left = header.payloadLength.padded
    while left > 0 {
      let count = min(left, UInt64(Self.chunk))
      guard let bytes = try bytes(count, at: offset) else { return false }
      bytes.withUnsafeBytes { checksum.fold($0) }
      offset += count
      left -= count
    }
    return checksum.value == header.payloadChecksum
  }
}

extension LedgerSource {
  /// Reads the header of the file, takes its checksum for the key, and says what it says and where it ends.
  mutating func readHeader() throws(LedgerError) -> (header: LedgerHeader, end: UInt64) {
    guard let fixed = try bytes(UInt64(LedgerHeader.fixedLength), at: 0) else {
      throw try isBeginning() ? .headerIncomplete(path: path) : .notALedger(path: path)
    }
    let words = (0..<3).map { index in
      fixed.withUnsafeBytes { $0.baseAddress.map { $0.word(at: 8 * index) } ?? 0 }
    }
    guard words[0] == LedgerHeader.mark else { throw .notALedger(path: path) }
    let end = words[2]
    guard end % 8 == 0, end > UInt64(LedgerHeader.fixedLength), end <= LedgerLimits.header else {
      throw .headerDamaged(path: path)
    }
    guard let bytes = try bytes(end, at: 0) else { throw .headerIncomplete(path: path) }
    key = LedgerHeader.key(of: bytes)
    let checksum = bytes.withUnsafeBytes {
      Checksum.of(UnsafeRawBufferPointer(rebasing: $0.dropLast(8)), key: 0)
    }
    guard checksum == key else { throw .headerDamaged(path: path) }
    // Only now is it certain that the versions are what was written.
    let (format, schema) = (UInt32(truncatingIfNeeded: words[1]), UInt32(words[1] >> 32))
    guard format <= LedgerHeader.formatVersion else {
      throw .tooNew(path: path, what: "format", found: format, known: LedgerHeader.formatVersion)
    }
    guard schema <= LedgerHeader.schemaVersion else {
      throw .tooNew(path: path, what: "schema of events", found: schema, known: LedgerHeader.schemaVersion)
    }
    guard format > 0, schema > 0, let header = LedgerHeader(decoding: bytes) else { throw .headerDamaged(path: path) }
    return (header, end)
  }

  /// Whether the file, too short for a header, begins as one.
  private func isBeginning() throws(LedgerError) -> Bool {
    let mark = withUnsafeBytes(of: LedgerHeader.mark.littleEndian) { Array($0) }
    let bytes = try bytes(min(length, 8), at: 0) ?? []
    return mark.starts(with: bytes)
  }
}
