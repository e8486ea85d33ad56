import Watchroom

/// A folder in which several files are left together.
struct OutputFolder {
  let path: String
  let drafts: any DraftStorage

  /// Throws if a file of that name could not be left there. Leaves nothing behind.
  func check(_ name: String) throws(UnwritableFile) {
    let isNew = try make()
    defer { if isNew { drafts.removeFolder(path) } }
    try NamedDraft(place(of: name), in: drafts).discard()
  }

  /// Lets `write` write files of these names. If it throws, there are none of them, and no folder if there was none.
  ///
  /// - Throws: ``UnwritableFile``, and what `write` throws.
  func fill(_ names: [String], _ write: ([NamedDraft]) throws -> Void) throws {
    let isNew = try make()
    var files: [NamedDraft] = []
    do {
      for name in names { files.append(try NamedDraft(place(of: name), in: drafts)) }
      try write(files)
      while let next = files.first {
        files.removeFirst()
        try next.finish()
      }
    } catch {
      for file in files { file.discard() }
      if isNew { drafts.removeFolder(path) }
      throw error
    }
  }

  /// Makes the folder unless it is there; whether it was not.
  private func make() throws(UnwritableFile) -> Bool {
    do throws(OutputFault) { return try drafts.makeFolder(path) } catch {
      throw UnwritableFile(path: path, fault: error)
    }
  }

  private func place(of name: String) -> String { Self.place(of: name, in: path) }

  /// The path of a file called `name` in the folder at `path`.
  static func place(of name: String, in path: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }
}
