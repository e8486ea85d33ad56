import Watchroom

/// A folder in which several files are left together.
struct OutputFolder {
  let path: String
  let drafts: any DraftStorage
  /// What to do where they cannot be.
  let remedy: String

  /// Throws if a file of that name could not be left there. Leaves nothing behind.
  func check(_ name: String) throws(Ending) {
    let isNew = try writing(path, remedy: remedy, try drafts.makeFolder(path))
    defer { if isNew { drafts.removeFolder(path) } }
    try begin(name).discard()
  }

  /// Lets `write` write files of these names. If it throws, there are none of them, and no folder if there was none; if one
  /// of them then cannot get its name, those before it have theirs.
  func fill(_ names: [String], _ write: ([NamedDraft]) throws(Ending) -> Void) throws(Ending) {
    let isNew = try writing(path, remedy: remedy, try drafts.makeFolder(path))
    var files: [NamedDraft] = []
    do throws(Ending) {
      for name in names { files.append(try begin(name)) }
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

  private func begin(_ name: String) throws(Ending) -> NamedDraft {
    try NamedDraft(Self.place(of: name, in: path), in: drafts, remedy: remedy)
  }

  /// The path of a file called `name` in the folder at `path`.
  static func place(of name: String, in path: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }
}
