import ScenarioFile
import Testing

@Suite struct KindTests {
  @Test(arguments: [
    ("{ extends: 'base.json5' }", true), ("{ calendar: {}, channels: {} }", true), ("{ channels: {} }", false),
    ("{ calendar: { days: 3 } }", false), ("{}", false), ("{ teams: {} }", false),
    // What cannot be understood may have been meant as a scenario.
    ("{ name: ", true), ("[]", true),
  ])
  func anOverlayIsNoScenario(text: String, isScenario: Bool) {
    #expect(ScenarioReader.isScenario("s.json5", files: MemoryFiles(["s.json5": text])) == isScenario)
  }

  @Test func whatCannotBeReadMayBeAScenario() {
    #expect(ScenarioReader.isScenario("s.json5", files: MemoryFiles([:] as [String: String])))
  }
}
