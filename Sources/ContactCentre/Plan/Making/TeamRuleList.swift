/// The teams of a plan while it is made: the scenario's, and then the dispatchers, if there are any.
struct TeamRuleList {
  private(set) var rules: [TeamRule] = []
  /// Each ready list's factor: see ``PlanTables/slowdowns``.
  private(set) var slowdowns: [Double] = []

  init(_ scenario: Scenario, _ routing: RoutingTables?, numberOfChannel: [String: Int]) {
    for (place, team) in scenario.teams.enumerated() {
      var rule = TeamRule(
        channels: 0, sharedChannels: 0, concurrency: team.concurrency, firstList: slowdowns.count,
        special: routing?.special(of: place) ?? 0, isCounted: routing?.isCounted(place) ?? false,
        interruptible: routing?.interruptible(of: place) ?? 0)
      for id in team.answers {
        guard let number = numberOfChannel[id] else { preconditionFailure("team \(team.id) answers unknown \(id)") }
        rule.channels |= 1 << UInt64(number)
        if scenario.channels[number].isConcurrent { rule.sharedChannels |= 1 << UInt64(number) }
      }
      rules.append(rule)
      slowdowns += (0..<team.concurrency).map { $0 < team.slowdown.count ? team.slowdown[$0] : 1 }
    }
    // Dispatchers answer nobody; otherwise their desk is a team like any other, the last.
    if scenario.response?.dispatchers != nil {
      rules.append(
        TeamRule(
          channels: 0, sharedChannels: 0, concurrency: 1, firstList: slowdowns.count, special: 0, isCounted: false,
          interruptible: 0))
      slowdowns.append(1)
    }
  }
}
