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
  /// Another model is preferred to the average, or of few contacts to the mean of all days, only if it is better by this
  /// share.
  private static let preference = 0.98
  /// Fewer contacts a day than this are few: the median is at most 7 % below a mean of ten.
  static let few = 10.0

  /// Chooses for forecasts of so many days: every model forecasts stretches of the series from what came before them, the
  /// last eight of four weeks that leave eight weeks before them.
  init(_ series: DailySeries, days: Int, special: SpecialDays) {
    let horizon = min(max(days, 7), 28)
    let origins = (1...Self.mostOrigins).map { series.endDay - $0 * horizon }
      .filter { $0 - series.firstDay >= Self.fewestDays }
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
      let forecasts = ForecastModel.forecasts(past, days: horizon, special: special)
      for day in 0..<horizon {
        guard let count = series[origin + day] else { continue }
        total += count
        for index in missed.indices {
          let error = count - forecasts[index][day]
          missed[index] += error.magnitude
          squares[index] += error * error
          outcomes[index].append(.init(weeksAhead: day / 7, forecast: forecasts[index][day], count: count))
        }
      }
    }
    errors = zip(ForecastModel.allCases, missed).map { ($0, $1 / max(1, total)) }
    let losses = isOfFew ? squares : missed
    let safe = ForecastModel.allCases.firstIndex(of: isOfFew ? .recentMean : .average) ?? 0
    let best = losses.indices.min { losses[$0] < losses[$1] } ?? safe
    let chosen = losses[best] < Self.preference * losses[safe] ? best : safe
    model = ForecastModel.allCases[chosen]
    spread = CountSpread(outcomes[chosen], weeks: weeks)
  }
}

extension ForecastModel {
  /// The forecasts of all models, in the order of ``allCases``; the average is made of the others.
  static func forecasts(_ series: DailySeries, days: Int, special: SpecialDays) -> [[Double]] {
    var forecasts = allCases.dropLast().map { $0.forecast(series, days: days, special: special) }
    let parts = forecasts.suffix(3)
    forecasts.append((0..<days).map { day in parts.reduce(0) { $0 + $1[day] } / Double(parts.count) })
    return forecasts
  }
}
