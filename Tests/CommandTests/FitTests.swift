import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct FitTests {
  /// Three weeks of one channel, a call every ten minutes, of which one in ten is not answered.
  private static let calls: String = {
    var text = "arrival,channel,wait,outcome,handling,agent\n"
    for day in 6...26 {
      for minute in stride(from: 0, to: 1_440, by: 10) {
        let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        let wait = (minute / 10 * 7) % 23
        let end = minute % 100 == 0 ? "abandoned,," : "answered,\(100 + minute * 37 % 200),A\(minute / 10 % 2)"
        text += "2022-03-\(day < 10 ? "0" : "")\(day)T\(clock),999,\(wait),\(end)\n"
      }
    }
    return text
  }()

  private func fit(_ arguments: [String], _ text: String = Self.calls, storage: some Storage = DiskStorage()) -> Outcome
  {
    watchroom(["fit", "calls.csv"] + arguments, files: MemoryFiles(["calls.csv": text]), storage: storage)
  }

  @Test func leavesAScenarioThatIsValidAndRuns() throws {
    let folder = try TemporaryFolder()
    let path = folder["force.json5"]
    let outcome = fit(["--output", path])
    #expect(outcome.status == .done && outcome.errors == "")
    #expect(try folder.names == ["force-999-heads.csv", "force.json5"])
    let valid = watchroom(["validate", path], files: DiskFiles())
    #expect(valid.status == .done && valid.errors == "" && valid.output == "\(path): ok\n")
    #expect(watchroom(["run", path, "--days", "2"], files: DiskFiles()).status == .done)
    #expect(try folder.text("force.json5").contains("  calendar: { start: \"2022-03-06T00:00\", days: 21,"))
    #expect(try folder.text("force.json5").contains("      // costPerHour: …, the records hold no price\n    },\n"))
  }

  @Test func reportsHowWellItFits() {
    let output = fit([]).output
    #expect(output.hasPrefix("Learned from calls.csv\n====="))
    for line in [
      "Rows        3,024", "Used        3,024", "Whole days     21",
      "Channel  Contacts  Abandoned  In time  A year  Dispersion  Day cv  Hour cv",
      "999         3,024     10.42%", "Still waiting  10 s", "Heads by hour, on a mean day",
    ] { #expect(output.contains(line), "\(output)") }
    #expect(output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(fit([]).output == output)
  }

  @Test func holidaysMayBeSaid() {
    let files = MemoryFiles([
      "calls.csv": Self.calls, "ours.csv": "2022-03-07,x\n2022-03-15,y\n2022-03-24,z\n",
    ])
    #expect(!fit([]).output.contains("Holidays"))
    let outcome = watchroom(["fit", "calls.csv", "--holidays", "ours.csv"], files: files)
    #expect(outcome.status == .done && outcome.errors == "")
    // Every day is like every other, holidays too.
    #expect(
      outcome.output.contains(
        "\nHolidays        3  learned apart from other days\n"
          + "             100%  as many 999 as on other days of their weekdays\n"
      ))
    #expect(
      watchroom(["fit", "calls.csv", "--holidays", "no.csv"], files: files).status
        == .inputOrOutputFailed)
    #expect(fit(["--holidays", "ours.csv", "--output", "ours.csv"]).status == .commandLineWrong)
  }

  @Test func theReportIsPrintedForPrograms() throws {
    let text = Self.calls + "soon,999,1,answered,1,A0\n"
    let outcome = fit(["--format", "json", "--quiet"], text)
    #expect(outcome.status == .done && outcome.errors == "")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "watchroom/fit/1" && document["records"] as? String == "calls.csv")
    #expect(document["rows"] as? Int == 3_025 && document["rowsUsed"] as? Int == 3_024)
    #expect(fit(["--format", "json", "--quiet"], text).output == outcome.output)
  }

  @Test func brokenRowsAreSaidUnlessQuiet() {
    let text = Self.calls + "soon,999,1,answered,1,A0\n"
    let outcome = fit([], text)
    #expect(outcome.status == .done)
    #expect(outcome.errors.hasPrefix("calls.csv:3026:1: warning: “soon” is not a moment"))
    #expect(outcome.output.contains("Left out        1  an arrival that is no moment"))
    #expect(fit(["--quiet"], text).errors == "")
    #expect(fit(["--quiet"], text).output == outcome.output)
  }

  @Test func aScenarioWithRostersNeedsAPlaceForThem() {
    let outcome = fit(["--output", "-"])
    #expect(outcome.status == .commandLineWrong && outcome.output == "")
    #expect(
      outcome.errors.contains(
        "--output: rosters go beside the scenario, which standard output has no place for — name a file"))
  }

  @Test func nothingIsReplacedUnlessForced() throws {
    let folder = try TemporaryFolder(["force.json5": "mine"])
    let outcome = fit(["--output", folder["force.json5"]])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors.replacing(folder.path, with: "F")
        == "watchroom: error: F/force.json5 cannot be written: File exists — name a file that is not there yet, or add "
        + "--force\n")
    #expect(try folder.text("force.json5") == "mine")
    #expect(fit(["--force", "--output", folder["force.json5"]]).status == .done)
    #expect(try folder.text("force.json5").hasPrefix("// Learned from \"calls.csv\""))
  }

  /// What a run that failed leaves behind would keep the next from leaving anything: of two rosters, whichever is there.
  @Test(arguments: ["force-101-heads.csv", "force-999-heads.csv"])
  func aRosterThatIsThereKeepsAllFromBeingLeft(name: String) throws {
    let day = Self.calls.split(separator: "\n").prefix(145).joined(separator: "\n")
    let other = day.split(separator: "\n").dropFirst().joined(separator: "\n").replacing(",999,", with: ",101,")
      .replacing(",A", with: ",B")
    let folder = try TemporaryFolder([name: "mine"])
    let words = ["-q", "--output", folder["force.json5"]]
    let outcome = fit(words, "\(day)\n\(other)\n")
    #expect(outcome.status == .inputOrOutputFailed && outcome.output.hasPrefix("Learned from calls.csv\n"))
    #expect(
      outcome.errors.contains(
        "\(name) cannot be written: File exists — name a file that is not there yet, or add --force"),
      "\(outcome.errors)")
    #expect(try folder.names == [name])
    #expect(try folder.text(name) == "mine")
    #expect(fit(words + ["--force"], "\(day)\n\(other)\n").status == .done)
    #expect(try folder.names == ["force-101-heads.csv", "force-999-heads.csv", "force.json5"])
  }

  @Test(
    arguments: [
      (
        ["fit"], WatchroomCommand.ExitStatus.commandLineWrong,
        "watchroom: error: “fit” needs a CSV file with the columns"
      ),
      (["fit", "nowhere.csv"], .inputOrOutputFailed, "nowhere.csv: error: there is no file nowhere.csv — name a file"),
      (["fit", "empty.csv"], .inputFileWrong, "empty.csv: error: the file is empty — begin it with arrival,"),
      (["fit", "-q", "bad.csv"], .inputFileWrong, "bad.csv:1: error: the header has no column “outcome”"),
      (
        ["fit", "empty.csv", "--time-zone", "Europe/Lundon"], .commandLineWrong,
        "watchroom: error: --time-zone: there is no time zone “Europe/Lundon”: name one such as Europe/London"
      ),
      (
        ["fit", "a.csv", "b.csv"], .commandLineWrong, "watchroom: error: “b.csv” is too much: “fit” takes one CONTACTS"
      ),
      (["fit", "a.csv", "--output", ""], .commandLineWrong, "watchroom: error: --output: the name of a file is empty"),
    ])
  func failures(arguments: [String], status: WatchroomCommand.ExitStatus, said: String) {
    let outcome = watchroom(arguments, files: MemoryFiles(["empty.csv": "", "bad.csv": "arrival,channel,wait,x\n"]))
    #expect(outcome.status == status && outcome.output == "")
    #expect(outcome.errors.hasPrefix(said), "\(outcome.errors)")
  }
}
