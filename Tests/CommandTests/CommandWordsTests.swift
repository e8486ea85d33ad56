import Testing

@testable import WatchroomCommand

/// What is asked for before any verb begins its work.
@Suite struct CommandWordsTests {
  @Test func theProgramsNameIsNoArgument() throws {
    #expect(try Command.arguments(among: ["watchroom"]) == [])
    #expect(try Command.arguments(among: ["watchroom", "run", "x"]) == ["run", "x"])
  }

  /// Not even the program's name: they stand in a file that is not there.
  @Test func withoutAnyWordTheyAreSaidToBeUnreadable() throws {
    let ending = #expect(throws: Ending.self) { try Command.arguments(among: []) }
    #expect(ending?.status == .inputOrOutputFailed)
    #expect(ending?.lines.first?.message.hasSuffix("there is no /proc/self/cmdline — mount /proc") == true)
  }

  @Test func questionsAboutTheCommandAreToldFromWork() {
    for words in [["help"], ["--version"], ["--help"], ["-h"], ["help", "run"], ["run", "x", "--help"]] {
      #expect(Command.isAskedAboutItself(words), "\(words)")
    }
    for words in [[], ["run", "x"], ["run", "--", "--help"], ["schema"]] {
      #expect(!Command.isAskedAboutItself(words), "\(words)")
    }
  }
}
