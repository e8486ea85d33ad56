import Foundation
import Synchronization
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct ExportTests {
  /// A folder with a ledger `night.ledger` in it of the small night, or of its first `count` events.
  private func folder(
    first count: Int = .max, inBlocksOf size: Int = 64, isFinished: Bool = true, header: LedgerHeader? = nil,
    files: [String: String] = [:]
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(files)
    let read = try ScenarioReader.read(path: "night.json5", files: MemoryFiles(Fixture.files))
    var simulation = Simulation(plan: Plan(read.scenario), seed: 1, replication: 0)
    var events: [Event] = []
    while simulation.advance({ block in for index in block.indices { events.append(block[index]) } }) {}
    var writer = try LedgerWriter(
      path: folder["night.ledger"],
      header: header ?? LedgerHeader(engine: Engine.name, seed: 1, replication: 0, scenario: read.resolvedText),
      options: LedgerOptions(eventsInBlock: size))
    try writer.append(Array(events.prefix(count)).span)
    if isFinished { try writer.finish() }
    return folder
  }

  private func export(_ words: String...) -> Outcome { watchroom(["export"] + words) }

  @Test func tablesGoBesideTheLedger() throws {
    let folder = try folder()
    let outcome = export(folder["night.ledger"], "--to", "csv")
    #expect(outcome.status == .done && outcome.errors == "")
    #expect(
      outcome.output.replacing(folder.path, with: "F")
        == "F/night-csv is written: events.csv, contacts.csv and incidents.csv\n")
    #expect(try folder.names == ["night-csv", "night.ledger"])
    #expect(try folder.text("night-csv/events.csv").hasPrefix("sequence,time,ms,kind,"))
    #expect(try folder.text("night-csv/contacts.csv").contains("\n0,999,999,"))
    #expect(try folder.text("night-csv/incidents.csv").split(separator: "\n").count == 1)
    // And again, over what is there; elsewhere, without a word; into a folder that is there.
    #expect(export(folder["night.ledger"], "--to", "csv").status == .done)
    #expect(export("-q", folder["night.ledger"], "--to", "csv", "--output", folder["there"]).output == "")
    #expect(export("-q", folder["night.ledger"], "--to", "csv", "--output", folder["there/"]).status == .done)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder["there"]).sorted()
        == ["contacts.csv", "events.csv", "incidents.csv"])
    #expect(try folder.text("there/contacts.csv") == folder.text("night-csv/contacts.csv"))
  }

  @Test(arguments: [("ndjson", "{\"sequence\":0,"), ("ocel-json", "{\n\"objectTypes\""), ("ocel-xml", "<?xml")])
  func documentsGoToStandardOutputOrAFile(format: String, beginning: String) throws {
    let folder = try folder()
    let outcome = export(folder["night.ledger"], "--to", format)
    #expect(outcome.status == .done && outcome.errors == "")
    #expect(outcome.output.hasPrefix(beginning) && outcome.output.hasSuffix("\n"))
    // And again, over what is there.
    for _ in 1...2 {
      let file = export(folder["night.ledger"], "--to", format, "--output", folder["night.txt"])
      #expect(file.status == .done && file.output == "" && file.errors == "")
      #expect(try folder.text("night.txt") == outcome.output)
    }
    #expect(try folder.names == ["night.ledger", "night.txt"])
    // A device is written to, not replaced.
    #expect(export(folder["night.ledger"], "--to", format, "--output", "/dev/null").status == .done)
  }

  @Test func anUnfinishedLedgerIsExportedAsFarAsItGoes() throws {
    let folder = try folder(first: 130, isFinished: false)
    let outcome = export(folder["night.ledger.part"], "--to", "ndjson")
    #expect(outcome.status == .done)
    #expect(outcome.output.split(separator: "\n").count == 128)
    #expect(
      outcome.errors.replacing(folder.path, with: "F")
        == "F/night.ledger.part: note: this ledger is unfinished (its run was cut short, or still goes on); its 128 events "
        + "are exported\n")
    #expect(export(folder["night.ledger.part"], "--to", "ndjson", "-q").errors == "")
    #expect(export(folder["night.ledger.part"], "--to", "csv", "-q").status == .done)
    #expect(try folder.names == ["night-csv", "night.ledger.part"])
    // A tear is said as well.
    let part = URL(fileURLWithPath: folder["night.ledger.part"])
    try (Data(contentsOf: part) + Data("WRLBLOCK".utf8)).write(to: part)
    let torn = export(folder["night.ledger.part"], "--to", "ndjson")
    #expect(torn.status == .done && torn.output == outcome.output)
    #expect(torn.errors.contains("; the last 8 bytes are left out: block 2 at byte "))
  }

  @Test(arguments: ["csv", "ndjson", "ocel-json", "ocel-xml"])
  func aDamagedLedgerIsRefusedBeforeAnythingIsWritten(format: String) throws {
    let folder = try folder()
    let reader = try LedgerReader(path: folder["night.ledger"])
    let offset = reader.blocks[1].offset
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder["night.ledger"]))
    bytes[Int(offset) + 200] ^= 1
    try bytes.write(to: URL(fileURLWithPath: folder["night.ledger"]))
    for output in [[], ["--output", folder["out"]]] {
      let outcome = watchroom(["export", folder["night.ledger"], "--to", format] + output)
      #expect(outcome.status == .inputFileWrong && outcome.output == "")
      #expect(outcome.errors.contains("block 1 at byte \(offset) is damaged: its bytes do not match their checksum"))
      #expect(try folder.names == ["night.ledger"])
    }
  }

  @Test func whatIsNoLedgerIsSaid() throws {
    let folder = try folder(files: ["text": "no ledger at all, but long enough to be one"])
    let missing = export(folder["nowhere"], "--to", "csv")
    #expect(missing.status == .inputOrOutputFailed && missing.errors.contains("there is no such file"))
    let text = export(folder["text"], "--to", "csv")
    #expect(text.status == .inputFileWrong && text.errors.contains("this is not a ledger"))
    #expect(try folder.names == ["night.ledger", "text"])
  }

  @Test func aScenarioThatCannotBeReadIsSaid() throws {
    let header = LedgerHeader(engine: "another", seed: 1, replication: 0, scenario: "{ name: \"x\", colour: 1 }")
    let folder = try folder(header: header)
    let outcome = export(folder["night.ledger"], "--to", "csv")
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(outcome.errors.contains("night.ledger: error: colour: there is no key"))
    #expect(try folder.names == ["night.ledger"])
  }

  /// A roster rides in the ledger, under whatever name.
  @Test(arguments: ["roster.csv", "/far/away/../roster.csv", "../scenario/scenario-"])
  func theFilesOfTheScenarioAreThoseOfTheLedger(name: String) throws {
    let scenario = Fixture.night.replacing(#/staff: \{ byHour: \[.*?\] \}/#, with: "staff: { csv: \"\(name)\" }")
    let roster = LedgerHeader.File(
      path: name, bytes: Array("handler,start,end\nann,2022-07-22T07:00,2022-07-23T07:00\n".utf8))
    let folder = try folder(
      header: LedgerHeader(engine: "e", seed: 1, replication: 0, scenario: scenario, files: [roster]))
    let outcome = export(folder["night.ledger"], "--to", "ndjson")
    #expect(outcome.status == .done && outcome.errors == "")
  }

  @Test(arguments: [
    ([], "“export” needs to know what to write: --to csv|ndjson|ocel-json|ocel-xml"),
    (["--to", "xml"], "--to: “xml” is not “csv” or “ndjson” or “ocel-json” or “ocel-xml”"),
    (["--to", "ocel-jsn"], "did you mean “ocel-json”?"), (["--to"], "--to needs a value"),
    (["--to", "csv", "--output", ""], "--output: the name of a file is empty"),
    (["--to", "csv", "--seed", "1"], "“export” has no option “--seed”"),
  ])
  func aCommandLineThatMakesNoSenseIsSaid(options: [String], message: String) throws {
    let outcome = watchroom(["export", "night.ledger"] + options)
    #expect(outcome.status == .commandLineWrong && outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func theLedgerIsNotWrittenOver() throws {
    let folder = try folder()
    try FileManager.default.createSymbolicLink(atPath: folder["link"], withDestinationPath: folder["night.ledger"])
    let bytes = FileManager.default.contents(atPath: folder["night.ledger"])
    for name in ["night.ledger", "link", "./night.ledger"] {
      let outcome = export(folder["night.ledger"], "--to", "ndjson", "--output", folder[name])
      #expect(
        outcome.status == .commandLineWrong
          && outcome.errors.contains("has another part in this command — name another file"))
    }
    #expect(FileManager.default.contents(atPath: folder["night.ledger"]) == bytes)
  }

  /// Beside them is a folder of the system's.
  @Test(arguments: ["-", "/dev/fd/7", "/proc/self/fd/0"]) func tablesOfAnOpenFileNeedAPlace(ledger: String) {
    let outcome = export(ledger, "--to", "csv")
    #expect(outcome.status == .commandLineWrong && outcome.output == "")
    #expect(
      outcome.errors.contains(
        "--to csv: an open file, such as standard input, has no folder beside it — name one with --output"),
      "\(outcome.errors)")
  }

  @Test func oneEventIsNotSeveral() throws {
    let folder = try folder(first: 1, inBlocksOf: 1, isFinished: false)
    let outcome = export(folder["night.ledger.part"], "--to", "ndjson")
    #expect(outcome.errors.contains("; its 1 event is exported"), "\(outcome.errors)")
  }

  @Test func whereNothingCanBeWrittenIsSaid() throws {
    let folder = try folder(files: ["file": "a file", "folder/file": "another"])
    let noFolder = "No such file or directory — there is no folder “\(folder["nowhere"])”: make it"
    for (format, output, reason) in [
      ("csv", "nowhere/csv", noFolder),
      ("csv", "file", "Not a directory — something in that path is no folder: name one that is"),
      ("ndjson", "nowhere/x.ndjson", noFolder), ("ocel-xml", "folder", "Is a directory — name a file, not a folder"),
    ] {
      let outcome = export(folder["night.ledger"], "--to", format, "--output", folder[output])
      #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
      #expect(
        outcome.errors
          == "watchroom: error: \(folder[output]) cannot be written: \(reason)\n")
    }
    #expect(try folder.names == ["file", "folder", "night.ledger"])
    let full = watchroom(
      ["export", folder["night.ledger"], "--to", "ndjson"], outputFault: OutputFault(ENOSPC))
    #expect(full.status == .inputOrOutputFailed)
    #expect(full.errors == Outcome.fullOutput)
  }

  /// Whichever operation fails on a full disk, it is said, and nothing is left that is not whole.
  @Test(arguments: ["csv", "ocel-json"], 0..<12)
  func aFullDiskLeavesNothingHalfWritten(format: String, failing: Int) throws {
    let folder = try folder()
    let whole = export("-q", folder["night.ledger"], "--to", format, "--output", folder["whole"])
    #expect(whole.status == .done)
    let drafts = FailingDrafts(failing: failing)
    let errors = Recording()
    let surroundings = Surroundings(
      output: Recording(), errors: errors, files: MemoryFiles([:]), drafts: drafts, elapsed: { .zero })
    let status = Command.run(
      ["export", "-q", folder["night.ledger"], "--to", format, "--output", folder["out"]], in: surroundings)
    if drafts.operations <= failing {
      #expect(status == .done)
      return
    }
    #expect(status == .inputOrOutputFailed)
    #expect(errors.text.contains("cannot be written: No space left on device"))
    let left = FileManager.default.subpaths(atPath: folder["out"]) ?? []
    for name in left { #expect(try folder.text("out/\(name)") == folder.text("whole/\(name)")) }
    // A folder that was made for nothing goes as well.
    #expect(left.isEmpty == !FileManager.default.fileExists(atPath: folder["out"]))
  }
}

/// The disk, but for one operation that fails as on a full one.
private final class FailingDrafts: DraftStorage {
  private let state: Mutex<(operations: Int, failing: Int)>

  init(failing: Int) { state = Mutex((0, failing)) }

  var operations: Int { state.withLock { $0.operations } }

  func attempt() throws(OutputFault) {
    let fails = state.withLock { state in
      defer { state.operations += 1 }
      return state.operations == state.failing
    }
    if fails { throw OutputFault(ENOSPC) }
  }

  func begin(_ path: String) throws(OutputFault) -> any Draft {
    try attempt()
    return FailingDraft(drafts: self, draft: try DiskDrafts().begin(path))
  }

  func makeFolder(_ path: String) throws(OutputFault) -> Bool {
    try attempt()
    return try DiskDrafts().makeFolder(path)
  }

  func replaces(_ path: String) -> Bool { DiskDrafts().replaces(path) }
  func beginning(of path: String) throws(OutputFault) -> [UInt8] { try DiskDrafts().beginning(of: path) }
  func areOne(_ path: String, _ other: String) -> Bool { DiskDrafts().areOne(path, other) }

  func target(of path: String) -> String { DiskDrafts().target(of: path) }

  func removeFolder(_ path: String) { DiskDrafts().removeFolder(path) }
}

private struct FailingDraft: Draft {
  let drafts: FailingDrafts
  let draft: any Draft

  func write(_ text: String) throws(OutputFault) {
    try drafts.attempt()
    try draft.write(text)
  }

  func finish() throws(OutputFault) {
    do throws(OutputFault) { try drafts.attempt() } catch {
      draft.discard()
      throw error
    }
    try draft.finish()
  }

  func discard() { draft.discard() }
}
