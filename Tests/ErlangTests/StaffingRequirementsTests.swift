import DiscreteEvents
import Erlang
import Testing

/// Requirements interval by interval, by Erlang's formulas.
@Suite struct StaffingRequirementsTests {
  private static let noon = CivilTime(year: 2_025, month: 5, day: 26, timeOfDay: 12 * .hour)

  private func volume(_ offered: Double, handling: Double? = 200, length: Double = 1_800) -> IntervalVolume {
    IntervalVolume(start: Self.noon, length: length, offered: offered, handling: handling)
  }

  /// Every interval has what its load by itself takes, and one handler fewer misses a goal.
  @Test(arguments: 0..<40)
  func everyIntervalHasTheFewestHandlersOfItsOwnLoad(number: Int) throws {
    var stream = RandomKey(seed: 29).derived(UInt64(number)).stream(1)
    let patience = number.isMultiple(of: 2) ? 30 + stream.uniform() * 900 : nil
    let within = number.isMultiple(of: 5) ? 0 : stream.uniform() * 60
    var goals: [StaffingGoal] = [.serviceLevel(atLeast: 0.5 + stream.uniform() * 0.49, within: within)]
    if number.isMultiple(of: 3) { goals.append(.occupancy(atMost: 0.3 + stream.uniform() * 0.6)) }
    if number.isMultiple(of: 4), patience != nil { goals.append(.abandonment(atMost: 0.01 + stream.uniform() * 0.1)) }
    let volumes = (0..<12).map { _ in
      volume(
        PortableMath.exp(stream.uniform() * 10 - 3), handling: 20 + stream.uniform() * 600,
        length: stream.uniform() < 0.5 ? 1_800 : 3_600)
    }
    let requirements = StaffingRequirements(volumes: volumes, patience: patience, within: within, goals: goals)
    #expect(requirements.intervals.map(\.volume) == volumes)
    for (interval, volume) in zip(requirements.intervals, volumes) {
      let handling = try #require(volume.handling)
      let demand = QueueDemand(calls: volume.offered, per: volume.length, handling: handling, patience: patience)
      let queue = demand.queue(handlers: interval.required)
      #expect(interval.load == demand.load && interval.rostered == nil)
      #expect(goals.allSatisfy { $0.isMet(by: queue) })
      #expect(interval.required == demand.fewestHandlers(meeting: goals))
      if interval.required > 1 {
        let fewer = demand.queue(handlers: interval.required - 1)
        #expect(!goals.allSatisfy { $0.isMet(by: fewer) })
      }
      let figures = try #require(interval.queue)
      #expect(figures.serviceLevel == queue.serviceLevel(within: within))
      #expect(figures.serviceLevelOfAnswered == queue.serviceLevelOfAnswered(within: within))
      #expect(figures.abandonment == queue.abandonment && figures.occupancy == queue.occupancy)
      #expect(figures.meanWait == queue.meanWait && figures.meanWaitOfAnswered == queue.meanWaitOfAnswered)
    }
  }

  @Test func whereNobodyComesNobodyIsRequired() throws {
    let requirements = StaffingRequirements(
      volumes: [volume(0, handling: nil), volume(0), volume(0.001)], within: 10,
      goals: [.serviceLevel(atLeast: 0.9, within: 10)], shrinkage: 0.3)
    #expect(requirements.intervals.map(\.required) == [0, 0, 1])
    #expect(requirements.intervals.map(\.rostered) == [0, 0, 2])
    #expect(requirements.intervals.map { $0.queue == nil } == [true, true, false])
    let nobody = RequirementTotals(requirements.intervals.prefix(2))
    #expect(nobody.offered == 0 && nobody.requiredHours == 0 && nobody.rosteredHours == 0 && nobody.peak == nil)
    #expect(nobody.serviceLevel == nil && nobody.serviceLevelOfAnswered == nil && nobody.abandonment == nil)
    #expect(nobody.meanWait == nil && nobody.meanWaitOfAnswered == nil && nobody.occupancy == nil)
  }

  /// Of handlers and per cent, which whole numbers can tell exactly.
  @Test func thoseRosteredAreRoundedUpFromTheExactShare() {
    for percent in 1...99 {
      for handlers in Array(0...300) + [999, 12_345, 1_000_000] {
        let exact = (handlers * 100 + (100 - percent) - 1) / (100 - percent)
        let found = StaffingRequirements.rostered(for: handlers, shrinkage: Double(percent) / 100)
        #expect(found == exact, "\(handlers) at \(percent)%")
      }
    }
    #expect(StaffingRequirements.rostered(for: 7, shrinkage: 0) == 7)
    #expect(StaffingRequirements.rostered(for: 7, shrinkage: 0.3001) == 11)
  }

  @Test func totalsAreThoseOfCallersAndHours() throws {
    let goals = [StaffingGoal.serviceLevel(atLeast: 0.8, within: 20)]
    // The second lasts twice as long, as on the night the clocks go back.
    let volumes = [volume(30), volume(90, length: 3_600), volume(0), volume(200, handling: 100)]
    let requirements = StaffingRequirements(
      volumes: volumes, patience: 300, within: 20, goals: goals, shrinkage: 0.25)
    let totals = RequirementTotals(requirements.intervals)
    let hours = [0.5, 1, 0.5, 0.5]
    let all = Array(zip(requirements.intervals, hours))
    #expect(totals.offered == 320)
    expectClose(totals.loadHours, (30 * 200 + 90 * 200 + 200 * 100) / 3_600, within: 1e-12)
    expectClose(totals.requiredHours, all.reduce(0) { $0 + Double($1.0.required) * $1.1 }, within: 1e-12)
    expectClose(
      try #require(totals.rosteredHours), all.reduce(0) { $0 + Double($1.0.rostered ?? 0) * $1.1 }, within: 1e-12)
    let queues = requirements.intervals.compactMap { interval in interval.queue.map { (interval.volume.offered, $0) } }
    let inTime = queues.reduce(0) { $0 + $1.0 * $1.1.serviceLevel }
    let answered = queues.reduce(0) { $0 + $1.0 * (1 - $1.1.abandonment) }
    expectClose(try #require(totals.serviceLevel), inTime / 320, within: 1e-12)
    expectClose(try #require(totals.serviceLevelOfAnswered), inTime / answered, within: 1e-12)
    expectClose(try #require(totals.abandonment), 1 - answered / 320, within: 1e-9)
    expectClose(try #require(totals.meanWait), queues.reduce(0) { $0 + $1.0 * $1.1.meanWait } / 320, within: 1e-12)
    expectClose(
      try #require(totals.meanWaitOfAnswered),
      queues.reduce(0) { $0 + $1.0 * (1 - $1.1.abandonment) * $1.1.meanWaitOfAnswered } / answered, within: 1e-12)
    let busy = zip(hours, requirements.intervals).reduce(0) {
      $0 + $1.0 * Double($1.1.required) * ($1.1.queue?.occupancy ?? 0)
    }
    expectClose(try #require(totals.occupancy), busy / totals.requiredHours, within: 1e-12)
    #expect(totals.peak?.required == requirements.intervals.map(\.required).max())
    // Who gives up is no work.
    #expect(busy < totals.loadHours)
  }
}
