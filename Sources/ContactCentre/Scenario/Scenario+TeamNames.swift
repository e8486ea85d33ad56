extension Scenario {
  /// The names of the teams in the order of their numbers, and last the dispatchers, if there are any: they are numbered as
  /// the team after all others.
  package var teamNames: [String] { teams.map(\.id) + (response?.dispatchers == nil ? [] : ["dispatchers"]) }
}
