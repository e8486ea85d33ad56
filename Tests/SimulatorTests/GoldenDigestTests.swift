import ContactCentre
import DiscreteEvents
import Testing

/// The fingerprints of five small runs, which debug and release builds on every machine must reproduce.
///
/// To refresh after a change that is meant to change draws or events: run this test and copy the digests it prints.
@Suite struct GoldenDigestTests {
  @Test(arguments: [
    ("voice", "73db2585a7d6d7b12c04e674d2b65a05"),
    ("blended", "8de685aed11e83590ffb8b7bfe87d90a"),
    ("traced", "6d35217f335a1883cbf346398534eca9"),
    ("attended", "18d2d4a9130366e2705700a85210afa0"),
    ("tabled", "672e164148a3a9572f95171190ec3e11"),
  ])
  func theRunIsTheOneOnEveryMachine(name: String, expected: String) throws {
    let scenario = try #require(Self.scenarios[name])
    let events = run(scenario, seed: 20_240_101, replication: 7)
    #expect(events.count > 500)
    #expect(digest(events).hexadecimal == expected, "(\"\(name)\", \"\(digest(events).hexadecimal)\"),")
  }

  private static let scenarios = [
    "voice": voice, "blended": blended, "traced": traced, "attended": GoldenResponses.attended,
    "tabled": GoldenResponses.tabled,
  ]

  /// Calls of two priorities, shifts with breaks, absence, redials, a busy year, a night on which the clocks change.
  private static let voice = Scenario(
    name: "voice",
    calendar: ScenarioCalendar(
      start: 1_667_041_200_000, days: 2, zone: unitedKingdom, warmUp: 3 * .hour, drain: .hour, interval: 30 * .minute),
    channels: [
      Channel(
        id: "999",
        arrivals: .profile(
          ArrivalProfile(
            perYear: 300 * 365, hourOfDay: (0..<24).map { Double(2 + $0 % 7) }, dayOfWeek: [1, 1, 1, 1, 1.2, 1.4, 1.3],
            month: [1, 1, 1, 1, 1, 1.1, 1.2, 1.1, 1, 1, 1, 1],
            busyness: .init(day: 0.1, interval: 0.2, correlation: 0.6))),
        priority: 10, patience: .weibull(mean: 240, shape: 0.8), handling: .lognormal(mean: 240, cv: 0.9),
        wrapUp: .exponential(mean: 60),
        outcomes: [.init(name: "P1", share: 0.2), .init(name: "P2", share: 0.3), .init(name: "resolved", share: 0.5)],
        redial: .init(probability: 0.8, after: .lognormal(mean: 120, cv: 1), to: "101", atMost: 3)),
      Channel(
        id: "101", arrivals: .profile(ArrivalProfile(perYear: 250 * 365)), patience: .exponential(mean: 600),
        handling: .gamma(mean: 420, cv: 0.7)),
    ],
    shifts: [
      Shift(id: "day", start: 7 * .hour, length: 12 * .hour, breaks: [.init(after: 5 * .hour, length: 45 * .minute)]),
      Shift(id: "night", start: 19 * .hour, length: 12 * .hour, breaks: [.init(after: 4 * .hour, length: .hour)]),
    ],
    teams: [
      Team(
        id: "desk", answers: ["999", "101"],
        staff: .shifts([.init(shift: "day", heads: daily(4)), .init(shift: "night", heads: daily(3))]))
    ], attendance: 0.9)

  /// Chats held several at once beside calls, fronts that contain and divert, staff by the hour.
  private static let blended = Scenario(
    name: "blended", calendar: ScenarioCalendar(start: monday),
    channels: [
      Channel(
        id: "101", arrivals: .profile(ArrivalProfile(perYear: 200 * 365)),
        front: [
          FrontStage(id: "operator", takes: .constant(5)),
          FrontStage(
            id: "ivr", takes: .uniform(min: 5, max: 40), contains: 0.1, divertsTo: [.init(to: "chat", share: 0.2)]),
        ],
        patience: .mixture([
          .init(weight: 1, distribution: .constant(5)), .init(weight: 4, distribution: .exponential(mean: 300)),
        ]),
        handling: .quantiles([
          .init(probability: 0, value: 20), .init(probability: 0.5, value: 200), .init(probability: 1, value: 900),
        ])),
      Channel(
        id: "chat", kind: .chat, arrivals: .profile(ArrivalProfile(perYear: 150 * 365)),
        patience: .exponential(mean: 200),
        handling: .empirical(values: [60, 120, 240, 480, 960]), wrapUp: .constant(15)),
    ],
    teams: [
      Team(id: "voice", answers: ["101"], staff: always(2)),
      Team(
        id: "chat", answers: ["chat", "101"], concurrency: 3, slowdown: [1, 1.2, 1.5],
        staff: .intervals(heads: (0..<7).map { _ in (0..<24).map { $0 < 7 ? 1 : 2 } })),
    ])

  /// Recorded contacts only, many at one instant.
  private static let traced = handMade(
    [
      channel("999", priority: 1, (0..<150).map(emergency)),
      channel("chat", .chat, (0..<60).map(conversation)),
    ],
    teams: [
      team("calls", "999", tours: [(0, 4_000), (60, 3_000)]),
      team("both", "999", "chat", concurrency: 2, slowdown: [1, 1.1], tours: [(0, 9_000), (600, 5_000)]),
    ])

  private static func emergency(_ number: Int) -> TraceRow {
    let time = Double(number / 3) * 60
    return caller(at: time, handling: Double(number % 7) * 20, patience: Double(number % 5) * 30)
  }

  private static func conversation(_ number: Int) -> TraceRow {
    caller(at: Double(number / 2) * 60, handling: Double(100 + number))
  }
}
