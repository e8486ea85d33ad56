import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct CheckTests {
  /// Expects more than there can be.
  private static let failing = Fixture.night.replacing("atLeast: 0.1", with: "atLeast: 1.01")
  private static let plain = Fixture.night.replacing(/expect: .*/, with: "")
  private static let overlay = "{ attendance: 0.9 }"

  /// The small night with its service level expected to be exactly what it is, which nobody can be certain of.
  private static func uncertain() throws -> String {
    let level = try Watchroom.run("night.json5", replications: 24, files: MemoryFiles(Fixture.files))
      .estimate("channels.999.serviceLevel.ofOffered")
    return Fixture.night.replacing("atLeast: 0.1", with: "atLeast: \(try #require(level).mean)")
  }

  @Test func isOneLineWhereAllIsWell() {
    let outcome = watchroom("check", "night.json5", "--replications", "4")
    #expect(outcome.status == .done)
    #expect(outcome.output == "night.json5: 1 expectation passes (4 replications)\n")
    #expect(outcome.errors == "")
  }

  @Test func failuresAreExplained() {
    let outcome = watchroom(
      "check", "night.json5", "low.json5", files: ["night.json5": Fixture.night, "low.json5": Self.failing])
    #expect(outcome.status == .expectationFailed)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "night.json5: 1 expectation passes (20 replications)")
    #expect(lines[1] == "low.json5: 1 of 1 expectation fails (20 replications)")
    #expect(lines[2] == "  fail       answered at once")
    #expect(lines[3].contains("% ± ") && lines[3].hasSuffix(", expected at least 101.00%"))
    #expect(lines[4] == "             channels.999.serviceLevel.ofOffered")
    #expect(lines.count == 5)
  }

  @Test func uncertaintyEndsAtTheLimit() throws {
    let files = ["night.json5": try Self.uncertain()]
    let outcome = watchroom("check", "night.json5", "--replications", "10", "--most", "24", files: files)
    #expect(outcome.status == .expectationFailed)
    #expect(outcome.output.hasPrefix("night.json5: 1 of 1 expectation is uncertain (24 replications)\n  uncertain  "))
    #expect(outcome.output.contains("Allow more replications with --most"))
    let other = watchroom("check", "night.json5", "--replications=10", "--most=24", "--jobs=1", files: files)
    #expect(other.output == outcome.output)
  }

  @Test func oneScenarioInTwoSpellingsIsCheckedOnce() {
    let outcome = watchroom("check", "night.json5", "./night.json5", ".//night.json5", "--replications", "4")
    #expect(outcome.status == .done && outcome.output == "night.json5: 1 expectation passes (4 replications)\n")
  }

  /// It has no interval, and so is never uncertain.
  @Test func oneRunAloneIsJudgedAsItIs() throws {
    let outcome = watchroom("check", "night.json5", "--replications", "1", files: ["night.json5": try Self.uncertain()])
    #expect(outcome.output.contains(" (1 replication)\n") && !outcome.output.contains("uncertain"))
    #expect(watchroom("check", "night.json5", "--replications", "1").status == .done)
    let low = watchroom("check", "low.json5", "--replications", "1", files: ["low.json5": Self.failing])
    #expect(low.status == .expectationFailed && low.output.contains("%, expected at least 101.00%\n"))
  }

  /// Of a file that was named it goes without saying.
  @Test func whatAFileOfAFolderIsTakenForIsSaid() throws {
    let changes = "{ calendar: { holidays: [] }, channels: {}, teams: {} }"
    let folder = try TemporaryFolder(["b.json5": Fixture.night, "changes.json5": changes])
    func check(_ path: String) -> Outcome {
      watchroom(["check", path, "--replications", "2"], files: DiskFiles())
    }
    let note = "note: this has calendar, channels and teams, so it is taken for a scenario by itself; "
    let outcome = check(folder.path)
    #expect(outcome.status == .inputFileWrong && outcome.output.contains("b.json5: 1 expectation passes"))
    #expect(outcome.errors.contains("changes.json5: \(note)if it is meant to change another, write extends: in it\n"))
    let named = check(folder["changes.json5"])
    #expect(named.status == .inputFileWrong && !named.errors.contains("note: "))
  }

  /// Every report names options as they were typed, and what a file lacks it lacks whatever options say.
  @Test func placesAreThoseOfTheFileOrAsTyped() throws {
    let files = ["part.json5": "{\n teams: {} }", "night.json5": Fixture.night]
    func problems(_ arguments: String...) throws -> [String] {
      let outcome = watchroom(["check", "--format", "json"] + arguments, files: MemoryFiles(files))
      let root = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let scenario = try #require((root["scenarios"] as? [[String: Any]])?.first)
      let problems = try #require(scenario["problems"] as? [String])
      #expect(problems.map { $0 + "\n" }.joined() == outcome.errors)
      return problems
    }
    let lacking = try problems("part.json5", "--days", "1")
    #expect(lacking.contains { $0.hasPrefix("part.json5:1:1: error: calendar.start: a calendar needs “start”") })
    #expect(!lacking.contains { $0.contains("--") }, "\(lacking)")
    #expect(watchroom("check", "part.json5", "--days", "1", files: files).status == .inputFileWrong)
    #expect(try problems("night.json5", "--start", "noon")[0].hasPrefix("--start noon: error: calendar.start: "))
    // What was typed for one name alone is not laid upon the file.
    let typed = try problems("night.json5", "--set", "channels.998.priority=1")
    #expect(typed[0].hasPrefix("--set channels.998.priority=1: error: channels.998.handling: "), "\(typed)")
    let compared = watchroom("compare", "part.json5", "night.json5", "--days", "1", files: files)
    #expect(compared.status == .inputFileWrong)
    #expect(compared.errors.contains("part.json5:1:1: error: calendar.start: a calendar needs “start”"))
  }

  @Test func aFolderIsSearchedForScenarios() throws {
    let folder = try TemporaryFolder([
      "b.json5": Fixture.night, "a/deep.json5": Fixture.night, "a/overlay.json5": Self.overlay,
      "plain.json5": Self.plain,
      "notes.txt": "{",
    ])
    let outcome = watchroom(["check", folder.path, folder["b.json5"], "--replications", "2"], files: DiskFiles())
    #expect(outcome.status == .done)
    #expect(
      outcome.output.replacing(folder.path, with: "F") == """
        F/a/deep.json5: 1 expectation passes (2 replications)
        F/b.json5: 1 expectation passes (2 replications)
        F/plain.json5: expects nothing

        """)
    #expect(
      outcome.errors.replacing(folder.path, with: "F")
        == "F/a/overlay.json5: note: left out, as it is no scenario by itself\n")
    #expect(watchroom(["check", folder.path, "--quiet"], files: DiskFiles()).errors == "")
  }

  @Test func aFolderWithoutScenariosIsAnError() throws {
    let folder = try TemporaryFolder(["overlay.json5": Self.overlay])
    let outcome = watchroom(["check", "-q", folder.path], files: DiskFiles())
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(
      outcome.errors.replacing(folder.path, with: "F")
        == "watchroom: error: there is no scenario in the folder F — name a scenario, or a folder with *.json5 files that "
        + "are; “watchroom new FILE” writes one to begin with\n")
  }

  @Test func expectingNothingAtAllIsAnError() {
    let outcome = watchroom("check", "plain.json5", files: ["plain.json5": Self.plain])
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.output == "plain.json5: expects nothing\n")
    #expect(outcome.errors.hasPrefix("watchroom: error: nothing is expected, so nothing was checked — "))
  }

  /// A report that says nothing would be taken for a clean one.
  @Test func expectingNothingAtAllIsAnErrorInEveryReport() throws {
    let folder = try TemporaryFolder(["a.json5": Self.plain, "overlay.json5": Self.overlay])
    let outcome = watchroom(
      ["check", folder.path, "--format", "json", "--junit", folder["out.xml"], "-q"], files: DiskFiles())
    #expect(outcome.status == .inputFileWrong)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let scenarios = try #require(json["scenarios"] as? [[String: Any]])
    #expect(scenarios[0]["verdict"] as? String == "error")
    let problems = try #require(scenarios[0]["problems"] as? [String])
    #expect(
      problems.count == 1 && problems[0].contains("expect: nothing is expected, so nothing was checked — say what"))
    let xml = try folder.text("out.xml")
    #expect(xml.contains("failures=\"0\" errors=\"1\""), "\(xml)")
    #expect(xml.contains("<error type=\"invalid\"") && xml.contains("nothing is expected, so nothing was checked"))
    // Beside one that was checked it is no error.
    try Fixture.night.write(toFile: folder["b.json5"], atomically: false, encoding: .utf8)
    let mixed = watchroom(["check", folder.path, "--junit", folder["out.xml"], "-q"], files: DiskFiles())
    #expect(mixed.status == .done)
    #expect(try folder.text("out.xml").contains("errors=\"0\""))
  }

  @Test func anUnknownPathIsAnError() {
    let outcome = watchroom("check", "missing.json5", "night.json5")
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(outcome.output == "night.json5: 1 expectation passes (20 replications)\n")
    #expect(outcome.errors.hasPrefix("missing.json5: error: there is no file missing.json5"))
  }

  @Test func whatIsWrongInOneIsNoReasonToLeaveOutOthers() {
    var files = Fixture.files
    files["low.json5"] = Self.failing
    let outcome = watchroom(
      "check", "broken.json5", "missing.json5", "low.json5", "unknown-figure.json5", "night.json5", files: files)
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.output.contains("low.json5: 1 of 1 expectation fails"))
    #expect(outcome.output.contains("night.json5: 1 expectation passes"))
    for start in ["broken.json5:3:3: error: ", "missing.json5: error: ", "unknown-figure.json5:11:43: error: expect."] {
      #expect(outcome.errors.split(separator: "\n").contains { $0.hasPrefix(start) }, "\(start)")
    }
  }

  @Test func whatIsNoSettingIsSaidOnce() throws {
    let folder = try TemporaryFolder()
    let outcome = watchroom([
      "check", "night.json5", "folder/base.json5", "--set", "a..b=2", "--junit", folder["verdicts.xml"],
    ])
    #expect(outcome.status == .commandLineWrong && outcome.output == "")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try folder.names == [])
  }

  @Test func aSettingThatOneScenarioDoesNotTakeKeepsNoOtherFromBeingChecked() throws {
    let folder = try TemporaryFolder()
    var files = Fixture.files
    files["other.json5"] = Fixture.night.replacing("contact: {", with: "calls: {")
    let outcome = watchroom(
      [
        "check", "night.json5", "other.json5", "--set", "teams.calls.costPerHour=20", "--junit", folder["verdicts.xml"],
        "--format", "json",
      ], files: MemoryFiles(files))
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.hasPrefix("night.json5: --set teams.calls.costPerHour=20: error: teams.calls"))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let scenarios = try #require(document["scenarios"] as? [[String: Any]])
    #expect(scenarios.map { $0["verdict"] as? String } == ["error", "pass"])
    #expect((scenarios[0]["problems"] as? [String])?.first?.hasPrefix("--set teams.calls.costPerHour=20: ") == true)
    let xml = try folder.text("verdicts.xml")
    #expect(xml.contains("tests=\"2\" failures=\"0\" errors=\"1\"") && xml.contains("classname=\"night.json5\""))
  }

  @Test func aScenarioThatNeedsTooMuchMemoryIsRejectedByName() throws {
    let folder = try TemporaryFolder()
    var files = Fixture.files
    files["long.json5"] = Fixture.night.replacing("days: 1,", with: "days: 36600,")
    let outcome = watchroom(
      ["check", "long.json5", "night.json5", "--memory", "60MB", "--junit", folder["verdicts.xml"]],
      files: MemoryFiles(files))
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.output == "night.json5: 1 expectation passes (20 replications)\n")
    #expect(outcome.errors.hasPrefix("long.json5: error: this needs about "))
    #expect(outcome.errors.contains(" — measure fewer days, or use a machine that has more"))
    #expect(try folder.text("verdicts.xml").contains("message=\"long.json5: error: this needs about "))
  }

  @Test func aBoundThatNoShareReachesIsWarnedOf() {
    let night = Fixture.night.replacing(
      "serviceLevel.ofOffered\", atLeast: 0.1", with: "abandonmentRate\", atMost: 5")
    let outcome = watchroom("check", "night.json5", files: ["night.json5": night])
    #expect(outcome.status == .done)
    #expect(
      outcome.errors
        == "night.json5:11:83: warning: expect.answered at once.atMost: 5 is no share, which is 0 … 1 — for 5 % write 0.05\n"
    )
    let odd = night.replacing("atMost: 5", with: "atLeast: -1")
    #expect(
      watchroom("validate", "night.json5", files: ["night.json5": odd]).errors.hasSuffix(
        "-1 is no share, which is 0 … 1 — write a number from 0 to 1\n"))
    // Not of other figures, nor of the ends.
    for fine in ["abandonmentRate\", atMost: 1", "abandonmentRate\", atLeast: 0", "offered\", atMost: 500"] {
      let files = ["night.json5": night.replacing("abandonmentRate\", atMost: 5", with: fine)]
      #expect(watchroom("validate", "night.json5", files: files).errors == "", "\(fine)")
    }
  }

  @Test func anUnknownFigureIsFoundWhereItIsWritten() {
    var files = Fixture.files
    files["expects.json5"] =
      "{\n expect: { \"answered at once\": { metric: \"channels.999.ofered\" } },\n}"
    let overlay = watchroom("validate", "night.json5", "--with", "expects.json5", files: files)
    #expect(overlay.status == .inputFileWrong)
    #expect(overlay.errors.hasPrefix("expects.json5:2:42: error: expect.answered at once.metric: "))
    let setting = watchroom("validate", "night.json5", "--set", "expect.answered at once.metric=channels.999.ofered")
    #expect(setting.status == .commandLineWrong)
    #expect(setting.errors.hasPrefix("--set expect.answered at once.metric=channels.999.ofered: error: expect."))
  }

  @Test func changesApplyToEveryScenario() {
    let outcome = watchroom("check", "night.json5", "--with", "busy.json5", "--set", "attendance=0.01", "--days=2")
    #expect(outcome.status == .expectationFailed)
  }

  @Test func printsJSON() throws {
    let outcome = watchroom("check", "night.json5", "broken.json5", "--format", "json", "--seed", "5")
    #expect(outcome.status == .inputFileWrong)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "watchroom/check/1" && document["seed"] as? Int == 5)
    #expect((document["scenarios"] as? [[String: Any]])?.map { $0["verdict"] as? String } == ["pass", "error"])
  }

  @Test func leavesJUnitForOthers() throws {
    let folder = try TemporaryFolder([
      "verdicts.xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"watchroom check\" tests=\"9\"/>"
    ])
    let outcome = watchroom(["check", "night.json5", "broken.json5", "--junit", folder["verdicts.xml"]])
    #expect(outcome.status == .inputFileWrong)
    let text = try folder.text("verdicts.xml")
    #expect(
      text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"watchroom check\" tests=\"2\""))
    #expect(text.contains("message=\"broken.json5:3:3: error: colour: there is no key “colour”"))
    #expect(try folder.names == ["verdicts.xml"])
  }

  @Test func aFileThatCannotBeWrittenIsSaidBeforeAnythingIsChecked() throws {
    let folder = try TemporaryFolder()
    let outcome = watchroom("check", "night.json5", "--junit", folder["nowhere/verdicts.xml"])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors.replacing(folder.path, with: "F")
        == "watchroom: error: F/nowhere/verdicts.xml cannot be written: No such file or directory — there is no folder “F/nowhere”: make it\n"
    )
    #expect(watchroom(["check", "broken.json5", "--junit", folder.path]).status == .inputOrOutputFailed)
    #expect(try folder.names == [])
  }

  @Test func aFolderThatCannotBeReadIsSaid() {
    struct Locked: Storage {
      func files(below path: String) throws(FileFault) -> FolderListing? { throw .unreadable("Permission denied") }
      func write(_ text: String, to path: String, replacing: Bool) throws(OutputFault) {}
    }
    let outcome = watchroom(["check", "night"], storage: Locked())
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(
      outcome.errors
        == "watchroom: error: the folder night cannot be read: Permission denied — allow it to be read, or name what can "
        + "be\n")
  }

  @Test func progressIsShownOnATerminal() {
    let outcome = watchroom("check", "night.json5", "--replications", "4", progressWidth: 80)
    #expect(outcome.errors.hasPrefix("\r[....................] 0 of 4 replications, 0%"))
    #expect(outcome.errors.hasSuffix(" \r"))
    #expect(watchroom("check", "night.json5", "-q", progressWidth: 80).errors == "")
  }

  @Test func outputThatCannotBeWrittenIsSaid() {
    let outcome = watchroom(["check", "night.json5"], outputFault: OutputFault(ENOSPC))
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(outcome.errors == Outcome.fullOutput)
  }
}
