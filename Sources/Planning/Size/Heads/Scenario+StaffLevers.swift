import ContactCentre
import Metrics

extension Scenario {
  /// The most heads a lever goes to if nothing is said.
  private static let mostHeads = 2_000

  /// What a search for the cheapest headcount may change.
  ///
  /// The shifts of teams staffed by shifts or by the hour: those the team works now and those its limits name, or all the
  /// scenario has where it works none. Teams that are fixed, rosters of named people and rotations stay as they are; so do
  /// tours outside the measured days, and where each weekday has its own heads those of public holidays that have theirs;
  /// holidays that have none get some, as if they were another day of the week.
  /// With grades' targets the response officers of hubs come in likewise.
  ///
  /// A shift with a minimum has at least that many heads, unless fewer are allowed: to plan for overtime is no plan. Of the
  /// officers' minimum each hub has the part that it has of those who are there now.
  public func staffLevers() -> [StaffLever] {
    let priced = pricedForSizing
    let plan = Plan(priced)
    return priced.sizedGroups.flatMap { group in
      priced.levers(of: group, TourPay(perHour: group.costPerHour, role: group.role, plan: plan), sizingTerms)
    }
  }

  private func levers(of group: SizedGroup, _ pay: TourPay, _ sizing: Sizing) -> [StaffLever] {
    let named = Set((group.worked ?? []).map(\.shift)).union(group.limits.map(\.shift))
    return shifts.indices.filter { named.isEmpty || named.contains(shifts[$0].id) }.flatMap { shift -> [StaffLever] in
      guard sizing.days == .each else {
        return [lever(of: group, shift: shift, weekday: nil, pay, sizing)].compactMap(\.self)
      }
      let keepsHolidays = group.worked?.first { $0.shift == shifts[shift].id }?.holiday != nil
      let days = (0..<7).map { lever(of: group, shift: shift, weekday: $0, pay, sizing) }
      let holidays = keepsHolidays ? nil : lever(of: group, shift: shift, ofHolidays: true, pay, sizing)
      return (days + [holidays]).compactMap(\.self)
    }
  }

  /// One lever; nil if it would change nothing on the measured days.
  private func lever(
    of group: SizedGroup, shift: Int, weekday: Int? = nil, ofHolidays: Bool = false, _ pay: TourPay, _ sizing: Sizing
  ) -> StaffLever? {
    let name = shifts[shift].id
    let tours = tours(of: shifts[shift]).filter { $0.isMoved(weekday: weekday, ofHolidays: ofHolidays) }
    if tours.isEmpty { return nil }
    let present = group.staff.present(tours, of: name)
    let minimum = minimum(of: group.owner, tours, shift: name, isOneDay: weekday != nil || ofHolidays)
    let limit = group.limits.first { $0.shift == name }
    var most = limit?.most ?? Self.mostHeads
    var least = max(limit?.least ?? 0, min(minimum ?? 0, most))
    if let change = sizing.maxChange, let present, group.worked != [] {
      least = max(least, present.lowerBound - change)
      most = min(most, present.upperBound + change)
    }
    return StaffLever(
      owner: group.owner, name: group.name, shift: shift, shiftName: name, weekday: weekday,
      isOfHolidays: ofHolidays, limits: least...max(least, most), present: present, hasMinimum: minimum != nil,
      costPerHead: tours.reduce(0) { $0 + pay.cost(from: $1.start, to: $1.end) }, tours: tours.count)
  }

  /// The part that a team, or a hub, has of the fewest who must start some tours of a shift; nil if there is no such number.
  private func minimum(of owner: StaffLever.Owner, _ tours: [ShiftTour], shift: String, isOneDay: Bool) -> Int? {
    let everybody: [Staff]
    let fewest: Int?
    let place: Int
    switch owner {
    case .team(let index):
      (everybody, place) = ([teams[index].staff], 0)
      fewest = teams[index].minimums.first { $0.shift == shift }?.heads
    case .hub(let index):
      (everybody, place) = ((response?.hubs ?? []).map(\.officers), index)
      fewest = response?.minimums.first { $0.shift == shift }?.officers
    }
    guard let fewest, fewest > 0 else { return nil }
    let present = everybody.map { $0.present(tours, of: shift)?.upperBound ?? 0 }
    guard present.allSatisfy({ $0 == 0 }) else { return UnitCrews.shared(fewest, by: present)[place] }
    // A minimum holds where anybody is rostered: on a day of its own nobody need be.
    return isOneDay ? 0 : UnitCrews.shared(fewest, by: present.map { _ in 1 })[place]
  }
}

extension Staff {
  /// The fewest and the most heads of some tours of a shift; nil where heads are said otherwise.
  fileprivate func present(_ tours: [ShiftTour], of shift: String) -> ClosedRange<Int>? {
    guard case .shifts(let worked) = self else { return nil }
    let heads = worked.first { $0.shift == shift }
    let counts = tours.map { heads?.count(weekday: $0.weekday, isHoliday: $0.isHoliday) ?? 0 }
    guard let fewest = counts.min(), let most = counts.max() else { return nil }
    return fewest...most
  }
}
