/// Who answered.
extension LearnedScenario {
  /// The teams that the handlers named make up; and for each channel that none of them answers a team by itself, guessed.
  static func teams(
    _ records: ContactRecords, _ channels: [LearnedChannel], wholeDays: Set<Int>
  ) -> [LearnedTeam] {
    var teams: [LearnedTeam] = []
    var covered: Set<Int> = []
    var names = TeamNames()
    if records.hasAgents, records.agents > 0, !wholeDays.isEmpty {
      for team in StaffingFit.teams(records.activity, wholeDays: wholeDays) {
        let answers = team.channels.map { channels[$0].name }
        covered.formUnion(team.channels)
        teams.append(
          LearnedTeam(
            name: names.name(for: answers), answers: answers,
            heads: team.shifts.isEmpty
              ? team.heads.map { $0.map { Int($0.rounded()) } } : ShiftPatterns.heads(of: team.shifts),
            shifts: team.shifts, basis: .activity(handlers: team.handlers)))
      }
    }
    for (number, channel) in channels.enumerated() where !covered.contains(number) {
      let hours = FormulaStaffing.heads(records.channels[number], channel)
      teams.append(
        LearnedTeam(
          name: names.name(for: [channel.name]), answers: [channel.name],
          heads: hours.map { $0.flatMap { [$0, $0] } }, shifts: [], basis: .formula))
    }
    return teams
  }
}
