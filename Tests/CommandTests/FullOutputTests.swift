import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// Something is to be left in several places, one of which takes nothing.
@Suite struct FullOutputTests {
  private let bench: LedgerBench
  private static let volumes = "start,999\n2025-05-26T07:00,12\n2025-05-26T07:30,30\n"

  init() throws { bench = try LedgerBench() }

  private func files(_ others: [String: String]) -> MemoryFiles {
    MemoryFiles(LedgerBench.files.merging(others) { $1 })
  }

  private func full(_ arguments: [String], others: [String: String] = [:]) -> Outcome {
    CommandTests.watchroom(arguments, files: files(others), outputFault: OutputFault(ENOSPC))
  }

  /// Does `command` where all is well, and where standard output is full: each leaves the same in its folder, which is
  /// called OUT in its words.
  private func expectTheSameIsLeft(_ command: String, others: [String: String] = [:]) throws {
    func words(_ folder: String) throws -> [String] {
      try FileManager.default.createDirectory(atPath: bench[folder], withIntermediateDirectories: false)
      return command.replacing("OUT", with: bench[folder]).split(separator: " ").map(String.init)
    }
    let well = bench.watchroom(try words("well"), others: others)
    #expect(well.status == .done && well.errors == "", "\(command): \(well.errors)")
    let outcome = full(try words("full"), others: others)
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "", "\(command)")
    #expect(outcome.errors == Outcome.fullOutput, "\(command)")
    let left = FileManager.default.subpaths(atPath: bench["full"])?.sorted()
    #expect(left?.isEmpty == false && left == FileManager.default.subpaths(atPath: bench["well"])?.sorted())
    for name in left ?? [] {
      let type = try FileManager.default.attributesOfItem(atPath: bench["full/\(name)"])[.type] as? FileAttributeType
      guard type == .typeRegular else { continue }
      let text = try bench.folder.text("full/\(name)").replacing(bench["full"], with: bench["well"])
      #expect(text == (try bench.folder.text("well/\(name)")), "\(name)")
    }
  }

  @Test(
    arguments: [
      "run night.json5 --replications 3", "compare night.json5 more.json5 --replications 3",
      "size night.json5 --value-map --replications 2",
    ])
  func whatCannotBePrintedIsLeft(command: String) throws {
    let tables = command.hasPrefix("size") ? "--csv OUT/map.csv" : "--csv OUT/tables"
    try expectTheSameIsLeft("\(command) --report OUT/page.html \(tables)")
  }

  @Test func ofALedgerToo() throws {
    #expect(bench.watchroom("run", "night.json5", "--ledger", bench["a.ledger"]).status == .done)
    try expectTheSameIsLeft("report \(bench["a.ledger"]) --report OUT/page.html --csv OUT/tables")
  }

  @Test(arguments: ["run night.json5", "compare night.json5 more.json5"])
  func ofShardsToo(command: String) throws {
    let words = command.split(separator: " ").map(String.init) + ["--replications", "2", "--shard", "1/1"]
    try expectTheSameIsLeft(
      "merge 1.partial --report OUT/page.html --csv OUT/tables", others: ["1.partial": bench.watchroom(words).output])
  }

  @Test func ofRequirementsToo() throws {
    try expectTheSameIsLeft(
      "erlang --volumes v.csv --handling 3m --share 0.9 --csv OUT/a.csv",
      others: ["v.csv": Self.volumes])
  }

  @Test func verdictsAndABaselineAreLeftToo() throws {
    // It is said once that the result cannot be printed, though a part of it is of each scenario.
    try expectTheSameIsLeft(
      "check night.json5 folder/base.json5 --replications 4 --junit OUT/a.xml --record OUT/a.json")
  }

  /// A fault of the output hides none of what was checked.
  @Test func verdictsDoNotLookAsIfAllWereWell() throws {
    let plain = Fixture.night.replacing(/expect: .*/, with: "")
    let outcome = full(["check", "plain.json5", "--junit", bench["a.xml"]], others: ["plain.json5": plain])
    #expect(outcome.status == .inputFileWrong)
    #expect(
      outcome.errors.hasPrefix(Outcome.fullOutput + "watchroom: error: nothing is expected, so nothing was checked"))
    #expect(try bench.folder.text("a.xml").contains("errors=\"1\""))
  }

  @Test func whereNothingElseIsLeftNoMoreIsChecked() {
    let outcome = full(["check", "night.json5", "missing.json5"])
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(outcome.errors == Outcome.fullOutput)
  }

  /// Neither a page nor the tables keep each other from being left.
  @Test(arguments: [["run", "night.json5"], ["compare", "night.json5", "more.json5"]], [true, false])
  func oneFullDiskOfTwoKeepsNothingFromTheOther(command: [String], hasTables: Bool) throws {
    let output = Recording()
    let errors = Recording()
    let surroundings = Surroundings(
      output: output, errors: errors, files: files([:]), storage: hasTables ? FullDisk() : DiskStorage(),
      drafts: hasTables ? DiskDrafts() : FullDisk(), elapsed: { .zero })
    let status = Command.run(
      command + ["--replications", "2", "--report", bench["page.html"], "--csv", bench["tables"]], in: surroundings)
    #expect(status == .inputOrOutputFailed)
    #expect(output.text != "")
    #expect(errors.text.contains("cannot be written: No space left on device — free some space"), "\(errors.text)")
    #expect(try bench.folder.names == (hasTables ? ["tables"] : ["page.html"]))
  }
}

/// A disk on which files can be begun, and nothing be written to them.
private struct FullDisk: Storage, DraftStorage {
  private struct FullDraft: Draft {
    let draft: any Draft

    func write(_ text: String) throws(OutputFault) { throw OutputFault(ENOSPC) }
    func finish() throws(OutputFault) { try draft.finish() }
    func discard() { draft.discard() }
  }

  private var disk: DiskDrafts { DiskDrafts() }

  func files(below path: String) throws(FileFault) -> FolderListing? { try DiskStorage().files(below: path) }
  func write(_ text: String, to path: String, replacing: Bool) throws(OutputFault) { throw OutputFault(ENOSPC) }
  func begin(_ path: String) throws(OutputFault) -> any Draft { FullDraft(draft: try disk.begin(path)) }
  func makeFolder(_ path: String) throws(OutputFault) -> Bool { try disk.makeFolder(path) }
  func replaces(_ path: String) -> Bool { disk.replaces(path) }
  func beginning(of path: String) throws(OutputFault) -> [UInt8] { try disk.beginning(of: path) }
  func areOne(_ path: String, _ other: String) -> Bool { disk.areOne(path, other) }
  func target(of path: String) -> String { disk.target(of: path) }
  func removeFolder(_ path: String) { disk.removeFolder(path) }
}
