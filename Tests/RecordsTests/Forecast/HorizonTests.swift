import DiscreteEvents
import Testing

@testable import Records

/// How intervals depend on how far ahead is forecast, and on how long the history is.
@Suite struct HorizonTests {
  private static let monday = CivilTime(year: 2_024, month: 1, day: 8).dayNumber

  private func history(_ days: Int, seed: UInt64 = 1, rate: (Int) -> Double) -> ContactHistory {
    var stream = RandomKey(seed: seed).stream(9)
    let counts = (0..<days).map { day -> [Double] in
      [Double(PortableMath.poissonQuantile(uniform: stream.uniform(), mean: rate(day)))]
    }
    return ContactHistory(
      channels: [.init(name: "101", intervals: counts)], firstDay: Self.monday, perDay: 1,
      warnings: [], path: "h.csv")
  }

  private func relativeWidth(_ volume: VolumeForecast.Volume) -> Double {
    (volume.possible.upperBound - volume.possible.lowerBound) / volume.expected
  }

  /// Eleven weeks leave three to test on.
  @Test func aDayHasOneForecastHoweverManyAreAskedFor() throws {
    let past = history(77) { 800 + 40 * Double($0 % 7) }
    let forecasts = [7, 14, 21, 28].map { VolumeForecast(past, days: $0).channels[0] }
    for forecast in forecasts {
      #expect(
        Array(forecast.days.prefix(7)) == forecasts[0].days && !forecast.choice.errors.isEmpty)
      #expect(!forecast.choice.spread.isAssumed && forecast.choice.spread.testedWeeks >= 1)
    }
    // Three weeks were tested ahead, but for what is special in them, and not the fourth.
    #expect(
      forecasts[3].days.map { $0.basis == .untested ? .tested : $0.basis } == Array(repeating: .tested, count: 21)
        + Array(repeating: .extrapolated, count: 7))
    // Nor do weeks farther ahead than models are chosen by depend on those after them.
    let longer = history(500) { 800 + 40 * Double($0 % 7) }
    let farther = [35, 56, 112].map { VolumeForecast(longer, days: $0).channels[0] }
    for forecast in farther { #expect(Array(forecast.days.prefix(35)) == farther[0].days) }
  }

  /// Twice as many every day for some weeks would be more than a number can say within the year.
  @Test func growthWithoutBoundIsForecastAsANumber() {
    let counts = (0..<33).map { day in PortableMath.pow(2, Double(max(0, day - 13))) }
    let series = DailySeries(firstDay: Self.monday, counts: counts)
    for model in [ForecastModel.smoothing, .calendar, .calendarSmoothing, .average] {
      let forecast = model.forecast(series, days: 366, special: SpecialDays())
      #expect(forecast.allSatisfy { $0 <= 1e12 }, "\(model)")
    }
    #expect(ForecastModel.smoothing.forecast(series, days: 366, special: SpecialDays()).contains(1e12))
    let spread = CountSpread([], weeks: 53)
    for mean in [1e12, 1e19, 1e30] {
      let interval = spread.interval(mean, daysAhead: 365, is95: true, level: mean)
      #expect(interval.contains(mean) && interval.upperBound.isFinite, "\(mean)")
    }
  }

  @Test func whatIsAssumedIsSaid() throws {
    let forecast = VolumeForecast(history(62) { _ in 500 }, days: 7)
    #expect(
      forecast.channels[0].choice.spread.isAssumed
        && forecast.channels[0].days.allSatisfy { $0.basis == .assumed })
    #expect(
      ForecastReport(forecast, source: "h.csv").text().contains(
        "\nIntervals  assumed (± 10%, more in later weeks),\n           as there are no back-tests to go by\n"))
    let longer = VolumeForecast(history(77) { _ in 500 }, days: 7)
    #expect(!ForecastReport(longer, source: "h.csv").text().contains("assumed"))
  }

  // MARK: Far ahead

  /// Errors of the level that grow like a random walk grow on beyond the weeks that were tested.
  @Test func untestedWeeksGrowAsTestedOnesDid() {
    var stream = RandomKey(seed: 2).stream(1)
    var outcomes: [CountSpread.Outcome] = []
    for origin in 0..<200 {
      var level = 1.0
      for day in 0..<28 {
        if day % 7 == 0 { level += 0.02 * PortableMath.normalQuantile(stream.uniform()) }
        let count = PortableMath.poissonQuantile(uniform: stream.uniform(), mean: 2_000 * level)
        outcomes.append(
          .init(origin: origin, weeksAhead: day / 7, forecast: 2_000, count: Double(count)))
      }
    }
    let spread = CountSpread(outcomes, weeks: 26)
    #expect(spread.testedWeeks == 4 && !spread.isAssumed)
    expectClose(spread.relative(daysAhead: 25 * 7), 0.02 * 26.0.squareRoot(), within: 0.15)
    // Errors found farther ahead are believed if they are larger.
    let far = (0..<280).map {
      CountSpread.Outcome(origin: 0, weeksAhead: 4 + $0 / 28, forecast: 2_000, count: 2_600)
    }
    let tested = CountSpread(outcomes, weeks: 26, far: far)
    #expect(
      tested.testedWeeks == 14
        && tested.relative(daysAhead: 70) > 2 * spread.relative(daysAhead: 70))
    #expect(tested.relative(daysAhead: 27) == spread.relative(daysAhead: 27))
  }

  /// One year does not tell its season; that it errs by it half a year ahead can be seen in the year itself. Of four years that
  /// begin in four seasons, one ends where the season is farthest from what is to come.
  @Test func intervalsHoldWhatTheySayMonthsAhead() throws {
    var held = 0
    for phase in [0.0, 90, 180, 270] {
      func rate(_ day: Int) -> Double {
        1_500 * (1 + 0.1 * PortableMath.sin((Double(day) - phase) / 365 * 6.283185307179586))
      }
      let all = history(366 + 168, seed: UInt64(phase), rate: rate)
      let forecast = VolumeForecast(all.dropping(last: 168), days: 168)
      let channel = try #require(forecast.channels.first)
      let truth = all.series(all.channels[0])
      held += channel.days.suffix(56).count { $0.possible.contains(truth[$0.start.dayNumber] ?? 0) }
      #expect(relativeWidth(channel.days[160]) > 1.5 * relativeWidth(channel.days[20]))
      #expect(
        forecast.warnings.map(\.description).contains(
          "h.csv: warning: 366 days of history are too few to know the seasons: what is more than four weeks ahead is "
            + "forecast as if the season stayed as it is — give 420 days or more, two years if there are"))
    }
    #expect(held >= 202, "\(held) of 224")
  }
}
