import Watchroom

@testable import Experiments

/// Results made by hand, so that reports can be compared with what they should say, letter for letter.
enum Handmade {
  /// A night with a target that is missed, a channel without one, and two teams.
  static func scenario(
    name: String = "A handmade night", emergency: String = "999", team: String = "contact", days: Int = 1
  ) -> Scenario {
    let rising = ArrivalProfile(perYear: 885_504)
    let london = ZoneRules(
      name: "Europe/London", initialOffset: 0,
      transitions: [.init(instant: 1_648_342_800_000, offset: .hour), .init(instant: 1_667_091_600_000, offset: 0)])
    return Scenario(
      name: name,
      // 22 July 2022, 07:00 British Summer Time.
      calendar: ScenarioCalendar(start: 1_658_469_600_000, days: days, zone: london),
      channels: [
        Channel(
          id: emergency, arrivals: .profile(rising), handling: .constant(233),
          outcomes: [.init(name: "record", share: 0.2)], target: .init(share: 0.9, within: 10_000)),
        Channel(id: "online", kind: .deferred, arrivals: .profile(rising), handling: .constant(600)),
      ],
      teams: [
        Team(id: team, answers: [emergency], staff: .shifts([]), costPerHour: 18),
        Team(id: "desk", answers: ["online"], staff: .shifts([]), costPerHour: 15),
      ])
  }

  /// A result in which every figure is a round number of its own, unless `changed`.
  static func result(
    _ scenario: Scenario = scenario(), replications: Int = 20, seed: UInt64 = 1,
    expectations: [ExpectationResult] = expectations, changed: (Figure, Estimate) -> Estimate = { $1 }
  ) -> ExperimentResult {
    let plan = Plan(scenario)
    let catalogue = FigureCatalogue(plan: plan)
    let constants = catalogue.values(of: Recorder(plan: plan).finish())
    let estimates = zip(catalogue.figures, constants).map { figure, constant in
      guard figure.kind != .constant else { return Estimate(mean: constant, halfWidth: nil) }
      let mean = mean(figure)
      let hasInterval = figure.kind == .estimate && replications > 1 && mean.isFinite
      return Estimate(mean: mean, halfWidth: hasInterval ? mean / 64 : nil)
    }
    return ExperimentResult(
      scenario: scenario, seed: seed, replications: replications, catalogue: catalogue,
      start: scenario.calendar.start, end: scenario.calendar.end, events: 1_234_567, digest: "0123456789abcdef",
      estimates: zip(catalogue.figures, estimates).map(changed), expectations: expectations)
  }

  static let expectations = [
    ExpectationResult(
      name: "999 answered in 10 s", metric: "channels.999.serviceLevel.ofOffered", bound: .atLeast(0.9),
      value: Estimate(mean: 0.66, halfWidth: 0.01), verdict: .fail),
    ExpectationResult(
      name: "the mean wait is short", metric: "channels.999.speedOfAnswer.mean", bound: .atMost(30),
      value: Estimate(mean: 26, halfWidth: 1.5), verdict: .pass),
    ExpectationResult(
      name: "few are left waiting", metric: "channels.999.waitingAtEnd", bound: .atMost(2),
      value: Estimate(mean: 1.75, halfWidth: 0.5), verdict: .uncertain),
  ]

  /// An expectation called `name` that came true.
  static func expectation(_ name: String) -> ExpectationResult {
    ExpectationResult(
      name: name, metric: "channels.999.offered", bound: .atLeast(0), value: Estimate(mean: 1, halfWidth: nil),
      verdict: .pass)
  }

  static let provenance = Provenance(
    scenarioDigest: "fedcba9876543210",
    command: ["watchroom", "run", "--seed", "1", "--replications", "20", "night.json5"])

  /// A value by the last key of a figure's name; those of an hour depend on the hour.
  private static func mean(_ figure: Figure) -> Double {
    let keys = figure.name.split(separator: ".").map(String.init)
    if let list = keys.firstIndex(of: "byHour"), let hour = Double(keys[list + 1]) {
      switch keys[keys.count - 1] {
      case "offered": return 16 * (hour + 1)
      case "answered": return 15 * (hour + 1)
      // Nobody came in the last hour, as it were.
      case "serviceLevel": return hour == 23 ? .nan : 1 - hour / 32
      case "abandonmentRate": return hour == 23 ? .nan : hour / 64
      default: return hour == 23 ? .nan : hour * hour / 4
      }
    }
    let values: [String: Double] = [
      "offered": 2_426, "contained": 16, "diverted": 4, "answered": 2_256, "abandoned": 150, "waitingAtEnd": 1.75,
      "abandonmentRate": 0.0625, "abandonedAfterThreshold": 0.05, "ofOffered": 0.66, "ofAnswered": 0.7,
      "ofOfferedLessShortAbandons": 0.68, "to10": 0.7, "to60": 0.2, "over60": 0.1, "mean": 26, "median": 7, "p90": 62,
      "p95": 130, "p99": 355, "max": 4_000, "record": 448, "other": 1_808, "serviceLevel": 0.66, "speedOfAnswer": 26,
      "rosteredHours": 480, "staffedHours": 427.5, "occupancy": 0.82, "cost": 8_640, "total": 15_840,
    ]
    return values[keys[keys.count - 1]] ?? .nan
  }
}
