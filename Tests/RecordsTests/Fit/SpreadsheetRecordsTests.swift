import DiscreteEvents
import Reading
import ScenarioFile
import Testing

@testable import Records

/// Records as spreadsheets and reports have them.
@Suite struct SpreadsheetRecordsTests {
  private static let header = "arrival,channel,wait,outcome,handling,wrapUp,agent,priority"

  /// A minute of the first three weeks of March 2022, so many rows of it.
  private func rows(_ count: Int, _ cells: (Int) -> String) -> String {
    (0..<count).reduce(into: Self.header + "\n") { text, row in
      let day = 1 + row / 48
      text +=
        "2022-03-\(day < 10 ? "0" : "")\(day)T\(CivilTime.clock(Milliseconds(row % 48) * 30 * .minute)),\(cells(row))\n"
    }
  }

  private func read(_ text: String) throws -> ContactRecords {
    try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
  }

  private func said(_ records: ContactRecords) -> [String] { records.warnings.map(\.message) }

  @Test func aContactThatNobodyAnsweredNeedsNoHandling() throws {
    for (cell, isNoted) in [
      ("N/A", false), ("n/a", false), ("#N/A", false), ("-", false), ("NULL", false), ("–", false), ("none", true),
      ("-5", true), ("90000", false), ("3:53", true),
    ] {
      let text = rows(100) { $0 % 5 == 0 ? "999,90,abandoned,\(cell),\(cell),," : "999,5,answered,200,10,Ann," }
      let records = try read(text)
      #expect(records.rowsUsed == 100 && records.leftOut.isEmpty, "\(cell)")
      #expect(records.channels[0].abandoned == 20)
      let kind = "abandoned, with a handling time that cannot be read"
      #expect(records.odd.first { $0.kind == kind }?.count == (isNoted ? 20 : nil), "\(cell): \(records.odd)")
    }
    // Of who was answered it matters.
    #expect(throws: RecordsError.self) { try read(rows(100) { _ in "999,5,answered,none,10,Ann," }) }
    let unknown = try read(rows(100) { _ in "999,5,answered,N/A,-,NULL,#N/A" })
    #expect(unknown.rowsUsed == 100 && unknown.agents == 0 && unknown.channels[0].handling.count == 0)
    #expect(unknown.odd.first == RowCount(kind: "answered, without a handling time", count: 100))
  }

  @Test func anHourMayHaveOneDigit() throws {
    let plain = rows(200) { _ in "999,5,answered,200,10,Ann," }
    let records = try read(plain.replacing("T0", with: " "))
    #expect(records.rowsUsed == 200 && records.leftOut.isEmpty)
    #expect(records.channels[0].byHour == (try read(plain)).channels[0].byHour)
  }

  @Test func thousandsMayBeSetApart() throws {
    let records = try read(rows(40) { _ in "999,5,answered,\"1,234.5\",\"1,000\",Ann," })
    #expect(records.rowsUsed == 40 && Set(records.channels[0].handling.values) == [1_234.5])
    #expect(Set(records.channels[0].wrapUp.values) == [1_000])
    func number(_ text: String) -> Double? { FieldText.groupedNumber(Array(text.utf8)[...]) }
    for (text, value) in [("1,234,567", 1_234_567), ("1,980", 1_980), ("1,980.5", 1_980.5), ("85", 85)] {
      #expect(number(text) == value, "\(text)")
    }
    let others = [
      "1,23", "0,980", "1234,567", ",123", "1,,234", "1,980,", "1,234.", "1.5,000", "1,9805", "1,.98", "1,a23", "85%",
      "-1",
      "-", "",
    ]
    for text in others { #expect(number(text) == nil, "\(text)") }
  }

  /// What falls out is never random: one row in twenty may, and no more.
  @Test func moreThanATwentiethOfTheRowsIsTooMany() throws {
    func text(_ wrong: Int) -> String {
      rows(200) { $0 < wrong ? "999,5,answered,soon,10,Ann," : "999,5,answered,200,10,Ann," }
    }
    #expect(try read(text(10)).rowsUsed == 190)
    do throws(RecordsError) {
      _ = try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text(11)]))
      Issue.record("it was read")
    } catch {
      guard case .invalid(let problems) = error, let last = problems.last else { throw error }
      #expect(
        last.description
          == "r.csv: error: 11 of 200 rows cannot be used, the first on lines 2, 3, 4, 5, 6: too many to learn from the "
          + "rest, which may be unlike them — put right what is listed, or take these rows out of the file; at most a "
          + "twentieth may be left out")
      #expect(problems.first?.place.line == 2)
    }
  }

  @Test func daysTakenForSecondsAreWarnedOf() throws {
    let days = try read(rows(100) { "999,0,answered,0.00\(20 + $0 % 9),0.0005,Ann," })
    #expect(
      said(days).filter { $0.contains("days") }
        == ["handling", "wrapUp"].map {
          "100 of the 100 times above 0 in “\($0)” are below one second: are they days, as a spreadsheet keeps times of day?"
        })
    #expect(!said(days).contains { $0.contains("minutes?") })
    let right = try read(rows(100) { "999,0.5s,answered,\(200 + $0 % 9),0:00:10,Ann," })
    #expect(!said(right).contains { $0.contains("days") || $0.contains("minutes?") })
  }

  @Test func minutesTakenForSecondsAreWarnedOf() throws {
    let minutes = try read(rows(100) { "999,1,answered,\(2 + Double($0 % 40) / 10),1,Ann," })
    #expect(
      said(minutes).filter { $0.contains("minutes?") } == [
        "half of the handling times of “999” are below 10 seconds: are they minutes?"
      ])
  }

  @Test func millisecondsTakenForSecondsAreAskedFor() throws {
    let records = try read(rows(100) { "999,1,answered,\($0 == 0 ? 141_458 : 200),1,Ann," })
    #expect(
      records.warnings.first?.description
        == "r.csv:2:5: warning: “141458” is longer than 12 hours: milliseconds? — take times from moments with their dates, "
        + "and write seconds; the row was left out")
  }

  @Test func prioritiesThatAreNoNumbersAreSaid() throws {
    let records = try read(
      rows(100) { "\($0 % 2 == 0 ? "999" : "101"),1,answered,200,1,Ann,\($0 % 2 == 0 ? "P1" : "P3")" })
    #expect(records.odd.first == RowCount(kind: "with a priority that is no number", count: 100))
    #expect(said(records).first == "“P1” is not a number of 0 or more")
    let learned = LearnedScenario(records)
    #expect(learned.channels.allSatisfy { !$0.hasPriority })
    let text = learned.files(path: "s.json5", source: "r.csv").map(\.text).joined()
    #expect(text.contains("(A) no priority was learned from the records"))
  }

  @Test func theOrderOfPrioritiesIsSaidUnlessEmergenciesGoFirst() throws {
    func order(_ first: (String, Int), _ second: (String, Int)) throws -> [String] {
      let text = rows(1_000) { row in
        let channel = row % 2 == 0 ? first : second
        return "\(channel.0),1,answered,200,1,Ann,\(channel.1)"
      }
      return LearnedScenario(try read(text)).warnings.map(\.message).filter { $0.contains("priorities") }
    }
    let said = "by their priorities channels are answered in this order: "
    #expect(try order(("999", 1), ("101", 5)) == [said + "“101” (5), “999” (1)"])
    #expect(try order(("front desk", 1), ("101", 5)) == [said + "“101” (5), “front desk” (1)"])
    #expect(try order(("999", 5), ("101", 1)) == [])
    #expect(try order(("999", 5), ("101", 5)) == [])
  }

  @Test func spellingsOfOneChannelAreWarnedOf() throws {
    let records = try read(rows(90) { "\(["Live Chat", "live-chat", "101"][$0 % 3]),1,answered,200,1,Ann," })
    #expect(said(records) == ["“Live Chat” and “live-chat” are taken for two channels"])
  }

  /// As in the tables that are written for spreadsheets.
  @Test func anApostropheBeforeAFormulaIsNotPartOfAName() throws {
    let records = try read(rows(40) { _ in "'=999,1,answered,200,1,'+Ann," })
    #expect(records.channels.map(\.name) == ["=999"])
  }

  @Test func whatSpreadsheetsLeaveAroundATableIsPassedOver() throws {
    let plain = rows(60) { _ in "999,1,answered,200,1,Ann," }
    let padded =
      "\"sep=,\"\n" + plain.split(separator: "\n").map { "\($0),,\n" }.joined() + ",,,,,,,,,\n , ,\n"
    let records = try read(padded)
    #expect(records.rows == 60 && records.rowsUsed == 60 && records.warnings.isEmpty, "\(said(records))")
    let days = MemoryFiles(["s.csv": "sep=,\ndate,name,\n2022-11-06,,\n2022-11-05,Bonfire Night,\n,,\n"])
    let special = try SpecialDays.read(others: "s.csv", files: days)
    #expect(special[CivilTime(year: 2022, month: 11, day: 5).dayNumber]?.name == "Bonfire Night")
    #expect(special[CivilTime(year: 2022, month: 11, day: 6).dayNumber]?.name == "special day")
  }
}
