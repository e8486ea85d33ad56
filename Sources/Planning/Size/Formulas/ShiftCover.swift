import ContactCentre
import DiscreteEvents

/// Covers the needs of every measured hour by the heads of one team's shifts.
///
/// A rostered head covers an hour of its tour by the share that is there and not on a break: attendance, times what the
/// breaks leave of the shift. Heads are added where they cover most of what is missing for what they cost, and then taken
/// away, the dearest first, where they are not needed: the fewest where shifts do not overlap, and near it where they do.
struct ShiftCover {
  private let levers: [StaffLever]
  /// By lever, the hours its tours touch, and the share of a handler that a head is in each of them.
  private let covered: [[(hour: Int, share: Double)]]
  /// By measured hour, how much of it heads can be added to: 1 where tours follow one another within it.
  let reach: [Double]
  /// The heads of each lever; at first the fewest it may have.
  private(set) var heads: [Int]

  /// A cover of nothing yet by `levers`, which are one team's.
  init(_ levers: [StaffLever], in scenario: Scenario) {
    self.levers = levers
    let hours = scenario.measuredHours
    var reach = [Double](repeating: 0, count: hours.count)
    covered = levers.map { lever in
      let working = scenario.shifts[lever.shift].shareWorked
      let attendance = scenario.attendance(of: lever.owner)
      var shares: [Int: Double] = [:]
      for tour in scenario.tours(of: lever) {
        let day = scenario.calendar.zone.civilTime(at: tour.start).dayNumber
        let presence = attendance.share(on: day) * working
        hours.forEachShare(of: tour.start..<tour.end) { hour, share in
          shares[hour, default: 0] += presence * share
          if lever.isFree { reach[hour] = min(1, reach[hour] + share) }
        }
      }
      return shares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    self.reach = reach
    heads = levers.map(\.limits.lowerBound)
  }

  /// Adds heads, within limits, that cover what is missing by hour as far as they can; by hour, the handlers that they are.
  mutating func add(for missing: [Double]) -> [Double] {
    let before = heads
    var missing = missing
    func gain(_ lever: Int) -> Double {
      guard heads[lever] < levers[lever].limits.upperBound else { return 0 }
      let useful = covered[lever].reduce(0) { $0 + max(0, min($1.share, missing[$1.hour])) }
      return useful / max(levers[lever].costPerHead, 1e-9)
    }
    while true {
      let gains = levers.indices.map(gain)
      guard let most = gains.indices.max(by: { gains[$0] < gains[$1] }), gains[most] > 1e-9 else { break }
      heads[most] += 1
      for (hour, share) in covered[most] { missing[hour] -= share }
    }
    for lever in levers.indices.sorted(by: { levers[$0].costPerHead > levers[$1].costPerHead }) {
      while heads[lever] > before[lever],
        covered[lever].allSatisfy({ missing[$0.hour] + $0.share <= max(1e-9, missing[$0.hour]) })
      {
        heads[lever] -= 1
        for (hour, share) in covered[lever] { missing[hour] += share }
      }
    }
    var added = [Double](repeating: 0, count: missing.count)
    for lever in levers.indices {
      for (hour, share) in covered[lever] { added[hour] += share * Double(heads[lever] - before[lever]) }
    }
    return added
  }
}

extension Scenario {
  /// How many of those rostered turn up.
  fileprivate func attendance(of owner: StaffLever.Owner) -> Attendance {
    switch owner {
    case .team(let index): teams[index].role.attendance ?? attendance
    case .hub(let index): response?.hubs[index].role.attendance ?? attendance
    }
  }
}
