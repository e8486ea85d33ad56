import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// The byte order mark by which spreadsheets read accented letters: before tables that have any, and before no others.
@Suite struct CSVMarkTests {
  private let bench: LedgerBench

  init() throws { bench = try LedgerBench() }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let night = LedgerBench.files["night.json5", default: ""]
  /// The same night, with an accent in the name of its first channel.
  private static let accented = night.replacing("999", with: "Zoë")

  private func isMarked(_ name: String) throws -> Bool { try bench.bytes(name).starts(with: Self.mark) }

  @Test(arguments: [(night, false), (accented, true)])
  func tablesOfFiguresAndOfEvents(scenario: String, isMarked: Bool) throws {
    let files = ["n.json5": scenario]
    let words = ["run", "n.json5", "--csv", bench["figures"]]
    let run = bench.watchroom(words + ["--ledger", bench["n.ledger"]], others: files)
    #expect(run.status == .done, "\(run.errors)")
    #expect(try self.isMarked("figures/channels.csv") == isMarked)
    // Nothing in it is the channel's.
    #expect(try !self.isMarked("figures/hubs.csv"))
    let export = bench.watchroom("export", bench["n.ledger"], "--to", "csv", "--output", bench["events"])
    #expect(export.status == .done, "\(export.errors)")
    for table in ["events", "contacts", "incidents"] {
      #expect(try self.isMarked("events/\(table).csv") == isMarked, "\(table)")
    }
    // They are known as Watchroom's own, and replaced.
    let again = bench.watchroom("export", bench["n.ledger"], "--to", "csv", "--output", bench["events"])
    #expect(again.status == .done, "\(again.errors)")
    #expect(bench.watchroom(words, others: files).status == .done)
  }

  @Test func tablesOfRequirements() throws {
    for (name, isMarked) in [("Zoe", false), ("Zoë", true)] {
      let files = ["v.csv": "start,\(name)\n2022-07-22T07:00,9\n2022-07-22T07:30,9\n"]
      let words = ["erlang", "--volumes", "v.csv", "--handling", "3m", "--share", "0.9", "--csv", bench["r.csv"]]
      for _ in 0..<2 {
        let outcome = bench.watchroom(words, others: files)
        #expect(outcome.status == .done, "\(outcome.errors)")
      }
      #expect(try self.isMarked("r.csv") == isMarked)
    }
  }

  /// A spreadsheet puts the mark before what it saves, and ends lines its own way.
  @Test func whatASpreadsheetSavedIsKnown() throws {
    let files = ["v.csv": "start,999\n2022-07-22T07:00,9\n2022-07-22T07:30,9\n"]
    let words = ["erlang", "--volumes", "v.csv", "--handling", "3m", "--share", "0.9", "--csv", bench["r.csv"]]
    #expect(bench.watchroom(words, others: files).status == .done)
    let own = try bench.bytes("r.csv")
    try bench.write(Self.mark + own.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, "r.csv")
    let outcome = bench.watchroom(words, others: files)
    #expect(outcome.status == .done, "\(outcome.errors)")
    #expect(try bench.bytes("r.csv") == own)
    try bench.write(Self.mark + Array("channel,date,count\n".utf8), "r.csv")
    #expect(bench.watchroom(words, others: files).status == .commandLineWrong)
  }
}
