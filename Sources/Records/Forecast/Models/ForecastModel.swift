import DiscreteEvents

/// A way to forecast the days after a series.
public enum ForecastModel: String, Sendable, Hashable, CaseIterable {
  /// What came on the last such weekday that was nothing special.
  case seasonalNaive = "seasonal naive"
  /// The mean of the last six such weekdays that were nothing special.
  case weekdayMean = "weekday mean"
  /// The mean of all days of the last eight weeks, for volumes too small to tell weekdays apart.
  case recentMean = "mean of eight weeks"
  /// Exponential smoothing of level, damped trend and weekdays.
  case smoothing = "smoothing"
  /// What the calendar says, corrected by how far the last days were from it.
  case calendar = "calendar"
  /// What the calendar says, and smoothing of what it leaves over.
  case calendarSmoothing = "calendar and smoothing"
  /// The mean of the last three above; on special days, of which smoothing knows nothing, of the last two.
  case average = "average"

  /// Whether its forecast of a special day is that of its weekday.
  var isBlindToSpecialDays: Bool {
    switch self {
    case .seasonalNaive, .weekdayMean, .recentMean, .smoothing: true
    case .calendar, .calendarSmoothing, .average: false
    }
  }

  /// The mean counts of so many days after `series`, of which there are at least two weeks.
  func forecast(_ series: DailySeries, days: Int, special: SpecialDays) -> [Double] {
    let future = series.endDay..<series.endDay + days
    switch self {
    case .seasonalNaive:
      return future.map { Self.sameWeekday(as: $0, in: series, weeks: 1, special) }
    case .weekdayMean:
      return future.map { Self.sameWeekday(as: $0, in: series, weeks: 6, special) }
    case .recentMean:
      let mean = series.recentMean
      return future.map { _ in mean }
    case .smoothing:
      let logs = series.counts.map { $0.map(DailySeries.logarithm) }
      let model = WeeklySmoothing(logs, firstDay: series.firstDay)
      return future.map { Self.count(ofLogarithm: model.expected($0)) }
    case .calendar:
      let regression = CalendarRegression(series, special: special)
      return Self.correcting(regression, series, future)
    case .calendarSmoothing:
      let regression = CalendarRegression(series, special: special, hasTrend: false)
      let rest = series.counts.indices.map { index in
        series.counts[index].map { DailySeries.logarithm($0) - regression.expected(series.firstDay + index) }
      }
      let model = WeeklySmoothing(rest, firstDay: series.firstDay)
      return future.map { Self.count(ofLogarithm: regression.expected($0) + model.expected($0)) }
    case .average:
      let parts = [ForecastModel.smoothing, .calendar, .calendarSmoothing].map {
        $0.forecast(series, days: days, special: special)
      }
      return Self.average(of: parts[...], from: series.endDay, special)
    }
  }

  /// More contacts than any day has: growth of some weeks, taken to go on for a year, has no bound of its own.
  private static let mostContacts = 1e12

  private static func count(ofLogarithm logarithm: Double) -> Double {
    min(PortableMath.exp(logarithm), mostContacts)
  }

  /// The average of the forecasts by smoothing, by the calendar and by both, which begin on the day `first`.
  fileprivate static func average(
    of parts: ArraySlice<[Double]>, from first: Int, _ special: SpecialDays
  ) -> [Double] {
    (parts.first ?? []).indices.map { day in
      let own = special[first + day] == nil ? parts : parts.dropFirst()
      return own.reduce(0) { $0 + $1[day] } / Double(own.count)
    }
  }

  /// Gives the forecast of a model that is blind to special days what they differ by.
  func correct(_ forecast: inout [Double], from first: Int, by regression: CalendarRegression) {
    guard isBlindToSpecialDays else { return }
    for day in forecast.indices { forecast[day] *= PortableMath.exp(regression.effect(first + day)) }
  }

  /// The mean of the last so many counts of the weekday of `dayNumber`; of special days only where there are no others.
  private static func sameWeekday(
    as dayNumber: Int, in series: DailySeries, weeks: Int, _ special: SpecialDays
  ) -> Double {
    let last = dayNumber - 7 * ((dayNumber - series.endDay) / 7 + 1)
    func mean(isOfAll: Bool) -> Double? {
      var day = last
      var (sum, count) = (0.0, 0)
      while day >= series.firstDay, count < weeks {
        if let value = series[day], isOfAll || special[day] == nil {
          sum += value
          count += 1
        }
        day -= 7
      }
      return count == 0 ? nil : sum / Double(count)
    }
    return mean(isOfAll: false) ?? mean(isOfAll: true) ?? 0
  }

  /// The regression, moved by what the last weeks were above or below it: their weighted mean (half as much weight after a
  /// week and a half), and of the last day's distance from that, what an autoregression of the first order keeps.
  private static func correcting(
    _ regression: CalendarRegression, _ series: DailySeries, _ future: Range<Int>
  ) -> [Double] {
    var (sum, weights, product, square) = (0.0, 0.0, 0.0, 0.0)
    var residuals: [Double] = []
    for (index, count) in series.counts.enumerated().suffix(400) {
      guard let count else { continue }
      let residual = DailySeries.logarithm(count) - regression.expected(series.firstDay + index)
      let bounded = min(max(residual, -3 * regression.spread), 3 * regression.spread)
      residuals.append(bounded)
      let weight = PortableMath.exp(Double(index - series.counts.count) / 15)
      sum += weight * bounded
      weights += weight
    }
    // Two weeks of nothing special are believed in beforehand.
    let level = sum / (weights + 3)
    for (before, after) in zip(residuals, residuals.dropFirst()) {
      product += (before - level) * (after - level)
      square += (before - level) * (before - level)
    }
    let memory = square > 0 ? min(max(product / square, 0), 0.9) : 0
    let last = (residuals.last ?? level) - level
    var kept = last
    return future.map { day in
      kept *= memory
      return Self.count(ofLogarithm: regression.expected(day) + level + kept)
    }
  }
}

extension ForecastModel {
  /// The forecasts of all models, in the order of ``allCases``; the average is made of the others.
  static func forecasts(_ series: DailySeries, days: Int, special: SpecialDays) -> [[Double]] {
    let forecasts = allCases.dropLast().map { $0.forecast(series, days: days, special: special) }
    return forecasts + [average(of: forecasts.suffix(3), from: series.endDay, special)]
  }
}
