import Foundation

/// Where files grow line by line, each line on the disk as soon as it is written.
protocol AppendStorage: Sendable {
  /// Opens a file to write at its end, made if there is none; of one that is there, the first `length` bytes are kept.
  func extend(_ path: String, keeping length: Int) throws(OutputFault) -> any TextOutput
}

/// The files of this machine.
struct DiskAppending: AppendStorage {
  func extend(_ path: String, keeping length: Int) throws(OutputFault) -> any TextOutput {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .latest }
    let file = GrowingFile(descriptor)
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw .latest }
    return file
  }
}

/// An open file, closed with the last mention of it.
private final class GrowingFile: TextOutput {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  func write(_ text: String) throws(OutputFault) { try FileDescriptorOutput(descriptor).write(text) }
}
