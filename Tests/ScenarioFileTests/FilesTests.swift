import Foundation
import ScenarioFile
import Testing

@Suite("Files")
struct FilesTests {
  @Test func aMissingScenarioIsNotBadContent() throws {
    let error = try #require(throws: ScenarioError.self) { try read([:]) }
    #expect(error.cause == .unreadable)
    #expect(
      error.description
        == "s.json5: error: there is no file s.json5 — name a file that exists; a name inside a file is relative to that file"
    )
  }

  @Test func aMissingOverlayIsNotBadContent() throws {
    let error = try #require(throws: ScenarioError.self) { try read(Fixture.files, overlays: ["o.json5"]) }
    #expect(error.cause == .unreadable && error.problems[0].place.file == "o.json5")
  }

  @Test func missingFilesNamedInsideAreBadContent() throws {
    let base = try #require(throws: ScenarioError.self) { try read("{extends: 'no.json5'}") }
    #expect(base.cause == .invalid && base.problems[0].place.description == "s.json5:1:11")
    let csv = try #require(throws: ScenarioError.self) {
      try read(Fixture.least(channel: "patience: { empirical: { csv: 'no.csv' } }"))
    }
    #expect(csv.cause == .invalid && csv.problems[0].path == "channels.999.patience.empirical.csv")
  }

  @Test func systemReasonsAreTold() throws {
    struct Locked: FileReading {
      func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] { throw .unreadable("Permission denied") }
    }
    let error = try #require(throws: ScenarioError.self) { try ScenarioReader.read(path: "s.json5", files: Locked()) }
    #expect(error.cause == .unreadable && error.description.contains("s.json5 cannot be read: Permission denied"))
  }

  @Test func tooLargeFilesAreBadContent() throws {
    struct Large: FileReading {
      func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] { throw .tooLarge }
    }
    let error = try #require(throws: ScenarioError.self) { try ScenarioReader.read(path: "s.json5", files: Large()) }
    #expect(error.cause == .invalid && error.problems[0].remedy.contains("at most 64 MiB"))
  }

  @Test(arguments: ["[]", "5", "null", "'x'", "", "{", "\u{0}"])
  func whatIsNoObjectIsNoScenario(_ text: String) throws {
    let error = try #require(throws: ScenarioError.self) { try read(text) }
    #expect(error.cause == .invalid && error.problems.count == 1 && error.problems[0].place.line == 1)
  }

  @Test func theDiskIsRead() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("watchroom-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in Fixture.files {
      try text.write(to: folder.appendingPathComponent(name), atomically: false, encoding: .utf8)
    }
    let path = folder.appendingPathComponent("s.json5").path
    let result = try ScenarioReader.read(path: path)
    #expect(try result.scenario == read(Fixture.files).scenario)
    let missing = try #require(throws: ScenarioError.self) { try ScenarioReader.read(path: path + "x") }
    #expect(missing.cause == .unreadable)
    let directory = try #require(throws: ScenarioError.self) { try ScenarioReader.read(path: folder.path) }
    #expect(directory.cause == .unreadable && directory.description.contains("Is a directory"))
    #expect(throws: FileFault.tooLarge) { try DiskFiles().read(path, limit: 10) }
  }

  @Test func manyProblemsAreCountedNotListed() throws {
    let channels = (0..<60).map { "c\($0): { a: 1, b: 2, c: 3, d: 4, e: 5 }" }.joined(separator: ", ")
    let error = try #require(throws: ScenarioError.self) {
      try read("{ calendar: { start: '2022-07-22T07:00' }, channels: { \(channels) } }")
    }
    #expect(error.problems.count == 201)
    #expect(error.problems.last?.message == "220 more errors are not listed")
  }

  @Test func aProblemIsOneLineWhateverIsQuoted() {
    let all = problems(["s.json5": "{ 'a\\n\\u001b[31mb': 1 }"])
    #expect(all.allSatisfy { !$0.description.unicodeScalars.contains { $0.value < 0x20 } })
  }
}
