import ContactCentre
import DiscreteEvents
import Testing

@testable import Records

@Suite struct ArrivalFitTests {
  private static let monday = CivilTime(year: 2022, month: 1, day: 3).dayNumber

  /// Poisson counts about `rate` contacts an hour, times gamma factors of the day and of the hour.
  private func counts(
    days: Int, day: Double = 0, interval: Double = 0, seed: UInt64 = 1, gaps: Set<Int> = [],
    rate: (CivilTime, Int) -> Double
  ) -> HourlyCounts {
    var stream = RandomKey(seed: seed).stream(0)
    func factor(_ cv: Double) -> Double {
      cv == 0 ? 1 : PortableMath.gammaQuantile(stream.uniform(), shape: 1 / (cv * cv)) * cv * cv
    }
    var byDay: [Int: [UInt32]] = [:]
    for number in Self.monday..<Self.monday + days {
      let civil = CivilTime(dayNumber: number)
      let ofDay = factor(day)
      byDay[number] = (0..<24).map { hour in
        if gaps.contains(number * 24 + hour) { return 0 }
        return UInt32(
          PortableMath.poissonQuantile(uniform: stream.uniform(), mean: rate(civil, hour) * ofDay * factor(interval)))
      }
    }
    return HourlyCounts(
      byDay, from: CivilTime(dayNumber: Self.monday),
      to: CivilTime(dayNumber: Self.monday + days - 1, timeOfDay: 23 * .hour), gaps: gaps)
  }

  @Test func theWeekAndTheDayComeBack() {
    let weekday = [1.1, 1, 0.9, 1, 1.2, 1, 0.8]
    let fit = ArrivalFit(counts(days: 56) { civil, hour in 40 * weekday[civil.weekday] * (hour < 12 ? 0.5 : 1.5) })
    expectClose(fit.profile.perYear, 40 * 8_760, within: 0.01)
    for index in 0..<7 { expectClose(fit.profile.dayOfWeek[index], weekday[index], within: 0.03) }
    expectClose(fit.profile.hourOfDay[3], 0.5, within: 0.1)
    expectClose(fit.profile.hourOfDay[15], 1.5, within: 0.1)
    #expect(fit.profile.byHourOfWeek == nil && !fit.hasMonths && fit.hasWeekdays)
    #expect((fit.profile.busyness?.day ?? 0) < 0.03 && (fit.profile.busyness?.interval ?? 0) == 0)
    #expect(fit.yearlyGrowth == nil)
    #expect(fit.profile.month == Array(repeating: 1, count: 12))
  }

  @Test func daysOfDifferentShapeGetHoursOfTheirOwn() {
    let fit = ArrivalFit(
      counts(days: 56) { civil, hour in 40 * ((civil.weekday > 4) == (hour < 12) ? 1.5 : 0.5) })
    let week = fit.profile.byHourOfWeek
    #expect(week?.count == 168)
    expectClose(week?[5 * 24] ?? 0, 1.5, within: 0.2)
    expectClose(week?[0] ?? 0, 0.5, within: 0.2)
  }

  @Test func aYearTellsTheMonthsApart() {
    let fit = ArrivalFit(counts(days: 364) { civil, _ in civil.month == 7 ? 20 : 10 })
    #expect(fit.hasMonths)
    expectClose(fit.profile.month[6] / fit.profile.month[0], 2, within: 0.05)
    // The yearly volume is that of average days.
    expectClose(fit.profile.perYear, 8_760 * 10 * 13 / 12, within: 0.02)
  }

  /// Narrow and wide busyness comes back within its sampling error.
  @Test(arguments: [(0.05, 0.0), (0.2, 0.0), (0.1, 0.15), (0.0, 0.2)])
  func busynessComesBack(day: Double, interval: Double) {
    let fit = ArrivalFit(counts(days: 182, day: day, interval: interval) { _, hour in hour < 12 ? 40 : 90 })
    let found = fit.profile.busyness ?? .init()
    #expect((found.day - day).magnitude < 0.025, "\(found)")
    #expect((found.interval - interval).magnitude < 0.03, "\(found)")
    #expect(fit.dispersion > 2 || day < 0.05)
  }

  /// What scatter there is among few contacts is mostly taken out, and what differs is kept.
  @Test func scatterIsTakenOut() {
    let even = ArrivalFit(counts(days: 28) { _, _ in 4 })
    #expect((even.profile.dayOfWeek + even.profile.hourOfDay).allSatisfy { ($0 - 1).magnitude < 0.15 })
    #expect((even.profile.busyness?.day ?? 0) < 0.08 && (even.profile.busyness?.interval ?? 0) == 0)
    let peak = ArrivalFit(counts(days: 28) { _, hour in hour == 12 ? 40 : 4 })
    expectClose(peak.profile.hourOfDay[12], 40 / 5.5, within: 0.1)
  }

  /// How far days vary is not taken for nothing where some weeks say it faintly: on the whole it is what it was.
  @Test(arguments: [(0.1, 0.085...0.115), (0.05, 0.032...0.062)])
  func faintBusynessIsNotLost(day: Double, expected: ClosedRange<Double>) {
    let fits = (1...20).map { seed in
      ArrivalFit(counts(days: 42, day: day, seed: seed) { _, _ in 5 }).profile.busyness ?? .init()
    }
    let mean = fits.reduce(0) { $0 + $1.day } / 20
    #expect(expected.contains(mean), "\(mean)")
    #expect(fits.count { $0.interval > 0 } < 5)
  }

  /// Of less than four weeks, only what is clear is believed.
  @Test func aFewDaysSayNothingFaint() {
    func found(_ days: Int) -> Int {
      (1...20).count { ArrivalFit(counts(days: days, day: 0.05, seed: $0) { _, _ in 5 }).profile.busyness != nil }
    }
    #expect(found(27) < 4 && found(28) > 6, "\(found(27)) \(found(28))")
  }

  @Test func growthIsNoBusyness() throws {
    func fit(_ days: Int, pace: Double) -> ArrivalFit {
      ArrivalFit(
        counts(days: days) { civil, _ in
          25 * PortableMath.exp(pace * Double(civil.dayNumber - Self.monday) / 365)
        })
    }
    let pace = PortableMath.log(1.5)
    let grown = fit(168, pace: pace)
    expectClose(try #require(grown.yearlyGrowth), 1.5, within: 0.06)
    #expect((grown.profile.busyness?.day ?? 0) < 0.025, "\(grown.profile)")
    #expect(grown.dispersion < 1.3)
    // The mean of the records: that of the middle day, nearly.
    expectClose(grown.profile.perYear, 25 * 8_760 * PortableMath.exp(pace * 83.5 / 365), within: 0.02)
    #expect(grown.growthWords?.hasPrefix("grew by 2") == true, "\(grown.growthWords ?? "")")
    #expect(try #require(fit(168, pace: -pace).yearlyGrowth) < 0.75)
    // Weeks must be eight, and chance is no growth.
    #expect(fit(55, pace: 4).yearlyGrowth == nil && fit(56, pace: 4).yearlyGrowth != nil)
    #expect(fit(168, pace: 0).yearlyGrowth == nil)
    // A channel that nearly nobody used at first was opened; that is no pace.
    #expect(fit(168, pace: 9).yearlyGrowth == nil)
  }

  /// Days that vary much may rise for a while by chance.
  @Test func whatVariesMuchDoesNotGrow() {
    let grown = (1...12).count { ArrivalFit(counts(days: 84, day: 0.3, seed: $0) { _, _ in 25 }).yearlyGrowth != nil }
    #expect(grown <= 1, "\(grown)")
  }

  @Test func whatWasNotRecordedIsNotQuiet() {
    let gap = Set((Self.monday + 3) * 24..<(Self.monday + 5) * 24)
    let fit = ArrivalFit(counts(days: 28, gaps: gap) { _, _ in 20 })
    expectClose(fit.profile.perYear, 20 * 8_760, within: 0.02)
    #expect(fit.days == 26)
  }

  @Test func aWeekIsTooShortForWeekdays() {
    let fit = ArrivalFit(counts(days: 5) { civil, _ in civil.weekday == 0 ? 40 : 20 })
    #expect(!fit.hasWeekdays && fit.profile.busyness == nil)
    expectClose(fit.profile.perYear, 24 * 8_760, within: 0.05)
  }

  @Test func twoWeeksTellWeekdaysApart() {
    func fit(_ days: Int) -> ArrivalFit { ArrivalFit(counts(days: days) { _, _ in 20 }) }
    #expect(fit(14).hasWeekdays && !fit(13).hasWeekdays)
  }

  /// Eleven months of days, if none of the twelve is without any.
  @Test func nearlyAYearTellsMonthsApart() {
    func hasMonths(_ days: Int, from first: Int) -> Bool {
      let byDay = Dictionary(
        uniqueKeysWithValues: (first..<first + days).map { ($0, [UInt32](repeating: 2, count: 24)) })
      let counts = HourlyCounts(
        byDay, from: CivilTime(dayNumber: first),
        to: CivilTime(dayNumber: first + days - 1, timeOfDay: 23 * .hour))
      return ArrivalFit(counts).hasMonths
    }
    let middle = CivilTime(year: 2_022, month: 1, day: 20).dayNumber
    #expect(hasMonths(330, from: middle) && !hasMonths(329, from: middle))
    // To the end of November.
    #expect(!hasMonths(330, from: CivilTime(year: 2_022, month: 1, day: 5).dayNumber))
  }
}
