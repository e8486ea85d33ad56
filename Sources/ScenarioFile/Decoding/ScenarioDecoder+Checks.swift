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
    warnOfCutChains(scenario, fields)
    warnOfUnattended(scenario, fields, told: warnOfTeams(scenario, fields))
    warnOfPeople(scenario, fields)
    if let cursor = fields["channels"] { warnOfRouting(scenario, cursor) }
    if let response = scenario.response, let cursor = fields["response"] { warn(of: response, in: scenario, cursor) }
  }

  private func checkHeads(_ scenario: Scenario, _ fields: Fields) {
    let response = scenario.response
    let handlers = scenario.mostHandlers
    if handlers > Limits.heads, let cursor = fields["teams"] ?? fields["response"] {
      log.error(
        cursor.place, cursor.path, "the teams together roster \(handlers) heads",
        "roster at most \(Limits.heads) at once\(response?.dispatchers == nil ? "" : ", dispatchers included")")
    }
    let officers = response?.mostOfficers ?? 0
    if officers > Limits.heads, let cursor = fields["response"]?.descendant(["hubs"]) {
      log.error(
        cursor.place, cursor.path, "the hubs together roster \(officers) officers",
        "roster at most \(Limits.heads) at once, those that make up minimums included")
    }
  }

  private func checkVolume(_ scenario: Scenario, _ fields: Fields) {
    guard let cursor = fields["channels"] else { return }
    let contacts = scenario.mostContacts
    let hasLogs = scenario.response?.logs.isEmpty == false
    if contacts > Limits.contacts {
      log.error(
        cursor.place, cursor.path,
        "about \(Int(contacts / 1e6)) million contacts\(hasLogs ? " and logged incidents" : "") would come in one run",
        "simulate fewer days or smaller channels: at most \(Int(Limits.contacts / 1e6)) million contacts in one run")
    }
  }

  /// Notes channels whose contacts are passed on for ever.
  private func checkDiversions(_ scenario: Scenario, _ fields: Fields) {
    for channel in scenario.channelsWithoutEnd {
      guard let cursor = fields["channels"], let front = cursor.tree[channel]?["front"] else { continue }
      log.error(
        front.place, cursor.path.appending(channel).appending("front"),
        "contacts are diverted from “\(channel)” in a circle that never ends",
        "let some be contained, or divert a share below 1")
    }
  }

  /// Warns of channels whose contacts go on leading to others until no more may.
  private func warnOfCutChains(_ scenario: Scenario, _ fields: Fields) {
    for channel in scenario.channelsCutShort {
      guard let cursor = fields["channels"], let tree = cursor.tree[channel] else { continue }
      log.warning(
        tree.place, cursor.path.appending(channel),
        "contacts that come of one another, from “\(channel)” on, end after sixteen: follow-ups, transfers and diversions "
          + "together", "for what comes again and again for longer, give the channel it comes on arrivals of its own")
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
      if channel.kind == .call, channel.handling.mean > FileLimits.suspiciousCallHandling,
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
    let rings = (scenario.response?.grades ?? []).compactMap { $0.ringsAgain?.channel }
    return Set(scenario.channels.flatMap(\.leadsTo) + rings)
  }

  /// The stretches of time, by team, in which it is said that nobody of the team is there; in milliseconds since the Unix
  /// epoch.
  private func warnOfTeams(_ scenario: Scenario, _ fields: Fields) -> [String: [Range<Milliseconds>]] {
    guard let cursor = fields["teams"], case .object(let members) = cursor.tree.value else { return [:] }
    var told: [String: [Range<Milliseconds>]] = [:]
    for (member, team) in zip(members, scenario.teams) {
      let staff = member.value["staff"]
      let place = staff?.place ?? member.namePlace
      let path = cursor.path.appending(team.id).appending("staff")
      if team.staff.mostHeads == 0 {
        log.warning(place, path, "nobody is rostered in this team", "give it staff, for example staff: { earlies: 8 }")
        told[team.id] = [.min..<(.max)]
        continue
      }
      if member.value["attendance"] == nil { warnOfMissingBreaks(team, in: scenario, path) }
      told[team.id] = warnOfSpan(
        team.staff, of: team.id, in: scenario.calendar, place, path,
        nobody: "nobody is rostered in this team during the simulated time")
    }
    return told
  }
}
