import ContactCentre
import DiscreteEvents
import Metrics

/// A number of heads that a search may change: those of a team, or officers of a hub, who start one shift.
public struct StaffLever: Sendable, Hashable {
  /// Whose heads they are.
  public enum Owner: Sendable, Hashable {
    /// A team, by its place in the scenario.
    case team(Int)
    /// A hub, by its place in the scenario.
    case hub(Int)
  }

  /// Whose heads they are.
  public let owner: Owner
  /// What the team or hub is called.
  public let name: String
  /// The shift, by its place in the scenario.
  public let shift: Int
  /// What the shift is called.
  public let shiftName: String
  /// The day of the week on which they start, 0 for Monday; nil for every day.
  public let weekday: Int?
  /// The heads it may be.
  public let limits: ClosedRange<Int>
  /// The heads it is in the scenario; on the day with the most, if it is for all days.
  public let present: Int
  /// What one head costs over the measured days, premiums included; hours where nothing has a price.
  public let costPerHead: Double
  /// How many tours start, of each head, that reach into the measured days.
  public let tours: Int

  /// Whether it can change at all.
  public var isFree: Bool { limits.lowerBound < limits.upperBound }
}

extension Scenario {
  /// The most heads a lever goes to if nothing is said.
  static let mostHeads = 2_000

  /// What a search for the cheapest headcount may change.
  ///
  /// The shifts of teams staffed by shifts or by the hour: those the team works now and those its limits name, or all the
  /// scenario has where it works none. Rosters of named people and rotations stay as they are; so do tours outside the
  /// measured days. With grades' targets the response officers of hubs come in likewise.
  public func staffLevers() -> [StaffLever] {
    let sizing = sizing ?? Sizing()
    let hasPrices = teams.contains { $0.costPerHour > 0 }
    let plan = Plan(self)
    var levers = teams.enumerated().flatMap { index, team in
      self.levers(
        .team(index), team.id, team.staff,
        TourPay(perHour: hasPrices ? team.costPerHour : 1, role: team.role, plan: plan),
        sizing.teams.first { $0.id == team.id }, sizing)
    }
    if sizing.grades, let response {
      levers += response.hubs.enumerated().flatMap { index, hub in
        self.levers(
          .hub(index), hub.id, hub.officers,
          TourPay(perHour: hasPrices ? hub.costPerHour : 1, role: hub.role, plan: plan),
          sizing.hubs.first { $0.id == hub.id }, sizing)
      }
    }
    return levers
  }

  private func levers(
    _ owner: StaffLever.Owner, _ name: String, _ staff: Staff, _ pay: TourPay, _ group: Sizing.Group?,
    _ sizing: Sizing
  ) -> [StaffLever] {
    var worked: [Staff.ShiftHeads] = []
    switch staff {
    case .shifts(let heads): worked = heads
    case .intervals: break
    case .roster, .rotation: return []
    }
    let named = Set(worked.map(\.shift)).union(group?.limits.map(\.shift) ?? [])
    return shifts.enumerated().flatMap { index, shift -> [StaffLever] in
      guard named.isEmpty || named.contains(shift.id) else { return [] }
      let limit = group?.limits.first { $0.shift == shift.id }
      let heads = worked.first { $0.shift == shift.id }?.heads ?? Array(repeating: 0, count: 7)
      let weekdays: [Int?] = sizing.days == .each ? Array(0..<7) : [nil]
      return weekdays.compactMap { weekday in
        let tours = tours(of: shift).filter { weekday == nil || weekday == $0.weekday }
        if tours.isEmpty { return nil }
        let present = weekday.map { heads[$0] } ?? heads.max() ?? 0
        var least = limit?.least ?? 0
        var most = limit?.most ?? Self.mostHeads
        if let change = sizing.maxChange, !worked.isEmpty {
          least = max(least, present - change)
          most = min(most, present + change)
        }
        if group?.isFixed == true { (least, most) = (present, present) }
        return StaffLever(
          owner: owner, name: name, shift: index, shiftName: shift.id, weekday: weekday,
          limits: least...max(least, most), present: present,
          costPerHead: tours.reduce(0) { $0 + pay.cost(from: $1.start, to: $1.end) }, tours: tours.count)
      }
    }
  }

  /// The tours of a shift that reach into the measured days: when they start and end since the Unix epoch, by the wall
  /// clock, and on which weekday.
  func tours(of shift: Shift) -> [(start: Milliseconds, end: Milliseconds, weekday: Int)] {
    let zone = calendar.zone
    let first = zone.civilTime(at: calendar.start).dayNumber - 1
    let last = zone.civilTime(at: calendar.end).dayNumber
    return (first...last).compactMap { day in
      let start = zone.instant(of: CivilTime(dayNumber: day, timeOfDay: shift.start))
      let finish = shift.start + shift.length
      let end = zone.instant(
        of: CivilTime(dayNumber: day + Int(finish / .day), timeOfDay: finish % .day))
      return min(end, calendar.end) > max(start, calendar.start) ? (start, end, CivilTime(dayNumber: day).weekday) : nil
    }
  }

  /// The same scenario with these heads: one number for each of `levers`, which are its own.
  public func staffed(_ levers: [StaffLever], heads: [Int]) -> Scenario {
    var scenario = self
    for (lever, count) in zip(levers, heads) {
      switch lever.owner {
      case .team(let index): scenario.teams[index].staff.set(count, lever)
      case .hub(let index): scenario.response?.hubs[index].officers.set(count, lever)
      }
    }
    return scenario
  }
}

extension Staff {
  /// Sets the heads of one shift, on one day or on all.
  fileprivate mutating func set(_ count: Int, _ lever: StaffLever) {
    var shifts: [ShiftHeads] = []
    if case .shifts(let worked) = self { shifts = worked }
    let days = lever.weekday.map { $0...$0 } ?? 0...6
    if let place = shifts.firstIndex(where: { $0.shift == lever.shiftName }) {
      for day in days { shifts[place].heads[day] = count }
      // One number for all days is one for public holidays too.
      if lever.weekday == nil { shifts[place].holiday = nil }
    } else {
      var heads = Array(repeating: 0, count: 7)
      for day in days { heads[day] = count }
      shifts.append(ShiftHeads(shift: lever.shiftName, heads: heads))
    }
    self = .shifts(shifts)
  }
}
