import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct TableFolderTests {
  private let bench: LedgerBench

  init() throws { bench = try LedgerBench() }

  private static let names = [
    "channels-by-day.csv", "channels-by-hour.csv", "channels.csv", "dispatchers.csv", "figures.csv",
    "grades-by-hour.csv", "grades.csv", "hubs.csv", "teams-by-hour.csv", "teams.csv",
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
    for (place, reason) in [
      ("no/folder", "No such file or directory — there is no folder “\(bench["no"])”: make it"),
      ("taken", "Not a directory — something in that path is no folder: name one that is"),
    ] {
      let outcome = bench.watchroom("run", "night.json5", "--csv", bench[place])
      #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
      #expect(
        outcome.errors
          == "watchroom: error: \(bench[place]) cannot be written: \(reason)\n")
    }
    let device = bench.watchroom("run", "night.json5", "--csv", "/dev/null")
    #expect(device.errors.contains("/dev/null cannot be written: Not a directory"), "\(device.errors)")
    try FileManager.default.createDirectory(atPath: bench["there/figures.csv"], withIntermediateDirectories: true)
    let outcome = bench.watchroom("run", "night.json5", "--csv", bench["there"])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(outcome.errors.contains("there/figures.csv cannot be written: Is a directory"))
    #expect(try bench.folder.names == ["taken", "there"])
  }

  @Test func anErrorLeavesNoFolder() throws {
    #expect(bench.watchroom("run", "broken.json5", "--csv", bench["new"]).status == .inputFileWrong)
    let shard = bench.watchroom("run", "night.json5", "--csv", bench["new"], "--shard", "1/2")
    #expect(shard.status == .commandLineWrong && shard.errors.contains("give --csv to “watchroom merge”"))
    #expect(try bench.folder.names == [])
  }

  /// Whoever joins the shards has what whoever ran all at once has: the page too, whose first night is run again.
  @Test(arguments: [["run", "night.json5"], ["compare", "night.json5", "more.json5"]])
  func mergedShardsLeaveThePageAndTheTablesOfOneRun(command: [String]) throws {
    let command = command + ["--replications", "3"]
    let all = bench.watchroom(command + ["--report", bench["all.html"], "--csv", bench["all"]])
    #expect(all.status == .done && all.errors == "")
    let partials = Dictionary(
      uniqueKeysWithValues: (1...2).map {
        ("\($0).partial", bench.watchroom(command + ["--shard", "\($0)/2"]).output)
      })
    let merged = bench.watchroom(
      ["merge", "1.partial", "2.partial", "--report", bench["merged.html"], "--csv", bench["merged"]],
      others: partials)
    #expect(merged.status == .done && merged.errors == "" && merged.output == all.output)
    #expect(try bench.folder.text("merged.html") == bench.folder.text("all.html"))
    let names = try FileManager.default.contentsOfDirectory(atPath: bench["all"]).sorted()
    #expect(names == (command[0] == "run" ? Self.names : ["differences.csv"]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench["merged"]).sorted() == names)
    for name in names {
      #expect(try bench.folder.text("merged/\(name)") == bench.folder.text("all/\(name)"))
    }
  }

  @Test func mergingLeavesNothingWhereItCannotLeaveAll() throws {
    let partial = ["1.partial": bench.watchroom("run", "night.json5", "--shard", "1/1").output]
    func merge(_ options: String...) -> Outcome {
      bench.watchroom(["merge", "1.partial"] + options, others: partial)
    }
    try bench.write(Array("a file".utf8), "taken")
    let table = merge("--csv", bench["taken"])
    #expect(table.status == .inputOrOutputFailed && table.output == "")
    let page = merge("--report", bench["no/page.html"], "--csv", bench["new"])
    #expect(page.status == .inputOrOutputFailed && page.output == "")
    let itself = merge("--report", "1.partial")
    #expect(itself.status == .commandLineWrong && itself.errors.contains("name another file"))
    #expect(try bench.folder.names == ["taken"])
  }
}
