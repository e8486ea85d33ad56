import Testing

@testable import Writing

@Suite struct ShellCommandTests {
  @Test func quotesWhatAShellWouldRead() {
    let words = ["watchroom", "run", "a b.json5", "--set", "name=it's", "$(rm)", "", "é", "\u{1B}[2J'\\"]
    #expect(
      ShellCommand(words).lines(width: 400) == [
        #"watchroom run 'a b.json5' --set 'name=it'\''s' '$(rm)' '' 'é' $'\U0000001b[2J\'\\'"#
      ])
  }

  /// Of a word that begins with an equals sign zsh makes the path of a command.
  @Test func aWordThatBeginsWithAnEqualsSignIsQuoted() {
    #expect(ShellCommand(["--channel", "=999", "a=b"]).line == "--channel '=999' a=b")
  }

  @Test func whatCouldBeTakenForAnOptionStandsBehindDashes() {
    #expect(ShellCommand.operands(["a.json5", "b-c.json5"]) == ["a.json5", "b-c.json5"])
    #expect(ShellCommand.operands(["a.json5", "-c.json5"]) == ["--", "a.json5", "-c.json5"])
  }

  @Test func continuesLongCommands() {
    let words = ["watchroom", "run", String(repeating: "x", count: 30), "y"]
    #expect(
      ShellCommand(words).lines(width: 30) == [
        #"watchroom run \"#, "    " + String(repeating: "x", count: 24) + #"\"#, "xxxxxx y",
      ])
    #expect(ShellCommand([]).lines(width: 80).isEmpty)
  }
}
