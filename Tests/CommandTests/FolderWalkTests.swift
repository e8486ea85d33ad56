import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// What a walk through folders passes over.
@Suite struct FolderWalkTests {
  /// Who reads a pipe waits for whoever writes into it, and a device may have no end.
  @Test(.timeLimit(.minutes(1))) func whatIsNoFileIsPassedOver() throws {
    let folder = try TemporaryFolder(["a.json5": "", "deep/b.json5": ""])
    let files = FileManager.default
    #expect(mkfifo(folder["pipe.json5"], 0o600) == 0 && mkfifo(folder["deep/pipe.json5"], 0o600) == 0)
    for (link, target) in [
      ("file.json5", "a.json5"), ("gone.json5", "nothing"), ("linked.json5", "pipe.json5"), ("null.json5", "/dev/null"),
    ] {
      try files.createSymbolicLink(atPath: folder[link], withDestinationPath: target)
    }
    let listing = try #require(try DiskStorage().files(below: folder.path))
    // That a link leads nowhere is said by whoever reads it.
    #expect(listing.files == ["a.json5", "deep/b.json5", "file.json5", "gone.json5"].map { folder[$0] })
    #expect(listing.gaps == [])
  }

  /// A disk that cannot be read looks like the end of a folder.
  @Test func aFaultIsNoEnd() throws {
    let folder = try TemporaryFolder(["a": "", "b": ""])
    let opened = try #require(opendir(folder.path))
    defer { closedir(opened) }
    errno = EIO
    #expect(try DiskStorage.names { readdir(opened) }.sorted() == [".", "..", "a", "b"])
    rewinddir(opened)
    var isFirst = true
    #expect(throws: FileFault.unreadable("Input/output error")) {
      try DiskStorage.names {
        defer { isFirst = false }
        if isFirst { return readdir(opened) }
        errno = EIO
        return nil
      }
    }
  }
}
