import DiscreteEvents
import Testing

@testable import Reporting

@Suite struct SparklineTests {
  @Test func heightFollowsTheValue() {
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], maximum: 7) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text([0.5, 2, -1], maximum: 1) == "▅█▁")
    #expect(Sparkline.text([.nan, 1, .infinity], maximum: 1) == " █ ")
    #expect(Sparkline.text([0, 0], maximum: 0) == "▁▁")
    #expect(Sparkline.text([.nan, .nan], maximum: .nan) == "  ")
  }
}

@Suite struct LocalTimeTests {
  @Test func writesTheOffset() {
    let east = ZoneRules(name: "Asia/Kolkata", initialOffset: 19_800_000)
    #expect(LocalTime(1_658_469_600_000, in: east).iso8601 == "2022-07-22T11:30:00+05:30")
    let west = ZoneRules(name: "America/St_Johns", initialOffset: -12_600_000)
    #expect(LocalTime(1_658_469_600_250, in: west).iso8601 == "2022-07-22T02:30:00.250-03:30")
    #expect(LocalTime(0, in: .utc).iso8601 == "1970-01-01T00:00:00+00:00")
    #expect(LocalTime(1_658_469_600_000, in: .utc).spelledOut == "Friday 22 July 2022, 06:00")
  }
}

@Suite struct ShellCommandTests {
  @Test func quotesWhatAShellWouldRead() {
    let words = ["watchroom", "run", "a b.json5", "--set", "name=it's", "$(rm)", "", "é", "\u{1B}[2J'\\"]
    #expect(
      ShellCommand(words).lines(width: 400) == [
        #"watchroom run 'a b.json5' --set 'name=it'\''s' '$(rm)' '' 'é' $'\U0000001b[2J\'\\'"#
      ])
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

@Suite struct TextTableTests {
  @Test func numbersStandUnderEachOther() {
    var table = TextTable()
    table.addHeadings("Name", "Value", "")
    table.rows.append(["a", .init("1,000.0", halfWidth: "10.5"), "met"])
    table.rows.append(["longer", .init("2.0", halfWidth: "0.1")])
    table.rows.append(["b", "3.0", "missed"])
    #expect(
      table.lines(coloured: false) == [
        "Name             Value",
        "a       1,000.0 ± 10.5     met",
        "longer      2.0 ±  0.1",
        "b           3.0         missed",
      ])
  }

  @Test func isolatesTextThatRunsTheOtherWay() {
    let table = TextTable(rows: [["שלום", "1"], ["plain", "2"]])
    #expect(table.lines(coloured: false) == ["\u{2068}שלום\u{2069}   1", "plain  2"])
  }

  @Test func colourIsNoWiderThanItsText() {
    let table = TextTable(alignments: [.left, .left], rows: [["a", .init("met", tone: .good)], ["b", "missed"]])
    #expect(table.lines(coloured: true) == ["a  \u{1B}[32mmet\u{1B}[0m", "b  missed"])
  }

  @Test func namesAreCutBeforeNumbers() {
    var table = TextTable()
    table.rows = [[.init(String(repeating: "n", count: 100)), "12345"], ["short", "1"]]
    let lines = table.lines(coloured: false)
    #expect(lines[0] == String(repeating: "n", count: 70) + "...  12345")
    #expect(lines[1].count == 80)
  }

  @Test func halfWidthsGoBeforeThePageOverflows() {
    var table = TextTable()
    let wide = TextTable.Cell("1,000,000,000,000.0", halfWidth: "1,000,000,000,000.0")
    table.rows = [["name", wide, wide]]
    #expect(table.lines(coloured: false) == ["name  1,000,000,000,000.0 ± 1,000,000,000,000.0  1,000,000,000,000.0"])
  }
}
