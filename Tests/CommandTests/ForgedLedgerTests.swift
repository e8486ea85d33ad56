import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// Ledgers whose bytes and checksums are right, and whose events are not: somebody made them up.
@Suite struct ForgedLedgerTests {
  private let bench: LedgerBench
  private let header: LedgerHeader
  private let events: [Event]

  init() throws {
    bench = try LedgerBench()
    let outcome = bench.watchroom("run", "response.json5", "--seed", "4", "--ledger", bench["true.ledger"])
    try #require(outcome.status == .done, "\(outcome.errors)")
    let reader = try LedgerReader(path: bench["true.ledger"])
    header = reader.header
    var events: [Event] = []
    try reader.forEachBlock { block in for index in block.indices { events.append(block[index]) } }
    self.events = events
  }

  /// Writes a ledger of other events.
  private func forge(_ name: String, isFinished: Bool = true, _ change: (inout [Event]) -> Void) throws {
    var events = events
    change(&events)
    var writer = try LedgerWriter(
      path: bench[name], header: header, options: LedgerOptions(eventsInBlock: 256, blocksBetweenSyncs: 4))
    try writer.append(events.span)
    if isFinished { try writer.finish() } else { try writer.leave() }
  }

  /// Writes a ledger of the same events that says another thing of where they came from.
  private func forge(_ name: String, scenario: String? = nil, command: [String]? = nil) throws {
    var forged = header
    if let scenario { forged.scenario = scenario }
    if let command { forged.command = command }
    var writer = try LedgerWriter(path: bench[name], header: forged)
    try writer.append(events.span)
    try writer.finish()
  }

  @Test func aLedgerMakesNobodyOpenFilesOfTheirOwn() throws {
    let own = ["/home/own.json5": "{ password: 'secret' }", "/home/own.csv": "password\n"]
    let scenarios = [
      "/home/own.json5": "{ extends: '/home/own.json5' }",
      "/home/own.csv": """
      { calendar: { start: "2022-07-22T00:00", days: 1 },
        channels: { "101": { arrivals: { perYear: 200000 }, handling: { exponential: { mean: "5m" } },
          patience: { exponential: { mean: "5m" } } } },
        teams: { a: { answers: ["101"], staff: { csv: "/home/own.csv" } } } }
      """,
    ]
    for (file, scenario) in scenarios {
      try forge("a.ledger", scenario: scenario)
      for arguments in [
        ["report", bench["a.ledger"]], ["replay", bench["a.ledger"], "--verify"],
        ["replay", bench["a.ledger"], "--from", "2022-07-23T06:00", "--with", "more.json5"],
        ["export", bench["a.ledger"], "--to", "ndjson"],
      ] {
        let outcome = bench.watchroom(arguments, others: own)
        #expect(outcome.status == .inputOrOutputFailed || outcome.status == .inputFileWrong, "\(arguments)")
        #expect(outcome.errors.contains("there is no file \(file)"), "\(arguments): \(outcome.errors)")
        #expect(!outcome.errors.contains("password"), "\(arguments): \(outcome.errors)")
      }
    }
  }

  @Test func aLedgerMakesNobodyTypeAnotherProgramsCommand() throws {
    try forge("a.ledger", command: ["rm", "-rf", "/home/you"])
    let outcome = bench.watchroom("report", bench["a.ledger"], "--report", bench["a.html"])
    #expect(outcome.status == .done, "\(outcome.errors)")
    #expect(outcome.output.contains("watchroom report \(bench["a.ledger"])"))
    let page = try String(contentsOfFile: bench["a.html"], encoding: .utf8)
    #expect(!outcome.output.contains("rm -rf") && !page.contains("rm -rf"))
  }

  private var answer: Int { events.indices.first { $0 > 100 && events[$0].kind == .contactAnswered } ?? 0 }

  /// By a handler who is not there.
  private func impossible(_ event: Event) -> Event {
    Event(word0: event.word0, word1: event.word1, word2: event.word2 | 0xFFF0)
  }

  @Test func whatCannotHaveHappenedIsNamed() throws {
    let place = answer
    try forge("a.ledger") { $0[place] = impossible($0[place]) }
    let expected =
      "event \(place) (block \(place / 256) at byte \(try LedgerReader(path: bench["a.ledger"]).blocks[place / 256].offset)) "
      + "cannot have happened: contactAnswered, "
    for arguments in [
      ["replay", bench["a.ledger"], "--at", "2022-07-23T06:59"],
      ["replay", bench["a.ledger"], "--from", "2022-07-23T06:00", "--with", "more.json5"],
      ["replay", bench["a.ledger"], "--from", "2022-07-23T06:00", "--ledger", bench["fork.ledger"]],
      ["report", bench["a.ledger"], "--report", bench["a.html"]],
    ] {
      let outcome = bench.watchroom(arguments)
      #expect(outcome.status == .inputFileWrong, "\(arguments)")
      #expect(outcome.errors.contains(expected), "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains("the file is whole, so no run wrote it as it is: run its scenario again"))
    }
    #expect(try bench.folder.names == ["a.ledger", "true.ledger"])
  }

  @Test func aRunIsNotGoneOnWithFromWhatCannotHaveHappened() throws {
    let place = answer
    try forge("a.ledger", isFinished: false) { events in
      events[place] = impossible(events[place])
      events.removeLast(100)
    }
    let before = try bench.bytes("a.ledger.part")
    let outcome = bench.watchroom("run", "--resume", bench["a.ledger"])
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("event \(place) "), "\(outcome.errors)")
    #expect(try bench.bytes("a.ledger.part") == before)
  }

  /// Whatever is forged, every way of reading ends with an answer or an error.
  @Test(arguments: 0..<5)
  func noForgeryDoesHarm(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for round in 0..<8 {
      let name = "\(round).ledger"
      try forge(name, isFinished: round % 4 != 3) { events in
        for _ in 0...random.below(6) { random.forge(&events) }
        if round % 4 == 3 { events.removeLast(random.below(events.count)) }
      }
      let path = bench[name]
      let hour = 7 + random.below(16)
      let arguments =
        switch round % 4 {
        case 0: ["replay", path, "--at", "2022-07-22T\(hour < 10 ? "0" : "")\(hour):00"]
        case 1: ["replay", path, "--from", "2022-07-22T\(hour < 10 ? "0" : "")\(hour):00", "--with", "more.json5"]
        case 2: ["report", path, "--report", bench["\(round).html"], "--quiet"]
        default: ["run", "--resume", path]
        }
      let outcome = bench.watchroom(arguments)
      #expect([.done, .inputFileWrong].contains(outcome.status), "\(arguments): \(outcome.errors)")
      if round % 4 == 0 {
        let exported = bench.watchroom("export", path, "--to", "csv", "--output", bench["csv"], "--quiet")
        #expect(exported.status == .done, "\(exported.errors)")
      }
    }
  }
}

/// A small repeatable generator.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }

  /// Changes, leaves out, repeats or swaps one of `events`.
  mutating func forge(_ events: inout [Event]) {
    guard !events.isEmpty else { return }
    let place = below(events.count)
    let event = events[place]
    let bit = UInt64(1) << UInt64(below(64))
    switch below(7) {
    case 0: events.remove(at: place)
    case 1: events.insert(event, at: place)
    case 2: events.swapAt(place, min(place + 1 + below(5), events.count - 1))
    case 3: events[place] = Event(word0: event.word0, word1: event.word1 ^ bit, word2: event.word2)
    case 4: events[place] = Event(word0: event.word0, word1: event.word1, word2: event.word2 ^ bit)
    case 5: events[place] = Event(word0: event.word0 ^ bit, word1: event.word1, word2: event.word2)
    default: events.insert(events[below(events.count)], at: place)
    }
  }
}
