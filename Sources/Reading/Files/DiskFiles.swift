import Foundation

/// The files of this machine. Pipes and `/dev/stdin` can be read as well, also where that is a socket.
public struct DiskFiles: FileReading {
  /// The files of this machine.
  public init() {}

  /// The bytes of a file.
  public func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    try readPieces(path) { piece in
      bytes += piece
      // Checked while reading, because a pipe does not say how much will come.
      return bytes.count <= limit
    }
    if bytes.count > limit { throw .tooLarge }
    return bytes
  }

  /// Hands over the bytes of a file, a mebibyte at a time.
  public func readPieces(_ path: String, _ consume: (ArraySlice<UInt8>) -> Bool) throws(FileFault) {
    guard let file = Self.opened(path) else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      // Asked for at once: what the bytes are handed to may fail in something else.
      let fault = ferror(file) != 0 ? String(cString: strerror(errno)) : nil
      if !consume(chunk[..<count]) { return }
      if let fault { throw .unreadable(fault) }
      if count < chunk.count { return }
    }
  }

  /// Opens a file to be read; nil, and `errno` says why, if it cannot be.
  private static func opened(_ path: String) -> UnsafeMutablePointer<FILE>? {
    if let file = fopen(path, "rb") { return file }
    guard errno == ENXIO, isStandardInput(path) else { return nil }
    // A socket cannot be opened by the name of the stream that it is.
    return fdopen(dup(STDIN_FILENO), "rb")
  }

  private static func isStandardInput(_ path: String) -> Bool {
    let fault = errno
    defer { errno = fault }
    var (named, input) = (stat(), stat())
    guard stat(path, &named) == 0, fstat(STDIN_FILENO, &input) == 0 else { return false }
    return named.st_dev == input.st_dev && named.st_ino == input.st_ino
  }
}
