import Foundation
import Synchronization
import Testing
import Watchroom

@testable import WatchroomCommand

/// Remembers what was opened.
private final class OpenedPaths: FileReading {
  private let files: MemoryFiles
  private let paths = Mutex<Set<String>>([])

  init(files: MemoryFiles) { self.files = files }

  func hasOpened(_ path: String) -> Bool { paths.withLock { $0.contains(path) } }

  func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    paths.withLock { _ = $0.insert(path) }
    return try files.read(path, limit: limit)
  }
}

/// That a baseline serves in every checkout and from every folder, and never the wrong scenario.
@Suite struct BaselinePathTests {
  private func baseline(
    of path: String, at file: String, workingFolder: String, isOld: Bool = false
  ) throws -> Baseline {
    let text = """
      {
        "schema": "watchroom/baseline/1", "engine": "\(Engine.name)", "seed": 1,
        \(isOld ? "" : "\"pathsFrom\": \"baseline\",")
        "scenarios": { "\(path)": { "it": { "metric": "cost.total", "values": [1, 2] } } }
      }
      """
    return try Baseline(
      bytes: Array(text.utf8), path: file, folder: FilePath.folder(of: file), workingFolder: workingFolder)
  }

  @Test func pathsAreFromTheFileWhereverItIsReadFrom() throws {
    for (file, scenario, folder) in [
      ("figures.json", "../scen/force.json5", "/repo/ci"), ("ci/figures.json", "scen/force.json5", "/repo"),
      ("../ci/figures.json", "force.json5", "/repo/scen"), ("/repo/ci/figures.json", "/repo/scen/force.json5", "/tmp"),
    ] {
      let baseline = try baseline(of: "../scen/force.json5", at: file, workingFolder: folder)
      #expect(baseline.entry(at: scenario) != nil, "\(folder)")
    }
  }

  /// As `git show main:base.json | watchroom check night.json5 --baseline /dev/stdin` has it.
  @Test(arguments: [("/dev/stdin", true), ("/dev/fd/63", true), ("/dev/shm/base.json", false)])
  func oneReadFromAnOpenFileIsFromTheFolderWorkedIn(path: String, isOpen: Bool) throws {
    let folder = try TemporaryFolder()
    // Memory holds the scenarios of the folder worked in.
    let files = MemoryFiles(["night.json5": Fixture.night])
    let command = ["check", "night.json5", "--replications", "2"]
    let record = watchroom(command + ["--record", folder["base.json"]], files: files)
    #expect(record.status == .done, "\(record.errors)")
    let text = try folder.text("base.json")
    let name = try #require(text.firstMatch(of: /"([^"]*night\.json5)"/)).output.1
    let here = MemoryFiles([
      "night.json5": Fixture.night, path: text.replacing("\"\(name)\"", with: "\"night.json5\""),
    ])
    let outcome = watchroom(command + ["--baseline", path], files: here)
    #expect(outcome.status == (isOpen ? .done : .inputFileWrong), "\(outcome.errors)")
  }

  @Test func aNamesakeInTheFolderWorkedInIsAnother() throws {
    var new = try baseline(of: "force.json5", at: "../north/figures.json", workingFolder: "/repo/south")
    #expect(new.entry(at: "force.json5") == nil && new.entry(at: "../north/force.json5") != nil)
    new.settle { _ in false }
    #expect(new.entry(at: "force.json5") == nil)
  }

  /// Files that do not say what their paths are from: from where they lie if there is such a scenario, or else from the
  /// folder worked in, as they were recorded.
  @Test func oldFilesServeOneScenarioOnly() throws {
    var old = try baseline(
      of: "force.json5", at: "../north/figures.json", workingFolder: "/repo/south", isOld: true)
    old.settle { $0 == "../north/force.json5" }
    #expect(old.entry(at: "force.json5") == nil && old.entry(at: "../north/force.json5") != nil)
    old.settle { _ in false }
    #expect(old.entry(at: "force.json5") != nil)
    var root = try baseline(of: "scen/force.json5", at: "ci/figures.json", workingFolder: "/repo", isOld: true)
    root.settle { _ in false }
    #expect(root.entry(at: "scen/force.json5") != nil && root.entry(at: "force.json5") == nil)
  }

  @Test func anOldFileDoesNotServeANamesakeOfItsNeighbour() throws {
    let folder = try TemporaryFolder(["north/night.json5": Fixture.night])
    let record = watchroom(
      ["check", folder["north/night.json5"], "--record", folder["north/base.json"]], files: DiskFiles())
    #expect(record.status == .done, "\(record.errors)")
    let old = try folder.text("north/base.json").replacing("\"pathsFrom\": \"baseline\",", with: "")
    #expect(!old.contains("pathsFrom"))
    // Of the two scenarios of that name one is in the folder worked in, and one beside the baseline.
    var files = ["night.json5": Fixture.night, "north/base.json": old]
    let command = ["check", "night.json5", "--baseline", "north/base.json"]
    #expect(watchroom(command, files: MemoryFiles(files)).status == .done)
    files["north/night.json5"] = Fixture.night
    let outcome = watchroom(command, files: MemoryFiles(files))
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("nothing is recorded of night.json5"), "\(outcome.errors)")
    #expect(
      watchroom(["check", "north/night.json5", "--baseline", "north/base.json"], files: MemoryFiles(files)).status
        == .done)
  }

  /// An old file is asked for what lies beside it. Nobody writes to the pipe: to open it would wait for ever.
  @Test func aPipeBesideAnOldFileIsNotOpened() throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder["pipe"], 0o600) == 0)
    let old = """
      { schema: "watchroom/baseline/1", engine: "\(Engine.name)", seed: 1,
        scenarios: { "\(folder["pipe"])": { "it": { metric: "cost.total", values: [1, 2] } } } }
      """
    let files = OpenedPaths(files: MemoryFiles(["base.json": old, "night.json5": Fixture.night]))
    let outcome = watchroom(["check", "night.json5", "--baseline", "base.json"], files: files)
    #expect(outcome.status == .inputFileWrong && files.hasOpened("base.json") && !files.hasOpened(folder["pipe"]))
  }

  @Test func aFileRecordedFromASiblingFolderServesAnotherCheckout() throws {
    let first = try TemporaryFolder(["scen/night.json5": Fixture.night, "ci/x": ""])
    let record = watchroom(
      ["check", first["scen/night.json5"], "--record", first["ci/figures.json"]], files: DiskFiles())
    #expect(record.status == .done, "\(record.errors)")
    let text = try first.text("ci/figures.json")
    #expect(text.contains("\"../scen/night.json5\": {") && !text.contains(first.path))
    let second = try TemporaryFolder(["scen/night.json5": Fixture.night, "ci/figures.json": text])
    let outcome = watchroom(
      ["check", second["scen/night.json5"], "--baseline", second["ci/figures.json"]], files: DiskFiles())
    #expect(outcome.status == .done && outcome.errors == "", "\(outcome.errors)")
  }

  @Test(
    arguments: [
      ("/repo/scen/force.json5", "/repo/ci", "../scen/force.json5"), ("/repo/a.json5", "/repo", "a.json5"),
      ("/repo/a.json5", "/repo/x/y", "../../a.json5"), ("/repo/x/a.json5", "/", "repo/x/a.json5"),
      ("/repo/a.json5", "/tmp/x", "/repo/a.json5"), ("/repository/a.json5", "/repo", "/repository/a.json5"),
    ])
  func waysLeadUpAndDown(path: String, folder: String, way: String) {
    #expect(FilePath.relative(path, to: folder) == way)
    #expect(FilePath.absolute(way, in: folder) == path)
  }
}
