import ContactCentre
import DiscreteEvents

extension Relation {
  /// What things are called makes no difference: channels, teams, shifts, sites, surges, stages, options, outcomes and
  /// follow-ups, with their order kept.
  ///
  /// Draws are keyed by the names of channels, teams and shifts; so nothing is left to chance.
  static let otherNames = Relation(name: "under other names, the same happens") { seed in
    let scenario = randomFloor(seed).certain(seed)
    var dice = Dice(seed ^ 0x2E_4A3E)
    // Before or after the others in any alphabet.
    var renamer = Renamer { old in dice.pick(["a", "Z", "ü", "0", "~"]) + " \(dice.below(1_000)) for \(old)" }
    return same(run(scenario, seed: seed), run(renamer.renamed(scenario), seed: seed))
  }
}

/// Gives everything in a scenario another name.
struct Renamer {
  /// A new name for an old one; asked once for each.
  let newName: (String) -> String
  /// New names by old ones; those of different things may be the same, and become the same.
  private var names: [String: String] = [TraceRow.other: TraceRow.other]

  init(newName: @escaping (String) -> String) { self.newName = newName }

  private mutating func name(_ old: String) -> String {
    if let new = names[old] { return new }
    let new = newName(old)
    names[old] = new
    return new
  }

  mutating func renamed(_ scenario: Scenario) -> Scenario {
    var renamed = scenario
    for index in scenario.channels.indices { rename(&renamed.channels[index]) }
    for index in scenario.shifts.indices { renamed.shifts[index].id = name(scenario.shifts[index].id) }
    for index in scenario.teams.indices { rename(&renamed.teams[index]) }
    for index in scenario.sites.indices { renamed.sites[index].id = name(scenario.sites[index].id) }
    for index in scenario.surges.indices {
      renamed.surges[index].id = name(scenario.surges[index].id)
      renamed.surges[index].channel = name(scenario.surges[index].channel)
      renamed.surges[index].teams = scenario.surges[index].teams.map { name($0) }
    }
    return renamed
  }

  private mutating func rename(_ channel: inout Channel) {
    channel.id = name(channel.id)
    for index in channel.front.indices { rename(&channel.front[index]) }
    for index in channel.outcomes.indices { rename(&channel.outcomes[index]) }
    if let redial = channel.redial { channel.redial?.to = name(redial.to) }
    for index in channel.survey?.outcomes.indices ?? 0..<0 {
      let old = channel.survey?.outcomes[index].outcome ?? ""
      channel.survey?.outcomes[index].outcome = name(old)
    }
    channel.routing.preempts = channel.routing.preempts.map { name($0) }
    if let teams = channel.routing.overflow?.teams { channel.routing.overflow?.teams = teams.map { name($0) } }
    guard case .trace(var rows) = channel.arrivals else { return }
    for index in rows.indices { rows[index].outcome = rows[index].outcome.map { name($0) } }
    channel.arrivals = .trace(rows)
  }

  private mutating func rename(_ stage: inout FrontStage) {
    stage.id = name(stage.id)
    for index in stage.divertsTo.indices { stage.divertsTo[index].to = name(stage.divertsTo[index].to) }
    for option in stage.options.indices {
      stage.options[option].id = name(stage.options[option].id)
      for index in stage.options[option].divertsTo.indices {
        stage.options[option].divertsTo[index].to = name(stage.options[option].divertsTo[index].to)
      }
    }
  }

  private mutating func rename(_ outcome: inout Channel.Outcome) {
    outcome.name = name(outcome.name)
    if let transfer = outcome.transfer { outcome.transfer?.to = name(transfer.to) }
    for index in outcome.followUps.indices {
      outcome.followUps[index].name = name(outcome.followUps[index].name)
      outcome.followUps[index].to = name(outcome.followUps[index].to)
    }
  }

  private mutating func rename(_ team: inout Team) {
    team.id = name(team.id)
    team.answers = team.answers.map { name($0) }
    team.site = team.site.map { name($0) }
    for index in team.minimums.indices { team.minimums[index].shift = name(team.minimums[index].shift) }
    switch team.staff {
    case .shifts(var entries):
      for index in entries.indices { entries[index].shift = name(entries[index].shift) }
      team.staff = .shifts(entries)
    case .rotation(var rotation):
      rotation.pattern = rotation.pattern.map { shift in shift.map { name($0) } }
      team.staff = .rotation(rotation)
    case .roster(var rows):
      for index in rows.indices { rows[index].handler = name(rows[index].handler) }
      team.staff = .roster(rows)
    case .intervals: break
    }
  }
}
