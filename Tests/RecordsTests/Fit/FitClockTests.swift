import DiscreteEvents
import Reading
import Testing

@testable import Records

/// What is learned of days on which the clocks change.
@Suite struct FitClockTests {
  /// So many days of London from 00:00 of a date on, ten contacts in every hour that passes, written in UTC.
  private func learn(
    from year: Int, _ month: Int, _ day: Int, days: Int, without gap: Range<Int> = 0..<0
  ) throws -> (learned: LearnedScenario, records: ContactRecords) {
    let zone = try #require(ZoneRules.named("Europe/London", from: 1_700_000_000_000, to: 1_740_000_000_000))
    let first = CivilTime(year: year, month: month, day: day)
    let start = zone.instant(of: first)
    let end = zone.instant(of: CivilTime(dayNumber: first.dayNumber + days))
    var text = "arrival,channel,wait,outcome,handling\n"
    for (number, instant) in stride(from: start, to: end, by: 360_000).enumerated() where !gap.contains(number / 10) {
      text += "\(ZoneRules.utc.civilTime(at: instant).minuteText)Z,999,1,answered,60\n"
    }
    let records = try ContactRecords.read("r.csv", files: MemoryFiles(["r.csv": text]))
    return (LearnedScenario(records), records)
  }

  @Test func theHourThatComesTwiceIsNotBusier() throws {
    let (learned, records) = try learn(from: 2024, 10, 7, days: 28)
    let fit = learned.channels[0].arrivals
    #expect(records.warnings.isEmpty && learned.wholeDays == 28)
    expectClose(fit.profile.perYear, 240 * 365, within: 1e-9)
    #expect(fit.profile.busyness == nil)
    for hour in 0..<24 { expectClose(fit.profile.hourOfDay[hour], 1, within: 1e-9) }
    let number = CivilTime(year: 2024, month: 10, day: 27).dayNumber
    let sunday = try #require(fit.counts.days.first { $0.dayNumber == number })
    #expect(sunday.counts[1] == 20 && sunday.exposure[1] == 2 && sunday.isWhole)
    #expect(sunday.exposure.reduce(0, +) == 25)
  }

  @Test func theHourThatClocksPassOverIsNoGap() throws {
    let (learned, _) = try learn(from: 2024, 3, 18, days: 14)
    #expect(learned.wholeDays == 14 && !learned.warnings.contains { $0.message.contains("nothing at all") })
    expectClose(learned.channels[0].arrivals.profile.perYear, 240 * 365, within: 1e-9)
    // A gap from 31 March 00:00 to 05:00 is one, and of four hours.
    let hours = 13 * 24
    let gap = try learn(from: 2024, 3, 18, days: 28, without: hours..<hours + 4).learned
    #expect(
      gap.warnings.filter { $0.message.contains("nothing at all") }.map(\.message) == [
        "there is nothing at all from 2024-03-31 00:00 to 2024-03-31 05:00"
      ])
    #expect(gap.wholeDays == 27)
  }

  @Test func timesThatComeTwiceOrNeverAreNotedOnce() throws {
    func warnings(_ arrivals: [String]) throws -> [String] {
      let rows = arrivals.map { "\($0),999,1,answered,60\n" }.joined()
      let text = "arrival,channel,wait,outcome,handling\n" + rows
      return try ContactRecords.read("r.csv", files: MemoryFiles(["r.csv": text])).warnings.map(\.description)
    }
    #expect(
      try warnings(["2024-10-27T00:30", "2024-10-27T01:10", "2024-10-27T01:20", "2024-10-27T01:15"]) == [
        "r.csv:3:1: warning: 2024-10-27T01:10 comes twice, as the clocks go back — the first is taken; write the offset to "
          + "say which is meant, 2024-10-27T01:10:00+01:00 or 2024-10-27T01:10:00+00:00; so it is with all such arrivals"
      ])
    #expect(try warnings(["2024-03-31T00:30", "2024-03-31T01:10"]).map { $0.contains("never comes") } == [true])
    #expect(try warnings(["2024-10-27T00:30Z", "2024-10-27T01:10+01:00", "2024-10-27T01:20Z"]) == [])
  }

  @Test func theReportSaysWhoseClocksTheyAre() throws {
    let (learned, records) = try learn(from: 2024, 10, 7, days: 7)
    let report = FitReport(learned, from: records)
    #expect(report.text().contains("\nClocks  Europe/London\n"))
    #expect(report.json.contains("\"timeZone\": \"Europe/London\""))
  }
}
