import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// No file that a verb leaves behind takes the place of a ledger that it reads or writes, nor a ledger that of another file.
@Suite struct LedgerProtectionTests {
  private let bench: LedgerBench

  init() throws { bench = try LedgerBench() }

  /// Keeps a run as `name`, and leaves it as if it had been cut short.
  private func cutShort(_ name: String) throws -> [UInt8] {
    #expect(bench.watchroom("run", "night.json5", "--ledger", bench[name]).status == .done)
    let bytes = try bench.bytes(name)
    let blocks = try LedgerReader(path: bench[name]).blocks
    try FileManager.default.removeItem(atPath: bench[name])
    let part = Array(bytes.prefix(Int(try #require(blocks.last).offset)))
    try bench.write(part, "\(name).part")
    return part
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: bench[name], withDestinationPath: target)
  }

  @Test func nothingTakesThePlaceOfTheRunThatIsGoneOnWith() throws {
    try FileManager.default.createDirectory(atPath: bench["out"], withIntermediateDirectories: false)
    let part = try cutShort("out/teams.csv")
    // To what is not there yet, to what is, and to the folder of both.
    try link("later", to: "out/teams.csv")
    try link("now", to: "out/teams.csv.part")
    try link("aside", to: "out")
    let names = try bench.folder.names
    for operand in ["out/teams.csv.part", "out/teams.csv", "later"] {
      for output in [
        ["--report", bench["out/teams.csv"]], ["--report", bench["out/../out/teams.csv"]],
        ["--report", bench["out/teams.csv.part"]], ["--report", bench["later"]], ["--report", bench["now"]],
        ["--report", bench["aside/teams.csv"]], ["--csv", bench["out"]], ["--csv", bench["aside/"]],
      ] {
        let outcome = bench.watchroom(["run", bench[operand], "--resume"] + output)
        #expect(outcome.status == .commandLineWrong && outcome.output == "", "\(operand) \(output)")
        #expect(outcome.errors.contains("has another part in this command — name another file"), "\(outcome.errors)")
        #expect(try bench.bytes("out/teams.csv.part") == part)
      }
    }
    #expect(try bench.folder.names == names)
    #expect(bench.watchroom("run", bench["later"], "--resume", "--report", bench["a.html"]).status == .done)
  }

  @Test func nothingTakesThePlaceOfALedgerThatIsReadOrWritten() throws {
    try FileManager.default.createDirectory(atPath: bench["out"], withIntermediateDirectories: false)
    let ledger = bench["out/events.csv"]
    #expect(bench.watchroom("run", "night.json5", "--ledger", ledger).status == .done)
    let teams = bench["out/teams.csv"]
    try FileManager.default.copyItem(atPath: ledger, toPath: teams)
    let bytes = try bench.bytes("out/events.csv")
    try link("link", to: "out/teams.csv")
    for arguments in [
      ["report", teams, "--csv", bench["out"]], ["report", ledger, "--beside", teams, "--report", bench["link"]],
      ["report", bench["link"], "--report", bench["a.html"], "--csv", bench["out"]],
      ["report", ledger, "--report", bench["new/teams.csv"], "--csv", bench["./new"]],
      ["run", "night.json5", "--ledger", teams, "--csv", bench["out"]],
      ["run", "night.json5", "--ledger", bench["new.ledger"], "--report", bench["./new.ledger"]],
      ["run", "night.json5", "--report", bench["new/teams.csv"], "--csv", bench["new"]],
      ["compare", "night.json5", "more.json5", "--report", bench["out/teams.csv"], "--csv", bench["out"]],
      ["export", ledger, "--to", "csv", "--output", bench["out"]],
      ["export", teams, "--to", "ocel-json", "--output", bench["link"]],
      ["replay", teams, "--from", "12:00", "--ledger", bench["link"]],
    ] {
      let outcome = bench.watchroom(arguments)
      #expect(outcome.status == .commandLineWrong && outcome.output == "", "\(arguments)")
      #expect(outcome.errors.contains("has another part in this command — name another file"), "\(outcome.errors)")
    }
    #expect(try bench.bytes("out/events.csv") == bytes)
    #expect(try bench.bytes("out/teams.csv") == bytes)
    #expect(try bench.folder.names == ["link", "out"])
  }

  @Test func aRunThatIsGoneOnWithDoesNotTakeThePlaceOfAnotherFile() throws {
    let part = try cutShort("a.ledger")
    try bench.write("precious".utf8, "a.ledger")
    for name in ["a.ledger", "a.ledger.part"] {
      let outcome = bench.watchroom("run", "--resume", bench[name])
      #expect(outcome.status == .commandLineWrong && outcome.output == "")
      #expect(
        outcome.errors.hasPrefix("watchroom: error: --resume: ")
          && outcome.errors.contains("is there and is no ledger, so it is not written over — move it away first"),
        "\(outcome.errors)")
      #expect(try bench.bytes("a.ledger") == Array("precious".utf8))
      #expect(try bench.bytes("a.ledger.part") == part)
    }
    // A ledger it may replace, as the run itself may when it begins.
    #expect(bench.watchroom("run", "night.json5", "--ledger", bench["b.ledger"]).status == .done)
    try FileManager.default.removeItem(atPath: bench["a.ledger"])
    try FileManager.default.copyItem(atPath: bench["b.ledger"], toPath: bench["a.ledger"])
    #expect(bench.watchroom("run", "--resume", bench["a.ledger"]).status == .done)
    #expect(try bench.folder.names == ["a.ledger", "b.ledger"])
  }
}
