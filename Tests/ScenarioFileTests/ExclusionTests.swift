import Reading
import ScenarioFile
import Testing

/// Keys that exclude one another, of which a patch adds some upon others.
@Suite struct ExclusionTests {
  private static let base = """
    { calendar: { start: "2022-07-22T07:00" },
      channels: { "999": { handling: { constant: 60 },
        arrivals: { perYear: 1000, dayOfWeek: { mon: 2 }, busyness: { day: 0.1 } } } },
      shifts: { days: { start: "07:00", length: "12h" } },
      teams: { a: { answers: ["999"], staff: { days: 4 } } } }
    """

  private func said(_ arrivals: String) -> [String] {
    problems(
      ["s.json5": Self.base, "o.json5": "{ channels: { '999': { arrivals: \(arrivals) } } }", "t.csv": "time\n"],
      overlays: ["o.json5"]
    ).filter { $0.severity == .error }.map { "\($0.message) — \($0.remedy)" }
  }

  @Test func allThatMustGoAreNamedAtOnce() {
    #expect(
      said("{ trace: 't.csv' }") == [
        "“trace” excludes “perYear”, “dayOfWeek” and “busyness” — keep it or them: a patch removes keys by setting them to "
          + "null, here perYear: null, dayOfWeek: null, busyness: null"
      ])
    #expect(said("{ trace: 't.csv', perYear: null, dayOfWeek: null, busyness: null }").isEmpty)
  }

  @Test func whatMustGoIsNotAskedFor() {
    #expect(
      said("{ trace: 't.csv', perYear: null, dayOfWeek: null }") == [
        "“trace” and “busyness” exclude each other — keep one: a patch removes a key by setting it to null, for example "
          + "busyness: null"
      ])
  }
}
