import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// Where files are left behind: links, folders that are there, and names that already mean something.
@Suite struct OutputFileTests {
  private let bench: LedgerBench

  init() throws { bench = try LedgerBench() }

  private func watchroom(_ arguments: String...) -> Outcome { bench.watchroom(arguments) }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: bench[name], withDestinationPath: bench[target])
  }

  @Test func aFolderIsNoPlaceForALedgerAndThatIsSaidFirst() throws {
    try FileManager.default.createDirectory(atPath: bench["folder"], withIntermediateDirectories: false)
    let outcome = watchroom("run", "night.json5", "--ledger", bench["folder"])
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.contains("is there and is no ledger, so it is not written over — name another file"))
    #expect(watchroom("run", "night.json5", "--ledger", "/dev/null").status == .commandLineWrong)
    #expect(try bench.folder.names == ["folder"])
  }

  @Test func aLinkToALedgerStaysALink() throws {
    #expect(watchroom("run", "night.json5", "--ledger", bench["true.ledger"]).status == .done)
    let first = try bench.bytes("true.ledger")
    try link("link.ledger", to: "true.ledger")
    #expect(watchroom("run", "night.json5", "--seed", "9", "--ledger", bench["link.ledger"]).status == .done)
    #expect(try bench.bytes("true.ledger") != first)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: bench["link.ledger"]) == bench["true.ledger"])
    #expect(try bench.folder.names == ["link.ledger", "true.ledger"])
  }

  @Test func aForkDoesNotTakeThePlaceOfItsLedgerByAnotherName() throws {
    #expect(watchroom("run", "night.json5", "--ledger", bench["true.ledger"]).status == .done)
    try link("link.ledger", to: "true.ledger")
    let outcome = watchroom(
      "replay", bench["true.ledger"], "--from", "12:00", "--ledger", bench["link.ledger"])
    #expect(outcome.status == .commandLineWrong)
    #expect(outcome.errors.contains("has another part in this command — name another file"))
  }

  @Test func noOutputTakesThePlaceOfAnInputOrOfAnother() throws {
    let scenario = bench["night.json5"]
    try Data(Fixture.night.utf8).write(to: URL(fileURLWithPath: scenario))
    try link("link.json5", to: "night.json5")
    let link = bench["link.json5"]
    for arguments in [
      ["size", scenario, "--output", scenario], ["size", scenario, "--roster", link],
      ["size", scenario, "--output", bench["a"], "--roster", bench["a"]],
      ["check", scenario, "--junit", scenario], ["check", scenario, "--record", link],
      ["check", scenario, "--junit", bench["a"], "--record", bench["a"]],
      ["run", scenario, "--shard", "1/2", "--output", link],
      ["compare", scenario, scenario, "--shard", "1/2", "--output", scenario],
      ["run", scenario, "--report", link],
    ] {
      let outcome = bench.watchroom(arguments)
      #expect(outcome.status == .commandLineWrong, "\(arguments)")
      #expect(outcome.errors.contains("has another part in this command — name another file"), "\(outcome.errors)")
    }
    #expect(try String(contentsOfFile: scenario, encoding: .utf8) == Fixture.night)
    #expect(try bench.folder.names == ["link.json5", "night.json5"])
  }

  /// Only reading tells which files a scenario is made of.
  @Test func noOutputTakesThePlaceOfWhatAScenarioWasReadFrom() throws {
    let roster = "handler,start,end\na,2022-07-22T07:00,2022-07-23T07:00\n"
    let base = Fixture.night.replacing(#/staff: \{ byHour: \[.*?\] \}/#, with: "staff: { csv: \"teams.csv\" }")
    let files = [
      "base.json5": base, "child.json5": "{ extends: \"base.json5\" }", "teams.csv": roster,
      "all/one.json5": Fixture.night, "all/overlay.json5": "{ attendance: 0.9 }",
    ]
    let folder = try TemporaryFolder(files)
    let child = folder["child.json5"]
    for arguments in [
      ["run", child, "--report", folder["base.json5"]], ["run", child, "--report", folder["./teams.csv"]],
      ["run", child, "--csv", folder.path], ["run", child, "--shard", "1/2", "--output", folder["base.json5"]],
      ["run", child, "--ledger", folder["base.json5"]],
      ["size", child, "--roster", folder["teams.csv"]], ["size", child, "--output", folder["all/../base.json5"]],
      ["compare", folder["all/one.json5"], child, "--report", folder["base.json5"]],
      ["check", child, "--junit", folder["base.json5"]], ["check", child, "--record", folder["teams.csv"]],
      ["check", folder["all"], "--junit", folder["all/one.json5"]],
      ["check", folder["all"], "--junit", folder["all/overlay.json5"]],
    ] {
      let outcome = CommandTests.watchroom(arguments, files: DiskFiles())
      #expect(outcome.status == .commandLineWrong, "\(arguments)")
      // What is of another kind is found out before anything is read.
      #expect(
        outcome.errors.contains("has another part in this command")
          || outcome.errors.contains("so it is not written over"), "\(outcome.errors)")
      #expect(outcome.output == "")
    }
    for (name, text) in files { #expect(try folder.text(name) == text, "\(name)") }
    #expect(try folder.names == ["all", "base.json5", "child.json5", "teams.csv"])
  }

  @Test func aFileOfARejectedScenarioIsNotWrittenOverEither() throws {
    let folder = try TemporaryFolder(["base.json5": "{ colour: 1 }", "child.json5": "{ extends: \"base.json5\" }"])
    let outcome = CommandTests.watchroom(
      ["check", folder["child.json5"], "--junit", folder["base.json5"]], files: DiskFiles())
    #expect(outcome.status == .commandLineWrong)
    #expect(try folder.text("base.json5") == "{ colour: 1 }")
  }

  /// A name in a scenario is a name, whatever it looks like.
  @Test func namesAreNoPaths() throws {
    let outside = "../../outside"
    let scenario = Fixture.night.replacing("contact: {", with: "\"\(outside)\": {")
      .replacing("A small night", with: "/etc/passwd")
    let output = Recording()
    let errors = Recording()
    let surroundings = Surroundings(
      output: output, errors: errors, files: MemoryFiles(["names.json5": scenario]), elapsed: { .zero })
    let ledger = bench["a.ledger"]
    for arguments in [
      ["run", "names.json5", "--ledger", ledger, "--report", bench["a.html"]],
      ["export", ledger, "--to", "csv", "--output", bench["csv"]],
      ["report", ledger, "--report", bench["b.html"]],
    ] {
      #expect(Command.run(arguments, in: surroundings) == .done, "\(errors.text)")
    }
    #expect(try bench.folder.names == ["a.html", "a.ledger", "b.html", "csv"])
    let tables = try FileManager.default.contentsOfDirectory(atPath: bench["csv"]).sorted()
    #expect(tables == ["contacts.csv", "events.csv", "incidents.csv"])
    #expect(!FileManager.default.fileExists(atPath: bench[outside]))
  }
}
