import Foundation
import Testing
import Watchroom

@testable import Export
@testable import Writing

@Suite struct ExportTests {
  /// Other tools go by these words.
  @Test func kindsAreCalledWhatTheyAlwaysWere() {
    #expect(
      ExportKind.all.map(\.name) == [
        "contact arrived", "contact redialled", "front stage entered", "front passed", "contact contained",
        "contact diverted", "contact queued", "contact answered", "handling ended", "wrap up ended",
        "contact abandoned", "redial scheduled", "contact rang again", "follow up scheduled", "contact followed up",
        "incident logged", "incident opened", "incident assessed", "appointment made", "appointment came",
        "incident regraded", "incident closed", "contact transferred", "work resumed", "contact overflowed",
        "surge began", "surge ended", "handler signed on", "handler absent", "handler late", "handler finishing up",
        "handler went on break", "handler returned", "handler signed off", "break postponed", "unit signed on",
        "unit assigned", "unit diverted", "assignment ended", "unit mobile",
        "unit at scene", "unit went to custody", "unit began paperwork", "unit cleared", "unit stood down",
        "unit went on break", "unit returned", "unit signed off",
      ])
  }

  @Test func columnsAreCalledWhatTheyAlwaysWere() throws {
    let header = try #require(cells(try Exported(plan: Exported.fixture().plan, events: []).csv().events).first)
    #expect(
      header == [
        "sequence", "time", "ms", "kind", "contact", "channel", "cell", "index", "redialOf", "attempt", "stage",
        "handler", "duty", "team", "outcome", "incident", "log", "grade", "latitude", "longitude", "wanted", "end",
        "unit", "unitDuty", "hub", "officers", "overtime", "role", "suite", "divertedFrom", "shift", "turn", "lasts",
        "patience", "handling", "wrapUp", "opensAfter", "after", "endsAfter", "regradedAfter", "ringsAfter", "journey",
        "mobilisation", "willRedial", "forBreak", "follows", "item", "callback", "interrupts", "interruption", "warm",
        "briefing", "survey", "surge", "reached", "option", "callerGroup", "callerNumber", "slower", "late",
        "closed",
      ])
  }

  @Test func theCommittedLedgerComesOutAsItAlwaysDid() throws {
    // The first hours are enough to compare, and all of it takes seconds in a debug build.
    let all = try Exported.fixture()
    let fixture = Exported(plan: all.plan, events: Array(all.events.prefix(5_000)))
    let csv = try fixture.csv()
    #expect(
      csv.contacts.hasPrefix(
        """
        contact,channel,callerChannel,callerCell,callerIndex,caller,redialOf,attempt,rangAbout,offered,offeredMs,divertedTo,\
        diverted,divertedMs,front.999.operator,front.101.ivr,queued,answered,contained,abandoned,handled,wrappedUp,patience,\
        wait,handling,wrapUp,handler,duty,team,outcome,end,incident,follows,transferredFrom,callback,survey,interrupted
        1,101,101,5528232,2,,,0,,2022-07-22T07:01:02.756+01:00,62756,,,,,25.696,,2022-07-22T07:01:28.452+01:00,,,\
        2022-07-22T07:03:18.569+01:00,2022-07-22T07:03:46.536+01:00,,0,110.117,27.967,6,6,contact,other,handled,,,,,,
        5,101,101,5528232,3,,,0,,2022-07-22T07:02:31.988+01:00,151988,,,,,55.257,,2022-07-22T07:03:27.245+01:00,,,\
        2022-07-22T07:05:07.018+01:00,2022-07-22T07:05:36.625+01:00,,0,99.773,29.607,8,9,contact,record,handled,,,,,,

        """))
    #expect(
      csv.events.split(separator: "\n").dropFirst().first
        == "0,2022-07-22T07:00:00.000+01:00,0,handler signed on,,,,,,,,0,0,emergency,,,,,,,,,,,,,,,,,earlies,0,28800,,,,,,,,,,,,,,,,,,,,,,,,,,,,"
    )
    let offered = fixture.events.count { $0.kind == .contactArrived || $0.kind == .contactRedialled }
    #expect(rows(csv.contacts).count == offered)
    #expect(rows(csv.contacts).count { $0["abandoned"] != "" } == fixture.events.count { $0.kind == .contactAbandoned })
    #expect(rows(csv.incidents).isEmpty)
  }

  @Test func momentsAreThoseOfTheClocks() {
    let london = ZoneRules(
      name: "Europe/London", initialOffset: 0,
      transitions: [.init(instant: 1_648_342_800_000, offset: .hour), .init(instant: 1_667_091_600_000, offset: 0)])
    let west = ZoneRules(name: "Newfoundland", initialOffset: -12_600_000)
    for (start, zone) in [(Milliseconds(1_648_252_800_000), london), (1_667_000_000_000, london), (-90_000_000, west)] {
      let plan = Plan(Scenario(name: "n", calendar: ScenarioCalendar(start: start, zone: zone), channels: []))
      var clock = ExportClock(plan)
      // Forth, and back, as rows do that tell of what was long ago.
      let times = stride(from: Milliseconds(0), to: 3 * .day, by: 1_234_567).map(\.self)
      for time in times + times.reversed() {
        var bytes: [UInt8] = []
        clock.write(time, to: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        let expected = LocalTime(start + time, in: zone).iso8601
        #expect((text == expected) || text.replacing(".000", with: "") == expected, "\(time)")
        #expect(text.count == 29)
      }
    }
  }

  @Test func numbersAreExact() throws {
    let plan = Plan(Scenario(name: "n", calendar: ScenarioCalendar(start: 0), channels: []))
    func text(_ value: ExportValue) throws -> String {
      let pieces = Pieces()
      var text = ExportText(ExportNames(plan) { $0 }, clock: ExportClock(plan), sink: pieces.sink)
      text.append(value)
      try text.handOver()
      return pieces.text
    }
    #expect(try text(.integer(.min)) == "-9223372036854775808")
    #expect(try text(.integer(0)) == "0")
    #expect(try text(.seconds(0)) == "0" && text(.seconds(1)) == "0.001" && text(.seconds(61_050)) == "61.05")
    #expect(try text(.seconds(-1_500)) == "-1.5")
    #expect(try text(.degrees(-1)) == "-0.0000001" && text(.degrees(.min)) == "-214.7483648")
    #expect(try text(.degrees(520_000_000)) == "52")
  }

  /// An intact ledger of a later version may hold kinds and numbers that are not known here.
  @Test func whatIsNotKnownIsWrittenAsANumber() throws {
    let town = try Exported.town()
    let events: [Event] = [
      Event(word0: 1_000 << 16 | 200 << 8, word1: 0, word2: 0),
      .contactArrived(at: 2_000, contact: 0, channel: 99, cell: 0, index: 0),
      .contactAnswered(at: 3_000, contact: 0, handler: 3, work: 1),
      .handlingEnded(at: 4_000, contact: 0, handler: 3, wrapUp: 0, outcome: 77),
    ]
    let export = Exported(plan: town.plan, events: events)
    let csv = try export.csv()
    #expect(rows(csv.events)[0].filter { $0.value != "" }.count == 4)
    #expect(rows(csv.events)[0]["kind"] == "event 200")
    #expect(rows(csv.contacts)[0]["channel"] == "99" && rows(csv.contacts)[0]["outcome"] == "77")
    #expect(try export.ndjson().contains(#""channel":99"#))
    // It has no type there.
    #expect(try OCELLog(json: export.ocel(.json)).events.keys.sorted() == ["event:1", "event:2", "event:3"])
  }

  @Test(arguments: 0..<8)
  func whateverTheEventsAreTheFormatsHold(seed: UInt64) throws {
    var stream = RandomKey(seed: seed).stream(0)
    let kinds = EventKind.allCases
    let events = (0..<200).map { _ -> Event in
      let kind = kinds[Int(stream.next(below: UInt64(kinds.count)))].rawValue
      func small() -> UInt64 { stream.next() >> (stream.next(below: 4) == 0 ? 0 : 60) }
      return Event(
        word0: small() << 16 | UInt64(kind) << 8 | small() & 255, word1: small() << 32 | small() & 0xFFFF_FFFF,
        word2: small() << 32 | (small() & 0xFFFF) << 16 | small() & 0xFFFF)
    }
    let export = Exported(plan: try Exported.town().plan, events: events)
    #expect(Set(cells(try export.csv().events).map(\.count)) == [ExportField.allCases.count + 4])
    for line in try export.ndjson().split(separator: "\n") {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
    let log = try OCELLog(json: export.ocel(.json))
    #expect(try OCELLog(xml: export.ocel(.xml)).events == log.events)
    #expect(log.events.count == events.count)
  }

  @Test func aSinkThatFailsEndsIt() throws {
    struct Full: Error {}
    let fixture = try Exported(plan: Exported.fixture().plan, events: Array(Exported.fixture().events.prefix(5_000)))
    let full: ExportSink = { _ in throw Full() }
    #expect(throws: Full.self) {
      var export = NDJSONExport(plan: fixture.plan, to: full)
      try export.fold(fixture.events.span)
    }
    #expect(throws: Full.self) {
      var export = try CSVExport(plan: fixture.plan, events: { _ in }, contacts: full, incidents: { _ in })
      try export.fold(fixture.events.span)
      try export.finish()
    }
    #expect(throws: Full.self) {
      try OCELExport(plan: fixture.plan, format: .xml).write(to: full) { try $0(fixture.events.span) }
    }
  }

  /// Pieces are large enough to be worth a system call, and small enough to be held.
  @Test func piecesAreOfMiddlingSize() throws {
    let fixture = try Exported.fixture()
    var sizes: [Int] = []
    var export = NDJSONExport(plan: fixture.plan) { sizes.append($0.utf8.count) }
    try export.fold(Array(fixture.events.prefix(5_000)).span)
    try export.finish()
    #expect(sizes.dropLast().allSatisfy { (65_536..<70_000).contains($0) } && sizes.count > 5)
  }
}
