import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct DiskStorageTests {
  private let disk = DiskStorage()

  @Test func listsWhatIsBelowAFolder() throws {
    let folder = try TemporaryFolder([
      "b.json5": "", "a/z.json5": "", "a/deeper/y.csv": "", ".hidden/x.json5": "", ".x.json5": "",
    ])
    try FileManager.default.createSymbolicLink(atPath: folder["loop"], withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(atPath: folder["c.json5"], withDestinationPath: folder["b.json5"])
    let expected = FolderListing(files: ["a/deeper/y.csv", "a/z.json5", "b.json5", "c.json5"].map { folder[$0] })
    #expect(try disk.files(below: folder.path) == expected)
    #expect(try disk.files(below: folder.path + "/") == expected)
    #expect(try disk.files(below: folder["b.json5"]) == nil)
    #expect(try disk.files(below: folder["nothing"]) == nil)
  }

  /// Each folder once, by the path without a link if there is one, whatever circles links lead in.
  @Test func linkedFoldersAreEntered() throws {
    let shared = try TemporaryFolder(["deep/s.json5": "", "t.json5": ""])
    let folder = try TemporaryFolder(["z/own.json5": "", "y/x": ""])
    let files = FileManager.default
    for (link, target) in [
      ("a", folder["z"]), ("shared", shared.path), ("again", shared["deep"]), ("y/up", ".."),
      ("gone", folder["nothing"]),
    ] {
      try files.createSymbolicLink(atPath: folder[link], withDestinationPath: target)
    }
    try files.createSymbolicLink(atPath: shared["back"], withDestinationPath: folder.path)
    let listing = try #require(try disk.files(below: folder.path))
    // What is linked to comes by the first link that leads there.
    #expect(
      listing.files == ["again/s.json5", "gone", "shared/t.json5", "y/x", "z/own.json5"].map { folder[$0] })
    #expect(listing.gaps == [])
    let alone = try TemporaryFolder()
    try files.createSymbolicLink(atPath: alone["link"], withDestinationPath: shared["deep"])
    #expect(try disk.files(below: alone.path)?.files == [alone["link/s.json5"]])
    #expect(try disk.files(below: alone["link"])?.files == [alone["link/s.json5"]])
  }

  /// Nothing is closed to the superuser.
  @Test(.enabled(if: geteuid() != 0)) func aFolderThatIsClosedKeepsNoOtherFromBeingListed() throws {
    let folder = try TemporaryFolder(["a/x.json5": "", "closed/y.json5": "", "z.json5": ""])
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0], ofItemAtPath: folder["closed"])
    defer { try? files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder["closed"]) }
    let listing = try #require(try disk.files(below: folder.path))
    #expect(listing.files == ["a/x.json5", "z.json5"].map { folder[$0] })
    #expect(listing.gaps == [.init(path: folder["closed"], fault: .unreadable("Permission denied"))])
    #expect(throws: FileFault.unreadable("Permission denied")) { try disk.files(below: folder["closed"]) }
  }

  @Test func whatIsNoFileIsNotReplaced() throws {
    let folder = try TemporaryFolder(["old.xml": "old"])
    #expect(!DiskDrafts().replaces("/dev/null") && !DiskDrafts().replaces(folder["new.xml"]))
    #expect(DiskDrafts().replaces(folder["old.xml"]))
    try disk.write("x", to: "/dev/null", replacing: false)
  }

  @Test func writesAllOrNothing() throws {
    let folder = try TemporaryFolder(["old.xml": "old", "folder/x": ""])
    try disk.write("new", to: folder["new.xml"], replacing: false)
    try disk.write("newer", to: folder["old.xml"], replacing: true)
    #expect(try folder.text("new.xml") == "new" && folder.text("old.xml") == "newer")
    #expect(throws: OutputFault(EEXIST)) {
      try disk.write("x", to: folder["new.xml"], replacing: false)
    }
    #expect(throws: OutputFault(EEXIST)) { try disk.write("x", to: folder["folder"], replacing: false) }
    #expect(throws: OutputFault(EISDIR)) {
      try disk.write("x", to: folder["folder"], replacing: true)
    }
    #expect(throws: OutputFault(ENOENT)) {
      try disk.write("x", to: folder["nowhere/new.xml"], replacing: true)
    }
    #expect(try folder.text("new.xml") == "new")
    // Nothing else is left behind.
    #expect(try folder.names == ["folder", "new.xml", "old.xml"])
  }

  /// FAT has no links by which a file gets a name that nothing has.
  @Test(arguments: [EPERM, EOPNOTSUPP]) func whereThereAreNoLinksNothingIsReplacedEither(code: Int32) throws {
    let folder = try TemporaryFolder(["old.xml": "old", "a.part": "new"])
    func finish(_ name: String) throws {
      try OpenDrafts.finish(folder["a.part"], asNew: folder[name]) { _, _ in
        errno = code
        return -1
      }
    }
    #expect(throws: OutputFault(EEXIST)) { try finish("old.xml") }
    #expect(throws: OutputFault(ENOENT)) { try finish("nowhere/new.xml") }
    #expect(try folder.names == ["a.part", "old.xml"])
    try finish("new.xml")
    #expect(try folder.names == ["new.xml", "old.xml"])
    #expect(try folder.text("new.xml") == "new" && folder.text("old.xml") == "old")
    // What cannot be renamed leaves no empty file in its place.
    #expect(throws: OutputFault(ENOENT)) { try finish("again.xml") }
    #expect(try folder.names == ["new.xml", "old.xml"])
  }

  @Test func anyOtherFaultOfALinkIsOne() throws {
    let folder = try TemporaryFolder(["a.part": "new"])
    #expect(throws: OutputFault(EDQUOT)) {
      try OpenDrafts.finish(folder["a.part"], asNew: folder["new.xml"]) { _, _ in
        errno = EDQUOT
        return -1
      }
    }
    #expect(try folder.names == ["a.part"])
  }

  /// Who may read and write it is not changed by what is in it.
  @Test func whatIsReplacedKeepsItsPermissions() throws {
    let folder = try TemporaryFolder(["whole.xml": "old", "pieces.xml": "old", "target.xml": "old"])
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder["link.xml"], withDestinationPath: folder["target.xml"])
    for (name, permissions) in [("whole.xml", 0o664), ("pieces.xml", 0o600), ("target.xml", 0o640)] {
      try files.setAttributes([.posixPermissions: permissions], ofItemAtPath: folder[name])
    }
    try disk.write("new", to: folder["whole.xml"], replacing: true)
    for name in ["pieces.xml", "link.xml"] {
      let draft = try DiskDrafts().begin(folder[name])
      try draft.write("new")
      try draft.finish()
    }
    for (name, permissions) in [("whole.xml", 0o664), ("pieces.xml", 0o600), ("target.xml", 0o640)] {
      #expect(try folder.text(name) == "new")
      #expect(try files.attributesOfItem(atPath: folder[name])[.posixPermissions] as? Int == permissions, "\(name)")
    }
  }

  @Test func linksLeadToWhatIsReplaced() throws {
    let folder = try TemporaryFolder(["target.xml": "old"])
    try FileManager.default.createSymbolicLink(atPath: folder["link.xml"], withDestinationPath: folder["target.xml"])
    try disk.write("new", to: folder["link.xml"], replacing: true)
    #expect(try folder.text("target.xml") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder["link.xml"]) == folder["target.xml"])
  }

  @Test func aLinkThatLeadsToNothingYetStaysALink() throws {
    let folder = try TemporaryFolder(["deep/x": ""])
    let files = FileManager.default
    // From link to link, each from its own folder.
    try files.createSymbolicLink(atPath: folder["link.xml"], withDestinationPath: "deep/next.xml")
    try files.createSymbolicLink(atPath: folder["deep/next.xml"], withDestinationPath: "target.xml")
    try disk.write("new", to: folder["link.xml"], replacing: true)
    #expect(try folder.text("deep/target.xml") == "new")
    #expect(try files.destinationOfSymbolicLink(atPath: folder["link.xml"]) == "deep/next.xml")
    try files.removeItem(atPath: folder["deep/target.xml"])
    let draft = try DiskDrafts().begin(folder["link.xml"])
    try draft.write("newer")
    try draft.finish()
    #expect(try folder.text("deep/target.xml") == "newer")
    #expect(try files.destinationOfSymbolicLink(atPath: folder["deep/next.xml"]) == "target.xml")
    // A circle leads nowhere, and is said to.
    try files.createSymbolicLink(atPath: folder["a"], withDestinationPath: "b")
    try files.createSymbolicLink(atPath: folder["b"], withDestinationPath: "a")
    #expect(DiskStorage.resolved(folder["a"]).hasPrefix(folder.path))
  }

  @Test func aFolderIsMadeUnlessSomethingIsInTheWay() throws {
    let folder = try TemporaryFolder(["file": ""])
    try FileManager.default.createSymbolicLink(atPath: folder["gone"], withDestinationPath: folder["nowhere/at/all"])
    let drafts = DiskDrafts()
    #expect(try drafts.makeFolder(folder["new"]))
    #expect(try !drafts.makeFolder(folder["new/"]))
    for (name, code) in [("file", ENOTDIR), ("no/new", ENOENT), ("gone", EEXIST), ("gone/", EEXIST)] {
      #expect(throws: OutputFault(code), "\(name)") { try drafts.makeFolder(folder[name]) }
    }
    drafts.removeFolder(folder["new"])
    #expect(try folder.names == ["file", "gone"])
  }

  @Test func anOpenFileIsAddedToAndNotReplaced() throws {
    let folder = try TemporaryFolder(["log.txt": "before\n"])
    let descriptor = open(folder["log.txt"], O_WRONLY | O_APPEND | O_CLOEXEC)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try disk.write("one\n", to: "/dev/fd/\(descriptor)", replacing: true)
    let draft = try DiskDrafts().begin("/proc/self/fd/\(descriptor)")
    try draft.write("two\n")
    try draft.finish()
    try DiskDrafts().check("/dev/fd/\(descriptor)")
    #expect(try folder.text("log.txt") == "before\none\ntwo\n")
    #expect(try folder.names == ["log.txt"])
  }

  @Test func devicesAreWrittenToAndStay() throws {
    try disk.write("x", to: "/dev/null", replacing: true)
    #expect(throws: OutputFault(ENOSPC)) {
      try disk.write("x", to: "/dev/full", replacing: true)
    }
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    #expect(try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType != .typeRegular)
  }
}
