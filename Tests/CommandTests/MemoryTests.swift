import Testing
import Watchroom

@testable import WatchroomCommand

/// What needs more memory than there is, is refused before it is begun.
@Suite struct MemoryTests {
  private func watchroom(_ arguments: String..., memory: UInt64 = 8_000_000_000) -> Outcome {
    let output = Recording()
    let errors = Recording()
    var surroundings = Surroundings(
      output: output, errors: errors, files: MemoryFiles(LedgerBench.files), elapsed: { .zero })
    surroundings.memory = memory
    return Outcome(status: Command.run(arguments, in: surroundings), output: output.text, errors: errors.text)
  }

  @Test func tooManyReplicationsAreRefusedWithANumber() throws {
    for outcome in [
      watchroom("run", "night.json5", "--replications", "1000000", "--memory", "500MB"),
      watchroom("run", "night.json5", "--replications", "1000000", memory: 500_000_000),
      watchroom("compare", "night.json5", "more.json5", "--replications", "1000000", memory: 500_000_000),
      watchroom("run", "night.json5", "--replications", "1000000", "--shard", "1/2", memory: 500_000_000),
    ] {
      #expect(outcome.status == .commandLineWrong)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("this needs about "), "\(outcome.errors)")
      #expect(outcome.errors.contains("use fewer --replications, or share them out with --shard"))
    }
    #expect(
      watchroom("run", "night.json5", "--replications", "1000000", "--memory", "500MB").errors
        .contains("--memory allows 500 MB"))
  }

  @Test func whatIsTooLargeForOneRunIsRefusedToo() {
    let outcome = watchroom("run", "night.json5", "--days", "36600", memory: 60_000_000)
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.contains("this machine has 60 MB — measure fewer days, or use a machine that has more"))
    let checked = watchroom("check", "night.json5", "--days", "36600", "--memory", "60MB")
    #expect(checked.status == .commandLineWrong)
  }

  /// Of a run of one day there are no fewer.
  @Test func oneDayIsNotToBeMadeFewer() {
    for verb in ["run", "check", "size"] {
      let outcome = watchroom(verb, "night.json5", memory: 1_000_000)
      #expect(outcome.status == .commandLineWrong)
      #expect(outcome.errors.contains("this machine has 1 MB — use a machine that has more"), "\(outcome.errors)")
    }
  }

  /// Every channel has figures of every day, and these have names. They are reckoned, not made: a night has none of them yet.
  @Test func theNamesOfFiguresAreReckonedToo() {
    for arguments in [
      ["run", "night.json5"], ["run", "night.json5", "--replications", "2", "--shard", "1/2"],
      ["run", "night.json5", "--ledger", "/dev/full"],
      ["compare", "night.json5", "more.json5"], ["check", "night.json5"], ["size", "night.json5"],
    ] {
      let outcome = CommandTests.watchroom(
        arguments + ["--days", "36600", "--memory", "250MB"], files: MemoryFiles(LedgerBench.files))
      #expect(outcome.status == .commandLineWrong && outcome.output == "", "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains("this needs about "), "\(arguments): \(outcome.errors)")
    }
  }

  @Test func aLimitIsCalledOne() {
    let (output, errors) = (Recording(), Recording())
    var surroundings = Surroundings(
      output: output, errors: errors, files: MemoryFiles(LedgerBench.files), elapsed: { .zero })
    surroundings.memory = 60_000_000
    surroundings.memoryIsLimited = true
    #expect(Command.run(["run", "night.json5", "--days", "36600"], in: surroundings) == .commandLineWrong)
    #expect(errors.text.contains("and limits leave this process 60 MB — measure fewer days"), "\(errors.text)")
  }

  @Test func whatThereIsEnoughForIsDone() {
    #expect(watchroom("run", "night.json5", "--memory", "0.2GB").status == .done)
    #expect(watchroom("run", "night.json5", "--memory", "1TB").output == watchroom("run", "night.json5").output)
  }

  @Test(arguments: ["4", "4 GB", "0MB", "4gb", "GB", "1e3GB", "4GiB"])
  func otherAmountsAreRefused(text: String) {
    let outcome = watchroom("run", "night.json5", "--memory", text)
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.contains("is not an amount of memory, such as 500MB or 4GB"))
  }
}
