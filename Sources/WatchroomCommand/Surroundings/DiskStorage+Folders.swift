import Foundation
import Watchroom

extension DiskStorage {
  func files(below path: String) throws(FileFault) -> FolderListing? {
    guard Self.kind(of: path, followingLinks: true) == S_IFDIR else { return nil }
    var walk = FolderWalk()
    try walk.list(path)
    walk.followLinks()
    walk.listing.files.sort()
    walk.listing.gaps.sort { $0.path < $1.path }
    return walk.listing
  }

  /// The names that an open folder has, which `next` gives one after another.
  static func names(_ next: () -> UnsafeMutablePointer<dirent>?) throws(FileFault) -> [String] {
    var names: [String] = []
    // There is no other sign of a fault: its end is nothing, too.
    errno = 0
    while let entry = next() {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
      errno = 0
    }
    guard errno == 0 else { throw .unreadable(String(cString: strerror(errno))) }
    return names
  }
}

/// A walk through folders that enters each of them once.
private struct FolderWalk {
  /// What tells a folder from all others of the machine, by whatever path it is come to.
  private struct Identity: Hashable {
    var device: dev_t
    var number: ino_t
  }

  var listing = FolderListing()
  /// The folders entered: links may lead in circles.
  private var known: Set<Identity> = []
  /// The linked folders to be entered, in the order in which they were found: after all others, so that what can be reached
  /// without a link has the path without one.
  private var links: [String] = []

  /// Notes what is in the folder at `path`, and below it.
  mutating func list(_ path: String) throws(FileFault) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadable(String(cString: strerror(errno))) }
    guard known.insert(Identity(device: status.st_dev, number: status.st_ino)).inserted else { return }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    for name in try Self.names(in: path) where !name.hasPrefix(".") {
      let entry = prefix + name
      if DiskStorage.kind(of: entry, followingLinks: false) == S_IFDIR {
        enter(entry)
        continue
      }
      switch DiskStorage.kind(of: entry, followingLinks: true) {
      case S_IFDIR: links.append(entry)
      // Who reads what a link leads to is told that it leads nowhere.
      case S_IFREG, nil: listing.files.append(entry)
      // To read a pipe is to wait for whoever writes into it, and a device may have no end.
      default: continue
      }
    }
  }

  /// Lists the linked folders, and those that are linked to from there.
  mutating func followLinks() {
    var next = 0
    while next < links.count {
      enter(links[next])
      next += 1
    }
  }

  /// Notes what is below the folder at `path`, or that nothing is known of it.
  private mutating func enter(_ path: String) {
    do throws(FileFault) {
      try list(path)
    } catch {
      listing.gaps.append(FolderListing.Gap(path: path, fault: error))
    }
  }

  /// The names in a folder, in the order of their Unicode, which is the same on every machine.
  private static func names(in path: String) throws(FileFault) -> [String] {
    guard let folder = opendir(path) else { throw .unreadable(String(cString: strerror(errno))) }
    defer { closedir(folder) }
    return try DiskStorage.names { readdir(folder) }.sorted()
  }
}
