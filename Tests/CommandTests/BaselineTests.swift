import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct BaselineTests {
  private static let busy = ["--set", "channels.999.arrivals.perYear=120000"]

  /// The baseline of the busy night.
  private func recorded(_ arguments: [String] = busy) throws -> String {
    let folder = try TemporaryFolder()
    let outcome = watchroom(["check", "night.json5", "--record", folder["base.json"]] + arguments)
    #expect(outcome.status == .done, "\(outcome.output)\(outcome.errors)")
    // As recorded in the folder of the scenario.
    return try folder.text("base.json").replacing(#/"[^"]*night\.json5"/#, with: "\"night.json5\"")
  }

  private func check(_ baseline: String, _ arguments: [String] = []) -> Outcome {
    var files = Fixture.files
    files["base.json"] = baseline
    return watchroom(
      ["check", "night.json5", "--baseline", "base.json"] + Self.busy + arguments, files: MemoryFiles(files))
  }

  @Test func theSameFiguresAreNoRegression() throws {
    let same = check(try recorded())
    #expect(same.status == .done && same.errors == "")
    #expect(same.output == "night.json5: 1 expectation passes (20 replications)\n")
  }

  @Test func aSmallButCertainLossFails() throws {
    let worse = check(try recorded(), ["--set", "channels.999.handling.exponential.mean=\"4m4s\""])
    #expect(worse.status == .expectationFailed)
    #expect(
      worse.output.hasPrefix("night.json5: 1 expectation passes, 1 worse than recorded (20 replications)\n  worse "))
    #expect(worse.output.contains(" recorded, now ") && worse.output.contains(" points \u{B1} "))
    #expect(worse.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func aGainAndWhatChanceExplainsDoNot() throws {
    let base = try recorded()
    #expect(check(base, ["--set", "channels.999.handling.exponential.mean=\"3m\""]).status == .done)
    // Other callers, which a baseline without a seed cannot tell: some difference, but none that means anything.
    #expect(check(base.replacing("\"seed\": 1,", with: ""), ["--seed", "2"]).status == .done)
  }

  @Test func programsAreToldAsWell() throws {
    let folder = try TemporaryFolder(["base.json": try recorded()])
    let slower = Self.busy + ["--set", "channels.999.handling.exponential.mean=\"5m\""]
    let junit = watchroom(
      ["check", "night.json5", "--junit", folder["out.xml"], "--format", "json", "--baseline", "b"] + slower,
      files: MemoryFiles(["night.json5": Fixture.night, "b": try folder.text("base.json")]))
    #expect(junit.status == .expectationFailed)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(junit.output.utf8)) as? [String: Any])
    let scenario = try #require((document["scenarios"] as? [[String: Any]])?.first)
    #expect(scenario["verdict"] as? String == "fail")
    let comparison = try #require((scenario["baseline"] as? [[String: Any]])?.first)
    #expect(comparison["isRegression"] as? Bool == true)
    #expect(try #require(comparison["difference"] as? Double) < 0)
    let xml = try folder.text("out.xml")
    #expect(xml.contains("tests=\"2\" failures=\"1\"") && xml.contains("type=\"regression\""))
    #expect(xml.contains("answered at once: no worse than recorded"))
  }

  @Test func figuresWithoutAnIntervalAreNamedAndKeepNothingFromPassing() throws {
    let pooled = [
      "night.json5": Fixture.night.replacing(
        "serviceLevel.ofOffered\", atLeast: 0.1", with: "speedOfAnswer.p90\", atMost: 999"),
      // Of such a scenario nothing is recorded but that it was simulated.
      "base.json": try recorded([]).replacing(#/"answered at once": \{[^}]*\}/#, with: ""),
    ]
    let outcome = watchroom("check", "night.json5", "--baseline", "base.json", files: pooled)
    #expect(outcome.status == .done)
    #expect(
      outcome.errors == "night.json5: note: not compared with the baseline: “answered at once”: a figure of all "
        + "replications together has no interval to compare by\n")
  }

  @Test(arguments: ["", "{ \"schema\": ", "{}", "{ \"schema\": \"watchroom/baseline/2\", \"scenarios\": {} }"])
  func whatIsNoBaselineIsRefused(text: String) {
    let outcome = check(text)
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    #expect(outcome.errors.hasPrefix("base.json"))
    #expect(
      outcome.errors.hasSuffix(" — record one with --record, or give a file that “watchroom check --record” wrote\n"))
  }

  @Test func everyPlaceOfABaselineIsChecked() throws {
    let base = try recorded()
    for (old, new) in [
      ("\"metric\": \"", "\"metrics\": \""), ("\"values\": [", "\"values\": [true, "),
      ("\"night.json5\": {", "\"night.json5\": 4, \"x\": {"), ("\"seed\": 1", "\"seed\": -1"),
      ("\"start\": ", "\"begin\": "), ("\"replications\": 20", "\"replications\": 20.5"),
      ("\"windows\": {", "\"windows\": 1, \"x\": {"), ("\"engine\": ", "\"engine\": 1, \"x\": "),
      ("\"pathsFrom\": ", "\"pathsFrom\": \"here\", \"x\": "), ("\"within\": ", "\"within\": true, \"x\": "),
    ] {
      #expect(base.contains(old), "\(old)")
      #expect(check(base.replacing(old, with: new)).status == .inputFileWrong, "\(old)")
    }
  }

  @Test(
    arguments: [
      (#""values": \[\s*[^,]*,"#, "\"values\": [1e400,", "values.0: 1e400 is no finite number"),
      (#""values": \[\s*[^,]*,"#, "\"values\": [-Infinity,", "values.0: -Infinity is no finite number"),
      (#""values": \[\s*[^,]*,"#, "\"values\": [1e16,", "values.0: 1e16 is larger than any figure"),
      (
        #""values": \[[^\]]*\]"#, "\"values\": [1, 2]",
        "values: this has 2 values, and the window says 20 replications"
      ),
      (#""replications": 20"#, "\"replications\": 0", "replications: there are no figures of 0 replications"),
      (#""within": 10"#, "\"within\": -1", "within: -1 is no limit in seconds"),
      (#""within": 10"#, "\"within\": Infinity", "within: Infinity is no limit in seconds"),
    ])
  func numbersThatNoCheckRecordsAreRefusedAtTheirPlace(pattern: String, new: String, said: String) throws {
    let base = try recorded()
    let old = try Regex(pattern)
    #expect(base.contains(old))
    let outcome = check(base.replacing(old, with: new, maxReplacements: 1))
    #expect(outcome.status == .inputFileWrong)
    let line = try #require(outcome.errors.split(separator: "\n").first)
    #expect(line.wholeMatch(of: #/base\.json:[0-9]+:[0-9]+: error: .*/#) != nil && line.contains(said), "\(line)")
    #expect(line.hasSuffix(" — record one with --record, or give a file that “watchroom check --record” wrote"))
  }

  @Test func whatIsUndefinedStaysSo() throws {
    let some = try recorded().replacing(#/"values": \[\s*[^,]*,/#, with: "\"values\": [null,", maxReplacements: 1)
    #expect(check(some).status == .done)
  }

  @Test func aMissingBaselineSaysHowToMakeOne() {
    let outcome = watchroom("check", "night.json5", "--baseline", "none.json")
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(outcome.errors == "none.json: error: there is no file none.json — record one with --record\n")
  }

  /// A report of an earlier check, by which all was well, would pass for that of this one.
  @Test(
    arguments: [
      (nil, 74, "none.json: error: there is no file none.json — record one with --record"),
      ("{}", 65, "none.json:1:1: error: schema: this is not what a baseline says here — record one with "),
      (
        "{ schema: 'watchroom/baseline/1' }", 65,
        "none.json:1:1: error: scenarios: this is not what a baseline says here — record one with "
      ),
      (
        "{ schema: 'watchroom/baseline/1',\n scenarios: 3 }", 65,
        "none.json:2:13: error: scenarios: this is not what a baseline says here — record one with "
      ),
      (
        "{\n schema: 'watchroom/run/1' }", 65,
        "none.json:2:10: error: schema: this is not what a baseline says here — record one with "
      ),
    ] as [(String?, Int32, String)])
  func aBaselineThatCannotBeReadIsAnErrorInEveryReport(text: String?, status: Int32, said: String) throws {
    let folder = try TemporaryFolder()
    #expect(watchroom(["check", "night.json5", "--junit", folder["st.xml"]]).status == .done)
    #expect(try folder.text("st.xml").contains("errors=\"0\""))
    var files = Fixture.files
    files["none.json"] = text
    files["deep.json5"] = Fixture.night
    let outcome = watchroom(
      [
        "check", "night.json5", "deep.json5", "--junit", folder["st.xml"], "--format", "json", "--baseline",
        "none.json",
      ], files: MemoryFiles(files))
    #expect(outcome.status.rawValue == status)
    #expect(outcome.errors.hasPrefix(said) && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    let xml = try folder.text("st.xml")
    #expect(xml.contains("<testsuites name=\"watchroom check\" tests=\"2\" failures=\"0\" errors=\"2\""))
    #expect(xml.contains("name=\"the scenario can be compared with the baseline\" classname=\"deep.json5\""))
    #expect(xml.contains("<error type=\"baseline\" message=\"none.json") && !xml.contains("replications"))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let scenarios = try #require(document["scenarios"] as? [[String: Any]])
    #expect(scenarios.map { $0["verdict"] as? String } == ["error", "error"])
    for scenario in scenarios {
      #expect((scenario["baselineProblem"] as? String)?.hasPrefix(said) == true && scenario["baseline"] is NSNull)
    }
  }

  @Test func nothingIsRecordedBesideABaselineThatIsMissing() throws {
    let folder = try TemporaryFolder()
    let outcome = watchroom(["check", "night.json5", "--baseline", folder["b.json"], "--record", folder["b.json"]])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(outcome.errors.contains("note: nothing is recorded, because not all could be checked"))
    #expect(try folder.names == [])
  }

  @Test func nothingIsRecordedOfWhatCouldNotBeRead() throws {
    let folder = try TemporaryFolder()
    let outcome = watchroom(["check", "night.json5", "broken.json5", "--record", folder["base.json"]])
    #expect(outcome.status == .inputFileWrong)
    #expect(try folder.names == [])
    let nowhere = watchroom(["check", "night.json5", "--record", folder["no/base.json"]])
    #expect(nowhere.status == .inputOrOutputFailed)
  }
}
