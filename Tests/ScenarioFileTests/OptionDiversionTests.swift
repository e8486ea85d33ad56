import Reading
import ScenarioFile
import Testing

/// What contacts choose before the queue may lead to another channel: that counts wherever diversions do.
@Suite struct OptionDiversionTests {
  /// A menu that some of a channel's callers leave for the desk.
  private static func text(share: String, desk: String = "", perYear: Int = 1_000) -> String {
    """
    {
      calendar: { start: "2022-07-22T07:00" },
      channels: {
        "101": {
          arrivals: { perYear: \(perYear) }, handling: { constant: 60 },
          front: { menu: { options: { report: { share: \(share), divertsTo: { desk: 1 } } } } },
        },
        desk: { handling: { constant: 60 }, \(desk) },
      },
      teams: { all: { answers: ["101", "desk"], staff: { byHour: [\(Fixture.byHour)] } } },
    }
    """
  }

  @Test func whoIsLedByAnOptionComes() throws {
    #expect(try read(Self.text(share: "0.5")).warnings == [])
    // Without the option nobody does.
    let alone = Self.text(share: "0.5").replacing(", divertsTo: { desk: 1 }", with: "")
    #expect(try read(alone).warnings.map(\.message) == ["nobody comes by this channel"])
  }

  /// Whoever is answered at the desk calls three times more; where all of these choose the desk again they multiply without
  /// end, and where a tenth does they die out.
  @Test func contactsThatMultiplyThroughAnOptionAreCountedByItsShare() {
    let again = (1...3).map { "n\($0): { to: \"101\", after: { constant: 60 } }" }.joined(separator: ", ")
    let desk = "outcomes: { again: { share: 1, followUps: { \(again) } } }"
    let all = problems(["s.json5": Self.text(share: "1", desk: desk, perYear: 90_000_000)])
    #expect(all.map(\.path) == ["channels"])
    #expect(all.first?.message.contains("million contacts") == true)
    #expect(problems(["s.json5": Self.text(share: "0.1", desk: desk, perYear: 90_000_000)]) == [])
  }
}
