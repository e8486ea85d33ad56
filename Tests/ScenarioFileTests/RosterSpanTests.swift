import Reading
import ScenarioFile
import Testing

/// Rosters of named people that do not cover the simulated time.
@Suite struct RosterSpanTests {
  /// What is said of a week from a Monday, or of another calendar, and a roster of these tours, each `start,end`.
  private func said(_ tours: [String], _ settings: String..., calendar: String = "days: 7") -> [String] {
    let rows = tours.map { "ann,\($0)\n" }.joined()
    let scenario = """
      { calendar: { start: "2026-03-02T00:00", \(calendar) },
        channels: { "999": { arrivals: { perYear: 1 }, handling: { constant: 60 } } },
        teams: { a: { answers: ["999"], staff: { csv: "roster.csv" } } } }
      """
    return problems(["s.json5": scenario, "roster.csv": "handler,start,end\n" + rows], settings: settings)
      .map(\.description)
  }

  private func date(_ day: Int) -> String { "2026-03-\(day < 10 ? "0" : "")\(day)" }

  /// A tour round the clock on each day of March 2026.
  private func tours(_ days: ClosedRange<Int>) -> [String] {
    days.map { "\(date($0))T00:00,\(date($0 + 1))T00:00" }
  }

  /// A tour on each day of March 2026, from one time of day to another.
  private func tours(_ days: ClosedRange<Int>, _ start: String, _ end: String) -> [String] {
    days.map { "\(date($0))T\(start),\(date($0))T\(end)" }
  }

  @Test func aRosterThatCoversAllIsNotWarnedOf() {
    #expect(said(tours(2...8)).isEmpty)
    #expect(said(tours(1...8), calendar: "days: 7, warmUp: \"1d\"").isEmpty)
    // What begins in the drain is not outside.
    #expect(said(tours(2...9), calendar: "days: 7, drain: \"2h\"").isEmpty)
  }

  @Test func toursOutsideAreCounted() {
    #expect(
      said(tours(1...10)) == [
        "roster.csv: warning: teams.a.staff: 3 of 10 tours lie outside the simulated time and are left out — set "
          + "calendar.start and calendar.days to the time that is rostered: the simulated time is from "
          + "2026-03-02T00:00 to 2026-03-09T00:00"
      ])
  }

  @Test func aRosterThatBeginsLate() {
    #expect(
      said(tours(4...8)) == [
        "roster.csv: warning: teams.a.staff: the first tour of “a” begins at 2026-03-04T00:00, and the simulated time "
          + "at 2026-03-02T00:00: until then nobody is there — roster that time too, or let calendar.start be when the "
          + "roster begins"
      ])
    // Some hours late, where it is there at that time on other days.
    #expect(said(["2026-03-02T06:00,2026-03-03T00:00"] + tours(3...8)).count == 1)
  }

  @Test func aRosterWithoutTheWarmUp() {
    let all = said(tours(2...8), calendar: "days: 7, warmUp: \"1d\"")
    #expect(all.count == 1)
    #expect(
      all.first?.hasSuffix(
        "and the simulated time at 2026-03-01T00:00, with the warm-up: until then nobody is there — roster that time "
          + "too, or shorten calendar.warmUp") == true)
  }

  @Test func aRosterThatEndsEarly() {
    #expect(
      said(tours(2...5)) == [
        "roster.csv: warning: teams.a.staff: the last tour of “a” ends at 2026-03-06T00:00, and the simulated time at "
          + "2026-03-09T00:00: from then on nobody is there — roster that time too, or let calendar.days end when the "
          + "roster does"
      ])
    #expect(said(tours(2...7) + tours(8...8, "00:00", "20:00")).count == 1)
    // Of one day no other tells when the team is open: half of it is much.
    #expect(said(tours(2...2, "00:00", "08:00"), calendar: "days: 1").count == 1)
  }

  /// Nobody at the beginning and the end, as on every other day.
  @Test func aTeamThatIsClosedAtNightIsRight() {
    #expect(said(tours(2...8, "08:00", "18:00")).isEmpty)
    #expect(said(tours(2...2, "08:00", "18:00"), calendar: "days: 1").isEmpty)
  }

  /// Three weeks from a Saturday: the weekends are without anybody.
  @Test func aTeamThatIsClosedAtWeekendsIsRight() {
    let weeks = tours(9...13) + tours(16...20) + tours(23...27)
    #expect(said(weeks, "calendar.start=2026-03-07T00:00", calendar: "days: 21").isEmpty)
    // But a week without anybody is none of its own.
    #expect(said(weeks, "calendar.start=2026-03-02T00:00", calendar: "days: 26").count == 1)
  }

  @Test func aRosterOfOtherDaysNamesBothTimes() {
    let all = said(tours(10...12))
    #expect(all.count == 1)
    #expect(
      all.first?.hasSuffix(
        "nobody is rostered in this team during the simulated time — check the dates of the roster and of the calendar: "
          + "the tours are from 2026-03-10T00:00 to 2026-03-13T00:00, and the simulated time is from 2026-03-02T00:00 "
          + "to 2026-03-09T00:00") == true)
  }

  @Test func officersAndDispatchersToo() {
    let late = ResponseFixture.files(changing: "officers.csv") {
      $0.replacing("ann,2022-07-21T07:00,2022-07-21T16:00,Stechford\n", with: "")
    }
    let settings = [
      "response.dispatchers.staff=null", "response.dispatchers.staff.csv=desk.csv",
    ]
    let desk = late.merging(["desk.csv": "handler,start,end\neve,2022-07-21T07:00,2022-07-22T07:00\n"]) { $1 }
    #expect(
      problems(desk, settings: settings).map { "\($0.path): \($0.message)" } == [
        "response.hubs.Stechford.officers: the first tour of “Stechford” begins at 2022-07-22T07:00, and the simulated "
          + "time at 2022-07-21T07:00, with the warm-up: until then nobody is there",
        "response.dispatchers.staff: the last tour of “dispatchers” ends at 2022-07-22T07:00, and the simulated time at "
          + "2022-07-24T07:00: from then on nobody is there",
      ])
  }
}
