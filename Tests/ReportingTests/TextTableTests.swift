import Testing

@testable import Writing

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

  @Test func halfWidthsGoBeforeNamesThatTellRowsApart() {
    let name = String(repeating: "n", count: 60)
    let number = TextTable.Cell("12345", halfWidth: "678")
    var table = TextTable(rows: [[.init(name), number, number]], keepsNames: true)
    #expect(table.lines(coloured: false) == ["\(name)  12345 ± 678  12345"])
    table.rows = [[.init(name + name), number, number]]
    #expect(table.lines(coloured: false) == [String(repeating: "n", count: 63) + "...  12345  12345"])
  }

  @Test func halfWidthsGoBeforeThePageOverflows() {
    var table = TextTable()
    let wide = TextTable.Cell("1,000,000,000,000.0", halfWidth: "1,000,000,000,000.0")
    table.rows = [["name", wide, wide]]
    #expect(table.lines(coloured: false) == ["name  1,000,000,000,000.0 ± 1,000,000,000,000.0  1,000,000,000,000.0"])
  }
}
