import ContactCentre
import DiscreteEvents

/// What can only be said of a scenario as a whole.
extension ScenarioDecoder {
  func checkWhole(_ scenario: Scenario, _ fields: Fields) {
    checkHeads(scenario, fields)
    checkDiversions(scenario, fields)
    checkVolume(scenario, fields)
    // Warnings about a scenario that is wrong would mostly be about what stands in for its errors.
    guard !log.hasErrors else { return }
    if let response = scenario.response, let cursor = fields["response"] {
      checkReserves(response, in: scenario, cursor)
    }
    warnOfChannels(scenario, fields)
    warnOfLimits(scenario, fields)
    warnOfTeams(scenario, fields)
    warnOfPeople(scenario, fields)
    if let cursor = fields["channels"] { warnOfRouting(scenario, cursor) }
    if let response = scenario.response, let cursor = fields["response"] { warn(of: response, in: scenario, cursor) }
  }

  private func checkHeads(_ scenario: Scenario, _ fields: Fields) {
    let response = scenario.response
    let handlers = scenario.teams.reduce(response?.dispatchers?.staff.mostHeads ?? 0) { $0 + $1.mostHeads }
    if handlers > Limits.heads, let cursor = fields["teams"] ?? fields["response"] {
      log.error(
        cursor.place, cursor.path, "the teams together roster \(handlers) heads",
        "roster at most \(Limits.heads) at once\(response?.dispatchers == nil ? "" : ", dispatchers included")")
    }
    // Whoever is brought in to make up a minimum comes on top of who is rostered.
    let minimums = response?.minimums.reduce(0) { $0 + $1.officers } ?? 0
    let officers = response?.hubs.reduce(minimums) { $0 + $1.officers.mostHeads + $1.diary.mostHeads } ?? 0
    if officers > Limits.heads, let cursor = fields["response"]?.descendant(["hubs"]) {
      log.error(
        cursor.place, cursor.path, "the hubs together roster \(officers) officers",
        "roster at most \(Limits.heads) at once, those that make up minimums included")
    }
  }

  private func checkVolume(_ scenario: Scenario, _ fields: Fields) {
    guard let cursor = fields["channels"] else { return }
    let calendar = scenario.calendar
    let days = Double(calendar.days) + Double(calendar.warmUp) / Double(Milliseconds.day)
    let logs = scenario.response?.logs ?? []
    let callers = scenario.channels.map { $0.arrivals.expected(inDays: days) }
    // Beyond any number that can be written as a whole one nobody cares how many.
    let contacts = min(
      1e15,
      (callers + logs.map { $0.arrivals.expected(inDays: days) }).reduce(0, +) + contactsLedTo(scenario, by: callers))
    if contacts > Limits.contacts {
      log.error(
        cursor.place, cursor.path,
        "about \(Int(min(contacts, 1e18) / 1e6)) million contacts\(logs.isEmpty ? "" : " and logged incidents") would come in one run",
        "simulate fewer days or smaller channels: at most \(Int(Limits.contacts / 1e6)) million contacts in one run")
    }
  }

  /// Notes channels whose contacts are passed on for ever.
  ///
  /// A contact leaves the circle where it may be contained or may queue, or be diverted to a channel where that is so;
  /// who can do none of these never leaves.
  private func checkDiversions(_ scenario: Scenario, _ fields: Fields) {
    var onward: [String: [String]] = [:]
    var ending: Set<String> = []
    for channel in scenario.channels {
      var targets: [String] = []
      var mayGoOn = true
      for stage in channel.front where mayGoOn {
        let ways = stage.ways.filter { $0.share > 1e-9 }
        targets += ways.flatMap(\.divertsTo).filter { $0.share > 0 }.map(\.to)
        if ways.contains(where: { $0.contains > 0 }) { ending.insert(channel.id) }
        mayGoOn = ways.contains { way in
          way.contains + way.divertsTo.reduce(0) { $0 + $1.share } < 1 - 1e-9
        }
      }
      if mayGoOn { ending.insert(channel.id) }
      onward[channel.id] = targets
    }
    var changed = true
    while changed {
      changed = false
      for channel in scenario.channels where !ending.contains(channel.id) {
        // A target that does not exist is another error's business.
        if onward[channel.id]?.contains(where: { ending.contains($0) || onward[$0] == nil }) == true {
          ending.insert(channel.id)
          changed = true
        }
      }
    }
    for channel in scenario.channels where !ending.contains(channel.id) {
      guard let cursor = fields["channels"], let front = cursor.tree[channel.id]?["front"] else { continue }
      log.error(
        front.place, cursor.path.appending(channel.id).appending("front"),
        "contacts are diverted from “\(channel.id)” in a circle that never ends",
        "let some be contained, or divert a share below 1")
    }
  }

  private func warnOfChannels(_ scenario: Scenario, _ fields: Fields) {
    guard let cursor = fields["channels"], case .object(let members) = cursor.tree.value else { return }
    let answered = Set(scenario.teams.flatMap(\.answers))
    let cameFrom = channelsLedTo(scenario)
    for (member, channel) in zip(members, scenario.channels) {
      let path = cursor.path.appending(channel.id)
      if member.value["arrivals"] == nil, !cameFrom.contains(channel.id) {
        log.warning(
          member.namePlace, path, "nobody comes by this channel",
          "give it arrivals, or let another channel lead to it: a diversion, a redial, a follow-up or a transfer")
      }
      if !answered.contains(channel.id) {
        if let target = member.value["target"] {
          log.warning(
            target.place, path.appending("target"), "a target is set for a channel that no team answers",
            "add \"\(channel.id)\" to the answers of a team")
        } else {
          log.warning(
            member.namePlace, path, "no team answers this channel", "add \"\(channel.id)\" to the answers of a team")
        }
      }
      if channel.kind == .call, channel.handling.mean > Limits.suspiciousCallHandling,
        let handling = member.value["handling"]
      {
        let hours = (channel.handling.mean / 360).rounded() / 10
        log.warning(
          handling.place, path.appending("handling"), "calls take \(hours) hours on average",
          "check the unit: a number without one is in seconds")
      }
    }
  }

  /// The channels to which others, or incidents, lead.
  private func channelsLedTo(_ scenario: Scenario) -> Set<String> {
    let fronts = scenario.channels.flatMap(\.front).flatMap(\.ways).flatMap(\.divertsTo).map(\.to)
    let outcomes = scenario.channels.flatMap(\.outcomes)
    let rings = (scenario.response?.grades ?? []).compactMap { $0.ringsAgain?.channel }
    return Set(
      fronts + rings + scenario.channels.compactMap { $0.redial?.to } + outcomes.compactMap { $0.transfer?.to }
        + outcomes.flatMap(\.followUps).map(\.to))
  }

  private func warnOfTeams(_ scenario: Scenario, _ fields: Fields) {
    guard let cursor = fields["teams"], case .object(let members) = cursor.tree.value else { return }
    for (member, team) in zip(members, scenario.teams) {
      let staff = member.value["staff"]
      let place = staff?.place ?? member.namePlace
      let path = cursor.path.appending(team.id).appending("staff")
      if team.staff.mostHeads == 0 {
        log.warning(place, path, "nobody is rostered in this team", "give it staff, for example staff: { earlies: 8 }")
      }
      warnOfSpan(
        team.staff, of: team.id, in: scenario.calendar, place, path,
        nobody: "nobody is rostered in this team during the simulated time")
    }
  }
}
