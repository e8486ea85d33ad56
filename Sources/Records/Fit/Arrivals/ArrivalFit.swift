import ContactCentre
import DiscreteEvents

/// When a channel's contacts come: how many a year, how they follow the months, the week and the day, and how far days
/// and hours are busier than that by chance.
public struct ArrivalFit: Sendable {
  /// The profile, as a scenario states it.
  public internal(set) var profile: ArrivalProfile
  /// Days recorded that are whole.
  public let days: Int
  /// Whether there are records enough to tell the months apart.
  public let hasMonths: Bool
  /// Whether there are records enough to tell the weekdays apart.
  public let hasWeekdays: Bool
  /// Variance of the days' counts about the profile over their mean; 1 if contacts come independently.
  public internal(set) var dispersion = 1.0

  /// How many times as many as on other days of their weekdays came on holidays; nil where too few were recorded to say.
  public private(set) var holidayRatio: Double?

  /// The least coefficient of variation of days that so many records would mostly show: of less, two standard errors of
  /// chance may leave nothing. Nil where there are too few days to say.
  public internal(set) var faintestBusyness: Double?

  /// By what factor contacts grew in a year, at the pace of the records; nil where they did not clearly grow or fall. The
  /// profile is of the mean of the records, and its busyness does not have what grew.
  public internal(set) var yearlyGrowth: Double?

  var counts: HourlyCounts
  /// The expected contacts of an hour, by month, weekday and hour.
  private(set) var base: Double

  /// Months are told apart only by a year's records; weekdays by two weeks'.
  private static let daysForMonths = 330
  private static let daysForWeekdays = 14
  private static let daysForHoursOfWeek = 42
  /// Whole holidays from which it can be told what holidays are like.
  private static let fewestHolidays = 3

  /// Fits the hours recorded.
  init(_ counts: HourlyCounts) {
    self.counts = counts
    days = counts.days.count { $0.isWhole }
    hasMonths = days >= Self.daysForMonths && counts.monthsSeen == 12
    hasWeekdays = days >= Self.daysForWeekdays
    profile = ArrivalProfile(perYear: 0)
    base = 0
    fitFactors()
    fitGrowth()
    if days >= Self.daysForHoursOfWeek { fitHoursOfWeek() }
    profile.perYear = base * 24 * 365
    profile.busyness = estimateBusyness()
    smooth()
    fitHolidays()
  }

  /// The expected contacts of an hour of a day, for as long as it was recorded.
  func expected(_ day: HourlyCounts.Day, _ hour: Int) -> Double {
    day.exposure[hour] * day.level * expected(day.month, day.weekday, hour)
  }

  /// The expected contacts of an hour of the wall clock.
  func expected(_ month: Int, _ weekday: Int, _ hour: Int) -> Double {
    let ofWeek = profile.byHourOfWeek?[weekday * 24 + hour] ?? profile.dayOfWeek[weekday] * profile.hourOfDay[hour]
    return base * profile.month[month] * ofWeek
  }

  /// What holidays have, of what the profile expects of other days; as a weight too, where there are weights of days.
  private mutating func fitHolidays() {
    let holidays = counts.days.filter { $0.isHoliday && $0.isWhole }
    guard hasWeekdays, holidays.count >= Self.fewestHolidays else { return }
    var (counted, expected, average) = (0.0, 0.0, 0.0)
    for day in holidays {
      counted += day.counts.reduce(0) { $0 + Double($1) }
      expected += (0..<24).reduce(0) { $0 + self.expected(day, $1) }
      average += day.exposure.reduce(0, +) * day.level * base * profile.month[day.month]
    }
    guard expected > 0 else { return }
    holidayRatio = counted / expected
    if profile.byHourOfWeek == nil { profile.holiday = counted / average }
  }

  // MARK: Weights

  /// Months, weekdays and hours as factors: each in turn takes the value that makes its totals right, until they settle.
  mutating func fitFactors() {
    let cells = counts.cells
    let exposure = cells.reduce(0) { $0 + $1.exposure }
    let total = cells.reduce(0) { $0 + $1.count }
    base = exposure > 0 ? total / exposure : 0
    guard total > 0 else { return }
    for _ in 0..<12 {
      profile.hourOfDay = factors(profile.hourOfDay) { $0.hour }
      if hasWeekdays { profile.dayOfWeek = factors(profile.dayOfWeek) { $0.weekday } }
      if hasMonths { profile.month = factors(profile.month) { $0.month } }
    }
    normalise()
  }

  /// `factors` of the hours that `group` names, corrected by what was counted over what was expected.
  private func factors(_ factors: [Double], _ group: (HourlyCounts.Cell) -> Int) -> [Double] {
    var counted = [Double](repeating: 0, count: factors.count)
    var expected = [Double](repeating: 0, count: factors.count)
    for cell in counts.cells {
      counted[group(cell)] += cell.count
      expected[group(cell)] += cell.exposure * self.expected(cell.month, cell.weekday, cell.hour)
    }
    return factors.indices.map { expected[$0] > 0 ? factors[$0] * counted[$0] / expected[$0] : factors[$0] }
  }

  /// Lets every list of weights have the mean 1.
  private mutating func normalise() {
    func relative(_ weights: [Double]) -> [Double] {
      let mean = ArrivalProfile.meanWeight(weights)
      guard mean > 0 else { return weights }
      base *= mean
      return ArrivalProfile.relative(weights)
    }
    profile.month = relative(profile.month)
    if let weights = profile.byHourOfWeek {
      profile.byHourOfWeek = relative(weights)
    } else {
      profile.dayOfWeek = relative(profile.dayOfWeek)
      profile.hourOfDay = relative(profile.hourOfDay)
    }
  }

  /// Gives every hour of the week a weight of its own, if the days differ in shape by more than chance explains.
  private mutating func fitHoursOfWeek() {
    let separate = profile
    let before = base
    let coarse = deviance
    let dispersion = max(1, pearson / Double(max(1, counts.exposedHours - 31)))
    profile.byHourOfWeek = separate.dayOfWeek.flatMap { day in separate.hourOfDay.map { $0 * day } }
    for _ in 0..<10 {
      profile.byHourOfWeek = factors(profile.byHourOfWeek ?? []) { $0.weekday * 24 + $0.hour }
      if hasMonths { profile.month = factors(profile.month) { $0.month } }
    }
    normalise()
    let parameters = Double(168 - 7 - 24 + 1)
    // Akaike's criterion for counts that vary more than Poisson's.
    if (coarse - deviance) / dispersion < 2 * parameters {
      profile = separate
      base = before
    }
  }

  /// Twice the log-likelihood, of Poisson counts, that the profile falls short of.
  private var deviance: Double {
    counts.cells.reduce(0) { sum, cell in
      let mean = cell.exposure * expected(cell.month, cell.weekday, cell.hour)
      guard mean > 0 else { return sum }
      let surprise = cell.count > 0 ? cell.count * PortableMath.log(cell.count / mean) : 0
      return sum + 2 * (surprise - (cell.count - mean))
    }
  }

  /// The squared distances of the hours' counts from the profile, each over what is expected.
  var pearson: Double {
    counts.ordinaryDays.reduce(0) { sum, day in
      (0..<24).reduce(sum) { sum, hour in
        guard day.exposure[hour] > 0 else { return sum }
        let mean = max(expected(day, hour), 1e-3)
        return sum + (Double(day.counts[hour]) - mean) * (Double(day.counts[hour]) - mean) / max(mean, 0.25)
      }
    }
  }
}
