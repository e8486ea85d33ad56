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
    let expected = ["a/deeper/y.csv", "a/z.json5", "b.json5", "c.json5"].map { folder[$0] }
    #expect(try disk.files(below: folder.path) == expected)
    #expect(try disk.files(below: folder.path + "/") == expected)
    #expect(try disk.files(below: folder["b.json5"]) == nil)
    #expect(try disk.files(below: folder["nothing"]) == nil)
  }

  @Test func writesAllOrNothing() throws {
    let folder = try TemporaryFolder(["old.xml": "old", "folder/x": ""])
    try disk.write("new", to: folder["new.xml"], replacing: false)
    try disk.write("newer", to: folder["old.xml"], replacing: true)
    #expect(try folder.text("new.xml") == "new" && folder.text("old.xml") == "newer")
    #expect(throws: OutputFault(reason: "File exists")) {
      try disk.write("x", to: folder["new.xml"], replacing: false)
    }
    #expect(throws: OutputFault(reason: "File exists")) { try disk.write("x", to: folder["folder"], replacing: false) }
    #expect(throws: OutputFault(reason: "Is a directory")) {
      try disk.write("x", to: folder["folder"], replacing: true)
    }
    #expect(throws: OutputFault(reason: "No such file or directory")) {
      try disk.write("x", to: folder["nowhere/new.xml"], replacing: true)
    }
    #expect(try folder.text("new.xml") == "new")
    // Nothing else is left behind.
    #expect(try folder.names == ["folder", "new.xml", "old.xml"])
  }

  @Test func linksLeadToWhatIsReplaced() throws {
    let folder = try TemporaryFolder(["target.xml": "old"])
    try FileManager.default.createSymbolicLink(atPath: folder["link.xml"], withDestinationPath: folder["target.xml"])
    try disk.write("new", to: folder["link.xml"], replacing: true)
    #expect(try folder.text("target.xml") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder["link.xml"]) == folder["target.xml"])
  }

  @Test func devicesAreWrittenToAndStay() throws {
    try disk.write("x", to: "/dev/null", replacing: true)
    #expect(throws: OutputFault(reason: "No space left on device")) {
      try disk.write("x", to: "/dev/full", replacing: true)
    }
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    #expect(try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType != .typeRegular)
  }
}
