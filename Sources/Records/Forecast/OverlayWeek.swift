import DiscreteEvents

/// A channel's forecast as a scenario can state it: a week, and the stretches of time in which more or fewer come than the
/// week says, so that every day has the volume forecast for it.
///
/// A weekday has the mean of its days in the stretch, of which special ones are left out if there are others. Where the
/// forecast has hours, the week has them too, and a day whose hours are unlike its weekday's has a factor for each run of hours.
/// An hour that the clocks pass over or repeat needs none: a scenario does with it as the forecast did.
struct OverlayWeek {
  /// A stretch of time, and how many times as many come in it.
  struct Factor: Equatable {
    var from: CivilTime
    var to: CivilTime
    var times: String
  }

  /// Expected contacts of the days of the week, Monday first, each by its hours or as a whole.
  let weekdays: [[Double]]
  /// Earliest first; no two overlap.
  let factors: [Factor]

  /// Contacts expected of a mean day of the week.
  var mean: Double { weekdays.joined().reduce(0, +) / 7 }

  /// A factor to so many significant digits; one that is 1 by them is none.
  private static let digits = 6
  /// A scenario takes no more factors of one channel.
  static let mostFactors = 1_000

  private struct Day {
    let number: Int
    let isOrdinary: Bool
    /// Expected contacts of each hour, or of the day.
    let expected: [Double]
    /// How often the wall shows each hour.
    let showings: [Double]
  }

  /// Takes days that follow one another, of which there is at least one. O(intervals).
  init(_ channel: VolumeForecast.Channel, perDay: Int, zone: ZoneRules) {
    let hasHours = perDay % 24 == 0
    var byDay: [Int: [Double]] = [:]
    if hasHours {
      for interval in channel.intervals {
        byDay[interval.start.dayNumber, default: [Double](repeating: 0, count: 24)][
          Int(interval.start.timeOfDay / .hour)] += interval.expected
      }
    }
    let days = channel.days.map { day in
      let number = day.start.dayNumber
      return Day(
        number: number, isOrdinary: !day.isSpecial, expected: byDay[number] ?? [day.expected],
        showings: hasHours ? zone.showings(dayNumber: number, perDay: 24) : [1])
    }
    weekdays = Self.week(days, cells: hasHours ? 24 : 1)
    let byHour = Self.factors(days, weekdays) { day, usual in
      day.expected.indices.map { Self.ratio(day.expected[$0], to: usual[$0] * day.showings[$0]) }
    }
    if byHour.count <= Self.mostFactors {
      factors = byHour
    } else {
      factors = Self.factors(days, weekdays) { day, usual in
        let shown = zip(usual, day.showings).reduce(0) { $0 + $1.0 * $1.1 }
        let ratio = Self.ratio(day.expected.reduce(0, +), to: shown)
        return usual.indices.map { usual[$0] * day.showings[$0] > 0 ? ratio : nil }
      }
    }
  }

  /// Nil where nobody is ever expected, or the clocks pass over it.
  private static func ratio(_ expected: Double, to usual: Double) -> Double? {
    usual > 0 ? expected / usual : nil
  }

  private static func week(_ days: [Day], cells: Int) -> [[Double]] {
    let known = (0..<7).map { weekday -> [Double]? in
      let all = days.filter { DailySeries.weekday($0.number) == weekday }
      guard !all.isEmpty else { return nil }
      let ordinary = all.filter(\.isOrdinary)
      return (0..<cells).map { cell in
        func mean(_ days: [Day]) -> Double {
          let shown = days.reduce(0) { $0 + $1.showings[cell] }
          return shown > 0 ? days.reduce(0) { $0 + $1.expected[cell] } / shown : 0
        }
        let usual = mean(ordinary)
        // What comes on a special day alone must be some share of something.
        return usual > 0 ? usual : mean(all)
      }
    }
    let others = known.compactMap(\.self)
    let mean = (0..<cells).map { cell in
      others.reduce(0) { $0 + $1[cell] } / Double(max(1, others.count))
    }
    return known.map { $0 ?? mean }
  }

  /// The runs of hours with one factor, which `ratios` tells of a day and what its weekday's hours have.
  private static func factors(
    _ days: [Day], _ weekdays: [[Double]], ratios: (Day, [Double]) -> [Double?]
  ) -> [Factor] {
    var runs: [(from: CivilTime, times: String)] = []
    for day in days {
      let ratios = ratios(day, weekdays[DailySeries.weekday(day.number)])
      let length = .day / Milliseconds(ratios.count)
      for (cell, ratio) in ratios.enumerated() {
        guard let times = ratio.map({ Numeral.text($0, digits: digits) }), times != runs.last?.times
        else { continue }
        runs.append(
          (CivilTime(dayNumber: day.number, timeOfDay: Milliseconds(cell) * length), times))
      }
    }
    guard let last = days.last else { return [] }
    let ends = runs.dropFirst().map(\.from) + [CivilTime(dayNumber: last.number + 1)]
    return zip(runs, ends).filter { $0.0.times != "1" }.map {
      Factor(from: $0.0.from, to: $0.1, times: $0.0.times)
    }
  }
}
