import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// `run --ledger` and `run --resume`.
@Suite struct LedgerTests {
  private let bench: LedgerBench

  init() throws { bench = try LedgerBench() }

  /// Keeps a run of `scenario` as `name`; what it printed, as JSON.
  private func record(_ scenario: String = "night.json5", as name: String = "a.ledger") throws -> String {
    let outcome = bench.watchroom("run", scenario, "--ledger", bench[name], "--format", "json")
    #expect(outcome.status == .done)
    #expect(outcome.errors == "")
    return outcome.output
  }

  private func events(_ name: String) throws -> [Event] {
    var cursor = try LedgerReader(path: bench[name]).cursor()
    var events: [Event] = []
    while try cursor.advance({ block in
      for index in block.indices { events.append(block[index]) }
    }) {}
    return events
  }

  @Test func keepingALedgerChangesNoResult() throws {
    let kept = bench.watchroom("run", "night.json5", "--seed", "3", "--ledger", bench["a.ledger"])
    #expect(kept.status == .done)
    #expect(kept.errors == "")
    #expect(kept.output == bench.watchroom("run", "night.json5", "--seed", "3").output)
    #expect(try bench.folder.names == ["a.ledger"])
    let reader = try LedgerReader(path: bench["a.ledger"])
    #expect(reader.status == .finished)
    #expect(kept.output.contains(reader.digest.hexadecimal))
    #expect(reader.header.seed == 3)
    #expect(reader.header.replication == 0)
    #expect(reader.header.engine == Engine.name)
  }

  @Test func aLedgerHoldsTheFilesOfItsScenario() throws {
    _ = try record("trace.json5")
    let header = try LedgerReader(path: bench["a.ledger"]).header
    #expect(header.scenarioFiles.map(\.path) == ["calls/night.csv"])
    #expect(header.scenarioFiles.first?.bytes == Array(LedgerBench.files["calls/night.csv", default: ""].utf8))
    #expect(header.scenario.contains("\"trace\":\"calls/night.csv\""))
  }

  @Test func aFinishedLedgerIsReplaced() throws {
    _ = try record()
    let first = try bench.bytes("a.ledger")
    _ = try record("spring.json5")
    #expect(try bench.bytes("a.ledger") != first)
    #expect(try bench.folder.names == ["a.ledger"])
  }

  @Test func whatIsNoLedgerIsNotReplaced() throws {
    try bench.write("precious".utf8, "a.ledger")
    let outcome = bench.watchroom("run", "night.json5", "--ledger", bench["a.ledger"])
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.contains("is there and is no ledger, so it is not written over — name another file"))
    #expect(try bench.bytes("a.ledger") == Array("precious".utf8))
    #expect(try bench.folder.names == ["a.ledger"])
  }

  /// To remove it would take that program's run away.
  @Test func aLedgerThatIsBeingWrittenIsSaidToBeSo() throws {
    let file = try DiskLedgers().create(bench["b.ledger.part"])
    let outcome = bench.watchroom("run", "night.json5", "--ledger", bench["b.ledger"])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors.hasSuffix(
        "b.ledger.part: error: create failed: another program is writing it — wait until that has ended, or name another "
          + "file\n"))
    try file.close()
  }

  @Test func aRunWhoseLedgerWasRemovedMeanwhileDoesNotPassForKept() throws {
    let outcome = bench.watchroom(
      ["run", "night.json5", "--ledger", bench["b.ledger"]], ledgers: RemovingLedgers(disk: DiskLedgers()))
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors.hasSuffix(
        "the file was removed or replaced while it was being written — nothing of the run is kept; run it again, with a "
          + "name that no other program uses\n"), "\(outcome.errors)")
    #expect(try bench.folder.names == [])
  }

  @Test func anUnfinishedLedgerIsInTheWay() throws {
    _ = try record()
    let beginning = try bench.bytes("a.ledger").dropLast(9)
    try bench.write(beginning, "b.ledger.part")
    let outcome = bench.watchroom("run", "night.json5", "--ledger", bench["b.ledger"])
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(
      outcome.errors.hasSuffix(
        "b.ledger.part: error: this unfinished ledger is in the way — go on with “watchroom run --resume \(bench["b.ledger"])”, or remove it if nothing writes it any more\n"
      ))
    #expect(outcome.output == "")
    #expect(try bench.bytes("b.ledger.part") == Array(beginning))
  }

  /// It may be the scenario itself, which must not be said to be removed.
  @Test func aFileInThePlaceOfAnUnfinishedLedgerIsNotCalledOne() throws {
    try bench.write("precious".utf8, "b.ledger.part")
    let outcome = bench.watchroom("run", "night.json5", "--ledger", bench["b.ledger"])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors.hasSuffix(
        "b.ledger.part: error: there is a file of that name, which is no ledger — name another ledger, or move it away\n"
      ), "\(outcome.errors)")
    #expect(try bench.bytes("b.ledger.part") == Array("precious".utf8))
    #expect(try bench.folder.names == ["b.ledger.part"])
  }

  @Test func whereNothingCanBeTheSystemSaysWhyNot() throws {
    let outcome = bench.watchroom("run", "night.json5", "--ledger", bench[String(repeating: "x", count: 260)])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors.hasSuffix("xx: error: open failed: File name too long — name another file\n"), "\(outcome.errors)")
    #expect(try bench.folder.names == [])
  }

  /// Nothing is closed to the superuser.
  @Test(.enabled(if: geteuid() != 0)) func aFolderThatMayNotBeLookedIntoHoldsNoLedger() throws {
    let files = FileManager.default
    try files.createDirectory(atPath: bench["closed"], withIntermediateDirectories: false)
    try files.setAttributes([.posixPermissions: 0], ofItemAtPath: bench["closed"])
    let outcome = bench.watchroom("run", "night.json5", "--ledger", bench["closed/a.ledger"])
    try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: bench["closed"])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors.hasSuffix("a.ledger: error: open failed: Permission denied — name another file\n"),
      "\(outcome.errors)")
  }

  /// Nobody writes into the pipe, and so whoever opens it and waits would wait without end.
  @Test(.timeLimit(.minutes(1))) func aPipeIsNotWaitedFor() throws {
    #expect(mkfifo(bench["p"], 0o600) == 0 && mkfifo(bench["q.part"], 0o600) == 0)
    let replaced = bench.watchroom("run", "night.json5", "--ledger", bench["p"])
    #expect(replaced.status == .commandLineWrong && replaced.output == "")
    #expect(
      replaced.errors.contains("is there and is no ledger, so it is not written over — name another file"),
      "\(replaced.errors)")
    for arguments in [
      ["report", bench["p"]], ["export", bench["p"], "--to", "ndjson"], ["run", "--resume", bench["q"]],
    ] {
      let outcome = bench.watchroom(arguments)
      #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
      #expect(
        outcome.errors.contains(
          "open failed: it is not a file that can be read anywhere — name a file that may be read"),
        "\(outcome.errors)")
    }
    #expect(try bench.folder.names == ["p", "q.part"])
  }

  @Test(arguments: [
    (
      ["--ledger", "x.ledger", "--replications", "3"],
      "--ledger keeps one run, and --replications asks for 3 — leave out one of them, or say --replication K for the "
        + "K-th"
    ),
    (
      ["--replication", "2", "--replications", "3"],
      "--replication asks for one run, and --replications for several — leave out one of them"
    ),
    (
      ["--replication", "2", "--shard", "1/2"],
      "--replication asks for one run, and --shard for several — leave out one of them"
    ),
    (
      ["--resume", "--replication", "2"],
      "--replication does not go with --resume: the ledger says how its run goes on — leave it out"
    ),
    (
      ["--resume", "--seed", "1"],
      "--seed does not go with --resume: the ledger says how its run goes on — leave it out"
    ),
    (
      ["--resume", "--ledger", "x"],
      "--ledger does not go with --resume: the ledger says how its run goes on — leave it out"
    ),
    (
      ["--resume", "--set", "a=1"],
      "--set does not go with --resume: the ledger says how its run goes on — leave it out"
    ),
  ])
  func optionsThatDoNotGoTogetherAreSaid(options: [String], message: String) {
    let outcome = bench.watchroom(["run", "night.json5"] + options)
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors == "watchroom: error: \(message) (see “watchroom run --help”)\n")
  }

  @Test func aFolderThatIsNotThereIsSaid() {
    let outcome = bench.watchroom("run", "night.json5", "--ledger", bench["nowhere/a.ledger"])
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(outcome.errors.hasSuffix("create failed: there is no such file — name a file in a folder that is there\n"))
  }

  // MARK: Resuming

  @Test func aRunCutShortGoesOnToTheSameEnd() throws {
    let result = try record("spring.json5")
    let whole = try bench.bytes("a.ledger")
    let blocks = try LedgerReader(path: bench["a.ledger"]).blocks
    for length in [Int(blocks[0].offset), Int(blocks[1].offset) + 5, whole.count - 300, whole.count - 1, whole.count] {
      try bench.write(whole.prefix(length), "b.ledger.part")
      // Either name will do.
      let name = length % 2 == 0 ? "b.ledger" : "b.ledger.part"
      let outcome = bench.watchroom("run", "--resume", bench[name], "--format", "json")
      #expect(outcome.status == .done, "\(length): \(outcome.errors)")
      #expect(outcome.output == result)
      #expect(try events("b.ledger") == events("a.ledger"))
      #expect(try bench.folder.names == ["a.ledger", "b.ledger"])
    }
  }

  @Test func afterAFullDiskTheRunGoesOn() throws {
    let result = try record("spring.json5")
    // The header is written and synced, then four blocks, the index and the footer.
    for operations in [2, 3, 5, 6, 8, 10] {
      let failed = bench.watchroom(
        ["run", "spring.json5", "--ledger", bench["b.ledger"]], ledgers: FaultyLedgers(after: operations))
      #expect(failed.status == .inputOrOutputFailed)
      #expect(failed.output == "")
      #expect(failed.errors.contains("b.ledger.part: error: "))
      #expect(failed.errors.contains(#/ failed: No space left on device — (the first |no event is )/#))
      #expect(
        failed.errors.hasSuffix("kept: see to that, and go on with “watchroom run --resume \(bench["b.ledger"])”\n"))
      let resumed = bench.watchroom("run", "--resume", bench["b.ledger"], "--format", "json")
      #expect(resumed.status == .done)
      #expect(resumed.output == result)
      #expect(try events("b.ledger") == events("a.ledger"))
    }
  }

  @Test func whatCannotBeResumedIsSaid() throws {
    _ = try record()
    let finished = bench.watchroom("run", "--resume", bench["a.ledger"])
    #expect(finished.status == .inputFileWrong)
    #expect(finished.errors.contains("a.ledger: error: this run came to its end, so there is nothing to go on with"))
    let missing = bench.watchroom("run", "--resume", bench["b.ledger"])
    #expect(missing.status == .inputOrOutputFailed)
    #expect(missing.errors.contains("b.ledger.part: error: open failed: there is no such file"))
    try bench.write(try bench.bytes("a.ledger").prefix(100), "c.ledger.part")
    let headless = bench.watchroom("run", "--resume", bench["c.ledger"])
    #expect(headless.status == .inputFileWrong)
    #expect(headless.errors.contains("the file ends inside its header"))
    // One that was given the name of a finished one is said to be what it is, in the words of report.
    try bench.write(try bench.bytes("a.ledger").dropLast(500), "e.ledger")
    let renamed = bench.watchroom("run", "--resume", bench["e.ledger"])
    #expect(renamed.status == .inputFileWrong)
    let remedy =
      " — give it the name \(bench["e.ledger.part"]) and go on with “watchroom run --resume \(bench["e.ledger"])”\n"
    #expect(renamed.errors.contains("e.ledger: error: this run was cut short after "))
    #expect(renamed.errors.hasSuffix(remedy) && bench.watchroom("report", bench["e.ledger"]).errors.hasSuffix(remedy))
    var header = try LedgerReader(path: bench["a.ledger"]).header
    header.engine = "watchroom 0.0.1"
    _ = try LedgerWriter(path: bench["d.ledger"], header: header)
    let foreign = bench.watchroom("run", "--resume", bench["d.ledger"])
    #expect(foreign.status == .inputFileWrong)
    #expect(foreign.errors.contains("d.ledger.part: error: watchroom 0.0.1 began this run, and this is \(Engine.name)"))
  }
}

/// The ledgers on the disk, of which somebody removes each as soon as it is begun.
private struct RemovingLedgers: LedgerStorage {
  let disk: DiskLedgers

  func open(_ path: String) throws(StorageFault) -> any LedgerFile { try disk.open(path) }

  func create(_ path: String) throws(StorageFault) -> any LedgerFile {
    let file = try disk.create(path)
    unlink(path)
    return file
  }

  func append(to path: String) throws(StorageFault) -> any LedgerFile { try disk.append(to: path) }

  func rename(_ old: String, to new: String) throws(StorageFault) { try disk.rename(old, to: new) }
}
