import ScenarioFile
import Testing

/// Teams rostered by a table beside shifts that have breaks.
@Suite struct MissingBreaksTests {
  private func said(
    _ table: String, breaks: String = "breaks: [{ after: '3h', length: '45m' }]", team: String = ""
  ) -> [String] {
    let scenario = """
      { calendar: { start: "2026-03-02T08:00" }, attendance: 0.8,
        channels: { online: { kind: "deferred", arrivals: { perYear: 1 }, handling: { constant: 60 } } },
        shifts: { early: { start: "08:00", length: "8h", \(breaks) } },
        teams: { a: { answers: ["online"], staff: { csv: "r.csv" }, \(team) },
                 b: { answers: ["online"], staff: { early: 1 } } } }
      """
    return problems(["s.json5": scenario, "r.csv": table]).map(\.description)
  }

  private static let tours = "handler,start,end\nann,2026-03-02T08:00,2026-03-03T08:00\n"
  private static let grid =
    "start,mon,tue,wed,thu,fri,sat,sun\n"
    + (0..<24).map { "\($0 < 10 ? "0" : "")\($0):00,1,1,1,1,1,1,1\n" }.joined()

  @Test func toursHaveNone() {
    #expect(
      said(Self.tours) == [
        "r.csv: warning: teams.a.staff: tours of a table have no breaks, and those of shifts have: 9.4 % of “early”. So more "
          + "people are at work than with as many rostered on such shifts — give a tour two rows, before and after its "
          + "break, of which each is then a tour of its own: the time between them is not paid, and lateness and attendance "
          + "are drawn for each; or give the team an attendance of its own, lower by as much: 0.725, which keeps hours and "
          + "cost as they are"
      ])
  }

  @Test func headsHaveNone() {
    let all = said(Self.grid)
    #expect(all.count == 1)
    #expect(all.first?.contains("heads of a table have no breaks") == true)
    #expect(
      all.first?.hasSuffix(
        "leave out who is on a break, or give the team an attendance of its own, lower by as much: 0.725") == true)
  }

  @Test func whatMakesUpForThemIsNotWarnedOf() {
    #expect(said(Self.tours, breaks: "") == [])
    #expect(said(Self.tours, team: "attendance: 0.725") == [])
    #expect(said(Self.grid, team: "attendance: 0.725") == [])
    let parts = "handler,start,end\nann,2026-03-02T08:00,2026-03-02T12:00\nann,2026-03-02T12:45,2026-03-03T08:00\n"
    #expect(said(parts) == [])
    // Two tours are no tour with a break.
    let apart = "handler,start,end\nann,2026-03-02T08:00,2026-03-02T12:00\nann,2026-03-02T20:00,2026-03-03T08:00\n"
    #expect(said(apart).count == 1)
  }
}
