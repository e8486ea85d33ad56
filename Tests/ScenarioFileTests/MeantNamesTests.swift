import Reading
import ScenarioFile
import Testing

/// Names of parts that are misspelt in a change, which makes such parts anew.
@Suite struct MeantNamesTests {
  private static let base = """
    { calendar: { start: "2022-07-22T07:00" },
      channels: { "999": { arrivals: { perYear: 1 }, handling: { constant: 60 } },
                  online: { kind: "deferred", handling: { constant: 60 } } },
      shifts: { lates: { start: "15:00", length: "8h" } },
      teams: { emergency: { answers: ["999", "online"], staff: { lates: 4 } } },
      expect: { cheap: { metric: "cost.total", atMost: 1e6 } } }
    """

  private func said(_ settings: String..., overlay: String = "{}") -> [String] {
    problems(["s.json5": Self.base, "o.json5": overlay], overlays: ["o.json5"], settings: settings)
      .filter { $0.severity == .error }.map(\.description)
  }

  @Test(arguments: ["emergncy", "Emergency", "EMERGENCIES"])
  func theTeamThatWasMeantIsOffered(name: String) {
    let setting = "teams.\(name).staff.lates=4"
    let words =
      "error: teams.\(name).answers: a team needs “answers” — add answers: [ … ], or, if “emergency” was meant, write that"
    #expect(said(setting) == ["--set \(setting): \(words)"])
    let overlay = said(overlay: "{ teams: {\n  \(name): { staff: { lates: 4 } } } }")
    #expect(overlay.count == 1 && overlay[0].hasPrefix("o.json5:2:") && overlay[0].hasSuffix(words), "\(overlay)")
  }

  @Test(arguments: [
    ("channels.Online.priority=3", "channels.Online.handling", "online"),
    ("shifts.Lates.length=9h", "shifts.Lates.start", "lates"),
    ("expect.cheep.atMost=5", "expect.cheep.metric", "cheap"),
    // Of two keys it needs one.
    ("expect.Cheap.metric=cost.total", "expect.Cheap", "cheap"),
  ])
  func everyPartThatNeedsSomethingOffersIt(setting: String, path: String, meant: String) {
    let all = said(setting).filter { $0.hasPrefix("--set \(setting): error: \(path): ") }
    #expect(all.count == 1 && all[0].hasSuffix(", or, if “\(meant)” was meant, write that"), "\(said(setting))")
  }

  @Test(arguments: [
    ("response.hubs.park lane.latitude=52", "response.hubs.park lane.longitude", "Park Lane"),
    ("response.grades.p1.target=0.8", "response.grades.p1.within", "P1"),
    ("response.areas.Birmingam.weight=2", "response.areas.Birmingam.latitude", "Birmingham"),
  ])
  func partsOfAResponseToo(setting: String, path: String, meant: String) {
    let all = problems(ResponseFixture.files, settings: [setting]).filter { $0.path == path }
    #expect(all.count == 1 && all[0].remedy.hasSuffix(", or, if “\(meant)” was meant, write that"), "\(all)")
  }

  @Test func whatIsLikeNoOtherIsNotOffered() {
    let all = said("teams.desk.staff.lates=1")
    #expect(all.count == 1 && all[0].hasSuffix("a team needs “answers” — add answers: [ … ]"), "\(all)")
  }

  /// Whoever writes both in one text means both.
  @Test func whatStandsInOneTextIsMeant() {
    let text = Self.base.replacing("teams: {", with: "teams: { emergncy: { staff: { lates: 1 } },")
    let all = problems(["s.json5": text]).filter { $0.severity == .error }
    #expect(all.count == 1 && all[0].remedy == "add answers: [ … ]", "\(all)")
  }
}
