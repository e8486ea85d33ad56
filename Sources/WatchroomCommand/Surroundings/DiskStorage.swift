import Foundation
import Watchroom

/// The folders and files of this machine.
struct DiskStorage: Storage {
  func write(_ text: String, to path: String, replacing: Bool) throws(OutputFault) {
    let draft = try DiskDraft(path, replacing: replacing)
    do throws(OutputFault) {
      try draft.write(text)
    } catch {
      draft.discard()
      throw error
    }
    try draft.finish()
  }

  /// What there is at `path`: `S_IFDIR`, `S_IFREG` and so on; nil for nothing.
  static func kind(of path: String, followingLinks: Bool) -> mode_t? {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  /// Whether what is at `path`, of this kind, must not be replaced by a file: a device or a pipe, or a file that is only
  /// called by a number of an open one, as `/dev/fd/3` is.
  static func isWrittenInPlace(_ path: String, _ kind: mode_t) -> Bool {
    kind != S_IFREG || isNumberOfOpenFile(path)
  }

  /// Whether `path` is no place of a file, but a name of one that is open, such as `/dev/fd/3` and `/dev/stdin`.
  static func isNumberOfOpenFile(_ path: String) -> Bool {
    let absolute = FilePath.absolute(path, in: FileManager.default.currentDirectoryPath)
    return ["/dev/fd/", "/dev/std", "/proc/"].contains { absolute.hasPrefix($0) }
  }

  /// Standard output, or standard error, if it goes to the file or the socket at `path`: written to as it is, because a file
  /// renamed to that place would take away all that was written before, one that is opened again begins at its beginning,
  /// and a socket cannot be opened.
  static func standardStream(_ path: String) -> FileDescriptorOutput? {
    var wanted = stat()
    guard stat(path, &wanted) == 0, [S_IFREG, S_IFSOCK].contains(wanted.st_mode & S_IFMT) else { return nil }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      var there = stat()
      if fstat(descriptor, &there) == 0, there.st_dev == wanted.st_dev, there.st_ino == wanted.st_ino {
        return FileDescriptorOutput(descriptor)
      }
    }
    return nil
  }

  /// `path` with links followed, as far as they lead: the file at their end need not be there yet.
  static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    var path = path
    // As many links as the system itself follows.
    for _ in 0..<40 {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = readlink(path, &target, target.count - 1)
      guard count > 0 else { break }
      let text = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      path = text.hasPrefix("/") ? text : FilePath.folder(of: path) + text
    }
    return path
  }
}
