import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// That nothing of a folder is passed over without a trace.
@Suite struct CheckFolderTests {
  private static let short = ["--replications", "2"]

  /// The scenarios of a document of `check`, each as its path below `folder` and its verdict.
  private func verdicts(_ output: String, below folder: String = "") throws -> [[String?]] {
    let document = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    return try #require(document["scenarios"] as? [[String: Any]]).map { scenario in
      let path = scenario["path"] as? String
      return [folder.isEmpty ? path : path?.replacing("\(folder)/", with: ""), scenario["verdict"] as? String]
    }
  }

  @Test func aSlipOfThePenLeavesNoScenarioOut() throws {
    let folder = try TemporaryFolder([
      "good.json5": Fixture.night, "slip.json5": Fixture.night.replacing("teams: {", with: "team: {"),
      "forecast.json5": "{ calendar: {}, channels: {} }",
      "overlay.json5": "{ attendance: 0.9 }",
    ])
    let outcome = watchroom(
      ["check", folder.path, "--junit", folder["out.xml"], "--format", "json"] + Self.short, files: DiskFiles())
    #expect(outcome.status == .inputFileWrong)
    #expect(
      try verdicts(outcome.output, below: folder.path) == [
        ["forecast.json5", nil], ["good.json5", "pass"], ["overlay.json5", nil], ["slip.json5", "error"],
      ])
    #expect(
      outcome.errors.contains(
        "slip.json5: note: this has “team”, which is much like “teams”, so it is taken for a scenario by itself; if it is meant"
      ), "\(outcome.errors)")
    let xml = try folder.text("out.xml")
    #expect(xml.contains("tests=\"4\" failures=\"0\" errors=\"1\""), "\(xml)")
    #expect(xml.contains("<skipped message=\"it is no scenario by itself\""), "\(xml)")
  }

  @Test(arguments: ["extend", "Extends", "EXTENDS", "exstends"])
  func aMisspeltExtendsLeavesNoScenarioOut(key: String) throws {
    let folder = try TemporaryFolder([
      "good.json5": Fixture.night, "bad.json5": "{ \(key): \"good.json5\", expect: {} }",
    ])
    let outcome = watchroom(["check", folder.path, "--quiet", "--format", "json"] + Self.short, files: DiskFiles())
    #expect(outcome.status == .inputFileWrong)
    #expect(try verdicts(outcome.output, below: folder.path) == [["bad.json5", "error"], ["good.json5", "pass"]])
    #expect(
      outcome.errors.contains(
        "bad.json5:1:3: error: \(key): there is no key “\(key)” in a scenario — did you mean “extends”?"),
      "\(outcome.errors)")
  }

  /// Changes with a slip would be refused wherever they were used; what has nothing of a scenario is something else.
  @Test func keysThatScenariosHaveNotAreSaidOfWhatIsLeftOut() throws {
    let folder = try TemporaryFolder([
      "good.json5": Fixture.night, "slip.json5": "{\n  base: \"good.json5\", atendance: 1,\n  expect: {} }",
      "targets.json5": "{ targets: [], source: \"a paper\" }",
    ])
    let outcome = watchroom(["check", folder.path] + Self.short, files: DiskFiles())
    #expect(outcome.status == .done)
    let lines = outcome.errors.replacing(folder.path, with: "F").split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines[1].hasPrefix("F/slip.json5:2:3: warning: base: there is no key “base” in a scenario — the keys are")
        && lines[2]
          == "F/slip.json5:2:23: warning: atendance: there is no key “atendance” in a scenario — did you mean “attendance”?",
      "\(outcome.errors)")
    #expect(watchroom(["check", folder.path, "--quiet"] + Self.short, files: DiskFiles()).errors == "")
  }

  @Test func whatIsNamedIsCheckedEvenIfItsFolderLeavesItOut() throws {
    let folder = try TemporaryFolder(["good.json5": Fixture.night, "overlay.json5": "{ attendance: 0.9 }"])
    for operands in [[folder.path, folder["overlay.json5"]], [folder["overlay.json5"], folder.path]] {
      let outcome = watchroom(["check", "--format", "json"] + operands + Self.short, files: DiskFiles())
      #expect(outcome.status == .inputFileWrong)
      let verdicts = try verdicts(outcome.output, below: folder.path)
      #expect(verdicts.count == 2 && verdicts.contains(["overlay.json5", "error"]), "\(verdicts)")
    }
  }

  @Test func aFolderWithoutScenariosIsNotGreen() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night, "empty/overlay.json5": "{ attendance: 0.9 }"])
    let outcome = watchroom(
      ["check", folder["night.json5"], folder["empty"], "--junit", folder["out.xml"], "--format", "json"] + Self.short,
      files: DiskFiles())
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("watchroom: error: there is no scenario in the folder \(folder["empty"]) — name"))
    #expect(
      try verdicts(outcome.output, below: folder.path) == [
        ["night.json5", "pass"], ["empty/overlay.json5", nil], ["empty", "error"],
      ])
    let xml = try folder.text("out.xml")
    #expect(xml.contains("tests=\"3\" failures=\"0\" errors=\"1\""), "\(xml)")
    #expect(xml.contains("message=\"\(folder["empty"]): error: there is no scenario in this folder — name a"), "\(xml)")
  }

  /// A disk on which some folders are closed.
  private struct Closed: Storage {
    let disk = DiskStorage()

    func files(below path: String) throws(FileFault) -> FolderListing? {
      switch path {
      case "closed":
        throw .unreadable("Permission denied")
      case "half":
        return FolderListing(files: ["night.json5"], gaps: [gap(in: path)])
      case "hollow":
        return FolderListing(gaps: [gap(in: path)])
      default:
        return nil
      }
    }

    private func gap(in path: String) -> FolderListing.Gap {
      FolderListing.Gap(path: "\(path)/closed", fault: .unreadable("Permission denied"))
    }

    func write(_ text: String, to path: String, replacing: Bool) throws(OutputFault) {
      try disk.write(text, to: path, replacing: replacing)
    }
  }

  @Test(arguments: [("closed", "closed", false), ("half", "half/closed", true), ("hollow", "hollow/closed", false)])
  func aFolderThatCannotBeReadIsNotGreen(operand: String, gap: String, hasScenario: Bool) throws {
    let folder = try TemporaryFolder()
    let outcome = watchroom(
      ["check", operand, "--junit", folder["out.xml"], "--format", "json"] + Self.short, storage: Closed())
    #expect(outcome.status == .inputOrOutputFailed)
    #expect(
      outcome.errors
        == "watchroom: error: the folder \(gap) cannot be read: Permission denied — allow it to be read, or name what can "
        + "be\n")
    let expected: [[String?]] = (hasScenario ? [["night.json5", "pass"]] : []) + [[gap, "error"]]
    #expect(try verdicts(outcome.output) == expected)
    let xml = try folder.text("out.xml")
    #expect(
      xml.contains("failures=\"0\" errors=\"1\"") && xml.contains("this folder cannot be read: Permission denied"))
  }

  @Test func linkedFoldersAreChecked() throws {
    let shared = try TemporaryFolder(["night.json5": Fixture.night])
    let folder = try TemporaryFolder(["own.json5": Fixture.night])
    try FileManager.default.createSymbolicLink(atPath: folder["linked"], withDestinationPath: shared.path)
    try FileManager.default.createSymbolicLink(atPath: shared["back"], withDestinationPath: folder.path)
    let outcome = watchroom(["check", folder.path, "--format", "json"] + Self.short, files: DiskFiles())
    #expect(outcome.status == .done)
    #expect(
      try verdicts(outcome.output, below: folder.path) == [["linked/night.json5", "pass"], ["own.json5", "pass"]])
  }
}
