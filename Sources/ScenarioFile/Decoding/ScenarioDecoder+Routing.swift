import ContactCentre
import DiscreteEvents
import Writing

/// How contacts come to handlers beyond priority and skill.
extension ScenarioDecoder {
  func routing(_ fields: Fields, _ context: Context, channel: String) -> Channel.Routing {
    var routing = Channel.Routing(
      leavesFree: whole(fields, "leavesFree", default: 0), headStart: milliseconds(fields, "headStart", default: 0),
      waitWeight: number(fields, "waitWeight", default: 1))
    if let cursor = fields["preempts"] {
      routing.preempts = references(
        cursor, among: context.channelNames, count: 0...Limits.channels, noun: "channel")
      if routing.preempts.contains(channel) {
        log.error(
          cursor.place, cursor.path, "a channel cannot preempt itself",
          "name the channels whose work may wait, such as a deferred one")
      }
    }
    if let cursor = fields["overflow"] {
      let fields = self.fields(cursor, ScenarioFormat.overflow)
      routing.overflow = Channel.Overflow(
        after: milliseconds(fields, "after", default: 1), teams: teamNames(fields, "teams", context))
    }
    return routing
  }

  func surges(_ cursor: Cursor, _ context: Context) -> [Surge] {
    dictionary(cursor, noun: "surges", limit: Limits.surges).map { member in
      let fields = fields(member.cursor, ScenarioFormat.surge)
      let errorCount = log.errorCount
      let over = whole(fields, "over", default: 0)
      let until = whole(fields, "until", default: over / 2)
      if until > over, log.errorCount == errorCount, let cursor = fields["until"] {
        log.error(
          cursor.place, cursor.path, "the teams would be released while too many wait",
          "give “until” at most \(over), which is “over”")
      }
      return Surge(
        id: member.name, channel: reference(fields, "channel", among: context.channelNames, noun: "channel"),
        over: over, lasting: milliseconds(fields, "for", default: 0), until: until,
        teams: teamNames(fields, "borrows", context))
    }
  }

  private func teamNames(_ fields: Fields, _ key: String, _ context: Context) -> [String] {
    guard let cursor = fields[key] else { return [] }
    return references(cursor, among: context.teamNames, count: 1...Limits.teams, noun: "team")
  }

  /// Notes rules that change nothing, because no team could follow them.
  func warnOfRouting(_ scenario: Scenario, _ channels: Cursor) {
    for channel in scenario.channels {
      guard let cursor = channels.descendant([channel.id]) else { continue }
      let able = scenario.teams.filter { scenario.mayTake($0, channel) }
      let victims = cursor.descendant(["preempts"])
      for (index, victim) in channel.routing.preempts.enumerated()
      where !able.contains(where: { $0.answers.contains(victim) }) {
        guard let victims, case .array(let elements) = victims.tree.value else { continue }
        log.warning(
          elements[index].place, victims.path.appending(String(index)),
          "no team that takes “\(channel.id)” works on “\(victim)”",
          "add both to the answers of a team, or leave it out")
      }
      if channel.routing.leavesFree > 0, let most = able.map(\.staff.mostHeads).max(),
        channel.routing.leavesFree >= most, let cursor = cursor.descendant(["leavesFree"])
      {
        log.warning(
          cursor.place, cursor.path,
          "no team has more than \(Quantity.counted(most, "head")) at once, so that nobody is ever taken",
          "keep fewer free than a team has")
      }
    }
  }
}

extension Scenario {
  /// Whether a team may ever take a contact of a channel: it answers it, helps in a surge, or it overflows to it.
  fileprivate func mayTake(_ team: Team, _ channel: Channel) -> Bool {
    team.answers.contains(channel.id) || channel.routing.overflow?.teams.contains(team.id) == true
      || surges.contains { $0.channel == channel.id && $0.teams.contains(team.id) }
  }
}
