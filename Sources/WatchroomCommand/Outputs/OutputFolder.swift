import Foundation

/// A folder in which several files are left together.
///
/// Several processes may leave files in the same one at a time. It is made by the first of them, which takes it away if
/// it leaves nothing there; another that has just found it makes it again.
struct OutputFolder {
  let path: String
  let drafts: any DraftStorage
  /// What to do where they cannot be.
  let remedy: String

  /// How often it is made again at the most. A link in it that leads to a folder that is missing looks just as if it
  /// were gone itself.
  static let mostTimes = 100

  /// Throws if files of these names could not be left there. Leaves nothing behind.
  func check(_ names: [String]) throws(Ending) {
    var isNew = try make()
    defer { if isNew { drafts.removeFolder(path) } }
    for name in names { try begin(name, &isNew).discard() }
  }

  /// Lets `write` write files of these names. If it throws, there are none of them, and no folder if there was none; if one
  /// of them then cannot get its name, those before it have theirs.
  func fill(_ names: [String], _ write: ([NamedDraft]) throws(Ending) -> Void) throws(Ending) {
    var isNew = try make()
    var files: [NamedDraft] = []
    do throws(Ending) {
      for name in names { files.append(try begin(name, &isNew)) }
      try write(files)
      try drafts.together { () throws(Ending) in
        while let next = files.first {
          files.removeFirst()
          try next.finish()
        }
      }
    } catch {
      for file in files { file.discard() }
      if isNew { drafts.removeFolder(path) }
      throw error
    }
  }

  /// Makes the folder unless there is one; whether there was none.
  private func make() throws(Ending) -> Bool { try writing(path, remedy: remedy, try drafts.makeFolder(path)) }

  /// Begins a file of that name. The folder is new if it had to be made for it.
  private func begin(_ name: String, _ isNew: inout Bool) throws(Ending) -> NamedDraft {
    let place = Self.place(of: name, in: path)
    return NamedDraft(place, try writing(place, remedy: remedy, try draft(at: place, &isNew)), remedy: remedy)
  }

  private func draft(at place: String, _ isNew: inout Bool) throws(OutputFault) -> any Draft {
    for _ in 0..<Self.mostTimes {
      do throws(OutputFault) {
        return try drafts.begin(place)
      } catch {
        guard error.code == ENOENT else { throw error }
        if try drafts.makeFolder(path) { isNew = true }
      }
    }
    return try drafts.begin(place)
  }

  /// The path of a file called `name` in the folder at `path`.
  static func place(of name: String, in path: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }
}
