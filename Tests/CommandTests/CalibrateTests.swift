import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct CalibrateTests {
  private static let scenario = """
    {
      name: "A small day",
      calendar: { start: "2022-07-22T00:00", days: 1, timeZone: "Europe/London" },
      channels: {
        "999": {
          arrivals: { perYear: 100000 }, patience: { exponential: { mean: "3m" } },
          handling: { exponential: { mean: "4m" } }, target: { share: 0.9, within: "10s" },
        },
      },
      teams: { contact: { answers: ["999"], staff: { byHour: \([Int](repeating: 2, count: 24)) } } },
      calibrate: {
        "handling": { path: "channels.999.handling.exponential.mean", from: "1m", to: "10m" },
        "idle": { path: "attendance", from: 0.9, to: 1, start: 1 },
      },
      attendance: 1,
    }
    """
  private static let targets = """
    {
      source: "a paper",
      targets: [
        { name: "handling", metric: "channels.999.handleTime.mean", value: 3, tolerance: 1, unit: "min", paragraph: 7 },
        { name: "out of reach", metric: "channels.999.offered", atLeast: 100000, note: "it | is" },
        { name: "looked at", metric: "channels.999.answered", value: 250, weight: 0 },
      ],
    }
    """

  private func folder(_ changes: [String: String] = [:]) throws -> TemporaryFolder {
    try TemporaryFolder(["s.json5": Self.scenario, "t.json5": Self.targets].merging(changes) { $1 })
  }

  private func calibrate(_ folder: TemporaryFolder, _ words: String..., progressWidth: Int? = nil) -> Outcome {
    watchroom(
      ["calibrate", folder["s.json5"], "--targets", folder["t.json5"], "--evaluations", "12", "--confirm", "2"]
        + words.map { $0.replacing("FOLDER", with: folder.path) },
      files: DiskFiles(), progressWidth: progressWidth)
  }

  @Test func tellsWhatItFoundAndLeavesItBehind() throws {
    let folder = try folder()
    let outcome = calibrate(folder, "--output", "FOLDER/o.json5", "--evidence", "FOLDER/e.md")
    #expect(outcome.status == .done && outcome.errors == "")
    #expect(outcome.output.hasPrefix("1 of 2 targets met: A small day\n====="))
    #expect(outcome.output.contains("looked at") && outcome.output.contains("reported only"))
    #expect(outcome.output.contains("The targets do not pin down: idle."))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let overlay = try folder.text("o.json5")
    #expect(overlay.hasPrefix("// Found by `watchroom calibrate`") && overlay.contains("handling"))
    let evidence = try folder.text("e.md")
    #expect(evidence.hasPrefix("# A small day: 1 of 2 targets reproduced\n\nTargets: a paper."))
    #expect(evidence.contains("| handling | 3 ± 1 min | ") && evidence.contains("¶7") && evidence.contains("it \\| is"))
    // The overlay is what was found: with it, the search has nothing to do on handling.
    let run = watchroom(
      ["run", folder["s.json5"], "--with", folder["o.json5"], "--format", "json"], files: DiskFiles())
    #expect(run.status == .done)
    #expect(try folder.names == ["e.md", "o.json5", "s.json5", "t.json5"])
  }

  @Test func programsGetTheSameInJSON() throws {
    let outcome = calibrate(try folder(), "--format", "json")
    let root = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(root?["schema"] as? String == "watchroom/calibration/1")
    #expect(root?["met"] as? Int == 1 && root?["of"] as? Int == 2)
    let targets = try #require(root?["targets"] as? [[String: Any]])
    #expect(targets.map { $0["verdict"] as? String } == ["met", "missed", "reported"])
    #expect(targets[0]["value"] as? Double == 180)
    let parameters = try #require(root?["parameters"] as? [[String: Any]])
    #expect(parameters.map { $0["name"] as? String } == ["handling", "idle"])
  }

  @Test func jobsChangeNothing() throws {
    let folder = try folder()
    #expect(calibrate(folder, "--jobs", "1").output == calibrate(folder, "--jobs", "2").output)
  }

  @Test func aJournalIsGoneOnWith() throws {
    let folder = try folder()
    let whole = calibrate(folder, "--jobs", "1", "--resume", "FOLDER/j", "--output", "FOLDER/o.json5")
    let journal = try folder.text("j")
    let overlay = try folder.text("o.json5")
    // All but the header, eight evaluations and a part of the ninth is lost.
    let lines = journal.split(separator: "\n", omittingEmptySubsequences: false)
    let cut = lines[..<9].joined(separator: "\n") + "\n" + lines[9].dropLast(7)
    try cut.write(toFile: folder["j"], atomically: false, encoding: .utf8)
    let resumed = calibrate(
      folder, "--jobs", "1", "--resume", "FOLDER/j", "--output", "FOLDER/o.json5", "--force")
    #expect(resumed.status == .done && resumed.output.contains("8 of them known before"))
    #expect(resumed.output.prefix(400) == whole.output.prefix(400))
    #expect(try folder.text("j") == journal && folder.text("o.json5") == overlay)
  }

  /// Two calibrations that write one journal would each cut off what the other wrote.
  @Test func aJournalIsWrittenByOneAtATime() throws {
    let folder = try folder()
    #expect(calibrate(folder, "--resume", "FOLDER/j").status == .done)
    let journal = try folder.text("j")
    var other: (any TextOutput)? = try DiskAppending().extend(folder["j"], keeping: journal.utf8.count)
    let outcome = calibrate(folder, "--resume", "FOLDER/j")
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(outcome.errors.contains("j cannot be written: \(OutputFault.inUse.reason)"), "\(outcome.errors)")
    try other?.write("another's\n")
    #expect(try folder.text("j") == journal + "another's\n")
    other = nil
    try journal.write(toFile: folder["j"], atomically: false, encoding: .utf8)
    #expect(calibrate(folder, "--resume", "FOLDER/j").status == .done)
    #expect(try folder.text("j") == journal)
  }

  @Test func progressIsShownOnATerminal() throws {
    let outcome = calibrate(try folder(), progressWidth: 60)
    #expect(outcome.errors.contains("] 0 of 12 evaluations, 0%"))
    #expect(calibrate(try folder(), "--quiet", progressWidth: 60).errors == "")
  }

  @Test func theTargetsSayWhatTimeTheyAreAbout() throws {
    let folder = try folder([
      "t.json5": Self.targets.replacing("source:", with: "start: \"2022-01-01T00:00\", days: 2, source:")
    ])
    func offered(_ outcome: Outcome) -> Double {
      let root = try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      let targets = root?["targets"] as? [[String: Any]]
      return (targets?[1]["simulated"] as? [String: Any])?["mean"] as? Double ?? 0
    }
    let two = offered(calibrate(folder, "--format", "json"))
    #expect((450...650).contains(two), "\(two)")
    let one = offered(calibrate(folder, "--format", "json", "--days", "1"))
    #expect((200...350).contains(one), "\(one)")
  }

  @Test func theCommandInTheEvidenceCanBePasted() throws {
    let folder = try folder()
    let words = ["--targets", "t.json5", "--evaluations", "1", "--confirm", "1", "--evidence", folder["e.md"]]
    let outcome = watchroom(
      ["calibrate"] + words + ["--", "-c.json5"],
      files: MemoryFiles(["-c.json5": Self.scenario, "t.json5": Self.targets]))
    #expect(outcome.status == .done, "\(outcome.errors)")
    #expect(try folder.text("e.md").contains(#/ --\s+(\\\s+)?-c\.json5/#))
  }

  @Test func whatIsMissingOrWrongIsSaid() throws {
    let none = watchroom(["calibrate", "s.json5"], files: MemoryFiles([:]))
    #expect(none.status == .commandLineWrong && none.errors.contains("say what should come out: --targets FILE"))

    func refuses(
      _ changes: [String: String], _ status: WatchroomCommand.ExitStatus, _ message: String, _ words: String...
    ) throws {
      let folder = try self.folder(changes)
      let before = try folder.names
      let outcome = watchroom(
        ["calibrate", folder["s.json5"], "--targets", folder["t.json5"], "--evaluations", "1", "--confirm", "1"]
          + words.map { $0.replacing("FOLDER", with: folder.path) }, files: DiskFiles())
      #expect(outcome.status == status && outcome.errors.contains(message), "\(outcome.errors)")
      #expect(outcome.output == "")
      #expect(try folder.names == before)
    }
    try refuses([:], .inputOrOutputFailed, "there is no file", "--targets", "FOLDER/none.json5")
    try refuses(
      ["t.json5": Self.targets.replacing("handleTime.mean", with: "handleTime.men")], .inputFileWrong,
      "targets.0.metric: results of this scenario have no figure “channels.999.handleTime.men” — did you mean")
    try refuses(
      ["t.json5": Self.targets.replacing("handleTime.mean", with: "byHour.24.offered")], .inputFileWrong,
      "results of this scenario have no figure “channels.999.byHour.24.offered” — hours are 0 to 23")
    try refuses(
      ["t.json5": Self.targets.replacing("atLeast: 100000", with: "atLeast: 1, unit: \"min\"")], .inputFileWrong,
      "targets.1.metric: “unit” is for figures in seconds, and “channels.999.offered” is not in seconds — leave")
    let share = "{ sum: [\"channels.999.handleTime.mean\"], of: [\"channels.999.handleTime.median\"] }"
    try refuses(
      ["t.json5": Self.targets.replacing("\"channels.999.handleTime.mean\"", with: share)], .inputFileWrong,
      "targets.0.metric: “unit” is for figures in seconds, and this is a part of a whole — leave")
    // Each would be looked for among all figures.
    let unknown = (0..<400).map { "{ name: \"\($0)\", metric: \"channels.999.offred\", atMost: 1 }" }
    try refuses(
      ["t.json5": "{ targets: [\(unknown.joined(separator: ","))] }"], .inputFileWrong,
      "error: 200 more errors are not listed")
    try refuses(["t.json5": "{ targets: 3 }"], .inputFileWrong, "t.json5:1:12: error: targets: this is a number")
    try refuses(
      ["s.json5": Self.scenario.replacing("calibrate", with: "expect").replacing("\"handling\":", with: "\"x\":")],
      .inputFileWrong, "error:")
    try refuses(
      ["s.json5": Fixture.night], .inputFileWrong, "does not say what may be moved — add, for example, calibrate: {")
    try refuses(
      ["s.json5": Self.scenario.replacing("handling.exponential.mean\"", with: "handling.exponential.men\"")],
      .inputFileWrong, "calibrate.handling: there is no “men” where")
    try refuses(
      ["s.json5": Self.scenario.replacing("from: \"1m\"", with: "from: \"10m\"")], .inputFileWrong,
      "there is nothing between this and “to”")
    try refuses(
      ["s.json5": Self.scenario.replacing("from: 0.9, to: 1,", with: "from: 0.9, to: 2,")], .inputFileWrong,
      "calibrate.idle: where it is 2, attendance: 2 is too large")
    try refuses([:], .commandLineWrong, "error", "--set", "attendance=7")
    try refuses(
      [:], .inputOrOutputFailed, "cannot be written: No such file or directory", "--output", "FOLDER/no/o.json5")
    try refuses([:], .commandLineWrong, "t.json5” has another part in this command", "--evidence", "FOLDER/t.json5")
    try refuses(["taken": ""], .inputOrOutputFailed, "cannot be written: File exists", "--evidence", "FOLDER/taken")
    try refuses([:], .inputOrOutputFailed, "cannot be written: No such file or directory", "--resume", "FOLDER/no/j")
    try refuses([:], .inputOrOutputFailed, "cannot be read: Is a directory — name a file", "--resume", "FOLDER")
    try refuses(
      ["j": "something else\n"], .inputFileWrong, "j:1 is not a line of a calibration's journal", "--resume", "FOLDER/j"
    )
  }

  @Test func theJournalOfAnotherCalibrationIsRefused() throws {
    let folder = try folder()
    #expect(calibrate(folder, "--resume", "FOLDER/j").status == .done)
    let outcome = calibrate(folder, "--resume", "FOLDER/j", "--seed", "2")
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("j is the journal of another calibration: its seed is not the same"))
  }
}
