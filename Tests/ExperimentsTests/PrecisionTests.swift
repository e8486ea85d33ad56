import ContactCentre
import DiscreteEvents
import Testing

@testable import Experiments

/// How certain figures with targets are, and what that means for how many replications there are to be.
@Suite struct PrecisionTests {
  @Test func aFigureIsWaitedForThatMayYetBeDefinedAndOneThatCannotIsNot() {
    var certainty = TargetCertainty()
    #expect(certainty.widest == 0 && certainty.judged == 0)
    certainty.note("narrow", mean: 0.9, halfWidth: 0.01, isPossible: true)
    certainty.note("wide", mean: 0.5, halfWidth: 0.02, isPossible: true)
    certainty.note("nobody", mean: .nan, halfWidth: nil, isPossible: false)
    certainty.note("nowhere", mean: nil, halfWidth: nil, isPossible: false)
    let precision = Precision(halfWidth: 0.03, most: 100)
    #expect(certainty.widest == 0.02 && certainty.undefined == ["nobody", "nowhere"] && certainty.definedOnce == [])
    #expect(precision.next(after: 10, widest: certainty.widest) == nil)
    // Exactly as narrow as was asked for is narrow enough.
    #expect(precision.next(after: 10, widest: 0.03) == nil && precision.next(after: 10, widest: 0.031) == 20)
    var other = certainty
    certainty.note("once", mean: 1, halfWidth: nil, isPossible: true)
    #expect(certainty.widest == .infinity && certainty.definedOnce == ["once"])
    #expect(certainty.judged == 3)
    #expect(precision.next(after: 10, widest: certainty.widest) == 20)
    other.note("rare", mean: .nan, halfWidth: nil, isPossible: true)
    #expect(other.widest == .infinity && other.undefinedYet == ["rare"] && other.undefined == ["nobody", "nowhere"])
    #expect(other.judged == 2)
    #expect(precision.next(after: 100, widest: other.widest) == nil)
  }

  /// 22 July 2022 was a Friday.
  private static let friday: Milliseconds = 1_658_448_000_000
  private static let level = "channels.999.serviceLevel.ofOffered"

  /// A day of one channel with a target, and of others that may lead to it.
  private static func scenario(_ arrivals: Arrivals, _ others: [Channel] = [], response: Response? = nil) -> Scenario {
    Scenario(
      name: "rare", calendar: ScenarioCalendar(start: friday),
      channels: [
        Channel(id: "999", arrivals: arrivals, handling: .constant(60), target: .init(share: 0.9, within: 10_000))
      ] + others,
      teams: [
        Team(
          id: "calls", answers: ["999"],
          staff: .intervals(heads: Array(repeating: Array(repeating: 2, count: 24), count: 7)))
      ], response: response)
  }

  private static func certainty(_ scenario: Scenario) -> TargetCertainty {
    Experiment(plan: Plan(scenario), replications: 2).run().targetCertainty
  }

  /// A caller in ten years.
  private static let rare = Arrivals.profile(ArrivalProfile(perYear: 0.1))

  @Test func aRareCallIsWaitedForUntilThereAreAsManyReplicationsAsAllowed() {
    #expect(Self.certainty(Self.scenario(Self.rare)).undefinedYet == [Self.level])
    let experiment = Experiment(plan: Plan(Self.scenario(Self.rare)))
    #expect(experiment.run(until: Precision(halfWidth: 0.1, most: 35)).replications == 35)
    // Who cannot come is not waited for.
    let empty = Experiment(plan: Plan(Self.scenario(.nobody)))
    #expect(empty.run(until: Precision(halfWidth: 0.1, most: 35)).replications == 10)
  }

  @Test func aComparisonWaitsForWhatBothPlansMayDefine() {
    func undefined(_ variant: Arrivals) -> TargetCertainty {
      Comparison(
        base: Plan(Self.scenario(Self.rare)), variants: [.init(name: "other", plan: Plan(Self.scenario(variant)))],
        replications: 2
      ).run().targetCertainty
    }
    #expect(undefined(Self.rare).undefinedYet == ["\(Self.level) of “other”"])
    #expect(undefined(.nobody).undefined == ["\(Self.level) of “other”"])
  }

  @Test(
    arguments: [
      (Arrivals.nobody, false), (rare, true), (.profile(ArrivalProfile(perYear: 9, scale: 0)), false),
      (.profile(ArrivalProfile(perYear: 9, dayOfWeek: [1, 1, 1, 1, 0, 0, 0])), false),
      (.profile(ArrivalProfile(perYear: 9, dayOfWeek: [0, 0, 0, 0, 1, 0, 0])), true),
      (
        .profile(
          ArrivalProfile(
            perYear: 0,
            messages: [
              .init(name: "flu", at: [], sentTo: 5, replies: 0.1, after: .constant(1))
            ])), true
      ),
      (.trace([]), false), (.trace([TraceRow(time: friday + .day)]), false), (.trace([TraceRow(time: friday)]), true),
      (.appointments(AppointmentBook(from: 0, to: .hour, every: .hour)), true),
      (.appointments(AppointmentBook(from: 0, to: .hour, every: .hour, booked: 0)), false),
    ])
  func whoIsExpectedIsToldByTheArrivals(arrivals: Arrivals, isPossible: Bool) {
    #expect(Self.scenario(arrivals).possibleWays.channels == (isPossible ? ["999"] : []))
  }

  @Test func whatLeadsToAChannelLetsItBeOffered() {
    func source(_ change: (inout Channel) -> Void) -> Channel {
      var channel = Channel(id: "101", arrivals: Self.rare, handling: .constant(60))
      change(&channel)
      return channel
    }
    let leading = [
      source { $0.front = [FrontStage(id: "operator", divertsTo: [.init(to: "999", share: 0.1)])] },
      source { $0.redial = .init(probability: 0.5, after: .constant(9), to: "999", atMost: 1) },
      source { $0.outcomes = [.init(name: "urgent", share: 0.1, transfer: .init(to: "999"))] },
      source {
        $0.outcomes = [
          .init(name: "worse", share: 0.1, followUps: [.init(name: "again", to: "999", after: .constant(9))])
        ]
      },
    ]
    for channel in leading {
      #expect(Self.scenario(.nobody, [channel]).possibleWays.channels == ["101", "999"])
      // Nobody comes to what leads nowhere, nor by what nobody comes to.
      var idle = channel
      idle.arrivals = .nobody
      #expect(Self.scenario(.nobody, [idle]).possibleWays.channels.isEmpty)
    }
    #expect(Self.scenario(.nobody, [source { _ in }]).possibleWays.channels == ["101"])
  }

  @Test func gradesAreOfWhatContactsAndLogsOpen() {
    let grades = [
      Grade(id: "P1", within: 900_000, target: 0.9, scene: .constant(60)),
      Grade(
        id: "P2", within: 900_000, regrade: .init(to: "P1", share: 0.1, after: .constant(60)),
        ringsAgain: .init(channel: "999", probability: 0.1, after: .constant(60), atMost: 1), scene: .constant(60)),
      Grade(id: "P3", within: 900_000, scene: .constant(60)),
    ]
    func ways(_ logs: [IncidentSource], _ others: [Channel] = []) -> (channels: Set<String>, grades: Set<String>) {
      Self.scenario(.nobody, others, response: Response(grades: grades, areas: [], hubs: [], logs: logs)).possibleWays
    }
    #expect(ways([]).grades.isEmpty)
    let idle = ways([IncidentSource(id: "alarms", arrivals: .nobody, grades: [.init(grade: "P2", share: 1)])])
    #expect(idle.grades.isEmpty && idle.channels.isEmpty)
    // An incident of P2 may become one of P1, and be rung about.
    let alarms = ways([IncidentSource(id: "alarms", arrivals: Self.rare, grades: [.init(grade: "P2", share: 1)])])
    #expect(alarms.grades == ["P1", "P2"] && alarms.channels == ["999"])
    let recorded = Arrivals.trace([TraceRow(time: Self.friday, outcome: "P3")])
    #expect(ways([IncidentSource(id: "alarms", arrivals: recorded, grades: [])]).grades == ["P3"])
    let calls = Channel(
      id: "101", arrivals: Self.rare, handling: .constant(60), outcomes: [.init(name: "P3", share: 0, grade: "P3")])
    #expect(ways([], [calls]).grades == ["P3"])
  }
}
