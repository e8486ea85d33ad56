import DiscreteEvents
import Reading
import ScenarioFile
import Testing

@testable import Records

/// Every way for records and histories to be wrong that we could think of, and what is said about it.
@Suite struct MalformedRecordsTests {
  private static let header = "arrival,channel,wait,outcome,handling,wrapUp,agent\n"
  private static let good = "2022-03-07T09:00,999,5,answered,200,10,Ann\n"

  /// One character longer than a name may be.
  private static let longName = String(repeating: "9", count: 101)
  /// One more than there may be.
  private static let manyChannels = (0...64).map(String.init).joined(separator: ",")

  /// What is wrong with a bad row among good ones: the first line said of it, and how often.
  private func leftOut(_ row: String, files size: Int = 1 << 20) throws -> (said: String, records: ContactRecords) {
    let others = (111...129).map { five in
      Self.good.replacing("09:00", with: CivilTime.clock(Milliseconds(five) * 5 * .minute))
    }.joined()
    let text = Self.header + Self.good + row + "\n" + others
    let files = SmallPieces(files: MemoryFiles(["r.csv": text]), size: size)
    let records = try ContactRecords.read("r.csv", files: files)
    return (records.warnings.map(\.description).first ?? "", records)
  }

  @Test(
    arguments: [
      (
        "soon,999,5,answered,200,10,Ann",
        "r.csv:3:1: warning: “soon” is not a moment — write an ISO 8601 moment"
      ),
      ("2022-02-30T09:00,999,5,answered,200,10,Ann", "r.csv:3:1: warning: “2022-02-30T09:00” is not a moment"),
      (
        "1999-03-07T09:00,999,5,answered,200,10,Ann",
        "r.csv:3:1: warning: “1999-03-07T09:00” is more than ten years from most"
      ),
      ("2022-03-07T09:00,,5,answered,200,10,Ann", "r.csv:3:2: warning: no channel is named"),
      ("2022-03-07T09:00,9\t99,5,answered,200,10,Ann", "r.csv:3:2: warning: “9 99” is no name for a channel"),
      (
        "2022-03-07T09:00,\(longName),5,answered,200,10,Ann",
        "r.csv:3:2: warning: “\(longName.prefix(40))” is no name for a channel"
      ),
      ("2022-03-07T09:00,999,,answered,200,10,Ann", "r.csv:3:3: warning: this cell is empty"),
      ("2022-03-07T09:00,999,-5,answered,200,10,Ann", "r.csv:3:3: warning: “-5” is negative"),
      ("2022-03-07T09:00,999,-23:59:50,answered,200,10,Ann", "r.csv:3:3: warning: “-23:59:50” is negative"),
      ("2022-03-07T09:00,999,86390,answered,200,10,Ann", "r.csv:3:3: warning: “86390” is longer than 12 hours"),
      ("2022-03-07T09:00,999,long,answered,200,10,Ann", "r.csv:3:3: warning: “long” is not a length of time"),
      ("2022-03-07T09:00,999,0:75:00,answered,200,10,Ann", "r.csv:3:3: warning: “0:75:00” is not a length of time"),
      ("2022-03-07T09:00,999,5,lost,200,10,Ann", "r.csv:3:4: warning: “lost” is not an outcome"),
      ("2022-03-07T09:00,999,5,,200,10,Ann", "r.csv:3:4: warning: “” is not an outcome"),
      ("2022-03-07T09:00,999,5,answered,1e9,10,Ann", "r.csv:3:5: warning: “1e9” is not a length of time"),
      ("2022-03-07T09:00,999,5,answered,200,-1s,Ann", "r.csv:3:6: warning: “-1s” is negative"),
      ("2022-03-07T09:00,999,5,answered,200", "r.csv:3: warning: this row has 5 fields, and the header has 7"),
      ("2022-03-07", "r.csv:3: warning: this row has 1 field, and the header has 7"),
      ("2022-03-07T09:00,9\"99,5,answered,200,10,Ann", "r.csv:3:2: warning: a quotation mark stands inside a field"),
    ])
  func aBadRowIsReportedCountedAndLeftOut(row: String, said: String) throws {
    for size in [1 << 20, 7, 1] {
      let found = try leftOut(row, files: size)
      #expect(found.said.hasPrefix(said), "\(found.said)")
      #expect(found.said.hasSuffix("; the row was left out"))
      #expect(found.records.rows == 21 && found.records.rowsUsed == 20)
      #expect(found.records.leftOut.map(\.count) == [1])
    }
  }

  @Test(
    arguments: [
      ("", "r.csv: error: the file is empty"),
      ("arrival,channel,wait\n", "r.csv:1: error: the header has no column “outcome”"),
      ("arrival;channel;wait;outcome\n", "r.csv:1: error: the header has no column “arrival” — separate columns with"),
      ("arrival,channel,wait,outcome,Wait\n", "r.csv:1:5: error: the column “wait” is there twice"),
      ("arrival,channel,wait,outcome\n", "r.csv: error: there is no row that can be used"),
      ("arrival,channel,wait,\"outcome\n", "r.csv:1:4: error: a field in quotation marks is never closed"),
      (header + good + "x,999,1,answered,1,1,A\ny,999,1,answered,1,1,A\n", "r.csv: error: 2 of 3 rows cannot be used"),
    ])
  func aFileOfNoUseIsRefused(text: String, said: String) {
    do throws(RecordsError) {
      _ = try ContactRecords.read("r.csv", files: MemoryFiles(["r.csv": text]))
      Issue.record("it was read")
    } catch {
      guard case .invalid(let problems) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(problems.last?.description.hasPrefix(said) == true, "\(problems)")
      #expect(problems.last?.severity == .error)
    }
  }

  @Test func aFileThatIsNotThere() {
    #expect(throws: RecordsError.unreadable("r.csv", .missing)) {
      try ContactRecords.read("r.csv", files: MemoryFiles([String: String]()))
    }
    #expect(throws: RecordsError.unreadable("h.csv", .missing)) {
      try ContactHistory.read("h.csv", files: MemoryFiles([String: String]()))
    }
    #expect(throws: RecordsError.self) {
      try ContactRecords.read("r.csv", timeZone: "Europe/Londn", files: MemoryFiles(["r.csv": ""]))
    }
  }

  @Test func oddRowsAreUsedAndCounted() throws {
    let text =
      Self.header + Self.good + Self.good  // twice, and so overlapping
      + "2022-03-07T09:10,999,5,abandoned,30,,\n" + "2022-03-07T09:20,999,5,answered,,,\n"
      + "2022-03-05T09:20,999,5,answered,10,0,Bob\n"
    let records = try ContactRecords.read("r.csv", files: MemoryFiles(["r.csv": text]))
    #expect(records.rowsUsed == 5)
    #expect(
      records.odd == [
        RowCount(kind: "the same as another row", count: 1),
        RowCount(kind: "of a handler who was still busy with another", count: 1),
        RowCount(kind: "abandoned, yet handled", count: 1),
        RowCount(kind: "answered, without a handling time", count: 1),
        RowCount(kind: "out of order", count: 1),
      ])
    #expect(records.warnings.map(\.place.line) == [3, 3, 4, 5, 6])
  }

  @Test func manyCasesOfOneKindAreNotAllListed() throws {
    let bad = String(repeating: "2022-03-07T09:00,999,-5,answered,200,10,Ann\n", count: 8)
    let good = (0..<200).map { Self.good.replacing("09:00", with: CivilTime.clock(Milliseconds(480 + $0) * .minute)) }
    let text = Self.header + good.joined() + bad
    let records = try ContactRecords.read("r.csv", files: MemoryFiles(["r.csv": text]))
    #expect(records.leftOut.map(\.count) == [8])
    let negative = records.warnings.filter { $0.message.contains("negative") }
    #expect(negative.count == 6)
    #expect(negative.last?.message == "3 more like these: a negative time, as where midnight was passed over")
  }

  @Test func columnsAreKnownHoweverTheyAreSpelt() throws {
    for name in ["wrapUp", "wrap-up", "Wrap_Up", "WRAP UP", "wrapup"] {
      let text = "Arrival,Channel,Wait,Outcome,\(name),queue\n2022-03-07 09:00,999,5,Answered,10,x\n"
      let records = try ContactRecords.read("r.csv", files: MemoryFiles(["r.csv": text]))
      #expect(records.channels[0].wrapUp.values == [10], "\(name)")
      #expect(records.warnings.map(\.message) == ["there is no use for the column “queue”"])
    }
  }

  // MARK: Histories

  @Test(
    arguments: [
      ("", "h.csv: error: the file is empty"),
      ("day,channel,count\n", "h.csv:1: error: the header has no column “start” or “date”"),
      ("date,channel,volume\n", "h.csv: error: there is no row that can be used"),
      ("date\n", "h.csv:1: error: the header has no column of contacts"),
      ("date,999,999\n", "h.csv:1:3: error: this column has no name of its own"),
      ("date,channel,count\n", "h.csv: error: there is no row that can be used"),
      ("date,channel,count\n2022-03-07,999,5\n", "h.csv: error: the history spans 1 day — give"),
      ("date,channel,count\n2022-03-07,999,5\n2190-03-07,999,5\n", "h.csv:3:1: error: the history spans 61"),
      ("date,\"channel\n", "h.csv:1:2: error: a field in quotation marks is never closed"),
      ("date,999,9\t9\n", "h.csv:1:3: error: this column has no name of its own"),
      (
        "date,\(manyChannels)\n", "h.csv:1:66: error: there are more than 64 channels"
      ),
      ("date,channel,count\n2022-03-07,999,5\nx,999,1\ny,999,1\n", "h.csv: error: 2 of 3 rows cannot be used"),
      ("start,channel,count\n2022-03-07T00:01,9,5\n2022-04-07T00:00,9,5\n", "h.csv: error: times are 1 minute apart"),
    ])
  func aHistoryOfNoUseIsRefused(text: String, said: String) {
    do throws(RecordsError) {
      _ = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": text]))
      Issue.record("it was read")
    } catch {
      guard case .invalid(let problems) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(problems.last?.description.hasPrefix(said) == true, "\(problems)")
    }
  }

  @Test(
    arguments: [
      ("soon,999,5", "h.csv:2:1: warning: “soon” is not a date or a minute"),
      ("2022-03-07,,5", "h.csv:2:2: warning: no channel is named"),
      ("2022-03-07,9\t9,5", "h.csv:2:2: warning: “9 9” is no name for a channel"),
      ("2022-03-07,9\"99,5", "h.csv:2:2: warning: a quotation mark stands inside a field"),
      ("2052-03-07,999,5", "h.csv:2:1: warning: 2052-03-07 is 10937 days after all other days"),
      ("1985-03-07,999,5", "h.csv:2:1: warning: 1985-03-07 is 13515 days before all other days"),
      ("2022-05-07,999,5", "h.csv:2:1: warning: 2022-05-07 is 40 days after all other days — check that the date"),
      ("2022-03-07,999,-5", "h.csv:2:3: warning: “-5” is not a count"),
      ("2022-03-07,999", "h.csv:2: warning: this row has 2 fields, and the header has 3"),
      ("2022-03-08,999,5", "h.csv:3:3: warning: there was a count of this time and channel before"),
    ])
  func aBadRowOfAHistoryIsReported(row: String, said: String) throws {
    var text = "date,channel,count\n\(row)\n"
    for day in 8...28 { text += "2022-03-\(day < 10 ? "0" : "")\(day),999,5\n" }
    let history = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": text]))
    #expect(history.warnings.first?.description.hasPrefix(said) == true, "\(history.warnings)")
  }

  /// Histories of 1 to 21 March 2022, with some rows before and after.
  private func history(_ before: String, _ after: String = "") throws -> ContactHistory {
    var text = "start,channel,count\n" + before
    for day in 1...21 { text += "2022-03-\(day < 10 ? "0" : "")\(day),999,5\n" }
    return try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": text + after]))
  }

  @Test func wrongDatesAreLeftOutOneByOne() throws {
    let history = try history("2052-03-01,999,5\n2052-03-01,101,5\n", "1985-03-01,999,5\n1990-03-01,999,7\n")
    #expect(history.days == 21 && history.lastDate == "2022-03-21")
    #expect(history.warnings.map(\.place.line) == [2, 3, 25, 26, 0])
    #expect(history.warnings[2].description.hasSuffix("all other days — put its date right; the row was left out"))
    #expect(history.warnings[4].message == "“101” has no counts on 21 of 21 days")
  }

  @Test func rowsLeftOutRepeatNothing() throws {
    let history = try history("2052-03-01,999,5\n2052-03-01,999,6\n")
    #expect(history.warnings.map(\.place.line) == [2, 3])
    #expect(history.warnings.allSatisfy { $0.message.hasPrefix("2052-03-01 is ") })
  }

  @Test func aYearOfSilenceIsNoWrongDate() throws {
    // Two days before it: they are no slip, but said to be missing.
    let history = try history("2020-03-01,999,5\n2020-03-02,999,5\n")
    #expect(
      history.warnings.map(\.message) == [
        "“999” has no counts on 728 of 751 days: 2020-03-03, 2020-03-04, 2020-03-05, 2020-03-06, 2020-03-07 and 723 more"
      ])
  }

  @Test func aBadCellAmongOthersIsLeftOutAlone() throws {
    var text = "date,999,101\n2022-03-07,many,5\n"
    for day in 8...28 { text += "2022-03-\(day < 10 ? "0" : "")\(day),4,5\n" }
    let history = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": text]))
    let said =
      "h.csv:2:2: warning: “many” is not a count — write a number that is not negative, such as 1980 or 12.5; the cell was "
      + "left out"
    #expect(history.warnings.first?.description == said)
    #expect(history.channels.map { history.series($0)[history.firstDay] } == [nil, 5])
  }

  @Test func daysThatAreMissingAreSaid() throws {
    var text = "date,channel,count\n"
    for day in 1...28 where day != 9 { text += "2022-03-\(day < 10 ? "0" : "")\(day),999,5\n" }
    let history = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": text]))
    #expect(history.warnings.map(\.message) == ["“999” has no counts on 1 of 28 days: 2022-03-09"])
    #expect(history.series(history.channels[0])[history.firstDay + 8] == nil)
  }

  /// An hour comes twice on one night of the year, and no day does.
  @Test func onlyTheHourThatComesTwiceIsThereTwice() throws {
    var text = "start,channel,count\n"
    for day in 10...30 {
      for hour in 0..<24 { text += "2022-10-\(day)T\(hour < 10 ? "0" : "")\(hour):00,999,5\n" }
    }
    let again = "2022-10-30T01:00,999,7\n"
    func read(_ more: String, _ zone: String = "Europe/London") throws -> ContactHistory {
      try ContactHistory.read("h.csv", timeZone: zone, files: MemoryFiles(["h.csv": text + more]))
    }
    let autumn = try read(again)
    #expect(autumn.warnings.isEmpty)
    #expect(autumn.channels[0].intervals[20]?[1] == 12)
    let said =
      "there was a count of this time and channel before — both are added up; remove one if the file was joined from parts "
      + "that overlap"
    for (more, zone) in [
      (again + again, "Europe/London"), ("2022-10-29T01:00,999,7\n", "Europe/London"),
      (again, "UTC"),
    ] {
      #expect(
        try read(more, zone).warnings.map { "\($0.message) — \($0.remedy)" } == [said], "\(zone)")
    }
    let twice = text.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    // But for the hour that comes twice.
    #expect(
      try read(twice).warnings.last?.message
        == "498 more like these: the same time and channel as another")
    #expect(throws: RecordsError.self) { try read("", "Europe/Londn") }
  }

  /// What is said of a file of special days that is refused.
  private func saidOfDays(_ text: String) -> [String] {
    do throws(RecordsError) {
      _ = try SpecialDays.read(others: "s.csv", files: MemoryFiles(["s.csv": text]))
      return []
    } catch {
      guard case .invalid(let problems) = error else { return ["\(error)"] }
      return problems.map(\.description)
    }
  }

  @Test(
    arguments: [
      ("2022-11-05,a,b\n", "\(example), with quotation marks around a name that has a comma"), ("soon,x\n", example),
      ("2022-11-05T09:00,x\n", "leave out the time of day: \(example)"),
      ("2022-11-05T00:00+05:00,x\n", "leave out the time of day: \(example)"),
      ("2022-11-05T00:00Z,x\n", "leave out the time of day: \(example)"),
      ("2022-02-30,x\n", "there is no such day: February 2022 has 28 days"),
      ("2022-11-05;Bonfire Night\n", "separate the date and the name with a comma"),
      (
        "08/06/2022,x\n",
        "dates are day/month/year or month/day/year here: write 2022-11-05, or give the spreadsheet's column the format "
          + "yyyy-mm-dd"
      ),
    ])
  func badSpecialDaysAreRefused(text: String, remedy: String) {
    #expect(saidOfDays(text) == ["s.csv:1:1: error: this row is not a date and a name — \(remedy)"])
    #expect(!saidOfDays("\"2022\n").isEmpty)
  }

  private static let example = "write rows such as 2022-11-05,Bonfire Night"

  /// Without any there would be no holidays at all.
  @Test(arguments: ["", "date,name\n"])
  func aFileWithoutDaysIsRefused(text: String) {
    let said = saidOfDays(text)
    #expect(said == ["s.csv: error: there is no day in it — \(Self.example), or leave the file out"], "\(said)")
  }

  @Test func aDayThatIsListedTwiceIsRefused() {
    #expect(
      saidOfDays("date,name\n2022-11-05,Bonfire Night\n2022-11-06,\n2022-11-05T00:00,Derby\n") == [
        "s.csv:4:1: error: this day is on line 2 already — keep one of the two"
      ])
  }

  @Test(arguments: [1 << 20, 7, 1])
  func aLineWithoutAnEndIsRefused(size: Int) {
    /// What is said of lines of up to 20 bytes, but for one.
    func said(_ text: String) -> String {
      do throws(RecordsError) {
        let files = SmallPieces(files: MemoryFiles(["r.csv": text]), size: size)
        try RowFeed.read("r.csv", from: files, longestLine: 20) { _ in }
        return ""
      } catch {
        guard case .invalid(let problems) = error else { return "\(error)" }
        return problems.map(\.description).joined(separator: "\n")
      }
    }
    let longest = String(repeating: "a", count: 20)
    #expect(said("\(longest)\n\(longest)\n\(longest)") == "")
    for end in ["", "\n", "\nb\n"] {
      let message = said("a,b\n\"c\nd\",e\n\(longest)a\(end)")
      #expect(message.hasPrefix("r.csv:4: error: this line has no end within "), "\(message)")
      #expect(message.hasSuffix(" MB — is it a table? rows end with line breaks"))
    }
  }

  /// A quotation may go over many lines, all of which would be read anew with every piece until it ends.
  @Test(arguments: [7, 1])
  func aRowWithoutAnEndIsRefused(size: Int) {
    func said(_ text: String) -> String {
      do throws(RecordsError) {
        let files = SmallPieces(files: MemoryFiles(["r.csv": text]), size: size)
        try RowFeed.read("r.csv", from: files, longestLine: 40) { _ in }
        return ""
      } catch {
        guard case .invalid(let problems) = error else { return "\(error)" }
        return problems.map(\.description).joined(separator: "\n")
      }
    }
    let lines = String(repeating: "123456789\n", count: 3)
    #expect(said("a,b\n1,\"\(lines)\"\n2,x\n") == "")
    #expect(
      said("a,b\n1,\"\(lines)\(lines)\"\n2,x\n")
        == "r.csv:2: error: this row has no end within 0 MB — close the field in quotation marks")
  }

  /// The time it takes to tell kinds of days apart grows with the cube of their number.
  @Test func daysOfTooManyNamesAreRefused() {
    func days(_ count: Int) -> String {
      (0..<count).map { "\(CivilTime(dayNumber: 19_000 + $0).dateText),day \($0)\n" }.joined()
    }
    #expect(saidOfDays(days(300) + "2030-01-01,day 1\n").isEmpty)
    #expect(
      saidOfDays(days(301)) == [
        "s.csv: error: there are 301 different names of days — give days that are alike one name: at most 300"
      ])
  }

  /// Of a few rows far apart, intervals of five minutes would fill the memory.
  @Test func moreIntervalsThanCanBeHeldAreRefused() {
    // A year from each other, so that no date is a slip.
    let rows = (0..<55).map { "\(1_985 + $0)-01-01T00:05,\($0 % 5),1\n" }.joined()
    #expect(
      ContactHistory.refusal(ofText: "start,channel,count\n" + rows)
        == "h.csv: error: 19724 days of 288 intervals and 5 channels are too many — give fewer years or longer intervals, or "
        + "some of the channels: at most 20 million intervals of a channel")
  }

  @Test func specialDaysOfAFile() throws {
    let files = MemoryFiles([
      "h.csv": "date,name\n2022-07-01,Founder's Day\n", "s.csv": "2022-11-05,Bonfire Night\n2022-11-06\n",
    ])
    let special = try SpecialDays.read(holidays: "h.csv", others: "s.csv", files: files)
    func name(_ month: Int, _ day: Int) -> String? {
      special[.init(CivilTime(year: 2022, month: month, day: day).dayNumber)]?.name
    }
    #expect(name(7, 1) == "Founder's Day" && name(11, 5) == "Bonfire Night" && name(11, 6) == "special day")
    #expect(name(12, 25) == nil)
    let both = try SpecialDays.read(others: "s.csv", files: files)
    #expect(both[CivilTime(year: 2022, month: 12, day: 25).dayNumber]?.name == "Christmas Day")
  }

  @Test func halfADayIsNotTooLong() throws {
    for (wait, isKept) in [("43200", true), ("12:00:00", true), ("43201", false)] {
      let found = try leftOut("2022-03-07T09:00,999,\(wait),answered,200,10,Ann")
      #expect(found.said.isEmpty == isKept && found.records.rows == 21, "\(wait): \(found.said)")
    }
  }

  /// A row is the same as another if each of its cells is, wherever one ends and the next begins.
  @Test func rowsOfTheSameLettersInOtherCellsAreNotTheSame() {
    var twins = TwinFinder()
    func hasMet(_ cells: String...) -> Bool { twins.hasMet(cells.map { Array($0.utf8)[...] }) }
    #expect(!hasMet("2025-03-03T09:00", "999", "12", "3") && !hasMet("2025-03-03T09:00", "999", "1", "23"))
    #expect(hasMet("2025-03-03T09:00", "999", "12", "3") && !hasMet("2025-03-03T09:00", "999", "123"))
  }

  /// What was learned must be a scenario that can be run.
  @Test func aPriorityThatNoScenarioCanStateIsNone() throws {
    let text =
      "arrival,channel,wait,outcome,priority\n2022-03-07T09:00,999,5,answered,1000000\n"
      + "2022-03-07T10:00,999,5,answered,1000001\n"
    let records = try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
    #expect(records.channels[0].priority == 1e6 && records.channels[0].prioritised == 1)
    #expect(records.odd == [RowCount(kind: "with a priority of more than a million", count: 1)])
    #expect(
      records.warnings.first?.description
        == "r.csv:3:5: warning: “1000001” is a higher priority than a scenario can state — write priorities as numbers up to "
        + "a million")
  }

  /// Of the rows that have one.
  @Test func aPriorityIsTheMeanOfThoseThatAreThere() throws {
    let text =
      "arrival,channel,wait,outcome,priority\n2022-03-07T09:00,999,5,answered,4\n"
      + "2022-03-07T10:00,999,5,answered,\n2022-03-08T09:00,999,5,answered,8\n2022-03-08T10:00,101,5,answered,\n"
    let learned = LearnedScenario(
      try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text])))
    let found = learned.channels.map { ($0.name, $0.hasPriority, $0.priority) }
    #expect(found.count == 2 && found.contains { $0 == ("999", true, 6) } && found.contains { $0 == ("101", false, 0) })
  }
}
