import Foundation

/// A file of this machine that is written beside where it will be, or as it is if it must not be replaced: a device, a pipe
/// or an open file.
struct DiskDraft: Draft {
  /// What must be closed; nil for a stream of the process, which stays open.
  private let descriptor: Int32?
  private let output: FileDescriptorOutput
  /// Where it is written until it is finished; nil if it is written as it is.
  private let draft: String?
  /// What it will be called.
  private let target: String
  private let isReplacing: Bool

  /// Begins a file that will be called `path`: in place of any of that name if it is `replacing` one, and otherwise only if
  /// there is none when it is finished.
  init(_ path: String, replacing isReplacing: Bool) throws(OutputFault) {
    self.isReplacing = isReplacing
    let kind = DiskStorage.kind(of: path, followingLinks: true)
    // A folder is found out only by the rename, after all the work.
    if kind == S_IFDIR { throw OutputFault(isReplacing ? EISDIR : EEXIST) }
    // What a link leads to is replaced, not the link.
    target = isReplacing ? DiskStorage.resolved(path) : path
    if let stream = DiskStorage.standardStream(path) {
      (descriptor, output, draft) = (nil, stream, nil)
      return
    }
    let descriptor: Int32
    if let kind, DiskStorage.isWrittenInPlace(path, kind) {
      // A device or a pipe keeps no part of a file; behind a name of the system's may be a file that others write to.
      draft = nil
      descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      guard descriptor >= 0 else { throw .latest }
    } else {
      // What a container has mounted by itself is found out only by the rename, too.
      if isReplacing, MountPoints.have(target) { throw OutputFault(EBUSY) }
      let name = OpenDrafts.name(beside: target)
      draft = name
      do throws(OutputFault) {
        descriptor = try OpenDrafts.open(name)
      } catch {
        OpenDrafts.forget(name)
        throw error
      }
      if isReplacing { Self.keepPermissions(of: target, for: descriptor) }
    }
    self.descriptor = descriptor
    output = FileDescriptorOutput(descriptor)
  }

  func write(_ text: String) throws(OutputFault) { try output.write(text) }

  func finish() throws(OutputFault) {
    do throws(OutputFault) {
      // Some file systems say only now that there was no room.
      if let descriptor, close(descriptor) != 0 { throw .latest }
      guard let draft else { return }
      if isReplacing {
        try OpenDrafts.finish(draft, as: target)
      } else {
        try OpenDrafts.finish(draft, asNew: target)
      }
    } catch {
      if let draft { OpenDrafts.remove(draft) }
      throw error
    }
  }

  func discard() {
    if let descriptor { close(descriptor) }
    if let draft { OpenDrafts.remove(draft) }
  }

  /// Lets an open file, which is to replace that at `path`, be read and written by those who may that one, if it is there.
  /// Where the file system knows no such thing, nothing is done.
  private static func keepPermissions(of path: String, for descriptor: Int32) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    fchmod(descriptor, status.st_mode & 0o777)
  }
}
