import ContactCentre
import DiscreteEvents
import Ledger
import Reading
import Testing

@testable import ScenarioFile

private let fromLedger = "{ ledger: 'night.ledger' }"
private let path = "channels.999.arrivals.ledger"

/// Ledgers that arrivals cannot, or can only partly, be taken from.
@Suite("Malformed ledgers")
struct MalformedLedgerTests {
  private let bytes: [UInt8]
  private let text = RecordedFixture.night(fromLedger)

  private static let made = Result { try RecordedFixture.ledger(RecordedFixture.night()).bytes }

  init() throws { bytes = try Self.made.get() }

  @Test func filesThatAreNoLedgers() {
    let missing = RecordedFixture.night("{ ledger: 'nights.ledger' }")
    #expect(
      RecordedFixture.problems(missing, bytes) == [
        "s.json5:3:34: error: \(path): there is no file nights.ledger — "
          + "name a file that exists; a name inside a file is relative to that file"
      ])
    #expect(
      RecordedFixture.problems(text, Array("time,handling\n2022-07-22T07:00,60\n".utf8)) == [
        "night.ledger: error: \(path): this is not a ledger — name a file that `watchroom run --ledger` wrote"
      ])
    #expect(
      RecordedFixture.problems(text, Array(bytes.prefix(100))) == [
        "night.ledger: error: \(path): the file ends inside its header, so it holds no events — run the scenario again"
      ])
  }

  @Test func damageIsToldOnceAndWhereItIs() throws {
    let reader = try LedgerReader(path: "a", storage: MemoryLedgers(["a": bytes]))
    let block = reader.blocks[2]
    var damaged = bytes
    damaged[Int(block.offset) + 200] ^= 1
    let problems = RecordedFixture.problems(RecordedFixture.night(fromLedger, fromLedger), damaged)
    #expect(problems.count == 1)
    #expect(
      problems[0].hasPrefix(
        "night.ledger: error: \(path): block 2 at byte \(block.offset) is damaged: its bytes do not match their checksum; "
          + "256 events are lost with it"), "\(problems)")
    #expect(problems[0].hasSuffix(" — take another copy of the file, or run its scenario again"))
  }

  /// Rows are found by their numbers, which rise in every run.
  @Test func numbersThatComeTwiceAreImpossible() throws {
    let header = try LedgerReader(path: "a", storage: MemoryLedgers(["a": bytes])).header
    let ledger = try RecordedFixture.written(
      [4, 5, 5].map { .contactArrived(at: 60_000, contact: $0, channel: 0, cell: 0, index: 0) }, header)
    let problems = RecordedFixture.problems(RecordedFixture.night(fromLedger, fromLedger), ledger)
    #expect(problems.count == 1)
    #expect(
      problems[0].hasPrefix("night.ledger: error: \(path): event 2 (block ")
        && problems[0].contains("comes with number 5, and number 5 has come before"), "\(problems)")
    // Those of another channel have numbers in between.
    let others = try RecordedFixture.written(
      [(1, 0), (2, 1), (4, 0)].map { .contactArrived(at: 60_000, contact: $0, channel: $1, cell: 0, index: 0) }, header)
    #expect(try RecordedFixture.read(text, others).rows("999").count == 2)
  }

  @Test func oneThatTellsOfTooManyIsNotTaken() throws {
    let reader = try LedgerReader(path: "a", storage: MemoryLedgers(["a": bytes]))
    let scenario = try RecordedFixture.read(RecordedFixture.night(), bytes).scenario
    let night = RecordedNight(
      file: NamedFile(path: "a", bytes: bytes), reader: reader, scenario: scenario, origin: 0, end: .day)
    let events = RecordedFixture.events(scenario)
    let count = events.count { $0.kind == .contactArrived && $0.resource == 0 }
    for limit in [count, count - 1] {
      var rows = RecordedRows(of: night, source: 0, isLog: false, limit: limit)
      try rows.take(events.span)
      #expect(rows.rows.count == limit)
      #expect(rows.areTooMany == (limit < count))
    }
  }

  @Test func noFlippedBitIsTaken() {
    for place in stride(from: 0, to: bytes.count, by: bytes.count / 20) {
      var damaged = bytes
      damaged[place] ^= 16
      #expect(throws: ScenarioError.self, "byte \(place)") { try RecordedFixture.read(text, damaged) }
    }
  }

  @Test func anUnfinishedOneIsAPrefix() throws {
    let (part, events) = try RecordedFixture.ledger(RecordedFixture.night(), isFinished: false)
    let read = try RecordedFixture.read(text, part)
    let known = events.prefix(events.count / 256 * 256)
    #expect(read.rows("999").count == known.count { $0.kind == .contactArrived && $0.resource == 0 })
    #expect(
      read.warnings.map(\.description) == [
        "night.ledger: warning: \(path): the run of this ledger did not come to its end, and nobody who came after it "
          + "broke off is known — let it be resumed first, or simulate no longer than it goes"
      ])
  }

  @Test(arguments: [
    (
      "{ ledger: 'night.ledger', channel: '998' }",
      "s.json5:3:59: error: channels.999.arrivals.channel: the ledger has no channel “998” — did you mean “999”?"
    ),
    (
      "{ ledger: 'night.ledger', channel: '' }",
      "s.json5:3:59: error: channels.999.arrivals.channel: this text is empty — write a name"
    ),
    (
      "{ ledger: 5 }",
      "s.json5:3:34: error: channels.999.arrivals.ledger: this is a number — write text in quotation marks"
    ),
    (
      "{ channel: '999' }",
      "s.json5:3:24: error: channels.999.arrivals.ledger: an arrivals needs “ledger” — add ledger: \"…\""
    ),
    (
      "{ trace: 'a.csv', ledger: 'night.ledger' }",
      "s.json5:3:42: error: channels.999.arrivals.ledger: “ledger” and “trace” exclude each other — keep one of the two"
    ),
  ])
  func slips(_ arrivals: String, _ report: String) {
    let problems = RecordedFixture.problems(RecordedFixture.night(arrivals), bytes)
    #expect(problems.contains { $0.hasPrefix(report) }, "\(problems)")
  }

  @Test func aNameThatIsNotInTheLedger() {
    let renamed = text.replacing("\"101\"", with: "\"web\"").replacing("{ perYear: 150000 }", with: fromLedger)
    #expect(
      RecordedFixture.problems(renamed, bytes) == [
        "s.json5:6:34: error: channels.web.arrivals.ledger: the ledger has no channel “web” — "
          + "name another as “channel”: the channels are 999, 101"
      ])
    let logs = ResponseFixture.scenario.replacing("{ trace: \"partners.csv\" }", with: fromLedger)
    var files = ResponseFixture.files.mapValues { Array($0.utf8) }
    (files["s.json5"], files["night.ledger"]) = (Array(logs.utf8), bytes)
    let error = #expect(throws: ScenarioError.self) {
      try ScenarioReader.read(path: "s.json5", files: MemoryFiles(bytes: files))
    }
    #expect(
      error?.problems.map { "\($0.path): \($0.message) — \($0.remedy)" } == [
        "response.logs.partners.arrivals.ledger: the ledger has no log “partners” — there are no logs"
      ])
  }

  @Test func whatCannotBeTakenIsSaid() throws {
    let later = text.replacing("2022-07-22T19:00", with: "2023-01-01")
    let all = try RecordedFixture.read(text, bytes).rows("999").count
    #expect(
      RecordedFixture.problems(later, bytes) == [
        "night.ledger: warning: \(path): \(all) of \(all) contacts lie outside the simulated time and are left out — "
          + "set calendar.start and calendar.days to the time that was recorded"
      ])
    let silent = try RecordedFixture.ledger(RecordedFixture.night("{ perYear: 0 }")).bytes
    #expect(
      RecordedFixture.problems(text, silent) == [
        "night.ledger: warning: \(path): this ledger has no contacts of it — take arrivals from a longer run, or give perYear"
      ])
    let read = try RecordedFixture.read(RecordedFixture.night(fromLedger, outcomes: "P1: { share: 0.2 }"), bytes)
    let known = try RecordedFixture.read(text, bytes).rows("999")
    let lost = known.count { $0.outcome == "resolved" }
    #expect(
      read.warnings.map(\.description) == [
        "night.ledger: warning: \(path): \(lost) contacts have an outcome the channel has not, the first “resolved”; "
          + "theirs are drawn — the outcomes of the channel are P1"
      ])
    #expect(read.rows("999").map(\.outcome) == known.map { $0.outcome == "resolved" ? nil : $0.outcome })
  }

  /// From where the ledger ends nobody would come, which is hardly meant. Said once, however many channels take it.
  @Test func aRunThatGoesOnWhereItEndsIsWarnedOf() throws {
    let longer = RecordedFixture.night(fromLedger, fromLedger, calendar: "days: 3")
    #expect(
      RecordedFixture.problems(longer, bytes) == [
        "night.ledger: warning: \(path): the run of this ledger ends 2d before this one, and nobody arrives after that — "
          + "set calendar.days to the time that was recorded, or record as many days"
      ])
    #expect(try RecordedFixture.read(longer, bytes).rows("999").count > 150)
    let soon = RecordedFixture.problems(text.replacing("T19:00", with: "T19:00:01"), bytes)
    #expect(soon.contains { $0.contains("the run of this ledger ends 1s before this one") }, "\(soon)")
    let long = try RecordedFixture.ledger(RecordedFixture.night(calendar: "days: 3")).bytes
    #expect(RecordedFixture.problems(longer, long) == [])
  }

  @Test func aScenarioInItThatCannotBeRead() throws {
    let header = LedgerHeader(engine: "watchroom 9", seed: 1, replication: 0, scenario: "{ channels: {} }")
    let problems = RecordedFixture.problems(text, try RecordedFixture.written([], header))
    #expect(
      problems == [
        "night.ledger: error: \(path): its scenario cannot be read: calendar: a scenario needs “calendar” — "
          + "use the version that wrote it, watchroom 9"
      ])
  }

  @Test func ledgersOfLedgersHaveAnEnd() throws {
    func nested(_ depth: Int) throws -> [UInt8] {
      let header: LedgerHeader
      if depth == 0 {
        header = LedgerHeader(engine: "test", seed: 1, replication: 0, scenario: RecordedFixture.night())
      } else {
        header = LedgerHeader(
          engine: "test", seed: 1, replication: 0, scenario: text,
          files: [LedgerHeader.File(path: "night.ledger", bytes: try nested(depth - 1))])
      }
      return try RecordedFixture.written([], header)
    }
    #expect(throws: Never.self) { try RecordedFixture.read(text, nested(7)) }
    let problems = RecordedFixture.problems(text, try nested(8))
    #expect(problems.count == 1 && problems[0].contains("more than 8 ledgers took their arrivals"), "\(problems)")
  }
}
