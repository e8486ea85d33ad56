import Foundation
import Testing
import Watchroom

/// The command stands beside the tests, if they run from where they were built.
private let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  .appendingPathComponent("watchroom").path

/// The built command as a shell meets it: what cannot be seen from inside one process.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: path)))
struct BuiltCommandTests {
  /// Runs `script` with `watchroom` at hand, and gives its status and all it wrote.
  private func bash(_ script: String) throws -> (status: Int32, text: String) {
    try runProgram("/bin/bash", ["-c", "set -o pipefail; watchroom() { \"$0\" \"$@\"; }; \(script)", path])
  }

  @Test func endsAsItShould() throws {
    #expect(try bash("watchroom --version") == (0, "\(Engine.name)\n"))
    #expect(try bash("watchroom nonsense").status == 64)
    #expect(try bash("watchroom run /dev/null").status == 65)
    #expect(try bash("watchroom run /nowhere/at/all").status == 74)
  }

  @Test func aReaderWhoLeavesIsNoError() throws {
    let result = try bash("watchroom schema | head -c 1")
    #expect(result == (0, "{"))
  }

  @Test func aFullDiskIs() throws {
    let result = try bash("watchroom schema > /dev/full")
    #expect(result == (74, Outcome.fullOutput))
  }

  /// The system's way to say so is a signal that would end the process without a word.
  @Test func aFileThatMayNotGrowAnyMoreIsAFault() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let page = try bash("cd '\(folder.path)'; ulimit -f 1; watchroom run night.json5 --report a.html > /dev/null")
    #expect(page.status == 74)
    #expect(page.text.contains("a.html cannot be written: File too large"), "\(page.text)")
    #expect(try folder.names == ["night.json5"])
    let kept = try bash("cd '\(folder.path)'; ulimit -f 4; watchroom run night.json5 --days 300 --ledger a.ledger")
    #expect(kept.status == 74)
    #expect(kept.text.contains("a.ledger.part: error: write failed: File too large"), "\(kept.text)")
  }

  @Test func noColourAndNoProgressInAPipe() throws {
    #expect(!(try bash("watchroom run /dev/null").text.contains("\u{1B}")))
  }

  @Test func aLogThatOutputGoesToIsWrittenToAndNotReplaced() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let log = folder["log.txt"]
    for output in ["/dev/stdout", log] {
      let result = try bash(
        "{ echo before; watchroom check '\(folder["night.json5"])' --junit '\(output)'; echo after; } > '\(log)'")
      #expect(result == (0, ""))
      let text = try folder.text("log.txt")
      #expect(text.hasPrefix("before\n\(folder["night.json5"]): 1 expectation passes (20 replications)\n<?xml "))
      #expect(text.hasSuffix("</testsuites>\nafter\n"))
    }
    #expect(
      try bash(
        "watchroom schema > '\(log)'; cd '\(folder.path)'; watchroom run night.json5 --report log.txt -q > log.txt"
      ).status == 0)
    #expect(try folder.text("log.txt").hasSuffix("</html>\n"))
    #expect(try folder.text("log.txt").hasPrefix("A small night\n"))
  }

  @Test func aDashIsReadAndWrittenAsAStream() throws {
    let volumes = "start,count\n2022-07-22T07:00,10\n2022-07-22T07:30,20\n"
    let folder = try TemporaryFolder(["night.json5": Fixture.night, "volumes.csv": volumes])
    let night = "'\(folder["night.json5"])'"
    #expect(try bash("watchroom validate - < \(night)") == (0, "/dev/stdin: ok\n"))
    let run = try bash("cat \(night) | watchroom run -")
    #expect(run.status == 0 && run.text.hasSuffix("\nwatchroom run --seed 1 --replications 1 /dev/stdin\n"))
    let verdicts = try bash("watchroom check \(night) --junit - 2> /dev/null")
    #expect(verdicts.status == 0 && verdicts.text.hasPrefix("<?xml ") && verdicts.text.hasSuffix("</testsuites>\n"))
    let quiet = try bash("watchroom check \(night) -q --junit -")
    #expect(quiet.status == 0 && quiet.text.hasPrefix("<?xml ") && quiet.text.hasSuffix("</testsuites>\n"))
    // What would be printed is said beside it.
    let said = try bash("watchroom check \(night) --junit - 2>&1 > /dev/null")
    #expect(said == (0, "\(folder["night.json5"]): 1 expectation passes (20 replications)\n"))
    let demand = "--volumes '\(folder["volumes.csv"])' --handling 3m --share 0.9"
    let table = try bash("watchroom erlang \(demand) --csv - 2> /dev/null")
    #expect(table.status == 0 && table.text.split(separator: "\n", omittingEmptySubsequences: false).count == 4)
    #expect(table.text.hasPrefix("channel,start,minutes,"), "\(table.text)")
    // Nothing is said that is no part of it.
    #expect(try bash("watchroom new -") == (0, StarterScenario.text))
    // A file of that name is another.
    let file = try bash("cd '\(folder.path)'; cp night.json5 ./-; watchroom validate ./- < /dev/null")
    #expect(file == (0, "./-: ok\n"))
  }

  @Test func aNameThatIsNotUTF8IsSaidToBeSo() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let result = try bash("cd '\(folder.path)'; mv night.json5 $'bad\\xff.json5'; watchroom check .")
    #expect(result.status == 74)
    #expect(result.text.contains("cannot be found: its name is not UTF-8, rename it"))
  }

  /// The name of a file that is left behind would not be what was asked for.
  @Test(arguments: ["run night.json5 --report", "run night.json5 --ledger", "check night.json5 --junit", "new"])
  func noFileIsCalledWhatIsNotUTF8(command: String) throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let result = try bash("cd '\(folder.path)'; watchroom \(command) $'l\\xff.html'")
    #expect(result.status == 64)
    #expect(result.text.contains("is not UTF-8, so no file can be called by it — name another file"), "\(result.text)")
    #expect(try folder.names == ["night.json5"])
  }

  /// A file that others read from takes what they leave: whoever named it is told when that is nobody.
  @Test func aNamedPipeWithoutAReaderIsAFault() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let result = try bash(
      "cd '\(folder.path)'; mkfifo pipe; head -c 1 pipe > first & watchroom run night.json5 --report pipe > /dev/null")
    #expect(result.status == 74)
    #expect(
      result.text.contains("pipe cannot be written: Broken pipe — let its reader read to the end"), "\(result.text)")
  }

  @Test func aClosedStandardOutputIsAFault() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    for command in ["--version", "run '\(folder["night.json5"])' --replications 3"] {
      let result = try bash("watchroom \(command) >&-")
      #expect(
        result
          == (74, "watchroom: error: standard output cannot be written: Bad file descriptor — send it elsewhere\n"))
    }
    #expect(try bash("watchroom run nothing >&- 2>&-").status == 74)
    #expect(try bash("watchroom validate /dev/stdin <&-").status == 74)
    #expect(try bash("watchroom check '\(folder["night.json5"])' -q --junit /dev/stdout >&-").status == 74)
  }

  /// Where a thread's stack finds no room there is no thread. Dispatch would try for ever.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func withoutThreadsItEndsAndSaysWhy() throws {
    let limit = "ulimit -s 8000000000 && ulimit -v 100000000"
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let result = try bash("\(limit); timeout 60 \"$0\" run '\(folder["night.json5"])'")
    #expect(result.status == 74)
    #expect(result.text.hasPrefix("watchroom: error: no thread can be made: "), "\(result.text)")
    #expect(result.text.contains("allow more processes (ulimit -u"))
    #expect(try bash("\(limit); timeout 60 \"$0\" --version") == (0, "\(Engine.name)\n"))
    #expect(try bash("\(limit); timeout 60 \"$0\" run --help").status == 0)
  }

  // MARK: Signals

  /// Starts the command on a scenario it gets through a pipe, sends it signals once it has begun to read that, and gives
  /// how it ended and all it wrote.
  private func interrupted(
    _ arguments: [String], by signals: [Int32], in folder: TemporaryFolder
  ) throws -> (status: Int32, ended: Process.TerminationReason, text: String) {
    let pipe = folder["scenario"]
    try #require(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments.map { $0 == "SCENARIO" ? pipe : $0 }
    process.standardOutput = output
    process.standardError = output
    try process.run()
    // Waits until the command opens the other end.
    let scenario = try FileHandle(forWritingTo: URL(fileURLWithPath: pipe))
    for signal in signals { kill(process.processIdentifier, signal) }
    // It may be gone before it has read anything.
    Foundation.signal(SIGPIPE, SIG_IGN)
    try? scenario.write(contentsOf: Data(Fixture.night.utf8))
    try? scenario.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, process.terminationReason, String(decoding: data, as: UTF8.self))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsItWithAWordAndAStatusOfItsOwn(signal: Int32) throws {
    let folder = try TemporaryFolder()
    for arguments in [
      ["run", "SCENARIO", "--replications", "1000000", "--report", folder["a.html"]],
      ["run", "SCENARIO", "--days", "30000", "--ledger", folder["a.ledger"]],
      ["check", "SCENARIO", "--replications", "900000", "--junit", folder["a.xml"]],
      ["size", "SCENARIO", "--output", folder["a.json5"]],
    ] {
      let result = try interrupted(arguments, by: [signal], in: folder)
      #expect(result.ended == .exit)
      #expect(result.status == 128 + signal, "\(arguments): \(result.text)")
      #expect(result.text.contains("interrupted: "), "\(result.text)")
      // What is left, if anything, is what can be gone on with or what was done, whole.
      let names = try folder.names.filter { $0 != "a.ledger.part" && $0 != "a.html" }
      #expect(names == [], "\(arguments)")
      try? FileManager.default.removeItem(atPath: folder["a.html"])
    }
  }

  /// Sent as soon as the command has anything to do with signals, one is not passed over.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func aSignalRightAtTheStartEndsItToo() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    // Whether it blocks, passes over or catches signal 15 stands in bit 14.
    let script = """
      cd "\(folder.path)"
      for n in 1 2 3 4 5 6; do
        "$0" run night.json5 --days 30 --replications 1000 --quiet > /dev/null 2>&1 &
        child=$!
        until grep -qs "^Name:.watchroom" /proc/$child/status &&
          grep -Eqs "^Sig(Blk|Ign|Cgt):.*[4-7c-f][0-9a-f]{3}$" /proc/$child/status; do
          kill -0 $child 2> /dev/null || break
        done
        kill -TERM $child
        wait $child
        echo $?
      done
      """
    let lines = try bash(script).text.split(separator: "\n").filter { $0.allSatisfy(\.isNumber) }
    #expect(lines == [Substring](repeating: "143", count: 6))
  }

  @Test func anExportThatIsCutShortLeavesNoFolder() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let script = """
      cd "\(folder.path)"
      watchroom run night.json5 --days 1000 --ledger a.ledger --quiet > /dev/null
      "$0" export a.ledger --to csv --output out --quiet 2> /dev/null &
      child=$!
      while [ ! -d out ] && kill -0 $child 2> /dev/null; do :; done
      kill -TERM $child
      wait $child
      echo "$? $(ls | wc -l) $(ls out 2> /dev/null | wc -l)"
      """
    let text = try bash(script).text
    // It may have been done before it was told, or have given all tables their names by then.
    #expect(["143 2 0\n", "143 3 3\n", "0 3 3\n"].contains(text), "\(text)")
  }

  /// At whatever moment: all tables are there, or no folder.
  @Test func aRunThatIsCutShortLeavesAllTablesOrNoFolder() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let script = """
      cd "\(folder.path)"
      for n in 0 1 2 3 4 5 6 7 8 9; do
        "$0" run night.json5 --csv out --quiet > /dev/null 2>&1 &
        child=$!
        sleep 0.0$n
        kill -TERM $child 2> /dev/null
        wait $child
        [ ! -e out ] || ls out | wc -l
        rm -rf out
      done
      ls
      """
    let lines = try bash(script).text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.last == "night.json5", "\(lines)")
    #expect(lines.dropLast().allSatisfy { $0 == "\(ResultTables.names.count)" }, "\(lines)")
  }

  /// As `timeout` does it, but by two kinds of signals, of which none is lost.
  @Test func twoSignalsAtATimeAreOne() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let script = """
      cd "\(folder.path)"
      "$0" run night.json5 --replications 1000000 > out.txt 2> errors.txt &
      child=$!
      sleep 2
      kill -TERM $child
      kill -HUP $child
      wait $child
      echo $?
      """
    #expect(["143\n", "129\n"].contains(try bash(script).text))
    #expect(try folder.text("errors.txt").contains("of 1000000 replications that"))
    #expect(try folder.text("out.txt").hasPrefix("A small night\n"))
  }

  @Test func twoRunsMayLeaveTheirTablesInOneFolder() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let script = """
      cd "\(folder.path)"
      for n in 1 2 3 4 5 6 7 8; do
        "$0" run night.json5 --csv out$n > /dev/null &
        other=$!
        "$0" run night.json5 --csv out$n > /dev/null
        echo $?
        wait $other
        echo $?
        ls out$n | wc -l
      done
      """
    let lines = try bash(script).text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let eight = (1...8).flatMap { _ in ["0", "0", "\(ResultTables.names.count)"] }
    #expect(lines == eight)
  }

  /// Cut short as often as it likes, a run that is kept comes to the same end.
  @Test func aRunThatIsKeptGoesOnAfterASignal() throws {
    let folder = try TemporaryFolder(["night.json5": Fixture.night])
    let part = folder["a.ledger.part"]
    let script = """
      cd "\(folder.path)"
      watchroom run night.json5 --days 300 --ledger whole.ledger --quiet > whole.txt
      "$0" run night.json5 --days 300 --ledger a.ledger > first.txt 2>&1 &
      child=$!
      while [ ! -s a.ledger.part ] && kill -0 $child 2>/dev/null; do :; done
      kill -TERM $child
      wait $child
      echo "first $?"
      [ -e a.ledger ] || watchroom run --resume a.ledger > a.txt
      watchroom export a.ledger --to ndjson --quiet | cksum
      watchroom export whole.ledger --to ndjson --quiet | cksum
      """
    let lines = try bash(script).text.split(separator: "\n").map(String.init)
    try #require(lines.count == 3, "\(lines)")
    #expect(["first 143", "first 0"].contains(lines[0]))
    #expect(lines[1] == lines[2])
    #expect(!FileManager.default.fileExists(atPath: part))
  }
}
