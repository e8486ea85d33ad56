import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// That a file cannot be left behind is found out before the work, not after it.
@Suite struct PlacesTests {
  private let bench: LedgerBench

  init() throws {
    bench = try LedgerBench()
    try FileManager.default.createDirectory(atPath: bench["folder"], withIntermediateDirectories: false)
  }

  private static let commands = [
    ["run", "night.json5", "--report"], ["run", "night.json5", "--ledger", "LEDGER", "--report"],
    ["run", "night.json5", "--shard", "1/2", "--output"], ["compare", "night.json5", "more.json5", "--report"],
    ["compare", "night.json5", "more.json5", "--shard", "1/2", "--output"], ["check", "night.json5", "--junit"],
    ["check", "night.json5", "--record"], ["size", "night.json5", "--output"], ["size", "night.json5", "--roster"],
    ["size", "night.json5", "--value-map", "--csv"], ["size", "night.json5", "--value-map", "--report"],
    ["erlang", "--volumes", "v.csv", "--share", "0.9", "--csv"],
  ]

  @Test(
    arguments: commands,
    [
      ("no/file", "No such file or directory", "there is no folder “NO”: make it"),
      ("folder", "Is a directory", "name a file, not a folder"),
    ])
  func whereNothingCanBeWrittenNothingIsDone(
    command: [String], place: (name: String, reason: String, remedy: String)
  ) throws {
    let path = bench[place.name]
    let words = command.map { $0 == "LEDGER" ? bench["a.ledger"] : $0 }
    let outcome = bench.watchroom(words + [path])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors.replacing("“\(bench["no"])”", with: "“NO”")
        == "watchroom: error: \(path) cannot be written: \(place.reason) — \(place.remedy)\n",
      "\(outcome.errors)")
    #expect(try bench.folder.names == ["folder"])
  }

  @Test func theSameGoesForPagesAboutALedger() throws {
    #expect(bench.watchroom("run", "night.json5", "--ledger", bench["a.ledger"]).status == .done)
    for name in ["no/file", "folder"] {
      let outcome = bench.watchroom("report", bench["a.ledger"], "--report", bench[name])
      #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
      #expect(outcome.errors.contains("\(bench[name]) cannot be written: "))
    }
    #expect(try bench.folder.names == ["a.ledger", "folder"])
  }

  @Test func aLedgerIsBegunBeforeTheRun() throws {
    let outcome = bench.watchroom("run", "night.json5", "--ledger", bench["no/a.ledger"])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(try bench.folder.names == ["folder"])
  }

  @Test func whatIsThereAlreadyStaysUntilItIsReplaced() throws {
    let before = "<!DOCTYPE html>\n<html lang=\"en-GB\"><head>\n"
    try bench.write(before.utf8, "a.html")
    // Nothing comes of the run, and the page of the one before is still there.
    let outcome = bench.watchroom("run", "broken.json5", "--report", bench["a.html"])
    #expect(outcome.status == .inputFileWrong)
    #expect(try bench.folder.text("a.html") == before)
    #expect(try bench.folder.names == ["a.html", "folder"])
  }

  /// Its reader would take the end of a trial for the end of all.
  @Test func aPipeIsNotOpenedBeforeThereIsSomethingToWrite() throws {
    let path = bench["pipe"]
    try #require(mkfifo(path, 0o600) == 0)
    // Nobody reads: to open it would wait for ever.
    try DiskDrafts().check(path)
    try DiskDrafts().check("/dev/null")
    #expect(throws: OutputFault.self) { try DiskDrafts().check(bench["folder"]) }
    #expect(try bench.folder.names == ["folder", "pipe"])
  }
}
