import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct RunTests {
  private func json(_ outcome: Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func printsTheServiceLevels() {
    let outcome = watchroom("run", "night.json5")
    #expect(outcome.status == .done)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("A small night\n===="))
    #expect(outcome.output.contains("From          Friday 22 July 2022, 07:00\n"))
    #expect(outcome.output.contains("\n999 (call)\n"))
    #expect(outcome.output.hasSuffix("\nwatchroom run --seed 1 --replications 1 night.json5\n"))
  }

  @Test func printsJSON() throws {
    let document = try json(watchroom("run", "night.json5", "--format", "json", "--replications=3", "--seed", "9"))
    #expect(document["schema"] as? String == "watchroom/result/1")
    #expect(document["seed"] as? Int == 9)
    #expect(document["replications"] as? Int == 3)
    #expect((document["scenario"] as? [String: Any])?["name"] as? String == "A small night")
    #expect(document["start"] as? String == "2022-07-22T07:00:00+01:00")
    #expect((document["events"] as? Int ?? 0) > 100)
  }

  @Test func isTheSameWithAnyNumberOfJobs() {
    let one = watchroom("run", "night.json5", "--replications", "9", "--jobs", "1", "--format", "json")
    let many = watchroom("run", "night.json5", "--replications", "9", "--jobs", "1024", "--format", "json")
    #expect(one.output == many.output)
    #expect(
      one.output != watchroom("run", "night.json5", "--replications", "9", "--seed", "2", "--format", "json").output)
  }

  /// As of any other whole number.
  @Test func daysMayHaveAZeroBefore() {
    let outcome = watchroom("run", "night.json5", "--days", "02")
    #expect(outcome.status == .done && outcome.output == watchroom("run", "night.json5", "--days", "2").output)
    let set = watchroom("run", "night.json5", "--set", "calendar.days=01")
    #expect(set.status == .commandLineWrong)
    #expect(
      set.errors == "--set calendar.days=01: error: calendar.days: this is text — "
        + "write a whole number from 1 to 36600, for example 1\n")
  }

  @Test func daysAndStartHaveTheLastWord() throws {
    let document = try json(
      watchroom(
        "run", "night.json5", "--days", "2", "--start=2022-10-29", "--set", "calendar.days=5", "--format", "json"))
    #expect(document["start"] as? String == "2022-10-29T00:00:00+01:00")
    // The clocks went back on the second night.
    #expect(document["end"] as? String == "2022-10-31T00:00:00+00:00")
  }

  @Test func overlaysComeBeforeSettings() throws {
    let document = try json(
      watchroom(
        "run", "--set", "name=set", "--with", "busy.json5", "night.json5", "--set", "name=set last", "--format", "json")
    )
    #expect((document["scenario"] as? [String: Any])?["name"] as? String == "set last")
    let channels = document["channels"] as? [String: Any]
    let offered = (channels?["999"] as? [String: Any])?["offered"] as? [String: Any]
    #expect((offered?["mean"] as? Double ?? 0) > 300)
  }

  @Test func theCommandItPrintsRepeatsIt() {
    let first = watchroom(
      "run", "--jobs", "1", "--with", "busy.json5", "--set", "name=It's a night", "--days", "2", "--start",
      "2022-10-29",
      "--", "-odd.json5")
    let last = first.output.split(separator: "\n").suffix(2)
    #expect(
      last == [
        #"watchroom run --with busy.json5 --set 'name=It'\''s a night' \"#,
        "    --start 2022-10-29 --days 2 --seed 1 --replications 1 -- -odd.json5",
      ])
    let again = watchroom(
      "run", "--with", "busy.json5", "--set", "name=It's a night", "--start", "2022-10-29", "--days", "2", "--seed",
      "1",
      "--replications", "1", "--", "-odd.json5")
    #expect(again.output == first.output)
  }

  @Test func moreReplicationsThanWereAskedForAreSaid() {
    let command = ["run", "night.json5", "--precision", "0.9"]
    let raised = watchroom(command + ["--replications", "3"])
    #expect(raised.status == .done && raised.output.contains("\nReplications  10 "))
    #expect(
      raised.errors == "night.json5: note: --precision begins with 10 replications, more than the 3 of "
        + "--replications\n")
    let limited = watchroom(command + ["--replications", "3", "--most", "4"])
    #expect(limited.errors.contains("begins with 4 replications, more than the 3 of"), "\(limited.errors)")
    // Nobody asked for fewer.
    for options in [[], ["--replications", "10"], ["--replications", "3", "-q"]] {
      #expect(watchroom(command + options).errors == "", "\(options)")
    }
  }

  @Test func programsAreToldWhetherAPrecisionIsReached() throws {
    let busy = ["--set", "channels.999.arrivals.perYear=150000", "--format", "json", "-q"]
    func precision(_ options: [String]) throws -> [String: Any]? {
      let outcome = watchroom(["run", "night.json5"] + busy + options)
      #expect(outcome.status == .done && outcome.errors == "")
      return try json(outcome)["precision"] as? [String: Any]
    }
    let missed = try #require(try precision(["--precision", "0.0001", "--most", "12"]))
    #expect(missed["asked"] as? Double == 0.0001 && missed["reached"] as? Bool == false && missed.count == 3)
    #expect(try #require(missed["widest"] as? Double) > 0.0001)
    let reached = try #require(try precision(["--precision", "0.9"]))
    #expect(reached["reached"] as? Bool == true)
    #expect(try #require(reached["widest"] as? Double) <= 0.9)
    // Where there is nothing to judge, or nobody came yet, it is not.
    let rare = try #require(
      try precision(["--precision", "0.9", "--most", "10", "--set", "channels.999.arrivals.perYear=0.01"]))
    #expect(rare["widest"] is NSNull && rare["reached"] as? Bool == false)
    let aimless = try #require(
      try precision(["--precision", "0.9", "--set", "channels.999.target=null", "--set", "expect=null"]))
    #expect(aimless["widest"] is NSNull && aimless["reached"] as? Bool == false)
    #expect(try precision(["--replications", "10"]) == nil)
  }

  @Test func quotationMarksInAStartChangeNothingElse() {
    let outcome = watchroom("run", "night.json5", "--start", "\", days: \"\\")
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.hasPrefix("--start \", days: \"\\: error: calendar.start: "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func errorsInTheFileSayWhere() {
    let outcome = watchroom("run", "broken.json5")
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("broken.json5:3:3: error: colour: there is no key “colour”"))
    #expect(watchroom("run", "not-json.json5").status == .inputFileWrong)
  }

  @Test func namesInFilesDoNotReachTheTerminal() {
    let outcome = watchroom("run", "hostile.json5")
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test func expectingAFigureThatDoesNotExistIsAnError() {
    let outcome = watchroom("run", "unknown-figure.json5")
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("channels.999.serviceLevel.ofOffered"))
    #expect(watchroom("validate", "unknown-figure.json5").status == .inputFileWrong)
  }

  @Test func filesThatCannotBeReadAreNoFaultOfTheirContent() {
    let outcome = watchroom("run", "missing.json5")
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(outcome.errors.hasPrefix("missing.json5: error: there is no file missing.json5"))
    #expect(watchroom("run", "night.json5", "--with", "missing.json5").status == .inputOrOutputFailed)
  }

  @Test(arguments: ["channels.999.prority=5", "nonsense.key=1", "attendance=2", "calendar.days=x", "a..b=1"])
  func settingsThatAreWrongAreTheCommandLinesFault(setting: String) {
    let outcome = watchroom("run", "night.json5", "--set", setting)
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.hasPrefix("--set \(setting): error: "))
  }

  @Test func outputThatCannotBeWrittenIsSaid() {
    let fault = OutputFault(ENOSPC)
    for arguments in [
      ["run", "night.json5"], ["validate", "night.json5"], ["schema"], ["--help"], ["run", "--help"], ["--version"],
    ] {
      let outcome = watchroom(arguments, outputFault: fault)
      #expect(outcome.status == .inputOrOutputFailed)
      #expect(outcome.errors == Outcome.fullOutput)
    }
  }

  @Test func colourIsForTerminals() {
    #expect(!watchroom("run", "night.json5").output.contains("\u{1B}"))
    #expect(watchroom("run", "night.json5", colour: true).output.contains("\u{1B}["))
    #expect(!watchroom("run", "night.json5", "--format=json", colour: true).output.contains("\u{1B}"))
    #expect(watchroom("run", "broken.json5", colour: true).errors.contains("\u{1B}[1;31merror:\u{1B}[0m "))
  }
}
