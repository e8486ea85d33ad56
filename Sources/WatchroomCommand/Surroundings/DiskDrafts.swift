import Foundation

/// The folders and files of this machine.
struct DiskDrafts: DraftStorage {
  func begin(_ path: String) throws(OutputFault) -> any Draft { try DiskDraft(path) }

  func check(_ path: String) throws(OutputFault) {
    let kind = DiskStorage.kind(of: path, followingLinks: true)
    guard let kind, kind != S_IFDIR, DiskStorage.isWrittenInPlace(path, kind) || DiskStorage.standardStream(path) != nil
    else { return try begin(path).discard() }
    // To open a pipe and close it again would tell its reader that all has been written.
    guard access(path, W_OK) == 0 else { throw .latest }
  }

  func replaces(_ path: String) -> Bool {
    guard let kind = DiskStorage.kind(of: path, followingLinks: true) else { return false }
    return !DiskStorage.isWrittenInPlace(path, kind) && DiskStorage.standardStream(path) == nil
  }

  func beginning(of path: String) throws(OutputFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .latest }
    defer { close(descriptor) }
    // The first row of a table of figures is some hundred bytes long.
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .latest }
    return Array(bytes.prefix(count))
  }

  func makeFolder(_ path: String) throws(OutputFault) -> Bool {
    if mkdir(path, 0o777) == 0 {
      OpenDrafts.note(folder: path)
      return true
    }
    let fault = OutputFault.latest
    switch DiskStorage.kind(of: path, followingLinks: true) {
    case S_IFDIR: return false
    case nil: throw fault
    default: throw OutputFault(ENOTDIR)
    }
  }

  func areOne(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  func target(of path: String) -> String {
    DiskStorage.kind(of: path, followingLinks: false) == S_IFLNK ? DiskStorage.resolved(path) : path
  }

  func removeFolder(_ path: String) { OpenDrafts.remove(folder: path) }
}

/// A file that is written beside the one it will replace.
private struct DiskDraft: Draft {
  /// What must be closed; nil for a stream of the process, which stays open.
  private let descriptor: Int32?
  private let output: FileDescriptorOutput
  /// Where it is written until it is finished; nil if it is written to a device, a pipe or an open file, which must not be
  /// replaced.
  private let draft: String?
  /// What it will be called. What a link leads to is replaced, not the link.
  private let target: String

  init(_ path: String) throws(OutputFault) {
    let kind = DiskStorage.kind(of: path, followingLinks: true)
    // A folder is found out only by the rename, after all the work.
    if kind == S_IFDIR { throw OutputFault(EISDIR) }
    target = DiskStorage.resolved(path)
    if let stream = DiskStorage.standardStream(path) {
      (descriptor, output, draft) = (nil, stream, nil)
      return
    }
    let isInPlace = kind.map { DiskStorage.isWrittenInPlace(path, $0) } ?? false
    // So is what a container has mounted by itself.
    if !isInPlace, MountPoints.have(target) { throw OutputFault(EBUSY) }
    draft = isInPlace ? nil : OpenDrafts.name(beside: target)
    let flags = isInPlace ? O_WRONLY | O_APPEND : O_WRONLY | O_CREAT | O_EXCL
    let descriptor = open(draft ?? path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let fault = OutputFault.latest
      if let draft { OpenDrafts.forget(draft) }
      throw fault
    }
    if draft != nil { DiskStorage.keepPermissions(of: target, for: descriptor) }
    self.descriptor = descriptor
    output = FileDescriptorOutput(descriptor)
  }

  func write(_ text: String) throws(OutputFault) { try output.write(text) }

  func finish() throws(OutputFault) {
    // Some file systems say only now that there was no room.
    if let descriptor, close(descriptor) != 0 {
      let fault = OutputFault.latest
      if let draft { OpenDrafts.remove(draft) }
      throw fault
    }
    guard let draft else { return }
    guard rename(draft, target) != 0 else {
      OpenDrafts.forget(draft)
      return
    }
    let fault = OutputFault.latest
    OpenDrafts.remove(draft)
    throw fault
  }

  func discard() {
    if let descriptor { close(descriptor) }
    if let draft { OpenDrafts.remove(draft) }
  }
}
