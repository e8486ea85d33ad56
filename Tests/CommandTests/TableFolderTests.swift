import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct TableFolderTests {
  private let bench: LedgerBench

  init() throws { bench = try LedgerBench() }

  private static let names = [
    "channels-by-day.csv", "channels-by-hour.csv", "channels.csv", "figures.csv", "grades-by-hour.csv", "grades.csv",
    "hubs.csv", "teams.csv",
  ]

  @Test func aRunAndItsLedgerLeaveTheSameTables() throws {
    let run = bench.watchroom("run", "night.json5", "--ledger", bench["a.ledger"], "--csv", bench["run"])
    #expect(run.status == .done && run.errors == "")
    #expect(run.output == bench.watchroom("run", "night.json5").output)
    // Over what is there, and by a name that ends like a folder's.
    #expect(bench.watchroom("report", bench["a.ledger"], "--csv", bench["run/"]).status == .done)
    #expect(bench.watchroom("report", bench["a.ledger"], "--csv", bench["report"]).status == .done)
    for folder in ["run", "report"] {
      #expect(try FileManager.default.contentsOfDirectory(atPath: bench[folder]).sorted() == Self.names)
    }
    for name in Self.names {
      #expect(try bench.folder.text("run/\(name)") == bench.folder.text("report/\(name)"))
    }
    #expect(try bench.folder.text("run/channels.csv").hasPrefix("channel,offered,offered.halfWidth,"))
    #expect(try bench.folder.text("run/grades.csv") == "grade\n")
  }

  @Test func aPlaceThatCannotBeWrittenIsFoundBeforeTheWork() throws {
    try bench.write(Array("a file".utf8), "taken")
    for (place, reason) in [("no/folder", "No such file or directory"), ("taken", "File exists")] {
      let outcome = bench.watchroom("run", "night.json5", "--csv", bench[place])
      #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
      #expect(
        outcome.errors
          == "watchroom: error: \(bench[place]) cannot be written: \(reason) — name a folder with --csv that can be\n")
    }
    try FileManager.default.createDirectory(atPath: bench["there/figures.csv"], withIntermediateDirectories: true)
    let outcome = bench.watchroom("run", "night.json5", "--csv", bench["there"])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(outcome.errors.contains("there/figures.csv cannot be written: Is a directory"))
    #expect(try bench.folder.names == ["taken", "there"])
  }

  @Test func anErrorLeavesNoFolder() throws {
    #expect(bench.watchroom("run", "broken.json5", "--csv", bench["new"]).status == .inputFileWrong)
    let shard = bench.watchroom("run", "night.json5", "--csv", bench["new"], "--shard", "1/2")
    #expect(shard.status == .commandLineWrong && shard.errors.contains("merge the shards first"))
    #expect(try bench.folder.names == [])
  }
}
