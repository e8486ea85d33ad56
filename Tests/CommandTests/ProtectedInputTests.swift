import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// No output takes the place of what a command reads, whatever else is asked for with it.
@Suite struct ProtectedInputTests {
  private static let scenario = Fixture.night.replacing(
    "expect:",
    with:
      "calibrate: { handling: { path: \"channels.999.handling.exponential.mean\", from: \"3m\", to: \"5m\" } }, expect:"
  )
  private static let targets =
    "{ targets: [{ name: \"x\", metric: \"channels.999.handleTime.mean\", value: 4, tolerance: 1, unit: \"min\" }] }"
  private static let files = [
    "base.json5": scenario, "tg.json5": targets, "over.json5": "{ attendance: 0.9 }", "diary.txt": "Dear diary",
    "calls.csv": "arrival,channel,wait,outcome\n", "hist.csv": "date,channel,count\n", "days.csv": "date,name\n",
  ]

  private func watchroom(_ folder: TemporaryFolder, _ words: [String]) -> Outcome {
    CommandTests.watchroom(
      words.map { Self.files[$0] != nil || $0 == "link" ? folder[$0] : $0 }, files: DiskFiles())
  }

  private static let calibrate = ["calibrate", "base.json5", "--targets", "tg.json5", "--with", "over.json5"]

  @Test(
    arguments: [
      ["fit", "calls.csv", "--output", "calls.csv", "--force"], ["fit", "calls.csv", "--output", "link", "--force"],
      ["forecast", "hist.csv", "--output", "hist.csv", "--force"],
      ["erlang", "--volumes", "hist.csv", "--share", "0.9", "--csv", "hist.csv"],
      ["forecast", "hist.csv", "--special-days", "days.csv", "--output", "days.csv", "--force"],
      ["forecast", "hist.csv", "--holidays", "days.csv", "--output", "days.csv", "--force"],
      calibrate + ["--output", "tg.json5", "--force"], calibrate + ["--output", "base.json5", "--force"],
      calibrate + ["--evidence", "over.json5", "--force"], calibrate + ["--resume", "tg.json5"],
      calibrate + ["--resume", "base.json5"], calibrate + ["--resume", "over.json5"],
      calibrate + ["--resume", "diary.txt", "--output", "diary.txt", "--force"],
    ])
  func noOutputTakesThePlaceOfAnInput(words: [String]) throws {
    let folder = try TemporaryFolder(Self.files)
    try FileManager.default.createSymbolicLink(atPath: folder["link"], withDestinationPath: folder["calls.csv"])
    let outcome = watchroom(folder, words)
    #expect(outcome.status == .commandLineWrong && outcome.output == "", "\(outcome.errors)")
    #expect(outcome.errors.contains("has another part in this command — name another file"), "\(outcome.errors)")
    for (name, text) in Self.files { #expect(try folder.text(name) == text, "\(name)") }
    #expect(try folder.names == (Self.files.keys + ["link"]).sorted())
  }

  /// Only reading tells what a scenario is made of, and only learning which rosters go beside one.
  @Test func whatIsFoundOutLaterIsProtectedToo() throws {
    let roster = "handler,start,end\na,2022-07-22T07:00,2022-07-23T07:00\n"
    var files = Self.files
    files["base.json5"] = Self.scenario.replacing(
      #/staff: \{ byHour: \[.*?\] \}/#, with: "staff: { csv: \"teams.csv\" }")
    files["teams.csv"] = roster
    let folder = try TemporaryFolder(files)
    for option in ["--output", "--evidence", "--resume"] {
      let outcome = CommandTests.watchroom(
        ["calibrate", folder["base.json5"], "--targets", folder["tg.json5"], option, folder["teams.csv"]]
          + (option == "--resume" ? [] : ["--force"]), files: DiskFiles())
      #expect(outcome.status == .commandLineWrong, "\(option): \(outcome.errors)")
      #expect(outcome.errors.contains("has another part in this command"), "\(outcome.errors)")
    }
    #expect(try folder.text("teams.csv") == roster)
  }

  @Test func aRosterThatIsLearnedDoesNotTakeThePlaceOfTheCalls() throws {
    var calls = "arrival,channel,wait,outcome,handling,agent\n"
    for day in 6...26 {
      for minute in stride(from: 0, to: 1_440, by: 10) {
        let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        calls +=
          "2022-03-\(day < 10 ? "0" : "")\(day)T\(clock),999,5,answered,\(100 + minute * 37 % 200),A\(minute / 10 % 2)\n"
      }
    }
    let folder = try TemporaryFolder(["force-999-heads.csv": calls])
    let outcome = CommandTests.watchroom(
      ["fit", folder["force-999-heads.csv"], "--output", folder["force.json5"], "--force"], files: DiskFiles())
    #expect(outcome.status == .commandLineWrong, "\(outcome.errors)")
    #expect(outcome.errors.contains("has another part in this command — name another file"), "\(outcome.errors)")
    #expect(try folder.names == ["force-999-heads.csv"])
    #expect(try folder.text("force-999-heads.csv") == calls)
  }

  /// Somebody's text of one line without an end is no journal that was cut short.
  @Test func aFileThatIsNoJournalIsNotWrittenOver() throws {
    let folder = try TemporaryFolder(Self.files)
    let outcome = watchroom(folder, Self.calibrate + ["--evaluations", "1", "--resume", "diary.txt"])
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(
      outcome.errors.contains("diary.txt:1 is not a line of a calibration's journal — name another file"),
      "\(outcome.errors)")
    #expect(try folder.text("diary.txt") == "Dear diary")
  }
}
