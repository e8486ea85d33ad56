import Foundation
import Synchronization

/// The ledgers on this machine's disks.
public struct DiskLedgers: LedgerStorage {
  /// The ledgers on this machine's disks.
  public init() {}

  /// Opens the file at `path` to be read.
  public func open(_ path: String) throws(StorageFault) -> any LedgerFile {
    // Without waiting for whoever might write into it, as the system has it for a pipe.
    let file = try DiskFile(path, O_RDONLY | O_NONBLOCK, .open)
    guard try file.isRegular() else { throw StorageFault(.open, .irregular) }
    return file
  }

  /// Makes an empty file at `path` to be written.
  public func create(_ path: String) throws(StorageFault) -> any LedgerFile {
    let file = try DiskFile(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND, .create)
    try file.lock(.create)
    return file
  }

  /// Opens the file at `path` to be written on from its end.
  public func append(to path: String) throws(StorageFault) -> any LedgerFile {
    // What is no file may be waited for without end, as a pipe is on some systems.
    let file = try DiskFile(path, O_RDWR | O_APPEND | O_NONBLOCK, .open)
    try file.lock(.open)
    return file
  }

  /// Gives the file `old` the name `new`, and waits until the disk holds the folder as it is then.
  public func rename(_ old: String, to new: String) throws(StorageFault) {
    guard Foundation.rename(old, new) == 0 else { throw .latest(.rename) }
    let slash = new.lastIndex(of: "/")
    let folder = slash.map { $0 == new.startIndex ? "/" : String(new[..<$0]) } ?? "."
    let file = try DiskFile(folder, O_RDONLY, .sync)
    try file.sync()
  }
}

/// An open file of this machine. Calls that a signal interrupts are made again.
private final class DiskFile: LedgerFile {
  /// Less than 0 once it is closed.
  private let descriptor: Atomic<Int32>

  init(_ path: String, _ flags: Int32, _ operation: StorageFault.Operation) throws(StorageFault) {
    descriptor = Atomic(try attempt(operation) { open(path, flags | O_CLOEXEC, 0o666) })
  }

  deinit {
    let opened = opened
    if opened >= 0 { _ = Foundation.close(opened) }
  }

  private var opened: Int32 { descriptor.load(ordering: .relaxed) }

  /// Whether it has bytes at places, which a folder or a pipe has not.
  func isRegular() throws(StorageFault) -> Bool {
    var status = stat()
    _ = try attempt(.open) { fstat(opened, &status) }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Keeps other programs from writing it as long as this one has it open. Where the file system knows no locks, nothing.
  func lock(_ operation: StorageFault.Operation) throws(StorageFault) {
    if flock(opened, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { throw StorageFault(operation, .inUse) }
  }

  func length() throws(StorageFault) -> UInt64 {
    var status = stat()
    _ = try attempt(.read) { fstat(opened, &status) }
    return UInt64(status.st_size)
  }

  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(StorageFault) -> Int {
    guard let offset = off_t(exactly: offset) else { return 0 }
    return try attempt(.read) { pread(opened, bytes.baseAddress, bytes.count, offset) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageFault) -> Int {
    let count = try attempt(.write) { Foundation.write(opened, bytes.baseAddress, bytes.count) }
    // Nothing written and nothing wrong would be tried again for ever.
    guard count > 0 || bytes.isEmpty else { throw StorageFault(.write, .system("the system took no byte")) }
    return count
  }

  func truncate(to length: UInt64) throws(StorageFault) {
    guard let length = off_t(exactly: length) else { throw StorageFault(.truncate, .system("no file is that long")) }
    _ = try attempt(.truncate) { ftruncate(opened, length) }
  }

  func sync() throws(StorageFault) {
    while fsync(opened) != 0 {
      // Some file systems cannot be asked this of a folder; nothing more can be done there.
      if errno == EINVAL { return }
      if errno != EINTR { throw .latest(.sync) }
    }
  }

  func isNamed(_ path: String) throws(StorageFault) -> Bool {
    var (own, there) = (stat(), stat())
    _ = try attempt(.rename) { fstat(opened, &own) }
    do { _ = try attempt(.rename) { stat(path, &there) } } catch {
      if error.reason == .missing { return false }
      throw error
    }
    return own.st_dev == there.st_dev && own.st_ino == there.st_ino
  }

  func close() throws(StorageFault) {
    let closing = descriptor.exchange(-1, ordering: .relaxed)
    // Not made again when interrupted: the descriptor is gone then all the same.
    guard Foundation.close(closing) == 0 || errno == EINTR else { throw .latest(.close) }
  }
}

/// Makes a call of the system until no signal interrupts it; what it returned, unless that is negative.
private func attempt<Result: SignedInteger>(
  _ operation: StorageFault.Operation, _ call: () -> Result
) throws(StorageFault) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw .latest(operation) }
  }
}

extension StorageFault {
  /// Why the latest call of the system failed.
  fileprivate static func latest(_ operation: Operation) -> StorageFault {
    switch errno {
    case ENOENT, ENOTDIR: StorageFault(operation, .missing)
    case EEXIST: StorageFault(operation, .exists)
    case let code: StorageFault(operation, .system(String(cString: strerror(code))))
    }
  }
}
