import DiscreteEvents
import Reading
import ScenarioFile
import Testing

@testable import Records

/// A quotation mark too many costs the row that has it, and no other where it can be told from a quotation.
@Suite struct StrayQuotationTests {
  private static let header = "arrival,channel,wait,outcome,handling,notes\n"

  /// Records of a call a minute, with what stands in the notes of some rows, by their number from 0.
  private func records(_ rows: Int, notes: [Int: String]) -> String {
    (0..<rows).reduce(into: Self.header) { text, row in
      let clock = CivilTime.clock(Milliseconds(row % 1_440) * .minute)
      text += "2022-03-\(10 + row / 1_440)T\(clock),999,\(row % 40),answered,\(100 + row),\(notes[row] ?? "ok")\n"
    }
  }

  private func read(_ text: String, pieces size: Int = 1 << 16) throws -> ContactRecords {
    try ContactRecords.read(
      "r.csv", timeZone: "UTC", files: SmallPieces(files: MemoryFiles(["r.csv": text]), size: size))
  }

  @Test(arguments: [1 << 20, 1 << 16, 5_000])
  func eachStrayMarkIsOneRowLeftOut(pieces: Int) throws {
    for lines in [[700], [700, 2_500], [700, 710], [0, 2_999], Array(100..<110)] {
      let text = records(3_000, notes: Dictionary(uniqueKeysWithValues: lines.map { ($0, "\"caller said hello") }))
      let found = try read(text, pieces: pieces)
      #expect(found.rows == 3_000 && found.rowsUsed == 3_000 - lines.count, "\(lines)")
      #expect(found.leftOut == [RowCount(kind: "not rows of a table", count: lines.count)])
      let places = found.warnings.filter { $0.message.contains("quotation mark") }.map(\.place)
      #expect(places.map(\.line) == lines.prefix(5).map { $0 + 2 } && places.allSatisfy { $0.column == 6 })
    }
  }

  @Test(arguments: [1 << 20, 64, 1])
  func quotedLineBreaksAreKept(pieces: Int) throws {
    let long = "\"" + String(repeating: "a line, and \"\"another\"\"\r\n", count: 254) + "end\""
    let text = records(60, notes: [3: "\"one\ntwo\"", 20: long, 59: "\"a,\n\nb\""])
    let found = try read(text, pieces: pieces)
    #expect(found.rows == 60 && found.rowsUsed == 60 && found.warnings.count == 1)
    #expect(found.warnings.map(\.message) == ["there is no use for the column “notes”"])
  }

  /// Where the next mark would close it, a quotation of so many lines hides none of them.
  @Test func aQuotationLongerThanACellIsAStrayMark() throws {
    let found = try read(records(1_000, notes: [10: "\"screen", 900: "of 19\""]))
    #expect(found.rows == 1_000 && found.rowsUsed == 998)
    #expect(
      found.warnings.first { $0.place.line == 12 }?.description
        == "r.csv:12:6: warning: a field in quotation marks is not closed within 256 lines — close it with a quotation mark; "
        + "the row was left out")
  }

  /// A mark that opens a first field and one that closes a last field make one row of all between them, of another width.
  @Test(arguments: [1 << 20, 64])
  func aPairOfStrayMarksCostsTheirTwoRows(pieces: Int) throws {
    var lines = records(1_000, notes: [300: "ok\""]).split(separator: "\n").map(String.init)
    lines[101] = "\"" + lines[101]
    let found = try read(lines.joined(separator: "\n") + "\n", pieces: pieces)
    #expect(found.rows == 1_000 && found.rowsUsed == 998)
    #expect(found.leftOut == [RowCount(kind: "not rows of a table", count: 2)])
    #expect(
      found.warnings.first { $0.place.line == 102 }?.description
        == "r.csv:102:1: warning: by its quotation marks this row goes on to line 302 and has 1 field, and the header has 6 "
        + "— close this field on its line, or remove the quotation mark; the row was left out")
  }

  @Test func aHistoryGoesOnAfterAStrayMark() throws {
    let days = (1...28).map { "2022-02-\($0 < 10 ? "0" : "")\($0),\($0 == 9 ? "\"" : "")999,5\n" }.joined()
    let files = MemoryFiles(["h.csv": "date,channel,count\n" + days])
    let history = try ContactHistory.read("h.csv", files: files)
    #expect(history.days == 28 && history.channels.map(\.name) == ["999"])
    #expect(history.warnings.map(\.place.line) == [10, 0])
  }

  /// Each line is looked at twice at most, whatever the marks.
  @Test func manyStrayMarksTakeNoLonger() {
    for stray in ["a,\"b\n", "\"\n\"\"x\n", "a,\"b\"\"c\n", "\"a\",\"\n"] {
      let bytes = Array(String(repeating: stray, count: 40_000).utf8)
      var reader = CSVReader(bytes)
      var faults = 0
      while true {
        do {
          guard try reader.next() else { break }
        } catch {
          faults += 1
          _ = reader.skipFirstLine()
        }
      }
      let lines = bytes.count { $0 == 0x0A }
      #expect(faults > 0 && reader.consumed == bytes.count && reader.nextLine == lines + 1)
    }
  }
}
