import DiscreteEvents
import Reading
import Testing

@testable import Records

/// What the header of a history means: the same as that of a table of volumes.
@Suite struct HistoryColumnsTests {
  private static let monday = CivilTime(year: 2_025, month: 9, day: 1).dayNumber

  /// Three weeks of two half-days, a row for each of which `row` makes the fields, after a header.
  private func text(_ header: String, _ row: (_ date: String, _ time: String, _ count: Int) -> String) -> String {
    header + "\n"
      + (0..<21).map { day in
        let date = CivilTime(dayNumber: Self.monday + day).dateText
        return row(date, "00:00", 10 + day) + "\n" + row(date, "12:00", 30 + day) + "\n"
      }.joined()
  }

  private func expectTheHalfDays(_ history: ContactHistory, _ name: String) {
    #expect(history.channels.map(\.name) == [name] && history.perDay == 2 && history.days == 21)
    let halfDays = (0..<21).map { day -> [Double]? in [Double(10 + day), Double(30 + day)] }
    #expect(history.channels.first?.intervals == halfDays)
  }

  @Test func whatErlangReadsIsRead() throws {
    expectTheHalfDays(try ContactHistory.read(text: text("start,count") { "\($0)T\($1),\($2)" }), "all")
    expectTheHalfDays(try ContactHistory.read(text: text("date,time,count") { "\($0),\($1),\($2)" }), "all")
    expectTheHalfDays(try ContactHistory.read(text: text("Date,Start,Offered") { "\($0),\($1):00,\($2)" }), "all")
    expectTheHalfDays(
      try ContactHistory.read(text: text("date,time,channel,offered") { "\($0),\($1),999,\($2)" }), "999")
    expectTheHalfDays(
      try ContactHistory.read(text: text("channel,start,minutes,expected") { "'=9,\($0)T\($1),720,\($2)" }), "=9")
    expectTheHalfDays(try ContactHistory.read(text: text("start,999") { "\($0)T\($1),\"\($2)\"" }), "999")
  }

  @Test func columnsThatAreNoCountsArePassedOver() throws {
    let guide = try ContactHistory.read(text: text("start,count,handling") { "\($0)T\($1),\($2),233" })
    expectTheHalfDays(guide, "all")
    #expect(
      guide.warnings.map(\.description) == [
        "h.csv:1:3: warning: a forecast has no use for “handling” — the column is passed over"
      ])
    let wide = try ContactHistory.read(
      text:
        text("start,999,AHT,Total,SL%,999 within 10 s") { "\($0)T\($1),\($2),233,99,0.9,0.93" })
    expectTheHalfDays(wide, "999")
    #expect(
      wide.warnings.map(\.description) == [
        "h.csv:1:4: warning: by their names, the columns “Total”, “SL%”, “999 within 10 s” have no counts of one channel — "
          + "they are passed over; name those otherwise that are channels",
        "h.csv:1:3: warning: a forecast has no use for “AHT” — the column is passed over",
      ])
    // Without its parts a sum is what there is.
    let sum = try ContactHistory.read(text: text("start,Total calls,Service level") { "\($0)T\($1),\($2),0.9" })
    expectTheHalfDays(sum, "Total calls")
    #expect(
      ContactHistory.refusal(ofText: "date,Answered,Abandoned\n")
        == "h.csv:1: error: the header has no column of contacts — \(HistoryReader.form)")
  }

  /// As `run --csv` writes it.
  @Test func theTableOfChannelsByDayIsRead() throws {
    let read = try ContactHistory.read(
      text:
        "channel,date,offered,offered.halfWidth,answered,answered.halfWidth,serviceLevel,serviceLevel.halfWidth\n"
        + (0..<21).map { "999,\(CivilTime(dayNumber: Self.monday + $0).dateText),\(40 + 2 * $0),,9,,0.9,\n" }.joined())
    #expect(read.warnings.isEmpty && read.perDay == 1 && read.channels.map(\.name) == ["999"])
    let days: [[Double]?] = (0..<21).map { day in [Double(40 + 2 * day)] }
    #expect(read.channels.first?.intervals == days)
  }

  @Test func aColumnForEachTimeOfDayIsAGrid() throws {
    func rows(_ before: String = "", _ after: String = "") -> String {
      (0..<21).map {
        "\(CivilTime(dayNumber: Self.monday + $0).dateText),\(before)\(10 + $0),\(30 + $0)\(after)\n"
      }.joined()
    }
    expectTheHalfDays(try ContactHistory.read(text: "date,00:00,12:00\n" + rows()), "all")
    expectTheHalfDays(try ContactHistory.read(text: "Date,0:00,12:00:00\n" + rows()), "all")
    expectTheHalfDays(try ContactHistory.read(text: "date,channel,00:00,12:00\n" + rows("999,")), "999")
    let total = try ContactHistory.read(text: "date,00:00,12:00,Total\n" + rows("", ",99"))
    expectTheHalfDays(total, "all")
    #expect(total.warnings.count == 1 && total.warnings[0].message.contains("the column “Total” has no counts of one"))
    let unread = try ContactHistory.read(text: "date,00:00,12:00\n" + rows().replacing(",12,", with: ",x,"))
    // A third of a day is in its morning: without it the day is not known.
    #expect(unread.loss == HistoryLoss(rows: 0, cells: 1, filledIn: 0, days: 1))
    #expect(
      ContactHistory.refusal(ofText: "date,00:00,12:00,24:00\n")
        == "h.csv:1:4: error: “24:00” is no time of day, by which other columns are named — name them 00:00, 00:30 and so on, "
        + "with a row for each date, or for each date and channel; or give rows of start,channel,count")
    #expect(
      ContactHistory.refusal(ofText: "start,2025-09-01,2025-09-02\n00:00,1,2\n").hasPrefix(
        "h.csv:1:2: error: columns are named by dates — turn the table round, a row for each day and a column for each")
    )
  }

  /// One called `offered` may be the sum of those beside it.
  @Test func aSumOfCountsIsNoChannel() throws {
    for name in ["offered", "Count", "expected"] {
      let wide = try ContactHistory.read(text: text("start,999,101,\(name)") { "\($0)T\($1),\($2),5,\($2 + 5)" })
      #expect(wide.channels.map(\.name) == ["999", "101"])
      #expect(wide.warnings.map(\.message) == ["by its name, the column “\(name)” has no counts of one channel"])
      // Beside what is no channel, or a word misspelt, it is what there is.
      expectTheHalfDays(
        try ContactHistory.read(text: text("start,\(name),Abandoned,SL%,handlng") { "\($0)T\($1),\($2),1,0.9,60" }),
        "all")
    }
  }

  @Test func namesOfChannelsAreNotTakenForFigures() {
    for name in ["burglary in 24 hours", "in 5", "Average Joe line", "999"] {
      #expect(!CountColumns.isOtherFigure(name), "\(name)")
    }
    let figures = [
      "999 within 10 s", "in 10s", "within 3 minutes", "Avg wait", "average speed of answer", "Talk (avg)", "avg",
    ]
    for name in figures {
      #expect(CountColumns.isOtherFigure(name), "\(name)")
    }
  }

  @Test func aTimeBesideTheStartIsTheTimeOfDay() throws {
    expectTheHalfDays(try ContactHistory.read(text: text("start,time,count") { "\($0),\($1),\($2)" }), "all")
  }

  @Test func anHourMayHaveOneDigit() throws {
    expectTheHalfDays(
      try ContactHistory.read(text: text("start,count") { "\($0) \($1),\($2)" }.replacing(" 00:", with: " 0:")), "all")
  }

  /// As an empty cell of a wide table is, and as spreadsheets show 0.
  @Test func anEmptyCountAndADashAreNone() throws {
    let counts = text("start,channel,count") { "\($0)T\($1),999,\($2)" }
    for none in ["", "-", "–", " — "] {
      let read = try ContactHistory.read(text: counts.replacing("T00:00,999,12\n", with: "T00:00,999,\(none)\n"))
      #expect(read.warnings.isEmpty && read.loss == HistoryLoss() && read.channels[0].intervals[2] == [0, 32])
    }
    let missing = try ContactHistory.read(
      text:
        counts.replacing("T00:00,999,12\n", with: "T00:00,999,\n").replacing("T12:00,999,32\n", with: "T12:00,999,\n"))
    #expect(missing.channels[0].intervals[2] == nil && missing.warnings.count == 1)
  }

  @Test func channelsSpeltInTwoWaysAreWarnedOf() throws {
    let read = try ContactHistory.read(text: text("start,Front desk,front-desk") { "\($0)T\($1),\($2),5" })
    #expect(read.warnings.map(\.message) == ["“Front desk” and “front-desk” are taken for two channels"])
  }

  @Test func thousandsMayBeSetApart() throws {
    let read = try ContactHistory.read(text: text("date,time,999") { "\($0),\($1),\"\($2 / 10),\(100 + $2)\"" })
    #expect(read.warnings.isEmpty && read.channels[0].intervals[0] == [1_110, 3_130])
  }
}
