import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// What a baseline is compared with, and that nothing passes because it was compared with nothing.
@Suite struct BaselineMatchTests {
  private let folder: TemporaryFolder
  private static let slower = ["--set", "channels.999.handling.exponential.mean=\"5m\""]
  private static let busy = Fixture.night.replacing("perYear: 20000", with: "perYear: 120000")

  /// A folder with the busy night and its baseline.
  init() throws {
    folder = try TemporaryFolder(["night.json5": Self.busy, "deep/x": ""])
    let outcome = watchroom(
      ["check", folder["night.json5"], "--record", folder["base.json"]], files: DiskFiles())
    #expect(outcome.status == .done, "\(outcome.errors)")
  }

  private func check(_ scenario: String = "night.json5", baseline: String = "base.json", _ arguments: [String] = [])
    -> Outcome
  {
    watchroom(["check", folder[scenario], "--baseline", folder[baseline]] + arguments, files: DiskFiles())
  }

  /// The baseline with something else in place of what was recorded.
  private func change(_ old: String, to new: String) throws {
    let text = try folder.text("base.json")
    #expect(text.contains(old))
    try text.replacing(old, with: new).write(toFile: folder["base.json"], atomically: false, encoding: .utf8)
  }

  @Test(arguments: ["night.json5", "./night.json5", "deep/../night.json5", ".//night.json5"])
  func aRegressionIsFoundHoweverThePathIsWritten(path: String) {
    #expect(check(path, Self.slower).status == .expectationFailed)
  }

  @Test func aPathIsMeantFromTheFolderOfTheBaseline() throws {
    #expect(try folder.text("base.json").contains("\"night.json5\": {"))
    #expect(check("night.json5", Self.slower).status == .expectationFailed)
    #expect(check("./deep/../night.json5").status == .done)
  }

  @Test func aScenarioIsRecordedOnceHoweverItIsWritten() throws {
    let again = folder["deep/../night.json5"]
    let outcome = watchroom(
      ["check", folder["night.json5"], again, "--record", folder["two.json"]], files: DiskFiles())
    #expect(outcome.status == .done, "\(outcome.errors)")
    let text = try folder.text("two.json")
    // Once among the windows, once among the figures: both operands are one scenario.
    #expect(text.components(separatedBy: "\"night.json5\": {").count == 3)
    #expect(!text.contains(folder.path))
  }

  @Test func aScenarioTheBaselineDoesNotHaveIsAnError() throws {
    try Self.busy.write(toFile: folder["other.json5"], atomically: false, encoding: .utf8)
    let outcome = check("other.json5", ["--quiet", "--junit", folder["out.xml"], "--format", "json"])
    #expect(outcome.status == .inputFileWrong)
    let said =
      "base.json: error: scenarios: nothing is recorded of \(folder["other.json5"]) — record it anew with --record"
    #expect(outcome.errors == "\(folder.path)/\(said)\n")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let scenario = try #require((document["scenarios"] as? [[String: Any]])?.first)
    #expect(scenario["verdict"] as? String == "error" && scenario["baseline"] is NSNull)
    #expect((scenario["baselineProblem"] as? String)?.hasSuffix(said) == true)
    let xml = try folder.text("out.xml")
    #expect(xml.contains("tests=\"2\" failures=\"0\" errors=\"1\""))
    #expect(xml.contains("<error type=\"baseline\" message=\"") && xml.contains("nothing is recorded of"))
  }

  @Test func aRenamedExpectationIsNoWayAround() throws {
    try Self.busy.replacing("answered at once", with: "answered").write(
      toFile: folder["night.json5"], atomically: false, encoding: .utf8)
    let outcome = check("night.json5", Self.slower + ["--junit", folder["out.xml"]])
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.output.contains("1 expectation passes, not compared with the baseline (20 replications)"))
    #expect(outcome.errors.contains("base.json:14:5: error: scenarios."))
    #expect(outcome.errors.contains("“answered”: the baseline does not have it"))
    #expect(outcome.errors.contains("note: the baseline has “answered at once”, which is not expected any more\n"))
    let xml = try folder.text("out.xml")
    #expect(xml.contains("skipped=\"2\"") && xml.contains("the scenario does not expect this any more"))
  }

  @Test func aRemovedExpectationIsSaidBesideThoseThatAreCompared() throws {
    let values = Array(repeating: "1", count: 20).joined(separator: ", ")
    try change(
      "\"answered at once\": {",
      to: "\"gone\": { \"metric\": \"x\", \"values\": [\(values)] }, \"answered at once\": {")
    let outcome = check("night.json5", ["--format", "json"])
    #expect(outcome.status == .done)
    #expect(outcome.errors.hasSuffix("night.json5: note: the baseline has “gone”, which is not expected any more\n"))
    #expect(outcome.output.contains("\"noLongerExpected\": [\"gone\"]"))
  }

  @Test func aScenarioThatExpectsNothingAnyMoreIsAnError() throws {
    try Self.busy.replacing(/expect: .*/, with: "").write(
      toFile: folder["night.json5"], atomically: false, encoding: .utf8)
    let outcome = check("night.json5", ["--junit", folder["out.xml"]])
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.output.hasSuffix("night.json5: expects nothing, not compared with the baseline\n"))
    #expect(outcome.errors.contains("nothing of this could be compared: the scenario expects nothing any more"))
    #expect(try folder.text("out.xml").contains("tests=\"2\" failures=\"0\" errors=\"1\""))
  }

  @Test func whatIsUndefinedIsNotSaidToBeMissing() throws {
    let values = Array(repeating: "null", count: 20).joined(separator: ", ")
    let text = try folder.text("base.json").replacing(#/"values": \[[^\]]*\]/#, with: "\"values\": [\(values)]")
    try text.write(toFile: folder["base.json"], atomically: false, encoding: .utf8)
    let outcome = check()
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("fewer than two replications define it both as recorded and now"))
    #expect(!outcome.errors.contains("does not have it"))
  }

  @Test func anotherFigureUnderTheSameNameIsNotCompared() throws {
    try change("serviceLevel.ofOffered", to: "serviceLevel.ofAnswered")
    let outcome = check()
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("the baseline has it of another figure, channels.999.serviceLevel.ofAnswered"))
  }

  @Test func anotherSeedIsRefused() {
    let outcome = check("night.json5", ["--seed", "2"])
    #expect(outcome.status == .inputFileWrong)
    #expect(
      outcome.errors.hasSuffix(
        "base.json:4:11: error: seed: recorded with --seed 1, compared with --seed 2, which makes other callers — record "
          + "it anew, or give --seed 1\n"))
  }

  @Test(arguments: [["--days", "2"], ["--start", "2022-07-23T07:00"]])
  func anotherTimeIsRefused(arguments: [String]) {
    let outcome = check("night.json5", arguments)
    #expect(outcome.status == .inputFileWrong)
    #expect(
      outcome.errors.contains(
        "recorded from 2022-07-22T07:00:00+01:00 to 2022-07-23T07:00:00+01:00, compared from 2022-07-2"))
    #expect(outcome.errors.hasSuffix(" — record it anew, or give the same --start and --days\n"))
  }

  @Test func moreReplicationsAreComparedAsFarAsBothHaveThem() {
    let outcome = check("night.json5", ["--replications", "30"] + Self.slower)
    #expect(outcome.status == .expectationFailed)
    #expect(
      outcome.errors.hasSuffix(
        "note: compared with the baseline over the first 20 replications, which both have\n"))
  }

  @Test func oldBaselinesAreReadWithANote() throws {
    let text = try folder.text("base.json").replacing("\"seed\": 1,", with: "")
      .replacing(#/"windows": \{\s*"[^"]*": \{[^}]*\}\s*\},/#, with: "")
    #expect(!text.contains("window"))
    try text.write(toFile: folder["base.json"], atomically: false, encoding: .utf8)
    let outcome = check("night.json5", Self.slower)
    #expect(outcome.status == .expectationFailed)
    #expect(outcome.errors.contains("base.json: note: this does not say with which seed"))
    #expect(check("night.json5", ["-q"]).errors == "")
  }

  @Test func aBaselineIsRecordedOverUnlessFiguresAreWorse() throws {
    let first = try folder.text("base.json")
    let worse = check("night.json5", Self.slower + ["-q", "--record", folder["deep/../base.json"]])
    #expect(worse.status == .expectationFailed)
    #expect(worse.errors.contains("is not recorded over, because figures are worse than it says"))
    #expect(try folder.text("base.json") == first)
    let faster = ["--set", "channels.999.handling.exponential.mean=\"3m\"", "--record", folder["base.json"]]
    #expect(check("night.json5", faster).status == .done)
    #expect(try folder.text("base.json") != first)
    // Another file may have what is worse.
    #expect(check("night.json5", Self.slower + ["--record", folder["new.json"]]).status == .expectationFailed)
    #expect(try folder.names.contains("new.json"))
  }

  @Test func noOtherFileTakesItsPlace() throws {
    let first = try folder.text("base.json")
    let outcome = check("night.json5", ["--junit", folder["./base.json"]])
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.contains("has another part in this command — name another file"))
    #expect(try folder.text("base.json") == first)
  }
}
