import DiscreteEvents
import Reading
import Testing

@testable import Records

/// Columns that are called otherwise than this calls them, in histories, volumes and call records.
@Suite struct HeadingsTests {
  private static let monday = CivilTime(year: 2_025, month: 9, day: 1).dayNumber
  private static let days = 14

  /// A row for every hour of two weeks, and for every one of `names` at that hour, of what `row` makes, after a header.
  private func hourly(
    _ header: String, names: [String] = [""],
    _ row: (_ date: String, _ time: String, _ name: String, _ count: Int) -> String
  ) -> String {
    var text = header + "\n"
    for day in 0..<Self.days {
      let date = CivilTime(dayNumber: Self.monday + day).dateText
      for hour in 0..<24 {
        for (number, name) in names.enumerated() {
          text += row(date, CivilTime.clock(hour: hour), name, 10 + 30 * number + hour) + "\n"
        }
      }
    }
    return text
  }

  private func volumes(_ text: String, channel: String? = nil, handling: Double? = 200) throws -> VolumeTable {
    try VolumeTable.read("v.csv", .init(channel: channel, handling: handling), files: MemoryFiles(["v.csv": text]))
  }

  /// The first error for which a table `v.csv` of this text is refused; empty if it is read.
  private func refusal(ofVolumes text: String, channel: String? = nil) -> String {
    do {
      _ = try volumes(text, channel: channel)
      return ""
    } catch RecordsError.invalid(let problems) {
      return problems.first { $0.severity == .error }?.description ?? ""
    } catch {
      return "\(error)"
    }
  }

  // MARK: Channels

  @Test(
    arguments: [
      "Queue", "QUEUE NAME", "Skill", "Skill group", "Service", "Split", "Split/Skill", "Line of business",
      "line-of-business", "Call type",
    ])
  func whatSystemsCallAChannelNamesIt(heading: String) throws {
    let text = hourly(
      "Date,Time,\(heading),Calls Offered,Calls Answered,Calls Abandoned,SL %,AHT", names: ["999", "101"]
    ) { "\($0),\($1),\($2),\($3),9,1,0.9,\($2 == "999" ? 240 : 300)" }
    let history = try ContactHistory.read(text: text)
    #expect(history.channels.map(\.name) == ["999", "101"] && history.perDay == 24)
    for (number, channel) in history.channels.enumerated() {
      let day: [Double]? = (0..<24).map { Double(10 + 30 * number + $0) }
      #expect(channel.intervals == Array(repeating: day, count: Self.days))
    }
    // What has no use is named, and nothing else is wrong.
    #expect(history.warnings.count == 4 && history.warnings.allSatisfy { $0.place.line == 1 }, "\(history.warnings)")
    #expect(
      refusal(ofVolumes: text) == "v.csv: error: there are 2 channels, “999”, “101” — say which: --channel 999")
    let table = try volumes(text, channel: "101", handling: nil)
    #expect(table.intervals.count == 24 * Self.days && table.intervals[5].offered == 45)
    #expect(table.intervals.allSatisfy { $0.handling == 300 })
  }

  @Test func aChannelMayBeNamedByWords() throws {
    let text = hourly("Date,Time,Queue,Volume", names: ["Emergency", "Non-emergency"]) { "\($0),\($1),\($2),\($3)" }
    #expect(try ContactHistory.read(text: text).channels.map(\.name) == ["Emergency", "Non-emergency"])
    #expect(try volumes(text, channel: "Emergency").intervals[0].offered == 10)
  }

  /// In a table with a column for each.
  @Test func aChannelMayBeCalledService() throws {
    let text = hourly("Date,Time,Sales,Service") { date, time, _, count in "\(date),\(time),\(count),\(count + 30)" }
    #expect(try ContactHistory.read(text: text).channels.map(\.name) == ["Sales", "Service"])
    #expect(try volumes(text, channel: "Service").intervals[0].offered == 40)
    // Unless it has no counts.
    let named = hourly("Date,Time,Sales,Service") { date, time, _, count in "\(date),\(time),\(count),999" }
      .replacing(",999\n", with: ",Emergency\n")
    #expect(
      ContactHistory.refusal(ofText: named)
        == "h.csv:1: error: the header has no column “count”, “offered” or “expected” — \(HistoryReader.form)")
  }

  @Test func aColumnCalledChannelGoesBeforeOthers() throws {
    let text = hourly("Date,Time,Queue,channel,count", names: ["999", "101"]) { "\($0),\($1),7,\($2),\($3)" }
    #expect(try ContactHistory.read(text: text).channels.map(\.name) == ["999", "101"])
  }

  @Test func gridsAndWeeksHaveQueuesToo() throws {
    let grid = (0..<Self.days).map { day in
      let date = CivilTime(dayNumber: Self.monday + day).dateText
      return "\(date),999,\(day),30\n\(date),101,\(day),40\n"
    }.joined()
    let history = try ContactHistory.read(text: "Date,Queue,00:00,12:00\n" + grid)
    #expect(history.channels.map(\.name) == ["999", "101"] && history.warnings.isEmpty)
    #expect(history.channels[1].intervals[3] == [3, 40])
    let week = try volumes(
      "Queue,Interval,mon,sun\n999,07:00,1,2\n101,07:00,3,4\n999,07:30,5,6\n101,07:30,7,8\n", channel: "101")
    #expect(week.isWeek && week.intervals.map(\.offered) == [3, 7, 4, 8] && week.warnings.isEmpty)
    // The first column has the times, whatever it is called.
    #expect(try volumes("Split,mon,sun\n07:00,1,2\n07:30,5,6\n").intervals.map(\.offered) == [1, 5, 2, 6])
  }

  @Test(
    arguments: [
      (
        "Date,Queue,Skill,Calls",
        "1:3: error: “Queue” and “Skill” may both name the channel — call the one “channel” that"
      ),
      (
        "Date,Queue,Calls,Contacts",
        "1:4: error: “Calls” and “Contacts” may both have the counts — call the one “count” that does"
      ),
      ("Date,channel,Notes", "1: error: the header has no column “count”, “offered” or “expected” — begin with"),
      ("Date,Queue,count,offered", "1:4: error: “count” and “offered” say the same — keep one of the two"),
    ])
  func whatMayBeEitherIsAskedFor(header: String, said: String) {
    #expect(ContactHistory.refusal(ofText: header + "\n").hasPrefix("h.csv:\(said)"))
    #expect(refusal(ofVolumes: header + "\n").hasPrefix("v.csv:\(said)"))
  }

  @Test func ofSeveralCountsThoseOfferedAreMeant() throws {
    let text = hourly("Date,Time,Queue,Calls handled,Calls offered", names: ["999", "101"]) {
      "\($0),\($1),\($2),3,\($3)"
    }
    #expect(try ContactHistory.read(text: text).channels[0].intervals[0]?.first == 10)
  }

  @Test func callRecordsHaveQueuesToo() throws {
    func records(_ header: String) throws -> ContactRecords {
      let rows = (10..<40).map { "2022-03-07T09:\($0),999,7,5,answered,200\n" }.joined()
      return try ContactRecords.read("r.csv", files: MemoryFiles(["r.csv": header + "\n" + rows]))
    }
    let queue = try records("arrival,Queue,extra,wait,outcome,handling")
    #expect(queue.channels.map(\.name) == ["999"] && queue.rowsUsed == 30)
    #expect(try records("arrival,channel,Queue,wait,outcome,handling").channels.map(\.name) == ["999"])
    #expect(
      throws: RecordsError.invalid([
        Problem(
          place: Place(origin: .file("r.csv"), line: 1, column: 3), path: "",
          message: "“Queue” and “Skill” may both name the channel", remedy: "call the one “channel” that does")
      ])
    ) { try records("arrival,Queue,Skill,wait,outcome,handling") }
  }

  // MARK: Names taken for counts

  /// Whatever the column is called, numbers or words.
  @Test(
    arguments: [
      ("Team,Calls Offered", ["999", "101"], ""), ("Team,Count", ["North", "South"], ""),
      ("Chanel,Count", ["999", "101"], ""),
      ("Team,Foo", ["999", "101"], ", and the column with the counts “count”"),
    ])
  func namesOfChannelsAreNotAddedUp(columns: String, names: [String], remedy: String) {
    let text = hourly("Date,Time,\(columns)", names: names) { "\($0),\($1),\($2),\($3)" }
    let name = columns.prefix { $0 != "," }
    let said =
      "csv:1:3: error: the column “\(name)” looks like names of channels rather than counts: it tells apart the rows of "
      + "each time, and all it has is “\(names[0])”, “\(names[1])” — call it “channel”\(remedy)"
    #expect(ContactHistory.refusal(ofText: text) == "h." + said)
    #expect(refusal(ofVolumes: text) == "v." + said)
    #expect(throws: RecordsError.self) { try volumes(text, channel: String(name)) }
  }

  /// Where the first thousand rows have each time once.
  @Test func namesAreFoundInAFileSortedByThem() {
    var text = "Date,Time,Team,Calls Offered\n"
    for name in ["999", "101"] {
      for hour in 0..<(45 * 24) {
        let date = CivilTime(dayNumber: Self.monday + hour / 24).dateText
        text += "\(date),\(CivilTime.clock(hour: hour % 24)),\(name),\(10 + hour % 24)\n"
      }
    }
    let said = "csv:1:3: error: the column “Team” looks like names of channels rather than counts"
    #expect(ContactHistory.refusal(ofText: text).hasPrefix("h." + said))
    #expect(refusal(ofVolumes: text, channel: "Calls Offered").hasPrefix("v." + said))
    #expect(refusal(ofVolumes: text).hasSuffix(" — say which: --channel 'Calls Offered'"))
  }

  /// Parts that overlap have the same rows, and small counts tell none apart.
  @Test func countsAreNotTakenForNames() throws {
    let rows = hourly("Date,Time,999,chat") { date, time, _, count in "\(date),\(time),\(count),1" }
    let twice = try ContactHistory.read(text: rows + rows.split(separator: "\n").dropFirst().joined(separator: "\n"))
    #expect(twice.channels.map(\.name) == ["999", "chat"] && twice.channels[0].intervals[0]?.first == 20)
    let small = try ContactHistory.read(
      text: hourly("Date,Time,999,chat", names: ["0", "1"]) { "\($0),\($1),\($3),\($2)" })
    #expect(small.channels[1].intervals[0]?.first == 1)
    for history in [twice, small] {
      #expect(history.warnings.contains { $0.message == "there was a count of this time and channel before" })
    }
    // A night whose hour comes twice is no week of names.
    #expect(
      try volumes(
        "start,999,101\n2025-10-26T01:00,10,20\n2025-10-26T01:00,12,21\n2025-10-26T02:00,9,9\n", channel: "101"
      )
      .intervals.map(\.offered) == [41, 9])
  }

  @Test func noQueueIsSuggestedForAChannel() {
    #expect(
      refusal(ofVolumes: "start,Queue,Sales\n")
        == "v.csv:1: error: there are 2 channels, “Queue”, “Sales” — say which: --channel Sales")
  }

  // MARK: Times

  @Test(
    arguments: [
      "Interval", "Start time", "Half hour", "Half-hour", "HOUR", "Interval start", "Period", "Time of day",
      "Time slot",
    ])
  func whatSystemsCallATimeIsTheTimeOfDay(heading: String) throws {
    let forms: [(String) -> String] = [{ $0 }, { $0 + ":00" }, { $0.hasPrefix("0") ? String($0.dropFirst()) : $0 }]
    for (form, columns) in zip(forms, ["Date,\(heading),Calls", "start,\(heading),Count", "Count,Date,\(heading)"]) {
      let isLast = columns.hasPrefix("Count")
      let text = hourly(columns) { isLast ? "\($3),\($0),\(form($1))" : "\($0),\(form($1)),\($3)" }
      let history = try ContactHistory.read(text: text)
      #expect(history.perDay == 24 && history.warnings.isEmpty, "\(history.warnings)")
      #expect(history.channels[0].intervals[0] == (0..<24).map { Double(10 + $0) })
      let table = try volumes(text)
      #expect(table.minutes == 60 && table.intervals.count == 24 * Self.days && table.warnings.isEmpty)
    }
  }

  /// What the start says already is passed over.
  @Test func aTimeBesideAMomentIsPassedOver() throws {
    let text = hourly("start,Hour,count") { date, time, _, count in "\(date)T\(time),\(time),\(count)" }
    let history = try ContactHistory.read(text: text)
    #expect(history.perDay == 24 && history.warnings.map(\.place.column) == [2])
    #expect(try volumes(text).intervals.count == 24 * Self.days)
  }

  @Test func ofTwoTimesOneMustBeNamed() {
    let text = "Date,Hour,Half hour,count\n2025-09-01,07:00,07:00,5\n2025-09-01,07:00,07:30,5\n"
    let said =
      "csv:1:3: error: “Hour” and “Half hour” may both say when an interval begins — call the one “time” that does"
    #expect(ContactHistory.refusal(ofText: text) == "h." + said && refusal(ofVolumes: text) == "v." + said)
  }

  /// Half-hours of a day are not added up, and nobody is told to take rows away.
  @Test(arguments: ["Begin,Calls", "Begin,Count", "Hour,Calls", "Half hour,Count", "Interval,Calls"])
  func timesThatArePassedOverEndTheReading(columns: String) {
    let name = String(columns.prefix { $0 != "," })
    let text = hourly("Date,\(columns)") { date, time, _, count in
      let cell =
        switch name {
        case "Begin": time
        case "Interval": "\(time)-\(time.prefix(3))59"
        default: String(time.prefix(2))
        }
      return "\(date),\(cell),\(count)"
    }
    let said =
      "and “\(name)”, which seems to say the time of day, is passed over — call the column “time”"
      + (name == "Begin" ? "" : ", and write in it when an interval begins, such as 07:30")
    #expect(ContactHistory.refusal(ofText: text) == "h.csv:1:2: error: some dates have more than one row, \(said)")
    #expect(refusal(ofVolumes: text) == "v.csv:1:2: error: there are 336 rows of 14 dates, \(said)")
    let two = text.split(separator: "\n").prefix(3).joined(separator: "\n") + "\n"
    #expect(refusal(ofVolumes: two) == "v.csv:1:2: error: there are 2 rows of 1 date, \(said)")
  }

  /// What is the same on all days tells no half-hours apart.
  @Test func aLengthIsNoTime() throws {
    let rows = (0..<21).map { "\(CivilTime(dayNumber: Self.monday + $0).dateText),1440,\(10 + $0)\n" }
    let history = try ContactHistory.read(text: "date,Interval,count\n" + rows.joined() + rows[20])
    #expect(history.channels[0].intervals[20] == [60])
    #expect(history.warnings.contains { $0.message == "there was a count of this time and channel before" })
  }

  @Test func aColumnOfTimesIsNoChannel() throws {
    let text = hourly("Date,Time,999,Talk") { date, time, _, count in "\(date),\(time),\(count),3:5\(count % 10)" }
    let history = try ContactHistory.read(text: text)
    #expect(history.channels.map(\.name) == ["999"])
    #expect(
      history.warnings.map(\.description) == [
        "h.csv:1:4: warning: the column “Talk” has times in it, and no counts — it is passed over"
      ])
    #expect(try volumes(text).channel == "999")
  }

  @Test func headingsOfTimesAreNoChannels() {
    for name in ["Period", "Interval start", "end time", "Half-hour"] { #expect(CountColumns.isOtherFigure(name)) }
  }
}
