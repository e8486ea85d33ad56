import ContactCentre
import ScenarioFile
import Testing

/// Rosters as spreadsheets save them.
@Suite struct SpreadsheetRosterTests {
  private func staff(_ roster: String) throws -> [Staff] {
    try read(Fixture.files(changing: "grid.csv") { _ in roster }).scenario.teams.map(\.staff)
  }

  private let twoHalves = Staff.intervals(heads: [[1, 3], [2, 4]] + Array(repeating: [0, 0], count: 5))

  @Test(
    arguments: [
      "start,mon,tue\n00:00,1,2\n12:00,3,4\n", "Start,Mon,Tue\r\n0:00,1,2\r\n12:00,3,4\r\n",
      "START,MON,TUE\n00:00:00,1,2\n12:00:00,3,4\n", "\u{FEFF}start,Tue,Mon\n0:00:00,2,1\n12:00,4,3\n",
      "start,mon,tue\n00:00,1,2\n12:00,3,4\n,,\n , ,\n", "From,Monday,TUESDAY\n00:00,1,2\n12:00,3,4\n",
      "start,Mon.,tues\n00:00,1,2\n12:00,3,4\n",
    ])
  func capitalsTimesAndEmptyRows(roster: String) throws {
    #expect(try staff(roster)[3] == twoHalves)
  }

  @Test func otherColumnsOfAGridArePassedOver() throws {
    let files = Fixture.files(changing: "grid.csv") { _ in
      "start,mon,Total,tue,holiday\n00:00,1,x,2,\n12:00,3,7,4,9\n"
    }
    let found = try read(files)
    #expect(found.scenario.teams[3].staff == twoHalves)
    let remedy = "it is passed over; the columns are start, mon, tue, wed, thu, fri, sat, sun"
    #expect(
      found.warnings.filter { $0.place.file == "grid.csv" && $0.place.line == 1 }.map(\.description) == [
        "grid.csv:1:3: warning: teams.desk.staff.csv: there is no use for the column “Total” — \(remedy)",
        "grid.csv:1:5: warning: teams.desk.staff.csv: there is no use for the column “holiday” — \(remedy)",
      ])
    // Of a day that is there nothing is a slip.
    let sums = Fixture.files(changing: "grid.csv") { text in
      text.split(separator: "\n").map { $0 + ($0.hasPrefix("start") ? ",sum\n" : ",9\n") }.joined()
    }
    #expect(try read(sums).scenario.teams == read(Fixture.files).scenario.teams)
  }

  @Test func theHeaderOfTours() throws {
    let files = Fixture.files(changing: "roster.csv") {
      $0.replacing("handler,start,end,team", with: "Handler,Start,End,Team") + "\n,,,\n"
    }
    #expect(try read(files).scenario.teams == read(Fixture.files).scenario.teams)
  }

  @Test func aTourOfAWholeDayIsNotTooLong() throws {
    func messages(_ end: String) -> [String] {
      problems(Fixture.files(changing: "roster.csv") { $0 + "\nzoe,2022-07-22T07:00,\(end),contact" }).map(\.message)
    }
    #expect(!messages("2022-07-23T07:00").contains { $0.contains("longer than") })
    #expect(messages("2022-07-23T07:01").contains("this tour is longer than 24 hours"))
  }
}
