import ContactCentre
import Reading
import Testing

@testable import ScenarioFile

/// Scenarios that have more things of a kind than there may be.
@Suite struct TooManyNamesTests {
  /// What refers to those that are too many is right all the same, and takes no longer for there being so many.
  @Test func nothingElseIsSaid() {
    let channels = (0...Limits.channels).map { "c\($0): { arrivals: { perYear: 1 }, handling: { constant: 1 } }" }
    let last = "c\(Limits.channels)"
    let text = """
      { calendar: { start: "2022-07-22T07:00" }, channels: { \(channels.joined(separator: ", ")) },
        teams: { a: { answers: ["\(last)"], staff: { byHour: [\(Fixture.byHour)] } } },
        callers: { often: { channels: { \(last): 1 }, callers: 5 } },
        expect: { it: { metric: "channels.\(last).offered", atLeast: 1 } } }
      """
    #expect(
      problems(["s.json5": text]).map(\.description) == [
        "s.json5:1:54: error: channels: these are 65 channels — there may be at most 64"
      ])
  }

  @Test func noMoreAreGoneThroughThanThereMayBe() throws {
    let text = "{ \((0..<1_000).map { "n\($0): 1" }.joined(separator: ", ")) }"
    let names = ScenarioNames(in: try JSON5Parser.parse(Array(text.utf8), origin: .file("s.json5")), limit: 3)
    #expect(names.listed == ["n0", "n1", "n2"])
    #expect(names.contains("n999") && !names.contains("n1000"))
    #expect((names + ScenarioNames(["more"])).listed == ["n0", "n1", "n2", "more"])
    #expect(ScenarioNames(in: nil, limit: 3).listed == [])
  }

  /// A figure's name begins with the name of a thing, which may have dots and be as long as a name may be.
  @Test(arguments: ["a", "a.b", String(repeating: "x", count: 200), String(repeating: "x.", count: 99) + "yz"])
  func theLongestNameIsKnown(_ name: String) {
    let text = Fixture.least(top: "expect: { it: { metric: '\(name).offered', atLeast: 1 } }")
      .replacing("\"999\"", with: "\"\(name)\"").replacing("'\(name)", with: "'channels.\(name)")
    #expect(problems(["s.json5": text]) == [])
  }
}
