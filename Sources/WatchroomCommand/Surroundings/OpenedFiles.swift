import Synchronization
import Watchroom

/// Other files, and which of them were read.
///
/// Only reading a scenario tells what it is made of: files that extend files, and the tables and ledgers these name. None of
/// them may be written over by what comes of it.
final class OpenedFiles: FileReading {
  private let files: any FileReading
  private let paths = Mutex<[String]>([])

  /// What `files` holds.
  init(_ files: any FileReading) { self.files = files }

  /// The paths of the files that were read since this was asked last, in the order of reading.
  func takePaths() -> [String] {
    paths.withLock { paths in
      defer { paths = [] }
      return paths
    }
  }

  func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    paths.withLock { $0.append(path) }
    return try files.read(path, limit: limit)
  }

  func readPieces(_ path: String, _ consume: (ArraySlice<UInt8>) -> Bool) throws(FileFault) {
    paths.withLock { $0.append(path) }
    try files.readPieces(path, consume)
  }
}
