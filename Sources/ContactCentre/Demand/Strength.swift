import DiscreteEvents

// How many people a workforce has, and how many of them are still learning, on any day. Functions of the scenario alone.
extension Workforce {
  /// A share of those at work who are still learning.
  struct Recruits {
    /// 0 … 1.
    var share: Double
    /// By how many per cent their work takes longer.
    var percentSlower: UInt8
  }

  /// No more people for each post than this are ever rostered.
  static let mostShare = 4.0

  /// The days of a year that leavers are told for.
  private static let year = 365.0

  /// The people there are on a day.
  ///
  /// People leave at a constant rate, so that a share of e^(−leavers) of them is left after a year: a yearly turnover is
  /// commonly told as leavers over the average strength, which is that rate. Who joined by the day of the known strength
  /// is part of that.
  func strength(on day: Int) -> Double {
    var others = strength * remaining(from: asOf, to: day)
    var joined = 0.0
    for intake in intakes {
      let left = intake.heads * remaining(from: intake.joins, to: day)
      if intake.joins <= asOf { others -= left }
      if intake.joins <= day { joined += left }
    }
    return max(0, others) + joined
  }

  /// The people there are on a day for each post.
  func filledShare(on day: Int) -> Double { min(Self.mostShare, strength(on: day) / establishment) }

  /// The shares of the people of a day who are still learning, intake by intake.
  func recruits(on day: Int) -> [Recruits] {
    guard let learning, learning.over > 0 else { return [] }
    let strength = strength(on: day)
    return intakes.compactMap { intake in
      let age = Milliseconds(day - intake.joins) * .day
      guard age >= 0, age < learning.over, strength > 0 else { return nil }
      let left = 1 - Double(age) / Double(learning.over)
      let percent = ((learning.slower - 1) * left * 100).rounded()
      return Recruits(
        share: intake.heads * remaining(from: intake.joins, to: day) / strength,
        percentSlower: UInt8(max(0, min(percent, Double(Event.mostPercentSlower)))))
    }
  }

  /// The share of those there on one day who are still there on another; above one for an earlier day.
  private func remaining(from first: Int, to day: Int) -> Double {
    PortableMath.exp(-leavers * Double(day - first) / Self.year)
  }
}
