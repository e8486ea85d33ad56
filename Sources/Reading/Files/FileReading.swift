/// Where files come from: the disk, or a test's own dictionary.
public protocol FileReading: Sendable {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: as a person would write it; relative to the working directory.
  ///   - limit: the most bytes wanted.
  /// - Throws: a ``FileFault``; ``FileFault/tooLarge`` where there are more than `limit` bytes.
  func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8]

  /// Hands the bytes of a file to `consume` piece by piece, for as long as it asks for more; for files too large to hold.
  ///
  /// - Throws: a ``FileFault``, perhaps after some of the file was handed over.
  func readPieces(_ path: String, _ consume: (ArraySlice<UInt8>) -> Bool) throws(FileFault)
}

extension FileReading {
  /// Hands over all of the file at once.
  public func readPieces(_ path: String, _ consume: (ArraySlice<UInt8>) -> Bool) throws(FileFault) {
    _ = consume(try read(path, limit: .max)[...])
  }
}

/// Why a file could not be read.
public enum FileFault: Error, Equatable, Sendable {
  /// There is none of that name.
  case missing
  /// It has more bytes than wanted.
  case tooLarge
  /// The system would not give it; its reason, for example "Permission denied".
  case unreadable(String)
}
