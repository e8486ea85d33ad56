import Synchronization

/// Other files, each of them read once.
///
/// For reading several scenarios that share files: they then agree about a file that changes meanwhile, and a pipe, which
/// gives its bytes only once, serves them all.
public final class RememberedFiles: FileReading {
  private let files: any FileReading
  private let contents = Mutex<[String: [UInt8]]>([:])

  /// What `files` holds.
  public init(_ files: any FileReading) { self.files = files }

  /// The bytes of a file, as they were when it was read first. What could not be read is tried again.
  public func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    if let known = contents.withLock({ $0[path] }) {
      if known.count > limit { throw .tooLarge }
      return known
    }
    let bytes = try files.read(path, limit: limit)
    contents.withLock { $0[path] = bytes }
    return bytes
  }
}
