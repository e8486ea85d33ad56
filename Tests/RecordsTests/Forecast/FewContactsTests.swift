import DiscreteEvents
import Testing

@testable import Records

/// Forecasts where hardly anybody comes.
@Suite struct FewContactsTests {
  private static let monday = CivilTime(year: 2_024, month: 1, day: 1).dayNumber

  private func counts(_ days: Int, seed: UInt64, rate: (Int) -> Double) -> [Double] {
    var stream = RandomKey(seed: seed).stream(5)
    return (0..<days).map { Double(PortableMath.poissonQuantile(uniform: stream.uniform(), mean: rate($0))) }
  }

  private func history(_ counts: some Sequence<Double>) -> ContactHistory {
    ContactHistory(
      channels: [.init(name: "visit", intervals: counts.map { [$0] })], firstDay: Self.monday, perDay: 1, warnings: [])
  }

  @Test(arguments: [0.3, 0.5, 2])
  func intervalsHoldWhatTheySay(rate: Double) throws {
    var (held, expected) = (0, 0.0)
    for seed in 1...4 as ClosedRange<UInt64> {
      let all = counts(148, seed: seed) { _ in rate }
      let channel = try #require(VolumeForecast(history(all.prefix(120)), days: 28).channels.first)
      #expect(channel.choice.isOfFew && channel.choice.model != .seasonalNaive)
      for (day, volume) in channel.days.enumerated() {
        #expect(volume.possible.upperBound >= 1)
        held += volume.possible.contains(all[120 + day]) ? 1 : 0
        expected += volume.expected
      }
    }
    let days = 4.0 * 28
    #expect(Double(held) >= 0.94 * days, "\(held) of \(days)")
    expectClose(expected / days, rate, within: 0.25)
  }

  /// An office that is closed on Sundays is known to be, however little comes on other days.
  @Test func daysWithoutAnybodyStayEmpty() throws {
    let all = counts(140, seed: 2) { $0 % 7 == 6 ? 0 : 3 }
    let channel = try #require(VolumeForecast(history(all), days: 7).channels.first)
    #expect(channel.choice.model != .recentMean)
    #expect(channel.days[6].expected < 0.75 && channel.days[..<6].allSatisfy { $0.expected > 1 })
  }

  @Test func nothingForMonthsIsNothing() throws {
    let channel = try #require(VolumeForecast(history(Array(repeating: 0, count: 120)), days: 7).channels.first)
    #expect(channel.days.allSatisfy { $0.expected == 0 && $0.possible == 0...0 })
  }

  @Test func aShortHistoryIsForecastByItsMean() throws {
    let channel = try #require(
      VolumeForecast(history([0, 0, 3, 0, 1, 0, 0, 0, 0, 2, 0, 0, 1, 0]), days: 7).channels.first)
    #expect(channel.days.allSatisfy { $0.expected == 0.5 && $0.possible.upperBound >= 2 })
  }

  @Test func theHalfYearIsReckonedWithAsFarAsLaterCountsAllow() {
    // Two on every weekday, but none on Sundays; for the last six weeks none on Wednesdays either.
    let days = (0..<182).map { day -> Double? in day % 7 == 6 || (day % 7 == 2 && day >= 140) ? 0 : 2 }
    let reckoned = ReckonedLevel(DailySeries(firstDay: Self.monday, counts: days))
    let next = Self.monday + 182
    // Garwood's limit of none in six: -ln 0.025 / 6.
    expectClose(reckoned.level(next + 2, expected: 0), 3.688879 / 6, within: 1e-6)
    #expect(reckoned.level(next + 6, expected: 0) == 0)
    #expect(reckoned.level(next, expected: 1.5) == 2 && reckoned.level(next, expected: 3) == 3)
  }

  @Test func intervalsReachToTheLevelReckonedWith() {
    let spread = CountSpread([], weeks: 1)
    #expect(spread.interval(0, daysAhead: 0, is95: true, level: 0.5) == 0...2)
    #expect(spread.interval(0, daysAhead: 0, is95: false, level: 0.5) == 0...1)
    #expect(
      spread.interval(0.1, daysAhead: 0, is95: true, level: 0.1) == spread.interval(0.1, daysAhead: 0, is95: true))
  }

  /// Where many come, the errors of back-tests say enough, and a level that fell is believed at once.
  @Test func theLevelOfManyIsTheForecast() {
    let many = ReckonedLevel(DailySeries(firstDay: Self.monday, counts: Array(repeating: 600, count: 180)))
    #expect(many.level(Self.monday + 180, expected: 500) == 500 && many.level(Self.monday + 180, expected: 10) == 10)
    let few = ReckonedLevel(DailySeries(firstDay: Self.monday, counts: Array(repeating: 9, count: 180)))
    #expect(few.level(Self.monday + 180, expected: 8) > 8)
  }
}
