import Foundation
import Watchroom

/// What is mounted where, as the system tells this process.
///
/// A single file that a container has from outside is a mount of its own: it can be written, but no other file can take its
/// place. The number of its device does not tell, as layers of a container may have several.
enum MountPoints {
  /// Whether something is mounted at `path` itself. Never so where the system does not tell.
  static func have(_ path: String) -> Bool {
    guard let table = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) else { return false }
    return has(FilePath.absolute(path, in: FileManager.default.currentDirectoryPath), in: table)
  }

  /// Whether `table`, in the form of Linux's `mountinfo`, has a mount at `path`, which begins at the root.
  static func has(_ path: String, in table: String) -> Bool {
    let wanted = escaped(path)
    return table.split(separator: "\n").contains { line in
      let fields = line.split(separator: " ")
      return fields.count > 4 && fields[4] == wanted
    }
  }

  /// The path as such a table has it, where spaces part what is said.
  private static func escaped(_ path: String) -> String {
    [("\\", "\\134"), (" ", "\\040"), ("\t", "\\011"), ("\n", "\\012")].reduce(path) { text, escape in
      text.replacing(escape.0, with: escape.1)
    }
  }
}
