@testable import DiscreteEvents
import Synchronization
import Watchroom

/// Results that ContactCenters, the simulation library of the Université de Montréal, prints for its own examples: the
/// files MMC.res, MMCAb.res and SimpleMSK.res in doc/examples of umontreal-simul/contactcenters.
///
/// Each is of 1,000 days of which nothing is carried over to the next. Here a day is a run of its own: calls come in
/// its first hours, and in the others those still there are dealt with. MMCBlocked is left out: it turns callers away when
/// so many wait, and Watchroom's queues have no end.
struct ContactCenters {
  static let publishedDays = 1_000
  /// More than published, so that most of the chance in a comparison is theirs.
  static let days = 4_000

  let jobs: Int

  /// What is kept of one day.
  private struct Day {
    var channels: [Tally]
    var busy: Double
    var staffed: Double
    func sum(_ count: (Tally) -> UInt64) -> Double { Double(channels.reduce(0) { $0 + count($1) }) }
  }

  func prove() -> Bool {
    var comparison = Comparison()
    proveMMC(&comparison)
    proveMMCAb(&comparison)
    proveSimpleMSK(&comparison)
    return comparison.holds
  }

  private func published(_ mean: Double, _ low: Double, _ high: Double) -> Measured {
    Measured(mean, low, high, runs: Self.publishedDays)
  }

  // MARK: One team

  /// Eight hours of 4.2 calls a minute, two minutes' handling, 12 handlers, in time within 20 s.
  private func eightHours(patience: Distribution) -> [Day] {
    let hours = (0..<24).map { $0 < 8 ? 1.0 : 0 }
    let channel = Channel(
      id: "calls", arrivals: .profile(ArrivalProfile(perYear: 4.2 * 480 * 365, hourOfDay: hours)), patience: patience,
      handling: .exponential(mean: 120), target: .init(share: 0.8, within: 20_000, shortAbandon: 20_000))
    let plan = Plan(
      Scenario(
        name: "MMC", calendar: ScenarioCalendar(start: 1_640_995_200_000), channels: [channel],
        teams: [
          Team(
            id: "team", answers: ["calls"],
            staff: .intervals(heads: Array(repeating: Array(repeating: 12, count: 24), count: 7)))
        ]))
    return simulate { _ in
      plan
    } watching: {
      TeamTime(team: 0, end: 8 * .hour)
    } until: { _ in
      8 * .hour
    }
  }

  private func proveMMC(_ comparison: inout Comparison) {
    let days = eightHours(patience: .never)
    say("MMC: one queue, nobody gives up")
    comparison.compare(
      "answered in time, a day", Measured(meanOf: days.map { $0.sum(\.answeredInTime) }),
      with: published(1816.158, 1812.618, 1819.698))
    compareQueue(
      days, &comparison, inTime: published(0.902, 0.900, 0.904), wait: published(0.099, 0.097, 0.102),
      occupancy: published(0.695, 0.694, 0.697))
  }

  private func proveMMCAb(_ comparison: inout Comparison) {
    let days = eightHours(patience: .exponential(mean: 60))
    say("MMCAb: the same, with a mean patience of a minute")
    comparison.compare(
      "give up, a day", Measured(meanOf: days.map { $0.sum(\.abandoned) }), with: published(58.609, 57.660, 59.558))
    comparison.compare(
      "answered in time, a day", Measured(meanOf: days.map { $0.sum(\.answeredInTime) }),
      with: published(1906.008, 1903.785, 1908.231))
    compareQueue(
      days, &comparison, inTime: published(0.975, 0.974, 0.975), wait: published(0.024, 0.023, 0.024),
      occupancy: published(0.675, 0.674, 0.677))
    comparison.compare(
      "in time, less short abandons", lessShortAbandons(days), with: published(0.968, 0.968, 0.969), rounding: 0.0005)
  }

  private func compareQueue(
    _ days: [Day], _ comparison: inout Comparison, inTime: Measured, wait: Measured, occupancy: Measured
  ) {
    let answered = days.map { $0.sum(\.answered) }
    comparison.compare(
      "in time, of answered", Measured(ratioOf: days.map { $0.sum(\.answeredInTime) }, to: answered), with: inTime,
      rounding: 0.0005)
    comparison.compare(
      "mean wait, minutes",
      Measured(ratioOf: days.map { Double($0.channels[0].waited) / 60_000 }, to: answered), with: wait,
      rounding: 0.0005)
    comparison.compare("occupancy", self.occupancy(days), with: occupancy, rounding: 0.0005)
  }

  private func lessShortAbandons(_ days: [Day]) -> Measured {
    Measured(
      ratioOf: days.map { $0.sum(\.answeredInTime) },
      to: days.map { day in day.sum { $0.needingAnswer - $0.abandonedShort } })
  }

  private func occupancy(_ days: [Day]) -> Measured {
    Measured(ratioOf: days.map(\.busy), to: days.map(\.staffed))
  }

  // MARK: Three types of call, two teams

  /// Three types of call in three periods of two hours, after which those still there are dealt with. Types 0 and 1 are
  /// answered by group 0, types 1 and 2 by group 1, type 1 by group 0 if it has somebody free; whoever has waited longest
  /// comes first. How long a call takes and its caller waits depends on the period it comes in, so each type and period is
  /// a channel here. Two things need a hand from outside:
  ///
  /// - All rates of a day are multiplied by one gamma factor of shape 28.7 and mean one. In Watchroom channels have busy
  ///   days of their own, so each day is a scenario of its own, with its factor drawn here.
  /// - When a group shrinks, after four hours, ContactCenters lets those go who first have nothing in hand. Watchroom's
  ///   tours end for certain people, who finish the call they are on. So each day is simulated twice: once to see who will
  ///   have nothing in hand first, and again with the tours of just these people ending. What happens in the first four
  ///   hours is the same both times, as nothing then depends on when a tour will end.
  private func proveSimpleMSK(_ comparison: inout Comparison) {
    let factor = Sampler(.gamma(mean: 1, cv: 1 / 28.7.squareRoot()))
    let key = RandomKey(seed: 1).derived(named: "SimpleMSK")
    let days = simulate { day in
      var stream = key.derived(UInt64(day)).stream(0)
      let busyness = factor.draw(&stream)
      var watcher = FirstFree(at: SimpleMSK.shrinking)
      let rehearsal = SimpleMSK.plan(busyness: busyness, leaving: [[], []])
      var simulation = Simulation(plan: rehearsal, seed: 1, replication: day)
      while !watcher.isDone, simulation.advance({ watcher.fold($0) }) {}
      let leaving = SimpleMSK.groups.indices.map { group in
        watcher.firstFree(ofTeam: UInt16(group), SimpleMSK.groups[group].leaving)
      }
      return SimpleMSK.plan(busyness: busyness, leaving: leaving)
    } watching: {
      TeamTime(team: 0)
    } until: {
      max($0, 6 * .hour)
    }
    say("SimpleMSK: three types of call, two teams, busy and quiet days")
    comparison.compare(
      "answered, a day", Measured(meanOf: days.map { $0.sum(\.answered) }),
      with: published(4297.305, 4270.150, 4324.460))
    comparison.compare(
      "give up, a day", Measured(meanOf: days.map { $0.sum(\.abandoned) }), with: published(910.335, 876.133, 944.537))
    comparison.compare(
      "in time, less short abandons", lessShortAbandons(days), with: published(0.501, 0.494, 0.509), rounding: 0.0005)
    comparison.compare(
      "occupancy of group 0", occupancy(days), with: published(0.881, 0.877, 0.884), rounding: 0.0005)
    for (channel, interval) in Self.inTime.enumerated() {
      comparison.compare(
        "in time, type \(channel / 3) period \(channel % 3), a day",
        Measured(meanOf: days.map { Double($0.channels[channel].answeredInTime) }), with: interval)
    }
  }

  /// By type, then period.
  private static let inTime = [
    (170.154, 164.338, 175.970), (599.334, 594.159, 604.509), (15.490, 13.782, 17.198),
    (262.936, 254.597, 271.275), (511.648, 506.276, 517.020), (34.697, 31.270, 38.124),
    (259.806, 250.178, 269.434), (613.732, 607.586, 619.878), (24.888, 22.137, 27.639),
  ].map { Measured($0.0, $0.1, $0.2, runs: publishedDays) }

  // MARK: Days

  /// Simulates days; `end` says, given when the last call ended, until when handlers' time counts.
  private func simulate(
    _ plan: @Sendable (Int) -> Plan, watching makeWatcher: @Sendable () -> TeamTime,
    until end: @Sendable (Milliseconds) -> Milliseconds
  ) -> [Day] {
    let days = Mutex([Day?](repeating: nil, count: Self.days))
    concurrently(Self.days, jobs: jobs) { number in
      let plan = plan(number)
      var simulation = Simulation(plan: plan, seed: 1, replication: number)
      var recorder = Recorder(plan: plan)
      var watcher = makeWatcher()
      while simulation.advance({
        recorder.fold($0)
        watcher.fold($0)
      }) {}
      watcher.finish(at: end(watcher.lastEnd))
      let day = Day(
        channels: recorder.finish().channels.map(\.total), busy: Double(watcher.busy), staffed: Double(watcher.staffed))
      days.withLock { $0[number] = day }
    }
    return days.withLock { $0.compactMap(\.self) }
  }
}
