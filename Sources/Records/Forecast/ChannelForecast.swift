import DiscreteEvents

/// The forecast of one channel, day by day.
struct ChannelForecast {
  private typealias Volume = VolumeForecast.Volume

  private let name: String
  private let zone: ZoneRules
  /// Intervals in a day.
  private let perDay: Int
  private let special: SpecialDays
  /// The days up to the last that was recorded.
  private let series: DailySeries
  private let choice: ModelChoice
  private let regression: CalendarRegression
  private let reckoned: ReckonedLevel
  private let shape: DayShape
  /// Whether special days are told from others.
  private let knowsSpecialDays: Bool
  /// Weekdays, from Monday's 0, of which no day was recorded, in two weeks or more.
  private let unrecordedWeekdays: [Int]
  /// The first day of the forecast, and how many days of it there are; and how many lie between the series and it.
  private let first: Int
  private let days: Int
  private let ahead: Int
  /// By day from the end of the series on, to the last of the forecast, the mean.
  private let expected: [Double]

  /// The forecast of `days` days from the day numbered `first`, which is not in the history.
  init(
    _ channel: ContactHistory.Channel, of history: ContactHistory, days: Int, from first: Int, special: SpecialDays
  ) {
    name = channel.name
    zone = history.zone
    perDay = history.perDay
    self.special = special
    self.first = first
    self.days = days
    series = history.series(channel).withoutUnrecordedEnd
    unrecordedWeekdays = history.days >= 14 ? series.unrecordedWeekdays : []
    ahead = first - series.endDay
    choice = ModelChoice(series, days: ahead + days, special: special)
    regression = CalendarRegression(series, special: special)
    // Of few contacts the logarithms that effects are estimated from say little.
    knowsSpecialDays = !(choice.model.isBlindToSpecialDays && choice.isOfFew)
    var expected = choice.model.forecast(series, days: ahead + days, special: special)
    if knowsSpecialDays { choice.model.correct(&expected, from: series.endDay, by: regression) }
    self.expected = expected
    reckoned = ReckonedLevel(series)
    shape = DayShape(
      channel.intervals, firstDay: history.firstDay, perDay: perDay, special: special, zone: zone)
  }

  /// What comes of it.
  var channel: VolumeForecast.Channel {
    let days = (0..<self.days).map(day)
    let ofDays = days.map { volume(of: $0) }
    return VolumeForecast.Channel(
      name: name, choice: choice, days: ofDays, intervals: perDay > 1 ? days.flatMap { intervals(of: $0) } : ofDays,
      unseen: knowsSpecialDays ? ofDays.filter { !regression.hasSeen($0.start.dayNumber) } : [],
      hasSeenHolidays: regression.hasHolidays, unrecordedWeekdays: unrecordedWeekdays,
      historyDays: series.counts.count, daysAhead: ahead + self.days)
  }

  /// A day of the forecast, and what its volumes are made of.
  private struct Day {
    let number: Int
    /// How many days after the first that the series has not.
    let ahead: Int
    let mean: Double
    let level: Double
    /// How uncertain it is what is special about it.
    let variance: Double
    let basis: VolumeForecast.Basis
    let weekday: Int
    /// What is special about it.
    let special: SpecialDays.Day?
    /// By interval, how often its clocks show it, and its share of the day as often as that.
    let showings: [Double]
    let shares: [Double]
  }

  private func day(_ place: Int) -> Day {
    let number = first + place
    let ahead = ahead + place
    let special = special[number]
    let weekday = DailySeries.weekday(number)
    // The hour that clocks pass over is in no day, and that which comes twice is twice in its own.
    let showings = zone.showings(dayNumber: number, perDay: perDay)
    return Day(
      number: number, ahead: ahead, mean: expected[ahead], level: reckoned.level(number, expected: expected[ahead]),
      variance: knowsSpecialDays ? regression.variance(number) : 0,
      basis: basis(ahead: ahead, weekday: weekday, isSpecial: special != nil), weekday: weekday, special: special,
      showings: showings,
      shares: zip(shape.shares(weekday: weekday, kind: special?.kind), showings).map(*))
  }

  private func basis(ahead: Int, weekday: Int, isSpecial: Bool) -> VolumeForecast.Basis {
    // Back-tests had no such day to test on.
    if unrecordedWeekdays.contains(weekday) { return .unknown }
    if choice.spread.isAssumed { return .assumed }
    if ahead / 7 >= choice.spread.testedWeeks { return .extrapolated }
    return isSpecial ? .untested : .tested
  }

  private func volume(of day: Day) -> Volume {
    let isOrdinary = day.showings.allSatisfy { $0 == 1 }
    return volume(of: day, from: 0, share: isOrdinary ? 1 : day.shares.reduce(0, +), deviation: 0)
  }

  private func intervals(of day: Day) -> [Volume] {
    day.shares.indices.filter { day.showings[$0] > 0 }.map { interval in
      volume(
        of: day, from: Milliseconds(interval) * (.day / Milliseconds(perDay)), share: day.shares[interval],
        deviation: shape.deviation(weekday: day.weekday, kind: day.special?.kind, interval: interval))
    }
  }

  /// The volume of a part of a day that begins at some time, whose share is uncertain by so much of itself.
  private func volume(of day: Day, from time: Milliseconds, share: Double, deviation: Double) -> Volume {
    let extra = (day.variance + deviation * deviation).squareRoot()
    func interval(is95: Bool) -> ClosedRange<Double> {
      choice.spread.interval(
        day.mean * share, daysAhead: day.ahead, is95: is95, extra: extra, level: day.level * share)
    }
    return Volume(
      start: CivilTime(dayNumber: day.number, timeOfDay: time), expected: day.mean * share,
      likely: interval(is95: false), possible: interval(is95: true), occasion: day.special?.name ?? "",
      basis: day.basis, isSpecial: day.special != nil, isHoliday: day.special?.isHoliday == true)
  }
}

extension DailySeries {
  /// The days up to the last that was recorded.
  fileprivate var withoutUnrecordedEnd: DailySeries {
    let end = counts.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
    return prefix(before: firstDay + end)
  }

  /// Weekdays, from Monday's 0, of which no day was recorded.
  fileprivate var unrecordedWeekdays: [Int] {
    let recorded = Set(counts.indices.filter { counts[$0] != nil }.map { Self.weekday(firstDay + $0) })
    return (0..<7).filter { !recorded.contains($0) }
  }
}
