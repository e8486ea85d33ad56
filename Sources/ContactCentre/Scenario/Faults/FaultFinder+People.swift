// Numbers that say who is there, and what they cost.
extension FaultFinder {
  mutating func findWrongNumbersOfPeople() {
    shares(scenario.attendance, ["attendance"])
    for (keys, terms) in scenario.placedTerms {
      number(terms.costPerHour, 0...Limits.costPerHour, keys + ["costPerHour"])
      findWrongNumbers(of: terms.role, keys + ["role"])
    }
    for (keys, staff) in scenario.placedStaffs { findWrongNumbers(of: staff, keys) }
    for team in scenario.teams {
      let keys = ["teams", team.id]
      whole(team.concurrency, 1...Limits.concurrency, keys + ["concurrency"])
      for (number, factor) in team.slowdown.enumerated() {
        positive(factor, to: Limits.slowdown, keys + ["slowdown", String(number)])
      }
      for minimum in team.minimums { heads(minimum.heads, keys + ["minimum", minimum.shift]) }
      if team.people != nil, !team.staff.hasPosts {
        note(
          keys + ["people"], "a roster of named people leaves no post open", "leave people out, or give heads")
      }
    }
    for (keys, people) in scenario.placedWorkforces { findWrongNumbers(of: people, keys) }
    findWrongNumbersOfSizing()
  }

  private mutating func heads(_ heads: Int, _ keys: @autoclosure () -> [String]) {
    whole(heads, 0...Limits.heads, keys())
  }

  private mutating func shares(_ attendance: Attendance, _ keys: [String]) {
    for (month, value) in attendance.byMonth.enumerated() { share(value, keys + [String(month)]) }
  }

  private mutating func findWrongNumbers(of role: Role, _ keys: [String]) {
    if let attendance = role.attendance { shares(attendance, keys + ["attendance"]) }
    if let overtime = role.overtime { number(overtime, 0...Limits.payFactor, keys + ["overtime"]) }
    for premium in role.premiums {
      let keys = keys + ["premiums", premium.id]
      number(premium.extra, 0...Limits.payFactor, keys + ["extra"])
      if let hours = premium.hours {
        timeOfDay(hours.from, keys + ["from"])
        timeOfDay(hours.to, keys + ["to"])
        if hours.from == hours.to {
          note(keys + ["to"], "its hours end when they begin", "leave from and to out for all day")
        }
      }
      for weekday in premium.days?.weekdays.sorted() ?? [] { whole(weekday, 0...6, keys + ["days"]) }
    }
  }

  private mutating func findWrongNumbers(of staff: Staff, _ keys: [String]) {
    switch staff {
    case .shifts(let shifts):
      for entry in shifts {
        for count in entry.heads + [entry.holiday].compactMap(\.self) { heads(count, keys + [entry.shift]) }
      }
    case .intervals(let week):
      for (weekday, day) in week.enumerated() {
        for (interval, count) in day.enumerated() { heads(count, keys + [String(weekday), String(interval)]) }
      }
    case .rotation(let rotation):
      for (group, count) in rotation.groups.enumerated() {
        heads(count, keys + ["rotation", "groups", String(group)])
      }
    case .roster: break
    }
  }

  private mutating func findWrongNumbers(of people: Workforce, _ keys: [String]) {
    let most = Double(Limits.heads)
    let known = faults.count
    positive(people.establishment, to: most, keys + ["establishment"])
    number(people.strength, 0...most, keys + ["strength"])
    day(people.asOf, keys + ["asOf"])
    number(people.leavers, 0...Limits.leavers, keys + ["leavers"])
    for intake in people.intakes {
      let keys = keys + ["intakes", intake.id]
      day(intake.on, keys + ["on"])
      number(intake.heads, 0...most, keys + ["heads"])
      time(intake.training, 0...Limits.marginMilliseconds, keys + ["training"])
    }
    if let learning = people.learning {
      number(learning.slower, Limits.slower, keys + ["learning", "slower"])
      time(learning.over, 1...Limits.marginMilliseconds, keys + ["learning", "over"])
    }
    if faults.count == known, people.mostHeads(for: 1) > Limits.peopleForEachPost {
      note(
        keys + ["strength"],
        "with its intakes, there are more than \(Limits.peopleForEachPost) people for each post",
        "count strength and establishment of the same team")
    }
  }

  private mutating func findWrongNumbersOfSizing() {
    guard let sizing = scenario.sizing else { return }
    if let budget = sizing.budget { number(budget, 0...Limits.bound, ["size", "budget"]) }
    if let change = sizing.maxChange { heads(change, ["size", "maxChange"]) }
    for (key, groups) in [("teams", sizing.teams), ("hubs", sizing.hubs)] {
      for group in groups {
        for limit in group.limits {
          let keys = ["size", key, group.id, limit.shift]
          heads(limit.least, keys + ["min"])
          guard let most = limit.most else { continue }
          heads(most, keys + ["max"])
          if most < limit.least {
            note(keys, "max \(most) is less than min \(limit.least)", "let max be \(limit.least) or more")
          }
        }
      }
    }
  }
}
