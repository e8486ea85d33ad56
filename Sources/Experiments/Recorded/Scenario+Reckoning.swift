import ContactCentre

extension Scenario {
  /// Whether the same events come to the same figures as in another scenario with the same channels, teams, grades and hubs:
  /// costs, premiums and targets change nothing of what happens, but what it is reckoned at.
  func isReckoned(as other: Scenario) -> Bool {
    func costs(_ cost: Double, _ role: Role) -> [Double?] { [cost, role.overtime] }
    guard channels.map(\.target) == other.channels.map(\.target),
      channels.map({ $0.front.map(\.counts) }) == other.channels.map({ $0.front.map(\.counts) }),
      teams.map({ costs($0.costPerHour, $0.role) }) == other.teams.map({ costs($0.costPerHour, $0.role) }),
      teams.map(\.role.premiums) == other.teams.map(\.role.premiums)
    else { return false }
    guard let response, let base = other.response else { return true }
    return response.clock == base.clock && response.grades.map(\.within) == base.grades.map(\.within)
      && response.grades.map(\.target) == base.grades.map(\.target)
      && response.hubs.map({ costs($0.costPerHour, $0.role) }) == base.hubs.map({ costs($0.costPerHour, $0.role) })
      && response.hubs.map(\.role.premiums) == base.hubs.map(\.role.premiums)
      && response.dispatchers.map { costs($0.costPerHour, $0.role) }
        == base.dispatchers.map { costs($0.costPerHour, $0.role) }
      && response.dispatchers?.role.premiums == base.dispatchers?.role.premiums
  }
}
