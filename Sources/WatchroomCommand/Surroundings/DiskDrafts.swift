import Foundation

/// The folders and files of this machine.
struct DiskDrafts: DraftStorage {
  func begin(_ path: String) throws(OutputFault) -> any Draft { try DiskDraft(path, replacing: true) }

  func check(_ path: String) throws(OutputFault) {
    let kind = DiskStorage.kind(of: path, followingLinks: true)
    guard let kind, kind != S_IFDIR, DiskStorage.isWrittenInPlace(path, kind) || DiskStorage.standardStream(path) != nil
    else { return try begin(path).discard() }
    // A socket has no name by which it can be opened, unless it is one of the process already.
    if kind == S_IFSOCK, DiskStorage.standardStream(path) == nil { throw OutputFault(ENXIO) }
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
    // A folder that was in the way may be gone by now, as another process made it and took it away. What is still in the
    // way after so many times is a link that leads nowhere.
    for _ in 0..<OutputFolder.mostTimes {
      do throws(OutputFault) {
        try OpenDrafts.make(folder: path)
        return true
      } catch {
        switch DiskStorage.kind(of: path, followingLinks: true) {
        case S_IFDIR: return false
        case nil where error.code == EEXIST: continue
        case nil: throw error
        default: throw OutputFault(ENOTDIR)
        }
      }
    }
    throw OutputFault(EEXIST)
  }

  func together(_ work: () throws(Ending) -> Void) throws(Ending) { try OpenDrafts.whole(work) }

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
