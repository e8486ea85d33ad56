import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct ReplayTests {
  private let bench: LedgerBench

  init() throws {
    bench = try LedgerBench()
    let outcome = bench.watchroom("run", "response.json5", "--seed", "4", "--ledger", bench["a.ledger"])
    try #require(outcome.status == .done, "\(outcome.errors)")
  }

  private func replay(_ options: String..., ledger: String = "a.ledger") -> Outcome {
    bench.watchroom(["replay", bench[ledger]] + options)
  }

  private func json(_ outcome: Outcome) throws -> [String: Any] {
    try #require(outcome.status == .done, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// Writes a ledger of the events of `a.ledger`, changed, as `name`.
  private func rewrite(as name: String, engine: String = Engine.name, _ change: (inout [Event]) -> Void) throws {
    let reader = try LedgerReader(path: bench["a.ledger"])
    var header = reader.header
    header.engine = engine
    var events: [Event] = []
    var cursor = reader.cursor()
    while try cursor.advance({ block in
      for index in block.indices { events.append(block[index]) }
    }) {}
    change(&events)
    var writer = try LedgerWriter(path: bench[name], header: header)
    try writer.append(events.span)
    try writer.finish()
  }

  // MARK: Verifying

  @Test func aRunIsVerified() throws {
    let reader = try LedgerReader(path: bench["a.ledger"])
    let outcome = replay("--verify")
    #expect(outcome.status == .done)
    #expect(outcome.errors == "")
    #expect(outcome.output == "verified: \(reader.eventCount) events, digest \(reader.digest.hexadecimal)\n")
    let document = try json(replay("--verify", "--format", "json"))
    #expect(document["schema"] as? String == "watchroom/verification/1")
    #expect(document["verified"] as? Bool == true)
    #expect(document["firstDifference"] is NSNull)
  }

  @Test func theFirstEventThatDiffersIsNamed() throws {
    try rewrite(as: "b.ledger") { events in
      let place = events.indices.first { $0 > 40 && events[$0].kind == .contactAnswered } ?? 0
      events[place] = Event(
        word0: events[place].word0, word1: events[place].word1 + 60_000 << 32, word2: events[place].word2)
    }
    let outcome = replay("--verify", ledger: "b.ledger")
    #expect(outcome.status == .expectationFailed)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[0].wholeMatch(of: /not verified: event \d+ of \d+ differs/) != nil)
    #expect(
      lines[1].wholeMatch(
        of:
          #/  recorded         Friday 22 July 2022, ..:..:..\....: contact \d+ was answered by handler \d, work of .*/#)
        != nil)
    #expect(lines[2].hasPrefix("  simulated again  Friday 22 July 2022, "))
    #expect(lines[1].dropFirst(19) != lines[2].dropFirst(19))
    let document = bench.watchroom("replay", "--verify", bench["b.ledger"], "--format", "json")
    #expect(document.status == .expectationFailed)
    #expect(document.output.contains("\"verified\": false"))
  }

  @Test func eventsTooManyOrTooFewDiffer() throws {
    try rewrite(as: "b.ledger") { $0.removeLast() }
    #expect(replay("--verify", ledger: "b.ledger").output.contains("recorded         the run had ended\n"))
    try rewrite(as: "b.ledger") { $0.append($0[$0.count - 1]) }
    let outcome = replay("--verify", ledger: "b.ledger")
    #expect(outcome.status == .expectationFailed)
    #expect(outcome.output.contains("simulated again  the run had ended\n"))
  }

  @Test func ofAnUnfinishedRunWhatThereIsIsVerified() throws {
    _ = bench.watchroom("run", "spring.json5", "--ledger", bench["c.ledger"])
    try bench.write(try bench.bytes("c.ledger").dropLast(3_000), "b.ledger.part")
    let outcome = replay("--verify", ledger: "b.ledger.part")
    #expect(outcome.status == .done)
    #expect(outcome.output.hasPrefix("verified so far: "))
    #expect(outcome.errors.contains("b.ledger.part: note: the last "))
  }

  /// A run that came to its end, of whose ledger a part got lost, is not verified by what is left of it.
  @Test func aWholeLedgerThatIsTruncatedIsNotVerified() throws {
    _ = bench.watchroom("run", "spring.json5", "--ledger", bench["c.ledger"])
    try bench.write(try bench.bytes("c.ledger").dropLast(3_000), "b.ledger")
    let outcome = replay("--verify", ledger: "b.ledger")
    #expect(outcome.status == .expectationFailed)
    #expect(outcome.output.hasPrefix("verified so far: "))
    #expect(
      outcome.errors.contains(
        "b.ledger: error: this ledger is not whole, though it is not called .part, so not all of its run is verified — "
          + "get the whole file, or give it the name \(bench["b.ledger"]).part and go on with “watchroom run --resume ")
    )
    let quiet = replay("--verify", "-q", ledger: "b.ledger")
    #expect(quiet.status == .expectationFailed && quiet.errors.contains("this ledger is not whole"))
  }

  @Test func damageIsRefused() throws {
    var bytes = try bench.bytes("a.ledger")
    bytes[Int(try LedgerReader(path: bench["a.ledger"]).blocks[0].offset) + 900] ^= 1
    try bench.write(bytes, "b.ledger")
    for options in [["--verify"], ["--from", "12:00"], ["--at", "12:00"]] {
      let outcome = bench.watchroom(["replay", bench["b.ledger"]] + options)
      #expect(outcome.status == .inputFileWrong)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("b.ledger: error: block 0 at byte "))
    }
    let kept = bench.watchroom("replay", bench["b.ledger"], "--from", "12:00", "--ledger", bench["c.ledger"])
    #expect(kept.status == .inputFileWrong)
    #expect(try bench.folder.names == ["a.ledger", "b.ledger"])
  }

  @Test func anotherEngineIsWarnedOf() throws {
    try rewrite(as: "b.ledger", engine: "watchroom 0.0.1") { _ in }
    for options in [["--verify"], ["--from", "12:00"], ["--at", "12:00"]] {
      let outcome = bench.watchroom(["replay", bench["b.ledger"]] + options)
      #expect(outcome.status == .done)
      #expect(outcome.errors.contains("b.ledger: warning: watchroom 0.0.1 wrote this ledger, and this is "))
    }
    #expect(replay("--verify", "--quiet", ledger: "b.ledger").errors == "")
  }

  // MARK: Forking

  @Test(arguments: ["07:00", "12:00", "21:14:30", "2022-07-22T23:00", "2022-07-22T22:00Z", "06:59"])
  func aForkWithNoChangeIsTheOriginal(time: String) throws {
    let outcome = replay("--from", time, "--ledger", bench["b.ledger"])
    #expect(outcome.status == .done)
    #expect(outcome.output.contains("\nThe fork is identical to the original, to the end.\n"))
    let (original, fork) = (try LedgerReader(path: bench["a.ledger"]), try LedgerReader(path: bench["b.ledger"]))
    #expect(fork.digest == original.digest)
    #expect(replay("--verify", ledger: "b.ledger").status == .done)
  }

  @Test func aForkSharesThePastAndTheCallers() throws {
    let document = try json(replay("--from", "12:00", "--with", "more.json5", "--format", "json"))
    #expect(document["schema"] as? String == "watchroom/fork/1")
    #expect(document["from"] as? String == "2022-07-22T12:00:00+01:00")
    #expect(document["identical"] as? Bool == false)
    let first = try #require(document["firstDifference"] as? [String: Any])
    let shared = try #require(document["sharedEvents"] as? Int)
    #expect(try #require(first["number"] as? Int) >= shared)
    let contacts = try #require(document["contacts"] as? [String: Int])
    #expect(contacts["inBoth", default: 0] > 0)
    #expect(contacts["answeredInBoth", default: 0] <= contacts["inBoth", default: 0])
    #expect(contacts["waitedLonger"] == 0)
    let comparison = try #require(document["comparison"] as? [String: Any])
    #expect(comparison["replications"] as? Int == 1)
    let base = try #require(comparison["base"] as? [String: Any])
    let report = try json(bench.watchroom("report", bench["a.ledger"], "--format", "json"))
    #expect(NSDictionary(dictionary: base) == NSDictionary(dictionary: report))
  }

  @Test func aForkIsPrintedForPeople() throws {
    let outcome = replay("--from", "12:00", "--with", "more.json5")
    #expect(outcome.status == .done)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("A small night, forked\n====="))
    #expect(outcome.output.contains("\nForked  Friday 22 July 2022, 12:00\n"))
    #expect(outcome.output.contains("\nIn the fork: Friday 22 July 2022, 12:00:00.000: handler "))
    #expect(outcome.output.contains("\nContact for contact\n---"))
    #expect(
      outcome.output.hasSuffix("\nwatchroom replay --from 12:00 --with more.json5 \(bench["a.ledger"])\n")
        || outcome.output.contains("\nwatchroom replay --from 12:00 --with more.json5 \\\n"))
    #expect(!outcome.output.contains("no clear difference"))
  }

  @Test func theLedgerOfAForkStandsForItself() throws {
    let fork = try json(
      replay("--from", "12:00", "--with", "more.json5", "--ledger", bench["b.ledger"], "--format", "json"))
    #expect(replay("--verify", ledger: "b.ledger").status == .done)
    let report = try json(bench.watchroom("report", bench["b.ledger"], "--format", "json"))
    let variants = try #require((fork["comparison"] as? [String: Any])?["variants"] as? [String: [String: Any]])
    #expect(report["digest"] as? String == variants["fork"]?["digest"] as? String)
    #expect((report["scenario"] as? [String: String]) == variants["fork"]?["scenario"] as? [String: String])
    // A fork of the fork, earlier and later than it.
    for time in ["10:00", "18:00"] {
      let again = replay("--from", time, "--ledger", bench["c.ledger"], ledger: "b.ledger")
      #expect(again.status == .done)
      // Until noon both plans would have done the same.
      #expect(again.output.contains("identical"))
      #expect(replay("--verify", ledger: "c.ledger").status == .done)
      #expect(replay("--at", "20:00", ledger: "c.ledger").status == .done)
    }
  }

  /// A fork of a fork, from before the first: both plans would act otherwise then.
  @Test func aForkOfAForkWithNoChangeIsTheSameRun() throws {
    _ = replay("--from", "18:00", "--with", "more.json5", "--ledger", bench["b.ledger"])
    let again = replay("--from", "13:00", "--ledger", bench["c.ledger"], ledger: "b.ledger")
    #expect(again.status == .done)
    #expect(again.output.contains("\nThe fork is identical to the original, to the end.\n"))
    #expect(try LedgerReader(path: bench["c.ledger"]).digest == LedgerReader(path: bench["b.ledger"]).digest)
    #expect(replay("--verify", ledger: "c.ledger").status == .done)
    let changed = replay("--from", "13:00", "--set", "attendance=0.99", ledger: "b.ledger")
    #expect(changed.status == .done)
    #expect(changed.output.contains("\nThe original is a fork itself: the plan that took over by "))
  }

  /// What happens is the same, but not what it is reckoned at.
  @Test func figuresOfOtherCostsAndTargetsAreShown() throws {
    for setting in ["teams.contact.costPerHour=50", "channels.999.target.within=\"1s\""] {
      let outcome = replay("--from", "12:00", "--set", setting)
      #expect(outcome.status == .done)
      #expect(outcome.output.contains("\nThe fork is identical to the original, to the end.\n"))
      #expect(outcome.output.contains("\nThe fork has other costs, premiums or targets: its figures of the "))
      #expect(outcome.output.contains("\nOriginal and fork\n---"))
      #expect(!outcome.output.contains("\nContact for contact\n"))
    }
    #expect(!replay("--from", "12:00").output.contains("other costs"))
    #expect(!replay("--from", "12:00").output.contains("\nOriginal and fork\n"))
  }

  @Test func whatIsWrongInALedgerIsBlamedOnTheChanges() {
    let outcome = replay("--from", "12:00", "--with", "away.json5", "--set", "attendance=0.9")
    #expect(outcome.status == .inputOrOutputFailed)
    let wrong = bench.watchroom(
      ["replay", bench["a.ledger"], "--from", "12:00", "--with", "away.json5"],
      others: ["away.json5": "{ channels: { \"999\": null, \"101\": { handling: { constant: 60 } } } }"])
    #expect(wrong.status == .inputFileWrong)
    #expect(
      wrong.errors.contains("\(bench["a.ledger"]) --with away.json5: error: teams.contact.answers"), "\(wrong.errors)")
    #expect(!wrong.errors.contains("/scenario:"))
  }

  // MARK: Clocks that change

  private func ledger(ofNightFrom start: String) -> Outcome {
    bench.watchroom(
      "run", "night.json5", "--start", start, "--days", "1", "--ledger", bench["b.ledger"], "--quiet")
  }

  @Test func theTwoHoursOfTheNightTheClocksGoBackAreToldApart() {
    #expect(ledger(ofNightFrom: "2022-10-29T12:00").status == .done)
    let first = replay("--at", "01:30", ledger: "b.ledger")
    #expect(first.output.contains("\nSunday 30 October 2022, 01:30:00.000 (UTC+01:00)\n"))
    #expect(
      first.errors
        == "--at 01:30: note: 01:30 comes twice, and the first is meant; "
        + "say 2022-10-30T01:30:00+00:00 for the second\n")
    #expect(replay("--at", "01:30", "--quiet", ledger: "b.ledger").errors == "")
    let second = replay("--at", "2022-10-30T01:30:00+00:00", ledger: "b.ledger")
    #expect(second.output.contains("\nSunday 30 October 2022, 01:30:00.000 (UTC+00:00)\n"))
    #expect(second.errors == "")
    #expect(replay("--from", "2022-10-30T01:30Z", ledger: "b.ledger").output.contains("01:30 (UTC+00:00)\n"))
    #expect(replay("--at", "02:30", ledger: "b.ledger").output.contains("\nSunday 30 October 2022, 02:30:00.000\n"))
  }

  @Test func aSpaceIsAsGoodAsALetter() {
    #expect(ledger(ofNightFrom: "2022-10-29T12:00").status == .done)
    let note =
      "--at 2022-10-30 01:30: note: 01:30 comes twice, and the first is meant; "
      + "say 2022-10-30T01:30:00+00:00 for the second\n"
    #expect(bench.watchroom(["replay", bench["b.ledger"], "--at", "2022-10-30 01:30"]).errors == note)
  }

  /// The run begins between the two: the time alone is the one in the run.
  @Test func theTimeThatComesTwiceMayBeInTheRunOnce() {
    #expect(ledger(ofNightFrom: "2022-10-30T01:45+01:00").status == .done)
    let second = replay("--at", "01:30", ledger: "b.ledger")
    #expect(second.output.contains("\nSunday 30 October 2022, 01:30:00.000 (UTC+00:00)\n"))
    #expect(
      second.errors
        == "--at 01:30: note: 01:30 comes twice, and the second is meant, as the first is before the run\n")
    let outside = replay("--at", "2022-10-30T01:15+01:00", ledger: "b.ledger")
    #expect(outside.status == .commandLineWrong)
    #expect(outside.errors.contains("goes from 2022-10-30T01:45:00+01:00 to 2022-10-31T01:45"), "\(outside.errors)")
  }

  @Test func anHourTheClocksSkipIsSaid() {
    #expect(ledger(ofNightFrom: "2022-03-26T12:00").status == .done)
    let outcome = replay("--at", "2022-03-27T01:30", ledger: "b.ledger")
    #expect(outcome.output.contains("\nSunday 27 March 2022, 02:30:00.000\n"))
    #expect(
      outcome.errors
        == "--at 2022-03-27T01:30: note: the clocks go forward and 01:30 does not come on 2022-03-27: 02:30 is meant\n")
  }

  // MARK: Any replication

  @Test func anyReplicationOfASeedCanBeKept() throws {
    let words = ["run", "response.json5", "--seed", "4", "--replication", "3"]
    let kept = bench.watchroom(words + ["--ledger", bench["b.ledger"]])
    #expect(kept.status == .done, "\(kept.errors)")
    #expect(kept.output.hasSuffix("\nwatchroom run --seed 4 --replication 3 response.json5\n"))
    #expect(bench.watchroom(words).output == kept.output)
    #expect(bench.watchroom("report", bench["b.ledger"]).output == kept.output)
    let reader = try LedgerReader(path: bench["b.ledger"])
    #expect(reader.header.replication == 2)
    // It says which it is, of itself and in a fork.
    #expect(kept.output.contains("\nReplication  3\n"))
    #expect(try json(bench.watchroom("report", bench["b.ledger"], "--format", "json"))["replication"] as? Int == 3)
    #expect(replay("--from", "12:00", ledger: "b.ledger").output.contains("\nReplication  3\n"))
    let fork = try json(replay("--from", "12:00", "--format", "json", ledger: "b.ledger"))
    #expect(fork["replication"] as? Int == 3)
    #expect(((fork["comparison"] as? [String: Any])?["base"] as? [String: Any])?["replication"] as? Int == 3)
    #expect(try json(replay("--from", "12:00", "--format", "json"))["replication"] as? Int == 1)
    #expect(!replay("--from", "12:00").output.contains("\nReplication "))
    #expect(try reader.digest != LedgerReader(path: bench["a.ledger"]).digest)
    #expect(replay("--verify", ledger: "b.ledger").status == .done)
    #expect(replay("--from", "12:00", ledger: "b.ledger").output.contains("identical"))
    // The third of three is what it is.
    let plan = Plan(try readScenario("response.json5", files: MemoryFiles(LedgerBench.files)).scenario)
    var digest = EventDigest()
    var simulation = Simulation(plan: plan, seed: 4, replication: 2)
    while simulation.advance({ digest.fold($0) }) {}
    #expect(reader.digest == digest)
    // The first is what is run without being asked for.
    #expect(
      bench.watchroom("run", "response.json5", "--seed", "4", "--replication", "1", "--format", "json").output
        .contains(try LedgerReader(path: bench["a.ledger"]).digest.hexadecimal))
  }

  @Test func theLedgerOfAForkCanBeResumed() throws {
    _ = replay("--from", "12:00", "--with", "more.json5", "--ledger", bench["b.ledger"])
    let header = try LedgerReader(path: bench["b.ledger"]).header
    // Cut short within the part that the original decided, and behind it.
    let shared = Int(try #require(header.origin).events)
    var events: [Event] = []
    var cursor = try LedgerReader(path: bench["b.ledger"]).cursor()
    while try cursor.advance({ block in
      for index in block.indices { events.append(block[index]) }
    }) {}
    for count in [0, shared / 2, shared, shared + 5] {
      var writer = try LedgerWriter(
        path: bench["c.ledger"], header: header, options: LedgerOptions(eventsInBlock: max(count, 1)))
      try writer.append(Array(events[..<count]).span)
      _ = consume writer
      let resumed = bench.watchroom("run", "--resume", bench["c.ledger"])
      #expect(resumed.status == .done, "\(resumed.errors)")
      #expect(
        try LedgerReader(path: bench["c.ledger"]).digest == LedgerReader(path: bench["b.ledger"]).digest, "\(count)")
    }
  }

  @Test(arguments: [
    (
      ["--with", "longer.json5"], WatchroomCommand.ExitStatus.inputFileWrong,
      "longer.json5:1:21: error: calendar.days: this simulates another time"
    ),
    (
      ["--set", "calendar.days=2"], .commandLineWrong,
      "--set calendar.days=2: error: calendar.days: this simulates another"
    ),
    (
      ["--with", "nights.json5"], .inputFileWrong,
      "nights.json5:2:19: error: teams: a fork cannot change which there are"
    ),
    (
      ["--with", "chats.json5"], .inputFileWrong,
      "chats.json5:1:36: error: teams.contact.concurrency: a fork cannot change"
    ),
    // Whichever it is, not the last or the first of them.
    (
      ["--with", "more.json5", "--set", "calendar.days=2"], .commandLineWrong,
      "--set calendar.days=2: error: calendar.days: this simulates another"
    ),
    (
      ["--with", "longer.json5", "--with", "more.json5", "--set", "attendance=0.9"], .inputFileWrong,
      "longer.json5:1:21: error: calendar.days: this simulates another"
    ),
    (
      ["--with", "more.json5", "--set", "channels.999.kind=chat", "--set", "attendance=0.9"], .commandLineWrong,
      "--set channels.999.kind=chat: error: channels.999.kind: a fork cannot change this in the middle of a run"
    ),
    (
      ["--set", "channels.999.concurrent=true"], .commandLineWrong,
      "error: channels.999.concurrent: a fork cannot change this in the middle of a run"
    ),
    (["--set", "response=null", "--set", "channels.999.outcomes=null"], .commandLineWrong, "error: response: a fork"),
    (["--with", "missing.json5"], .inputOrOutputFailed, "missing.json5: error: there is no file missing.json5"),
    (["--set", "attendance=2"], .commandLineWrong, "--set attendance=2: error: attendance: "),
    (["--with", "broken.json5"], .inputFileWrong, "broken.json5:3:3: error: colour: there is no key “colour”"),
  ])
  func plansThatCannotTakeOverAreRefused(options: [String], status: WatchroomCommand.ExitStatus, message: String) {
    let outcome = bench.watchroom(["replay", bench["a.ledger"], "--from", "12:00"] + options)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  /// A drain may be made shorter, but not so short that the fork is over before it begins.
  @Test func aForkBeginsBeforeItEnds() {
    #expect(
      bench.watchroom("run", "night.json5", "--set", "calendar.drain=2h", "--ledger", bench["b.ledger"]).status == .done
    )
    // An hour after the measured day.
    let time = "2022-07-23T08:00"
    for (drain, status) in [("30m", WatchroomCommand.ExitStatus.commandLineWrong), ("1h", .done), ("2h", .done)] {
      let outcome = replay("--from", time, "--set", "calendar.drain=\(drain)", ledger: "b.ledger")
      #expect(outcome.status == status, "\(outcome.errors)")
      guard status != .done else { continue }
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("--from: “\(time)” is later than the end of the fork, "), "\(outcome.errors)")
      #expect(outcome.errors.contains(" — name an earlier time, or a longer calendar.drain (see "))
    }
    #expect(replay("--from", time, ledger: "b.ledger").status == .done)
  }

  @Test func aForkDoesNotReplaceItsOriginal() throws {
    let before = try bench.bytes("a.ledger")
    let outcome = replay("--from", "12:00", "--ledger", bench["a.ledger"])
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.contains("has another part in this command — name another file"))
    #expect(try bench.bytes("a.ledger") == before)
    let nowhere = replay("--from", "12:00", "--ledger", bench["nowhere/b.ledger"])
    #expect(nowhere.status == .inputOrOutputFailed)
    try bench.write(before.dropLast(10), "b.ledger.part")
    #expect(replay("--from", "12:00", ledger: "b.ledger.part").status == .inputFileWrong)
  }

  // MARK: Looking

  @Test func theWorldAtATimeIsPrinted() throws {
    let outcome = replay("--at", "21:14")
    #expect(outcome.status == .done)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("A small night\n===="))
    #expect(outcome.output.contains("\nFriday 22 July 2022, 21:14:00.000\n"))
    #expect(outcome.output.contains("\n999, priority 0: "))
    #expect(outcome.output.contains("\ncontact: 2 on duty, "))
    #expect(outcome.output.contains("\nP1: "))
    #expect(outcome.output.contains("\nPark Lane: "))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  /// A chat left for an emergency call is in nobody's way, but it has not ended either.
  @Test func whatIsLeftForMorePressingWorkIsShown() throws {
    let files = [
      "left.json5": """
      {
        name: "left", calendar: { start: "2022-03-07T00:00", days: 1 },
        channels: {
          "999": { arrivals: { trace: "999.csv" }, handling: { constant: "5m" }, preempts: ["chat"] },
          chat: { kind: "chat", arrivals: { trace: "chat.csv" }, handling: { constant: "20m" } },
        },
        teams: { desk: { answers: ["999", "chat"], staff: { all: 1 } } },
        shifts: { all: { start: "00:00", length: "24h" } },
      }
      """,
      "999.csv": "time\n2022-03-07T00:15:00\n", "chat.csv": "time\n2022-03-07T00:10:00\n",
    ]
    let kept = bench.watchroom(["run", "left.json5", "--ledger", bench["left.ledger"]], others: files)
    #expect(kept.status == .done, "\(kept.errors)")
    let look = ["replay", bench["left.ledger"], "--at", "00:17"]
    let text = bench.watchroom(look)
    #expect(text.output.contains("busy   contact 1 (999), 2:00"), "\(text.output)")
    #expect(text.output.contains("contact 0 (chat), left for 2:00"), "\(text.output)")
    let document = try json(bench.watchroom(look + ["--format", "json"]))
    let contacts = try #require(document["otherContacts"] as? [[String: Any]])
    #expect(contacts.map { $0["state"] as? String } == ["left", "handled"])
    let handlers = try #require(document["handlers"] as? [[String: Any]])
    #expect(handlers.map { $0["contacts"] as? [Int] } == [[1]] && handlers.map { $0["left"] as? [Int] } == [[0]])
  }

  @Test func theWorldIsTheSameForPrograms() throws {
    let document = try json(replay("--at", "2022-07-22T21:14", "--format", "json"))
    #expect(document["schema"] as? String == "watchroom/world/1")
    #expect(document["time"] as? String == "2022-07-22T21:14:00+01:00")
    #expect((document["handlers"] as? [[String: Any]])?.count == 2)
    let queues = try #require(document["queues"] as? [String: [String: Any]])
    let waiting = try #require(queues["999"]?["waiting"] as? [[String: Any]])
    let text = replay("--at", "21:14").output
    #expect(text.contains("\(waiting.count) waiting, "))
    let incidents = try #require(document["incidents"] as? [[String: Any]])
    #expect(text.contains("\n\(incidents.count) incidents open; "))
    #expect(!incidents.isEmpty)
  }

  @Test func aSnapshotOnlySavesTime() throws {
    let reader = try LedgerReader(path: bench["a.ledger"])
    var header = reader.header
    let opened = try Watchroom.readScenario("response.json5", files: MemoryFiles(LedgerBench.files))
    let plan = Plan(opened.scenario)
    for (name, engine) in [
      ("good.ledger", Engine.name), ("old.ledger", "watchroom 0.0.1"), ("bad.ledger", Engine.name),
    ] {
      header.engine = engine
      var writer = try LedgerWriter(path: bench[name], header: header)
      var simulation = Simulation(plan: plan, seed: 4, replication: 0)
      var cursor = reader.cursor()
      var failure: LedgerError?
      while try cursor.advance({ events in
        let half = events.extracting(0..<events.count / 2)
        simulation.follow(half)
        do throws(LedgerError) {
          try writer.append(half)
          let bytes = name == "bad.ledger" ? [1, 2, 3] : simulation.snapshot()
          try writer.appendSnapshot(bytes, at: half[half.count - 1].time)
          let rest = events.extracting(half.count..<events.count)
          simulation.follow(rest)
          try writer.append(rest)
        } catch { failure = error }
      }) {}
      #expect(failure == nil)
      try writer.finish()
      for time in ["09:00", "21:14"] {
        #expect(replay("--at", time, ledger: name).output == replay("--at", time).output)
      }
      #expect(replay("--verify", "-q", ledger: name).status == .done)
    }
  }

  @Test func aTimeNotReachedIsSaid() throws {
    _ = bench.watchroom("run", "spring.json5", "--ledger", bench["c.ledger"])
    try bench.write(try bench.bytes("c.ledger").dropLast(3_000), "b.ledger.part")
    #expect(replay("--at", "2022-07-23T12:00", ledger: "b.ledger.part").status == .done)
    let late = replay("--at", "2022-09-20T06:00", ledger: "b.ledger.part")
    #expect(late.status == .inputFileWrong)
    #expect(late.errors.contains("the run was cut short before that time — ask for an earlier one, or go on with “"))
  }

  // MARK: The command line

  @Test(arguments: [
    ([], "say what to do with the run: --at TIME, --verify, or --from TIME"),
    (["--at", "21:14", "--verify"], "--at and --verify are two things — ask for one at a time"),
    (["--verify", "--from", "21:14"], "--verify and --from are two things — ask for one at a time"),
    (["--verify", "--with", "more.json5"], "--with is for a fork — add --from TIME, or leave it out"),
    (["--at", "21:14", "--ledger", "x"], "--ledger is for a fork — add --from TIME, or leave it out"),
    (
      ["--at", "noon"],
      "--at: “noon” is not a time, such as 2022-07-22T21:14 or, with an offset from UTC, 2022-07-22T21:14Z"
    ),
    (
      ["--at", "01:30Z"],
      "--at: “01:30Z” has an offset from UTC but no date — say both, such as 2022-07-22T21:14Z"
    ),
    (
      ["--from", "01:30+01:00"],
      "--from: “01:30+01:00” has an offset from UTC but no date — say both, such as 2022-07-22T21:14Z"
    ),
    (["--at", "25:00"], "--at: “25:00” is not a time of day, such as 21:14"),
    (
      ["--from", "2022-07-23T07:01"],
      "--from: “2022-07-23T07:01” is outside the run, which goes from 2022-07-22T07:00 to 2022-07-23T07:00"
    ),
    (
      ["--at", "2022-07-22T06:59"],
      "--at: “2022-07-22T06:59” is outside the run, which goes from 2022-07-22T07:00 to 2022-07-23T07:00"
    ),
  ])
  func optionsThatMakeNoSenseAreSaid(options: [String], message: String) {
    let outcome = bench.watchroom(["replay", bench["a.ledger"]] + options)
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors == "watchroom: error: \(message) (see “watchroom replay --help”)\n")
  }

  @Test func aClockTimeOfManyDaysNeedsADate() {
    _ = bench.watchroom("run", "spring.json5", "--ledger", bench["b.ledger"])
    let outcome = replay("--at", "19:00", ledger: "b.ledger")
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.contains("“19:00” comes on each of 60 days — say which, such as 2022-07-22T19:00"))
    #expect(replay("--at", "2022-08-01T19:00", ledger: "b.ledger").status == .done)
    for none in ["25:00", "12:60", "12:30:60"] {
      let outcome = replay("--at", none, ledger: "b.ledger")
      #expect(outcome.status == .commandLineWrong)
      #expect(outcome.errors.contains("--at: “\(none)” is not a time of day, such as 21:14 (see"))
    }
  }
}
