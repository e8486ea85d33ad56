import Foundation
import Testing

@testable import WatchroomCommand

/// Files that grow line by line.
@Suite struct AppendStorageTests {
  private let disk = DiskAppending()

  @Test func aLineCutShortIsCutOff() throws {
    let folder = try TemporaryFolder(["j": "one\ntw"])
    let file = try disk.extend(folder["j"], keeping: 4)
    #expect(try folder.text("j") == "one\n")
    try file.write("three\n")
    #expect(try folder.text("j") == "one\nthree\n")
    try disk.extend(folder["new"], keeping: 0).write("first\n")
    #expect(try folder.text("new") == "first\n")
  }

  @Test func aFileIsExtendedByOneAtATime() throws {
    let folder = try TemporaryFolder(["j": "one\n"])
    var first: (any TextOutput)? = try disk.extend(folder["j"], keeping: 4)
    #expect(throws: OutputFault.inUse) { try disk.extend(folder["j"], keeping: 4) }
    // Though it has read nothing of it.
    #expect(throws: OutputFault.inUse) { try disk.extend(folder["j"], keeping: 0) }
    try first?.write("two\n")
    #expect(try folder.text("j") == "one\ntwo\n")
    first = nil
    try disk.extend(folder["j"], keeping: 8).write("three\n")
    #expect(try folder.text("j") == "one\ntwo\nthree\n")
  }

  /// Whoever wrote them had the lock, and had let go of it before it was asked for.
  @Test(arguments: [0, 4, 9])
  func whatAnotherWroteSinceItWasReadIsNotCutOff(length: Int) throws {
    let folder = try TemporaryFolder(["j": "one\ntwo\n"])
    #expect(throws: OutputFault.inUse) { try disk.extend(folder["j"], keeping: length) }
    #expect(try folder.text("j") == "one\ntwo\n")
  }

  /// More than is read at once.
  @Test func aLongLineCutShortIsLookedAtToItsEnd() throws {
    let long = String(repeating: "x", count: 200_000)
    let folder = try TemporaryFolder(["torn": "one\n" + long, "whole": "one\n" + long + "\n"])
    _ = try disk.extend(folder["torn"], keeping: 4)
    #expect(try folder.text("torn") == "one\n")
    #expect(throws: OutputFault.inUse) { try disk.extend(folder["whole"], keeping: 4) }
    #expect(try folder.text("whole").utf8.count == 200_005)
  }

  @Test func whatCannotBeExtendedIsSaid() throws {
    let folder = try TemporaryFolder()
    #expect(throws: OutputFault(ENOENT)) { try disk.extend(folder["no/j"], keeping: 0) }
    #expect(throws: OutputFault(EISDIR)) { try disk.extend(folder.path, keeping: 0) }
    #expect(throws: OutputFault(EINVAL)) { try disk.extend("/dev/null", keeping: 0) }
  }
}
