import Testing
import Watchroom

@testable import WatchroomCommand

/// What searches, maps and forks need is reckoned before they are begun, as what runs need is.
@Suite struct MemoryOfSearchesTests {
  private static let day = """
    {
      name: "A day", calendar: { start: "2022-07-22T00:00", days: 1 },
      channels: {
        "999": {
          arrivals: { perYear: 40000 }, patience: { exponential: { mean: "3m" } },
          handling: { exponential: { mean: "4m" } }, target: { share: 0.8, within: "20s" },
        },
      },
      shifts: { day: { start: "00:00", length: "24h" } },
      teams: { contact: { answers: ["999"], staff: { day: 2 }, costPerHour: 18 } },
      calibrate: { handling: { path: "channels.999.handling.exponential.mean", from: "3m", to: "5m" } },
    }
    """
  private static let targets =
    "{ targets: [{ name: \"x\", metric: \"channels.999.handleTime.mean\", value: 4, tolerance: 1, unit: \"min\" }] }"

  private func watchroom(_ arguments: [String], memory: UInt64 = 8_000_000_000) -> Outcome {
    let output = Recording()
    let errors = Recording()
    var surroundings = Surroundings(
      output: output, errors: errors,
      files: MemoryFiles(LedgerBench.files.merging(["day.json5": Self.day, "t.json5": Self.targets]) { $1 }),
      elapsed: { .zero })
    surroundings.memory = memory
    return Outcome(status: Command.run(arguments, in: surroundings), output: output.text, errors: errors.text)
  }

  private static let commands = [
    ["size", "day.json5"], ["size", "day.json5", "--value-map"], ["calibrate", "day.json5", "--targets", "t.json5"],
  ]

  @Test(arguments: commands)
  func tooManyReplicationsAreRefusedWithANumber(command: [String]) {
    let many = command + ["--replications", "100000"]
    for outcome in [
      watchroom(many + ["--memory", "100MB"]), watchroom(many, memory: 100_000_000),
      watchroom(many + ["--jobs", "1"], memory: 100_000_000),
    ] {
      #expect(outcome.status == .commandLineWrong && outcome.output == "")
      #expect(outcome.errors.contains("this needs about "), "\(outcome.errors)")
      #expect(outcome.errors.contains(" 100 MB — use fewer --replications (see"), "\(outcome.errors)")
    }
    #expect(watchroom(many + ["--memory", "100MB"]).errors.contains("and --memory allows 100 MB"))
  }

  @Test(arguments: commands)
  func tooManyDaysAreRefusedToo(command: [String]) {
    let outcome = watchroom(command + ["--days", "3000"], memory: 45_000_000)
    #expect(outcome.status == .commandLineWrong && outcome.output == "")
    #expect(
      outcome.errors.contains("this machine has 45 MB — measure fewer days, or use a machine that has more"),
      "\(outcome.errors)")
  }

  @Test func whatThereIsEnoughForIsDone() {
    for command in [
      ["size", "day.json5", "--replications", "2"], ["size", "day.json5", "--value-map", "--replications", "2"],
      ["calibrate", "day.json5", "--targets", "t.json5", "--evaluations", "1", "--confirm", "1"],
    ] {
      let outcome = watchroom(command + ["--memory", "0.2GB"])
      #expect(outcome.status == .done && outcome.errors == "", "\(outcome.errors)")
    }
  }

  @Test func aForkIsReckonedAsTwoRuns() throws {
    let bench = try LedgerBench()
    #expect(bench.watchroom("run", "spring.json5", "--ledger", bench["a.ledger"]).status == .done)
    let fork = ["replay", bench["a.ledger"], "--from", "2022-07-22T12:00", "--with", "more.json5"]
    #expect(watchroom(fork + ["--memory", "0.2GB"]).output == watchroom(fork).output)
    for outcome in [watchroom(fork, memory: 40_000_000), watchroom(fork + ["--memory", "40MB"])] {
      #expect(outcome.status == .commandLineWrong && outcome.output == "")
      #expect(outcome.errors.contains("this needs about "), "\(outcome.errors)")
      #expect(outcome.errors.contains(" 40 MB — use a machine that has more (see"))
    }
    let kept = watchroom(fork + ["--ledger", bench["b.ledger"]], memory: 40_000_000)
    #expect(kept.status == .commandLineWrong)
    #expect(try bench.folder.names == ["a.ledger"])
    let look = watchroom(["replay", bench["a.ledger"], "--at", "12:00", "--memory", "1GB"])
    #expect(look.status == .commandLineWrong && look.errors.contains("--memory is for a fork — add --from TIME"))
  }

  /// Its days are what they are, so that nothing helps but a larger machine.
  @Test func aRunThatWasRecordedIsReckonedBeforeItIsSummedUp() throws {
    let bench = try LedgerBench()
    #expect(bench.watchroom("run", "spring.json5", "--ledger", bench["a.ledger"]).status == .done)
    try bench.write(try bench.bytes("a.ledger").dropLast(9), "b.ledger.part")
    let begun = try bench.bytes("b.ledger.part")
    let report = ["report", bench["a.ledger"]]
    let page = report + ["--report", bench["a.html"]]
    for arguments in [
      report, page, page + ["--beside", bench["a.ledger"]], ["run", "--resume", bench["b.ledger"]],
    ] {
      let outcome = watchroom(arguments, memory: 40_000_000)
      #expect(outcome.status == .commandLineWrong && outcome.output == "", "\(arguments)")
      #expect(outcome.errors.contains("this needs about "), "\(outcome.errors)")
      #expect(outcome.errors.contains(" 40 MB — use a machine that has more (see"), "\(outcome.errors)")
    }
    #expect(try bench.folder.names == ["a.ledger", "b.ledger.part"])
    #expect(try bench.bytes("b.ledger.part") == begun)
    #expect(watchroom(report).status == .done)
    #expect(watchroom(["run", "--resume", bench["b.ledger"]]).status == .done)
  }
}
