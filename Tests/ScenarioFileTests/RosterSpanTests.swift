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
        channels: { "999": { kind: "deferred", arrivals: { perYear: 1 }, handling: { constant: 60 } } },
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
    #expect(said(tours(2...9), calendar: "days: 7, drain: \"2h\"").isEmpty)
  }

  /// Whoever simulates one night of a month has the roster of the month.
  @Test func aLongerRosterIsNotWarnedOf() {
    let night = "calendar.start=2026-03-11T19:00"
    #expect(said(tours(1...30), night, calendar: "days: 1").isEmpty)
    #expect(said(tours(1...30, "14:00", "23:00"), night, calendar: "days: 1").isEmpty)
    // Other shifts in the weeks beside.
    let turns = tours(2...6, "06:00", "14:00") + tours(9...13, "14:00", "22:00") + tours(16...20, "06:00", "14:00")
    #expect(said(turns, "calendar.start=2026-03-11T06:00", calendar: "days: 1").isEmpty)
  }

  @Test func aRosterThatBeginsLate() {
    #expect(
      said(tours(4...15), calendar: "days: 14") == [
        "roster.csv: warning: teams.a.staff: the first tour of “a” begins at 2026-03-04T00:00, and the simulated time "
          + "at 2026-03-02T00:00: until then nobody is there — roster that time too, or let calendar.start be when the "
          + "roster begins"
      ])
    // Some hours late, where it is there at that time a week later.
    #expect(said(["2026-03-02T06:00,2026-03-03T00:00"] + tours(3...15), calendar: "days: 14").count == 1)
  }

  @Test func aRosterWithoutTheWarmUp() {
    let all = said(tours(2...8), calendar: "days: 7, warmUp: \"1d\"")
    #expect(all.count == 1)
    #expect(
      all.first?.hasSuffix(
        "and the simulated time at 2026-03-01T00:00, with the warm-up: until then nobody is there — roster that time "
          + "too, or shorten calendar.warmUp") == true)
  }

  /// The last two days of a fortnight are missing, and a week earlier somebody is there.
  @Test func aRosterThatEndsEarly() {
    #expect(
      said(tours(2...13), calendar: "days: 14") == [
        "roster.csv: warning: teams.a.staff: the last tour of “a” ends at 2026-03-14T00:00, and the simulated time at "
          + "2026-03-16T00:00: from then on nobody is there — roster that time too, or let calendar.days end when the "
          + "roster does"
      ])
    #expect(said(tours(2...14) + tours(15...15, "00:00", "20:00"), calendar: "days: 14").count == 1)
  }

  @Test func toursOutsideAreCountedInTheWarning() {
    let all = said(tours(1...13), calendar: "days: 14")
    #expect(all.count == 1)
    #expect(
      all.first?.contains(
        ": from then on nobody is there, and 1 of 13 tours lie outside the simulated time — roster that time too")
        == true)
  }

  /// Nobody is there for a week or more, so that no week tells of another.
  @Test func aRosterThatLeavesAWholeWeek() {
    #expect(said(tours(2...8), calendar: "days: 14").count == 1)
    #expect(said(tours(2...4), calendar: "days: 14").count == 1)
    #expect(said(tours(9...11), calendar: "days: 14").count == 1)
  }

  /// One week does not tell whether a team is closed at weekends, nor one day whether it is at night.
  @Test func aRosterTooShortToTellIsBelieved() {
    #expect(said(tours(2...6, "08:00", "17:00")).isEmpty)
    #expect(said(tours(9...13, "08:00", "17:00"), "calendar.start=2026-03-07T00:00").isEmpty)
    #expect(
      said(["2026-03-02T22:00,2026-03-03T07:00"], "calendar.start=2026-03-02T07:00", calendar: "days: 1").isEmpty)
    #expect(said(tours(2...2, "00:00", "08:00"), calendar: "days: 1").isEmpty)
  }

  /// Nobody at the beginning and the end, as on every other day.
  @Test func aTeamThatIsClosedAtNightIsRight() {
    #expect(said(tours(2...8, "08:00", "18:00")).isEmpty)
    #expect(said(tours(2...15, "08:00", "18:00"), calendar: "days: 14").isEmpty)
    #expect(said(tours(2...2, "08:00", "18:00"), calendar: "days: 1").isEmpty)
  }

  /// Three weeks from a Saturday: the weekends are without anybody.
  @Test func aTeamThatIsClosedAtWeekendsIsRight() {
    let weeks = tours(9...13) + tours(16...20) + tours(23...27)
    #expect(said(weeks, "calendar.start=2026-03-07T00:00", calendar: "days: 21").isEmpty)
    // But a week without anybody is none of its own.
    #expect(said(weeks, "calendar.start=2026-03-02T00:00", calendar: "days: 26").count == 1)
  }

  /// From a Sunday at 08:00.
  @Test func aTeamThatOpensLaterOnSundaysIsRight() {
    let week = tours(1...1, "10:00", "18:00") + tours(2...7, "08:00", "18:00")
    let next = tours(8...8, "10:00", "18:00") + tours(9...14, "08:00", "18:00")
    #expect(said(week, "calendar.start=2026-03-01T08:00").isEmpty)
    #expect(said(week + next, "calendar.start=2026-03-01T08:00", calendar: "days: 14").isEmpty)
    // But not where it opens at 08:00 a week later.
    let early = tours(8...14, "08:00", "18:00")
    #expect(said(week + early, "calendar.start=2026-03-01T08:00", calendar: "days: 14").count == 1)
  }

  /// The clocks go forward on the 29th, and the team opens by the clock.
  @Test func aWeekIsOneOfTheClock() {
    let weeks = tours(23...27, "08:00", "17:00") + tours(30...31, "08:00", "17:00")
    let calendar = "days: 9, timeZone: \"Europe/London\""
    #expect(said(weeks, "calendar.start=2026-03-23T00:00", calendar: calendar).isEmpty)
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

  /// A fortnight of October in a calendar of November, and one that just touches it.
  @Test func aRosterOfAnotherMonth() {
    let october = tours(18...31, "08:00", "18:00").map { $0.replacing("-03-", with: "-10-") }
    let touching = tours(1...1, "08:00", "18:00").map { $0.replacing("-03-", with: "-11-") }
    let november = "calendar.start=2026-11-01T00:00"
    let all = said(october, november, calendar: "days: 30")
    #expect(all.count == 1)
    #expect(all.first?.contains("nobody is rostered in this team during the simulated time") == true)
    let late = said(october + touching, november, calendar: "days: 30")
    #expect(late.count == 1)
    #expect(late.first?.contains("14 of 15 tours lie outside the simulated time") == true)
    // Those who come in the drain are too late.
    #expect(said(tours(9...9), calendar: "days: 7, drain: \"2h\"").count == 1)
  }

  @Test func officersAndDispatchersToo() {
    func roster(_ name: String, _ days: ClosedRange<Int>) -> String {
      "handler,start,end\n" + days.map { "\(name),2022-07-\($0)T07:00,2022-07-\($0 + 1)T07:00\n" }.joined()
    }
    let late = ResponseFixture.files(changing: "officers.csv") { _ in roster("ann", 22...28) }
    let settings = [
      "response.dispatchers.staff=null", "response.dispatchers.staff.csv=desk.csv",
    ]
    let desk = late.merging(["desk.csv": roster("eve", 15...21)]) { $1 }
    #expect(
      problems(desk, settings: settings).map { "\($0.path): \($0.message)" } == [
        "response.hubs.Stechford.officers: the first tour of “Stechford” begins at 2022-07-22T07:00, and the simulated "
          + "time at 2022-07-21T07:00, with the warm-up: until then nobody is there, and 5 of 7 tours lie outside the "
          + "simulated time",
        "response.dispatchers.staff: the last tour of “dispatchers” ends at 2022-07-22T07:00, and the simulated time at "
          + "2022-07-24T07:00: from then on nobody is there, and 6 of 7 tours lie outside the simulated time",
      ])
  }
}
