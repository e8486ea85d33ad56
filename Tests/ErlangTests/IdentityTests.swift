import DiscreteEvents
import Erlang
import Testing

/// What must hold between the formulas, whatever the numbers.
@Suite struct IdentityTests {
  /// Loads, handlers and patience (in handling times) of every kind: quiet, critical, overloaded, small, large.
  static let queues: [ErlangA] = [0.01, 0.7, 5, 33.3, 400].flatMap { load in
    [0.2, 0.9, 1, 1.1, 2].flatMap { ratio in
      [0.003, 0.4, 3, 250].map { patience in
        ErlangA(load: load, handlers: max(1, Int(load * ratio)), handling: 180, patience: 180 * patience)
      }
    }
  }

  @Test func balanceSummedOneByOneGivesTheSame() {
    for queue in Self.queues {
      for within in [0.05, 0.3, 2.0] {
        let brute = BruteForce(
          load: queue.load, handlers: queue.handlers, impatience: queue.handling / queue.patience, within: within)
        expectClose(queue.waiting, brute.waiting, within: 1e-11)
        expectClose(queue.abandonment, brute.abandonment, within: 1e-11)
        expectClose(queue.meanQueueLength, brute.meanQueue, within: 1e-11)
        expectClose(queue.occupancy, brute.busy / Double(queue.handlers), within: 1e-11)
        expectClose(queue.serviceLevel(within: within * 180), brute.serviceLevel, within: 0, floor: 1e-11)
        expectClose(queue.meanWaitOfAnswered, brute.meanWaitOfAnswered * 180, within: 1e-11)
      }
    }
  }

  @Test func callsInAreCallsOut() {
    for queue in Self.queues {
      // Answered calls per handling time are the mean number of busy handlers.
      expectClose(queue.load * (1 - queue.abandonment), queue.occupancy * Double(queue.handlers), within: 1e-11)
    }
  }

  @Test func serviceLevelEndsWithAllWhoAreAnswered() {
    for queue in Self.queues {
      let ever = 1e6 * (queue.handling + queue.patience)
      expectClose(queue.serviceLevel(within: ever), 1 - queue.abandonment, within: 0, floor: 1e-12)
      expectClose(queue.serviceLevelOfAnswered(within: ever), 1, within: 1e-12)
      expectClose(queue.serviceLevel(within: 0), 1 - queue.waiting, within: 0, floor: 1e-12)
      expectClose(queue.waiting(longerThan: 0), queue.waiting, within: 1e-12)
      #expect(queue.waiting(longerThan: ever) == 0)
    }
  }

  /// The mean is the integral of the tail: here by the trapezium rule, so only to a few digits.
  @Test func meanWaitIsTheIntegralOfItsTail() {
    for queue in Self.queues where queue.patience == 540 && queue.load > 1 {
      let step = queue.meanWait / queue.waiting / 50
      var integral = -queue.waiting / 2
      var time = 0.0
      while true {
        let tail = queue.waiting(longerThan: time)
        integral += tail
        if tail < 1e-7 * queue.waiting { break }
        time += step
      }
      expectClose(integral * step, queue.meanWait, within: 1e-3)
    }
  }

  /// Whoever waits longer than t is answered later, or gives up later: the balance at each time.
  @Test func everyoneIsAnsweredGivesUpOrStillWaits() {
    for queue in Self.queues where queue.patience == 540 && queue.load > 1 {
      for time in [10.0, 300] {
        // Abandonments until t come at the rate 1 / patience from those still waiting.
        let steps = 100
        let width = time / Double(steps)
        let left = (0..<steps).reduce(0.0) { $0 + queue.waiting(longerThan: (Double($1) + 0.5) * width) * width }
        let sum = queue.serviceLevel(within: time) + left / queue.patience + queue.waiting(longerThan: time)
        expectClose(sum, 1, within: 1e-3)
      }
    }
  }

  @Test func endlessPatienceIsErlangC() {
    for (load, handlers) in [(0.3, 1), (5.0, 6), (5, 12), (95, 100), (9_800, 10_000)] {
      let c = ErlangC(load: load, handlers: handlers, handling: 180)
      let a = ErlangA(load: load, handlers: handlers, handling: 180, patience: 180e9)
      expectClose(a.waiting, c.waiting, within: 1e-6)
      expectClose(a.meanWait, c.meanWait, within: 1e-6)
      expectClose(a.meanWaitOfAnswered, c.meanWait, within: 1e-6)
      expectClose(a.serviceLevel(within: 20), c.serviceLevel(within: 20), within: 1e-6)
      expectClose(a.waiting(longerThan: 20), c.waiting(longerThan: 20), within: 1e-6)
      expectClose(a.occupancy, c.occupancy, within: 1e-9)
      #expect(a.abandonment < 1e-6)
    }
  }

  @Test func noPatienceIsErlangB() {
    for (load, handlers) in [(0.3, 1), (5.0, 6), (5, 12), (200, 100), (9_800, 10_000)] {
      let b = ErlangB(load: load, lines: handlers)
      let a = ErlangA(load: load, handlers: handlers, handling: 180, patience: 180e-9)
      expectClose(a.abandonment, b.blocking, within: 1e-5)
      expectClose(a.waiting, b.blocking, within: 1e-5)
      expectClose(a.occupancy, b.occupancy, within: 1e-5)
    }
  }

  @Test func patienceLikeHandlingIsPoisson() {
    // With equal rates the number present is that of M/M/∞, whatever the handlers.
    for handlers in [1, 5, 40, 200] {
      let queue = ErlangA(load: 40, handlers: handlers, handling: 60, patience: 60)
      expectClose(queue.waiting, PortableMath.regularizedGammaP(Double(handlers), 40), within: 1e-12)
    }
  }

  @Test func anotherHandlerMakesNothingWorse() {
    for load in [0.5, 5, 40] {
      for patience in [30, 1e5] {
        var last = ErlangA(load: load, handlers: 1, handling: 180, patience: patience)
        for handlers in 2...Int(load * 1.5 + 10) {
          let next = ErlangA(load: load, handlers: handlers, handling: 180, patience: patience)
          #expect(next.waiting <= last.waiting + 1e-13)
          #expect(next.abandonment <= last.abandonment + 1e-13)
          #expect(next.occupancy <= last.occupancy + 1e-13)
          #expect(next.serviceLevel(within: 10) >= last.serviceLevel(within: 10) - 1e-13)
          #expect(next.serviceLevelOfAnswered(within: 10) >= last.serviceLevelOfAnswered(within: 10) - 1e-13)
          last = next
        }
      }
    }
  }

  @Test func blockingIsThePoissonShareThatIsLeft() {
    // B(n) = P(N = n) / P(N ≤ n) for a Poisson number N, its tails from the incomplete gamma function.
    for (load, lines) in [(0.5, 3), (5.0, 5), (50, 60), (1_000, 1_000), (10_000, 9_900)] {
      let n = Double(lines)
      let atMost = 1 - PortableMath.regularizedGammaP(n + 1, load)
      let fewer = 1 - PortableMath.regularizedGammaP(n, load)
      expectClose(ErlangB(load: load, lines: lines).blocking, (atMost - fewer) / atMost, within: 1e-9)
    }
  }
}
