import DiscreteEvents
import Testing

@testable import Records

/// Days at the ends of a history of which only a part was recorded.
@Suite struct CutOffDaysTests {
  private static let usual = SpecialDays()
  /// Eight weeks from Monday 3 March 2025 have no bank holiday at either end.
  private static let monday = CivilTime(year: 2_025, month: 3, day: 3).dayNumber

  private func said(_ counts: [Double?], from first: Int = Self.monday, special: SpecialDays = Self.usual) -> [String] {
    let history = ContactHistory(
      channels: [.init(name: "999", intervals: counts.map { $0.map { [$0] } })], firstDay: first, perDay: 1,
      warnings: [], path: "h.csv")
    return history.cutOffDays(special: special).map(\.description)
  }

  private func poisson(_ days: Int, seed: UInt64, rate: (Int) -> Double) -> [Double] {
    var stream = RandomKey(seed: seed).stream(11)
    return (0..<days).map { Double(PortableMath.poissonQuantile(uniform: stream.uniform(), mean: rate($0))) }
  }

  @Test func aDayThatIsCutOffIsSaid() {
    var counts = (0..<56).map { day -> Double? in day % 7 < 5 ? Double(100 + day) : 60 }
    #expect(said(counts).isEmpty)
    counts[0] = 40
    counts[55] = 9
    #expect(
      said(counts) == [
        "h.csv: warning: “999” has 40 on the first day, 2025-03-03, and 107 or more on every other day of that weekday — "
          + "leave the day out if it was not recorded whole; a forecast takes it for a quiet one",
        "h.csv: warning: “999” has 9 on the last day, 2025-04-27, and 60 or more on every other day of that weekday — "
          + "leave the day out if it was not recorded whole; a forecast takes it for a quiet one",
      ])
    // Half a day's contacts are no sure sign, nor is a day like another quiet one.
    counts[0] = 54
    counts[55] = 31
    #expect(said(counts).isEmpty)
    (counts[0], counts[14]) = (40, 45)
    #expect(said(counts).isEmpty)
  }

  @Test func closedDaysAndDaysNotRecordedAreNone() {
    // Closed on weekends, and not recorded at either end.
    var counts: [Double?] = (0..<56).map { $0 % 7 < 5 ? 100 : 0 }
    #expect(said(counts).isEmpty)
    (counts[0], counts[55]) = (nil, nil)
    #expect(said(counts).isEmpty)
  }

  @Test func holidaysAreUnlikeTheirWeekday() {
    // From Easter Monday, and from Good Friday back.
    let easter = CivilTime(year: 2_025, month: 4, day: 21).dayNumber
    var counts = [Double](repeating: 100, count: 56)
    counts[0] = 20
    #expect(said(counts, from: easter).isEmpty)
    #expect(said(Array(counts.reversed()), from: easter - 3 - 55).isEmpty)
    // Where they are no holidays they are cut off; and one among the others is not what a weekday is held to.
    let none = SpecialDays(holidays: [], others: [])
    #expect(said(counts, from: easter, special: none).count == 1)
    var later = [Double](repeating: 100, count: 56)
    (later[0], later[21]) = (20, 10)
    #expect(said(later, from: easter - 21).count == 1)
  }

  @Test(arguments: [0.3, 2, 5, 20, 200])
  func chanceCutsNoDayOff(rate: Double) {
    var alarms = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      alarms += said(poisson(56, seed: seed) { $0 % 7 < 5 ? rate : rate / 2 }).count
    }
    #expect(alarms == 0)
  }

  @Test func fewDaysSayNothing() {
    var counts = [Double](repeating: 100, count: 21)
    counts[0] = 1
    #expect(said(counts).isEmpty)
    counts.append(100)
    #expect(said(counts).count == 1)
  }
}
