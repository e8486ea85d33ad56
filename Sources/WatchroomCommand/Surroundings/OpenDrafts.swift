import Foundation
import Synchronization

/// The files of this process that are being written beside those they will replace, and the folders made for them.
///
/// Known, so that none is left behind where the process ends in the middle.
enum OpenDrafts {
  private static let paths = Mutex<Set<String>>([])
  private static let folders = Mutex<Set<String>>([])

  /// A name for a file beside `target`, which is being written from now on.
  static func name(beside target: String) -> String {
    let path = "\(target).\(UUID().uuidString.prefix(8)).part"
    paths.withLock { _ = $0.insert(path) }
    return path
  }

  /// The file has got its final name, or is gone.
  static func forget(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Removes a file that is not wanted any more.
  static func remove(_ path: String) {
    unlink(path)
    forget(path)
  }

  /// A folder was made for such files.
  static func note(folder: String) { folders.withLock { _ = $0.insert(folder) } }

  /// Removes a folder, unless something is in it.
  static func remove(folder: String) {
    rmdir(folder)
    folders.withLock { _ = $0.remove(folder) }
  }

  /// Removes all of these files, and the folders in which nothing has got its final name.
  static func removeAll() {
    paths.withLock { for path in $0 { unlink(path) } }
    folders.withLock { for folder in $0 { rmdir(folder) } }
  }
}
