import DiscreteEvents
import Reading
import ScenarioFile
import Testing

/// One slip at a time in a trace, a roster, a grid or a list of values. Columns are the numbers of fields.
@Suite("Malformed tables")
struct MalformedTableTests {
  @Test(arguments: traces + rosters + grids + values) func isReported(_ slip: Malformed) { slip.check() }

  private static let trace = "channels.101.arrivals.trace"
  static let traces: [Malformed] =
    [
      (",handling,", ",§handlng,", "no column “handlng”", "“handling”?"),
      (",caller,", ",§outcome,", "there twice", "keep one"),
      (
        "time,handling,wrapUp,patience,outcome,caller,latitude,longitude\n", "§time;handling\n", "no column “time;",
        "with commas"
      ),
      ("2022-07-22T07:00,", "§22/07/2022 07:00,", "“22/07/2022 07:00” is not a moment", "day/month/year or"),
      ("2022-07-22T07:00,", "§,", "empty", "ISO 8601"),
      ("2022-07-22T07:00,", "§1658469600,", "not a moment", "ISO 8601"),
      ("2022-07-22T07:00:30", "§2022-07-32T07:00:30", "not a moment", "July 2022 has 31 days"),
      (",3m,", ",§-3,", "negative", "write seconds"), (",3m,", ",§-3m,", "negative", "write seconds"),
      (",3m,", ",§x,", "“x” is not a duration", "seconds, or a duration"),
      (",3m,", ",§3x,", "no unit “x”", "seconds, or a duration"), (",3m,", ",§4e9,", "too long", "100 years"),
      (",3m,", ",§nan,", "not a duration", "seconds"), (",3m,", ",§1e999,", "too long", "100 years"),
      (",10,5m", ",§ten,5m", "not a duration", "seconds"), (",5m,", ",§5 m,", "no unit “ m”", "seconds"),
      (",resolved,c1", ",§P9,c1", "no outcome “P9”", "the outcomes of the channel are resolved"),
      (",resolved,c1", ",§resolvd,c1", "no outcome", "“resolved”?"),
      (",3m,", ",§0x10,", "“0x10” is not a duration", "seconds"),
      (",52.5,", ",§0x10,", "“0x10” is not right", "from -90 to 90"),
      (",52.5,", ",§inf,", "“inf” is not right", "from -90 to 90"),
      (",52.5,", ",§91,", "“91” is not right", "from -90 to 90"), (",52.5,", ",§north,", "not right", "from -90 to 90"),
      ("-1.9", "§181", "not right", "from -180 to 180"), (",52.5,", ",§,", "half of a position", "or neither"),
      ("52.5,-1.9", "§52.5,", "half of a position", "or neither"),
      ("2022-07-22T07:00:30,,,,,,,", "2022-07-22T07:00:30,,,,,§", "has 6 fields, and the first has 8", "every row 8"),
      (
        "2022-07-22T07:00:30,,,,,,,", "2022-07-22T07:00:30,,,,,,,,§x", "has 9 fields, and the first has 8",
        "every row 8"
      ),
      ("\"185.5\"", "§\"185.5\"x", "follows the closing quotation mark", "comma"),
      ("\"185.5\"", "§18\"5.5", "stands inside a field", "double those inside"),
      ("\"185.5\"", "§\"185.5", "follows the closing", "double the quotation mark"),
    ].map { (slip: (String, String, String, String)) in
      Malformed(file: "night.csv", slip.0, slip.1, trace, slip.2, slip.3)
    } + [
      Malformed(
        file: "night.csv", "\"185.5\",0,600,resolved,\"Smith, J\",52.4,-1.8", "§\"1", trace, "never closed",
        "a quotation mark")
    ]

  private static let roster = "teams.contact.staff.csv"
  static let rosters: [Malformed] = [
    ("handler,start", "§handle,start", "not the header of a roster", "handler,start,end"),
    ("handler,start,end,team\n", "§start;mon;tue\n", "not the header of a roster", "separate columns with commas"),
    ("handler,start,end,team", "handler,start,§ende,team", "no column “ende”", "“end”?"),
    ("handler,start,end,team", "handler,start,end,§start", "there twice", "keep one"),
    ("ann,", "§,", "nobody is named", "name the handler"),
    ("ann,2022-07-22T07:00", "ann,§07:00", "“07:00” is not a moment", "ISO 8601"),
    ("2022-07-22T15:00,contact", "§,contact", "empty", "ISO 8601"),
    ("2022-07-22T15:00,contact", "§2022-07-22T07:00,contact", "ends when it begins", "follow the start"),
    (
      "2022-07-22T15:00,contact", "§2022-07-22T06:00,contact", "ends before it begins",
      "let the end follow the start; if it runs past midnight, its end is on 2022-07-23"
    ),
    ("2022-07-22T15:00,contact", "§2022-07-22T24:00,contact", "not a moment", "write 2022-07-23T00:00"),
    ("2022-07-24T07:00,contact", "§2022-07-25T07:00,contact", "longer than 24 hours", "split it"),
    (",contact\nbob", ",§contacts\nbob", "no team “contacts”", "“contact”?"),
    (",contact\nbob", ",§\nbob", "no team “”", "the teams are emergency, contact"),
    ("ann,2022-07-22T15:00,", "ann,§2022-07-22T14:59,", "still on the tour of line 2", "follow one another"),
    (
      "cat,2022-07-23T22:00,2022-07-24T07:00,contact", "cat,2022-07-23T22:00,§2022-07-24T07:00", "has 3 fields",
      "every row 4"
    ),
  ].map { (slip: (String, String, String, String)) in
    Malformed(file: "roster.csv", slip.0, slip.1, roster, slip.2, slip.3)
  }

  private static let grid = "teams.desk.staff.csv"
  static let grids: [Malformed] = [
    (",mon,", ",§mondey,", "“mondey” is not a day", "“mon”?"),
    (",wed,", ",§Wendesday,", "“wendesday” is not a day", "“Wednesday”?"),
    (",sun\n", ",§sum\n", "“sum” is not a day", "“sun”?"),
    (",mon,tue,", ",tue,§tue,", "Tuesday is there twice", "keep one"),
    (",mon,tue,", ",mon,§Monday,", "Monday is there twice", "keep one"),
    ("00:30,", "§0.30,", "not a time of day", "07:00"),
    ("00:30,", "§00:30:01,", "not a time of day", "07:00"), ("23:30,", "§24:00,", "not a time of day", "07:00"),
    ("00:30,", "§00:45,", "not the start of interval 2 of 48", "this one at 00:30"),
    ("00:00,", "§01:00,", "not the start of interval 1 of 48", "this one at 00:00"),
    ("00:00,1,", "00:00,§,", "empty", "a whole number"),
    ("00:00,1,", "00:00,§1.5,", "not a number of heads", "a whole number"),
    ("00:00,1,", "00:00,§-1,", "not a number of heads", "from 0 to 60000"),
    ("00:00,1,", "00:00,§60001,", "not a number of heads", "from 0 to 60000"),
    ("00:00,1,", "00:00,§99999999999999999999,", "not a number of heads", "from 0 to 60000"),
  ].map { (slip: (String, String, String, String)) in
    Malformed(file: "grid.csv", slip.0, slip.1, grid, slip.2, slip.3)
  }

  private static let observed = "channels.101.handling.empirical.csv"
  static let values: [Malformed] = [
    ("120", "§-120", "negative", "write seconds"), ("120", "§two minutes", "not a duration", "seconds, or a duration"),
    ("120", "120,§5", "has 2 fields, and the first has 1", "every row 1"),
    ("1m30s", "§30s1m", "out of order", "seconds, or a duration"),
  ].map { (slip: (String, String, String, String)) in
    Malformed(file: "observed.csv", slip.0, slip.1, observed, slip.2, slip.3)
  }

  /// A first value with a slip is no header.
  @Test(arguments: ["£5", "−5", "~300", "’100", "[5]"])
  func aFirstRowThatBeginsWithASymbolIsAValue(text: String) {
    let all = problems(Fixture.files(changing: "observed.csv") { _ in "\(text)\n7\n" })
    #expect(all.count == 1)
    #expect(
      all.first?.description.hasPrefix(
        "observed.csv:1:1: error: channels.101.handling.empirical.csv: “\(text)” is not a duration — write seconds")
        == true, "\(all)")
  }

  @Test(arguments: ["seconds", "Zeit", "время", "時間", "_x", "émis"])
  func aFirstRowThatBeginsWithALetterIsAHeader(text: String) throws {
    let files = Fixture.files(changing: "observed.csv") { _ in "\(text)\n7\n9\n" }
    let channel = try #require(try read(files).scenario.channels.first { $0.id == "101" })
    #expect(channel.handling == .empirical(values: [7, 9]))
  }

  // MARK: Whole files

  /// A grid of half-hours, those that are wanted.
  private static func halfHours(_ isWanted: (String) -> Bool) -> String {
    let clocks = (0..<48).map { CivilTime.clock(Milliseconds($0) * 30 * .minute) }
    return "start,mon\n" + clocks.filter(isWanted).map { "\($0),1\n" }.joined()
  }

  @Test(arguments: [
    ("night.csv", "", "night.csv:1: error: channels.101.arrivals.trace: the trace is empty — begin with a header"),
    ("night.csv", "handling\n5\n", "night.csv:1: error: channels.101.arrivals.trace: the header has no column “time”"),
    (
      "roster.csv", "",
      "roster.csv:1: error: teams.contact.staff.csv: the roster is empty — begin with handler,start,end"
    ),
    (
      "roster.csv", "handler,start\na,b\n",
      "roster.csv:1: error: teams.contact.staff.csv: the header has no column “end”"
    ),
    (
      "roster.csv", "start,mon\n",
      "roster.csv:1: error: teams.contact.staff.csv: 0 intervals do not divide a day — give one"
    ),
    (
      "roster.csv", "start,mon\n00:00,1\n00:01,2\n",
      "roster.csv:3:1: error: teams.contact.staff.csv: this is not the start of"
    ),
    (
      "roster.csv", "start,mon\n" + (0..<7).map { "0\($0):00,1\n" }.joined(),
      "roster.csv:8: error: teams.contact.staff.csv: 7 inter"
    ),
    (
      "roster.csv", halfHours { $0 != "07:00" },
      "roster.csv:16:1: error: teams.contact.staff.csv: the interval 07:00 is missing — give every interval of the day a "
        + "row, 48 of them"
    ),
    // Those of 36 would be intervals of 40 minutes.
    (
      "roster.csv", halfHours { $0 < "18:00" },
      "roster.csv:37:1: error: teams.contact.staff.csv: the interval 18:00 and 11 more are missing — give every"
    ),
    (
      "roster.csv", halfHours { _ in true } + "07:00,2\n",
      "roster.csv:50:1: error: teams.contact.staff.csv: the interval 07:00 is on line 16 as well — keep one of the two"
    ),
    (
      "observed.csv", "", "observed.csv:1: error: channels.101.handling.empirical.csv: the file has no values — give it"
    ),
    (
      "observed.csv", "a,b\n",
      "observed.csv:1:2: error: channels.101.handling.empirical.csv: this row has 2 fields — give"
    ),
  ])
  func wholeFiles(_ file: String, _ text: String, _ report: String) {
    let all = problems(Fixture.files(changing: file) { _ in text })
    #expect(all.count == 1 && all[0].description.hasPrefix(report), "\(all.map(\.description))")
  }

  @Test(arguments: ["time", "time,handling\n", "\u{FEFF}time\r\n\r\n"])
  func aTraceWithoutRowsIsWarnedOf(text: String) {
    let empty = Fixture.files(changing: "night.csv") { _ in text }
    #expect(
      problems(empty).map(\.description) == [
        "night.csv: warning: channels.101.arrivals.trace: the trace holds no rows, so that nothing comes of it — "
          + "give it a row for each contact"
      ])
  }

  @Test func warningsAboutTraces() {
    let unsorted = Fixture.files(changing: "night.csv") { $0.replacing("22T07:00:30", with: "22T06:59") }
    #expect(
      problems(unsorted).map(\.description) == [
        "night.csv: warning: channels.101.arrivals.trace: the rows are not in order of time — "
          + "they were sorted; those of one instant keep their order"
      ])
    let outside = Fixture.files(changing: "night.csv") {
      $0 + "\n2022-07-24T06:59:59,,,,,,,\n2022-07-24T07:00,,,,,,,\n2023-01-01,,,,,,,"
    }
    #expect(
      problems(outside).map(\.description) == [
        "night.csv: warning: channels.101.arrivals.trace: 2 of 6 rows lie outside the simulated time and are left out — "
          + "set calendar.start and calendar.days to the time that was recorded"
      ])
  }

  @Test func aWrongFileIsNotListedRowByRow() {
    let all = problems(Fixture.files(changing: "night.csv") { _ in "time\n" + String(repeating: "x\n", count: 5_000) })
    #expect(all.count == 21)
    #expect(all.last?.message == "the rest of this file was not looked at")
    // Nor is what else is wrong with the row that holds the last of them.
    let rows = "handler,start,end,team\n" + String(repeating: ",x,x,nobody\n", count: 10)
    let several = problems(Fixture.files(changing: "roster.csv") { _ in rows })
    #expect(several.count == 21 && several.count { $0.message == "nobody is named" } == 7)
    #expect(several.last?.message == "the rest of this file was not looked at")
  }

  private static let latin: [UInt8] = Array("time,caller\n2022-07-22T07:00,".utf8) + [0xFF, 0x0A]
  private static let wide: [UInt8] = [0xFF, 0xFE] + "time\n".utf8.flatMap { [$0, 0] }

  @Test(arguments: [
    (
      latin,
      "night.csv:2:2: error: channels.101.arrivals.trace: this is not UTF-8 — save the file as UTF-8, which spreadsheets call CSV UTF-8"
    ),
    (
      wide, "night.csv:1: error: channels.101.arrivals.trace: this is UTF-16, not UTF-8 — save it as CSV UTF-8"
    ),
  ])
  func anotherEncodingOfATableIsSaid(bytes: [UInt8], said: String) throws {
    var files = Fixture.files.mapValues { Array($0.utf8) }
    files["night.csv"] = bytes
    let error = try #require(throws: ScenarioError.self) {
      try ScenarioReader.read(path: "s.json5", files: MemoryFiles(bytes: files))
    }
    #expect(error.problems.map(\.description) == [said])
  }

  @Test func aTableNamedTwiceIsComplainedAboutOnce() {
    let files = Fixture.files(changing: "roster.csv") { $0.replacing("bob,2022", with: "bob,22") }
    let both = files.merging([
      "s.json5": Fixture.scenario.replacing("csv: \"grid.csv\"", with: "csv: \"roster.csv\"")
    ]) { $1 }
    #expect(problems(both).count == 1)
  }
}
