import Reading
import Testing

@testable import ScenarioFile

/// Which of the changes to a scenario it was that said something.
@Suite struct ChangePlaceTests {
  private static let files = [
    "days.json5": "{ calendar: { days: 3 },\n  surges: { one: null } }", "child.json5": "{ extends: \"days.json5\" }",
    "calendar.json5": "{ calendar: { drain: 60 }, teams: null }", "broken.json5": "{ calendar: ",
  ]

  private func place(_ path: [String], _ overlays: [String] = [], _ settings: [String] = []) -> String? {
    ScenarioReader.place(
      ofChangeTo: ScenarioPath(path), overlays: overlays, settings: settings, files: MemoryFiles(Self.files))?
      .description
  }

  @Test func theLastThatSaysItIsNamed() {
    let days = ["calendar", "days"]
    #expect(place(days, ["days.json5", "calendar.json5"], ["attendance=0.9"]) == "days.json5:1:21")
    #expect(place(days, ["days.json5"], ["calendar.days=4", "calendar.start=x"]) == "--set calendar.days=4")
    #expect(place(days, ["days.json5"], ["calendar.days=4", "calendar.days=5"]) == "--set calendar.days=5")
    #expect(place(days, ["child.json5"]) == "days.json5:1:21")
  }

  @Test func whatIsTakenAwayHasAPlaceToo() {
    #expect(place(["surges", "one"], ["days.json5"], ["calendar.days=4"]) == "days.json5:2:18")
    #expect(place(["surges", "one"], [], ["surges.one=null", "surges.two.over=3"]) == "--set surges.one=null")
    // With all that is in it.
    #expect(place(["teams", "a", "concurrency"], ["calendar.json5"]) == "calendar.json5:1:35")
  }

  @Test func whatNobodyChangesHasNone() {
    #expect(place(["teams", "a"], ["days.json5"], ["teams.b.concurrency=2"]) == nil)
    #expect(place(["calendar", "days"]) == nil)
    #expect(place(["calendar", "days"], ["broken.json5", "missing.json5"], ["=", "calendar.drain=1"]) == nil)
  }
}
