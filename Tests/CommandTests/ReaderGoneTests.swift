import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// Whoever reads what the command prints goes away before the end.
@Suite struct ReaderGoneTests {
  private let bench: LedgerBench

  init() throws { bench = try LedgerBench() }

  private func readerGone(_ arguments: [String]) -> Outcome {
    CommandTests.watchroom(arguments, files: MemoryFiles(LedgerBench.files), outputFault: OutputFault(EPIPE))
  }

  @Test func ofAReportThatIsNoFault() {
    for arguments in [["run", "night.json5"], ["help"], ["schema"], ["check", "night.json5"]] {
      let outcome = readerGone(arguments)
      #expect(outcome.status == .done && outcome.errors == "", "\(arguments)")
    }
  }

  @Test func aPartialResultAndAnExportAreLost() {
    #expect(bench.watchroom("run", "night.json5", "--ledger", bench["a.ledger"]).status == .done)
    for arguments in [
      ["run", "night.json5", "--shard", "1/1"], ["compare", "night.json5", "more.json5", "--shard", "1/2"],
      ["export", bench["a.ledger"], "--to", "ndjson"], ["export", bench["a.ledger"], "--to", "ocel-json"],
    ] {
      let outcome = readerGone(arguments)
      #expect(outcome.status == .inputOrOutputFailed, "\(arguments)")
      #expect(
        outcome.errors
          == "watchroom: error: standard output cannot be written: Broken pipe — let its reader read to the end\n")
    }
  }
}
