import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// What goes wrong, and how the command ends because of it.
@Suite struct EndingTests {
  private func surroundings(_ errors: Recording) -> Surroundings {
    Surroundings(output: Recording(), errors: errors, files: MemoryFiles([:] as [String: String]), elapsed: { .zero })
  }

  @Test func attemptsGoOnAndEndWithTheGravest() {
    let errors = Recording()
    var attempts = Attempts(in: surroundings(errors))
    func fail(_ status: WatchroomCommand.ExitStatus, _ message: String) throws(Ending) { throw Ending(status, message) }
    #expect(attempts.status == .done)
    attempts.attempt(try fail(.inputFileWrong, "one"))
    attempts.attempt(try fail(.inputOrOutputFailed, "two"))
    #expect(attempts.attempt(3) == 3)
    attempts.heed(.expectationFailed)
    #expect(attempts.status == .inputFileWrong)
    #expect(errors.text == "watchroom: error: one\nwatchroom: error: two\n")
  }

  @Test func linesAreSaidInOrder() {
    let errors = Recording()
    let ending = Ending.wrong("a.json5", at: "teams", "this is wrong", "do that").adding(.note("and more", about: "b"))
    surroundings(errors).say(ending)
    #expect(ending.status == .inputFileWrong)
    #expect(errors.text == "a.json5: error: teams: this is wrong — do that\nb: note: and more\n")
  }

  @Test func misuseNamesTheHelpThatSaysMore() {
    #expect(Ending.misuse("no", of: .fit).lines.map(\.message) == ["no (see “watchroom fit --help”)"])
    #expect(Ending.misuse("no", of: nil).lines.map(\.message) == ["no (see “watchroom --help”)"])
  }

  @Test func whatIsTooLargeIsTheFilesFault() {
    let large = Ending.unreadable("x", .tooLarge, limit: 3 << 20)
    #expect(large.status == .inputFileWrong)
    #expect(
      large.lines.map(\.message) == ["the file x is too large — a file of this kind has at most 3 MiB"])
    #expect(Ending.unreadable("x", .unreadable("Permission denied")).status == .inputOrOutputFailed)
  }

  @Test(
    arguments: [(EPIPE, "let its reader read to the end"), (EIO, "send it elsewhere")])
  func whatCannotBePrintedHasARemedy(code: Int32, remedy: String) {
    let lines = Ending.unprintable(OutputFault(code)).lines.map(\.message)
    #expect(lines == ["standard output cannot be written: \(String(cString: strerror(code))) — \(remedy)"])
  }

  /// What is not declared as an output may take the place of what is read.
  @Test func optionsSayThemselvesThatTheyLeaveSomething() {
    let outputs = Verb.all.filter { !$0.outputs.isEmpty }.map { "\($0.name): \($0.outputs.map(\.name))" }
    #expect(
      outputs == [
        #"run: ["ledger", "output", "report", "csv"]"#, #"compare: ["output", "report", "csv"]"#,
        #"size: ["output", "roster", "csv", "report"]"#, #"merge: ["report", "csv"]"#, #"replay: ["ledger"]"#,
        #"report: ["report", "csv"]"#, #"export: ["output"]"#, #"check: ["junit", "record"]"#,
        #"erlang: ["csv", "roster"]"#, #"fit: ["output"]"#,
        #"calibrate: ["resume", "output", "evidence"]"#, #"forecast: ["output"]"#,
      ])
  }
}
