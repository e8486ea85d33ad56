// Names of other things: each must be that of something there is.
extension FaultFinder {
  mutating func findUnknownNames() {
    let channels = Names("channel", scenario.channels.map(\.id))
    let teams = Names("team", scenario.teams.map(\.id))
    let shifts = Names("shift", scenario.shifts.map(\.id))
    findUnknownNamesOfContacts(channels)
    findUnknownNamesOfRouting(channels, teams)
    findUnknownNamesOfStaff(channels, shifts)
    findUnknownNamesOfResponse(channels, shifts)
  }

  /// What names of one kind there are.
  private struct Names {
    let noun: String
    private let names: Set<String>
    private let first: [String]

    init(_ noun: String, _ names: [String]) {
      self.noun = noun
      self.names = Set(names)
      first = Array(names.prefix(5))
    }

    func contains(_ name: String) -> Bool { names.contains(name) }

    var remedy: String {
      first.isEmpty
        ? "there are no \(noun)s: add one, or leave it out"
        : "name one of the \(noun)s: \(first.joined(separator: ", "))\(names.count > first.count ? ", …" : "")"
    }
  }

  @inline(never)
  private mutating func check(_ name: String, _ names: Names, _ keys: @autoclosure () -> [String]) {
    if !names.contains(name) { note(keys(), "there is no \(names.noun) “\(name.prefix(60))”", names.remedy) }
  }

  private mutating func check(_ list: [String], _ names: Names, _ keys: [String]) {
    for (number, name) in list.enumerated() { check(name, names, keys + [String(number)]) }
  }

  private mutating func findUnknownNamesOfContacts(_ channels: Names) {
    for (keys, stage) in scenario.placedStages {
      for diversion in stage.divertsTo { check(diversion.to, channels, keys + ["divertsTo"]) }
    }
    for (keys, option) in scenario.placedOptions {
      for diversion in option.divertsTo { check(diversion.to, channels, keys + ["divertsTo"]) }
    }
    for (keys, outcome) in scenario.placedOutcomes {
      if let transfer = outcome.transfer { check(transfer.to, channels, keys + ["transfer", "to"]) }
      for followUp in outcome.followUps { check(followUp.to, channels, keys + ["followUps", followUp.name, "to"]) }
    }
    for channel in scenario.channels {
      if let redial = channel.redial { check(redial.to, channels, ["channels", channel.id, "redial", "to"]) }
      let outcomes = Names("outcome", channel.outcomes.map(\.name) + [TraceRow.other])
      for factor in channel.survey?.outcomes ?? [] {
        check(factor.outcome, outcomes, ["channels", channel.id, "survey", "outcomes"])
      }
    }
    for group in scenario.callers {
      for share in group.channels { check(share.channel, channels, ["callers", group.id, "channels"]) }
    }
  }

  private mutating func findUnknownNamesOfRouting(_ channels: Names, _ teams: Names) {
    for channel in scenario.channels {
      check(channel.routing.preempts, channels, ["channels", channel.id, "preempts"])
      check(channel.routing.overflow?.teams ?? [], teams, ["channels", channel.id, "overflow", "teams"])
    }
    for surge in scenario.surges {
      check(surge.channel, channels, ["surges", surge.id, "channel"])
      check(surge.teams, teams, ["surges", surge.id, "borrows"])
    }
  }

  private mutating func findUnknownNamesOfStaff(_ channels: Names, _ shifts: Names) {
    let sites = Names("site", scenario.sites.map(\.id))
    for team in scenario.teams {
      check(team.answers, channels, ["teams", team.id, "answers"])
      if let site = team.site { check(site, sites, ["teams", team.id, "site"]) }
      for minimum in team.minimums { check(minimum.shift, shifts, ["teams", team.id, "minimum"]) }
    }
    for (keys, staff) in scenario.placedStaffs {
      switch staff {
      case .shifts(let heads): for entry in heads { check(entry.shift, shifts, keys) }
      case .rotation(let rotation):
        for (day, shift) in rotation.pattern.enumerated() {
          if let shift { check(shift, shifts, keys + ["rotation", "pattern", String(day)]) }
        }
      case .intervals, .roster: break
      }
    }
  }

  private mutating func findUnknownNamesOfResponse(_ channels: Names, _ shifts: Names) {
    guard let response = scenario.response else { return }
    let grades = Names("grade", response.grades.map(\.id))
    for (keys, outcome) in scenario.placedOutcomes {
      if let grade = outcome.grade { check(grade, grades, keys + ["grade"]) }
    }
    for (keys, grade) in scenario.placedGrades {
      check(grade.preempts, grades, keys + ["preempts"])
      check(grade.preemptsAtScene, grades, keys + ["preemptsAtScene"])
      if let regrade = grade.regrade { check(regrade.to, grades, keys + ["regrade", "to"]) }
      if let rings = grade.ringsAgain { check(rings.channel, channels, keys + ["ringsAgain", "channel"]) }
    }
    for log in response.logs {
      for share in log.grades { check(share.grade, grades, ["response", "logs", log.id, "grades"]) }
    }
    for minimum in response.minimums { check(minimum.shift, shifts, ["response", "minimumOfficers"]) }
    let places = Names("hub, area or custody suite", response.placeNames)
    for (number, leg) in response.travel.matrix.enumerated() {
      check(leg.from, places, ["response", "travel", "matrix", String(number), "from"])
      check(leg.to, places, ["response", "travel", "matrix", String(number), "to"])
    }
  }

  /// Those of what changes nothing about a simulation.
  mutating func findUnknownNamesOfSizing() {
    guard let sizing = scenario.sizing else { return }
    let teams = Names("team", scenario.teams.map(\.id))
    let shifts = Names("shift", scenario.shifts.map(\.id))
    let hubs = Names("hub", scenario.response?.hubs.map(\.id) ?? [])
    for (key, groups, names) in [("teams", sizing.teams, teams), ("hubs", sizing.hubs, hubs)] {
      for group in groups {
        check(group.id, names, ["size", key])
        for limit in group.limits { check(limit.shift, shifts, ["size", key, group.id]) }
      }
    }
  }

  /// Notes recorded contacts and incidents that turned out to be what their channel, or the response, does not know.
  mutating func findUnknownOutcomes() {
    for channel in scenario.channels {
      let outcomes = Names("outcome", channel.outcomes.map(\.name) + [TraceRow.other])
      check(channel.arrivals, outcomes, ["channels", channel.id, "arrivals", "trace"])
    }
    guard let response = scenario.response else { return }
    let grades = Names("grade", response.grades.map(\.id))
    for log in response.logs { check(log.arrivals, grades, ["response", "logs", log.id, "arrivals", "trace"]) }
  }

  private mutating func check(_ arrivals: Arrivals, _ outcomes: Names, _ keys: [String]) {
    guard case .trace(let rows) = arrivals else { return }
    for (number, row) in rows.enumerated() where hasRoom {
      if let outcome = row.outcome { check(outcome, outcomes, keys + [String(number), "outcome"]) }
    }
  }
}

extension Response {
  /// The names of all places that journeys lead to, in the order of their numbers.
  var placeNames: [String] { hubs.map(\.id) + areas.map(\.id) + (custody?.suites ?? []).map(\.id) }
}
