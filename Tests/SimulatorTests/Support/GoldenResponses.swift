import ContactCentre
import DiscreteEvents

/// What ``GoldenDigestTests`` fingerprint of incidents and units.
enum GoldenResponses {
  private static let places = [
    Location(latitude: 52.4862, longitude: -1.8904), Location(latitude: 52.4068, longitude: -1.5197),
    Location(latitude: 52.5862, longitude: -2.1282),
  ]

  private static let shifts = [
    Shift(
      id: "early", start: 7 * .hour, length: 9 * .hour,
      breaks: [.init(after: 3 * .hour, length: 45 * .minute, spread: 90 * .minute)]),
    Shift(id: "late", start: 15 * .hour, length: 9 * .hour, breaks: [.init(after: 4 * .hour, length: 45 * .minute)]),
    Shift(id: "night", start: 22 * .hour, length: 10 * .hour),
  ]

  /// Calls that raise incidents during and after the conversation; a desk, a rotation with overlaps, minimum staffing,
  /// rebalancing, diary units, custody, pre-emption on the way and at the scene, regrading, rings and withdrawals.
  static let attended = Scenario(
    name: "attended",
    calendar: ScenarioCalendar(
      start: 1_667_041_200_000, days: 2, zone: unitedKingdom, warmUp: 3 * .hour, drain: 2 * .hour),
    channels: [
      Channel(
        id: "999", arrivals: .profile(ArrivalProfile(perYear: 260 * 365)), priority: 1,
        patience: .exponential(mean: 300), handling: .lognormal(mean: 240, cv: 0.9), wrapUp: .exponential(mean: 60),
        outcomes: [
          .init(name: "P1", share: 0.25, grade: "P1", opens: .exponential(mean: 90)),
          .init(name: "P2", share: 0.25, grade: "P2", opens: .exponential(mean: 200)),
          .init(name: "P3", share: 0.2, grade: "P3"), .init(name: "resolved", share: 0.3),
        ])
    ],
    shifts: shifts,
    teams: [Team(id: "desk", answers: ["999"], staff: always(3))],
    attendance: 0.9,
    response: Response(
      clock: .arrival, grades: grades,
      areas: [
        Area(id: "city", centre: places[0], squareKilometres: 120, weight: 3),
        Area(id: "east", centre: places[1], squareKilometres: 99),
      ],
      hubs: [
        Hub(
          id: "centre", location: Location(latitude: 52.47, longitude: -1.9),
          officers: .rotation(
            .init(
              pattern: ["early", "early", "late", "late", "night", "night", nil, nil], firstDay: 19_000,
              groups: [4, 5, 4, 5])),
          diary: .shifts([.init(shift: "early", heads: daily(2))])),
        Hub(
          id: "coventry", location: places[1],
          officers: .shifts(shifts.map { .init(shift: $0.id, heads: daily(2)) })),
      ],
      singleCrewed: 0.3, minimums: [.init(shift: "night", officers: 5)], rebalances: true,
      travel: Travel(
        hourOfDay: (0..<24).map { $0 % 6 == 2 ? 1.25 : 1 }, variation: 0.3, mobilisation: .lognormal(mean: 90, cv: 0.5)),
      custody: Custody(
        suites: [.init(id: "one", location: places[0]), .init(id: "two", location: places[1])],
        takes: .gamma(mean: 3_600, cv: 0.5)),
      dispatchers: DispatchDesk(staff: always(1), takes: .exponential(mean: 75)),
      logs: [
        IncidentSource(
          id: "alarms", arrivals: .profile(ArrivalProfile(perYear: 40 * 365)),
          grades: [.init(grade: "P1", share: 0.2), .init(grade: "P3", share: 0.8)])
      ]))

  private static let grades: [Grade] = {
    var first = Grade(
      id: "P1", within: 15 * .minute, priority: 3, isBlueLight: true, preempts: ["P2", "P3"], preemptsAtScene: ["P3"],
      units: [0.5, 0.4, 0.1], scene: .lognormal(mean: 2_400, cv: 0.8), paperwork: .exponential(mean: 1_200),
      arrests: 0.2)
    first.cancelled = .init(share: 0.1, after: .exponential(mean: 900))
    var second = Grade(
      id: "P2", within: .hour, priority: 2, preempts: ["P3"], leavesFree: 1, scene: .gamma(mean: 2_000, cv: 0.7))
    second.resolved = .init(share: 0.2, after: .weibull(mean: 2_000, shape: 0.8))
    second.ringsAgain = .init(channel: "999", probability: 0.5, after: .exponential(mean: 1_800), atMost: 2)
    var third = Grade(id: "P3", within: 8 * .hour, priority: 1, leavesFree: 2, scene: .exponential(mean: 2_000))
    third.regrade = .init(to: "P4", share: 0.5, after: .exponential(mean: 3_000))
    let fourth = Grade(
      id: "P4", within: 48 * .hour, attendedBy: .diary, appointment: .uniform(min: 3_600, max: 40_000),
      scene: .constant(2_700))
    return [first, second, third, fourth]
  }()

  /// Recorded logs, many at one instant; a travel matrix, nearest hub first, no desk.
  static let tabled = Scenario(
    name: "tabled", calendar: ScenarioCalendar(start: monday), channels: [], teams: [],
    response: Response(
      policy: .nearestHub,
      grades: [
        Grade(
          id: "P1", within: 15 * .minute, priority: 1, isBlueLight: true, preempts: ["P2"], units: [0.5, 0.5],
          scene: .constant(900)),
        Grade(id: "P2", within: .hour, scene: .empirical(values: [600, 1_200, 2_400]), paperwork: .constant(300)),
      ],
      areas: places.enumerated().map { Area(id: "area \($0)", centre: $1, squareKilometres: 50) },
      hubs: places.prefix(2).enumerated().map { Hub(id: "hub \($0)", location: $1, officers: always(5)) },
      singleCrewed: 0.5,
      travel: Travel(mobilisation: .constant(45), matrix: legs),
      logs: [
        IncidentSource(
          id: "partners", arrivals: .trace((0..<240).map(partner)),
          grades: [.init(grade: "P1", share: 0.5), .init(grade: "P2", share: 0.5)])
      ]))

  private static let legs: [Travel.Leg] = {
    let names = ["hub 0", "hub 1", "area 0", "area 1", "area 2"]
    return names.indices.flatMap { from in
      names.indices.dropFirst(from).map { to in
        let routine = Double((to - from) * 300 + 120)
        return Travel.Leg(from: names[from], to: names[to], routine: routine, blueLight: routine / 2)
      }
    }
  }()

  private static func partner(_ number: Int) -> TraceRow {
    var row = TraceRow(time: monday + Milliseconds(number / 3) * 10 * .minute)
    if number % 3 == 0 { row.outcome = number % 2 == 0 ? "P1" : "P2" }
    if number % 4 == 0 { (row.latitude, row.longitude) = (52.5, -1.9) }
    return row
  }
}
