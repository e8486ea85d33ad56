import ContactCentre
import Experiments
import Foundation
import Metrics
import Testing

@testable import struct Experiments.Estimate
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
    func verdict(_ mean: Double, _ halfWidth: Double?, _ bound: FigureExpectation.Bound) -> Verdict {
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

  /// 3 heads × 8 h × 7 days × 15.90 is 2671.2, and 2671.2000000000003 in binary.
  @Test func aBudgetThatIsKeptExactlyIsKept() {
    let cost = 3.0 * 8 * 7 * 15.90
    #expect(cost != 2671.2)
    for halfWidth in [nil, 0, 1e-12] as [Double?] {
      #expect(Verdict(on: Estimate(mean: cost, halfWidth: halfWidth), .atMost(2671.2)) == .pass)
      #expect(Verdict(on: Estimate(mean: 2671.2, halfWidth: halfWidth), .atLeast(cost)) == .pass)
    }
    // An interval that ends at the bound but for rounding is not on the wrong side of it.
    #expect(Verdict(on: Estimate(mean: 2670.2, halfWidth: 0.999_999), .atLeast(2671.2)) == .uncertain)
    #expect(Verdict(on: Estimate(mean: 2672.2, halfWidth: 0.999_999), .atMost(2671.2)) == .uncertain)
    #expect(Verdict(on: Estimate(mean: 2670.2, halfWidth: 0.99), .atLeast(2671.2)) == .fail)
    // A penny more is more, and so is any amount beside nothing.
    #expect(Verdict(on: Estimate(mean: 2671.21), .atMost(2671.2)) == .fail)
    // No share is below 0 or above 1, whatever the width of its interval.
    let (none, all) = (Estimate(mean: 0, halfWidth: 0.02), Estimate(mean: 0.99, halfWidth: 0.02))
    #expect(Verdict(on: none, .atLeast(0), isShare: true) == .pass && Verdict(on: none, .atLeast(0)) == .uncertain)
    #expect(Verdict(on: all, .atMost(1), isShare: true) == .pass && Verdict(on: all, .atMost(1)) == .uncertain)
    #expect(Verdict(on: Estimate(mean: 2671.2, halfWidth: 0.01), .atMost(2671.2)) == .uncertain)
    #expect(Verdict(on: Estimate(mean: 1e-12), .atMost(0)) == .fail)
    #expect(Verdict(on: Estimate(mean: -1e-12), .atLeast(0)) == .fail)
  }

  @Test func whatIsInfiniteIsNoRounding() {
    #expect(Verdict(on: Estimate(mean: 0.9, halfWidth: .infinity), .atLeast(0.5)) == .uncertain)
    #expect(Verdict(on: Estimate(mean: .infinity), .atMost(0.5)) == .fail)
    #expect(Verdict(on: Estimate(mean: 0.9, halfWidth: .nan), .atLeast(0.5)) == .uncertain)
  }

  /// A mean that one of several replications alone defines has an interval of which nothing is known.
  @Test func whatOneOfSeveralReplicationsSaysIsUncertain() {
    let once = Estimate(mean: 0.99, definedIn: 1)
    #expect(Verdict(on: once, .atLeast(0.5)) == .uncertain && Verdict(on: once, .atMost(0.5)) == .uncertain)
    #expect(Verdict(on: Estimate(mean: 0.99, halfWidth: 0.1, definedIn: 2), .atLeast(0.5)) == .pass)
  }

  /// Student's t with 19 degrees of freedom: 2.093 stays below 97.5 %, 2.861 below 99.5 %.
  @Test func moreLooksAskForMore() throws {
    let estimate = Estimate(mean: 1, halfWidth: 2.093024)
    #expect(estimate.halfWidth(over: 1, of: 20) == 2.093024)
    #expect(abs(try #require(estimate.halfWidth(over: 5, of: 20)) - 2.860935) < 1e-5)
    let some = Estimate(mean: 1, halfWidth: 2.093024, definedIn: 20)
    #expect(some.halfWidth(over: 5, of: 300) == estimate.halfWidth(over: 5, of: 20))
    #expect(Estimate(mean: 1).halfWidth(over: 5, of: 20) == nil)
  }

  @Test func estimatesAndDifferencesAreKeysAndAreKept() throws {
    let estimates = [Estimate(mean: 0.1, halfWidth: 0.02), Estimate(mean: 3, definedIn: 2)]
    #expect(Set(estimates + estimates).count == 2)
    #expect(try JSONDecoder().decode([Estimate].self, from: JSONEncoder().encode(estimates)) == estimates)
    let differences = [Difference(base: [1, 2, 4], variant: [2, 4, 5]), Difference(variant: 1)]
    #expect(Set(differences + differences).count == 2)
    #expect(Difference(base: [1, .nan], variant: [2, 3]).definedIn == 1)
    #expect(try JSONDecoder().decode([Difference].self, from: JSONEncoder().encode(differences)) == differences)
  }
}
