import ContactCentre
import DiscreteEvents
import Testing

/// A queue with a known exact answer. Few and short runs: enough to see a wrong rule, not a wrong fourth digit.
@Suite struct QueueTheoryTests {
  /// 100 calls an hour, 180 s of work, 600 s of patience, six handlers (M/M/6+M): published exact values.
  @Test func impatientCallersGiveUpAsTheoryHasIt() {
    let scenario = Scenario(
      name: "M/M/6+M", calendar: ScenarioCalendar(start: monday, warmUp: 2 * .hour),
      channels: [
        Channel(
          id: "101", arrivals: .profile(ArrivalProfile(perYear: 2_400 * 365)), patience: .exponential(mean: 600),
          handling: .exponential(mean: 180))
      ], teams: [Team(id: "desk", answers: ["101"], staff: always(6))])
    let plan = Plan(scenario)
    var abandoned: [Double] = []
    var waited: [Double] = []
    for replication in 0..<60 {
      let run = figures(plan, replication: replication)
      abandoned.append(run.abandoned)
      waited.append(run.waited)
    }
    expect(abandoned, toAverage: 0.05976200095, within: 0.25)
    expect(waited, toAverage: 35.85720057, within: 0.25)
  }

  /// Of those who came in the measured day: the share that gave up, and the mean wait in seconds of those who were
  /// answered or gave up.
  private func figures(_ plan: Plan, replication: Int) -> (abandoned: Double, waited: Double) {
    var arrival: [UInt32: Milliseconds] = [:]
    var gaveUp = 0.0
    var ended = 0.0
    var waited = 0.0
    for event in run(plan, replication: replication) {
      switch event.kind {
      case .contactArrived:
        if event.time >= plan.windowStart { arrival[event.subject] = event.time }
      case .contactAnswered, .contactAbandoned:
        guard let since = arrival[event.subject] else { continue }
        ended += 1
        waited += Double(event.time - since) / 1_000
        if event.kind == .contactAbandoned { gaveUp += 1 }
      default: break
      }
    }
    return (gaveUp / ended, waited / ended)
  }

  /// Student's t at 59 degrees of freedom exceeds 5.7 in one case in two million: with fixed seeds, a failure is a fault.
  private func expect(_ values: [Double], toAverage exact: Double, within tolerance: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let halfWidth = 5.7 * (variance / count).squareRoot()
    #expect(abs(mean - exact) < halfWidth, "\(mean) ± \(halfWidth), not \(exact)")
    // So wide an interval would prove nothing.
    #expect(halfWidth < tolerance * exact, "\(mean) ± \(halfWidth)")
  }
}
