import DiscreteEvents
import Reading
import Testing

@testable import Records

/// Days of half-hours of which a part was not recorded.
@Suite struct GapTests {
  /// Eight weeks from here have no bank holiday.
  private static let monday = CivilTime(year: 2_025, month: 9, day: 1).dayNumber
  /// Few at night.
  private static let rates = (0..<48).map { $0 < 14 ? 0.5 : 8.0 }

  private func counts(_ days: Int = 56, scale: Double = 1) -> [[Double]?] {
    var stream = RandomKey(seed: 4).stream(9)
    return (0..<days).map { _ in
      Self.rates.map { Double(PortableMath.poissonQuantile(uniform: stream.uniform(), mean: $0 * scale)) }
    }
  }

  private func said(_ counts: [[Double]?], special: SpecialDays = SpecialDays()) -> [String] {
    let history = ContactHistory(
      channels: [.init(name: "999", intervals: counts)], firstDay: Self.monday, perDay: 48, warnings: [], path: "h.csv")
    return history.missingIntervals(special: special).map(\.description)
  }

  private func emptied(_ counts: [[Double]?], _ day: Int, _ intervals: Range<Int>) -> [[Double]?] {
    var counts = counts
    for interval in intervals { counts[day]?[interval] = 0 }
    return counts
  }

  @Test func wholeDaysAreNotWarnedOf() {
    #expect(said(counts()).isEmpty)
    // Where few come a quiet afternoon is nothing strange.
    #expect(said(emptied(counts(scale: 0.02), 55, 30..<48)).isEmpty)
    // Nor is a night without anybody.
    #expect(said(emptied(emptied(counts(), 55, 0..<8), 0, 0..<8)).isEmpty)
  }

  @Test func aLastDayThatStopsInTheAfternoon() throws {
    let all = said(emptied(counts(), 55, 31..<48))
    #expect(all.count == 1)
    let text = try #require(all.first)
    #expect(
      text.hasPrefix(
        "h.csv: warning: “999” has none from 15:30 on the last day, 2025-10-26, and three in four other days of that "
          + "weekday have 1"), "\(text)")
    #expect(
      text.hasSuffix(
        " or more then — leave the day out if it was not recorded whole; a forecast takes it for a quiet one"))
    // Clocks take no hour at the edge: one is enough where many come.
    #expect(said(emptied(counts(), 55, 46..<48)).count == 1)
  }

  @Test func aFirstDayThatBeginsLate() {
    let all = said(emptied(counts(), 0, 0..<20))
    #expect(
      all.count == 1 && all[0].contains("has none before 10:00 on the first day, 2025-09-01, and three"), "\(all)")
  }

  @Test func hoursThatAreMissingInBetween() {
    let one = emptied(counts(), 17, 20..<30)
    let all = said(one)
    #expect(all.count == 1 && all[0].contains("has none from 10:00 to 15:00 on 2025-09-18, and three in"), "\(all)")
    // An hour may be the clocks'.
    #expect(said(emptied(counts(), 17, 20..<22)).isEmpty && said(emptied(counts(), 17, 20..<23)).isEmpty)
    #expect(said(emptied(counts(), 17, 20..<24)).count == 1)
    var more = one
    for day in [20, 25, 30, 37] { more = emptied(more, day, 20..<30) }
    #expect(said(more).count == 4)
    #expect(said(more).last?.hasPrefix("h.csv: warning: “999” has such gaps on 2 more days — leave out") == true)
  }

  @Test func specialDaysAndDaysNotRecordedAreNone() {
    let special = SpecialDays(holidays: [], others: [(day: Self.monday + 17, name: "closed")])
    #expect(said(emptied(counts(), 17, 20..<30), special: special).isEmpty)
    var without = counts()
    without[55] = nil
    without[17] = nil
    #expect(said(without).isEmpty)
  }

  /// Which the other rule says already.
  @Test func aDayWithLessThanHalfIsSaidOnce() {
    let cut = emptied(counts(), 55, 16..<48)
    let history = ContactHistory(
      channels: [.init(name: "999", intervals: cut)], firstDay: Self.monday, perDay: 48, warnings: [], path: "h.csv")
    #expect(history.cutOffDays().count == 1 && history.missingIntervals().isEmpty)
  }

  @Test func aHistoryReadFromAFileToo() throws {
    var text = "start,channel,count\n"
    for (day, values) in counts().enumerated() {
      let civil = CivilTime(dayNumber: Self.monday + day)
      let date = "2025-\(civil.month < 10 ? "0" : "")\(civil.month)-\(civil.day < 10 ? "0" : "")\(civil.day)"
      for (interval, value) in (values ?? []).enumerated() where value > 0 && (day < 55 || interval < 31) {
        text += "\(date)T\(interval < 20 ? "0" : "")\(interval / 2):\(interval % 2 == 0 ? "00" : "30"),999,\(value)\n"
      }
    }
    let history = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": text]))
    #expect(history.missingIntervals().count == 1)
    #expect(history.missingIntervals().first?.message.contains("from 15:30 on the last day") == true)
  }
}
