// Things that are there twice: names tell things apart, and what is listed twice would count twice.
extension FaultFinder {
  mutating func findDoubles() {
    findDoubleParts()
    findDoublesOfContacts()
    findDoublesOfDemand()
    findDoublesOfStaff()
    findDoublesOfResponse()
  }

  /// Notes names that are no names, and those that two things of a list have.
  private mutating func names(_ names: [String], _ noun: String, _ keys: [String]) {
    for name in names where hasRoom {
      if !Limits.isName(name) {
        note(
          keys, "the name of a \(noun) is \(name.isEmpty ? "empty" : "not usable")",
          "give it 1 to \(Limits.nameLength) printable characters")
      }
    }
    let doubled = doubles(names)
    for name in doubled {
      note(keys + [name], "two \(noun)s are called “\(name.prefix(60))”", "give each a name of its own")
    }
    for name in doubles(names.map(\.withoutInvisibles)) where !doubled.contains(name) {
      note(keys + [name], "two \(noun)s look like “\(name.prefix(60))”", "give each a name that people can tell apart")
    }
  }

  /// Notes what a list names twice.
  private mutating func list(_ names: [String], _ noun: String, _ keys: [String]) {
    for name in doubles(names) {
      note(keys, "“\(name.prefix(60))” is listed twice", "list each \(noun) once")
    }
  }

  /// What is in a list more than once, in the order of the list.
  private func doubles<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var counts: [Element: Int] = [:]
    return elements.filter { element in
      counts[element, default: 0] += 1
      return counts[element] == 2
    }
  }

  private mutating func findDoubleParts() {
    names(scenario.channels.map(\.id), "channel", ["channels"])
    names(scenario.shifts.map(\.id), "shift", ["shifts"])
    names(scenario.teams.map(\.id), "team", ["teams"])
    names(scenario.surges.map(\.id), "surge", ["surges"])
    names(scenario.sites.map(\.id), "site", ["sites"])
    names(scenario.callers.map(\.id), "group", ["callers"])
    names(scenario.expectations.map(\.name), "expectation", ["expect"])
    for (key, groups) in [("teams", scenario.sizing?.teams ?? []), ("hubs", scenario.sizing?.hubs ?? [])] {
      list(groups.map(\.id), "of the \(key)", ["size", key])
      for group in groups { list(group.limits.map(\.shift), "shift", ["size", key, group.id]) }
    }
  }

  private mutating func findDoublesOfContacts() {
    for channel in scenario.channels {
      let keys = ["channels", channel.id]
      names(channel.front.map(\.id), "stage", keys + ["front"])
      names(channel.outcomes.map(\.name), "outcome", keys + ["outcomes"])
      list(channel.survey?.outcomes.map(\.outcome) ?? [], "outcome", keys + ["survey", "outcomes"])
      list(channel.routing.preempts, "channel", keys + ["preempts"])
      list(channel.routing.overflow?.teams ?? [], "team", keys + ["overflow", "teams"])
    }
    for (keys, stage) in scenario.placedStages { names(stage.options.map(\.id), "option", keys + ["options"]) }
    for (keys, outcome) in scenario.placedOutcomes {
      names(outcome.followUps.map(\.name), "follow-up", keys + ["followUps"])
    }
    for surge in scenario.surges { list(surge.teams, "team", ["surges", surge.id, "borrows"]) }
  }

  private mutating func findDoublesOfDemand() {
    for (keys, profile) in scenario.placedProfiles {
      names(profile.factors.map(\.name), "factor", keys + ["factors"])
      names(profile.messages.map(\.name), "message", keys + ["messages"])
    }
    for group in scenario.callers {
      list(group.channels.map(\.channel), "channel", ["callers", group.id, "channels"])
    }
    list(scenario.calendar.holidays.map { String($0) }, "holiday", ["calendar", "holidays"])
  }

  private mutating func findDoublesOfStaff() {
    for team in scenario.teams {
      list(team.answers, "channel", ["teams", team.id, "answers"])
      list(team.minimums.map(\.shift), "shift", ["teams", team.id, "minimum"])
    }
    for (keys, terms) in scenario.placedTerms {
      names(terms.role.premiums.map(\.id), "premium", keys + ["role", "premiums"])
    }
    for (keys, people) in scenario.placedWorkforces {
      names(people.intakes.map(\.id), "intake", keys + ["intakes"])
    }
    for (keys, staff) in scenario.placedStaffs {
      if case .shifts(let heads) = staff { list(heads.map(\.shift), "shift", keys) }
    }
  }

  private mutating func findDoublesOfResponse() {
    guard let response = scenario.response else { return }
    names(response.grades.map(\.id), "grade", ["response", "grades"])
    names(response.areas.map(\.id), "area", ["response", "areas"])
    names(response.hubs.map(\.id), "hub", ["response", "hubs"])
    names(response.logs.map(\.id), "log", ["response", "logs"])
    names((response.custody?.suites ?? []).map(\.id), "custody suite", ["response", "custody", "suites"])
    list(response.minimums.map(\.shift), "shift", ["response", "minimumOfficers"])
    for (keys, grade) in scenario.placedGrades {
      list(grade.preempts, "grade", keys + ["preempts"])
      list(grade.preemptsAtScene, "grade", keys + ["preemptsAtScene"])
    }
    for log in response.logs { list(log.grades.map(\.grade), "grade", ["response", "logs", log.id, "grades"]) }
    guard !response.travel.matrix.isEmpty else { return }
    list(response.placeNames, "hub, area and custody suite", ["response", "travel", "matrix"])
    for ends in doubles(response.travel.matrix.map({ [$0.from, $0.to].sorted() })) {
      note(
        ["response", "travel", "matrix"], "the journey between “\(ends[0])” and “\(ends[1])” is listed twice",
        "keep one of the two: a journey counts both ways")
    }
  }
}
