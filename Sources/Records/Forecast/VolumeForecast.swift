import DiscreteEvents

/// How many contacts are to be expected in the days after a history.
public struct VolumeForecast: Sendable {
  /// What is expected of a day or an interval.
  public struct Volume: Sendable, Equatable {
    /// When it begins, by the local clock.
    public var start: CivilTime
    /// The mean count.
    public var expected: Double
    /// The interval that holds the count with 80 %.
    public var likely: ClosedRange<Double>
    /// The interval that holds the count with 95 %.
    public var possible: ClosedRange<Double>
    /// What is special about the day, empty if nothing is.
    public var occasion = ""
  }

  /// One channel's volumes.
  public struct Channel: Sendable {
    /// Its name.
    public let name: String
    /// The model, and how it was chosen.
    public let choice: ModelChoice
    /// A volume for every day.
    public let days: [Volume]
    /// A volume for every interval of every day; the days again where no shorter ones are known.
    public let intervals: [Volume]
  }

  /// The channels, in the order of the history.
  public let channels: [Channel]
  /// Intervals in a day.
  public let perDay: Int

  /// Forecasts `days` days from `start`, which must not be before the history ends (nil: the day after its last).
  ///
  /// Tries all models on the past of each channel: a second or so for some years of days.
  ///
  /// - Precondition: `days` is not negative, and `start` not before the day after the last of the history.
  public init(_ history: ContactHistory, days: Int, from start: CivilTime? = nil, special: SpecialDays = .init()) {
    precondition(days >= 0, "a forecast is of no fewer than no days")
    precondition(
      start.map { $0.dayNumber >= history.firstDay + history.days } ?? true, "a forecast begins after its history")
    perDay = history.perDay
    channels = history.channels.map { channel in
      let series = history.series(channel).withoutUnrecordedEnd
      let first = start?.dayNumber ?? history.firstDay + history.days
      let ahead = first - series.endDay
      let choice = ModelChoice(series, days: ahead + days, special: special)
      let expected = choice.model.forecast(series, days: ahead + days, special: special)
      let reckoned = ReckonedLevel(series)
      let shape = DayShape(
        channel.intervals, firstDay: history.firstDay, perDay: history.perDay, special: special)
      var ofDays: [Volume] = []
      var ofIntervals: [Volume] = []
      for day in 0..<days {
        let number = first + day
        let mean = expected[ahead + day]
        let level = reckoned.level(number, expected: mean)
        func volume(_ start: CivilTime, share: Double, _ extra: Double) -> Volume {
          func interval(is95: Bool) -> ClosedRange<Double> {
            choice.spread.interval(
              mean * share, daysAhead: ahead + day, is95: is95, extra: extra, level: level * share)
          }
          return Volume(
            start: start, expected: mean * share, likely: interval(is95: false), possible: interval(is95: true),
            occasion: special[number]?.name ?? "")
        }
        ofDays.append(volume(CivilTime(dayNumber: number), share: 1, 0))
        guard history.perDay > 1 else { continue }
        let (weekday, isSpecial) = (DailySeries.weekday(number), special[number] != nil)
        let shares = shape.shares(weekday: weekday, isSpecial: isSpecial)
        for (interval, share) in shares.enumerated() {
          let time = Milliseconds(interval) * (.day / Milliseconds(history.perDay))
          let deviation = shape.deviation(weekday: weekday, isSpecial: isSpecial, interval: interval)
          ofIntervals.append(volume(CivilTime(dayNumber: number, timeOfDay: time), share: share, deviation))
        }
      }
      return Channel(
        name: channel.name, choice: choice, days: ofDays, intervals: history.perDay > 1 ? ofIntervals : ofDays)
    }
  }
}

extension DailySeries {
  /// The days up to the last that was recorded.
  fileprivate var withoutUnrecordedEnd: DailySeries {
    let end = counts.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
    return prefix(before: firstDay + end)
  }
}
