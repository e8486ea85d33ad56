import DiscreteEvents

/// How many handlers were at work in each half-hour of the week, from when they took contacts.
///
/// A handler is taken to be there from the half-hour in which they take the first contact of a tour to that in which they
/// take the last; tours are six hours apart at least. (What runs on after the last contact is taken says nothing: at the
/// end of a tour the work in hand is finished.) Where contacts are so rare that somebody may well be there for half an
/// hour without one, a tour may have begun earlier or ended later than it shows, which ``TourEdges`` works out. Breaks are
/// not told from waiting for work.
struct StaffingFit {
  /// Half-hours without a contact that end a tour.
  private static let absence = 12
  private static let cells = AgentActivity.cells

  /// A handler's tour: its first and last half-hour, counted from midnight of 1 January 1970, and those of the handler's
  /// tours before and after it.
  struct Tour {
    var first: Int
    var last: Int
    var previous: Int?
    var next: Int?
  }

  /// The channels these handlers answer, by number.
  let channels: [Int]
  let handlers: Int
  /// Mean heads of every weekday and half-hour.
  private(set) var heads: [[Double]]
  /// The shifts their tours follow, if they follow a few.
  private(set) var shifts: [LearnedTeam.Pattern] = []

  /// The teams that the handlers make up, given the days recorded.
  static func teams(_ activity: AgentActivity, wholeDays: Set<Int>) -> [StaffingFit] {
    let grouping = TeamGrouping(activity.contacts)
    let days = activity.days.sorted { ($0.agent, $0.dayNumber) < ($1.agent, $1.dayNumber) }
    return grouping.masks.enumerated().map { team, mask in
      StaffingFit(
        channels: (0..<64).filter { mask >> UInt64($0) & 1 == 1 },
        handlers: grouping.teamOf.count { $0 == team }, days: days.filter { grouping.teamOf[$0.agent] == team },
        wholeDays: wholeDays)
    }
  }

  private init(channels: [Int], handlers: Int, days: [AgentActivity.Day], wholeDays: Set<Int>) {
    self.channels = channels
    self.handlers = handlers
    var taken = [Double](repeating: 0, count: 7 * Self.cells)
    for day in days where wholeDays.contains(day.dayNumber) {
      let weekday = CivilTime(dayNumber: day.dayNumber).weekday
      for cell in 0..<Self.cells { taken[weekday * Self.cells + cell] += Double(day.taken[cell]) }
    }
    let tours = Self.tours(of: days)
    var present = [Double](repeating: 0, count: 7 * Self.cells)
    func cover(_ cell: Int, _ weight: Double) {
      if wholeDays.contains(cell / Self.cells) { present[Self.weekCell(cell)] += weight }
    }
    for tour in tours { for cell in tour.first...tour.last { cover(cell, 1) } }

    // The probability of taking no contact in a half-hour, of those who are there.
    let idle = (0..<7 * Self.cells).map { present[$0] > 0 ? PortableMath.exp(-taken[$0] / present[$0]) : 0 }
    let before = TourEdges.reaches(of: tours.map { ($0.first, $0.previous) }, step: -1) { idle[Self.weekCell($0)] }
    let after = TourEdges.reaches(of: tours.map { ($0.last, $0.next) }, step: 1) { idle[Self.weekCell($0)] }
    for (number, tour) in tours.enumerated() {
      // There for so many half-hours more if the edge is that far or further.
      for distance in before[number].indices.dropFirst() {
        cover(tour.first - distance, before[number][distance...].reduce(0, +))
      }
      for distance in after[number].indices.dropFirst() {
        cover(tour.last + distance, after[number][distance...].reduce(0, +))
      }
    }

    var daysOf = [Double](repeating: 0, count: 7)
    for day in wholeDays { daysOf[CivilTime(dayNumber: day).weekday] += 1 }
    heads = (0..<7).map { weekday in
      (0..<Self.cells).map { present[weekday * Self.cells + $0] / max(1, daysOf[weekday]) }
    }
    let likeliest = tours.indices.map { number in
      let tour = tours[number]
      return (first: tour.first - Self.likeliest(before[number]), last: tour.last + Self.likeliest(after[number]))
    }
    shifts = ShiftPatterns.find(likeliest, wholeDays: wholeDays, heads: heads)
  }

  private static func likeliest(_ chances: [Double]) -> Int {
    chances.indices.max { chances[$0] < chances[$1] } ?? 0
  }

  private static func weekCell(_ cell: Int) -> Int {
    CivilTime(dayNumber: cell / cells).weekday * cells + cell % cells
  }

  /// The tours of handlers whose days are given one handler after another.
  private static func tours(of days: [AgentActivity.Day]) -> [Tour] {
    var tours: [Tour] = []
    var agent = -1
    for day in days {
      for cell in 0..<cells where day.taken[cell] > 0 {
        let place = day.dayNumber * cells + cell
        let isSame = day.agent == agent
        if isSame, let last = tours.last?.last, place - last <= absence {
          tours[tours.count - 1].last = place
          continue
        }
        if isSame { tours[tours.count - 1].next = place }
        tours.append(Tour(first: place, last: place, previous: isSame ? tours.last?.last : nil))
        agent = day.agent
      }
    }
    return tours
  }
}
