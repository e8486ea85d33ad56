import Foundation
import Synchronization

/// The files of this process that are being written beside those they will replace.
///
/// Known, so that none is left behind where the process ends in the middle.
enum OpenDrafts {
  private static let paths = Mutex<Set<String>>([])

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

  /// Removes all of them.
  static func removeAll() { paths.withLock { for path in $0 { unlink(path) } } }
}
