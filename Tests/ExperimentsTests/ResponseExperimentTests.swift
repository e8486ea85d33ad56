import ContactCentre
import DiscreteEvents
import Experiments
import Testing

@Suite struct ResponseExperimentTests {
  /// A day of incidents, two hubs and a dispatcher.
  static let plan = Plan(
    Scenario(
      name: "units", calendar: ScenarioCalendar(start: 1_658_448_000_000, warmUp: .hour, drain: .hour),
      channels: [],
      teams: [],
      attendance: 0.9,
      response: Response(
        grades: [
          Grade(id: "P1", within: 15 * .minute, priority: 1, preempts: ["P2"], scene: .exponential(mean: 1_800)),
          Grade(id: "P2", within: .hour, units: [0.7, 0.3], scene: .lognormal(mean: 2_400, cv: 1)),
        ],
        areas: [Area(id: "town", centre: Location(latitude: 52.5, longitude: -1.9), squareKilometres: 90)],
        hubs: [-1.95, -1.85].map { longitude in
          Hub(
            id: "\(longitude)", location: Location(latitude: 52.48, longitude: longitude),
            officers: .intervals(heads: Array(repeating: Array(repeating: 5, count: 24), count: 7)))
        },
        singleCrewed: 0.3, travel: Travel(variation: 0.3, mobilisation: .exponential(mean: 60)),
        dispatchers: DispatchDesk(
          staff: .intervals(heads: Array(repeating: [1], count: 7)), takes: .exponential(mean: 60)),
        logs: [
          IncidentSource(
            id: "partners", arrivals: .profile(ArrivalProfile(perYear: 120 * 365)),
            grades: [.init(grade: "P1", share: 0.4), .init(grade: "P2", share: 0.6)])
        ])))

  @Test func jobsDoNotShow() {
    let results = [1, 2, 5].map { Experiment(plan: Self.plan, seed: 7, replications: 5, jobs: $0).run() }
    for result in results.dropFirst() {
      #expect(result.digest == results[0].digest && result.events == results[0].events)
      #expect(result.summary == results[0].summary)
      #expect(bits(result) == bits(results[0]))
    }
    #expect(results[0].events > 2_000)
    let other = Experiment(plan: Self.plan, seed: 8, replications: 5).run()
    #expect(other.digest != results[0].digest)
  }

  private func bits(_ result: ExperimentResult) -> [[UInt64]] {
    result.estimates.map { [$0.mean.bitPattern, $0.halfWidth?.bitPattern ?? 0] }
  }
}
