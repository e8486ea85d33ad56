import ContactCentre
import DiscreteEvents

extension Scenario {
  /// Its callers as if they had been recorded: they come when they came before, and are known by their row.
  ///
  /// Who comes then no longer depends on the date. Nobody is deterred, because who was has not been recorded.
  func recorded(seed: UInt64) -> Scenario {
    var recorded = self
    let origin = calendar.start - calendar.warmUp
    let comers = ReferenceCaller.callers(in: self, seed: seed, replication: 0)
    for index in channels.indices {
      var known: [TraceRow] = []
      if case .trace(let rows) = channels[index].arrivals { known = rows }
      recorded.channels[index].arrivals = .trace(
        comers.filter { $0.channel == index }.map { comer in
          known.isEmpty ? TraceRow(time: comer.time + origin) : known[Int(comer.index)]
        })
      for outcome in channels[index].outcomes.indices { recorded.channels[index].outcomes[outcome].deterred = 0 }
    }
    for index in callers.indices { recorded.callers[index].deterred = 0 }
    return recorded
  }

  /// The same with everybody at work on time, and no more and no fewer than rostered.
  func withFullAttendance() -> Scenario {
    var full = self
    full.attendance = 1
    for index in teams.indices {
      full.teams[index].role.attendance = nil
      full.teams[index].role.lateness = nil
      full.teams[index].people = nil
    }
    return full
  }

  /// A scenario like it in which nothing is left to chance: callers are recorded with all that is to be known of them,
  /// every length of time is what it is, and every share is none or all.
  ///
  /// What depends on draws, which are keyed by names, rows and dates, then depends on nothing but the rules.
  func certain(_ seed: UInt64) -> Scenario {
    var maker = Certainty(dice: Dice(seed ^ 0xCE_27A1))
    var certain = recorded(seed: seed).withFullAttendance()
    certain.callers = []
    for index in certain.teams.indices where maker.dice.chance(0.2) {
      certain.teams[index].role.lateness = .constant(maker.dice.pick([0, 60, 900]))
    }
    // Contacts that follow others begin anew how often they redial, and those who redial how often they are followed:
    // with both certain, there would be no end.
    let redials = maker.dice.chance(0.5)
    for index in certain.channels.indices { maker.settle(&certain.channels[index], redials: redials) }
    return certain
  }
}

private struct Certainty {
  var dice: Dice

  /// All or nothing.
  private mutating func settled(_ share: Double, _ probability: Double = 0.5) -> Double {
    share > 0 && dice.chance(probability) ? 1 : 0
  }

  private mutating func settled(_ lengths: [Double]) -> Distribution { .constant(dice.pick(lengths)) }

  mutating func settle(_ channel: inout Channel, redials: Bool) {
    for index in channel.front.indices { settle(&channel.front[index]) }
    channel.patience = settled([0, 30, 90, 600, .infinity])
    channel.handling = settled([0, 45, 120, 300])
    channel.wrapUp = settled([0, 0, 20])
    var left = 1.0
    for index in channel.outcomes.indices {
      settle(&channel.outcomes[index], redials: redials)
      channel.outcomes[index].share = settled(left)
      left -= channel.outcomes[index].share
    }
    if let redial = channel.redial {
      channel.redial = Channel.Redial(
        probability: redials ? settled(redial.probability) : 0, after: settled([15, 200]), to: redial.to,
        atMost: min(3, redial.atMost))
    }
    if let callback = channel.callback {
      channel.callback = Channel.Callback(
        whenWaiting: callback.whenWaiting, accepts: settled(1), dialling: settled([0, 10]), reached: settled(1, 0.8))
    }
    if let survey = channel.survey {
      channel.survey = Channel.Survey(
        sample: settled(1), replies: settled(1), satisfied: 0, halfLife: survey.halfLife)
    }
    guard case .trace(var rows) = channel.arrivals else { return }
    for index in rows.indices {
      rows[index].handling = dice.pick([0, 30, 60, 60, 150, 400, 401.7])
      rows[index].wrapUp = dice.pick([0, 0, 15, 33.3])
      rows[index].patience = dice.pick([0, 10, 60, 100, 300, 300, .infinity])
      rows[index].outcome = (channel.outcomes.map(\.name) + [TraceRow.other])[dice.below(channel.outcomes.count + 1)]
    }
    channel.arrivals = .trace(rows)
  }

  private mutating func settle(_ stage: inout FrontStage) {
    stage.takes = settled([0, 5, 12])
    stage.contains = settled(stage.contains, 0.1)
    settle(&stage.divertsTo)
    var left = 1.0
    for index in stage.options.indices {
      stage.options[index].share = settled(left)
      left -= stage.options[index].share
      stage.options[index].takes = settled([0, 7])
      stage.options[index].contains = settled(stage.options[index].contains, 0.1)
      settle(&stage.options[index].divertsTo)
    }
  }

  private mutating func settle(_ diversions: inout [FrontStage.Diversion]) {
    var left = 1.0
    for index in diversions.indices {
      diversions[index].share = settled(min(left, diversions[index].share), 0.3)
      left -= diversions[index].share
    }
  }

  private mutating func settle(_ outcome: inout Channel.Outcome, redials: Bool) {
    if outcome.handling != nil { outcome.handling = settled([0, 50, 250]) }
    if outcome.wrapUp != nil { outcome.wrapUp = settled([0, 25]) }
    if redials || dice.chance(0.5) { outcome.transfer = nil }
    if outcome.transfer?.warm != nil { outcome.transfer?.warm = settled([0, 35]) }
    // At most one thing comes of one, or what comes of all would double sixteen times.
    let mayFollow = !redials && outcome.transfer == nil && dice.chance(0.3)
    outcome.followUps = Array(outcome.followUps.prefix(mayFollow ? 1 : 0))
    for index in outcome.followUps.indices {
      outcome.followUps[index].probability = 1
      outcome.followUps[index].after = settled([60, 1_800])
    }
  }
}
