import Foundation
import Watchroom

extension OutputFault {
  /// What to do about it where something was to be left at `path`; `otherwise` if all there is to do is to name another place.
  func remedy(at path: String, otherwise: String) -> String {
    switch code {
    case ENOENT: Self.missingFolder(of: path).map { "there is no folder “\($0)”: make it" } ?? otherwise
    case EISDIR: "name a file, not a folder"
    case ENOTDIR: "something in that path is no folder: name one that is"
    case EBUSY: "it is mounted by itself and cannot be replaced: mount the folder that it is in"
    case EROFS: "what is there can only be read: name a file elsewhere, or mount it to be written"
    case EACCES, EPERM: "allow it and its folder to be written, or name a file elsewhere"
    case ENOSPC, EDQUOT: "free some space, or name a file on another disk"
    case EFBIG: "raise the limit on the size of files (ulimit -f)"
    case EMFILE: "raise the limit on open files (ulimit -n)"
    case ENFILE: "close other programs, or raise the system's limit on open files"
    case EPIPE: "let its reader read to the end"
    case ENAMETOOLONG: "give it a shorter name"
    case EWOULDBLOCK: "wait until that has ended, or name another file"
    default: otherwise
    }
  }

  /// The folder that `path` would be in, if there is none of that name.
  private static func missingFolder(of path: String) -> String? {
    let name = path.hasSuffix("/") ? String(path.dropLast()) : path
    // Where a link leads, a file is made there.
    let folder = FilePath.folder(of: DiskStorage.resolved(name))
    guard !folder.isEmpty, DiskStorage.kind(of: folder, followingLinks: true) == nil else { return nil }
    return String(folder.dropLast())
  }
}
