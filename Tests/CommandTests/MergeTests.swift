import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct MergeTests {
  private static let more = "{ teams: { contact: { staff: { byHour: \([Int](repeating: 3, count: 24)) } } } }"
  private static let files = Fixture.files.merging(["more.json5": more]) { first, _ in first }

  /// The partial results of all shards, by name, as `command` with `--shard` leaves them.
  private func shards(_ count: Int, of command: [String], files: [String: String] = files) -> [String: String] {
    Dictionary(
      (1...count).map { number in
        let outcome = watchroom(command + ["--shard", "\(number)/\(count)"], files: MemoryFiles(files))
        #expect(outcome.status == .done && outcome.errors == "")
        return ("\(number).partial", outcome.output)
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: 1...5, ["text", "json"])
  func mergedShardsAreTheOneRunToTheByte(count: Int, format: String) {
    for command in [
      ["run", "night.json5", "--replications", "4", "--seed", "18446744073709551615"],
      ["compare", "night.json5", "more.json5", "--replications", "5", "--set", "attendance=0.9"],
    ] {
      let whole = watchroom(command + ["--format", format], files: MemoryFiles(Self.files))
      #expect(whole.status == .done)
      let partials = shards(count, of: command)
      var names = partials.keys.sorted()
      for turn in 0..<names.count {
        let merged = watchroom(["merge", "--format", format] + names, files: MemoryFiles(partials))
        #expect(merged.status == .done && merged.errors == "")
        #expect(merged.output == whole.output, "\(command[0]) in \(count), turn \(turn)")
        names = (names.dropFirst(2) + names.prefix(2).reversed()).map { $0 }
      }
    }
  }

  @Test func aResponseAndItsFilesGoAlong() {
    let roster =
      "start,mon,tue,wed,thu,fri,sat,sun\n"
      + (10..<34).map { "\($0 % 24 < 10 ? "0" : "")\($0 % 24):00,2,2,2,2,2,2,2\n" }.sorted().joined()
    let files = [
      "night.json5": Fixture.night, "rosters/week.csv": roster,
      "response.json5": """
      {
        teams: { contact: { staff: { byHour: null, csv: "rosters/week.csv" } } },
        shifts: { day: { start: "07:00", length: "24h" } },
        channels: { "999": { outcomes: { P1: { share: 0.5 } } } },
        response: {
          grades: { P1: { within: "15m", target: 0.5 } }, areas: { town: { latitude: 52, longitude: -2 } },
          hubs: { hub: { latitude: 52, longitude: -2, officers: { day: 6 } } },
          scene: { P1: { takes: { exponential: { mean: "30m" } } } },
        },
      }
      """,
    ]
    let command = ["run", "night.json5", "--with", "response.json5", "--replications", "3"]
    let whole = watchroom(command, files: MemoryFiles(files))
    #expect(whole.status == .done, "\(whole.errors)")
    // The files themselves are no longer needed.
    let partials = shards(2, of: command, files: files)
    #expect(watchroom(["merge", "1.partial", "2.partial"], files: MemoryFiles(partials)).output == whole.output)
  }

  @Test func moreShardsThanReplicationsAreNoHarm() {
    let command = ["run", "night.json5", "--replications", "2"]
    let partials = shards(5, of: command)
    let merged = watchroom(["merge"] + partials.keys.sorted(), files: MemoryFiles(partials))
    #expect(merged.output == watchroom(command, files: MemoryFiles(Self.files)).output)
  }

  @Test func missingAndDoubledShardsAreRefused() {
    let partials = shards(4, of: ["run", "night.json5", "--replications", "4"])
    let missing = watchroom(["merge", "4.partial", "1.partial"], files: MemoryFiles(partials))
    #expect(missing.status == .inputFileWrong && missing.output == "")
    #expect(
      missing.errors
        == "4.partial: error: 2 of the 4 shards of this experiment are missing: 2/4, 3/4 — run them with --shard, and give "
        + "all files\n")
    let doubled = watchroom(
      ["merge", "1.partial", "2.partial", "3.partial", "4.partial", "2.partial"], files: MemoryFiles(partials))
    #expect(doubled.status == .inputFileWrong)
    #expect(doubled.errors == "2.partial: error: shard 2/4 is in 2.partial already — give each shard once\n")
  }

  @Test(
    arguments: [
      (["--seed", "2"], "their seeds are 1 and 2"),
      (["--replications", "6"], "one has 4 replications in all, the other 6"),
      (["--set", "attendance=0.5"], "their scenarios are different"),
      (["--days", "2"], "their scenarios are different"),
      (["--set", "attendance=1"], "their scenarios are different"),
    ])
  func shardsOfOtherExperimentsAreRefused(other: [String], difference: String) {
    let command = ["run", "night.json5", "--replications", "4"]
    let files = MemoryFiles([
      "a": watchroom(command + ["--shard", "1/2"], files: MemoryFiles(Self.files)).output,
      "b": watchroom(command + other + ["--shard", "2/2"], files: MemoryFiles(Self.files)).output,
    ])
    let outcome = watchroom(["merge", "a", "b"], files: files)
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(outcome.errors.hasPrefix("b: error: this is of another experiment than a: \(difference) — "))
  }

  @Test func aComparisonIsNoRunAndAnotherCutIsAnotherExperiment() {
    let files = MemoryFiles([
      "a": watchroom(["run", "night.json5", "--shard", "1/2"], files: MemoryFiles(Self.files)).output,
      "b": watchroom(["compare", "night.json5", "more.json5", "--shard", "2/2"], files: MemoryFiles(Self.files)).output,
      "c": watchroom(["run", "night.json5", "--shard", "2/3"], files: MemoryFiles(Self.files)).output,
      "d": watchroom(["run", "folder/base.json5", "--shard", "2/2"], files: MemoryFiles(Self.files)).output,
    ])
    #expect(watchroom(["merge", "a", "b"], files: files).errors.contains("one is of run, the other of compare"))
    #expect(
      watchroom(["merge", "a", "c"], files: files).errors.contains("one was cut into 2 shards, the other into 3"))
    #expect(watchroom(["merge", "a", "d"], files: files).status == .done)
  }

  /// Where the files were on the machine of a shard says nothing of what was run.
  @Test(
    arguments: [
      (["run", "night.json5"], ["run", "folder/base.json5"]), (["run", "night.json5"], ["run", "--", "-odd.json5"]),
      (["run", "night.json5", "--with", "more.json5"], ["run", "folder/base.json5", "--with", "there/more.json5"]),
      (["compare", "night.json5", "more.json5"], ["compare", "folder/base.json5", "there/more.json5"]),
    ])
  func pathsMayDiffer(first: [String], second: [String]) {
    var files = Self.files
    files["there/more.json5"] = Self.more
    func output(_ words: [String], _ shard: [String] = []) -> String {
      let outcome = watchroom([words[0], "--replications", "4"] + shard + words.dropFirst(), files: MemoryFiles(files))
      #expect(outcome.status == .done, "\(outcome.errors)")
      return outcome.output
    }
    let partials = MemoryFiles([
      "a": output(first, ["--shard", "1/2"]), "b": output(second, ["--shard", "2/2"]),
    ])
    let whole = output(first)
    for order in [["a", "b"], ["b", "a"]] {
      let merged = watchroom(["merge"] + order, files: partials)
      #expect(merged.status == .done && merged.output == whole, "\(merged.errors)")
    }
  }

  @Test func otherWordsOfTheSameAreBothShown() {
    let command = ["run", "night.json5", "--replications", "4"]
    let files = MemoryFiles([
      "a": watchroom(command + ["--days", "1", "--shard", "1/2"], files: MemoryFiles(Self.files)).output,
      "b": watchroom(command + ["--set", "calendar.days=1", "--shard", "2/2"], files: MemoryFiles(Self.files)).output,
    ])
    let outcome = watchroom(["merge", "a", "b"], files: files)
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(
      outcome.errors.contains(
        "they were run by different commands, “watchroom run --days 1 --seed 1 --replications 4 night.json5” and “watchroom "
          + "run --set calendar.days=1 --seed 1 --replications 4 night.json5”"), "\(outcome.errors)")
  }

  @Test func whatWasChangedOrCutShortIsRefused() {
    let text = watchroom(
      ["run", "night.json5", "--replications", "2", "--shard", "1/1"], files: MemoryFiles(Self.files)
    ).output
    let bytes = Array(text.utf8)
    var damaged: [[UInt8]] = stride(from: 0, to: bytes.count, by: 997).map { Array(bytes[..<$0]) }
    for place in stride(from: 3, to: bytes.count, by: 1_009) {
      var copy = bytes
      copy[place] ^= 1
      damaged.append(copy)
    }
    for bytes in damaged {
      let outcome = watchroom(["merge", "p"], files: MemoryFiles(bytes: ["p": bytes]))
      #expect(outcome.status == .inputFileWrong && outcome.output == "")
      #expect(outcome.errors.hasPrefix("p") && outcome.errors.contains(" — "))
    }
  }

  @Test(
    arguments: [
      ("watchroom/partial/1", "watchroom/partial/2", "schema: this is “watchroom/partial/2”, not"),
      (Engine.name, "watchroom 9.9.9", "engine: watchroom 9.9.9 wrote this, and this is"),
      ("\"shard\":[1,1]", "\"shard\":[2,1]", "shard: this is not what a partial result says here"),
      ("\"plans\":1", "\"plans\":2", "plans: this is not"),
      ("\"kind\":\"run\"", "\"kind\":\"race\"", "kind: this is not"),
      ("\"seed\":\"1\"", "\"seed\":\"-1\"", "seed: this is not"),
      ("\"replications\":2", "\"replications\":1000001", "replications: these are more than 1,000,000, the most"),
      ("A small night", "A \\\"small\\\" night", "scenario: it cannot be read"),
      ("\"summary\":\"2 ", "\"summary\":\"3 ", "summary: this is not"),
      ("\"summary\":\"2 ", "\"summary\":\"2 1 ", "summary: this is not"),
      ("[1,\"", "[7,\"", "this is not what a partial result says here"),
    ])
  func whatNoShardWouldSayIsRefusedEvenWithAChecksum(old: String, new: String, message: String) {
    let text = watchroom(
      ["run", "night.json5", "--replications", "2", "--shard", "1/1"], files: MemoryFiles(Self.files)
    ).output
    #expect(text.contains(old))
    var lines = text.replacing(old, with: new, maxReplacements: 1).split(separator: "\n").dropLast().map { "\($0)\n" }
    lines.append("{\"sha256\":\"\(SHA256.hexadecimal(of: Array(lines.joined().utf8)))\"}\n")
    let outcome = watchroom(["merge", "p"], files: MemoryFiles(["p": lines.joined()]))
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func filesThatAreNoPartialsAreSaid() {
    let outcome = watchroom("merge", "night.json5", "missing")
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("night.json5"))
    #expect(outcome.errors.contains("missing: error: there is no file missing"))
    #expect(watchroom("merge", "missing").status == .inputOrOutputFailed)
  }

  @Test func aPartialIsLeftWhereItIsWanted() throws {
    let folder = try TemporaryFolder()
    let command = ["run", "night.json5", "--shard", "1/2", "--output"]
    let outcome = watchroom(command + [folder["1.partial"]])
    #expect(outcome.status == .done && outcome.output == "")
    #expect(try folder.text("1.partial") == watchroom("run", "night.json5", "--shard", "1/2").output)
    let nowhere = watchroom(command + [folder["no/1.partial"]])
    #expect(nowhere.status == .inputOrOutputFailed && nowhere.errors.contains("cannot be written"))
  }

  @Test(
    arguments: [
      (["run", "night.json5", "--shard", "3/2"], "“3/2” is not a share of the replications, K/N with K from 1 to N"),
      (["run", "night.json5", "--shard", "0/2"], "“0/2” is not a share"),
      (["run", "night.json5", "--shard", "1"], "“1” is not a share"),
      (["run", "night.json5", "--shard", "1/2", "--precision", "0.1"], "--precision does not go with --shard"),
      (["run", "night.json5", "--output", "x"], "--output is where to leave the partial result of --shard"),
      (["run", "night.json5", "--most", "9"], "--most is for --precision"),
      (
        ["run", "night.json5", "--ledger", "x", "--shard", "1/2"],
        "--ledger keeps one run, and --shard asks for several"
      ),
      (["compare", "night.json5", "more.json5", "--output", "x"], "--output is where to leave"),
      (
        ["compare", "night.json5", "more.json5", "--precision", "0.1", "--replications", "9", "--most", "8"],
        "--most 8 is less than the 9 replications to begin with"
      ),
      (["run", "night.json5", "--precision", "2"], "“2” is not a share from 0.0001 to 0.9999"),
      (["merge"], "“merge” needs a file that run or compare left with --shard"),
    ])
  func wrongCommandLinesAreSaid(arguments: [String], message: String) {
    let outcome = watchroom(arguments, files: MemoryFiles(Self.files))
    #expect(outcome.status == .commandLineWrong && outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func replicationsGoOnUntilTargetsArePrecise() {
    let busy = ["--set", "channels.999.arrivals.perYear=150000"]
    let precise = watchroom(["run", "night.json5", "--precision", "0.012"] + busy)
    #expect(precise.status == .done && precise.errors == "")
    let count = precise.output.split(separator: "\n").first { $0.hasPrefix("Replications") }?.split(separator: " ")[1]
    #expect((Int(count ?? "") ?? 0) > 10)
    // What was printed is what a run of as many replications prints.
    #expect(watchroom(["run", "night.json5", "--replications", String(count ?? "")] + busy).output == precise.output)
    for jobs in ["1", "3"] {
      #expect(
        watchroom(["run", "night.json5", "--precision", "0.012", "--jobs", jobs] + busy).output == precise.output)
    }
    let short = watchroom(["run", "night.json5", "--precision", "0.0001", "--most", "12"] + busy)
    #expect(short.status == .done && short.output.contains("Replications  12 "))
    #expect(short.errors.contains("night.json5: note: after 12 replications the targets are not as certain"))
    #expect(watchroom(["run", "night.json5", "--precision", "0.0001", "--most", "12", "-q"] + busy).errors == "")
  }

  /// A share of nobody has no interval however often it is simulated.
  @Test func whatNoReplicationDefinesIsNotWaitedFor() {
    let nobody = ["--precision", "0.01", "--set", "channels.999.arrivals.perYear=0"]
    let name = "channels.999.serviceLevel.ofOffered"
    let run = watchroom(["run", "night.json5"] + nobody)
    #expect(run.status == .done && run.output.contains("Replications  10 "))
    #expect(
      run.errors.contains("note: none of 10 replications defines \(name), so --precision leaves it out"),
      "\(run.errors)")
    #expect(!run.errors.contains("--most"))
    #expect(!watchroom(["run", "night.json5", "-q"] + nobody).errors.contains("note: "))
    let comparison = watchroom(
      ["compare", "night.json5", "more.json5", "--replications", "10"] + nobody, files: MemoryFiles(Self.files))
    #expect(comparison.status == .done && comparison.output.contains("Replications  10 "))
    #expect(comparison.errors.contains("none of 10 replications defines \(name) of “"), "\(comparison.errors)")
  }

  /// Somebody may come yet.
  @Test func whatIsTooRareToBeDefinedIsWaitedFor() {
    let rare = ["--precision", "0.01", "--most", "12", "--set", "channels.999.arrivals.perYear=0.01"]
    let name = "channels.999.serviceLevel.ofOffered"
    let run = watchroom(["run", "night.json5"] + rare)
    #expect(run.status == .done && run.output.contains("Replications  12 "))
    #expect(
      run.errors.contains(
        "note: after 12 replications the targets are not as certain as --precision asks: none defines \(name) — allow more "
          + "with --most"), "\(run.errors)")
    let comparison = watchroom(
      ["compare", "night.json5", "more.json5", "--replications", "2"] + rare, files: MemoryFiles(Self.files))
    #expect(comparison.status == .done && comparison.output.contains("Replications  12 "))
    #expect(comparison.errors.contains(": none defines \(name) of “"), "\(comparison.errors)")
  }

  @Test func withoutATargetThereIsNothingToBePreciseAbout() {
    let command = [
      "run", "night.json5", "--precision", "0.01", "--set", "channels.999.target=null", "--set", "expect=null",
    ]
    let run = watchroom(command)
    #expect(run.status == .done && run.output.contains("Replications  10 "))
    #expect(run.errors.contains("nothing here has a target, so --precision has nothing to judge"), "\(run.errors)")
    #expect(!watchroom(command + ["-q"]).errors.contains("note: "))
  }

  @Test func aComparisonStopsAtItsPrecisionToo() {
    let busy = ["--set", "channels.999.arrivals.perYear=150000"]
    let command = ["compare", "night.json5", "more.json5"] + busy
    let precise = watchroom(
      command + ["--precision", "0.02", "--replications", "2"], files: MemoryFiles(Self.files))
    #expect(precise.status == .done)
    #expect(
      precise.errors == "night.json5: note: --precision begins with 10 replications, more than the 2 of "
        + "--replications\n")
    let count = precise.output.split(separator: "\n").first { $0.hasPrefix("Replications") }?.split(separator: " ")[1]
    #expect((Int(count ?? "") ?? 0) >= 10)
    let told = watchroom(command + ["--replications", String(count ?? "")], files: MemoryFiles(Self.files))
    #expect(told.output == precise.output)
  }
}
