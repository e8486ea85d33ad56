import Ledger
import Synchronization

/// Files in memory that know which of their bytes would outlive a crash of the machine, and that fail when told to.
final class MemoryLedgers: LedgerStorage {
  struct File {
    var bytes: [UInt8] = []
    /// What the disk holds for certain.
    var synced: [UInt8] = []
  }

  struct State {
    var files: [String: File] = [:]
    /// How many operations have been asked for.
    var operations = 0
    /// The first operation that fails; nil for none.
    var failing: Int?
    /// Whether all operations after that fail as well, as on a full disk.
    var staysBroken = false
    /// The most bytes one write takes.
    var mostWritten = Int.max
    /// Every operation asked for, in order.
    var history: [StorageFault.Operation] = []
  }

  let state: Mutex<State>

  init(_ files: [String: [UInt8]] = [:], failing: Int? = nil, staysBroken: Bool = false, mostWritten: Int = .max) {
    var state = State()
    state.files = files.mapValues { File(bytes: $0, synced: $0) }
    state.failing = failing
    state.staysBroken = staysBroken
    state.mostWritten = mostWritten
    self.state = Mutex(state)
  }

  subscript(path: String) -> [UInt8]? { state.withLock { $0.files[path]?.bytes } }
  func synced(_ path: String) -> [UInt8]? { state.withLock { $0.files[path]?.synced } }
  var operations: Int { state.withLock { $0.operations } }
  var history: [StorageFault.Operation] { state.withLock { $0.history } }

  static let reason = StorageFault.Reason.system("No space left on device")

  /// Does `body`, unless this is the operation that fails.
  @discardableResult
  func perform<Value: Sendable>(
    _ operation: StorageFault.Operation, _ body: (inout sending State) -> Result<Value, StorageFault>
  ) throws(StorageFault) -> Value {
    let result = state.withLock { state -> Result<Value, StorageFault> in
      defer { state.operations += 1 }
      state.history.append(operation)
      if let failing = state.failing, state.operations == failing || state.staysBroken && state.operations > failing {
        return .failure(StorageFault(operation, Self.reason))
      }
      return body(&state)
    }
    return try result.get()
  }

  func open(_ path: String) throws(StorageFault) -> any LedgerFile {
    try perform(.open) { $0.files[path] == nil ? .failure(StorageFault(.open, .missing)) : .success(()) }
    return MemoryFile(self, path)
  }

  func create(_ path: String) throws(StorageFault) -> any LedgerFile {
    try perform(.create) { state -> Result<Void, StorageFault> in
      guard state.files[path] == nil else { return .failure(StorageFault(.create, .exists)) }
      state.files[path] = File()
      return .success(())
    }
    return MemoryFile(self, path)
  }

  func append(to path: String) throws(StorageFault) -> any LedgerFile { try open(path) }

  func rename(_ old: String, to new: String) throws(StorageFault) {
    try perform(.rename) { state -> Result<Void, StorageFault> in
      state.files[new] = state.files.removeValue(forKey: old)
      return .success(())
    }
  }
}

private final class MemoryFile: LedgerFile {
  private let ledgers: MemoryLedgers
  private let path: String

  init(_ ledgers: MemoryLedgers, _ path: String) {
    self.ledgers = ledgers
    self.path = path
  }

  func length() throws(StorageFault) -> UInt64 {
    try ledgers.perform(.read) { [path] in .success(UInt64($0.files[path]?.bytes.count ?? 0)) }
  }

  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(StorageFault) -> Int {
    let count = bytes.count
    let some = try ledgers.perform(.read) { [path] state -> Result<ArraySlice<UInt8>, StorageFault> in
      let all = state.files[path]?.bytes ?? []
      guard offset < UInt64(all.count) else { return .success(ArraySlice<UInt8>()) }
      return .success(all[Int(offset)..<min(all.count, Int(offset) + count)])
    }
    bytes.copyBytes(from: some)
    return some.count
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageFault) -> Int {
    let bytes = Array(bytes)
    return try ledgers.perform(.write) { [path] state -> Result<Int, StorageFault> in
      let some = bytes.prefix(state.mostWritten)
      state.files[path]?.bytes += some
      return .success(some.count)
    }
  }

  func truncate(to length: UInt64) throws(StorageFault) {
    try ledgers.perform(.truncate) { [path] state -> Result<Void, StorageFault> in
      if let bytes = state.files[path]?.bytes { state.files[path]?.bytes = Array(bytes.prefix(Int(length))) }
      return .success(())
    }
  }

  func sync() throws(StorageFault) {
    try ledgers.perform(.sync) { [path] state -> Result<Void, StorageFault> in
      if let bytes = state.files[path]?.bytes { state.files[path]?.synced = bytes }
      return .success(())
    }
  }

  func isNamed(_ path: String) -> Bool { path == self.path && ledgers[path] != nil }

  func close() throws(StorageFault) { try ledgers.perform(.close) { _ in .success(()) } }
}
