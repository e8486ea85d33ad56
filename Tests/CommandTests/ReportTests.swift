import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct ReportTests {
  private let bench: LedgerBench

  init() throws { bench = try LedgerBench() }

  @Test(arguments: ["night.json5", "spring.json5", "unnamed.json5", "trace.json5", "-odd.json5"])
  func isWhatTheRunPrintedByteForByte(scenario: String) {
    for format in ["text", "json"] {
      let run = bench.watchroom(
        "run", "--seed", "5", "--set", "attendance=0.9", "--ledger", bench["a.ledger"], "--format", format, "--",
        scenario)
      #expect(run.status == .done)
      let report = bench.watchroom("report", bench["a.ledger"], "--format", format)
      #expect(report.status == .done)
      #expect(report.errors == "")
      #expect(report.output == run.output)
    }
  }

  @Test func needsNoFileButTheLedger() throws {
    let run = bench.watchroom("run", "trace.json5", "--ledger", bench["a.ledger"])
    let alone = watchroom(["report", bench["a.ledger"]], files: MemoryFiles([:] as [String: String]))
    #expect(alone.output == run.output)
  }

  @Test func anUnfinishedRunIsRefused() throws {
    _ = bench.watchroom("run", "spring.json5", "--ledger", bench["a.ledger"])
    let whole = try bench.bytes("a.ledger")
    try bench.write(whole.dropLast(20), "b.ledger.part")
    let outcome = bench.watchroom("report", bench["b.ledger.part"])
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.contains("b.ledger.part: error: this run was cut short after ")
        && outcome.errors.hasSuffix(
          "figures of a part would mislead — go on with “watchroom run --resume \(bench["b.ledger"])”\n")
    )
    let missing = bench.watchroom("report", bench["b.ledger"])
    #expect(missing.status == .inputOrOutputFailed)
    #expect(
      missing.errors.hasSuffix(
        "its run was cut short: go on with “watchroom run --resume \(bench["b.ledger"])”\n"))
    try bench.write(whole.dropLast(20), "c.ledger")
    #expect(bench.watchroom("report", bench["c.ledger"]).errors.contains("give it the name \(bench["c.ledger"]).part"))
  }

  /// To go on with it would be refused: somebody does.
  @Test func aRunThatStillGoesOnIsNotSaidToBeCutShort() throws {
    _ = bench.watchroom("run", "spring.json5", "--ledger", bench["a.ledger"])
    try bench.write(try bench.bytes("a.ledger").dropLast(20), "b.ledger.part")
    let writer = try DiskLedgers().append(to: bench["b.ledger.part"])
    let report = bench.watchroom("report", bench["b.ledger.part"])
    #expect(report.status == .inputFileWrong && report.output == "")
    #expect(
      report.errors.contains("b.ledger.part: error: this run still goes on: another program is writing it, ")
        && report.errors.hasSuffix(
          " events so far, and figures of a part would mislead — wait until it has ended, and name "
            + "\(bench["b.ledger"])\n"),
      "\(report.errors)")
    let named = bench.watchroom("report", bench["b.ledger"])
    #expect(named.status == .inputOrOutputFailed)
    #expect(named.errors.hasSuffix(" — its run still goes on: wait until it has ended\n"), "\(named.errors)")
    let fork = bench.watchroom("replay", bench["b.ledger.part"], "--from", "2022-08-01T00:00")
    #expect(fork.status == .inputFileWrong && fork.errors.contains("this run still goes on: "), "\(fork.errors)")
    // Where it has ended without an end, it was cut short.
    try writer.close()
    #expect(bench.watchroom("report", bench["b.ledger.part"]).errors.contains("this run was cut short after "))
  }

  @Test func aTimeThatARunHasYetToComeToIsSaid() throws {
    _ = bench.watchroom("run", "spring.json5", "--ledger", bench["a.ledger"])
    let blocks = try LedgerReader(path: bench["a.ledger"]).blocks
    try bench.write(try bench.bytes("a.ledger").prefix(Int(blocks[1].offset)), "b.ledger.part")
    let writer = try DiskLedgers().append(to: bench["b.ledger.part"])
    let late = ["replay", bench["b.ledger.part"], "--at", "2022-09-19T12:00"]
    let world = bench.watchroom(late)
    #expect(world.status == .inputFileWrong && world.output == "")
    #expect(
      world.errors.hasSuffix(
        "the run still goes on, and has not come to that time yet — ask for an earlier one, or wait until it has\n"),
      "\(world.errors)")
    try writer.close()
    #expect(bench.watchroom(late).errors.contains("the run was cut short before that time — "))
  }

  @Test func damageIsSaidAndNothingPrinted() throws {
    _ = bench.watchroom("run", "spring.json5", "--ledger", bench["a.ledger"])
    var bytes = try bench.bytes("a.ledger")
    let offset = Int(try LedgerReader(path: bench["a.ledger"]).blocks[0].offset)
    bytes[offset + 700] ^= 4
    try bench.write(bytes, "a.ledger")
    let outcome = bench.watchroom("report", bench["a.ledger"])
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("a.ledger: error: block 0 at byte \(offset) is damaged: "))
    #expect(outcome.errors.hasSuffix(" — take another copy of the file, or run its scenario again\n"))
  }

  @Test func whatIsNoLedgerIsSaid() throws {
    try bench.write("{}".utf8, "a.ledger")
    let other = bench.watchroom("report", bench["a.ledger"])
    #expect(other.status == .inputFileWrong)
    #expect(other.errors.hasSuffix("this is not a ledger — name a file that `watchroom run --ledger` wrote\n"))
    let missing = bench.watchroom("report", bench["b.ledger"])
    #expect(missing.status == .inputOrOutputFailed)
    #expect(missing.errors.hasSuffix("open failed: there is no such file — name a ledger that is there\n"))
  }

  @Test func anotherVersionIsNamedAndWarnedOf() throws {
    _ = bench.watchroom("run", "night.json5", "--ledger", bench["a.ledger"])
    let reader = try LedgerReader(path: bench["a.ledger"])
    var header = reader.header
    header.engine = "watchroom 0.0.1"
    var writer = try LedgerWriter(path: bench["b.ledger"], header: header)
    var cursor = reader.cursor()
    var events: [Event] = []
    while try cursor.advance({ block in for index in block.indices { events.append(block[index]) } }) {}
    try writer.append(events.span)
    try writer.finish()
    let outcome = bench.watchroom("report", bench["b.ledger"], "--format", "json")
    #expect(outcome.status == .done)
    #expect(outcome.output.contains("\"engine\": \"watchroom 0.0.1\""))
    #expect(outcome.errors.contains("warning: watchroom 0.0.1 wrote this ledger, and this is \(Engine.name) — "))
    #expect(bench.watchroom("report", bench["b.ledger"], "--quiet").errors == "")
  }
}
