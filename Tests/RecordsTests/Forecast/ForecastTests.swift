import DiscreteEvents
import Reading
import ScenarioFile
import Testing
import Writing

@testable import Records

@Suite struct ForecastTests {
  private static let monday = CivilTime(year: 2022, month: 1, day: 3).dayNumber

  /// Poisson counts of days about `rate`.
  private func series(_ days: Int, seed: UInt64 = 1, rate: (Int) -> Double) -> DailySeries {
    var stream = RandomKey(seed: seed).stream(3)
    return DailySeries(
      firstDay: Self.monday,
      counts: (Self.monday..<Self.monday + days).map {
        Double(PortableMath.poissonQuantile(uniform: stream.uniform(), mean: rate($0)))
      })
  }

  private let weekdays = [1.2, 1.1, 1, 1, 1.1, 0.9, 0.7]
  private func weekly(_ day: Int) -> Double { 500 * weekdays[CivilTime(dayNumber: day).weekday] }

  private func error(_ model: ForecastModel, _ series: DailySeries, _ rate: (Int) -> Double) -> Double {
    let forecast = model.forecast(series, days: 28, special: SpecialDays())
    let truth = (0..<28).map { rate(series.endDay + $0) }
    return zip(forecast, truth).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / truth.reduce(0, +)
  }

  @Test(arguments: ForecastModel.allCases.filter { $0 != .recentMean })
  func everyModelKnowsTheWeek(model: ForecastModel) {
    #expect(error(model, series(200, rate: weekly), weekly) < (model == .seasonalNaive ? 0.08 : 0.03))
  }

  @Test func calendarsKnowHolidays() {
    let special = SpecialDays()
    func rate(_ day: Int) -> Double { weekly(day) * (special[day]?.kind == "bank holiday" ? 0.5 : 1) }
    // To the end of July 2023: the 28 days after hold the summer bank holiday.
    let past = series(574, rate: rate)
    let holiday = CivilTime(year: 2023, month: 8, day: 28).dayNumber - past.endDay
    for model in [ForecastModel.calendar, .calendarSmoothing] {
      let forecast = model.forecast(past, days: 40, special: special)
      #expect((forecast[holiday] / rate(past.endDay + holiday) - 1).magnitude < 0.2, "\(model)")
    }
    let blind = ForecastModel.smoothing.forecast(past, days: 40, special: special)
    #expect(blind[holiday] > 1.6 * rate(past.endDay + holiday))
  }

  @Test func calendarsKnowTheSeason() {
    func rate(_ day: Int) -> Double {
      weekly(day) * (1 + 0.4 * PortableMath.sin(Double(day) / 365.25 * 6.283185307179586))
    }
    let past = series(800, rate: rate)
    #expect(error(.calendar, past, rate) < 0.04)
    #expect(error(.calendar, past, rate) < error(.weekdayMean, past, rate) / 2)
  }

  /// What has grown for years is forecast as it was at the end of the records: nobody knows whether it goes on.
  @Test func theTrendStopsWhereTheRecordsEnd() {
    func rate(_ day: Int) -> Double { 500 * PortableMath.exp(0.3 * Double(day - Self.monday) / 365) }
    let past = series(1_092, rate: rate)
    let regression = CalendarRegression(past, special: SpecialDays(holidays: [], others: []))
    let (before, now, after) = (
      regression.expected(past.endDay - 364), regression.expected(past.endDay), regression.expected(past.endDay + 364)
    )
    #expect(now - before > 0.2 && (after - now).magnitude < 0.05, "\(before) \(now) \(after)")
  }

  @Test func levelsAreFollowed() {
    func rate(_ day: Int) -> Double { weekly(day) * (day > Self.monday + 300 ? 0.7 : 1) }
    for model in [ForecastModel.smoothing, .calendar, .calendarSmoothing, .average] {
      #expect(error(model, series(400, rate: rate), rate) < 0.04, "\(model)")
    }
  }

  @Test func missingDaysAndZerosDoNoHarm() {
    var past = series(200, rate: weekly)
    for index in stride(from: 3, to: 190, by: 11) { past.counts[index] = nil }
    past.counts[150] = 0
    for model in ForecastModel.allCases where model != .seasonalNaive && model != .recentMean {
      #expect(error(model, past, weekly) < 0.06, "\(model)")
    }
  }

  @Test func choosesByBackTests() {
    let past = series(300, rate: weekly)
    let choice = ModelChoice(past, days: 28, special: SpecialDays())
    #expect(choice.errors.map(\.model) == ForecastModel.allCases)
    let own = choice.errors.first { $0.model == choice.model }?.error ?? 1
    #expect(choice.errors.allSatisfy { own <= $0.error / 0.98 })
    #expect(choice.model != .seasonalNaive)
    #expect(ModelChoice(past.prefix(before: Self.monday + 60), days: 28, special: SpecialDays()).errors.isEmpty)
  }

  /// Without enough to test by, four weeks tell weekdays apart, and fewer are repeated.
  @Test func shortHistoriesAreForecastWithoutTests() {
    func model(_ days: Int) -> ForecastModel {
      ModelChoice(series(days, rate: weekly), days: 7, special: SpecialDays()).model
    }
    #expect(model(28) == .weekdayMean && model(27) == .seasonalNaive && model(14) == .seasonalNaive)
  }

  // MARK: Intervals

  @Test func intervalsAreNeverNarrowerThanChance() {
    let outcomes = (0..<100).map { CountSpread.Outcome(weeksAhead: $0 % 4, forecast: 100, count: 100) }
    let spread = CountSpread(outcomes, weeks: 4)
    let interval = spread.interval(100, daysAhead: 0, is95: true)
    // Poisson's own: 81 to 120.
    #expect(interval == 81...120)
    #expect(spread.interval(3, daysAhead: 0, is95: true) == 0...7)
    #expect(spread.interval(0, daysAhead: 0, is95: true) == 0...0)
  }

  @Test func whatIsNotKnownOfAShapeWidensItsIntervals() {
    let outcomes = (0..<100).map { CountSpread.Outcome(weeksAhead: $0 % 4, forecast: 100, count: 100) }
    let spread = CountSpread(outcomes, weeks: 4)
    let wide = spread.interval(100, daysAhead: 0, is95: true, extra: 0.3)
    // A standard deviation of √(100 + 30²), that is 32, rather than 10.
    #expect((35...50).contains(wide.lowerBound) && (160...180).contains(wide.upperBound), "\(wide)")
  }

  /// Where few days stray, but far, an interval of four days in five must reach farther than a normal one of that deviation.
  @Test func intervalsAreStretchedToWhatTheyShallHold() {
    let outcomes = (0..<400).map { number in
      CountSpread.Outcome(
        weeksAhead: 0, forecast: 10_000, count: number % 4 > 0 ? 10_000 : number % 8 == 0 ? 13_000 : 7_000)
    }
    let interval = CountSpread(outcomes, weeks: 1).interval(10_000, daysAhead: 0, is95: false)
    #expect(interval.lowerBound < 7_400 && interval.upperBound > 12_600, "\(interval)")
  }

  @Test func intervalsHoldWhatTheySay() {
    var stream = RandomKey(seed: 3).stream(0)
    let outcomes = (0..<400).map { number -> CountSpread.Outcome in
      let rate = 400 * PortableMath.gammaQuantile(stream.uniform(), shape: 100) / 100
      let count = PortableMath.poissonQuantile(uniform: stream.uniform(), mean: rate)
      return .init(weeksAhead: number / 7 % 4, forecast: 400, count: Double(count))
    }
    let spread = CountSpread(outcomes, weeks: 4)
    expectClose(spread.relative(daysAhead: 0), 0.1, within: 0.2)
    let held = outcomes.count { spread.interval(400, daysAhead: 7, is95: false).contains($0.count) }
    #expect((300...350).contains(held))
    #expect(spread.relative(daysAhead: 27) >= spread.relative(daysAhead: 0))
    // Small and large means meet where one way of counting takes over from the other.
    let below = spread.interval(60, daysAhead: 0, is95: true)
    let above = spread.interval(60.001, daysAhead: 0, is95: true)
    #expect(
      (below.lowerBound - above.lowerBound).magnitude <= 2 && (below.upperBound - above.upperBound).magnitude <= 2)
  }

  // MARK: From a file

  /// A history of hours with two channels, as rows.
  private func file(_ days: Int) -> String {
    let emergency = series(days, rate: weekly)
    let other = series(days, seed: 2) { _ in 40 }
    var text = "start,channel,count\n"
    for (index, pair) in zip(emergency.counts, other.counts).enumerated() {
      let date = CivilTime(dayNumber: Self.monday + index).dateText
      for (hour, share) in [("06:00", 0.25), ("12:00", 0.5), ("18:00", 0.25)] {
        text += "\(date)T\(hour),999,\(Int((pair.0 ?? 0) * share))\n"
      }
      text += "\(date)T12:00,101,\(Int(pair.1 ?? 0))\n"
    }
    return text
  }

  @Test func intervalsOfTheDayShareItsVolume() throws {
    let history = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": file(120)]))
    #expect(history.perDay == 4 && history.days == 120 && history.warnings.isEmpty)
    let forecast = VolumeForecast(history, days: 14)
    let channel = try #require(forecast.channels.first)
    #expect(channel.name == "999" && channel.days.count == 14 && channel.intervals.count == 56)
    #expect(channel.days[0].start == CivilTime(dayNumber: Self.monday + 120))
    for day in 0..<14 {
      let parts = channel.intervals[day * 4..<day * 4 + 4].map(\.expected)
      expectClose(parts.reduce(0, +), channel.days[day].expected, within: 1e-9)
      expectClose(parts[2], channel.days[day].expected / 2, within: 0.05)
    }
  }

  /// A special day has the hours of special days, whatever day of the week it is.
  @Test func aSpecialDayHasHoursOfItsOwn() throws {
    let fairs = Set(stride(from: 10, to: 371, by: 10))
    var text = "start,channel,count\n"
    for index in 0..<365 {
      let date = CivilTime(dayNumber: Self.monday + index).dateText
      let shares = fairs.contains(index) ? (0.1, 0.8) : (0.8, 0.1)
      text += "\(date)T00:00,999,\(Int(400 * shares.0))\n\(date)T12:00,999,\(Int(400 * shares.1))\n"
    }
    let history = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": text]))
    let special = SpecialDays(holidays: [], others: fairs.sorted().map { (day: Self.monday + $0, name: "fair") })
    let channel = try #require(VolumeForecast(history, days: 7, special: special).channels.first)
    for (day, volume) in channel.days.enumerated() {
      let morning = channel.intervals[2 * day].expected / volume.expected
      #expect(fairs.contains(365 + day) ? morning < 0.3 : morning > 0.7, "\(day): \(morning)")
    }
  }

  /// New Year's Eve is busy late, and so is the one to come, though other special days are not; its intervals are not said to
  /// be tested, as back-tests leave special days out.
  @Test func newYearsEveIsLikeThoseBefore() throws {
    var stream = RandomKey(seed: 5).stream(1)
    var text = "start,999\n"
    let first = CivilTime(year: 2_024, month: 1, day: 2).dayNumber
    for day in first..<first + 730 {
      let civil = CivilTime(dayNumber: day)
      for hour in 0..<24 {
        let isLate = (civil.month, civil.day) == (12, 31) && hour >= 20
        let isEarly = (civil.month, civil.day) == (1, 1) && hour < 6
        let mean = isLate ? 60.0 : isEarly ? 105 : 30
        let count = PortableMath.poissonQuantile(uniform: stream.uniform(), mean: mean)
        text += "\(civil.dateText)T\(CivilTime.clock(hour: hour)),\(count)\n"
      }
    }
    let history = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": text]))
    let forecast = VolumeForecast(history, days: 9, from: CivilTime(year: 2_026, month: 12, day: 24))
    let channel = try #require(forecast.channels.first)
    func mean(_ date: String, _ hours: Range<Int>) -> Double {
      let found = channel.intervals.filter {
        $0.start.dateText == date && hours.contains(Int($0.start.timeOfDay / .hour))
      }
      return found.reduce(0) { $0 + $1.expected } / Double(max(found.count, 1))
    }
    // Two eves say more than one New Year's Day.
    #expect((50...66).contains(mean("2026-12-31", 20..<24)), "\(mean("2026-12-31", 20..<24))")
    #expect((26...34).contains(mean("2026-12-31", 0..<20)), "\(mean("2026-12-31", 0..<20))")
    #expect((75...110).contains(mean("2027-01-01", 0..<6)), "\(mean("2027-01-01", 0..<6))")
    #expect((26...34).contains(mean("2026-12-25", 0..<24)), "\(mean("2026-12-25", 0..<24))")
    for volume in channel.intervals + channel.days {
      #expect(volume.basis == (volume.isSpecial ? .untested : .tested), "\(volume.start.dateText)")
    }
    #expect(ForecastReport(forecast, source: "h.csv").csv.contains(",New Year's Eve,untested\n"))
  }

  @Test func startsLater() throws {
    let history = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": file(120)]))
    let whole = VolumeForecast(history, days: 20)
    let late = VolumeForecast(history, days: 10, from: CivilTime(dayNumber: Self.monday + 130))
    #expect(late.channels[0].days.map(\.expected) == Array(whole.channels[0].days.map(\.expected).suffix(10)))
    // So short a history is forecast with errors that grow by the week: from the end of the history, not of the forecast.
    let short = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": file(60)]))
    let (soon, later) = (
      VolumeForecast(short, days: 20),
      VolumeForecast(short, days: 10, from: CivilTime(dayNumber: Self.monday + 70))
    )
    #expect(later.channels[0].days == Array(soon.channels[0].days.suffix(10)))
  }

  @Test(arguments: [28, 120])
  func weekdaysNeverRecordedAreUnknown(days: Int) {
    let counts = (0..<days).map { day -> [Double]? in day % 7 < 5 ? [Double(300 + day % 5)] : nil }
    let history = ContactHistory(
      channels: [.init(name: "999", intervals: counts)], firstDay: Self.monday, perDay: 1, warnings: [], path: "h.csv")
    let forecast = VolumeForecast(history, days: 7)
    #expect(forecast.channels[0].days.allSatisfy { ($0.basis == .unknown) == ($0.start.weekday > 4) })
    #expect(
      forecast.warnings.first?.description
        == "h.csv: warning: the history has no counts on any Saturday or Sunday: nothing is known of such days, and their "
        + "forecast rests on the other days, or on none — give rows with 0 if the place is closed then, or else leave those "
        + "days out of what you use")
    let closed = ContactHistory(
      channels: [.init(name: "999", intervals: counts.map { $0 ?? [0] })], firstDay: Self.monday, perDay: 1,
      warnings: [])
    let known = VolumeForecast(closed, days: 7)
    #expect(
      !known.warnings.contains { $0.message.contains("on any") }
        && known.channels[0].days.allSatisfy { $0.basis != .unknown })
  }

  /// Days that were not recorded at the end are days ahead, like those of a forecast that starts later.
  @Test func whatWasNotRecordedAtTheEndIsForecastToo() {
    let counts = series(120, rate: weekly).counts.map { $0.map { [$0] } }
    func history(_ intervals: [[Double]?]) -> ContactHistory {
      ContactHistory(
        channels: [.init(name: "999", intervals: intervals)], firstDay: Self.monday, perDay: 1, warnings: [])
    }
    let unrecorded = VolumeForecast(history(counts + Array(repeating: nil, count: 10)), days: 7)
    let later = VolumeForecast(history(counts), days: 7, from: CivilTime(dayNumber: Self.monday + 130))
    #expect(unrecorded.channels[0].days == later.channels[0].days)
  }

  @Test func backTestsAreAsGoodAsChanceAllows() throws {
    let history = try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": file(200)]))
    let backtest = try #require(Backtest(history, weeks: 6))
    for score in backtest.scores {
      #expect(score.days == 42 && score.error < score.naiveError)
      #expect(score.likelyHeld > 0.6 && score.possibleHeld > 0.85)
      // Four days in five, of which the wider interval holds more.
      #expect(score.likelyHeld < score.possibleHeld)
    }
    #expect(Backtest(history, weeks: 25) == nil)
  }

  @Test func aWideFileSaysTheSame() throws {
    var wide = "date,999,101\n"
    var long = "date,channel,count\n"
    for (index, count) in series(60, rate: weekly).counts.enumerated() {
      let date = CivilTime(dayNumber: Self.monday + index).dateText
      wide += "\(date),\(Int(count ?? 0)),7\n"
      long += "\(date),101,7\n\(date),999,\(Int(count ?? 0))\n"
    }
    let files = MemoryFiles(["wide.csv": wide, "long.csv": long])
    let first = VolumeForecast(try ContactHistory.read("wide.csv", files: files), days: 7).channels
    let second = VolumeForecast(try ContactHistory.read("long.csv", files: files), days: 7).channels
    #expect(first.map(\.name) == ["999", "101"] && second.map(\.name) == ["101", "999"])
    #expect(first[0].days == second[1].days)
  }

  @Test func fiveMinutesAreTheShortestInterval() throws {
    func history(_ minutes: Int) throws -> ContactHistory {
      var text = "start,channel,count\n"
      for day in 0..<14 {
        let date = CivilTime(dayNumber: Self.monday + day).dateText
        text += "\(date)T00:00,999,5\n\(date)T00:0\(minutes),999,7\n"
      }
      return try ContactHistory.read("h.csv", files: MemoryFiles(["h.csv": text]))
    }
    #expect(try history(5).perDay == 288)
    #expect(throws: RecordsError.self) { try history(4) }
  }
}
