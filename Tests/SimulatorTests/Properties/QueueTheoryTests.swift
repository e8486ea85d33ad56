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

  /// A loss system of six handlers, two of them kept free for 999: 101 callers are lost from four busy on, 999 callers
  /// from six on. The share of time with n busy follows from what comes in and goes out of each n.
  @Test func handlersKeptFreeLoseTheShareThatTheoryHasIt() {
    func channel(_ id: String, perHour: Double, leavesFree: Int) -> Channel {
      Channel(
        id: id, arrivals: .profile(ArrivalProfile(perYear: perHour * 24 * 365)), patience: .constant(0),
        handling: .exponential(mean: 180), routing: .init(leavesFree: leavesFree))
    }
    let plan = Plan(
      Scenario(
        name: "trunk reservation", calendar: ScenarioCalendar(start: monday, warmUp: 2 * .hour),
        channels: [channel("999", perHour: 40, leavesFree: 0), channel("101", perHour: 60, leavesFree: 2)],
        teams: [Team(id: "desk", answers: ["999", "101"], staff: always(6))]))
    var shares = [1.0]
    for busy in 1...6 { shares.append(shares[busy - 1] * (busy <= 4 ? 5 : 2) / Double(busy)) }
    let whole = shares.reduce(0, +)
    var lost: [[Double]] = [[], []]
    for replication in 0..<60 {
      var channels: [UInt32: Int] = [:]
      var (came, gaveUp) = ([0.0, 0.0], [0.0, 0.0])
      for event in run(plan, replication: replication) where event.time >= plan.windowStart {
        if event.kind == .contactArrived {
          channels[event.subject] = Int(event.resource)
          came[Int(event.resource)] += 1
        } else if event.kind == .contactAbandoned, let channel = channels[event.subject] {
          gaveUp[channel] += 1
        }
      }
      for channel in 0..<2 { lost[channel].append(gaveUp[channel] / came[channel]) }
    }
    expect(lost[0], toAverage: shares[6] / whole, within: 0.25)
    expect(lost[1], toAverage: (shares[4] + shares[5] + shares[6]) / whole, within: 0.25)
  }

  /// One handler, calls that interrupt reports and reports that are taken up again (M/M/1, pre-emptive resume): a report
  /// takes (1/µ(1 - ρ₁ - ρ₂) + R) / ((1 - ρ₁)(1 - ρ₁ - ρ₂)) from its arrival to its end, with R = Σ λ E[S²] / 2, and calls
  /// know nothing of reports.
  @Test func interruptedWorkTakesAsLongAsTheoryHasIt() {
    let (calls, reports) = (8.0, 6.0)
    let (callTime, reportTime) = (180.0, 200.0)
    var interrupting = Channel(
      id: "999", arrivals: .profile(ArrivalProfile(perYear: calls * 24 * 365)), priority: 1,
      handling: .exponential(mean: callTime))
    interrupting.routing.preempts = ["online"]
    let plan = Plan(
      Scenario(
        name: "M/M/1 with interruption", calendar: ScenarioCalendar(start: monday, days: 8, warmUp: .day),
        channels: [
          interrupting,
          Channel(
            id: "online", kind: .deferred, arrivals: .profile(ArrivalProfile(perYear: reports * 24 * 365)),
            handling: .exponential(mean: reportTime)),
        ], teams: [Team(id: "desk", answers: ["999", "online"], staff: always(1))]))
    let (load1, load2) = (calls * callTime / 3_600, reports * reportTime / 3_600)
    let residual = (calls * callTime * callTime + reports * reportTime * reportTime) / 3_600
    let exact = (reportTime * (1 - load1 - load2) + residual) / ((1 - load1) * (1 - load1 - load2))
    var took: [[Double]] = [[], []]
    for replication in 0..<60 {
      var came: [UInt32: (time: Milliseconds, channel: Int)] = [:]
      var (sum, count) = ([0.0, 0.0], [0.0, 0.0])
      for event in run(plan, replication: replication) {
        if event.kind == .contactArrived, event.time >= plan.windowStart {
          came[event.subject] = (event.time, Int(event.resource))
        } else if event.kind == .handlingEnded, let contact = came[event.subject] {
          sum[contact.channel] += Double(event.time - contact.time) / 1_000
          count[contact.channel] += 1
        }
      }
      for channel in 0..<2 { took[channel].append(sum[channel] / count[channel]) }
    }
    expect(took[0], toAverage: callTime / (1 - load1), within: 0.25)
    expect(took[1], toAverage: exact, within: 0.3)
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
