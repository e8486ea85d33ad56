import ContactCentre
import DiscreteEvents
import Metrics
import Simulator
import Testing

/// Logs of whole runs, every figure compared with the one worked out naively.
@Suite struct SimulatedLogTests {
  /// A centre with everything in it, of random size and shape: stages that contain and divert, redials, chats, deferred
  /// work, breaks, absence, overtime, nights over a change of the clocks, a warm-up and a drain.
  private static func plan(seed: UInt64) -> Plan {
    var random = RandomKey(seed: seed).stream(3)
    func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * random.uniform() }
    let change = Milliseconds(CivilTime(year: 2022, month: 10, day: 30).dayNumber) * .day + .hour
    let zone = ZoneRules(
      name: "Somewhere", initialOffset: .hour, transitions: [.init(instant: change, offset: 0)])
    let calendar = ScenarioCalendar(
      start: change - Milliseconds(between(2, 20)) * .hour, days: random.uniform() < 0.5 ? 1 : 2, zone: zone,
      warmUp: Milliseconds(between(0, 5)) * .hour, drain: Milliseconds(between(0, 3)) * .hour)
    let channels = [
      Channel(
        id: "999", arrivals: .profile(ArrivalProfile(perYear: 365 * between(50, 400))),
        front: [FrontStage(id: "operator", takes: .exponential(mean: 5), counts: true)], priority: 10,
        patience: .exponential(mean: between(10, 300)), handling: .exponential(mean: 200),
        outcomes: [
          .init(name: "P1", share: 0.2, handling: .exponential(mean: 400)),
          .init(
            name: "P2", share: 0.3,
            followUps: [.init(name: "news", to: "report", probability: 0.6, after: .exponential(mean: 20_000))]),
          .init(name: "complex", share: 0.1, transfer: .init(to: "101", warm: .constant(40))),
          .init(name: "lost", share: 0.1, transfer: .init(to: "report")),
        ],
        redial: .init(probability: 0.7, after: .exponential(mean: 90), to: "101", atMost: 3),
        target: .init(share: 0.9, within: 10_000, shortAbandon: 5_000)),
      Channel(
        id: "101", arrivals: .profile(ArrivalProfile(perYear: 365 * between(50, 400))),
        front: [
          FrontStage(
            id: "menu", takes: .constant(20), contains: 0.2, divertsTo: [.init(to: "chat", share: 0.2)],
            options: [
              .init(id: "report", share: 0.3, takes: .exponential(mean: 9), contains: 0.4),
              .init(id: "officer", share: 0.2, takes: .constant(4), divertsTo: [.init(to: "999", share: 0.3)]),
            ]),
          FrontStage(id: "ring", takes: .constant(3), contains: 0.1, counts: true),
        ],
        patience: .exponential(mean: 200), handling: .exponential(mean: 300), wrapUp: .exponential(mean: 60),
        redial: .init(probability: 0.5, after: .exponential(mean: 600), to: "101", atMost: 2),
        callback: .init(whenWaiting: 1, accepts: 0.5, dialling: .constant(15), reached: 0.8),
        target: .init(share: 0.8, within: 60_000)),
      Channel(
        id: "chat", kind: .chat, arrivals: .profile(ArrivalProfile(perYear: 365 * between(10, 100))),
        front: [
          FrontStage(id: "bot", takes: .exponential(mean: 30), contains: 0.1, divertsTo: [.init(to: "101", share: 0.3)])
        ],
        patience: .exponential(mean: 400), handling: .exponential(mean: 500), wrapUp: .exponential(mean: 20),
        survey: .init(sample: 0.7, replies: 0.6, satisfied: 0.9, halfLife: 10 * .minute)),
      Channel(
        id: "report", kind: .deferred, arrivals: .profile(ArrivalProfile(perYear: 365 * between(10, 200))),
        handling: .exponential(mean: 600), wrapUp: .constant(30), outcomes: [.init(name: "crime", share: 0.5)],
        target: .init(share: 0.9, within: 2 * .hour)),
    ]
    func heads() -> [Int] { (0..<7).map { _ in Int(between(0, 5)) } }
    let shifts = [
      Shift(id: "day", start: 6 * .hour, length: 10 * .hour, breaks: [.init(after: 4 * .hour, length: .hour / 2)]),
      Shift(id: "night", start: 16 * .hour, length: 14 * .hour, breaks: [.init(after: 7 * .hour, length: .hour)]),
    ]
    let teams = [
      Team(
        id: "calls", answers: ["999", "101"],
        staff: .shifts([.init(shift: "day", heads: heads()), .init(shift: "night", heads: heads())]), costPerHour: 20),
      Team(
        id: "mixed", answers: ["101", "chat", "report"], concurrency: 3, slowdown: [1, 1.2, 1.5],
        staff: .shifts([.init(shift: "day", heads: heads()), .init(shift: "night", heads: heads())]), costPerHour: 15),
    ]
    var scenario = Scenario(
      name: "random", calendar: calendar, channels: channels, shifts: shifts, teams: teams, attendance: 0.8,
      callers: [
        CallerGroup(
          id: "frequent", channels: [.init(channel: "999", share: 0.2), .init(channel: "101", share: 0.3)],
          callers: 10),
        CallerGroup(id: "rare", channels: [.init(channel: "101", share: 0.3)], callers: 1_000),
      ])
    if seed % 2 == 0 { addPeople(to: &scenario, between) }
    return Plan(scenario)
  }

  /// Terms, people, a minimum, cover and a site that closes, all of them together.
  private static func addPeople(to scenario: inout Scenario, _ between: (Double, Double) -> Double) {
    let today = scenario.calendar.zone.civilTime(at: scenario.calendar.start).dayNumber
    scenario.calendar.holidays = [today + 1]
    scenario.teams[0].role = Role(
      attendance: 0.6, lateness: .exponential(mean: 900), overtime: 1.5,
      premiums: [
        Premium(id: "nights", hours: .init(from: 20 * .hour, to: 6 * .hour), extra: 0.2),
        Premium(id: "sundays", days: .init(weekdays: [6]), extra: 0.33),
        Premium(id: "holidays", days: .init(weekdays: [], holidays: true), extra: 1),
      ])
    scenario.teams[0].minimums = [.init(shift: "day", heads: 3)]
    scenario.teams[1].people = Workforce(
      establishment: 10, strength: 8.5, asOf: today, intakes: [.init(id: "new", on: today - 50, heads: 3)],
      learning: .init(slower: 1.4, over: 20 * .week))
    scenario.shifts[0].breaks[0].cover = 1
    let closes = scenario.calendar.start + Milliseconds(between(0, 20)) * .hour
    scenario.sites = [Site(id: "house", closures: [.init(from: closes, to: closes + 2 * .hour)])]
    for index in 0..<2 { scenario.teams[index].site = "house" }
  }

  private static func events(_ plan: Plan, seed: UInt64) -> [Event] {
    var simulation = Simulation(plan: plan, seed: seed, replication: 0)
    var log = EventLog()
    while simulation.advance({ log.append($0) }) {}
    return log.events()
  }

  @Test(arguments: UInt64(1)...12) func everyFigureIsTheNaiveOne(seed: UInt64) {
    let plan = Self.plan(seed: seed)
    let events = Self.events(plan, seed: seed)
    let naive = NaiveFigures(of: events, plan)
    let figures = Figures(plan, summary(of: events, plan))
    #expect(Set(naive.values.keys).subtracting(figures.catalogue.figures.map(\.name)).isEmpty)
    for (figure, value) in zip(figures.catalogue.figures, figures.values) {
      guard let expected = naive.values[figure.name] else {
        #expect(value.isNaN, "\(figure.name) is \(value)")
        continue
      }
      let isQuantile = figure.name.hasSuffix("median") || figure.name.contains(".p9")
      let tolerance = (isQuantile ? 0.0005 : 1e-13) * abs(expected)
      #expect(abs(value - expected) <= tolerance, "\(figure.name) is \(value), not \(expected)")
    }
  }

  @Test(arguments: UInt64(1)...4) func contactsAreConservedInEverySlice(seed: UInt64) {
    let plan = Self.plan(seed: seed)
    let events = Self.events(plan, seed: seed)
    // After any number of events, as if the run had ended there.
    for count in stride(from: 0, to: events.count, by: max(1, events.count / 7)) {
      for channel in summary(of: Array(events.prefix(count)), plan).channels {
        for tally in [channel.total] + channel.byHour + channel.byDay {
          let ended = tally.contained + tally.diverted + tally.answered + tally.abandoned
          #expect(tally.offered >= ended && tally.waiting == tally.offered - ended)
          #expect(tally.answeredIn10 <= tally.answeredIn60 && tally.answeredIn60 <= tally.answered)
          #expect(tally.abandonedLate + tally.abandonedShort <= tally.abandoned)
        }
        for slices in [channel.byHour, channel.byDay] {
          var sum = Tally()
          for slice in slices { sum.merge(slice) }
          #expect(sum == channel.total)
        }
        #expect(channel.speedOfAnswer.count == channel.total.answered)
        #expect(channel.speedOfAnswer.sum == channel.total.waited)
      }
    }
  }

  @Test func howALogIsCutDoesNotMatter() {
    let plan = Self.plan(seed: 5)
    let events = Self.events(plan, seed: 5)
    let whole = summary(of: events, plan, block: .max / 2)
    #expect(summary(of: events, plan, block: 1) == whole)
    #expect(summary(of: events, plan, block: 1_000) == whole)
  }

  @Test func mergingIsExactInAnyOrder() {
    let plan = Self.plan(seed: 6)
    let runs = (0..<4).map { summary(of: Self.events(plan, seed: 100 + $0), plan) }
    func merged(_ order: [Int]) -> Summary {
      var sum = runs[order[0]]
      for index in order.dropFirst() { sum.merge(runs[index]) }
      return sum
    }
    let forwards = merged([0, 1, 2, 3])
    #expect(merged([3, 1, 0, 2]) == forwards)
    var pairs = merged([2, 3])
    pairs.merge(merged([1, 0]))
    #expect(pairs == forwards)
    #expect(forwards.runs == 4)
    #expect(forwards.channels[0].total.offered == runs.reduce(0) { $0 + $1.channels[0].total.offered })
    #expect(forwards.teams[0].busy == runs.reduce(0) { $0 + $1.teams[0].busy })
  }
}
