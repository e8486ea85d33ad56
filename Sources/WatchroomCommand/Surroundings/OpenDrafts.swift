import Foundation
import Synchronization

/// The files of this process that are being written beside those they will replace, and the folders made for them.
///
/// Known, so that none is left behind where the process ends in the middle.
enum OpenDrafts {
  private static let paths = Mutex<Set<String>>([])
  private static let folders = Mutex<Set<String>>([])
  /// Held while something is made or named: what is made and not yet known would be left behind. By one thread more than
  /// once where several steps are one.
  private static let gate = NSRecursiveLock()

  /// Does work that makes or names files or folders: all of it, or nothing once this process is about to end, which is
  /// then waited for. Nothing in it may wait for another process.
  static func whole<Value, Failure: Error>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
    gate.lock()
    defer { gate.unlock() }
    return try work()
  }

  /// A name for a file beside `target`, which is being written from now on.
  static func name(beside target: String) -> String {
    let path = "\(target).\(UUID().uuidString.prefix(8)).part"
    paths.withLock { _ = $0.insert(path) }
    return path
  }

  /// Makes a file by such a name, and opens it to be written.
  static func open(_ path: String) throws(OutputFault) -> Int32 {
    try whole { () throws(OutputFault) in
      let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .latest }
      return descriptor
    }
  }

  /// Gives a file its final name, in place of any other of that name.
  static func finish(_ path: String, as target: String) throws(OutputFault) {
    try whole { () throws(OutputFault) in
      guard rename(path, target) == 0 else { throw .latest }
      forget(path)
    }
  }

  /// Gives a file its final name, which nothing may have; `linking` gives a file a second name.
  static func finish(
    _ path: String, asNew target: String, linking: (_ path: String, _ name: String) -> Int32 = { link($0, $1) }
  ) throws(OutputFault) {
    try whole { () throws(OutputFault) in
      // Unlike a rename, a second link is refused where there is something of that name, at whatever moment it came.
      if linking(path, target) == 0 { return remove(path) }
      let fault = OutputFault.latest
      guard withoutLinks.contains(fault.code) else { throw fault }
      // So is a new file, which a rename then replaces.
      close(try open(target))
      do throws(OutputFault) {
        try finish(path, as: target)
      } catch {
        unlink(target)
        throw error
      }
    }
  }

  /// Why there is no second link where the file system has none: FAT has not, nor have some that are mounted from elsewhere.
  private static let withoutLinks = [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS]

  /// The file has got its final name, or is gone.
  static func forget(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Removes a file that is not wanted any more.
  static func remove(_ path: String) {
    unlink(path)
    forget(path)
  }

  /// Makes a folder for such files.
  static func make(folder: String) throws(OutputFault) {
    try whole { () throws(OutputFault) in
      guard mkdir(folder, 0o777) == 0 else { throw .latest }
      folders.withLock { _ = $0.insert(folder) }
    }
  }

  /// Removes a folder, unless something is in it.
  static func remove(folder: String) {
    rmdir(folder)
    folders.withLock { _ = $0.remove(folder) }
  }

  /// Removes all of these files, and the folders in which nothing has got its final name. No other is made, and none gets
  /// its name, until this process ends, as it must at once.
  static func removeAllForGood() {
    gate.lock()
    paths.withLock { for path in $0 { unlink(path) } }
    folders.withLock { for folder in $0 { rmdir(folder) } }
  }
}
