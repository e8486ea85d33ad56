import ContactCentre
import Experiments
import Metrics
import Testing
import struct ContactCentre.Expectation

@testable import struct Experiments.Estimator

@Suite struct EstimateTests {
  @Test func theIntervalIsStudents() {
    // Mean 5, standard deviation 2, four values: t with 3 degrees of freedom is 3.182446305284263.
    var estimator = Estimator()
    let spread = 3.0.squareRoot()
    let estimate = estimator.estimate(of: [5 - spread, 5 - spread, 5 + spread, 5 + spread])
    #expect(abs(estimate.mean - 5) < 1e-15)
    #expect(abs((estimate.halfWidth ?? 0) - 3.182446305284263 * 2 / 2) < 1e-12)
  }

  @Test func undefinedReplicationsAreLeftOut() {
    var estimator = Estimator()
    var some = estimator.estimate(of: [.nan, 1, .nan, 3])
    #expect(some.definedIn == 2)
    some.definedIn = nil
    #expect(some == estimator.estimate(of: [1, 3]))
    #expect(estimator.estimate(of: [.nan, 1, .nan]) == Estimate(mean: 1, definedIn: 1))
    let undefined = estimator.estimate(of: [.nan, .nan])
    #expect(undefined.mean.isNaN && undefined.halfWidth == nil && undefined.definedIn == nil)
    #expect(estimator.estimate(of: []).mean.isNaN)
  }

  @Test func equalValuesHaveNoSpread() {
    var estimator = Estimator()
    #expect(estimator.estimate(of: [0.1, 0.1, 0.1]) == Estimate(mean: 0.1, halfWidth: 0))
  }

  @Test func verdicts() {
    func verdict(_ mean: Double, _ halfWidth: Double?, _ bound: Expectation.Bound) -> Verdict {
      Verdict(on: Estimate(mean: mean, halfWidth: halfWidth), bound)
    }
    #expect(verdict(0.92, 0.01, .atLeast(0.9)) == .pass)
    #expect(verdict(0.91, 0.02, .atLeast(0.9)) == .uncertain)
    #expect(verdict(0.89, 0.02, .atLeast(0.9)) == .uncertain)
    #expect(verdict(0.88, 0.01, .atLeast(0.9)) == .fail)
    #expect(verdict(10, 1, .atMost(12)) == .pass)
    #expect(verdict(11.5, 1, .atMost(12)) == .uncertain)
    #expect(verdict(13.5, 1, .atMost(12)) == .fail)
    // One replication is judged by itself, and the bound is on the right side.
    #expect(verdict(0.9, nil, .atLeast(0.9)) == .pass)
    #expect(verdict(0.9, nil, .atMost(0.9)) == .pass)
    #expect(verdict(0.89, nil, .atLeast(0.9)) == .fail)
    #expect(verdict(.nan, nil, .atLeast(0.9)) == .uncertain)
    #expect(verdict(.nan, nil, .atMost(0.9)) == .uncertain)
  }
}
