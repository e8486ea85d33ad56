import Reading
import ScenarioFile
import Testing

/// Moments in rosters as spreadsheets of other countries write them, and tours that run past midnight.
@Suite struct RosterMomentTests {
  private func said(_ rows: [String]) -> [String] {
    problems(
      Fixture.files(changing: "roster.csv") { _ in
        (["handler,start,end,team"] + rows).joined(separator: "\n") + "\n"
      }
    ).map(\.description)
  }

  private static let slashes =
    "“22/07/2022 07:00” is not a moment — dates are day/month/year or month/day/year here: write 2022-07-22 07:00, or give "
    + "the spreadsheet's column the format yyyy-mm-dd hh:mm; other dates in this file may be like it"

  @Test func datesOfAnotherOrderAreSaidOnce() {
    let rows = (0..<50).map { "h\($0),22/07/2022 07:00,22/07/2022 15:00,contact" }
    #expect(said(rows) == ["roster.csv:2:2: error: teams.contact.staff.csv: \(Self.slashes)"])
  }

  /// They hide nothing else that is wrong.
  @Test func otherFaultsAreSaidBesides() {
    let all = said([
      "ann,22/07/2022 07:00,22/07/2022 15:00,contact", "bob,22/07/2022 07:00,22/07/2022 15:00,contcat",
      "cat,soon,22/07/2022 15:00,contact", ",2022-07-22 07:00,22/07/2022 15:00,contact",
    ])
    #expect(all.count == 4, "\(all)")
    #expect(all.first?.contains(Self.slashes) == true)
    for words in ["no team “contcat”", "“soon” is not a moment", "nobody is named"] {
      #expect(all.contains { $0.contains(words) }, "\(all)")
    }
  }

  @Test func tracesSayItOnceToo() {
    let rows = (1...30).map { "\($0)/07/2022 07:00" }.joined(separator: "\n")
    let all = problems(Fixture.files(changing: "night.csv") { _ in "time\n\(rows)\n" }).map(\.message)
    #expect(all == ["“1/07/2022 07:00” is not a moment"])
  }

  @Test func aTourPastMidnightEndsOnTheNextDate() {
    let fault =
      "roster.csv:2:3: error: teams.contact.staff.csv: this tour ends before it begins — let the end follow the start"
    #expect(
      said(["eve,2022-07-31T23:00,2022-07-31 7:00,contact"])
        == ["\(fault); if it runs past midnight, its end is on 2022-08-01"])
    // Of other dates that is not what is wrong.
    #expect(said(["eve,2022-07-31T23:00,2022-07-30T07:00,contact"]) == [fault])
  }

  @Test func aTourOfOneMomentHasNoLength() {
    #expect(
      said(["eve,2022-07-31T23:00,2022-07-31T23:00,contact"]) == [
        "roster.csv:2:3: error: teams.contact.staff.csv: this tour has no length: it ends when it begins — let the end "
          + "follow the start"
      ])
  }
}
