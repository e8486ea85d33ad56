import Reading

/// A file that a scenario names: a CSV file, or a ledger.
struct NamedFile {
  /// The path it was opened with.
  let path: String
  let bytes: [UInt8]
  /// SHA-256 of the bytes.
  let digest: String

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    digest = SHA256.hexadecimal(of: bytes)
  }

  func place(line: Int, column: Int) -> Place {
    Place(origin: .file(path), line: line, column: column)
  }
}

extension ScenarioDecoder {
  /// The CSV file a value names, or nil, and a problem noted, where it cannot be read.
  func table(_ cursor: Cursor) -> NamedFile? {
    guard let name = name(cursor) else { return nil }
    let path = FilePath.resolve(name, from: cursor.place.origin)
    if let known = tables[path] {
      if let known { tableUses[cursor.path] = known }
      return known
    }
    let file = readTable(path, for: cursor)
    tables[path] = .some(file)
    if let file { tableUses[cursor.path] = file }
    return file
  }

  /// The bytes of a file that a value names, or nil, and a problem noted, where it cannot be read.
  func bytes(_ path: String, limit: Int, for cursor: Cursor) -> [UInt8]? {
    do {
      return try files.read(path, limit: limit)
    } catch {
      log.error(cursor.place, cursor.path, error.message(path), error.remedy(limit))
      return nil
    }
  }

  private func readTable(_ path: String, for cursor: Cursor) -> NamedFile? {
    guard let bytes = bytes(path, limit: FileLimits.csvBytes, for: cursor) else { return nil }
    if let fault = CSVReader.encodingFault(in: bytes) {
      log.error(
        Place(origin: .file(path), line: fault.line, column: fault.column), cursor.path, fault.message, fault.remedy)
      return nil
    }
    return NamedFile(path: path, bytes: bytes)
  }
}
