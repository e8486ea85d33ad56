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

@Suite struct SchemaTests {
  @Test func printsTheSchemaAsItIs() throws {
    let outcome = watchroom("schema")
    #expect(outcome.status == .done)
    #expect(outcome.output.trimmingCharacters(in: .newlines) == ScenarioSchema.json.trimmingCharacters(in: .newlines))
    #expect(outcome.output.hasSuffix("}\n"))
    _ = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  }
}
