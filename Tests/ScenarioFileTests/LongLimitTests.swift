import DiscreteEvents
import Reading
import ScenarioFile
import Testing

/// Targets whose limit is longer than what is left of the run.
@Suite struct LongLimitTests {
  /// A scenario of so many days with a channel and a grade that have targets.
  private func warnings(
    within: String = "10s", attended: String = "15m", calendar: String = "days: 1", kind: String = "deferred"
  ) throws -> [String] {
    let text = """
      {
        calendar: { start: "2022-07-22T07:00", timeZone: "UTC", \(calendar) },
        channels: { online: {
          kind: "\(kind)", arrivals: { perYear: 1000 }, handling: { constant: 60 }, outcomes: { P1: { share: 0.5 } },
          target: { share: 0.9, within: "\(within)" },
        } },
        teams: { a: { answers: ["online"], staff: { byHour: [\(Fixture.byHour)] } } },
        response: {
          grades: { P1: { within: "\(attended)", target: 0.9 } }, scene: { P1: { takes: { constant: 60 } } },
          areas: { town: { latitude: 52, longitude: -2 } },
          hubs: { north: { latitude: 52, longitude: -2, officers: { byHour: [\(Fixture.byHour)] } } },
        },
      }
      """
    return try read(text).warnings.map(\.description)
  }

  @Test(arguments: ["10s", "15m", "2h", "144m"]) func aLimitThatHardlyShowsIsNoMatter(within: String) throws {
    #expect(try warnings(within: within, attended: within) == [])
    #expect(try warnings(within: within, kind: "call") == [])
  }

  @Test func aChannelWhoseWorkTheRunCutsShortIsWarnedOf() throws {
    #expect(
      try warnings(within: "1d") == [
        "s.json5:5:35: warning: channels.online.target.within: the run ends before everybody has had so long: what comes in "
          + "the last 1d and is not done by then counts as late — let it run on without new arrivals, calendar: "
          + "{ drain: \"1d\" }, or measure more days; drain: \"0s\" says that the end is meant"
      ])
    #expect(try warnings(within: "3h", calendar: "days: 1, drain: \"30m\"").first?.contains("the last 150m") == true)
    #expect(try warnings(within: "3h", kind: "call").first?.contains("is not answered by then counts as late") == true)
    // Nobody came before the window.
    #expect(try warnings(within: "7d", calendar: "days: 2").first?.contains("in the last 2d and") == true)
  }

  @Test func aGradeLikewise() throws {
    let said = try warnings(attended: "8h")
    #expect(said.count == 1)
    #expect(
      said.first?.contains(
        "warning: response.grades.P1.within: the run ends before everybody has had so long: what comes in the last 8h and is "
          + "not attended by then is left out of the share in time — let it run on") == true)
  }

  @Test func aDrainOrMoreDaysMakeItGood() throws {
    #expect(try warnings(within: "1d", attended: "8h", calendar: "days: 1, drain: \"1d\"") == [])
    #expect(try warnings(within: "1d", attended: "8h", calendar: "days: 10") == [])
    #expect(try warnings(within: "1d", attended: "8h", calendar: "days: 1, drain: \"0s\"") == [])
    // A tenth of the window may be missing.
    #expect(try warnings(within: "1d", calendar: "days: 1, drain: \"21h36m\"") == [])
    #expect(try warnings(within: "1d", calendar: "days: 1, drain: \"21h35m\"").count == 1)
  }

  @Test func aGradeWithoutATargetAimsAtNothing() throws {
    #expect(
      try read(
        ResponseFixture.files
      ).warnings.allSatisfy { !$0.path.hasPrefix("response.grades.P4") })
  }
}
