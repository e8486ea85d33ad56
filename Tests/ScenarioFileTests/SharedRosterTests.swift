import Reading
import ScenarioFile
import Testing

/// Roster files that several name.
@Suite struct SharedRosterTests {
  /// What is said of teams a, b and c with these staffs and of `table`, which is `r.csv` and `s.csv`.
  private func said(_ table: String, a: String = "r.csv", b: String = "r.csv", c: String? = nil) -> [Problem] {
    let scenario = """
      { calendar: { start: "2026-03-02T00:00" },
        channels: { online: { kind: "deferred", arrivals: { perYear: 1 }, handling: { constant: 60 } } },
        teams: { a: { answers: ["online"], staff: { csv: "\(a)" } },
                 b: { answers: ["online"], staff: { csv: "\(b)" } },
                 \(c.map { "c: { answers: ['online'], staff: { csv: '\($0)' } }" } ?? "") } }
      """
    return problems(["s.json5": scenario, "r.csv": table, "s.csv": table])
  }

  private static let tours = "handler,start,end\nann,2026-03-02T00:00,2026-03-03T00:00\n"
  private static let ownTours = """
    handler,start,end,team
    ann,2026-03-02T00:00,2026-03-03T00:00,a
    bob,2026-03-02T00:00,2026-03-03T00:00,b
    """

  @Test func toursOfNoTeamAreOfOneOnly() {
    let all = said(Self.tours)
    #expect(
      all.map { "\($0.severity) \($0.path): \($0.message) — \($0.remedy)" } == [
        "error teams.b.staff.csv: everybody in “r.csv” is in “a” already, and would be in “b” as well — add a column “team” "
          + "that says whose each tour is, or give each team a file of its own"
      ])
    #expect(all.first?.place.line == 4)
    // By another way to the same file, and by a third team.
    #expect(said(Self.tours, b: "./r.csv").map(\.path) == ["teams.b.staff.csv"])
    #expect(said(Self.tours, c: "r.csv").map(\.path) == ["teams.b.staff.csv", "teams.c.staff.csv"])
  }

  @Test func whatSaysWhoseItIsMayBeShared() {
    #expect(said(Self.ownTours) == [])
    #expect(said(Self.tours, b: "s.csv") == [])
    #expect(said("handler,start,end\n").filter { $0.severity == .error } == [])
  }

  /// They have no names.
  @Test func headsMayBeShared() {
    let rows = (0..<24).map { "\($0):00,1,1,1,1,1,1,1\n" }.joined()
    #expect(said("start,mon,tue,wed,thu,fri,sat,sun\n" + rows) == [])
  }

  /// A hub's officers and its diary are both called like the hub.
  @Test func officersAreInNoDiaryToo() {
    let all = problems(ResponseFixture.files, settings: ["response.hubs.Stechford.diary.csv=officers.csv"])
    #expect(
      all.filter { $0.severity == .error }.map(\.description) == [
        "--set response.hubs.Stechford.diary.csv=officers.csv: error: response.hubs.Stechford.diary.csv: everybody in "
          + "“officers.csv” is in “Stechford” already, and would be there twice — give each a file of its own"
      ])
  }
}
