import DiscreteEvents

/// How a day's contacts fall into its intervals, by weekday, and on special days.
///
/// Each shape is learned from its own days and from what all weekdays have in common, by their worth. A shape differs from
/// the common one as a draw from a Dirichlet distribution about it, whose weight, in contacts, follows from how much the
/// shapes differ beyond chance; what a day is worth in contacts, from how much days of one kind do (moments of the
/// Dirichlet-multinomial distribution: J. Mosimann, "On the compound multinomial distribution", 1962). So one special day
/// says little of the next, and many say what they are like.
struct DayShape: Sendable {
  /// Shares of the intervals of a day, which sum to 1: Monday first, special days last.
  private let shares: [[Double]]
  /// What each of these shapes is worth: as sure as from so many contacts.
  private let worth: [Double]
  /// Relative standard deviation of an interval about its share, beyond Poisson's chance.
  let variation: Double

  private static let weeks = 26
  /// Special days are few, so that three years of them count.
  private static let weeksOfSpecial = 156
  /// As many special days as are believed to differ as much as weekdays do.
  private static let believed = 4.0
  /// Shapes never differ so little that a million contacts do not show it.
  private static let least = 1e-6

  /// Learns from the intervals of the last half-year of days, and three years of special ones, but for the days on which the
  /// clocks of `zone` change. O(intervals).
  init(
    _ intervals: [[Double]?], firstDay: Int, perDay: Int, special: SpecialDays,
    zone: ZoneRules = .utc
  ) {
    var days: [ShapeDay] = []
    for index in intervals.indices.suffix(7 * Self.weeksOfSpecial) {
      guard let counts = intervals[index] else { continue }
      let isSpecial = special[firstDay + index] != nil
      guard isSpecial || index >= intervals.count - 7 * Self.weeks,
        zone.showings(dayNumber: firstDay + index, perDay: perDay).allSatisfy({ $0 == 1 })
      else { continue }
      days.append(ShapeDay(kind: isSpecial ? 7 : DailySeries.weekday(firstDay + index), counts: counts))
    }
    let likeness = ShapeDay.likeness(days)
    let kinds = (0..<8).map { kind in MeanShape(days.filter { $0.kind == kind }, likeness: likeness, perDay: perDay) }
    let weekdays = kinds[..<7]
    let common = MeanShape(joining: weekdays, perDay: perDay)
    let ofWeekdays = Self.difference(of: weekdays, from: common)
    let special = kinds[7]
    let own = max(
      0, special.excess(over: common, own: 1 + special.worth / max(common.worth, 1)) / max(special.worth, 1))
    let ofSpecial =
      (Self.believed * ofWeekdays + Double(special.days) * own) / (Self.believed + Double(special.days))
    var shapes: [[Double]] = []
    var worth: [Double] = []
    for (number, kind) in kinds.enumerated() {
      let difference = min(max(number < 7 ? ofWeekdays : ofSpecial, Self.least), 1)
      let prior = common.worth > 0 ? 1 / difference - 1 : 0
      let sum = max(kind.worth + prior, 1)
      shapes.append((0..<perDay).map { (kind.worth * kind.shares[$0] + prior * common.shares[$0]) / sum })
      worth.append(sum)
    }
    shares = shapes
    self.worth = worth
    var (squares, weights) = (0.0, 0.0)
    for day in days {
      for (interval, share) in shapes[day.kind].enumerated() where share * day.total > 1 {
        let mean = share * day.total
        squares += (day.counts[interval] - mean) * (day.counts[interval] - mean) - mean * (1 - share)
        weights += mean * mean
      }
    }
    variation = weights > 0 ? max(0, squares / weights).squareRoot() : 0
  }

  /// How much weekdays' shapes differ: of any two contacts of a weekday, the correlation of their intervals.
  private static func difference(of weekdays: ArraySlice<MeanShape>, from common: MeanShape) -> Double {
    let parts = weekdays.map { $0.worth / max(common.worth, 1) }
    let squares = parts.reduce(0) { $0 + $1 * $1 }
    var (excess, weight) = (0.0, 0.0)
    for (shape, part) in zip(weekdays, parts) {
      // The common shape is partly the weekday's own.
      excess += shape.excess(over: common, own: 1 - part)
      weight += shape.worth * (1 - 2 * part + squares)
    }
    return weight > 0 ? max(0, excess / weight) : 0
  }

  /// The shares of a day.
  func shares(weekday: Int, isSpecial: Bool) -> [Double] { shares[isSpecial ? 7 : weekday] }

  /// The relative standard deviation of an interval of a day about what its share makes of the day: of days about their
  /// shape, and of the shape as far as it is known.
  func deviation(weekday: Int, isSpecial: Bool, interval: Int) -> Double {
    let kind = isSpecial ? 7 : weekday
    let share = shares[kind][interval]
    guard share > 0 else { return variation }
    return (variation * variation + (1 - share) / (share * (worth[kind] + 1))).squareRoot()
  }
}

/// One day's counts, by interval.
private struct ShapeDay {
  /// Its weekday, Monday first; 7 if it is special.
  let kind: Int
  let counts: [Double]
  let total: Double

  init(kind: Int, counts: [Double]) {
    self.kind = kind
    self.counts = counts
    total = counts.reduce(0, +)
  }

  /// How much days of one kind differ: of any two contacts of a day, the correlation of their intervals.
  static func likeness(_ days: [ShapeDay]) -> Double {
    var (chi, freedom, contacts, number) = (0.0, 0.0, 0.0, 0.0)
    for kind in 0..<8 {
      let own = days.filter { $0.kind == kind && $0.total > 0 }
      guard own.count > 1, let perDay = own.first?.counts.count else { continue }
      let mean = MeanShape(own, likeness: 0, perDay: perDay)
      for day in own { chi += mean.distance(of: day.counts.map { $0 / day.total }) * day.total }
      freedom += Double((own.count - 1) * mean.freedom)
      contacts += own.reduce(0) { $0 + $1.total }
      number += Double(own.count)
    }
    guard freedom > 0, contacts > number else { return 0 }
    return min(max(0, (chi / freedom - 1) / (contacts / number - 1)), 1)
  }
}

/// The mean shape of some days.
private struct MeanShape {
  /// Shares of the intervals, which sum to 1; 0 where nobody came.
  private(set) var shares: [Double]
  /// As sure as from so many contacts.
  private(set) var worth = 0.0
  private(set) var days = 0

  /// The mean of days of one kind, each with a weight that is what it is worth.
  init(_ own: [ShapeDay], likeness: Double, perDay: Int) {
    shares = [Double](repeating: 0, count: perDay)
    for day in own where day.total > 0 {
      let weight = day.total / (1 + max(0, day.total - 1) * likeness)
      for (interval, count) in day.counts.enumerated() { shares[interval] += weight * count / day.total }
      worth += weight
      days += 1
    }
    normalise()
  }

  /// The mean of shapes.
  init(joining shapes: ArraySlice<MeanShape>, perDay: Int) {
    shares = [Double](repeating: 0, count: perDay)
    for shape in shapes {
      for (interval, share) in shape.shares.enumerated() { shares[interval] += shape.worth * share }
      worth += shape.worth
      days += shape.days
    }
    normalise()
  }

  private mutating func normalise() {
    if worth > 0 { shares = shares.map { $0 / worth } }
  }

  /// In how many ways shares may differ from these.
  var freedom: Int { max(0, shares.count { $0 > 0 } - 1) }

  /// Pearson's distance of other shares from these, by contact.
  func distance(of others: [Double]) -> Double {
    zip(others, shares).reduce(0) { $1.1 > 0 ? $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 : $0 }
  }

  /// How much farther from the common shape it is than by chance, of which `own` is what is expected of it.
  func excess(over common: MeanShape, own: Double) -> Double {
    guard worth > 0, common.freedom > 0 else { return 0 }
    return worth * common.distance(of: shares) / Double(common.freedom) - own
  }
}
