// How many people there may be at once, at most.

extension Staff {
  /// No fewer than the most heads that are rostered at once; 0 only where nobody ever is.
  package var mostHeads: Int {
    switch self {
    case .shifts(let shifts): shifts.reduce(0) { $0 + max($1.heads.max() ?? 0, $1.holiday ?? 0) }
    case .intervals(let heads): heads.joined().max() ?? 0
    case .rotation(let rotation): rotation.pattern.contains { $0 != nil } ? rotation.groups.reduce(0, +) : 0
    case .roster(let rows): Set(rows.map(\.handler)).count
    }
  }

  /// The same with one head wherever there are more: when anybody is there, at the cost of one. Named people stay.
  package var byOne: Staff {
    func one(_ heads: Int) -> Int { min(heads, 1) }
    return switch self {
    case .shifts(let shifts):
      .shifts(
        shifts.map { ShiftHeads(shift: $0.shift, heads: $0.heads.map(one), holiday: $0.holiday.map(one)) })
    case .intervals(let heads): .intervals(heads: heads.map { $0.map(one) })
    case .rotation(let rotation):
      .rotation(
        Rotation(pattern: rotation.pattern, firstDay: rotation.firstDay, groups: rotation.groups.map(one)))
    case .roster: self
    }
  }

  /// Whether it has posts that somebody fills, rather than people who are named.
  package var hasPosts: Bool {
    switch self {
    case .shifts, .intervals, .rotation: true
    case .roster: false
    }
  }

  /// Whether anybody ever starts a shift.
  package func works(_ shift: String) -> Bool {
    switch self {
    case .shifts(let shifts):
      shifts.contains { $0.shift == shift && ($0.heads.contains { $0 > 0 } || $0.holiday ?? 0 > 0) }
    case .rotation(let rotation): rotation.pattern.contains(shift) && rotation.groups.contains { $0 > 0 }
    case .intervals, .roster: false
    }
  }
}

extension Workforce {
  /// No fewer than the most people that could ever be there for `heads` posts.
  package func mostHeads(for heads: Int) -> Int {
    let people = strength + intakes.reduce(0) { $0 + $1.heads }
    let most = (Double(heads) * max(1, people / establishment)).rounded(.up)
    // An establishment of next to nothing makes more than a whole number can say, and anything refused is as good.
    return Int(min(most, 1e9))
  }
}

extension Team {
  /// No fewer than the most heads that are ever there at once.
  package var mostHeads: Int {
    let rostered = people?.mostHeads(for: staff.mostHeads) ?? staff.mostHeads
    // Whoever is brought in to make up a minimum comes on top of who is rostered.
    return minimums.reduce(rostered) { $0 + $1.heads }
  }
}

extension Response {
  /// No fewer than the most officers that are ever there at once.
  package var mostOfficers: Int {
    // Whoever is brought in to make up a minimum comes on top of who is rostered.
    hubs.reduce(minimums.reduce(0) { $0 + $1.officers }) { $0 + $1.officers.mostHeads + $1.diary.mostHeads }
  }
}

extension Scenario {
  /// No fewer than the most handlers and dispatchers that are ever there at once.
  package var mostHandlers: Int {
    teams.reduce(response?.dispatchers?.staff.mostHeads ?? 0) { $0 + $1.mostHeads }
  }
}
