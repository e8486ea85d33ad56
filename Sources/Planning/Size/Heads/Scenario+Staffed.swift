import ContactCentre

extension Scenario {
  /// The same scenario with these heads: one number for each of `levers`, which are its own; nil leaves the heads it has.
  public func staffed(_ levers: [StaffLever], heads: [Int?]) -> Scenario {
    var scenario = self
    for (lever, count) in zip(levers, heads) {
      guard let count else { continue }
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
    let place = shifts.firstIndex { $0.shift == lever.shiftName } ?? shifts.endIndex
    if place == shifts.endIndex {
      shifts.append(ShiftHeads(shift: lever.shiftName, heads: Array(repeating: 0, count: 7)))
    }
    if lever.isOfHolidays {
      shifts[place].holiday = count
    } else {
      for day in lever.weekday.map({ $0...$0 }) ?? 0...6 { shifts[place].heads[day] = count }
      if lever.weekday == nil { shifts[place].holiday = nil }
    }
    self = .shifts(shifts)
  }
}
