import DiscreteEvents

/// How many handlers were at work in each half-hour of the week, from when they took contacts.
///
/// A handler is taken to be there from the half-hour in which they take the first contact of a tour to that in which they
/// take the last; tours are six hours apart at least. (What runs on after the last contact is taken says nothing: at the
/// end of a tour the work in hand is finished.) Where contacts are so rare that somebody may well be there for half an
/// hour without one, a tour may have begun earlier or ended later than it shows, which ``TourEdges`` works out. Breaks are
/// not told from waiting for work.
struct StaffingFit {
  private static let cells = AgentActivity.cells
  /// Half-hours without a contact that end a tour.
  private static let absence = 12
  /// Teams with a smaller share of the contacts are taken for members of a larger one.
  private static let smallest = 0.03

  /// A handler's tour: its first and last half-hour, counted from midnight of 1 January 1970.
  private struct Tour {
    var team: Int
    var first: Int
    var last: Int
    var handlersNext: Int?
    var handlersPrevious: Int?
  }

  /// The teams, each by the channels it answers and the heads of every half-hour of the week, given the days recorded.
  static func teams(
    _ activity: AgentActivity, wholeDays: Set<Int>
  ) -> [(channels: [Int], handlers: Int, heads: [[Double]])] {
    let (masks, teamOf) = teams(of: activity.contacts)
    let days = activity.days.sorted { ($0.agent, $0.dayNumber) < ($1.agent, $1.dayNumber) }
    var taken = masks.map { _ in [Double](repeating: 0, count: 7 * cells) }
    for day in days {
      let weekday = CivilTime(dayNumber: day.dayNumber).weekday
      for cell in 0..<cells { taken[teamOf[day.agent]][weekday * cells + cell] += Double(day.taken[cell]) }
    }
    let tours = tours(of: days, teamOf)
    var present = masks.map { _ in [Double](repeating: 0, count: 7 * cells) }
    func cover(_ team: Int, _ cell: Int, _ weight: Double) {
      let day = cell / cells
      guard wholeDays.contains(day) else { return }
      present[team][weekCell(cell)] += weight
    }
    for tour in tours { for cell in tour.first...tour.last { cover(tour.team, cell, 1) } }

    // The probability of taking no contact in a half-hour, of those who are there.
    let idle = masks.indices.map { team in
      (0..<7 * cells).map { cell -> Double in
        let heads = present[team][cell]
        return heads > 0 ? PortableMath.exp(-taken[team][cell] / heads) : 0
      }
    }
    for team in masks.indices {
      let own = tours.filter { $0.team == team }
      let ends = own.map { (place: $0.last, limit: $0.handlersNext) }
      for (cell, weight) in TourEdges.beyond(ends, step: 1, idle: { idle[team][weekCell($0)] }) {
        cover(team, cell, weight)
      }
      let starts = own.map { (place: $0.first, limit: $0.handlersPrevious) }
      for (cell, weight) in TourEdges.beyond(starts, step: -1, idle: { idle[team][weekCell($0)] }) {
        cover(team, cell, weight)
      }
    }

    var daysOf = [Double](repeating: 0, count: 7)
    for day in wholeDays { daysOf[CivilTime(dayNumber: day).weekday] += 1 }
    return masks.enumerated().map { team, mask in
      let heads = (0..<7).map { weekday in
        (0..<cells).map { present[team][weekday * cells + $0] / max(1, daysOf[weekday]) }
      }
      return (
        channels: (0..<64).filter { mask >> UInt64($0) & 1 == 1 }, handlers: teamOf.count { $0 == team }, heads: heads
      )
    }
  }

  private static func weekCell(_ cell: Int) -> Int {
    CivilTime(dayNumber: cell / cells).weekday * cells + cell % cells
  }

  private static func tours(of days: [AgentActivity.Day], _ teamOf: [Int]) -> [Tour] {
    var tours: [Tour] = []
    var agent = -1
    for day in days {
      for cell in 0..<cells where day.taken[cell] > 0 {
        let place = day.dayNumber * cells + cell
        if day.agent == agent, let last = tours.last, place - last.last <= absence {
          tours[tours.count - 1].last = place
        } else {
          let previous = day.agent == agent ? tours.last?.last : nil
          if previous != nil { tours[tours.count - 1].handlersNext = place }
          tours.append(Tour(team: teamOf[day.agent], first: place, last: place, handlersPrevious: previous))
          agent = day.agent
        }
      }
    }
    return tours
  }

  /// The sets of channels that handlers answer, as bits, and of each handler the number of theirs.
  ///
  /// A channel counts as answered from a hundredth of a handler's contacts on. A set of few contacts is no team of its
  /// own: its members just happened to see part of what their colleagues answer, or once stood in elsewhere.
  private static func teams(of contacts: [[Int: Int]]) -> (masks: [UInt64], teamOf: [Int]) {
    let ownMasks = contacts.map { counts -> UInt64 in
      let total = counts.values.reduce(0, +)
      return counts.reduce(0) { $1.value * 100 >= total && $1.value > 0 ? $0 | 1 << UInt64($1.key) : $0 }
    }
    var volumes: [UInt64: Int] = [:]
    for (mask, counts) in zip(ownMasks, contacts) { volumes[mask, default: 0] += counts.values.reduce(0, +) }
    let total = volumes.values.reduce(0, +)
    let masks = volumes.keys.filter { Double(volumes[$0] ?? 0) >= smallest * Double(total) }.sorted {
      (-(volumes[$0] ?? 0), $0) < (-(volumes[$1] ?? 0), $1)
    }
    let teamOf = ownMasks.map { mask in
      if let exact = masks.firstIndex(of: mask) { return exact }
      if let larger = masks.firstIndex(where: { $0 & mask == mask }) { return larger }
      let shared = masks.map { ($0 & mask).nonzeroBitCount }
      return shared.firstIndex(of: shared.max() ?? 0) ?? 0
    }
    return (masks, teamOf)
  }
}
