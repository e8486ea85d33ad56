import Watchroom

@testable import Experiments

/// Results made by hand, so that reports can be compared with what they should say, letter for letter.
enum Handmade {
  /// A night with a target that is missed, a channel without one, and two teams.
  static func scenario(
    name: String = "A handmade night", emergency: String = "999", team: String = "contact", days: Int = 1,
    expectations: [FigureExpectation] = expectations
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
      ],
      expectations: expectations)
  }

  /// The night with a response: a grade with a target that is missed, one without, two hubs, and dispatchers.
  static func response(grade: String = "P1", hub: String = "Park Lane") -> Scenario {
    var scenario = scenario(expectations: [])
    scenario.response = Response(
      clock: .answer,
      grades: [
        Grade(id: grade, within: 15 * .minute, target: 0.9, scene: .constant(600)),
        Grade(id: "P2", within: .hour, scene: .constant(600)),
      ], areas: [],
      hubs: [hub, "Stechford"].map {
        Hub(id: $0, location: Location(latitude: 52, longitude: -2), officers: .shifts([]), costPerHour: 30)
      },
      dispatchers: DispatchDesk(staff: .shifts([]), takes: .constant(30), costPerHour: 20))
    return scenario
  }

  /// A result in which every figure estimated is a round number of its own, unless `changed`.
  ///
  /// Its replications differ by a 64th above and below; with one replication only, there is no difference. A figure is
  /// undefined in those that `isDefined` says.
  static func result(
    _ scenario: Scenario = scenario(), replications: Int = 3, seed: UInt64 = 1,
    changed: (Figure, Double) -> Double = { $1 }, isDefined: (Figure, Int) -> Bool = { _, _ in true }
  ) -> ExperimentResult {
    let plan = Plan(scenario)
    let catalogue = FigureCatalogue(plan: plan)
    let estimated = catalogue.figures.filter { $0.kind == .estimate }
    let means = estimated.map { changed($0, mean($0)) }
    var recorder = Recorder(plan: plan)
    var digest = EventDigest()
    let events = scenario.response == nil ? waits : waits + responses
    recorder.fold(events.span)
    digest.fold(events.span)
    // The same over and over, so that no share is one of few cases.
    var summary = recorder.finish()
    for _ in 0..<12 { summary.merge(summary) }
    return ExperimentResult(
      plan: plan, seed: seed, catalogue: catalogue,
      samples: (0..<replications).map { index in
        let factor = replications == 1 ? 1 : 1 + Double(index % 3 - 1) / 64
        return zip(estimated, means).map { isDefined($0, index) ? $1 * factor : .nan }
      },
      summary: summary, digests: Array(repeating: digest, count: replications))
  }

  /// Five contacts of the first channel, who wait 0, 7, 26, 355 and 4,000 seconds, and one of the second that waits 600.
  private static let waits: [Event] = {
    let waits: [Milliseconds] = [0, 7, 26, 355, 4_000, 600]
    return waits.enumerated().flatMap { index, wait -> [Event] in
      let contact = UInt32(index)
      let arrival = Milliseconds(index) * .hour * 2
      let answer = arrival + wait * .second
      return [
        .contactArrived(at: arrival, contact: contact, channel: index < 5 ? 0 : 1, cell: 0, index: contact),
        .contactQueued(at: arrival, contact: contact, patience: Event.endless),
        .contactAnswered(at: answer, contact: contact, handler: 0, work: 233_000),
        .handlingEnded(at: answer + 233_000, contact: contact, handler: 0, wrapUp: 0, outcome: 0),
      ]
    }
  }()

  /// Six incidents of the first grade, to which a unit comes in 200, 400, 800 and 4,000 seconds and in 20 hours, and never.
  private static let responses: [Event] = {
    let opening = 11 * Milliseconds.hour
    let opened = (0..<UInt32(6)).map { number in
      Event.incidentOpened(
        at: opening, incident: number, contact: Event.noContact, grade: 0, latitude: 0, longitude: 0)
    }
    return opened
      + [200, 400, 800, 4_000, 72_000].enumerated().map { number, seconds in
        .unitAtScene(at: opening + seconds * .second, unit: 0, incident: UInt32(number), duration: 0)
      }
  }()

  /// One that fails, one that passes, one that is not certain.
  static let expectations = [
    FigureExpectation(
      name: "999 answered in 10 s", metric: "channels.999.serviceLevel.ofOffered", bound: .atLeast(0.9)),
    FigureExpectation(name: "the mean wait is short", metric: "channels.999.speedOfAnswer.mean", bound: .atMost(30)),
    FigureExpectation(name: "few are left waiting", metric: "channels.999.waitingAtEnd", bound: .atMost(1.75)),
  ]

  static let provenance = Provenance(
    scenarioDigest: "fedcba9876543210",
    command: ["watchroom", "run", "--seed", "1", "--replications", "20", "night.json5"])

  /// A value by the last key of a figure's name; those of an hour depend on the hour.
  private static func mean(_ figure: Figure) -> Double {
    let keys = figure.name.split(separator: ".").map(String.init)
    if let list = keys.firstIndex(of: "byHour"), let hour = Double(keys[list + 1]) {
      switch keys[keys.count - 1] {
      case "offered", "opened": return 16 * (hour + 1)
      case "answered": return 15 * (hour + 1)
      // Nobody came in the last hour, as it were.
      case "serviceLevel", "withinTarget": return hour == 23 ? .nan : 1 - hour / 32
      case "attendedShare": return hour == 23 ? .nan : 1 - hour / 128
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
      "shrinkage": 0.109375, "adherence": 0.96875, "overtimeCost": 270, "premiumCost": 324,
      "opened": 1_540, "attended": 1_386, "attendedShare": 0.9, "withinTarget": 0.8125, "retainedAtEnd": 38.5,
      "cancelled": 77, "resolvedWithoutDeployment": 38.5, "atMidnight": 21.5, "age": 54_000, "unitHours": 240,
      "utilisation": 0.6, "mobile": 0.2, "scene": 0.25, "custody": 0.1, "paperwork": 0.05, "free": 0.4,
      "officerHours": 432, "overtimeHours": 12, "asked": 300, "reached": 270, "replied": 45, "satisfied": 0.75,
    ]
    return values[keys[keys.count - 1]] ?? .nan
  }
}
