/// The model that forecast the past of a series best, and by how much it was out.
///
/// Best is the least sum of absolute errors; but of squared ones where few contacts come. Absolute errors are least for the
/// median, and a Poisson count's is up to ln 2 below its mean (K. P. Choi, "On the medians of gamma distributions and an
/// equation of Ramanujan", 1994): nothing beside hundreds a day, but of half a contact a day it makes none at all.
public struct ModelChoice: Sendable {
  /// The one chosen.
  public let model: ForecastModel
  /// Of each model the sum of absolute errors over the sum of counts in the back-tests (WAPE); empty without back-tests.
  public let errors: [(model: ForecastModel, error: Double)]
  /// Whether so few contacts come that models are compared by squared errors.
  public let isOfFew: Bool
  /// How far counts fall from its forecasts.
  public let spread: CountSpread

  /// Days that a model needs before its first forecast.
  static let fewestDays = 56
  private static let mostOrigins = 8
  /// Days of a stretch that models are chosen by.
  private static let horizon = 28
  /// Another model is preferred to the average, or of few contacts to the mean of all days, only if it is better by this
  /// share.
  private static let preference = 0.98
  /// Fewer contacts a day than this are few: the median is at most 7 % below a mean of ten.
  static let few = 10.0

  /// Chooses for forecasts of so many days, of which there is at least one: every model forecasts stretches of the series
  /// from what came before them, the last eight of up to four weeks that leave eight weeks before them. Where there is less to
  /// test on, stretches overlap and the last are shorter; they never depend on the days asked for, so that a day has one
  /// forecast however many others are asked for.
  init(_ series: DailySeries, days: Int, special: SpecialDays) {
    let origins = Self.origins(series, leastStep: 7, mostStep: Self.horizon)
    let weeks = max(1, (days + 6) / 7)
    isOfFew = series.recentMean < Self.few
    guard !origins.isEmpty else {
      model = isOfFew ? .recentMean : series.counts.count >= 28 ? .weekdayMean : .seasonalNaive
      errors = []
      spread = CountSpread([], weeks: weeks)
      return
    }
    var total = 0.0
    var missed = [Double](repeating: 0, count: ForecastModel.allCases.count)
    var squares = missed
    var outcomes = ForecastModel.allCases.map { _ in [CountSpread.Outcome]() }
    for origin in origins {
      let past = series.prefix(before: origin)
      let horizon = min(Self.horizon, series.endDay - origin)
      var forecasts = ForecastModel.forecasts(past, days: horizon, special: special)
      if !isOfFew {
        let regression = CalendarRegression(past, special: special)
        for (index, model) in ForecastModel.allCases.enumerated() {
          model.correct(&forecasts[index], from: origin, by: regression)
        }
      }
      for day in 0..<horizon {
        guard let count = series[origin + day] else { continue }
        total += count
        for index in missed.indices {
          let error = count - forecasts[index][day]
          missed[index] += error.magnitude
          squares[index] += error * error
        }
        // Special days have a variance of their own.
        guard special[origin + day] == nil else { continue }
        for index in missed.indices {
          outcomes[index].append(
            .init(
              origin: origin, weeksAhead: day / 7, forecast: forecasts[index][day], count: count))
        }
      }
    }
    errors = zip(ForecastModel.allCases, missed).map { ($0, $1 / max(1, total)) }
    let losses = isOfFew ? squares : missed
    let safe = ForecastModel.allCases.firstIndex(of: isOfFew ? .recentMean : .average) ?? 0
    let best = losses.indices.min { losses[$0] < losses[$1] } ?? safe
    let chosen = losses[best] < Self.preference * losses[safe] ? best : safe
    let model = ForecastModel.allCases[chosen]
    self.model = model
    spread = CountSpread(
      outcomes[chosen], weeks: weeks,
      far: days > Self.horizon ? Self.farOutcomes(of: model, series, weeks: weeks, special) : [])
  }

  /// Beginnings of stretches to test on, the last first.
  private static func origins(_ series: DailySeries, leastStep: Int, mostStep: Int) -> [Int] {
    let room = series.endDay - series.firstDay - fewestDays
    let step = min(mostStep, max(leastStep, room / mostOrigins / 7 * 7))
    return (1...mostOrigins).map { series.endDay - $0 * step }.filter {
      $0 - series.firstDay >= fewestDays
    }
  }

  /// What a model forecast of weeks farther ahead than those it was chosen by, up to the end of the series.
  ///
  /// Where the whole series is long enough for a season, so must be what came before a forecast: others would be out by a
  /// season that this one knows. Where no such past leaves weeks enough, others have to do.
  private static func farOutcomes(
    of model: ForecastModel, _ series: DailySeries, weeks: Int, _ special: SpecialDays
  ) -> [CountSpread.Outcome] {
    var reached = horizon / 7
    var outcomes: [CountSpread.Outcome] = []
    let origins = origins(series, leastStep: 28, mostStep: 126)
    let hasSeason = series.counts.count >= CalendarRegression.daysForSeason
    func isAlike(_ origin: Int) -> Bool {
      !hasSeason || origin - series.firstDay >= CalendarRegression.daysForSeason
    }
    for origin in origins.filter(isAlike) + origins.filter({ !isAlike($0) }) {
      // A week more than is asked for, because weeks are judged with those beside them.
      let days = min(weeks * 7 + 7, series.endDay - origin)
      // Weeks that better tests have reached need no worse ones.
      let first = isAlike(origin) ? horizon : max(horizon, reached * 7)
      guard days > first else { continue }
      let forecast = model.forecast(series.prefix(before: origin), days: days, special: special)
      for day in first..<days where special[origin + day] == nil {
        guard let count = series[origin + day] else { continue }
        outcomes.append(
          .init(origin: origin, weeksAhead: day / 7, forecast: forecast[day], count: count))
      }
      if isAlike(origin) { reached = max(reached, days / 7) }
    }
    return outcomes
  }
}
