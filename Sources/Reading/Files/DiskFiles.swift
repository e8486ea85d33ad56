import Foundation

/// The files of this machine. Pipes and `/dev/stdin` can be read as well.
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
    guard let file = fopen(path, "rb") else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if !consume(chunk[..<count]) { return }
      if count < chunk.count {
        if ferror(file) != 0 { throw .unreadable(String(cString: strerror(errno))) }
        return
      }
    }
  }
}
