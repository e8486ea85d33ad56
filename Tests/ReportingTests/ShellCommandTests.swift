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

  /// Marks make one character of any number of scalars: to look at its beginning is to look at all of them.
  @Test func aWordOfVeryManyMarksIsCut() {
    let word = "a" + String(repeating: "\u{301}", count: 20_000)
    let lines = ShellCommand(["run", word, "b"]).lines(width: 80)
    #expect(lines.count > 200 && lines.allSatisfy { $0.displayWidth <= 80 })
  }

  /// Letters that take no column do not make a piece of any length.
  @Test func aPieceHasAnEndWhateverItsWidth() {
    let word = String(repeating: "\u{1160}", count: 500) + String(repeating: "x", count: 100)
    let lines = ShellCommand([word]).lines(width: 80)
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 100 })
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
