import DiscreteEvents
import Reading
import Testing

@testable import Records

/// Moments of a history with an offset from UTC.
@Suite struct HistoryClockTests {
  private let day = CivilTime(year: 2_024, month: 9, day: 1).dayNumber

  /// Sixty days of hours: as many contacts as it is o'clock in New York, written as `text` writes an instant.
  private func history(hours: Int = 60 * 24, _ text: (Milliseconds) -> String) throws -> ContactHistory {
    let start = Milliseconds(day) * .day + 4 * .hour
    let rows = (0..<hours).map { "\(text(start + Milliseconds($0) * .hour)),999,\($0 % 24)\n" }
    return try ContactHistory.read(
      "h.csv", timeZone: "America/New_York",
      files: MemoryFiles(["h.csv": "start,channel,count\n" + rows.joined()]))
  }

  private func written(_ instant: Milliseconds, _ offset: Milliseconds, _ suffix: String) -> String {
    ZoneRules(name: "", initialOffset: offset).civilTime(at: instant).minuteText + suffix
  }

  @Test func offsetsAreTurnedToTheClocksOfThePlace() throws {
    let local = try history { written($0, -4 * .hour, "") }
    #expect(local.channels[0].intervals.count == 60 && local.perDay == 24)
    #expect(local.channels[0].intervals[0] == (0..<24).map(Double.init))
    for (offset, suffix) in [(0, "Z"), (5 * .hour, "+05:00"), (-4 * .hour, "-04:00")] as [(Milliseconds, String)] {
      let other = try history { written($0, offset, suffix) }
      #expect(other.firstDay == local.firstDay && other.warnings.isEmpty)
      #expect(other.channels[0].intervals == local.channels[0].intervals, "\(suffix)")
    }
  }

  /// On 3 November 2024 an hour comes twice in New York, and in UTC none does.
  @Test func anHourThatComesTwiceHasBoth() throws {
    let long = try history(hours: 90 * 24) { written($0, 0, "Z") }
    let change = long.channels[0].intervals[CivilTime(year: 2_024, month: 11, day: 3).dayNumber - day]
    #expect(change?[..<4] == [0, 1 + 2, 3, 4] && long.warnings.isEmpty)
  }

  @Test func timesThatNeverComeAreWarnedOfOnce() throws {
    let first = CivilTime(year: 2_025, month: 3, day: 20).dayNumber
    let rows = (0..<20 * 48).map { half in
      "\(ZoneRules.utc.civilTime(at: Milliseconds(first) * .day + Milliseconds(half) * 30 * .minute).minuteText),999,5\n"
    }
    let text = "start,channel,count\n" + rows.joined()
    #expect(
      try ContactHistory.read(text: text).warnings.map(\.description) == [
        "h.csv: warning: 2025-03-30T01:00 never comes, as the clocks of Europe/London go forward, and so it is with 1 other "
          + "time — the counts are taken for that day's all the same; put the times right, or name the clocks they are by: "
          + "--time-zone UTC"
      ])
    let utc = try ContactHistory.read("h.csv", timeZone: "UTC", files: MemoryFiles(["h.csv": text]))
    #expect(utc.warnings.isEmpty)
    // Nobody came then: systems write such rows as well.
    #expect(try ContactHistory.read(text: text.replacing(/(T01:[03]0,999),5/) { "\($0.1),0" }).warnings.isEmpty)
  }

  /// Some systems write a day as its midnight in UTC.
  @Test func daysAreDaysWhateverStandsAfterThem() throws {
    let rows = (0..<30).map { "\(CivilTime(dayNumber: day + $0).dateText)T00:00:00Z,999,\($0)\n" }
    let history = try ContactHistory.read(
      "h.csv", timeZone: "America/New_York",
      files: MemoryFiles(["h.csv": "date,channel,count\n" + rows.joined()]))
    #expect(history.firstDay == day && history.perDay == 1 && history.days == 30)
    #expect(history.channels[0].intervals.map { $0?.first } == (0..<30).map(Double.init))
  }

  /// The wrong century of one row is far from the others, not they from it.
  @Test func oneWrongDateIsLeftOut() throws {
    for wrong in ["0124-09-01T00:00Z", "1824-09-01T07:00Z", "9024-09-01T00:00Z"] {
      let start = Milliseconds(day) * .day
      let rows = (0..<20 * 24).map { "\(written(start + Milliseconds($0) * .hour, 0, "Z")),999,1\n" }
      let history = try ContactHistory.read(
        "h.csv", timeZone: "Europe/London",
        files: MemoryFiles(["h.csv": "start,channel,count\n\(wrong),999,1\n" + rows.joined()]))
      #expect(history.firstDay == day && history.warnings.contains { $0.place.line == 2 }, "\(wrong)")
    }
  }

  @Test func aTableOfSemicolonsSaysSo() {
    for text in ["date;channel;count\n2024-09-01;999;1\n", "date\tcount\n2024-09-01\t1\n"] {
      let error = #expect(throws: RecordsError.self) {
        try ContactHistory.read("h.csv", timeZone: "UTC", files: MemoryFiles(["h.csv": text]))
      }
      guard case .invalid(let problems)? = error else { return }
      #expect(problems.last?.remedy == "separate columns with commas")
    }
  }

  @Test func theForecastSaysWhoseClocksTheyAre() throws {
    let forecast = VolumeForecast(try history { written($0, 0, "Z") }, days: 3)
    let report = ForecastReport(forecast, source: "h.csv")
    #expect(report.text().contains("\nClocks  America/New_York\n"))
    #expect(report.json.contains("\"timeZone\": \"America/New_York\""))
  }
}
