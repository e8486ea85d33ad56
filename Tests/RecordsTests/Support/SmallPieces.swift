import Reading
import ScenarioFile

/// Files handed over a few bytes at a time.
struct SmallPieces: FileReading {
  let files: MemoryFiles
  let size: Int

  func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] { try files.read(path, limit: limit) }

  func readPieces(_ path: String, _ consume: (ArraySlice<UInt8>) -> Bool) throws(FileFault) {
    var rest = try files.read(path, limit: .max)[...]
    while !rest.isEmpty {
      if !consume(rest.prefix(size)) { return }
      rest = rest.dropFirst(size)
    }
  }
}
