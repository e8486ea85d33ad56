import DiscreteEvents
import Reading
import ScenarioFile
import Testing

@testable import Records

/// A wrong date is said of the row that has it, and of no other.
@Suite struct WrongDatesTests {
  /// Rows an hour apart from 3 March 2025, with the dates of some lines changed.
  private func read(_ rows: Int, changing lines: [Int: String] = [:]) throws -> ContactRecords {
    var text = "arrival,channel,wait,outcome\n"
    for row in 0..<rows {
      let (day, hour) = (3 + row / 24, row % 24)
      let (month, dayOfMonth) = (3 + (day - 1) / 28, (day - 1) % 28 + 1)
      let date = lines[row + 2] ?? "2025-\(month < 10 ? "0" : "")\(month)-\(dayOfMonth < 10 ? "0" : "")\(dayOfMonth)"
      text += "\(date)T\(hour < 10 ? "0" : "")\(hour):00,999,1,abandoned\n"
    }
    return try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
  }

  private func said(_ records: ContactRecords) -> [String] {
    records.warnings.map { "\($0.place.line): \($0.message)" }
  }

  @Test func dayAfterDayIsInOrder() throws { #expect(try said(read(200)) == []) }

  @Test(arguments: [50, 2_000])
  func theFirstRowIsNotTheMeasureOfTheOthers(rows: Int) throws {
    for year in [1999, 2052] {
      let records = try read(rows, changing: [2: "\(year)-03-02"])
      #expect(said(records) == ["2: “\(year)-03-02T00:00” is more than ten years from most other arrivals"])
      #expect(records.rowsUsed == rows - 1)
    }
  }

  @Test func aStrayRowIsNamedAndNotThoseAfterIt() throws {
    #expect(
      try said(read(200, changing: [100: "2028-03-07"])) == [
        "100: this contact arrived 1096 days after those of the rows around it"
      ])
    #expect(
      try said(read(200, changing: [100: "2024-03-07"])) == [
        "100: this contact arrived 365 days before those of the rows around it"
      ])
    #expect(
      try said(read(200, changing: [201: "2024-03-11"])) == [
        "201: this contact arrived 365 days before those of the rows around it"
      ])
    #expect(
      try said(read(200, changing: [50: "2024-03-05", 100: "2028-03-07"])).map { $0.prefix(4) } == ["50: ", "100:"])
  }

  @Test func theRowBeforeAJumpBackIsNamed() throws {
    // The first is wrong: whoever follows goes back.
    #expect(
      try said(read(200, changing: [2: "2028-03-03"])) == [
        "3: from here on contacts arrived 1096 days before that of line 2"
      ])
  }

  @Test func filesJoinedInTheWrongOrderAreSaidOnce() throws {
    var text = "arrival,channel,wait,outcome\n"
    for month in ["04", "03"] {
      for day in 10...27 { text += "2025-\(month)-\(day)T09:00,999,1,abandoned\n" }
    }
    let records = try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
    #expect(said(records) == ["20: from here on contacts arrived 48 days before that of line 19"])
  }

  @Test func wherePeopleSeldomCallNothingIsOdd() throws {
    let text = "arrival,channel,wait,outcome\n" + (1...9).map { "2025-0\($0)-01T09:00,999,1,abandoned\n" }.joined()
    let records = try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
    #expect(said(records) == [])
  }

  /// A row a day before those around it is as late as rows may be; a millisecond more, and it is out of order.
  @Test func aDayLateIsInOrder() {
    func findings(_ late: Milliseconds) -> Int {
      var order = ArrivalOrder()
      let rows = [100 * Milliseconds.day, 100 * .day - late, 100 * .day]
      return rows.enumerated().reduce(0) { $0 + order.add($1.element, line: $1.offset + 2).count }
    }
    #expect(findings(.day) == 0 && findings(.day + 1) == 1)
  }

  /// What follows a stray row may itself be a day late; then the stray one is alone all the same.
  @Test func aStrayRowIsAloneThoughTheNextIsADayLate() {
    var order = ArrivalOrder()
    _ = order.add(100 * .day, line: 2)
    #expect(order.add(50 * .day, line: 3) == [])
    let alone = ArrivalOrder.Finding(
      line: 3, message: "this contact arrived 50 days before those of the rows around it")
    #expect(order.add(99 * .day, line: 4) == [alone] && order.finished == [])
  }
}
