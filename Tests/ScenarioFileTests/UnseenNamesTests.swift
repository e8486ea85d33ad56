import Reading
import ScenarioFile
import Testing

/// Names that nobody sees, and names that nobody can tell apart.
@Suite struct UnseenNamesTests {
  private func problems(ofChannels names: [String]) -> [Problem] {
    let channels = names.map { "\"\($0)\": { arrivals: { perYear: 10000 }, handling: { constant: 60 } }" }
    return ScenarioFileTests.problems([
      "s.json5": """
      { calendar: { start: "2022-07-22T07:00" }, channels: { \(channels.joined(separator: ",\n")) },
        teams: { a: { answers: [\(names.map { "\"\($0)\"" }.joined(separator: ", "))], staff: { byHour: [\(Fixture.byHour)] } } } }
      """
    ]).filter { $0.path.hasPrefix("channels") }
  }

  @Test(arguments: [" ", "  ", "\u{200b}", "\u{2800}", "\u{202e}\u{a0}", "\u{feff}\u{2003}"])
  func aNameThatNobodySeesIsRefused(name: String) {
    let found = problems(ofChannels: ["a", name])
    #expect(found.count == 1 && found[0].message == "this name is not usable", "\(found)")
    #expect(found.first?.place.description.hasPrefix("s.json5:2:1") == true)
  }

  @Test(arguments: ["a\u{200b}", "\u{202e}a", "\u{feff}a", "a\u{ad}"])
  func namesThatLookAlikeAreRefused(name: String) {
    let found = problems(ofChannels: ["a", name])
    #expect(found.count == 1 && found[0].message == "this name looks like another one here", "\(found)")
  }

  @Test(arguments: ["á", "999", "Zoë’s desk", "警察", "👩‍👩‍👧", "⠓"])
  func aNameThatCanBeReadIsTaken(name: String) {
    #expect(problems(ofChannels: ["a", name]).isEmpty)
  }
}
