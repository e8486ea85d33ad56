import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct NewTests {
  @Test func writesAScenarioThatIsValidAndGreen() throws {
    let folder = try TemporaryFolder()
    let path = folder["mine.json5"]
    let outcome = watchroom(["new", path])
    #expect(outcome.status == .done && outcome.errors == "")
    #expect(try folder.text("mine.json5") == StarterScenario.text)
    #expect(try folder.names == ["mine.json5"])

    let valid = watchroom(["validate", path], files: DiskFiles())
    #expect(valid.status == .done && valid.errors == "" && valid.output == "\(path): ok\n")
    let check = watchroom(["check", folder.path], files: DiskFiles())
    #expect(check.status == .done && check.errors == "")
    #expect(check.output == "\(path): 1 expectation passes (20 replications)\n")
  }

  @Test func theStarterMeetsItsOwnTargets() throws {
    let result = try Watchroom.run(
      "s.json5", replications: 20, files: MemoryFiles(["s.json5": StarterScenario.text]))
    for channel in ["999", "101"] {
      let level = try #require(result.estimate("channels.\(channel).serviceLevel.ofOffered"))
      #expect(level.mean - (level.halfWidth ?? 1) > 0.9, "\(channel)")
    }
    #expect(StarterScenario.text.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test func saysWhatToDoNext() throws {
    let folder = try TemporaryFolder()
    let outcome = watchroom(["new", folder["my force.json5"]])
    #expect(
      outcome.output.replacing(folder.path, with: "F") == """
        F/my force.json5 is written: a small force with 999 and 101. Open it in an editor, then

          watchroom validate 'F/my force.json5'
              says whether what you changed can be understood
          watchroom run --replications 20 'F/my force.json5'
              shows what happens
          watchroom check 'F/my force.json5'
              says whether it does what you expect of it

        """)
    #expect(watchroom(["new", "-q", folder["quiet.json5"]]).output == "")
  }

  @Test func whatIsThereStays() throws {
    let folder = try TemporaryFolder(["mine.json5": "mine"])
    let outcome = watchroom(["new", folder["mine.json5"]])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors.replacing(folder.path, with: "F")
        == "watchroom: error: F/mine.json5 cannot be written: File exists — name a file that is not there yet, in a folder "
        + "that is\n")
    #expect(try folder.text("mine.json5") == "mine")
    #expect(try folder.names == ["mine.json5"])
    #expect(watchroom(["new", folder["nowhere/mine.json5"]]).errors.contains("No such file or directory — "))
  }
}
