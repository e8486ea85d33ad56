import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct ValidateTests {
  @Test func saysOfEachFileThatItIsFine() {
    let outcome = watchroom("validate", "night.json5", "folder/base.json5")
    #expect(outcome.status == .done)
    #expect(outcome.output == "night.json5: ok\nfolder/base.json5: ok\n")
    #expect(outcome.errors == "")
  }

  @Test func quietSaysNothing() {
    let outcome = watchroom("validate", "night.json5", "--quiet")
    #expect(outcome.status == .done)
    #expect(outcome.output + outcome.errors == "")
  }

  @Test func looksAtAllFilesWhateverIsWrongWithSome() {
    let outcome = watchroom("validate", "broken.json5", "missing.json5", "night.json5", "not-json.json5")
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.output == "night.json5: ok\n")
    for start in ["broken.json5:3:3: error: ", "missing.json5: error: ", "not-json.json5:"] {
      #expect(outcome.errors.split(separator: "\n").contains { $0.hasPrefix(start) })
    }
    #expect(watchroom("validate", "missing.json5", "broken.json5").status == .inputFileWrong)
    #expect(watchroom("validate", "night.json5", "missing.json5").status == .inputOrOutputFailed)
  }

  @Test func whatIsNoSettingIsSaidOnce() {
    let outcome = watchroom("validate", "night.json5", "folder/base.json5", "--set", "a..b=2")
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func aSettingThatOneScenarioDoesNotTakeKeepsNoOtherFromBeingLookedAt() {
    var files = Fixture.files
    files["other.json5"] = Fixture.night.replacing("contact: {", with: "calls: {")
    let outcome = watchroom(
      "validate", "night.json5", "other.json5", "--set", "teams.calls.costPerHour=20", files: files)
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.output == "other.json5: ok\n")
    #expect(outcome.errors.hasPrefix("night.json5: --set teams.calls.costPerHour=20: error: teams.calls"))
  }

  @Test func warningsAreNoErrors() {
    // Nobody answers a channel: it can be simulated, but hardly meant.
    let lonely = Fixture.night.replacing(
      "channels: {", with: "channels: { \"101\": { arrivals: { perYear: 1 }, handling: { constant: 1 } },")
    let outcome = watchroom("validate", "lonely.json5", files: ["lonely.json5": lonely])
    #expect(outcome.status == .done)
    #expect(outcome.output == "lonely.json5: ok\n")
    #expect(outcome.errors.contains(": warning: "))
    let quiet = watchroom("validate", "-q", "lonely.json5", files: ["lonely.json5": lonely])
    #expect(quiet.output + quiet.errors == "")
    #expect(watchroom("run", "lonely.json5", files: ["lonely.json5": lonely]).errors == outcome.errors)
  }
}

/// `validate --format json`, for editors and build servers.
@Suite struct ValidationDocumentTests {
  private func document(_ outcome: Outcome) throws -> [[String: Any]] {
    let root = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(root.keys.sorted() == ["engine", "files", "schema"])
    #expect(root["schema"] as? String == "watchroom/validation/1" && root["engine"] as? String == Engine.name)
    return try #require(root["files"] as? [[String: Any]])
  }

  @Test func saysWhereWhatIsWrongAndWhatWouldBeRight() throws {
    let outcome = watchroom("validate", "broken.json5", "night.json5", "missing.json5", "--format", "json")
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors == "")
    let files = try document(outcome)
    #expect(files.map { $0["path"] as? String } == ["broken.json5", "night.json5", "missing.json5"])
    #expect(files.map { $0["verdict"] as? String } == ["error", "ok", "error"])
    let problems = try files.map { try #require($0["problems"] as? [[String: Any]]) }
    #expect(problems[1].isEmpty)
    let first = try #require(problems[0].first)
    #expect(first.keys.sorted() == ["column", "file", "line", "message", "path", "remedy", "severity"])
    #expect(first["severity"] as? String == "error" && first["file"] as? String == "broken.json5")
    #expect(first["line"] as? Int == 3 && first["column"] as? Int == 3 && first["path"] as? String == "colour")
    #expect((first["message"] as? String)?.contains("there is no key “colour”") == true)
    // About the whole of a file.
    #expect(problems[2].first?["line"] is NSNull && problems[2].first?["column"] is NSNull)
    #expect(problems[2].first?["file"] as? String == "missing.json5")
  }

  @Test func warningsAreListedUnlessQuiet() throws {
    let lonely = Fixture.night.replacing(
      "channels: {", with: "channels: { \"101\": { arrivals: { perYear: 1 }, handling: { constant: 1 } },")
    let outcome = watchroom("validate", "lonely.json5", "--format", "json", files: ["lonely.json5": lonely])
    #expect(outcome.status == .done && outcome.errors == "")
    let file = try #require(try document(outcome).first)
    #expect(file["verdict"] as? String == "ok")
    let problems = try #require(file["problems"] as? [[String: Any]])
    #expect(!problems.isEmpty && problems.allSatisfy { $0["severity"] as? String == "warning" })
    let quiet = watchroom("validate", "lonely.json5", "--format", "json", "-q", files: ["lonely.json5": lonely])
    #expect(try document(quiet).first?["problems"] as? [String] == [])
  }

  @Test func anOptionIsCalledAsItWasTyped() throws {
    for (words, file, status) in [
      (["--set", "attendence=1"], "--set attendence=1", ExitStatus.commandLineWrong),
      (["--start", "soon"], "--start soon", .commandLineWrong),
      (["--set", "a..b=2"], "--set a..b=2", .commandLineWrong),
    ] {
      let outcome = watchroom(["validate", "night.json5", "--format", "json"] + words)
      #expect(outcome.status == status && outcome.errors == "")
      let problems = try #require(try document(outcome)[0]["problems"] as? [[String: Any]])
      #expect(problems.first?["file"] as? String == file, "\(outcome.output)")
    }
  }

  @Test func controlCharactersAreEscaped() throws {
    let outcome = watchroom("validate", "hostile.json5", "--format", "json")
    #expect(outcome.status == .inputFileWrong)
    #expect(!outcome.output.contains("\u{1B}"))
    _ = try document(outcome)
  }
}

@Suite struct SchemaTests {
  @Test func printsTheSchemaAsItIs() throws {
    let outcome = watchroom("schema")
    #expect(outcome.status == .done)
    #expect(outcome.output.trimmingCharacters(in: .newlines) == ScenarioSchema.json.trimmingCharacters(in: .newlines))
    #expect(outcome.output.hasSuffix("}\n"))
    _ = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  }
}
