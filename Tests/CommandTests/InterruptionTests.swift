import Foundation
import Synchronization
import Testing
import Watchroom

@testable import WatchroomCommand

/// Somebody wants the command to end before it is done.
@Suite struct InterruptionTests {
  /// Runs the command, and interrupts it when it has looked at the clock so often: at each replication, for the progress.
  private func watchroom(
    _ arguments: [String], interruptedAfter looks: Int, _ cause: Interruption.Cause = .interrupt,
    outputFault: OutputFault? = nil
  ) -> Outcome {
    let output = Recording(fault: outputFault)
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

  /// Each replication, or each run of a comparison, is a look after the first two. The precision is reached with ten, and
  /// would be with fewer.
  @Test(
    arguments: [
      (["run", "night.json5", "--precision", "0.9"], 10),
      (["compare", "night.json5", "more.json5", "--replications", "10", "--precision", "0.9"], 20),
      (["run", "night.json5", "--precision", "0.0001", "--most", "12"], 12), (["run", "night.json5"], 1),
    ])
  func whatIsWholeIsNoPart(command: [String], runs: Int) throws {
    let command = command + ["--jobs", "1"]
    let whole = watchroom(command, interruptedAfter: .max)
    let late = watchroom(command, interruptedAfter: 2 + runs)
    #expect(late.status == .done && late.output == whole.output)
    #expect(!late.errors.contains("interrupted"), "\(late.errors)")
  }

  @Test(
    arguments: [
      (9, "0.9", "9 replications that were"), (10, "0.0001", "10 replications that were"),
      (1, "0.9", "1 replication that was"),
    ])
  func aPrecisionThatIsCutShortSaysOfHowManyItIs(runs: Int, precision: String, said: String) {
    let command = ["run", "night.json5", "--precision", precision, "--jobs", "1"]
    let outcome = watchroom(command, interruptedAfter: 2 + runs)
    #expect(outcome.status == .interrupted)
    #expect(outcome.errors.contains("interrupted: the result is that of the \(said) done"), "\(outcome.errors)")
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

  /// What is done is left where there is room, and the status says that it was not everywhere.
  @Test func whatIsDoneIsLeftAlsoWhereItCannotBePrinted() throws {
    let folder = try TemporaryFolder()
    let outcome = watchroom(
      ["run", "night.json5", "--replications", "500", "--jobs", "1", "--report", folder["a.html"]],
      interruptedAfter: 6, outputFault: OutputFault(ENOSPC))
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(outcome.errors.contains("of 500 replications that were done"), "\(outcome.errors)")
    #expect(try folder.names == ["a.html"])
  }

  @Test func aSecondTimeEverythingEndsAtOnce() throws {
    let clock = SetClock()
    let interruption = Interruption(elapsed: clock.elapsed)
    try interruption.stoppable(promise: "it goes on for a while") { stop in
      let answer = try #require(interruption.receive(.interrupt))
      #expect(answer.status == nil)
      #expect(answer.message == "interrupted: it goes on for a while; ask once more to end at once")
      #expect(stop.wasMade)
      clock.set(.seconds(1))
      let second = try #require(interruption.receive(.termination))
      #expect(second.status == .terminated)
      #expect(second.message == "interrupted: nothing more is written")
    }
    #expect(interruption.status == .terminated)
  }

  /// `timeout` signals the process and its group, and whoever closes a terminal may do so by two signals.
  @Test(
    arguments: [
      (Interruption.Cause.termination, Interruption.Cause.termination), (.termination, .hangup),
      (.hangup, .termination),
    ])
  func whatComesWithinASecondIsTheSameRequest(first: Interruption.Cause, second: Interruption.Cause) throws {
    let clock = SetClock()
    clock.set(.seconds(50))
    let interruption = Interruption(elapsed: clock.elapsed)
    try interruption.stoppable(promise: "it goes on for a while") { _ in
      let answer = try #require(interruption.receive(first))
      #expect(answer.status == nil)
      for time in [Duration.seconds(50), .seconds(50) + .microseconds(20), .seconds(51) - .milliseconds(1)] {
        clock.set(time)
        #expect(interruption.receive(second) == nil, "\(time)")
        #expect(interruption.status == first.status)
      }
    }
    // Also where what was done is being written by now.
    #expect(interruption.receive(second) == nil)
    // What was not heard does not put off what is.
    clock.set(.seconds(51))
    #expect(try #require(interruption.receive(second)).status == second.status)
  }

  @Test func whatCannotStopEndsAtOnceAndSaysWhy() throws {
    let interruption = Interruption()
    interruption.say { "no plan is found yet" }
    let answer = try #require(interruption.receive(.interrupt))
    #expect(answer.message == "interrupted: no plan is found yet")
    #expect(answer.status == .interrupted)
    let plain = Interruption()
    #expect(plain.receive(.termination)?.message == "interrupted: nothing more is written")
  }

  @Test func theClockGoesOn() {
    let elapsed = Interruption.clock()
    let first = elapsed()
    #expect(first >= .zero)
    while elapsed() == first {}
    #expect(elapsed() > first)
  }
}

/// A clock that stands still until it is set.
private final class SetClock: Sendable {
  private let time = Mutex(Duration.zero)

  var elapsed: @Sendable () -> Duration { { self.time.withLock { $0 } } }

  func set(_ time: Duration) { self.time.withLock { $0 = time } }
}

/// The command on the files of ``LedgerBench``, undisturbed.
private enum LedgerBenchRun {
  static func watchroom(_ arguments: String...) -> Outcome {
    CommandTests.watchroom(arguments, files: MemoryFiles(LedgerBench.files))
  }
}
