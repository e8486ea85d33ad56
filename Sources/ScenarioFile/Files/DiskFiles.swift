import Foundation

/// The files of this machine. Pipes and `/dev/stdin` can be read as well.
public struct DiskFiles: FileReading {
  /// The files of this machine.
  public init() {}

  /// The bytes of a file.
  public func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    guard let file = fopen(path, "rb") else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes += chunk[..<count]
      // Checked while reading, because a pipe does not say how much will come.
      if bytes.count > limit { throw .tooLarge }
      if count < chunk.count {
        if ferror(file) != 0 { throw .unreadable(String(cString: strerror(errno))) }
        return bytes
      }
    }
  }
}
