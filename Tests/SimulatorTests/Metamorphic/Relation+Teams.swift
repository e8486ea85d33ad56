import ContactCentre
import DiscreteEvents

extension Relation {
  /// A team split into two halves, one listed after the other, that work by the same rules: every contact is answered when
  /// it was, by somebody else perhaps, and as many handlers come, break and go when they did.
  ///
  /// Holds where it makes no difference who of a team answers: one contact in hand at a time that is not interrupted, breaks
  /// at the same time for all of a shift, one shift a team, nobody kept free or needed at work as cover.
  static let splitTeams = Relation(name: "two half teams do what the team did") { seed in
    var dice = Dice(seed ^ 0x5917)
    let scenario = alike(randomFloor(seed), &dice)
    let whole = run(scenario, seed: seed)
    let halves = run(split(scenario, &dice), seed: seed)
    func ofContacts(_ events: [Event]) -> [Event] {
      events.filter { !$0.isOfTour }.map { $0.isOfWork ? $0.with(resource: 0) : $0 }
    }
    func ofTours(_ events: [Event]) -> [String] {
      events.filter(\.isOfTour).map { "\($0.time): \($0.rawKind) for \($0.value), \($0.detail)" }
    }
    return same(ofContacts(whole), ofContacts(halves)) + sameInAnyOrder(ofTours(whole), ofTours(halves))
  }

  /// A scenario in which the handlers of a team are alike.
  private static func alike(_ scenario: Scenario, _ dice: inout Dice) -> Scenario {
    var alike = scenario.withFullAttendance()
    for index in alike.shifts.indices {
      for pause in alike.shifts[index].breaks.indices {
        alike.shifts[index].breaks[pause].spread = 0
        alike.shifts[index].breaks[pause].cover = 0
      }
    }
    for index in alike.channels.indices {
      alike.channels[index].routing.preempts = []
      alike.channels[index].routing.leavesFree = 0
    }
    for index in alike.teams.indices {
      alike.teams[index].concurrency = 1
      alike.teams[index].slowdown = [1]
      alike.teams[index].minimums = []
      let heads = (0..<7).map { _ in 2 * dice.below(4) }
      alike.teams[index].staff = .shifts([.init(shift: dice.pick(alike.shifts).id, heads: heads)])
    }
    return alike
  }

  /// Each team split, or some.
  private static func split(_ scenario: Scenario, _ dice: inout Dice) -> Scenario {
    var split = scenario
    split.teams = []
    var halves: [String: [String]] = [:]
    for team in scenario.teams {
      guard case .shifts(let entries) = team.staff, dice.chance(0.7) else {
        split.teams.append(team)
        continue
      }
      halves[team.id] = [team.id, team.id + ", second half"]
      for id in halves[team.id] ?? [] {
        var half = team
        half.id = id
        half.staff = .shifts([.init(shift: entries[0].shift, heads: entries[0].heads.map { $0 / 2 })])
        split.teams.append(half)
      }
    }
    func both(_ teams: [String]) -> [String] { teams.flatMap { halves[$0] ?? [$0] } }
    for index in split.channels.indices {
      let teams = split.channels[index].routing.overflow?.teams ?? []
      split.channels[index].routing.overflow?.teams = both(teams)
    }
    for index in split.surges.indices { split.surges[index].teams = both(split.surges[index].teams) }
    return split
  }
}
