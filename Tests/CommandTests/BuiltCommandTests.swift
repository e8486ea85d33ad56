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
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "set -o pipefail; watchroom() { \"$0\" \"$@\"; }; \(script)", path]
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
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
    #expect(result == (74, "watchroom: error: standard output cannot be written: No space left on device\n"))
  }

  @Test func noColourAndNoProgressInAPipe() throws {
    #expect(!(try bash("watchroom run /dev/null").text.contains("\u{1B}")))
  }
}
