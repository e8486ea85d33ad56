import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// `--report FILE.html`.
@Suite struct PageTests {
  private let bench: LedgerBench

  init() throws { bench = try LedgerBench() }

  private func page(_ name: String) throws -> String { try bench.folder.text(name) }

  @Test func aRunLeavesAPageAndPrintsWhatItAlwaysDoes() throws {
    for replications in ["1", "2"] {
      let plain = bench.watchroom("run", "response.json5", "--replications", replications)
      let run = bench.watchroom(
        "run", "response.json5", "--replications", replications, "--report", bench["a.html"])
      #expect(run.status == .done)
      #expect(run.output == plain.output)
      #expect(run.errors == "")
      let html = try page("a.html")
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
      #expect(html.contains("A small night"))
      #expect(html.contains("Contacts waiting in each queue"))
      #expect(html.contains("id=\"night-1\""))
      #expect(html.contains("in the first of 2 replications, event for event") == (replications == "2"))
      #expect(try bench.folder.names == ["a.html"])
    }
  }

  @Test func thePageIsTheSameWithAndWithoutALedger() throws {
    _ = bench.watchroom("run", "response.json5", "--report", bench["a.html"])
    _ = bench.watchroom("run", "response.json5", "--ledger", bench["b.ledger"], "--report", bench["b.html"])
    #expect(try page("a.html") == page("b.html"))
    _ = bench.watchroom("run", "spring.json5", "--report", bench["c.html"])
    _ = bench.watchroom("run", "spring.json5", "--ledger", bench["d.ledger"], "--report", bench["d.html"])
    #expect(try page("c.html") == page("d.html"))
  }

  @Test func aLaterReplicationHasAPageOfItsOwn() throws {
    let plain = bench.watchroom("run", "response.json5", "--replication", "3")
    let run = bench.watchroom("run", "response.json5", "--replication", "3", "--report", bench["a.html"])
    #expect(run.status == .done && run.errors == "" && run.output == plain.output)
    let kept = bench.watchroom(
      "run", "response.json5", "--replication", "3", "--ledger", bench["b.ledger"], "--report", bench["b.html"])
    #expect(kept.status == .done)
    #expect(try page("a.html").contains("id=\"night-1\""))
    #expect(try page("a.html") == page("b.html"))
    _ = bench.watchroom("run", "response.json5", "--report", bench["c.html"])
    #expect(try page("a.html") != page("c.html"))
  }

  @Test func aLedgerGivesThePageOfItsRun() throws {
    let run = bench.watchroom(
      "run", "response.json5", "--ledger", bench["a.ledger"], "--report", bench["a.html"])
    #expect(run.status == .done)
    #expect(try page("a.html").contains("id=\"night-1\""))
    let report = bench.watchroom("report", bench["a.ledger"], "--report", bench["b.html"])
    #expect(report.output == run.output)
    #expect(try page("a.html") == page("b.html"))
    #expect(!(try page("b.html").contains("Everything on this page is of")))
  }

  @Test func aResumedRunLeavesThePageOfAnUndisturbedOne() throws {
    _ = bench.watchroom("run", "response.json5", "--ledger", bench["a.ledger"], "--report", bench["a.html"])
    let whole = try bench.bytes("a.ledger")
    try FileManager.default.removeItem(atPath: bench["a.ledger"])
    try bench.write(whole.dropLast(40), "a.ledger.part")
    let resumed = bench.watchroom("run", "--resume", bench["a.ledger"], "--report", bench["b.html"])
    #expect(resumed.status == .done)
    #expect(try page("a.html") == page("b.html"))
  }

  @Test func aLongRunIsNotPlayedBack() throws {
    for ledger in [[], ["--ledger", bench["a.ledger"]]] {
      let run = bench.watchroom(["run", "spring.json5", "--report", bench["a.html"]] + ledger)
      #expect(run.status == .done)
      let html = try page("a.html")
      #expect(html.contains("A run of more than 3 days is not played back. To see one of its nights event by event, "))
      // No line is broken within an option.
      let (days, start) = ("<code class=\"whole\">--days</code>", "<code class=\"whole\">--start</code>")
      #expect(html.contains("run it with \(days) 1 and the \(start) of that night."))
      #expect(html.contains(".whole { white-space: nowrap; }"))
      #expect(html.contains("An average day"))
      #expect(!html.contains("id=\"night-1\""))
    }
  }

  @Test func aComparisonLeavesAPage() throws {
    let plain = bench.watchroom("compare", "night.json5", "more.json5", "--replications", "2")
    let compared = bench.watchroom(
      "compare", "night.json5", "more.json5", "--replications", "2", "--report", bench["a.html"])
    #expect(compared.status == .done)
    #expect(compared.output == plain.output)
    #expect(try page("a.html").contains("What more changes"))
  }

  @Test func twoNightsArePlayedSideBySide() throws {
    _ = bench.watchroom("run", "night.json5", "--ledger", bench["a.ledger"])
    _ = bench.watchroom(
      "replay", bench["a.ledger"], "--from", "12:00", "--with", "more.json5", "--ledger", bench["b.ledger"])
    let report = bench.watchroom(
      "report", bench["a.ledger"], "--report", bench["a.html"], "--beside", bench["b.ledger"])
    #expect(report.errors == "")
    #expect(report.status == .done)
    #expect(try page("a.html").contains("id=\"night-1\"") && page("a.html").contains("id=\"night-2\""))
    #expect(try page("a.html").contains("Two nights side by side"))
    #expect(
      try page("a.html").contains(
        "Everything on this page is of <bdi>a.ledger</bdi>; <bdi>b.ledger</bdi> is only played back beside it."))
  }

  @Test func nightsOfOtherDaysCannotStandSideBySide() throws {
    _ = bench.watchroom("run", "night.json5", "--ledger", bench["a.ledger"])
    _ = bench.watchroom("run", "night.json5", "--days", "2", "--ledger", bench["b.ledger"])
    let report = bench.watchroom(
      "report", bench["a.ledger"], "--report", bench["a.html"], "--beside", bench["b.ledger"])
    #expect(report.status == .inputFileWrong)
    #expect(report.errors.contains("b.ledger: error: this run is of another time than "))
    #expect(report.errors.hasSuffix("name the ledger of a run of the same days, such as a fork\n"))
    #expect(!(try bench.folder.names.contains("a.html")))
  }

  @Test func anotherNightIsForAPage() {
    let outcome = bench.watchroom("report", bench["a.ledger"], "--beside", bench["b.ledger"])
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.contains("--beside is for a page to look at — add --report FILE.html, or leave it out"))
  }

  @Test func aPageTakesThePlaceOfNothingElseInTheCommand() throws {
    let run = bench.watchroom(
      "run", "night.json5", "--ledger", bench["a.ledger"], "--report", bench["a.ledger"])
    #expect(run.status == .commandLineWrong)
    #expect(run.errors.contains("has another part in this command — name another file"))
    #expect(try bench.folder.names == [])
    let overlay = bench.watchroom("run", "night.json5", "--with", "more.json5", "--report", "more.json5")
    #expect(overlay.status == .commandLineWrong)
    _ = bench.watchroom("run", "night.json5", "--ledger", bench["a.ledger"])
    let bytes = try bench.bytes("a.ledger")
    let report = bench.watchroom("report", bench["a.ledger"], "--report", bench["./a.ledger"])
    #expect(report.status == .commandLineWrong)
    #expect(try bench.bytes("a.ledger") == bytes)
    let compared = bench.watchroom("compare", "night.json5", "more.json5", "--report", "more.json5")
    #expect(compared.status == .commandLineWrong)
  }

  @Test func aPageThatCannotBeWrittenIsSaid() throws {
    for arguments in [
      ["run", "night.json5"], ["compare", "night.json5", "more.json5", "--replications", "2"],
    ] {
      let outcome = bench.watchroom(arguments + ["--report", bench["nowhere/a.html"]])
      #expect(outcome.status == .inputOrOutputFailed)
      #expect(outcome.errors.contains("nowhere/a.html cannot be written: No such file or directory"))
      #expect(try bench.folder.names == [])
    }
    _ = bench.watchroom("run", "night.json5", "--ledger", bench["a.ledger"])
    let report = bench.watchroom("report", bench["a.ledger"], "--report", bench["nowhere/a.html"])
    #expect(report.status == .inputOrOutputFailed)
    #expect(try bench.folder.names == ["a.ledger"])
  }
}
