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
      "start,mon,tue\n00:00,1,2\n12:00,3,4\n,,\n , ,\n",
    ])
  func capitalsTimesAndEmptyRows(roster: String) throws {
    #expect(try staff(roster)[3] == twoHalves)
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
