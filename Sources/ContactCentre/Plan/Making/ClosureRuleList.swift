import DiscreteEvents

/// When the sites of teams are closed, while a plan is made.
struct ClosureRuleList {
  /// By team, where its closures are.
  private(set) var rules: [ClosureRule]
  private(set) var closures: [Site.Closure] = []

  /// - Parameter teamCount: how many teams the plan has: the scenario's, and the dispatchers, who are at no site.
  init(_ scenario: Scenario, teamCount: Int, origin: Milliseconds) {
    rules = Array(repeating: ClosureRule(first: 0, count: 0), count: teamCount)
    for (number, team) in scenario.teams.enumerated() {
      guard let site = scenario.sites.first(where: { $0.id == team.site }) else { continue }
      let stretches = site.closedStretches
      rules[number] = ClosureRule(first: closures.count, count: stretches.count)
      closures += stretches.map { Site.Closure(from: $0.from - origin, to: $0.to - origin) }
    }
  }
}
