import ContactCentre
import DiscreteEvents

/// A small scenario that differs with every seed and goes to the odd corners of what a scenario may say.
///
/// In half of them all lengths of time are few whole numbers of seconds, so that many things happen at one instant, which
/// is where orders of precedence matter.
func randomScenario(_ seed: UInt64) -> Scenario {
  var maker = ScenarioMaker(dice: Dice(seed))
  var scenario = withChangedDemand(maker.scenario(), seed)
  addPeople(to: &scenario, seed)
  scenario.addContactRules(seed)
  return scenario
}

/// As ``randomScenario(_:)``, with rules beyond priority and skill by which contacts come to handlers.
func randomCentre(_ seed: UInt64) -> Scenario {
  var maker = ScenarioMaker(dice: Dice(seed))
  var scenario = maker.scenario()
  maker.addRouting(to: &scenario)
  addPeople(to: &scenario, seed)
  scenario.addContactRules(seed)
  return scenario
}

/// Everything a contact floor may have at once: the rules of ``randomCentre(_:)``, the demand of ``randomScenario(_:)``, and
/// now and then a team that works in rotation.
func randomFloor(_ seed: UInt64) -> Scenario {
  var maker = ScenarioMaker(dice: Dice(seed ^ 0xF1_0042))
  var scenario = maker.scenario()
  maker.addRouting(to: &scenario)
  scenario = withChangedDemand(scenario, seed)
  maker.addRotation(to: &scenario)
  addPeople(to: &scenario, seed)
  scenario.addContactRules(seed)
  return scenario
}

private struct ScenarioMaker {
  var dice: Dice
  var isCoarse = false
  var names: [String] = []
  var calendar = ScenarioCalendar(start: monday)
  var shifts: [Shift] = []

  init(dice: Dice) { self.dice = dice }

  mutating func scenario() -> Scenario {
    isCoarse = dice.chance(0.5)
    names = Array(["999", "101", "chat", "web"].prefix(1 + dice.below(4)))
    calendar = makeCalendar()
    shifts = (0..<3).map { makeShift("shift \($0)") }
    let channels = names.map { makeChannel($0) }
    let teams = (0...dice.below(4)).map { makeTeam("team \($0)") }
    return Scenario(
      name: "random", calendar: calendar, channels: channels, shifts: shifts, teams: teams,
      attendance: dice.pick([1, 1, 1, 0.7, 0.2]))
  }

  /// Interruptions, handlers kept free, head starts, overflow and surges.
  mutating func addRouting(to scenario: inout Scenario) {
    let teams = scenario.teams.map(\.id)
    for index in scenario.channels.indices {
      let others = names.filter { $0 != scenario.channels[index].id }
      scenario.channels[index].routing = Channel.Routing(
        preempts: others.filter { _ in dice.chance(0.3) }, leavesFree: dice.pick([0, 0, 1, 2]),
        headStart: dice.pick([0, 0, 30 * .second]), waitWeight: dice.pick([1, 1, 2, 0.5]),
        overflow: dice.chance(0.3)
          ? .init(after: dice.pick([.second, 20 * .second, 5 * .minute]), teams: [dice.pick(teams)]) : nil)
    }
    for number in 0..<dice.below(3) {
      let over = dice.below(4)
      scenario.surges.append(
        Surge(
          id: "surge \(number)", channel: dice.pick(names), over: over, lasting: dice.pick([0, 10 * .second, .minute]),
          until: dice.below(over + 1), teams: [dice.pick(teams)]))
    }
  }

  /// One team of some scenarios works in a cycle of days.
  mutating func addRotation(to scenario: inout Scenario) {
    guard dice.chance(0.3) else { return }
    let rotation = Staff.Rotation(
      pattern: (0..<1 + dice.below(4)).map { _ in dice.chance(0.8) ? dice.pick(shifts).id : nil },
      firstDay: Int(calendar.start / .day) - dice.below(9) + 4,
      groups: (0..<1 + dice.below(3)).map { _ in dice.below(4) })
    scenario.teams[dice.below(scenario.teams.count)].staff = .rotation(rotation)
  }

  private mutating func makeCalendar() -> ScenarioCalendar {
    // The days on which the clocks of the United Kingdom change, and an ordinary one.
    let midnight: Milliseconds = dice.pick([monday, 1_648_252_800_000, 1_666_998_000_000])
    return ScenarioCalendar(
      start: midnight + Milliseconds(dice.below(24)) * .hour, days: 1, zone: midnight == monday ? .utc : unitedKingdom,
      warmUp: dice.pick([0, 0, 30 * .minute, 7 * .hour]), drain: dice.pick([0, 0, 10 * .minute, 5 * .hour]),
      interval: dice.pick([5 * .minute, 30 * .minute, .hour]))
  }

  private mutating func makeShift(_ id: String) -> Shift {
    let length = Milliseconds(1 + dice.below(dice.pick([6, 24]))) * 30 * .minute
    var breaks: [Shift.Break] = []
    var after: Milliseconds = 0
    for _ in 0..<dice.below(4) {
      after += Milliseconds(dice.below(8)) * 15 * .minute
      guard after < length else { break }
      breaks.append(
        .init(
          after: after, length: Milliseconds(dice.below(5)) * 10 * .minute, spread: dice.pick([0, 0, 45 * .minute])))
    }
    return Shift(id: id, start: Milliseconds(dice.below(48)) * 30 * .minute, length: length, breaks: breaks)
  }

  /// A length of time of about `scale` seconds.
  private mutating func duration(_ scale: Double) -> Distribution {
    if isCoarse {
      return dice.pick([
        .constant(scale), .constant((scale / 2).rounded()), .empirical(values: [0, (scale / 4).rounded(), scale]),
        .empirical(values: [1, 2, 3, 4, 5].map { ($0 * scale / 4).rounded() }),
      ])
    }
    return dice.pick([
      .exponential(mean: scale), .lognormal(mean: scale, cv: 1), .gamma(mean: scale, cv: 0.5),
      .weibull(mean: scale, shape: 0.8), .uniform(min: 0, max: 2 * scale), .constant(scale),
      .mixture([
        .init(weight: 1, distribution: .constant(0)), .init(weight: 2, distribution: .exponential(mean: scale)),
      ]),
      .quantiles([.init(probability: 0.1, value: 0), .init(probability: 0.9, value: 2 * scale)]),
    ])
  }

  private mutating func makeChannel(_ id: String) -> Channel {
    let outcomes = Array(
      [
        Channel.Outcome(name: "resolved", share: 0.5), .init(name: "record", share: 0.25),
        .init(name: "P1", share: 0.25),
      ]
      .prefix(dice.below(4)))
    var channel = Channel(
      id: id, kind: dice.pick(Channel.Kind.allCases.flatMap { Array(repeating: $0, count: $0.weight) }),
      arrivals: dice.chance(0.4) ? .trace(makeRows(outcomes)) : .profile(makeProfile()),
      priority: dice.pick([0, 0, 1, 2.5]), handling: duration(dice.pick([30, 300, 1_500])), outcomes: outcomes)
    channel.front = (0..<dice.pick([0, 0, 1, 3])).map { makeStage("stage \($0)") }
    channel.patience = dice.pick([.never, .constant(0), duration(20), duration(180), duration(600)])
    if dice.chance(0.5) { channel.wrapUp = duration(60) }
    if dice.chance(0.5) {
      channel.redial = .init(
        probability: dice.pick([0.3, 0.8, 1]), after: dice.chance(0.2) ? .constant(0) : duration(120),
        to: dice.pick(names), atMost: dice.below(6))
    }
    return channel
  }

  private mutating func makeStage(_ id: String) -> FrontStage {
    var stage = FrontStage(id: id, takes: dice.chance(0.3) ? .constant(0) : duration(dice.pick([4, 30])))
    stage.contains = dice.pick([0, 0, 0.1, 0.5])
    // To any channel, its own and those before it included: contacts may go round.
    for _ in 0..<dice.below(3) {
      stage.divertsTo.append(.init(to: dice.pick(names), share: dice.pick([0, 0.1, 0.25])))
    }
    return stage
  }

  private mutating func makeProfile() -> ArrivalProfile {
    var profile = ArrivalProfile(perYear: Double(20 + dice.below(180)) * 365)
    if dice.chance(0.5) { profile.hourOfDay = (0..<24).map { _ in Double(dice.below(4)) + 0.01 } }
    if dice.chance(0.4) {
      profile.busyness = .init(day: dice.pick([0, 0.3]), interval: dice.pick([0, 0.5]), correlation: 0.6)
    }
    return profile
  }

  /// A recorded hour or so, of which some may lie outside the run.
  private mutating func makeRows(_ outcomes: [Channel.Outcome]) -> [TraceRow] {
    let step: Milliseconds = isCoarse ? 10 * .second : 1
    let span = dice.pick([10 * Milliseconds.minute, .hour, 26 * .hour])
    let first = calendar.start + Milliseconds(dice.below(12) - 1) * .hour
    let times = (0..<(5 + dice.below(60))).map { _ in first + Milliseconds(dice.below(Int(span / step))) * step }
    return times.sorted().map { time in
      var row = TraceRow(time: time)
      if dice.chance(0.3) { row.handling = Double(dice.below(5)) * 30 }
      if dice.chance(0.2) { row.wrapUp = Double(dice.below(3)) * 15 }
      if dice.chance(0.3) { row.patience = dice.pick([0, 10, 60, .infinity]) }
      if dice.chance(0.2), !outcomes.isEmpty { row.outcome = dice.pick(outcomes).name }
      return row
    }
  }

  private mutating func makeTeam(_ id: String) -> Team {
    var answers = names.filter { _ in dice.chance(0.6) }
    if answers.isEmpty { answers = [dice.pick(names)] }
    let concurrency = dice.pick([1, 1, 2, 3, 4])
    let slowdown = (0..<concurrency).map { 1 + Double($0) * dice.pick([0, 0.25, 0.37]) }
    return Team(id: id, answers: answers, concurrency: concurrency, slowdown: slowdown, staff: makeStaff())
  }

  private mutating func makeStaff() -> Staff {
    switch dice.below(4) {
    case 0:
      let perDay = dice.pick([1, 24, 48])
      let most = dice.pick([2, 4])
      return .intervals(heads: (0..<7).map { _ in (0..<perDay).map { _ in dice.below(most) } })
    case 1:
      return .roster(
        (0..<(1 + dice.below(6))).map { number in
          let start = calendar.start + Milliseconds(dice.below(48) - 16) * 30 * .minute
          return .init(
            handler: "handler \(number)", start: start, end: start + Milliseconds(1 + dice.below(24)) * 30 * .minute)
        })
    default:
      return .shifts(
        shifts.map { shift in .init(shift: shift.id, heads: (0..<7).map { _ in dice.below(4) }) })
    }
  }
}

extension Channel.Kind {
  /// How often it is made, relative to the others.
  fileprivate var weight: Int {
    switch self {
    case .call, .chat: 2
    case .deferred, .visit: 1
    }
  }
}
