// How many there may be of something, and where there must be one.
extension FaultFinder {
  mutating func findWrongCounts() {
    count(scenario.channels.count, 1...Limits.channels, "channels", ["channels"])
    count(scenario.teams.count, 0...Limits.teams, "teams", ["teams"])
    count(scenario.shifts.count, 0...Limits.shifts, "shifts", ["shifts"])
    count(scenario.surges.count, 0...Limits.surges, "surges", ["surges"])
    count(scenario.sites.count, 0...Limits.sites, "sites", ["sites"])
    count(scenario.callers.count, 0...Limits.callerGroups, "groups", ["callers"])
    count(scenario.expectations.count, 0...Limits.expectations, "expectations", ["expect"])
    count(scenario.calendar.holidays.count, 0...Limits.holidays, "holidays", ["calendar", "holidays"])
    findWrongCountsOfContacts()
    findWrongCountsOfPeople()
    findWrongCountsOfResponse()
  }

  private mutating func findWrongCountsOfContacts() {
    for channel in scenario.channels {
      let keys = ["channels", channel.id]
      count(channel.front.count, 0...Limits.frontStages, "stages", keys + ["front"])
      count(channel.outcomes.count, 0...Limits.outcomes, "outcomes", keys + ["outcomes"])
      if let overflow = channel.routing.overflow {
        count(overflow.teams.count, 1...Limits.teams, "teams", keys + ["overflow", "teams"])
      }
    }
    for (keys, stage) in scenario.placedStages {
      count(stage.options.count, 0...Limits.options, "options", keys + ["options"])
    }
    for (keys, outcome) in scenario.placedOutcomes {
      count(outcome.followUps.count, 0...Limits.followUps, "follow-ups", keys + ["followUps"])
    }
    for (keys, profile) in scenario.placedProfiles {
      count(profile.factors.count, 0...Limits.factors, "stretches of time", keys + ["factors"])
      count(profile.messages.count, 0...Limits.messages, "messages", keys + ["messages"])
      for message in profile.messages {
        count(
          message.at.count, 1...Limits.messageTimes, "times of the week", keys + ["messages", message.name, "at"])
      }
    }
    for surge in scenario.surges {
      count(surge.teams.count, 1...Limits.teams, "teams", ["surges", surge.id, "borrows"])
    }
  }

  private mutating func findWrongCountsOfPeople() {
    for shift in scenario.shifts {
      count(shift.breaks.count, 0...Limits.breaks, "breaks", ["shifts", shift.id, "breaks"])
    }
    for site in scenario.sites {
      count(site.closures.count, 0...Limits.closures, "closures", ["sites", site.id, "closed"])
    }
    for team in scenario.teams {
      count(team.answers.count, 1...Limits.channels, "channels", ["teams", team.id, "answers"])
    }
    for (keys, terms) in scenario.placedTerms {
      count(terms.role.premiums.count, 0...Limits.premiums, "premiums", keys + ["role", "premiums"])
    }
    for (keys, people) in scenario.placedWorkforces {
      count(people.intakes.count, 0...Limits.intakes, "intakes", keys + ["intakes"])
    }
    for (keys, staff) in scenario.placedStaffs {
      guard case .rotation(let rotation) = staff else { continue }
      count(rotation.pattern.count, 1...Limits.rotationDays, "days", keys + ["rotation", "pattern"])
      count(rotation.groups.count, 1...Limits.rotationGroups, "groups", keys + ["rotation", "groups"])
    }
  }

  private mutating func findWrongCountsOfResponse() {
    guard let response = scenario.response else { return }
    count(response.grades.count, 1...Limits.grades, "grades", ["response", "grades"])
    count(response.areas.count, 1...Limits.areas, "areas", ["response", "areas"])
    count(response.hubs.count, 1...Limits.hubs, "hubs", ["response", "hubs"])
    count(response.logs.count, 0...Limits.logs, "logs", ["response", "logs"])
    if let custody = response.custody {
      count(custody.suites.count, 1...Limits.custodySuites, "custody suites", ["response", "custody", "suites"])
    }
    for (keys, grade) in scenario.placedGrades {
      count(grade.units.count, 1...Limits.units, "shares", keys + ["units"])
      if grade.arrests > 0, response.custody == nil {
        note(
          ["response", "scene", grade.id, "arrests"], "there is no custody to take prisoners to",
          "give the response custody, or leave arrests out")
      }
    }
    for log in response.logs {
      if case .appointments = log.arrivals {
        note(
          ["response", "logs", log.id, "arrivals"], "incidents are not logged by appointment",
          "give a profile, or a trace")
      }
    }
  }

  @inline(never)
  private mutating func count(_ count: Int, _ range: ClosedRange<Int>, _ noun: String, _ keys: [String]) {
    if range.contains(count) { return }
    note(
      keys, count == 0 ? "this list is empty" : "these are \(count) \(noun)",
      count == 0 ? "give 1 to \(range.upperBound) \(noun)" : "there may be at most \(range.upperBound)")
  }
}
