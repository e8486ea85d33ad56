import Testing
import Watchroom

@testable import WatchroomCommand

/// What needs more memory than there is, is refused before it is begun.
@Suite struct MemoryTests {
  private func watchroom(_ arguments: String..., memory: UInt64 = 8_000_000_000) -> Outcome {
    watchroom(arguments, memory: memory)
  }

  private func watchroom(_ arguments: [String], memory: UInt64) -> Outcome {
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

  /// Bytes for so many replications of the fixture's night, one at a time, beside another plan for it if there `isAnother`.
  private func bytes(replications: Int, isAnother: Bool = false) throws -> UInt64 {
    let night = try ScenarioReader.read(path: "night.json5", files: MemoryFiles(Fixture.files)).scenario
    let need = MemoryNeed(isAnother ? [night, night] : [night], jobs: 1)
    return UInt64(need.bytes(replications: replications).rounded(.up))
  }

  /// There are more than were asked for, and it is known from the beginning.
  @Test func theFirstBatchOfAPrecisionIsReckoned() throws {
    for (plans, memory) in [
      (["run", "night.json5"], try bytes(replications: 9)),
      (["compare", "night.json5", "folder/base.json5"], try bytes(replications: 9, isAnother: true)),
    ] {
      let command = plans + ["--jobs", "1", "--replications", "9", "-q"]
      #expect(watchroom(command, memory: memory).status == .done)
      let raised = watchroom(command + ["--precision", "0.9"], memory: memory)
      #expect(raised.status == .commandLineWrong && raised.output == "")
      #expect(raised.errors.contains(" — allow fewer with --most (see"), "\(raised.errors)")
      #expect(watchroom(command + ["--precision", "0.9", "--most", "9"], memory: memory).status == .done)
      let many = watchroom(command + ["--precision", "0.9", "--replications", "11"], memory: memory)
      #expect(many.errors.contains(" — use fewer --replications (see"), "\(many.errors)")
    }
  }

  /// Who says how many there may be means so many.
  @Test func asManyAsThereMayBeAreReckonedIfItIsSaid() throws {
    let (nine, ninety) = (try bytes(replications: 9), try bytes(replications: 90))
    for command in [
      ["run", "night.json5", "--precision", "0.9", "--jobs", "1"],
      ["check", "night.json5", "--replications", "9", "--jobs", "1"],
    ] {
      let refused = watchroom(command + ["--most", "91"], memory: ninety)
      #expect(refused.status == .commandLineWrong && refused.output == "")
      #expect(refused.errors.contains(" — allow fewer with --most"), "\(refused.errors)")
      #expect(watchroom(command + ["--most", "90"], memory: ninety).status == .done)
      #expect(watchroom(command, memory: command[0] == "run" ? ninety : nine).status == .done)
    }
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
