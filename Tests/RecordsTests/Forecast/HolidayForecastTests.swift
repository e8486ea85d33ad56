import DiscreteEvents
import Testing

@testable import Records

/// What forecasts say of holidays, those they have seen and those they have not.
@Suite struct HolidayForecastTests {
  private let special = SpecialDays()

  private func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    CivilTime(year: year, month: month, day: day).dayNumber
  }

  /// A thousand a day, and six hundred on holidays, or as many as `holiday` says.
  private func history(from first: Int, to last: Int, holiday: (Int) -> Double = { _ in 600 })
    -> ContactHistory
  {
    var stream = RandomKey(seed: 4).stream(2)
    let counts = (first...last).map { number -> [Double] in
      let mean = special[number]?.isHoliday == true ? holiday(number) : 1_000
      return [(mean + 25 * PortableMath.normalQuantile(stream.uniform())).rounded()]
    }
    return ContactHistory(
      channels: [.init(name: "101", intervals: counts)], firstDay: first, perDay: 1, warnings: [],
      path: "h.csv")
  }

  @Test func holidaysAreAsQuietAsTheyWere() throws {
    // From just after one Easter to just before the next: no Good Friday.
    let forecast = VolumeForecast(history(from: day(2_024, 4, 2), to: day(2_025, 4, 9)), days: 50)
    let channel = try #require(forecast.channels.first)
    let holidays = channel.days.filter(\.isHoliday)
    #expect(
      holidays.map(\.occasion) == [
        "Good Friday", "Easter Monday", "Early May bank holiday", "Spring bank holiday",
      ])
    for holiday in holidays { expectClose(holiday.expected, 600, within: 0.05) }
    for day in channel.days where !day.isSpecial { expectClose(day.expected, 1_000, within: 0.05) }
    // Of a kind never seen less is known.
    let widths = holidays.map { $0.possible.upperBound - $0.possible.lowerBound }
    #expect(widths[0] > 1.2 * widths[1], "\(widths)")
    #expect(
      widths[1] / holidays[1].expected
        > (channel.days[0].possible.upperBound - channel.days[0].possible.lowerBound) / 1_000)
    #expect(
      forecast.warnings.first?.description
        == "h.csv: warning: no day of the history is like Good Friday (2025-04-18) — such days are forecast as its holidays "
        + "were on the whole, with wider intervals; a longer history may have them")
  }

  @Test func kindsKeepWhatTheyHaveOfTheirOwn() {
    func volume(_ number: Int) -> Double { special[number]?.kind == "New Year's Day" ? 1_500 : 700 }
    let past = history(from: day(2_022, 2, 1), to: day(2_024, 12, 10), holiday: volume)
    let regression = CalendarRegression(past.series(past.channels[0]), special: special)
    expectClose(PortableMath.exp(regression.effect(day(2_025, 1, 1))), 1.5, within: 0.05)
    expectClose(PortableMath.exp(regression.effect(day(2_025, 4, 18))), 0.7, within: 0.05)
    #expect(regression.effect(day(2_025, 1, 2)) == 0 && regression.variance(day(2_025, 1, 2)) == 0)
  }

  @Test func theAverageLeavesOutWhatKnowsNoHolidays() {
    let past = history(from: day(2_024, 4, 2), to: day(2_025, 4, 20))
    let series = past.series(past.channels[0])
    func forecast(_ model: ForecastModel) -> [Double] {
      model.forecast(series, days: 2, special: special)
    }
    let parts = [ForecastModel.smoothing, .calendar, .calendarSmoothing].map(forecast)
    // Easter Monday, and the day after.
    expectClose(forecast(.average)[0], (parts[1][0] + parts[2][0]) / 2, within: 1e-9)
    expectClose(forecast(.average)[1], (parts[0][1] + parts[1][1] + parts[2][1]) / 3, within: 1e-9)
    #expect(ForecastModel.forecasts(series, days: 2, special: special).last == forecast(.average))
  }

  /// Seven weeks are too few to choose a model by, and yet they hold two holidays.
  @Test func aModelBlindToHolidaysIsCorrected() throws {
    let past = history(from: day(2_024, 4, 22), to: day(2_024, 6, 9))
    let forecast = VolumeForecast(past, days: 1, from: CivilTime(dayNumber: day(2_024, 8, 26)))
    let channel = try #require(forecast.channels.first)
    #expect(channel.choice.model.isBlindToSpecialDays && channel.days[0].isHoliday)
    #expect((450...750).contains(channel.days[0].expected), "\(channel.days[0].expected)")
  }

  /// The Monday before New Year's Day is Christmas Day: what holidays differ by is not to be applied twice.
  @Test func aHolidayIsNoMeasureOfTheNext() throws {
    let past = history(from: day(2_023, 12, 5), to: day(2_023, 12, 29)) { _ in 500 }
    let channel = try #require(VolumeForecast(past, days: 3).channels.first)
    #expect(channel.choice.model == .seasonalNaive && channel.days[2].isHoliday)
    #expect((450...750).contains(channel.days[2].expected), "\(channel.days[2].expected)")
    // Where all such weekdays are special, they have to do.
    let series = DailySeries(firstDay: day(2_023, 12, 25), counts: [500])
    #expect(ForecastModel.seasonalNaive.forecast(series, days: 7, special: special)[6] == 500)
  }

  /// Models are compared by what they would have forecast, which is corrected for holidays.
  @Test func modelsAreComparedAsTheyForecast() {
    let (first, last) = (day(2_024, 4, 2), day(2_025, 4, 27))
    let counts = (first...last).map { number -> Double? in
      special[number]?.isHoliday == true ? 600 : 1_000
    }
    let choice = ModelChoice(
      DailySeries(firstDay: first, counts: counts), days: 28, special: special)
    let errors = choice.errors.filter { $0.model == .weekdayMean }.map { $0.error }
    #expect(errors.count == 1 && errors.allSatisfy { $0 < 0.004 }, "\(errors)")
  }
}
