import DiscreteEvents

extension ArrivalProfile {
  /// The mean of weights.
  package static func meanWeight(_ weights: [Double]) -> Double {
    weights.reduce(0, +) / Double(weights.count)
  }

  /// Weights divided by their mean.
  package static func relative(_ weights: [Double]) -> [Double] {
    let mean = meanWeight(weights)
    return weights.map { $0 / mean }
  }

  /// How many contacts a profile leads to expect at each time of the year, before its scale, busyness, factors and messages.
  ///
  /// The yearly volume over 365 average days, times the weights of the month, the weekday and the hour, each list divided by
  /// its mean.
  package struct Weights: Sendable {
    private let perMillisecond: Double
    private let month: [Double]
    private let hourOfWeek: [Double]
    /// The weights of the hours of a holiday; nil if holidays are days like any other.
    private let hourOfHoliday: [Double]?

    /// The weights of a profile.
    package init(_ profile: ArrivalProfile) {
      perMillisecond = profile.perYear / 365 / Double(Milliseconds.day)
      month = ArrivalProfile.relative(profile.month)
      if let weights = profile.byHourOfWeek {
        hourOfWeek = ArrivalProfile.relative(weights)
        hourOfHoliday = nil
      } else {
        let hours = ArrivalProfile.relative(profile.hourOfDay)
        hourOfWeek = ArrivalProfile.relative(profile.dayOfWeek).flatMap { day in hours.map { $0 * day } }
        // Holidays are no part of the average week: what the other days weigh does not depend on them.
        let week = ArrivalProfile.meanWeight(profile.dayOfWeek)
        hourOfHoliday = profile.holiday.map { holiday in hours.map { $0 * (holiday / week) } }
      }
    }

    /// Whether public holidays have hours of their own.
    var hasHolidays: Bool { hourOfHoliday != nil }

    /// The expected number of contacts per millisecond when the wall shows `civil`, on a day that may be a public holiday.
    package func rate(at civil: CivilTime, isHoliday: Bool = false) -> Double {
      let hour = Int(civil.timeOfDay / .hour)
      let weight =
        if isHoliday, let hourOfHoliday { hourOfHoliday[hour] } else { hourOfWeek[civil.weekday * 24 + hour] }
      return perMillisecond * month[civil.month - 1] * weight
    }
  }
}
