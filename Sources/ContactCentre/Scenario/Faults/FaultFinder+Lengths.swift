import DiscreteEvents

// Tables that have an entry for each hour, day, month or the like: each must be as long as there are of these.
extension FaultFinder {
  mutating func findWrongLengths() {
    for (keys, profile) in scenario.placedProfiles {
      length(profile.hourOfDay.count, 24, "hour of the day", keys + ["hourOfDay"])
      length(profile.dayOfWeek.count, 7, "day of the week", keys + ["dayOfWeek"])
      length(profile.month.count, 12, "month", keys + ["month"])
      if let weights = profile.byHourOfWeek { length(weights.count, 168, "hour of the week", keys + ["byHourOfWeek"]) }
    }
    for (keys, book) in scenario.placedBooks { length(book.days.count, 7, "day of the week", keys + ["days"]) }
    for (keys, staff) in scenario.placedStaffs { findWrongLengths(of: staff, keys) }
    for team in scenario.teams where team.slowdown.count > team.concurrency {
      note(
        ["teams", team.id, "slowdown"],
        "this list has \(team.slowdown.count) factors, and concurrency is \(team.concurrency)",
        "give one factor for each number of chats held")
    }
    if let travel = scenario.response?.travel {
      length(travel.hourOfDay.count, 24, "hour of the day", ["response", "travel", "hourOfDay"])
    }
  }

  private mutating func findWrongLengths(of staff: Staff, _ keys: [String]) {
    switch staff {
    case .shifts(let heads):
      for entry in heads { length(entry.heads.count, 7, "day of the week", keys + [entry.shift]) }
    case .intervals(let heads):
      length(heads.count, 7, "day of the week", keys)
      guard let count = heads.first?.count else { return }
      if heads.contains(where: { $0.count != count }) {
        note(keys, "the days have different numbers of intervals", "divide each day alike")
      } else if count == 0 || !(Milliseconds.day / Limits.intervalStep).isMultiple(of: Milliseconds(count)) {
        note(
          keys, "\(count) intervals do not divide a day into multiples of five minutes",
          "give heads for every hour, half-hour or quarter: 24, 48 or 96")
      }
    case .roster, .rotation: break
    }
  }

  private mutating func length(_ count: Int, _ wanted: Int, _ noun: String, _ keys: [String]) {
    if count != wanted {
      note(keys, "this list has \(count) entries", "give \(wanted), one for each \(noun)")
    }
  }
}
