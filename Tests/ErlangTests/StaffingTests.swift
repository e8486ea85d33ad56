import Erlang
import Testing

@Suite struct StaffingTests {
  static let demands = [0.02, 0.6, 5, 47.3, 800].flatMap { load in
    [nil, 20, 600].map { QueueDemand(calls: load, per: 180, handling: 180, patience: $0) }
  }
  static let goals: [[StaffingGoal]] = [
    [.serviceLevel(atLeast: 0.9, within: 10)], [.serviceLevel(atLeast: 0.2, within: 0)],
    [.serviceLevel(atLeast: 0.9999, within: 60)], [.abandonment(atMost: 0.03)], [.abandonment(atMost: 0.7)],
    [.occupancy(atMost: 0.85)], [.serviceLevel(atLeast: 0.8, within: 20), .abandonment(atMost: 0.05)],
    [.serviceLevel(atLeast: 0.8, within: 20), .occupancy(atMost: 0.4)],
  ]

  @Test func oneFewerIsTooFew() {
    for demand in Self.demands {
      for goals in Self.goals {
        let handlers = demand.fewestHandlers(meeting: goals)
        let queue = demand.queue(handlers: handlers)
        #expect(goals.allSatisfy { $0.isMet(by: queue) })
        if handlers > 1 {
          let fewer = demand.queue(handlers: handlers - 1)
          #expect(!goals.allSatisfy { $0.isMet(by: fewer) })
        }
      }
    }
  }

  @Test func nobodyGivesUpSoStabilityDecides() {
    for load in [0.5, 4.999, 5, 5.001, 100] {
      let demand = QueueDemand(calls: load, per: 1, handling: 1)
      let least = ErlangC.fewestStableHandlers(load: load)
      #expect(demand.fewestHandlers(meeting: [.abandonment(atMost: 0.01)]) == least)
      #expect(demand.queue(handlers: least).isStable)
      #expect(!ErlangC(load: load, handlers: max(1, least - 1), handling: 1).isStable || least == 1)
    }
  }

  @Test func fewestLinesLoseNoMore() {
    for load in [0.01, 0.8, 5, 300] {
      for blocking in [0.5, 0.01, 1e-6] {
        let lines = ErlangB.fewestLines(load: load, blocking: blocking)
        #expect(ErlangB(load: load, lines: lines).blocking <= blocking)
        if lines > 0 { #expect(ErlangB(load: load, lines: lines - 1).blocking > blocking) }
      }
    }
  }
}

/// Where naive sums overflow, underflow or cancel.
@Suite struct ExtremesTests {
  @Test func tenThousandHandlers() {
    for handlers in [1, 9_000, 9_990, 10_000, 10_100, 12_000, 50_000] {
      for patience in [1.0, 180, 1e4, 1e9] {
        let queue = ErlangA(load: 10_000, handlers: handlers, handling: 180, patience: patience)
        for share in [
          queue.waiting, queue.abandonment, queue.occupancy, queue.serviceLevel(within: 60),
          queue.serviceLevelOfAnswered(within: 60), queue.waiting(longerThan: 60),
        ] {
          #expect((0...1 + 1e-12).contains(share))
        }
        #expect(queue.meanWait.isFinite && queue.meanWaitOfAnswered.isFinite)
        expectClose(10_000 * (1 - queue.abandonment), queue.occupancy * Double(handlers), within: 1e-10)
      }
    }
  }

  @Test func tenThousandHandlersAsTheBalanceSummedOneByOne() {
    for (handlers, patience) in [(9_900, 2.0), (10_000, 0.5), (10_100, 4)] {
      let queue = ErlangA(load: 10_000, handlers: handlers, handling: 1, patience: patience)
      let brute = BruteForce(load: 10_000, handlers: handlers, impatience: 1 / patience, within: 0.01)
      expectClose(queue.waiting, brute.waiting, within: 1e-10)
      expectClose(queue.abandonment, brute.abandonment, within: 1e-10)
      expectClose(queue.meanWaitOfAnswered, brute.meanWaitOfAnswered, within: 1e-10)
      expectClose(queue.serviceLevel(within: 0.01), brute.serviceLevel, within: 1e-9)
    }
  }

  @Test func hopelessOverloadLosesWhatCannotBeAnswered() {
    // With handlers always busy, load − n of load are lost.
    let queue = ErlangA(load: 1e5, handlers: 10, handling: 180, patience: 3_600)
    expectClose(queue.abandonment, 1 - 1e-4, within: 1e-12)
    #expect(queue.occupancy == 1)
    #expect(queue.serviceLevel(within: 10) < 1e-12)
  }

  @Test func vanishingProbabilitiesAreNotNegative() {
    let queue = ErlangA(load: 1, handlers: 500, handling: 180, patience: 60)
    #expect(queue.waiting == 0 && queue.abandonment == 0 && queue.meanWait == 0)
    #expect(queue.serviceLevel(within: 0) == 1)
    #expect(ErlangB(load: 1, lines: 500).blocking == 0)
    #expect(ErlangB(load: 1, lines: 0).blocking == 1)
    #expect(ErlangC(load: 1, handlers: 500, handling: 180).meanWait == 0)
  }

  @Test func whatGrowsWithoutEndSaysSo() {
    for handlers in [4, 5] {
      let queue = ErlangC(load: 5, handlers: handlers, handling: 180)
      #expect(!queue.isStable)
      #expect(queue.waiting == 1 && queue.occupancy == 1 && queue.serviceLevel(within: 1e9) == 0)
      #expect(queue.meanWait == .infinity && queue.meanQueueLength == .infinity)
    }
  }
}
