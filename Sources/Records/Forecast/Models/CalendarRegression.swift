import DiscreteEvents

/// The logarithm of a day's count as a sum of what the calendar says: weekday, season, kind of special day, trend.
///
/// Weighted least squares with a penalty, which stands for what is known before: special days differ by a fifth or so, of
/// which holidays have much in common, and no year's trend is steep. A kind of holiday that was never seen differs as holidays
/// do on the whole. Old days count less (half as much after a year), and outliers less than they would (Huber's
/// weights, three rounds).
struct CalendarRegression: Sendable {
  private let kinds: [String]
  /// Whether there is a coefficient of all holidays, because some were seen.
  var hasHolidays: Bool { !holidayKinds.isEmpty }
  /// Past days of each kind.
  private let seen: [String: Int]
  /// Those of them that are kinds of holiday.
  private let holidayKinds: Set<String>
  /// Variance of what kinds of holiday differ by, and of what days of one kind do beyond ordinary days.
  private var betweenKinds = believedBetweenKinds
  private var withinKinds = believedWithinKinds
  private let harmonics: Int
  private let origin: Int
  private var coefficients: [Double] = []
  private let special: SpecialDays
  /// Standard deviation of the residuals.
  private(set) var spread = 0.2

  /// Days of which a season can be told.
  static let daysForSeason = 420
  /// Variances that are believed in beforehand: of a special day's effect, of a kind of holiday about all of them, and of
  /// days of one kind; and of how many kinds or days that belief is worth.
  private static let believedEffect = 0.06
  private static let believedBetweenKinds = 0.02
  private static let believedWithinKinds = 0.0025
  private static let worthOfBelief = 4.0
  /// What special days differ by, as a logarithm, without being outliers.
  private static let usualEffect = 0.15

  private static let year = 365.2425
  private static let halfLife = 365.0
  private static let fold = 6.283185307179586

  /// Fits the days of `series`; the season only where there is more than a year of them.
  init(_ series: DailySeries, special: SpecialDays, hasTrend: Bool = true) {
    self.special = special
    origin = series.endDay
    let length = series.counts.count
    harmonics = length >= 700 ? 3 : length >= Self.daysForSeason ? 2 : 0
    var seen: [String: Int] = [:]
    var holidayKinds = Set<String>()
    for (index, count) in series.counts.enumerated() where count != nil {
      guard let day = special[series.firstDay + index] else { continue }
      seen[day.kind, default: 0] += 1
      if day.isHoliday { holidayKinds.insert(day.kind) }
    }
    self.seen = seen
    self.holidayKinds = holidayKinds
    kinds = seen.keys.sorted()
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
      // How far a special day is from others is to be learned of it, and only much more than that is a slip.
      weights = residuals.indices.map { index in
        let usual = special[days[index]] == nil ? spread : max(spread, Self.usualEffect)
        return recency[index] * min(1, 2.5 * usual / max(residuals[index].magnitude, 1e-9))
      }
    }
    learnVariances(days, days.indices.map { values[$0] - dot(rows[$0]) })
  }

  /// How far kinds of holiday, and days of one kind, differ: what was found, and what is believed.
  private mutating func learnVariances(_ days: [Int], _ residuals: [Double]) {
    var (squares, freedom) = (0.0, 0.0)
    for (day, residual) in zip(days, residuals) {
      guard let special = special[day] else { continue }
      let number = Double(seen[special.kind] ?? 1)
      guard number > 1 else { continue }
      squares += residual * residual
      freedom += 1 - 1 / number
    }
    let worth = Self.worthOfBelief
    withinKinds =
      (worth * Self.believedWithinKinds + max(0, squares - freedom * spread * spread))
      / (worth + freedom)
    let effects = kinds.indices.filter { holidayKinds.contains(kinds[$0]) }.map { ofKind($0) }
    betweenKinds =
      (worth * Self.believedBetweenKinds + effects.reduce(0) { $0 + $1 * $1 })
      / (worth + Double(effects.count))
  }

  /// The coefficient of a kind of day, beyond that of all holidays.
  private func ofKind(_ kind: Int) -> Double {
    coefficients[coefficients.count - kinds.count + kind]
  }

  /// What a special day's logarithm differs by from that of a day like any other; 0 if it is like any other.
  func effect(_ dayNumber: Int) -> Double {
    guard let day = special[dayNumber] else { return 0 }
    let own = kinds.firstIndex(of: day.kind).map { ofKind($0) } ?? 0
    return hasHolidays && day.isHoliday
      ? own + coefficients[coefficients.count - kinds.count - 1] : own
  }

  /// Whether days like this one were seen; also true of one that is nothing special.
  func hasSeen(_ dayNumber: Int) -> Bool { special[dayNumber].map { seen[$0.kind] != nil } ?? true }

  /// The relative variance of a special day about what is expected of it, beyond that of other days: of days of its kind, and
  /// of what is not known of the kind.
  func variance(_ dayNumber: Int) -> Double {
    guard let day = special[dayNumber] else { return 0 }
    let ofDay = spread * spread + withinKinds
    if let number = seen[day.kind] { return withinKinds + ofDay / Double(number) }
    guard hasHolidays, day.isHoliday else { return withinKinds + Self.believedEffect }
    return withinKinds + betweenKinds + (ofDay + betweenKinds) / Double(holidayKinds.count)
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
    let day = special[dayNumber]
    if hasHolidays { row.append(day?.isHoliday == true ? 1 : 0) }
    for other in kinds { row.append(day?.kind == other ? 1 : 0) }
    return row
  }

  /// The precision of what is believed beforehand, times the variance of a day about its expectation.
  private func penalties(hasTrend: Bool) -> [Double] {
    let variance = spread * spread
    return [0] + [Double](repeating: variance / 0.25, count: 6) + [hasTrend ? variance / 0.02 : 1e9]
      + [Double](repeating: variance / 0.04, count: 2 * harmonics)
      + (hasHolidays ? [variance / Self.believedEffect] : [])
      + kinds.map {
        variance / (holidayKinds.contains($0) ? Self.believedBetweenKinds : Self.believedEffect)
      }
  }
}
