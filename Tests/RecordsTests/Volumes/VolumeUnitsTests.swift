import Reading
import Testing

@testable import Records

/// Tables of volumes that spreadsheets make: units, thousands, grids, columns that are no counts.
@Suite struct VolumeUnitsTests {
  private func read(_ text: String, channel: String? = nil, handling: Double? = nil) throws -> VolumeTable {
    try VolumeTable.read("v.csv", .init(channel: channel, handling: handling), files: MemoryFiles(["v.csv": text]))
  }

  private func refusals(_ text: String, channel: String? = nil, handling: Double? = 200) -> [String] {
    do {
      _ = try read(text, channel: channel, handling: handling)
      return []
    } catch RecordsError.invalid(let problems) {
      return problems.filter { $0.severity == .error }.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  private func table(_ handling: String) -> String {
    "start,count,handling\n2025-05-26T07:00,10,\(handling)\n2025-05-26T07:30,10,\(handling)\n"
  }

  @Test func aTimeOfASpreadsheetIsNoHandlingTime() {
    #expect(
      refusals(table("0.0026967")).first
        == "v.csv:2:3: error: “0.0026967” is less than a second — is it a part of a day, as a spreadsheet keeps times? write "
        + "seconds, 3m53s or 0:03:53")
    #expect(refusals(table("1")).isEmpty)
  }

  @Test(arguments: [("3.88", "minutes"), ("233000", "milliseconds")])
  func aMeanOfAnotherUnitIsWarnedOf(handling: String, unit: String) throws {
    let warnings = try read(table(handling)).warnings.map(\.description)
    #expect(warnings.count == 1 && warnings[0].hasPrefix("v.csv:1:3: warning: handling times are "), "\(warnings)")
    #expect(warnings.first?.hasSuffix("are they \(unit)? write seconds, 3m53s or 0:03:53") == true)
  }

  @Test func theHeaderIsOnItsOwnLine() throws {
    let warnings = try read("sep=,\n\n" + table("3.88")).warnings.map(\.place.line)
    #expect(warnings == [3])
  }

  @Test func usualTimesAreNotWarnedOf() throws {
    for handling in ["10", "233", "4h"] { #expect(try read(table(handling)).warnings.isEmpty, "\(handling)") }
    // What the question says was meant.
    #expect(try read("start,count\n2025-05-26T07:00,1\n2025-05-26T07:30,1\n", handling: 5).warnings.isEmpty)
  }

  @Test func thousandsMayBeSetApart() throws {
    let table = try read("start,count\n2025-05-26T07:00,\"1,250\"\n2025-05-26T07:30,980\n", handling: 200)
    #expect(table.intervals.map(\.offered) == [1_250, 980])
    #expect(
      refusals("start,count\n2025-05-26T07:00,85%\n").first
        == "v.csv:2:2: error: “85%” is not a number of contacts — write a number that is not negative, such as 1980 or 12.5"
    )
  }

  @Test func aGridIsRead() throws {
    let table = try read("date,07:00,07:30,08:00,Total\n2025-05-26,1,2,3,6\n2025-05-27,4,,6,10\n", handling: 200)
    #expect(table.minutes == 30 && table.intervals.map(\.offered) == [1, 2, 3, 4, 6])
    #expect(table.intervals.last?.start.minuteText == "2025-05-27T08:00")
    #expect(table.warnings.map(\.place.column) == [5])
    let channels = "date,channel,07:00,07:30\n2025-05-26,999,1,2\n2025-05-26,101,3,4\n"
    #expect(try read(channels, channel: "101", handling: 200).intervals.map(\.offered) == [3, 4])
    #expect(refusals("date,07:00,07:30\nsoon,1,2\n").count == 1)
  }

  @Test func columnsThatAreNoCountsArePassedOver() throws {
    let table = "start,999,Total,SL\n2025-05-26T07:00,1,5,0.9\n2025-05-26T07:30,2,6,0.9\n"
    let read = try read(table, handling: 200)
    #expect(read.channel == "999" && read.intervals.map(\.offered) == [1, 2] && read.warnings.count == 1)
    // Unless one is asked for.
    #expect(try self.read(table, channel: "Total", handling: 200).intervals.map(\.offered) == [5, 6])
  }

  @Test func aChannelIsNamedAsAShellTakesIt() {
    let said = refusals("start,Calls Offered,Chats\n2025-05-26T07:00,1,5\n").first
    #expect(said?.hasSuffix("say which: --channel 'Calls Offered'") == true, "\(said ?? "")")
  }

  @Test func rowsOfADateWithoutATimeAreRefusedOnce() {
    let rows = ["00:00-00:30", "00:30-01:00", "01:00-01:30", "01:30-02:00"].map { "2025-05-26,\($0),5\n" }.joined()
    #expect(
      refusals("Date,Interval,Offered\n" + rows) == [
        "v.csv:1:2: error: there are 4 rows of 1 date, and “Interval”, which seems to say the time of day, is passed over — "
          + "call the column “time”, and write in it when an interval begins, such as 07:30"
      ])
    #expect(
      refusals("Date,Notes,Offered\n" + String(repeating: "2025-05-26,red,5\n", count: 4)) == [
        "v.csv:2:1: error: there are 4 rows of 1 date, and no column says the time of day: there is no use for “Notes” — "
          + "call the column “time” that says when an interval begins, and write 07:30 in it"
      ])
  }
}
