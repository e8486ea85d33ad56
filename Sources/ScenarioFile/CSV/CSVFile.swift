/// A CSV file that a scenario names.
struct CSVFile {
  /// The path it was opened with.
  let path: String
  let bytes: [UInt8]
  /// SHA-256 of the bytes.
  let digest: String

  func place(line: Int, column: Int) -> Place {
    Place(origin: .file(path), line: line, column: column)
  }
}

extension ScenarioDecoder {
  /// The CSV file a value names, or nil, and a problem noted, where it cannot be read.
  func table(_ cursor: Cursor) -> CSVFile? {
    guard let name = name(cursor) else { return nil }
    let path = FilePath.resolve(name, from: cursor.place.origin)
    if let known = tables[path] {
      if let known { tableUses[cursor.path] = known }
      return known
    }
    let file = read(path, for: cursor)
    tables[path] = .some(file)
    if let file { tableUses[cursor.path] = file }
    return file
  }

  private func read(_ path: String, for cursor: Cursor) -> CSVFile? {
    let bytes: [UInt8]
    do {
      bytes = try files.read(path, limit: Limits.csvBytes)
    } catch {
      log.error(cursor.place, cursor.path, error.message(path), error.remedy(Limits.csvBytes))
      return nil
    }
    if let position = firstInvalidUTF8(in: bytes) {
      let line = 1 + bytes[..<position].count { $0 == 0x0A }
      log.error(
        Place(origin: .file(path), line: line, column: 0), cursor.path, "this is not UTF-8", "save the file as UTF-8")
      return nil
    }
    return CSVFile(path: path, bytes: bytes, digest: SHA256.hexadecimal(of: bytes))
  }
}
