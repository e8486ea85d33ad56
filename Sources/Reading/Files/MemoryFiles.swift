/// Files held in memory, for tests and for scenarios that were never written down.
public struct MemoryFiles: FileReading {
  private let contents: [String: [UInt8]]

  /// Files of these texts, by path. `a/../b` and `./b` are the same file as `b`.
  public init(_ texts: [String: String]) {
    self.init(bytes: texts.mapValues { Array($0.utf8) })
  }

  /// Files of these bytes, by path. `a/../b` and `./b` are the same file as `b`.
  public init(bytes: [String: [UInt8]]) {
    contents = Dictionary(bytes.map { (FilePath.normalised($0.key), $0.value) }) { first, _ in first }
  }

  /// The bytes of a file.
  public func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    guard let bytes = contents[FilePath.normalised(path)] else { throw .missing }
    if bytes.count > limit { throw .tooLarge }
    return bytes
  }
}
