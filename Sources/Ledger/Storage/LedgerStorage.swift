/// Where ledgers are kept: the disk, or a test's own memory.
public protocol LedgerStorage: Sendable {
  /// Opens the file at `path` to be read. Fails at once with ``StorageFault/Reason/irregular`` if it is none, such as a
  /// folder or a pipe.
  func open(_ path: String) throws(StorageFault) -> any LedgerFile

  /// Makes an empty file at `path` to be written, or fails with ``StorageFault/Reason/exists``.
  func create(_ path: String) throws(StorageFault) -> any LedgerFile

  /// Opens the file at `path` to be written on from its end. Fails with ``StorageFault/Reason/inUse`` if a program that
  /// may still run is writing it.
  func append(to path: String) throws(StorageFault) -> any LedgerFile

  /// Gives the file `old` the name `new`, at once and instead of any file of that name, and sees to it that a crash does
  /// not take that back.
  func rename(_ old: String, to new: String) throws(StorageFault)
}

/// An open file. Closed when it is let go of at the latest. Several threads may read it at a time; one at most writes.
public protocol LedgerFile: AnyObject, Sendable {
  /// How many bytes it has.
  func length() throws(StorageFault) -> UInt64

  /// Reads some bytes from `offset` on into `bytes`; how many, at least one unless the file ends there.
  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(StorageFault) -> Int

  /// Writes some bytes at the end, at least one of those given, which are some; how many.
  func write(_ bytes: UnsafeRawBufferPointer) throws(StorageFault) -> Int

  /// Cuts the file off after its first `length` bytes.
  func truncate(to length: UInt64) throws(StorageFault)

  /// Returns when all that was written is safe from a crash of the machine.
  func sync() throws(StorageFault)

  /// Whether `path` is a name of this very file, which is open: not that of another that came in its place, nor of none.
  func isNamed(_ path: String) throws(StorageFault) -> Bool

  /// Closes the file; it must not be used any more. Some systems say only now that something could not be written.
  func close() throws(StorageFault)
}

/// Something a ``LedgerStorage`` could not do.
public struct StorageFault: Error, Equatable, Sendable {
  /// What could not be done.
  public enum Operation: String, Hashable, Sendable {
    case open, create, read, write, truncate, sync, close, rename
  }

  /// Why not.
  public enum Reason: Equatable, Sendable {
    /// There is no such file.
    case missing
    /// There is such a file already.
    case exists
    /// Another program is writing it.
    case inUse
    /// The file that was being written has lost its name: it was removed, and perhaps another has the name by now.
    case replaced
    /// What has the name is a folder, a pipe or a device, which has no bytes at places.
    case irregular
    /// Anything else, as the system says it, for example "No space left on device".
    case system(String)
  }

  /// What could not be done.
  public var operation: Operation
  /// Why not.
  public var reason: Reason

  /// A fault.
  public init(_ operation: Operation, _ reason: Reason) {
    self.operation = operation
    self.reason = reason
  }
}

extension StorageFault: CustomStringConvertible {
  /// For example "write failed: No space left on device".
  public var description: String {
    let why =
      switch reason {
      case .missing: "there is no such file"
      case .exists: "there is a file of that name already"
      case .inUse: "another program is writing it"
      case .replaced: "the file was removed or replaced while it was being written"
      case .irregular: "it is not a file that can be read anywhere"
      case .system(let text): text
      }
    return "\(operation.rawValue) failed: \(why)"
  }
}
