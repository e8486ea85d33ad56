import Foundation

/// A folder on the disk for one test, gone with the last mention of it.
final class TemporaryFolder {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("watchroom-\(UUID().uuidString)").path

  /// A folder with these texts in it, by path below it.
  init(_ files: [String: String] = [:]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = URL(fileURLWithPath: self[name])
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of what is called `name` in the folder.
  subscript(name: String) -> String { "\(path)/\(name)" }

  /// The names of all that is in the folder itself, sorted.
  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }

  /// The text of the file called `name`.
  func text(_ name: String) throws -> String { try String(contentsOfFile: self[name], encoding: .utf8) }
}
