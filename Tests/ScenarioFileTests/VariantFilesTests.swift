import Reading
import ScenarioFile
import Testing

/// What tells a scenario from changes to one, and how several scenarios share files.
@Suite struct VariantFilesTests {
  /// What may be meant as a scenario is taken for one, so that it is not passed over for a slip of the pen.
  @Test(
    arguments: [
      ("{ extends: \"base.json5\", team: {} }", .extends),
      ("{ extends: \"base.json5\", calendar: {}, channels: {}, teams: {} }", .extends),
      ("{ calendar: {}, channels: {}, teams: {}, name: 1 }", .parts),
      ("{ calendar: {}, channels: {}, team: {} }", .misspelt(key: "team", part: "teams")),
      ("{ teams: {}, calender: {}, chanels: {} }", .misspelt(key: "calender", part: "calendar")),
      ("{ extend: \"base.json5\", expect: {} }", .misspelt(key: "extend", part: "extends")),
      ("{ Extends: \"base.json5\" }", .misspelt(key: "Extends", part: "extends")),
      ("{ extends: \"base.json5\", extend: 1 }", .extends),
      ("{ ", .unknown), ("{ extends: ", .unknown), ("[]", .unknown), ("[3]", .unknown),
      ("[{ channels: {} }, { calendar: {}, channels: {} }]", nil), ("[{ extends: \"a.json5\" }]", .extends),
      // Changes to another, and what is something else.
      ("{ calendar: {}, channels: {} }", nil), ("{ channels: {}, teams: {} }", nil), ("{ expect: {} }", nil),
      ("{ calender: {}, attendance: 0.9 }", nil), ("{ teams: {}, chanels: {} }", nil),
      ("{ teams: {}, attendence: 0.9 }", nil), ("{ teams: {}, team: {} }", nil), ("{ channels: {} }", nil),
      ("{ source: \"x\", start: 1, days: 2, targets: {} }", nil), ("{}", nil),
    ] as [(String, ScenarioSign?)])
  func signsOfAScenario(text: String, sign: ScenarioSign?) {
    #expect(ScenarioReader.sign(of: "file.json5", files: MemoryFiles(["file.json5": text])) == sign)
    #expect(ScenarioReader.sign(of: "missing.json5", files: MemoryFiles([:])) == .unknown)
  }

  @Test func keysThatNoScenarioHasAreWarnedOf() {
    func warnings(_ text: String) -> [String] {
      ScenarioReader.unknownKeys(of: "a.json5", files: MemoryFiles(["a.json5": text])).map(\.description)
    }
    #expect(
      warnings("{ attendance: 0.9, teems: {} }")
        == ["a.json5:1:20: warning: teems: there is no key “teems” in a scenario — did you mean “teams”?"])
    for text in ["{ attendance: 0.9 }", "{ targets: [], source: 1 }", "{}", "{ ", "[]"] {
      #expect(warnings(text) == [])
    }
    #expect(ScenarioReader.unknownKeys(of: "missing.json5", files: MemoryFiles([:])) == [])
  }

  @Test func namesAreThoseOfFiles() {
    #expect(ScenarioReader.defaultName(path: "plans/two.more.json5") == "two.more")
    #expect(ScenarioReader.defaultName(path: ".json5") == ".json5")
  }

  @Test func filesAreRememberedAndLimitsKept() throws {
    let files = RememberedFiles(MemoryFiles(["a": "12345"]))
    #expect(throws: FileFault.tooLarge) { try files.read("a", limit: 4) }
    #expect(try files.read("a", limit: 5) == Array("12345".utf8))
    #expect(throws: FileFault.tooLarge) { try files.read("a", limit: 4) }
    #expect(throws: FileFault.missing) { try files.read("b", limit: 5) }
  }
}
