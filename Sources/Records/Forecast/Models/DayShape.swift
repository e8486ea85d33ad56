import DiscreteEvents

/// How a day's contacts fall into its intervals, by weekday, and on special days by their kind.
///
/// Each shape is learned from its own days and from others that it is drawn towards, by their worth: a weekday's, and that of
/// all special days, towards what all weekdays have in common, and that of a kind of special day towards that of all. A shape
/// differs from the one it is drawn towards as a draw from a Dirichlet distribution about it, whose weight, in contacts,
/// follows from how much shapes differ beyond chance; what a day is worth in contacts, from how much days of one kind do
/// (moments of the Dirichlet-multinomial distribution: J. Mosimann, "On the compound multinomial distribution", 1962). So one
/// day of a kind says little of the next, unless its many contacts are plainly unlike those of other special days; and many
/// say what they are like.
struct DayShape: Sendable {
  /// Of the weekdays, Monday first.
  private let weekdays: [MeanShape]
  /// Of the kinds of special day that were seen.
  private let special: [String: MeanShape]
  /// Of special days of any other kind.
  private let unseen: MeanShape
  /// Relative standard deviation of an interval about its share, beyond Poisson's chance.
  let variation: Double

  private static let weeks = 26
  /// Special days are few, so that three years of them count.
  private static let weeksOfSpecial = 156
  /// As many special days as are believed to differ as much as weekdays do.
  private static let believed = 4.0
  /// Kinds of special day are believed to differ from each other as much as weekdays do, and one kind as much as kinds do on
  /// the whole: a belief that is worth so many contacts in each interval.
  private static let believedOfKinds = 10.0

  /// Learns from the intervals of the last half-year of days, and three years of special ones, but for the days on which the
  /// clocks of `zone` change. O(intervals).
  init(
    _ intervals: [[Double]?], firstDay: Int, perDay: Int, special: SpecialDays,
    zone: ZoneRules = .utc
  ) {
    var days: [ShapeDay] = []
    for index in intervals.indices.suffix(7 * Self.weeksOfSpecial) {
      guard let counts = intervals[index] else { continue }
      let occasion = special[firstDay + index]
      guard occasion != nil || index >= intervals.count - 7 * Self.weeks,
        zone.showings(dayNumber: firstDay + index, perDay: perDay).allSatisfy({ $0 == 1 })
      else { continue }
      let kind = occasion.map { ShapeDay.Kind.special($0.kind) } ?? .weekday(DailySeries.weekday(firstDay + index))
      days.append(ShapeDay(kind: kind, counts: counts))
    }
    let ofKind = Dictionary(grouping: days, by: \.kind)
    let names = Set(days.compactMap(\.kind.name)).sorted()
    let groups = (0..<7).map { ofKind[.weekday($0)] ?? [] } + names.map { ofKind[.special($0)] ?? [] }
    let likeness = ShapeDay.likeness(groups)
    let means = groups.map { MeanShape($0, likeness: likeness, perDay: perDay) }

    let ofWeekdays = Array(means.prefix(7))
    let common = MeanShape(joining: ofWeekdays, perDay: perDay)
    let difference = common.difference(among: ofWeekdays).size
    weekdays = ofWeekdays.map { $0.drawn(to: common, difference: difference) }

    let kinds = Array(means.dropFirst(7))
    let together = MeanShape(joining: kinds, perDay: perDay)
    let shared = together.drawn(to: common, difference: Self.ofSpecial(together, common, weekdays: difference))
    let belief = Self.believedOfKinds * Double(together.freedom)
    let ofKinds = together.difference(among: kinds).beside(difference, worth: belief)
    let known = kinds.map { kind in
      kind.drawn(to: shared, difference: together.difference(of: kind).beside(ofKinds, worth: belief))
    }
    self.special = Dictionary(uniqueKeysWithValues: zip(names, known))
    unseen = MeanShape([], likeness: likeness, perDay: perDay).drawn(to: shared, difference: ofKinds)
    variation = Self.variation(of: groups, about: weekdays + known)
  }

  /// How much special days differ from what weekdays have in common.
  private static func ofSpecial(_ special: MeanShape, _ common: MeanShape, weekdays: Double) -> Double {
    let days = Double(special.days)
    let excess = special.excess(over: common, own: 1 + special.worth / max(common.worth, 1))
    let own = max(0, excess) / max(special.worth, 1)
    return (believed * weekdays + days * own) / (believed + days)
  }

  /// How much intervals of days vary about their shapes.
  private static func variation(of groups: [[ShapeDay]], about shapes: [MeanShape]) -> Double {
    var (squares, weights) = (0.0, 0.0)
    for (days, shape) in zip(groups, shapes) {
      for day in days {
        for (interval, share) in shape.shares.enumerated() where share * day.total > 1 {
          let mean = share * day.total
          let distance = day.counts[interval] - mean
          squares += distance * distance - mean * (1 - share)
          weights += mean * mean
        }
      }
    }
    return weights > 0 ? max(0, squares / weights).squareRoot() : 0
  }

  private func shape(weekday: Int, kind: String?) -> MeanShape {
    kind.map { special[$0] ?? unseen } ?? weekdays[weekday]
  }

  /// The shares of a day's intervals; `kind` is that of a special day, nil if nothing is special about it.
  func shares(weekday: Int, kind: String?) -> [Double] { shape(weekday: weekday, kind: kind).shares }

  /// The relative standard deviation of an interval of a day about what its share makes of the day: of days about their
  /// shape, and of the shape as far as it is known.
  func deviation(weekday: Int, kind: String?, interval: Int) -> Double {
    let shape = shape(weekday: weekday, kind: kind)
    let share = shape.shares[interval]
    guard share > 0 else { return variation }
    return (variation * variation + (1 - share) / (share * (shape.worth + 1))).squareRoot()
  }
}
