import DiscreteEvents

/// The logarithm of a day's count as a sum of what the calendar says: weekday, season, kind of special day, trend.
///
/// Weighted least squares with a penalty, which stands for what is known before: special days differ by a fifth or so, and
/// no year's trend is steep. Old days count less (half as much after a year), and outliers less than they would (Huber's
/// weights, three rounds).
struct CalendarRegression: Sendable {
  private let kinds: [String]
  private let harmonics: Int
  private let origin: Int
  private var coefficients: [Double] = []
  private let special: SpecialDays
  /// Standard deviation of the residuals.
  private(set) var spread = 0.2

  private static let year = 365.2425
  private static let halfLife = 365.0
  private static let fold = 6.283185307179586

  /// Fits the days of `series`; the season only where there is more than a year of them.
  init(_ series: DailySeries, special: SpecialDays, hasTrend: Bool = true) {
    self.special = special
    origin = series.endDay
    let length = series.counts.count
    harmonics = length >= 700 ? 3 : length >= 420 ? 2 : 0
    var seen: [String] = []
    for (index, count) in series.counts.enumerated() where count != nil {
      if let kind = special[series.firstDay + index]?.kind, !seen.contains(kind) { seen.append(kind) }
    }
    kinds = seen.sorted()
    fit(series, hasTrend: hasTrend)
  }

  private mutating func fit(_ series: DailySeries, hasTrend: Bool) {
    let days = series.counts.indices.filter { series.counts[$0] != nil }.map { series.firstDay + $0 }
    let rows = days.map(row)
    let values = days.map { DailySeries.logarithm(series[$0] ?? 0) }
    let ages = days.map { Double(origin - $0) }
    var weights = ages.map { PortableMath.exp(-0.6931471805599453 * $0 / Self.halfLife) }
    let recency = weights
    // As many as a row has, also where there is none: then all coefficients are 0.
    let count = row(origin).count
    for _ in 0..<3 {
      var equations = NormalEquations(count: count)
      for (index, row) in rows.enumerated() { equations.add(row, values[index], weight: weights[index]) }
      coefficients = equations.solution(penalties: penalties(hasTrend: hasTrend))
      let residuals = rows.indices.map { values[$0] - dot(rows[$0]) }
      let sizes = residuals.map(\.magnitude).sorted()
      spread = sizes.isEmpty ? 0.2 : max(0.005, 1.4826 * sizes[sizes.count / 2])
      weights = residuals.indices.map { recency[$0] * min(1, 2.5 * spread / max(residuals[$0].magnitude, 1e-9)) }
    }
  }

  /// What the calendar says of a day's logarithm.
  func expected(_ dayNumber: Int) -> Double { dot(row(dayNumber)) }

  private func dot(_ row: [Double]) -> Double { zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 } }

  private func row(_ dayNumber: Int) -> [Double] {
    var row = [1.0]
    let weekday = DailySeries.weekday(dayNumber)
    for other in 1..<7 { row.append(weekday == other ? 1 : 0) }
    // In years; the trend stops where the records end.
    row.append(min(0, Double(dayNumber - origin) / Self.year))
    for harmonic in 0..<harmonics {
      let angle = Self.fold * Double(harmonic + 1) * Double(dayNumber) / Self.year
      row.append(PortableMath.cos(angle))
      row.append(PortableMath.sin(angle))
    }
    let kind = special[dayNumber]?.kind
    for other in kinds { row.append(kind == other ? 1 : 0) }
    return row
  }

  /// The precision of what is believed beforehand, times the variance of a day about its expectation.
  private func penalties(hasTrend: Bool) -> [Double] {
    let variance = spread * spread
    return [0] + [Double](repeating: variance / 0.25, count: 6) + [hasTrend ? variance / 0.02 : 1e9]
      + [Double](repeating: variance / 0.04, count: 2 * harmonics)
      + [Double](repeating: variance / 0.06, count: kinds.count)
  }
}
