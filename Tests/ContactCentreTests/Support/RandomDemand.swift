import ContactCentre
import DiscreteEvents

/// Half of all scenarios get some of what changes who comes and what is chosen before the queue.
///
/// From dice of its own, so that what is added here leaves the rest of a scenario as it was.
func withChangedDemand(_ scenario: Scenario, _ seed: UInt64) -> Scenario {
  var maker = DemandMaker(dice: Dice(seed ^ 0xDE_AD00_0000))
  guard maker.dice.chance(0.5) else { return scenario }
  return maker.changed(scenario)
}

private struct DemandMaker {
  var dice: Dice

  mutating func changed(_ scenario: Scenario) -> Scenario {
    var changed = scenario
    let start = scenario.calendar.start
    if dice.chance(0.5) {
      changed.calendar.holidays = [scenario.calendar.zone.civilTime(at: start + .day).dayNumber]
    }
    for index in changed.channels.indices {
      if dice.chance(0.15) {
        changed.channels[index].arrivals = .appointments(makeBook())
      } else if case .profile(var profile) = changed.channels[index].arrivals, dice.chance(0.6) {
        change(&profile, from: start)
        changed.channels[index].arrivals = .profile(profile)
      }
      for stage in changed.channels[index].front.indices where dice.chance(0.5) {
        changed.channels[index].front[stage].options = makeOptions(scenario.channels.map(\.id))
      }
      for outcome in changed.channels[index].outcomes.indices where dice.chance(0.3) {
        changed.channels[index].outcomes[outcome].deterred = dice.pick([0.2, 0.7, 1])
      }
    }
    changed.callers = (0..<dice.below(3)).map { makeGroup("group \($0)", scenario.channels.map(\.id)) }
    return changed
  }

  private mutating func makeBook() -> AppointmentBook {
    let from = Milliseconds(dice.below(24)) * .hour
    return AppointmentBook(
      from: from, to: dice.pick([from + .hour, .day]), every: dice.pick([1, 15, 61]) * .minute,
      places: 1 + dice.below(3), days: (0..<7).map { _ in dice.chance(0.8) }, booked: dice.pick([1, 0.7]),
      shows: dice.pick([1, 0.5]),
      lateness: dice.pick([.constant(0), .exponential(mean: 600), .uniform(min: 0, max: 86_400)]),
      earliness: dice.pick([0, 7 * .minute, 3 * .hour]))
  }

  private mutating func change(_ profile: inout ArrivalProfile, from start: Milliseconds) {
    profile.scale = dice.pick([0.3, 1, 2])
    profile.holiday = dice.pick([nil, 0, 2])
    profile.factors = (0..<dice.below(3)).map { number in
      let from = start + Milliseconds(dice.below(1_600) - 100) * .minute
      return .init(
        name: "stretch \(number)", from: from, to: from + Milliseconds(1 + dice.below(600)) * .minute,
        times: dice.pick([0, 0.5, 3]))
    }
    profile.messages = (0..<dice.below(3)).map { number in
      .init(
        name: "message \(number)",
        at: (0...dice.below(8)).map { _ in
          .init(weekday: dice.below(7), timeOfDay: Milliseconds(dice.below(1_440)) * .minute)
        },
        sentTo: 500, replies: 0.05,
        after: dice.pick([.exponential(mean: 3_600), .constant(600), .lognormal(mean: 7_200, cv: 2)]))
    }
  }

  private mutating func makeOptions(_ channels: [String]) -> [FrontStage.Option] {
    (0...dice.below(3)).map { number in
      FrontStage.Option(
        id: "option \(number)", share: dice.pick([0, 0.1, 0.25]),
        takes: dice.pick([.constant(3), .exponential(mean: 9)]),
        contains: dice.pick([0, 0.3, 0.8]),
        divertsTo: dice.chance(0.5) ? [.init(to: dice.pick(channels), share: dice.pick([0.1, 0.2]))] : [])
    }
  }

  private mutating func makeGroup(_ id: String, _ channels: [String]) -> CallerGroup {
    CallerGroup(
      id: id,
      channels: channels.filter { _ in dice.chance(0.6) }.map { .init(channel: $0, share: dice.pick([0.1, 0.5])) },
      callers: dice.pick([1, 3, 40]), deterred: dice.pick([0, 0, 0.4]))
  }
}
