import ContactCentre
import DiscreteEvents

extension Relation {
  /// Parts that nobody uses change nothing: a channel on which nobody comes with every rule a channel may have, a team with
  /// every term a team may have and no staff, a skill that nobody needs, a shift that nobody works, a site where nobody
  /// sits, a surge that never begins.
  ///
  /// Rules make the simulation take other ways to the same answers, so this also sets these ways against each other. Where
  /// some channel interrupts work, the unused one does not: who is called away is asked by how long they have been at work
  /// that any channel of their team may interrupt (see ``World/choice(for:)``), so that one more such channel is not unused.
  static let unusedParts = Relation(name: "unused parts change nothing") { seed in
    let scenario = randomFloor(seed)
    var dice = Dice(seed ^ 0x04_05ED)
    var larger = scenario
    let channel = unusedChannel(beside: scenario, &dice)
    larger.channels.append(channel)
    if dice.chance(0.5) {
      // In the same measure for all, because who answers fewer channels is asked first.
      for index in larger.teams.indices { larger.teams[index].answers.append(channel.id) }
    }
    larger.sites.append(
      Site(
        id: "empty site",
        closures: [.init(from: scenario.calendar.start, to: scenario.calendar.start + 5 * .hour)]))
    larger.shifts.append(
      Shift(
        id: "unused shift", start: 8 * .hour, length: 8 * .hour, breaks: [.init(after: 0, length: .hour, cover: 3)]))
    larger.teams.append(emptyTeam(larger, &dice))
    if dice.chance(0.5) {
      larger.surges.append(
        Surge(
          id: "unused surge", channel: channel.id, over: 0, lasting: 0, until: 0, teams: larger.teams.map(\.id)))
    }
    return same(run(scenario, seed: seed), run(larger, seed: seed))
  }

  private static func unusedChannel(beside scenario: Scenario, _ dice: inout Dice) -> Channel {
    let others = scenario.channels.map(\.id)
    var channel = Channel(
      id: "unused", kind: dice.pick(Channel.Kind.allCases), priority: dice.pick([0, 1, 9]),
      patience: .exponential(mean: 60), handling: .exponential(mean: 60))
    if dice.chance(0.5) {
      channel.front = [
        FrontStage(
          id: "menu", contains: 0.5, divertsTo: [.init(to: others[0], share: 0.5)],
          options: [.init(id: "option", share: 1)])
      ]
    }
    if dice.chance(0.5) {
      channel.outcomes = [
        .init(
          name: "handed on", share: 0.5, handling: .constant(9),
          followUps: [.init(name: "news", to: others[0], after: .constant(1))],
          transfer: .init(to: others[0], warm: .constant(5)))
      ]
    }
    if dice.chance(0.5) { channel.callback = .init(whenWaiting: 0, accepts: 1) }
    if dice.chance(0.5) { channel.survey = .init(sample: 1, replies: 1, satisfied: 1, halfLife: .minute) }
    if dice.chance(0.5) { channel.redial = .init(probability: 1, after: .constant(1), to: others[0], atMost: 9) }
    if dice.chance(0.7) {
      let interrupts = dice.chance(0.7) && scenario.channels.allSatisfy(\.routing.preempts.isEmpty)
      channel.routing = .init(
        preempts: interrupts ? others : [], leavesFree: dice.below(3), headStart: dice.pick([0, .minute]),
        waitWeight: dice.pick([1, 3]), overflow: .init(after: .second, teams: scenario.teams.map(\.id)))
    }
    return channel
  }

  private static func emptyTeam(_ scenario: Scenario, _ dice: inout Dice) -> Team {
    var team = Team(
      id: "empty", answers: scenario.channels.map(\.id), concurrency: 3, slowdown: [1, 2, 3],
      staff: dice.pick([.roster([]), .shifts([.init(shift: "unused shift", heads: daily(0))])]), costPerHour: 1,
      minimums: [.init(shift: "unused shift", heads: 5)])
    if dice.chance(0.5) { team.site = "empty site" }
    if dice.chance(0.5) { team.role.lateness = .constant(600) }
    if dice.chance(0.5) { team.role.attendance = 0.5 }
    if dice.chance(0.5) {
      team.people = Workforce(
        establishment: 1, strength: 2, asOf: 19_000, intakes: [.init(id: "new", on: 18_990, heads: 1)],
        learning: .init(slower: 2, over: 9_000 * .day))
    }
    return team
  }
}
