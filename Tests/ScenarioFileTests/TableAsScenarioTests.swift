import Reading
import ScenarioFile
import Testing

/// Tables given where a scenario is wanted.
@Suite struct TableAsScenarioTests {
  private func said(_ text: String) -> [String] { problems(["s.json5": text]).map(\.description) }

  private static let team =
    "this is a table, not a scenario — give a scenario, of which a team names this file: "
    + "teams: { NAME: { staff: { csv: \"s.json5\" } } }"

  @Test(arguments: [
    "handler,start,end\nann,2022-07-22T07:00,2022-07-22T15:00\n", "\u{FEFF}Start,Mon,Tue\r\n00:00,1,2\r\n",
    "time,Monday,Tuesday\n00:00,1,2\n", "handler;start;end\nann;22.07.2022 07:00;22.07.2022 15:00\n",
    "handler\tstart\tend\n", "\"handler\",\"start\",\"end\"\n",
  ])
  func aTableIsSaidToBeOne(text: String) {
    #expect(said(text) == ["s.json5:1: error: \(Self.team)"])
  }

  @Test func theLineOfTheHeaderIsNamed() {
    #expect(said("sep=,\n\nhandler,start,end\n") == ["s.json5:3: error: \(Self.team)"])
  }

  @Test func recordedContactsAreNamedByAChannel() {
    #expect(
      said("Time,handling\n2022-07-22T07:00,60\n") == [
        "s.json5:1: error: this is a table, not a scenario — give a scenario, of which a channel names this file: "
          + "channels: { NAME: { arrivals: { trace: \"s.json5\" } } }"
      ])
  }

  @Test func anOverlayIsLookedAtToo() throws {
    let files = Fixture.files.merging(["rota.csv": "handler,start,end\n"]) { $1 }
    let error = try #require(throws: ScenarioError.self) { try read(files, overlays: ["rota.csv"]) }
    #expect(error.cause == .invalid)
    #expect(error.problems.map(\.message) == ["this is a table, not a scenario"])
    #expect(error.problems.first?.remedy.hasSuffix("csv: \"rota.csv\" } } }") == true)
  }

  /// What has a slip in it, and what is neither.
  @Test(arguments: [
    "{ name: x, attendance: 1 }", "name: x, attendance: 1", "// A night, as it was\nname\n", "/* A, b */ name", "name",
    "[a, b]",
  ])
  func otherTextsAreNoTables(text: String) {
    let all = said(text)
    #expect(all.count == 1 && all.first?.contains("this is a table") == false, "\(all)")
  }
}
