extension Scenario {
  /// What is drawn for a whole day or tour rather than for each contact, so that all contacts of a day share what comes
  /// of it: in a word each; none where contacts alone are drawn.
  package var sharedFates: [String] {
    let roles =
      teams.map(\.role) + (response.map { $0.hubs.map(\.role) + [$0.dispatchers?.role].compactMap(\.self) } ?? [])
    let arrivals = channels.map(\.arrivals) + (response?.logs ?? []).map(\.arrivals)
    var fates: [String] = []
    if roles.contains(where: { !($0.attendance ?? attendance).isFull }) { fates.append("attendance") }
    if roles.contains(where: { $0.lateness != nil }) { fates.append("lateness") }
    if teams.contains(where: { $0.people != nil }) { fates.append("unfilled posts") }
    if arrivals.contains(where: \.hasBusyness) { fates.append("busyness") }
    return fates
  }
}

extension Arrivals {
  fileprivate var hasBusyness: Bool {
    guard case .profile(let profile) = self, let busyness = profile.busyness else { return false }
    return busyness.day > 0 || busyness.interval > 0
  }
}
