import Foundation
import Watchroom

/// The folders and files of this machine.
struct DiskStorage: Storage {
  func files(below path: String) throws(FileFault) -> [String]? {
    guard Self.kind(of: path, followingLinks: true) == S_IFDIR else { return nil }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    var found: [String] = []
    for name in try Self.names(in: path) where !name.hasPrefix(".") {
      let entry = prefix + name
      if Self.kind(of: entry, followingLinks: false) == S_IFDIR {
        found += try files(below: entry) ?? []
      } else if Self.kind(of: entry, followingLinks: true) != S_IFDIR {
        found.append(entry)
      }
    }
    return found
  }

  func write(_ text: String, to path: String, replacing: Bool) throws(OutputFault) {
    let kind = Self.kind(of: path, followingLinks: true)
    if replacing, let kind, kind != S_IFREG, kind != S_IFDIR {
      // A device or a pipe must not be replaced by a file, and keeps no part of one.
      return try Self.write(text, into: path, flags: O_WRONLY)
    }
    // What a link leads to is replaced, not the link.
    let target = replacing ? Self.resolved(path) : path
    let draft = OpenDrafts.name(beside: target)
    do throws(OutputFault) {
      try Self.write(text, into: draft, flags: O_WRONLY | O_CREAT | O_EXCL)
      // Unlike a rename, a second link is refused where there is something of that name, at whatever moment it came.
      guard (replacing ? rename(draft, target) : link(draft, target)) == 0 else { throw .latest }
      if replacing { OpenDrafts.forget(draft) } else { OpenDrafts.remove(draft) }
    } catch {
      OpenDrafts.remove(draft)
      throw error
    }
  }

  private static func write(_ text: String, into path: String, flags: Int32) throws(OutputFault) {
    let descriptor = open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .latest }
    do throws(OutputFault) {
      try FileDescriptorOutput(descriptor).write(text)
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems say only now that there was no room.
    guard close(descriptor) == 0 else { throw .latest }
  }

  /// The names in a folder, in the order of their Unicode, which is the same on every machine.
  private static func names(in path: String) throws(FileFault) -> [String] {
    guard let folder = opendir(path) else { throw .unreadable(String(cString: strerror(errno))) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.sorted()
  }

  /// What there is at `path`: `S_IFDIR`, `S_IFREG` and so on; nil for nothing.
  static func kind(of path: String, followingLinks: Bool) -> mode_t? {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  /// `path` with links followed; itself where it leads nowhere.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

extension OutputFault {
  /// Why the latest call of the system failed.
  static var latest: OutputFault { OutputFault(reason: String(cString: strerror(errno))) }
}
