import Foundation
import Synchronization
import Testing
import Watchroom

@testable import WatchroomCommand

/// Somebody wants the command to end before it is done.
@Suite struct InterruptionTests {
  /// Runs the command, and interrupts it when it has looked at the clock so often: at each replication, for the progress.
  private func watchroom(
    _ arguments: [String], interruptedAfter looks: Int, _ cause: Interruption.Cause = .interrupt
  ) -> Outcome {
    let output = Recording()
    let errors = Recording()
    let interruption = Interruption()
    let looked = Mutex(0)
    var surroundings = Surroundings(
      output: output, errors: errors, files: MemoryFiles(LedgerBench.files), progressWidth: 60,
      elapsed: {
        let isTime = looked.withLock { count in
          count += 1
          return count == looks
        }
        if isTime { _ = interruption.receive(cause) }
        return .zero
      })
    surroundings.interruption = interruption
    return Outcome(status: Command.run(arguments, in: surroundings), output: output.text, errors: errors.text)
  }

  @Test func whatIsDoneIsPrintedAsTheResultOfSoMany() throws {
    let outcome = watchroom(["run", "night.json5", "--replications", "500", "--jobs", "1"], interruptedAfter: 6)
    #expect(outcome.status == .interrupted)
    let count = try #require(
      outcome.errors.firstMatch(of: /the result is that of the ([0-9]+) of 500 replications that were done/)
    ).1
    let same = CommandTests.watchroom("run", "night.json5", "--replications", String(count))
    #expect(outcome.output == same.output)
  }

  @Test func aComparisonToo() throws {
    let outcome = watchroom(
      ["compare", "night.json5", "more.json5", "--replications", "300", "--jobs", "1"], interruptedAfter: 12,
      .termination)
    #expect(outcome.status == .terminated)
    let count = try #require(outcome.errors.firstMatch(of: /that of the ([0-9]+) of 300 replications/)).1
    let same = LedgerBenchRun.watchroom("compare", "night.json5", "more.json5", "--replications", String(count))
    #expect(outcome.output == same.output)
  }

  @Test func withTooLittleDoneNothingIsPrinted() throws {
    let folder = try TemporaryFolder()
    for arguments in [
      ["run", "night.json5", "--replications", "50", "--shard", "1/2", "--output", folder["a.partial"]],
      ["compare", "night.json5", "more.json5", "--report", folder["b.html"]],
    ] {
      // The first two looks are those of the progress line when it is made.
      let outcome = watchroom(arguments, interruptedAfter: 3)
      #expect(outcome.status == .interrupted, "\(arguments)")
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("interrupted: "))
    }
    #expect(try folder.names == [])
  }

  @Test func aSecondTimeEverythingEndsAtOnce() {
    let interruption = Interruption()
    interruption.stoppable(promise: "it goes on for a while") { stop in
      let answer = interruption.receive(.interrupt)
      #expect(answer.status == nil)
      #expect(answer.message == "interrupted: it goes on for a while; ask once more to end at once")
      #expect(stop.wasMade)
      #expect(interruption.receive(.termination).status == .terminated)
    }
    #expect(interruption.status == .terminated)
  }

  @Test func whatCannotStopEndsAtOnceAndSaysWhy() {
    let interruption = Interruption()
    interruption.say { "no plan is found yet" }
    let answer = interruption.receive(.interrupt)
    #expect(answer.message == "interrupted: no plan is found yet")
    #expect(answer.status == .interrupted)
    let plain = Interruption()
    #expect(plain.receive(.termination).message == "interrupted: nothing more is written")
  }
}

/// The command on the files of ``LedgerBench``, undisturbed.
private enum LedgerBenchRun {
  static func watchroom(_ arguments: String...) -> Outcome {
    CommandTests.watchroom(arguments, files: MemoryFiles(LedgerBench.files))
  }
}
