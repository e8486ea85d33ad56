import Foundation
import Reading
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
    #expect(error.problems.last?.message == "160 more errors are not listed")
  }

  /// Nobody reads what those that are not listed may have been meant to be, so nobody looks for it.
  @Test func manyMisspeltKeysAreRefusedLikeAFew() throws {
    let keys = (0..<5_000).map { "calender\($0): 1" }.joined(separator: ", ")
    let error = try #require(throws: ScenarioError.self) { try read("{ calendar: {}, \(keys) }") }
    #expect(error.problems.count == 201)
    #expect(error.problems[0].remedy == "did you mean “calendar”?")
    #expect(try #require(error.problems.last).message.hasSuffix(" more errors are not listed"))
  }

  @Test func limitsHold() {
    func one(_ text: String, _ settings: String...) -> String {
      let all = problems(["s.json5": text], settings: settings).filter { $0.severity == .error }
      return all.count == 1 ? "\(all[0].path): \(all[0].message) — \(all[0].remedy)" : "\(all)"
    }
    func many(_ count: Int, _ text: String) -> String {
      (0..<count).map { "n\($0): \(text)" }.joined(separator: ", ")
    }
    let channel = "{ arrivals: { perYear: 1 }, handling: { constant: 1 } }"
    #expect(
      one("{ calendar: { start: '2022-01-01' }, channels: {} }")
        == "channels: there is no channel — add one, for example \"999\": { arrivals: … }")
    #expect(
      problems(["s.json5": "{ calendar: { start: '2022-01-01' }, channels: { \(many(64, channel)) } }"]).allSatisfy {
        $0.severity == .warning
      })
    #expect(
      one("{ calendar: { start: '2022-01-01' }, channels: { \(many(65, channel)) } }")
        == "channels: these are 65 channels — there may be at most 64")
    #expect(
      one(Fixture.least(top: "shifts: { \(many(1_001, "{ start: '07:00', length: '8h' }")) }")).hasPrefix(
        "shifts: these are 1001 shifts"))
    #expect(
      one(Fixture.least(channel: "outcomes: { \(many(251, "{ share: 0 }")) }")).contains("these are 251 outcomes"))
    #expect(one(Fixture.least(channel: "front: { \(many(33, "{}")) }")).contains("these are 33 stages"))
    #expect(
      one(Fixture.least(channel: "outcomes: { '\(String(repeating: "x", count: 201))': { share: 0 } }")).contains(
        "1 to 200"))
    #expect(
      one(Fixture.least(), "teams.a.staff.byHour=[\(Array(repeating: "60001", count: 24).joined(separator: ","))]")
        .hasPrefix("["))
    #expect(
      one(Fixture.least(), "calendar.days=36500", "channels.999.arrivals.perYear=1e8")
        == "channels: about 10000 million contacts would come in one run — "
        + "simulate fewer days or smaller channels: at most 1000 million contacts in one run")
    let nested = (0..<9).reduce("{ weight: 1, constant: 1 }") { inner, _ in "{ weight: 1, mixture: [\(inner)] }" }
    #expect(one(Fixture.least(channel: "patience: { mixture: [\(nested)] }")).contains("mixed more than 8 deep"))
    let parts = Array(repeating: "{ weight: 1, constant: 1 }", count: 101).joined(separator: ",")
    #expect(
      one(Fixture.least(channel: "patience: { mixture: [\(parts)] }")).contains(
        "101 weighted distributions — give 1 to 100"))
    let breaks = Array(repeating: "{ after: 0, length: 1 }", count: 25).joined(separator: ",")
    #expect(
      one(Fixture.least(top: "shifts: { a: { start: '07:00', length: 9, breaks: [\(breaks)] } }")).contains(
        "25 breaks — give 0 to 24"))
  }

  @Test func circlesOfDiversionsAreFoundHoweverTheyRun() {
    func circles(_ fronts: String...) -> [String] {
      let channels = fronts.enumerated().map {
        "c\($0): { arrivals: { perYear: 1 }, handling: { constant: 1 }, front: { \($1) } }"
      }
      return problems([
        "s.json5": "{ calendar: { start: '2022-01-01' }, channels: { \(channels.joined(separator: ",")) } }"
      ])
      .filter { $0.severity == .error }.map(\.path)
    }
    #expect(
      circles("a: { divertsTo: { c1: 1 } }", "a: { divertsTo: { c0: 1 } }") == [
        "channels.c0.front", "channels.c1.front",
      ])
    #expect(circles("a: { divertsTo: { c1: 1 } }", "a: { divertsTo: { c0: 0.99 } }") == [])
    #expect(
      circles("a: { divertsTo: { c1: 1 } }", "a: { divertsTo: { c0: 0.5, c1: 0.5 } }") == [
        "channels.c0.front", "channels.c1.front",
      ])
    #expect(circles("a: { divertsTo: { c1: 1 } }", "a: { divertsTo: { c0: 0.5, c2: 0.5 } }", "") == [])
    #expect(circles("a: { divertsTo: { c1: 1 } }", "a: { contains: 0.5, divertsTo: { c0: 0.5 } }") == [])
    // A second stage that nobody reaches cannot contain anybody.
    #expect(circles("a: { divertsTo: { c0: 1 } }, b: { contains: 1 }") == ["channels.c0.front"])
    #expect(circles("a: { divertsTo: { c0: 0.5 } }, b: { divertsTo: { c0: 1 } }") == ["channels.c0.front"])
  }

  @Test func aRosterOfOtherDaysIsWarnedOf() {
    let all = problems(Fixture.files, settings: ["calendar.start=2022-07-26T07:00", "calendar.days=1"])
    #expect(all.map(\.path) == ["channels.101.arrivals.trace", "teams.contact.staff"])
    #expect(all.last?.message == "nobody is rostered in this team during the simulated time")
  }

  @Test func aProblemIsOneLineWhateverIsQuoted() {
    let all = problems(["s.json5": "{ 'a\\n\\u001b[31mb': 1 }"])
    #expect(all.allSatisfy { !$0.description.unicodeScalars.contains { $0.value < 0x20 } })
  }
}
