import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// What is there already is replaced by its own kind alone.
@Suite struct OutputKindTests {
  private let bench: LedgerBench
  /// Recorded before each test.
  private let night: [UInt8]

  init() throws {
    bench = try LedgerBench()
    #expect(bench.watchroom("run", "response.json5", "--ledger", bench["night.ledger"]).status == .done)
    night = try bench.bytes("night.ledger")
  }

  /// A command with `OUT` for the file it leaves, and what that is called.
  struct Case: Sendable, CustomTestStringConvertible {
    let words: [String]
    let noun: String

    init(_ line: String, _ noun: String) {
      words = line.split(separator: " ").map(String.init)
      self.noun = noun
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  private func watchroom(_ words: [String]) -> Outcome {
    bench.watchroom(
      words.map { ["OUT", "DIR", "night.ledger"].contains($0) ? bench[$0] : $0 },
      others: [
        "1.partial": bench.watchroom("run", "night.json5", "--shard", "1/1").output,
        "volumes.csv": "start,count\n2022-07-22T07:00,9\n2022-07-22T07:30,9\n",
        // Every table has rows.
        "desk.json5": LedgerBench.files["response.json5", default: ""].replacing(
          "hubs: {",
          with: "dispatchers: { staff: { byHour: \([Int](repeating: 1, count: 24)) }, takes: { constant: 60 } }, "
            + "hubs: {"),
      ])
  }

  /// That a command finds these bytes in the place of its file, says so, does nothing and leaves them.
  private func expectLeftAlone(_ bytes: [UInt8], _ name: String, by command: Case) throws {
    try bench.write(bytes, name)
    let outcome = watchroom(command.words)
    #expect(outcome.status == .commandLineWrong && outcome.output == "")
    #expect(
      outcome.errors.contains(
        "/\(name)” is there and is no \(command.noun), so it is not written over — name another file"),
      "\(outcome.errors)")
    #expect(try bench.bytes(name) == bytes)
  }

  @Test(arguments: [
    Case("run night.json5 --report OUT", "Watchroom page"),
    Case("run night.json5 --shard 1/2 --output OUT", "partial result"),
    Case("compare night.json5 more.json5 --replications 2 --report OUT", "Watchroom page"),
    Case("compare night.json5 more.json5 --replications 2 --shard 1/2 --output OUT", "partial result"),
    Case("merge 1.partial --report OUT", "Watchroom page"),
    Case("report night.ledger --report OUT", "Watchroom page"),
    Case("size night.json5 --value-map --replications 2 --report OUT", "Watchroom page"),
    Case("size night.json5 --value-map --replications 2 --csv OUT", "table of figures"),
    Case("erlang --volumes volumes.csv --handling 3m --share 0.9 --csv OUT", "table of requirements"),
    Case("check night.json5 --replications 2 --junit OUT", "JUnit report of “watchroom check”"),
    Case("check night.json5 --replications 2 --record OUT", "baseline"),
    Case("export night.ledger --to ndjson --output OUT", "NDJSON export"),
    Case("export night.ledger --to ocel-json --output OUT", "OCEL export in JSON"),
    Case("export night.ledger --to ocel-xml --output OUT", "OCEL export in XML"),
    Case("run night.json5 --ledger OUT", "ledger"),
    Case("replay night.ledger --from 12:00 --ledger OUT", "ledger"),
  ])
  func aFileIsReplacedByItsOwnKindAlone(_ command: Case) throws {
    let first = watchroom(command.words)
    #expect(first.status == .done, "\(first.errors)")
    let own = try bench.bytes("OUT")
    for replaced in [own, []] {
      try bench.write(replaced, "OUT")
      #expect(watchroom(command.words).status == .done)
      #expect(try bench.bytes("OUT").starts(with: own.prefix(16)))
    }
    var others: [any Sequence<UInt8>] = [
      "{ attendance: 0.9 }".utf8, "<!DOCTYPE html>\n<title>Mine</title>\n".utf8, "channel,date,count\n".utf8, [0],
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mine\"/>".utf8,
    ]
    if command.noun != "ledger" { others.append(night) }
    for other in others { try expectLeftAlone(Array(other), "OUT", by: command) }
    #expect(try bench.folder.names == ["OUT", "night.ledger"])
  }

  @Test(arguments: [
    Case("run desk.json5 --csv DIR", "table of figures"), Case("report night.ledger --csv DIR", "table of figures"),
    Case("compare night.json5 more.json5 --replications 2 --csv DIR", "table of figures"),
    Case("merge 1.partial --csv DIR", "table of figures"),
    Case("export night.ledger --to csv --output DIR", "table of an export"),
  ])
  func aFolderOfTablesReplacesNoOtherTable(_ command: Case) throws {
    let first = watchroom(command.words)
    #expect(first.status == .done, "\(first.errors)")
    #expect(watchroom(command.words).status == .done)
    let names = try FileManager.default.contentsOfDirectory(atPath: bench["DIR"])
    let whole = try names.map { try bench.bytes("DIR/\($0)") }
    for (name, bytes) in zip(names, whole) {
      try expectLeftAlone(Array("channel,date,count\n999,2022-07-22,7\n".utf8), "DIR/\(name)", by: command)
      try bench.write(bytes, "DIR/\(name)")
    }
    // None of them was written.
    #expect(try names.map { try bench.bytes("DIR/\($0)") } == whole)
  }

  /// Nobody knows what it is. Nothing is closed to the superuser.
  @Test(.enabled(if: geteuid() != 0)) func whatCannotBeReadIsNotReplaced() throws {
    try bench.write("secret".utf8, "OUT")
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o200], ofItemAtPath: bench["OUT"])
    let outcome = watchroom(["run", "night.json5", "--report", "OUT"])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors.contains(
        "OUT cannot be written: Permission denied — allow it and its folder to be written, or name a file elsewhere"))
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: bench["OUT"])
    #expect(try bench.bytes("OUT") == Array("secret".utf8))
  }

  @Test func theBeginningOfAFileIsAllOfAShortOne() throws {
    try bench.write("short".utf8, "short")
    try bench.write(repeatElement(7, count: 10_000), "long")
    #expect(try DiskDrafts().beginning(of: bench["short"]) == Array("short".utf8))
    #expect(try DiskDrafts().beginning(of: bench["long"]) == [UInt8](repeating: 7, count: 4_096))
    #expect(throws: OutputFault(ENOENT)) {
      try DiskDrafts().beginning(of: bench["none"])
    }
  }

  @Test func aDeviceIsWrittenToWhateverItHolds() {
    #expect(watchroom(["run", "night.json5", "--report", "/dev/null"]).status == .done)
  }
}
