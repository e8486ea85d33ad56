import Foundation

/// Where files grow line by line, each line on the disk as soon as it is written.
protocol AppendStorage: Sendable {
  /// Opens a file to write at its end, made if there is none; of one that is there, the first `length` bytes are kept, and
  /// what follows them, a line cut short at most, is not. As long as it is open, nobody else opens it so.
  ///
  /// - Throws: ``OutputFault/inUse`` if another program writes it, or has written it since it had `length` bytes of lines;
  ///   any other fault if it cannot be written.
  func extend(_ path: String, keeping length: Int) throws(OutputFault) -> any TextOutput
}

/// The files of this machine.
struct DiskAppending: AppendStorage {
  func extend(_ path: String, keeping length: Int) throws(OutputFault) -> any TextOutput {
    let file = GrowingFile(try Self.opened(path))
    try file.lock()
    // Whoever had the lock until now may have added lines after these were read: they are not to be cut off.
    guard try file.isAsRead(length) else { throw .inUse }
    try file.cutOff(after: length)
    return file
  }

  private static func opened(_ path: String) throws(OutputFault) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .latest }
    return descriptor
  }
}

/// An open file, closed with the last mention of it.
private final class GrowingFile: TextOutput {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Keeps other programs from extending it as long as this one has it open. Where the file system knows no locks, nothing.
  func lock() throws(OutputFault) {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { throw .inUse }
      if errno != EINTR { return }
    }
  }

  /// Whether it has `length` bytes still, and no end of a line after them.
  func isAsRead(_ length: Int) throws(OutputFault) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .latest }
    if status.st_size < off_t(length) { return false }
    var offset = off_t(length)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while offset < status.st_size {
      let count = pread(descriptor, &bytes, bytes.count, offset)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .latest }
      if count == 0 { break }
      if bytes[..<count].contains(UInt8(ascii: "\n")) { return false }
      offset += off_t(count)
    }
    return true
  }

  func cutOff(after length: Int) throws(OutputFault) {
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw .latest }
  }

  func write(_ text: String) throws(OutputFault) { try FileDescriptorOutput(descriptor).write(text) }
}
