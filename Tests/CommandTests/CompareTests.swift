import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct CompareTests {
  private static let files = Fixture.files.merging([
    "more.json5": "{ teams: { contact: { staff: { byHour: \([Int](repeating: 3, count: 24)) } } } }",
    "same.json5": "{}",
    "folder/more.json5": "{}",
    "renamed.json5": "{ extends: \"night.json5\", name: \"Another night\", attendance: 0.5 }",
    "invalid.json5": "{ teams: {\n  contact: { cost: 18 } } }",
    "later.json5": "{ calendar: { days: 2 } }",
    "holiday.json5": holiday, "folder/holiday.json5": holiday,
    "extending.json5": "{ extends: \"night.json5\", colour: 1 }",
    "warned.json5": Fixture.night.replacing(
      "handling: { exponential: { mean: \"4m\" }", with: "handling: { exponential: { mean: \"5h\" }"),
  ]) { first, _ in first }

  /// Changes to a calendar, a channel and a team, which make no scenario.
  private static let holiday = """
    { calendar: { holidays: ["2022-07-22"] }, channels: { "999": { arrivals: { perYear: 1000 } } },
      teams: { contact: { costPerHour: 20 } } }
    """

  private func compare(_ arguments: String...) -> Outcome {
    watchroom(["compare"] + arguments, files: MemoryFiles(Self.files))
  }

  private func json(_ outcome: Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func level(_ variant: String, _ document: [String: Any]) throws -> [String: Any] {
    let variants = try #require(document["variants"] as? [String: [String: Any]])
    let channels = try #require(variants[variant]?["channels"] as? [String: [String: Any]])
    let level = try #require(channels["999"]?["serviceLevel"] as? [String: Any])
    return try #require(level["ofOffered"] as? [String: Any])
  }

  @Test func printsTheDifferences() {
    let outcome = compare("night.json5", "more.json5", "same.json5")
    #expect(outcome.status == .done)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("Compared with A small night\n===="))
    #expect(outcome.output.contains("Replications  20 ("))
    #expect(outcome.output.contains("\nmore\n---"))
    #expect(outcome.output.contains("\nsame\n---"))
    #expect(
      outcome.output.hasSuffix("\nwatchroom compare --seed 1 --replications 20 night.json5 more.json5 same.json5\n"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func printsJSON() throws {
    let options = [
      "--format", "json", "--replications=3", "--seed", "9", "--set", "channels.999.arrivals.perYear=150000",
    ]
    let files = MemoryFiles(Self.files)
    let document = try json(
      watchroom(["compare", "night.json5", "more.json5", "renamed.json5"] + options, files: files))
    #expect(document["schema"] as? String == "watchroom/comparison/1")
    #expect(document["seed"] as? Int == 9)
    #expect(document["replications"] as? Int == 3)
    let base = try #require(document["base"] as? [String: Any])
    let alone = try json(watchroom(["run", "night.json5"] + options, files: files))
    #expect(NSDictionary(dictionary: base) == NSDictionary(dictionary: alone))
    let more = try level("more", document)
    #expect(try #require(more["difference"] as? Double) > 0)
    #expect(try #require(level("renamed", document)["difference"] as? Double) < 0)
    let variants = try #require(document["variants"] as? [String: [String: Any]])
    #expect((variants["renamed"]?["scenario"] as? [String: Any])?["name"] as? String == "Another night")
    #expect((variants["more"]?["scenario"] as? [String: Any])?["name"] as? String == "A small night")
  }

  @Test func oneReplicationTellsNothingOfChance() throws {
    let folder = try TemporaryFolder(Self.files.filter { !$0.key.contains("/") })
    let command = ["compare", folder["night.json5"], folder["more.json5"], "--replications", "1"]
    let page = folder["page.html"]
    let outcome = watchroom(command + ["--report", page], files: DiskFiles())
    #expect(outcome.status == .done && outcome.errors == "")
    let said = "This is one replication, which tells nothing of chance: no difference has an interval or a verdict."
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(outcome.output.contains("\nReplications  1\n") && words.contains(said), "\(outcome.output)")
    #expect(words.contains("and have effects on service levels that one replication cannot tell from chance."))
    for word in ["better", "worse", "no clear difference", "\u{B1}"] {
      #expect(!outcome.output.contains(word), "\(word)")
    }
    let html = try folder.text("page.html")
    #expect(html.contains(said) && html.contains("too few to tell"))
    #expect(!html.contains("<td>better</td>") && !html.contains("<td>worse</td>"))

    let document = try json(watchroom(command + ["--format", "json"], files: DiskFiles()))
    #expect(document["replications"] as? Int == 1 && document["replication"] as? Int == 1)
    let level = try level("more", document)
    #expect(level["difference"] is Double && level["halfWidth"] is NSNull)
    let pairing = (document["variants"] as? [String: [String: Any]])?["more"]?["pairing"] as? [String: Any]
    #expect(pairing?["narrowing"] is NSNull)
    // A shard of it, and a precision, are as ever.
    let partial = folder["partial"]
    #expect(watchroom(command + ["--shard", "1/1", "--output", partial], files: DiskFiles()).status == .done)
    #expect(watchroom(["merge", partial], files: DiskFiles()).output == watchroom(command, files: DiskFiles()).output)
    #expect(
      watchroom(command + ["--precision", "0.9"], files: DiskFiles()).output.contains("\nReplications  10 ("))
    let precise = try json(watchroom(command + ["--precision", "0.9", "--format", "json"], files: DiskFiles()))
    #expect((precise["precision"] as? [String: Any])?["reached"] as? Bool == true)
  }

  @Test func isTheSameWithAnyNumberOfJobs() {
    let arguments = ["night.json5", "more.json5", "--replications", "5", "--format", "json"]
    let outcomes = ["1", "2", "1024"].map {
      watchroom(["compare"] + arguments + ["--jobs", $0], files: MemoryFiles(Self.files)).output
    }
    #expect(Set(outcomes).count == 1)
  }

  @Test func changesApplyToAllPlans() throws {
    let arguments = ["night.json5", "same.json5", "--replications", "2", "--format", "json"]
    let changed = ["--set", "attendance=0.5", "--days", "2", "--with", "busy.json5"]
    let document = try json(watchroom(["compare"] + arguments + changed, files: MemoryFiles(Self.files)))
    #expect(document["end"] as? String == "2022-07-24T07:00:00+01:00")
    let level = try level("same", document)
    #expect(level["difference"] as? Double == 0 && level["halfWidth"] as? Double == 0)
    let alone = try json(watchroom(["run", "night.json5", "--replications", "2", "--format", "json"] + changed))
    #expect((document["base"] as? [String: Any])?["digest"] as? String == alone["digest"] as? String)
  }

  /// Overlays of the command line describe what all have in common; a variant is a change of that, a setting has the
  /// last word.
  @Test func aVariantComesBetweenOverlaysAndSettings() throws {
    let files = Self.files.merging(["common.json5": "{ attendance: 0.2 }", "all.json5": "{ attendance: 1 }"]) { $1 }
    func difference(_ more: String...) throws -> Double? {
      let arguments = ["compare", "night.json5", "all.json5", "--replications", "2", "--format", "json"] + more
      return try level("all", json(watchroom(arguments, files: MemoryFiles(files))))["difference"] as? Double
    }
    #expect(try difference("--with", "common.json5") ?? 0 > 0)
    #expect(try difference("--set", "attendance=0.2") == 0)
  }

  @Test func whatOnlyOneSideHasIsSaid() throws {
    let files = Self.files.merging(
      [
        "chat.json5":
          "{ channels: { chat: { arrivals: { perYear: 100 }, handling: { constant: \"5m\" } } }, teams: { contact: { answers: [\"999\", \"chat\"] } } }"
      ]
    ) { $1 }
    let arguments = ["compare", "night.json5", "chat.json5", "--replications", "2", "-q"]
    let text = watchroom(arguments, files: MemoryFiles(files)).output
    #expect(text.contains("\nOnly in the variant: channels.chat.\n"))
    #expect(text.contains("only in the variant\n"))
    let document = try json(watchroom(arguments + ["--format", "json"], files: MemoryFiles(files)))
    let variant = try #require((document["variants"] as? [String: [String: Any]])?["chat"])
    #expect(variant["onlyInVariant"] as? [String] == ["channels.chat"])
    #expect(variant["onlyInBase"] as? [String] == [])
    let offered = ((variant["channels"] as? [String: [String: Any]])?["chat"])?["offered"] as? [String: Any]
    #expect(offered?["base"] is NSNull && offered?["variant"] is Double)
    #expect(offered?["difference"] is NSNull && offered?["halfWidth"] is NSNull)
  }

  @Test func aPipeServesAllPlans() throws {
    /// Gives every file once.
    final class Once: FileReading {
      private let files = MemoryFiles(CompareTests.files)
      private let read = Recording()
      func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
        if read.text.contains("<\(path)>") { return [] }
        try? read.write("<\(path)>")
        return try files.read(path, limit: limit)
      }
    }
    let arguments = ["compare", "night.json5", "more.json5", "same.json5", "--replications", "2"]
    #expect(watchroom(arguments, files: Once()).status == .done)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: WatchroomCommand.ExitStatus
    let message: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ line: String, _ status: WatchroomCommand.ExitStatus, _ message: String) {
      arguments = line.split(separator: " ").map(String.init)
      self.status = status
      self.message = message
    }
  }

  static let cases = [
    Case("missing.json5 more.json5", .inputOrOutputFailed, "missing.json5: error: there is no file missing.json5"),
    Case("night.json5 missing.json5", .inputOrOutputFailed, "missing.json5: error: there is no file missing.json5"),
    Case(
      "night.json5 more.json5 folder/more.json5", .commandLineWrong,
      "watchroom: error: two variants are called “more”, “more.json5” and “folder/more.json5”: rename or leave out one of"
    ),
    Case(
      "night.json5 invalid.json5", .inputFileWrong, "invalid.json5:2:14: error: teams.contact.cost: there is no key"),
    Case("broken.json5 more.json5", .inputFileWrong, "broken.json5:3:3: error: colour: there is no key “colour”"),
    Case("night.json5 not-json.json5", .inputFileWrong, "not-json.json5:1:"),
    Case(
      "night.json5 later.json5", .inputFileWrong,
      "later.json5: error: calendar: this simulates another time than night.json5, so that it cannot have the same callers"
    ),
    Case(
      "night.json5 more.json5 --replications 0", .commandLineWrong,
      "watchroom: error: --replications: “0” is not a whole number from 1 to 1000000"),
    Case("night.json5 more.json5 --set attendance=2", .commandLineWrong, "--set attendance=2: error: attendance: "),
    Case(
      "night.json5", .commandLineWrong,
      "watchroom: error: “compare” needs a scenario file, and files to compare it with"),
  ]

  @Test(arguments: cases)
  func saysWhatIsWrong(_ wrong: Case) {
    let outcome = watchroom(["compare"] + wrong.arguments, files: MemoryFiles(Self.files))
    #expect(outcome.status == wrong.status)
    #expect(outcome.errors.hasPrefix(wrong.message))
    #expect(outcome.output == "")
  }

  /// Changes that happen to touch all that makes a scenario are taken for one, and no error of it says so.
  @Test(
    arguments: [
      ("night.json5", "holiday.json5", "night.json5, write extends: \"night.json5\" in it"),
      ("folder/base.json5", "holiday.json5", "folder/base.json5, write extends: \"folder/base.json5\" in it"),
      ("folder/base.json5", "folder/holiday.json5", "folder/base.json5, write extends: \"base.json5\" in it"),
      (
        "night.json5", "folder/holiday.json5",
        "night.json5, write extends: with the way from there to night.json5 in it"
      ),
    ])
  func whatAVariantIsTakenForIsSaid(base: String, variant: String, remedy: String) {
    let outcome = compare(base, variant)
    #expect(outcome.status == .inputFileWrong && outcome.output == "")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count > 1 && lines.dropLast().allSatisfy { $0.hasPrefix("\(variant):") && $0.contains(" error: ") })
    #expect(
      lines.last == """
        \(variant): note: this has calendar, channels and teams, so it is taken for a scenario by itself; if it is meant \
        to change \(remedy)
        """)
  }

  @Test(arguments: ["invalid.json5", "extending.json5", "later.json5", "not-json.json5", "missing.json5"])
  func otherVariantsAreTakenForWhatTheyAre(variant: String) {
    let outcome = compare("night.json5", variant)
    #expect(outcome.status != .done && !outcome.errors.contains("note: "))
  }

  @Test func smallChangesAreNotClear() {
    let files = Self.files.merging(
      ["slower.json5": "{ channels: { \"999\": { handling: { exponential: { mean: \"241s\" } } } } }"]
    ) { $1 }
    let arguments = [
      "compare", "night.json5", "slower.json5", "--replications", "5", "--set", "channels.999.arrivals.perYear=150000",
    ]
    let text = watchroom(arguments, files: MemoryFiles(files)).output
    #expect(text.contains("  no clear difference\n"))
    let words = text.replacing("\n", with: " ")
    #expect(words.contains("at the same cost make no clear difference to any service level. "))
  }

  @Test func warningsAreSaidOnce() {
    let outcome = compare("warned.json5", "more.json5", "same.json5", "--replications", "2")
    #expect(outcome.status == .done)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(compare("warned.json5", "same.json5", "--replications", "2", "--quiet").errors == "")
  }

  @Test func progressCountsTheRunsOfAllPlans() {
    let arguments = ["compare", "night.json5", "more.json5", "--replications", "3"]
    let shown = watchroom(arguments, files: MemoryFiles(Self.files), progressWidth: 80)
    #expect(shown.errors.hasPrefix("\r[....................] 0 of 6 replications, 0%"))
  }
}
