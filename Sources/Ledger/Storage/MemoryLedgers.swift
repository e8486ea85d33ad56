import Synchronization

/// Ledgers held in memory, for tests and for bytes that were read from elsewhere.
public final class MemoryLedgers: LedgerStorage {
  fileprivate let files: Mutex<[String: [UInt8]]>

  /// Files of these bytes, by path.
  public init(_ files: [String: [UInt8]] = [:]) { self.files = Mutex(files) }

  /// The bytes of a file; nil if there is none.
  public subscript(path: String) -> [UInt8]? { files.withLock { $0[path] } }

  /// Opens the file at `path` to be read.
  public func open(_ path: String) throws(StorageFault) -> any LedgerFile {
    guard self[path] != nil else { throw StorageFault(.open, .missing) }
    return MemoryLedger(path, of: self)
  }

  /// Makes an empty file at `path`, which must be none's.
  public func create(_ path: String) throws(StorageFault) -> any LedgerFile {
    let isNew = files.withLock { files in
      if files[path] != nil { return false }
      files[path] = []
      return true
    }
    guard isNew else { throw StorageFault(.create, .exists) }
    return MemoryLedger(path, of: self)
  }

  /// Opens the file at `path` to be written on from its end.
  public func append(to path: String) throws(StorageFault) -> any LedgerFile { try open(path) }

  /// Gives the file `old` the name `new`, instead of any file of that name.
  public func rename(_ old: String, to new: String) throws(StorageFault) {
    let isDone = files.withLock { files in
      guard let bytes = files.removeValue(forKey: old) else { return false }
      files[new] = bytes
      return true
    }
    guard isDone else { throw StorageFault(.rename, .missing) }
  }
}

/// A file of ``MemoryLedgers``.
private final class MemoryLedger: LedgerFile {
  private let path: String
  private let ledgers: MemoryLedgers

  init(_ path: String, of ledgers: MemoryLedgers) {
    self.path = path
    self.ledgers = ledgers
  }

  func length() -> UInt64 { ledgers.files.withLock { UInt64($0[path]?.count ?? 0) } }

  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: UInt64) -> Int {
    let all = ledgers[path] ?? []
    guard offset < UInt64(all.count) else { return 0 }
    let some = all[Int(offset)..<min(all.count, Int(offset) + bytes.count)]
    bytes.copyBytes(from: some)
    return some.count
  }

  func write(_ bytes: UnsafeRawBufferPointer) -> Int {
    let some = Array(bytes)
    ledgers.files.withLock { $0[path, default: []] += some }
    return some.count
  }

  func truncate(to length: UInt64) {
    ledgers.files.withLock { files in
      if let bytes = files[path], length < UInt64(bytes.count) { files[path] = Array(bytes[..<Int(length)]) }
    }
  }

  /// Memory has nothing safer to go to.
  func sync() {}

  /// What is in memory loses its name by being given another only.
  func isNamed(_ path: String) -> Bool { path == self.path && ledgers[path] != nil }

  func close() {}
}
