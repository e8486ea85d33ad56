import ContactCentre
import Reading
import ScenarioFile
import Testing

/// Expectations of figures whose channel, team, grade or hub has dots in its name.
@Suite struct DottedNamesTests {
  private func scenario(metric: String) -> [String: String] {
    [
      "s.json5": """
      {
        calendar: { start: "2022-07-22T07:00" },
        channels: {
          "St. Mary's desk": { arrivals: { perYear: 10000 }, handling: { constant: 60 }, target: { share: 0.9, within: 10 } },
          "a": { arrivals: { perYear: 10000 }, handling: { constant: 60 } },
          "a.b": { arrivals: { perYear: 10000 }, handling: { constant: 60 }, target: { share: 0.9, within: 10 } },
        },
        teams: { desk: { answers: ["St. Mary's desk", "a", "a.b"], staff: { byHour: \([Int](repeating: 3, count: 24)) } } },
        expect: { "it": { metric: '\(metric)', atLeast: 0.9 } },
      }
      """
    ]
  }

  @Test(arguments: [
    ("channels.St. Mary\\'s desk.offered", "channels.St. Mary's desk.offered"),
    ("channels.\"St. Mary\\'s desk\".serviceLevel.ofOffered", "channels.St. Mary's desk.serviceLevel.ofOffered"),
    ("channels.a.b.serviceLevel.ofOffered", "channels.a.b.serviceLevel.ofOffered"),
    ("channels.\"a.b\".serviceLevel.ofOffered", "channels.a.b.serviceLevel.ofOffered"),
    ("channels.\"a\".offered", "channels.a.offered"),
  ])
  func eitherSpellingIsTheFigure(metric: String, name: String) throws {
    let read = try read(scenario(metric: metric))
    #expect(read.warnings == [] && read.scenario.expectations.map(\.metric) == [name])
  }

  @Test func anUnknownNameIsSaid() throws {
    let error = try #require(throws: ScenarioError.self) {
      try read(scenario(metric: "channels.\"a.c\".offered"))
    }
    #expect(error.problems.map(\.message) == ["there is no channel “a.c”"])
  }
}
