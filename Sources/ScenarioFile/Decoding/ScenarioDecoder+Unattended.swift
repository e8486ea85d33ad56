import ContactCentre
import DiscreteEvents

extension ScenarioDecoder {
  /// Warns of each channel to which contacts may come while nobody who answers it is on duty: when that is first so, and how
  /// often it is. Nothing is said of the stretches of time of which it is `told`, by team, that nobody of the teams that
  /// answer it is there.
  func warnOfUnattended(_ scenario: Scenario, _ fields: Fields, told: [String: [Range<Milliseconds>]]) {
    guard let cursor = fields["channels"], case .object(let members) = cursor.tree.value else { return }
    let all = scenario.unattendedStretches
    for (number, member) in members.enumerated() {
      let channel = scenario.channels[number].id
      let teams = scenario.teams.filter { $0.answers.contains(channel) }.map(\.id)
      let stretches = all[number].filter { stretch in
        !teams.allSatisfy { told[$0, default: []].contains { stretch.clamped(to: $0) == stretch } }
      }
      guard let first = stretches.first else { continue }
      func moment(_ instant: Milliseconds) -> String { scenario.calendar.zone.civilTime(at: instant).minuteText }
      let others = stretches.count - 1
      let more = others == 0 ? "" : ", nor at \(others) other time\(others == 1 ? "" : "s")"
      let whom = teams.count == 1 ? "“\(teams[0].prefix(60))”" : "a team that answers it"
      let comesOtherwise = scenario.sendersAtOnce(to: number).count > 1
      log.warning(
        member.namePlace, cursor.path.appending(channel),
        "nobody who answers “\(channel.prefix(60))” is on duty from \(moment(first.lowerBound)) to "
          + "\(moment(first.upperBound))\(more)",
        "roster somebody of \(whom) then, or, if the channel is closed then, let its arrivals have nobody come"
          + (comesOtherwise ? ", and none be diverted or transferred to it" : ""))
    }
  }
}
