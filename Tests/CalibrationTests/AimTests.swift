import ScenarioFile
import Testing

@testable import Calibration

@Suite struct AimTests {
  @Test func aValueIsMetWithinItsTolerance() {
    let aim = Aim.aims(of: PublishedTarget(name: "x", metric: .figure("y"), value: 0.66, tolerance: 0.01), at: 0)[0]
    #expect(aim.holds(aim.distance(0.67)) && aim.holds(aim.distance(0.65)))
    #expect(!aim.holds(aim.distance(0.6701)) && !aim.holds(aim.distance(0.6499)))
    #expect(abs(aim.miss(aim.distance(0.67)) - 1) < 1e-9)
  }

  @Test func twoLimitsAreAValueBetweenThem() {
    let target = PublishedTarget(name: "x", metric: .figure("y"), atLeast: 10, atMost: 12, unit: .hours)
    let aim = Aim.aims(of: target, at: 3)[0]
    #expect(aim.centre == 39_600 && aim.scale == 3_600 && aim.target == 3)
    #expect(aim.holds(aim.distance(36_000)) && aim.holds(aim.distance(43_200)) && !aim.holds(aim.distance(35_000)))
  }

  @Test func equalLimitsHoldTheirNumberAndNoOther() {
    for (limit, near) in [(0.0, 0.001), (5, 5.001)] {
      let target = PublishedTarget(name: "x", metric: .figure("y"), atLeast: limit, atMost: limit)
      let aim = Aim.aims(of: target, at: 0)[0]
      #expect(aim.holds(aim.distance(limit)) && !aim.holds(aim.distance(near)) && !aim.holds(aim.distance(-near)))
      #expect(aim.distance(near).isFinite && aim.miss(aim.distance(limit)) == 0)
    }
  }

  @Test func aLimitIsMetOnOneSideAndSearchedForALittleInsideOfIt() {
    let most = Aim.aims(of: PublishedTarget(name: "x", metric: .each(["y", "z"]), atMost: 0.5), at: 0)
    #expect(most.count == 2 && most.allSatisfy { $0.weight == 0.5 })
    #expect(most[0].holds(most[0].distance(0.5)) && !most[0].holds(most[0].distance(0.5001)))
    #expect(most[0].miss(most[0].distance(0.4)) == 0 && most[0].miss(most[0].distance(0.5)) > 0)
    let least = Aim.aims(of: PublishedTarget(name: "x", metric: .figure("y"), tolerance: 0.1, atLeast: 2), at: 0)[0]
    #expect(least.holds(0) && !least.holds(-0.01) && least.miss(1) == 0 && least.miss(0) < 0)
    #expect(least.beyond(1.9) > 0 && most[0].beyond(0.4) < 0)
  }

  /// Of several figures that which is worst: far inside of a limit is no miss, and what is not a number is the worst there is.
  @Test func insideOfALimitIsNoShortfallHoweverFar() {
    let most = Aim.aims(of: PublishedTarget(name: "x", metric: .figure("y"), atMost: 0.5), at: 0)[0]
    #expect(most.shortfall(of: 0) < most.shortfall(of: 0.51) && most.shortfall(of: 0.51) > 0)
    let least = Aim.aims(of: PublishedTarget(name: "x", metric: .figure("y"), atLeast: 2), at: 0)[0]
    #expect(least.shortfall(of: 9) < 0 && least.shortfall(of: 1.9) > 0)
    #expect(aim(5).shortfall(of: 2) == 3 && aim(5).shortfall(of: 8) == 3)
    for aim in [most, least, aim(5)] { #expect(aim.shortfall(of: .nan) == .infinity) }
  }

  @Test func farMissesCountByTheirSize() {
    let aim = aim(0)
    #expect(abs(aim.cost(0.1) - 0.01) < 1e-4)
    // From far away, as much again costs no more than as much again.
    #expect(abs(aim.cost(200) / aim.cost(100) - 2) < 0.05)
    #expect(aim.squareWeight(0) == 1 && aim.squareWeight(30) < 0.11)
  }
}
