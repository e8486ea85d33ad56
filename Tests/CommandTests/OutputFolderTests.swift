import Foundation
import Synchronization
import Testing

@testable import WatchroomCommand

/// A folder of files, which others may use as well.
@Suite struct OutputFolderTests {
  private func folder(_ path: String, _ drafts: some DraftStorage) -> OutputFolder {
    OutputFolder(path: path, drafts: drafts, remedy: "name another")
  }

  @Test func whatIsCheckedLeavesNothing() throws {
    let place = try TemporaryFolder(["there/old": "old"])
    try folder(place["new"], DiskDrafts()).check(["a", "b"])
    try folder(place["there"], DiskDrafts()).check(["a", "old"])
    #expect(try place.names == ["there"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: place["there"]) == ["old"])
  }

  /// Another run finds that it could leave something there, and leaves nothing yet.
  @Test func aFolderThatAnotherTakesAwayIsMadeAgain() throws {
    let place = try TemporaryFolder(["found/x": ""])
    try FileManager.default.removeItem(atPath: place["found/x"])
    for name in ["new", "found"] {
      let drafts = SharedDrafts(place[name], removals: 3)
      try folder(place[name], drafts).check(["a", "b"])
      #expect(drafts.begun == 5)
      #expect(try place.names == (name == "new" ? ["found"] : []))
    }
    let drafts = SharedDrafts(place["new"], removals: 3)
    try folder(place["new"], drafts).fill(["a", "b"]) { files throws(Ending) in
      for file in files { try file.write("text") }
    }
    #expect(try place.text("new/a") == "text" && place.text("new/b") == "text")
    #expect(drafts.begun == 5)
  }

  /// Whoever made it again takes it away again.
  @Test func nothingIsLeftOfAFolderThatWasMadeAgain() throws {
    let place = try TemporaryFolder(["found/x": ""])
    try FileManager.default.removeItem(atPath: place["found/x"])
    let ending = #expect(throws: Ending.self) {
      try folder(place["found"], SharedDrafts(place["found"], removals: 1)).fill(["a"]) { _ throws(Ending) in
        throw Ending(.inputFileWrong, "no")
      }
    }
    #expect(ending?.status == .inputFileWrong)
    #expect(try place.names == [])
  }

  @Test func whatIsMissingForAnotherReasonIsAFaultInTheEnd() throws {
    let place = try TemporaryFolder(["there/x": "", "there/folder/x": ""])
    try FileManager.default.createSymbolicLink(atPath: place["there/a"], withDestinationPath: place["nowhere/a"])
    let drafts = SharedDrafts(place["there"], removals: 0)
    let missing = #expect(throws: Ending.self) { try folder(place["there"], drafts).check(["a"]) }
    #expect(missing?.status == .inputOrOutputFailed)
    let remedy = "there is no folder “\(place["nowhere"])”: make it"
    #expect(
      missing?.lines.map(\.message)
        == ["\(place["there/a"]) cannot be written: No such file or directory — \(remedy)"])
    #expect(drafts.begun == OutputFolder.mostTimes + 1)
    // What no other process takes away is not tried again.
    let other = SharedDrafts(place["there"], removals: 0)
    #expect(throws: Ending.self) { try folder(place["there"], other).check(["folder"]) }
    #expect(other.begun == 1)
  }

  /// Where the process is ended in the middle, there would be some of them.
  @Test func allGetTheirNamesTogether() throws {
    let place = try TemporaryFolder()
    let drafts = SharedDrafts(place["new"], removals: 0)
    try folder(place["new"], drafts).fill(["a", "b"]) { _ throws(Ending) in
      #expect(drafts.namesGivenTogether == nil)
    }
    #expect(drafts.namesGivenTogether == ["a", "b"])
  }
}

/// The disk, on which others take a folder away so many times when a file in it is about to be begun.
private final class SharedDrafts: DraftStorage {
  private struct State {
    var removals: Int
    var begun = 0
    var names: [String]?
  }

  private let disk = DiskDrafts()
  private let folder: String
  private let state: Mutex<State>

  init(_ folder: String, removals: Int) {
    self.folder = folder
    state = Mutex(State(removals: removals))
  }

  /// How often a file was begun.
  var begun: Int { state.withLock { $0.begun } }
  /// The files that got their names together; nil if none has yet.
  var namesGivenTogether: [String]? { state.withLock { $0.names } }

  func begin(_ path: String) throws(OutputFault) -> any Draft {
    state.withLock { state in
      state.begun += 1
      guard state.removals > 0 else { return }
      state.removals -= 1
      rmdir(folder)
    }
    return try disk.begin(path)
  }

  func together(_ work: () throws(Ending) -> Void) throws(Ending) {
    let before = names
    try work()
    let after = names
    state.withLock { $0.names = after.filter { !before.contains($0) } }
  }

  /// What is in the folder, but for what is being written.
  private var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { !$0.hasSuffix(".part") }.sorted()
  }

  func makeFolder(_ path: String) throws(OutputFault) -> Bool { try disk.makeFolder(path) }
  func replaces(_ path: String) -> Bool { disk.replaces(path) }
  func beginning(of path: String) throws(OutputFault) -> [UInt8] { try disk.beginning(of: path) }
  func areOne(_ path: String, _ other: String) -> Bool { disk.areOne(path, other) }
  func target(of path: String) -> String { disk.target(of: path) }
  func removeFolder(_ path: String) { disk.removeFolder(path) }
}
