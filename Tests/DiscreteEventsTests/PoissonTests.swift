import DiscreteEvents
import Foundation
import Testing

@Suite struct PoissonTests {
  /// Made with mpmath at 50 digits: the smallest n with 1 − P(n + 1, mean) ≥ u.
  static let quantiles: [(uniform: Double, mean: Double, count: Int)] = [
    (1.1102230246251565e-16, 0.01, 0),
    (0.001, 0.01, 0),
    (0.31, 0.01, 0),
    (0.5, 0.01, 0),
    (0.72, 0.01, 0),
    (0.999, 0.01, 1),
    (0.9999999999990905, 0.01, 4),
    (1.1102230246251565e-16, 0.7, 0),
    (0.001, 0.7, 0),
    (0.31, 0.7, 0),
    (0.5, 0.7, 1),
    (0.72, 0.7, 1),
    (0.999, 0.7, 4),
    (0.9999999999990905, 0.7, 12),
    (1.1102230246251565e-16, 3.0, 0),
    (0.001, 3.0, 0),
    (0.31, 3.0, 2),
    (0.5, 3.0, 3),
    (0.72, 3.0, 4),
    (0.999, 3.0, 10),
    (0.9999999999990905, 3.0, 22),
    (1.1102230246251565e-16, 8.0, 0),
    (0.001, 8.0, 1),
    (0.31, 8.0, 6),
    (0.5, 8.0, 8),
    (0.72, 8.0, 10),
    (0.999, 8.0, 18),
    (0.9999999999990905, 8.0, 35),
    (1.1102230246251565e-16, 20.0, 0),
    (0.001, 20.0, 8),
    (0.31, 20.0, 18),
    (0.5, 20.0, 20),
    (0.72, 20.0, 22),
    (0.999, 20.0, 35),
    (0.9999999999990905, 20.0, 59),
    (1.1102230246251565e-16, 31.999, 0),
    (0.001, 31.999, 16),
    (0.31, 31.999, 29),
    (0.5, 31.999, 32),
    (0.72, 31.999, 35),
    (0.999, 31.999, 51),
    (0.9999999999990905, 31.999, 79),
    (1.1102230246251565e-16, 32.001, 0),
    (0.001, 32.001, 16),
    (0.31, 32.001, 29),
    (0.5, 32.001, 32),
    (0.72, 32.001, 35),
    (0.999, 32.001, 51),
    (0.9999999999990905, 32.001, 79),
    (1.1102230246251565e-16, 50.0, 5),
    (0.001, 50.0, 30),
    (0.31, 50.0, 46),
    (0.5, 50.0, 50),
    (0.72, 50.0, 54),
    (0.999, 50.0, 73),
    (0.9999999999990905, 50.0, 107),
    (1.1102230246251565e-16, 400.0, 247),
    (0.001, 400.0, 340),
    (0.31, 400.0, 390),
    (0.5, 400.0, 400),
    (0.72, 400.0, 412),
    (0.999, 400.0, 463),
    (0.9999999999990905, 400.0, 549),
    (1.1102230246251565e-16, 10000.0, 9190),
    (0.001, 10000.0, 9692),
    (0.31, 10000.0, 9950),
    (0.5, 10000.0, 10000),
    (0.72, 10000.0, 10058),
    (0.999, 10000.0, 10310),
    (0.9999999999990905, 10000.0, 10713),
    (1.1102230246251565e-16, 1000000.0, 991802),
    (0.001, 1000000.0, 996911),
    (0.31, 1000000.0, 999504),
    (0.5, 1000000.0, 1000000),
    (0.72, 1000000.0, 1000583),
    (0.999, 1000000.0, 1003092),
    (0.9999999999990905, 1000000.0, 1007056),
  ]

  @Test func agreesWithReferenceValues() {
    for (uniform, mean, count) in Self.quantiles {
      #expect(PortableMath.poissonQuantile(uniform: uniform, mean: mean) == count, "mean \(mean) at \(uniform)")
    }
  }

  /// Counts fall into the bins of exact probabilities; each statistic stays under its 10⁻⁹ point.
  @Test(arguments: [0.05, 0.7, 3, 8, 20, 31.5, 32.5, 100])
  func countsFollowTheDistribution(mean: Double) {
    let draws = mean > 32 ? 4_000 : 40_000
    let root = RandomKey(seed: 20)
    var counts: [Int: Int] = [:]
    for draw in 0..<draws {
      var stream = root.derived(UInt64(draw)).stream(0)
      counts[PortableMath.poissonQuantile(uniform: stream.uniform(), mean: mean), default: 0] += 1
    }
    // Neighbouring counts are pooled until at least ten draws are expected.
    var statistic = 0.0
    var bins = 0
    var expected = 0.0
    var observed = 0
    var unassigned = Double(draws)
    for count in 0..<Int(mean + 20 * (mean + 1).squareRoot()) {
      let logFactorial: Double = Foundation.lgamma(Double(count) + 1)
      expected += Double(draws) * Foundation.exp(Double(count) * Foundation.log(mean) - mean - logFactorial)
      observed += counts[count, default: 0]
      if expected >= 10 && unassigned - expected >= 10 {
        statistic += (Double(observed) - expected) * (Double(observed) - expected) / expected
        bins += 1
        unassigned -= expected
        expected = 0
        observed = 0
      }
    }
    statistic += (Double(observed) - unassigned) * (Double(observed) - unassigned) / unassigned
    // Wilson and Hilferty's cube for the chi-square point that is exceeded once in 10⁹ (six standard deviations).
    let third = 2 / (9 * Double(bins))
    let cube = 1 - third + 6 * third.squareRoot()
    #expect(statistic < Double(bins) * cube * cube * cube, "\(bins + 1) bins")
  }

  /// The coupling that lets a busier channel keep every caller it had.
  @Test func neverFallsAsTheMeanGrows() {
    for uniform in scattered(300, over: 0...1, seed: 5) {
      var before = 0
      var mean = 0.05
      while mean < 150 {
        let count = PortableMath.poissonQuantile(uniform: uniform, mean: mean)
        #expect(count >= before, "mean \(mean) at \(uniform)")
        before = count
        mean *= 1.07
      }
    }
  }

  @Test func neverFallsWhereOneMethodHandsOverToTheOther() {
    for uniform in scattered(2_000, over: 0...1, seed: 6) {
      let below = PortableMath.poissonQuantile(uniform: uniform, mean: 32)
      let above = PortableMath.poissonQuantile(uniform: uniform, mean: 32.0.nextUp)
      #expect(below == above, "at \(uniform)")
    }
  }

  @Test func givenExponentialChangesNothing() {
    for uniform in scattered(2_000, over: 0...1, seed: 7) {
      for mean in [0, 1e-9, 0.4, 6, 31, 32, 33, 80] {
        let general = PortableMath.poissonQuantile(uniform: uniform, mean: mean)
        let given = PortableMath.poissonQuantile(uniform: uniform, mean: mean, expMinusMean: PortableMath.exp(-mean))
        #expect(general == given)
      }
    }
  }

  /// For a huge mean the quantile is the normal one to within a few counts of the skewness term.
  @Test(arguments: [1e7, 1e8, 1e9, 1e10, 1e12])
  func hugeMeansFollowTheNormal(mean: Double) {
    for uniform in [0x1p-53, 0.01, 0.5, 0.8, 1 - 0x1p-53] {
      let z = PortableMath.normalQuantile(uniform)
      let expected = mean + z * mean.squareRoot() + (z * z - 1) / 6
      let count = Double(PortableMath.poissonQuantile(uniform: uniform, mean: mean))
      #expect((count - expected).magnitude < 1.5, "at \(uniform)")
    }
  }

  @Test func absurdArgumentsNeitherTrapNorHang() {
    for uniform in [-1, 0, 0x1p-1074, 0x1p-53, 0.5, 1 - 0x1p-53, 1, 2, Double.infinity, -Double.infinity, .nan] {
      for mean in [-1, 0, -Double.infinity, .nan] {
        #expect(PortableMath.poissonQuantile(uniform: uniform, mean: mean) == 0)
      }
      for mean in [0x1p-1074, 1, 32, 33, 1e6, 9.9e9, 1e18, 1e300, Double.infinity] {
        #expect(PortableMath.poissonQuantile(uniform: uniform, mean: mean) >= 0)
      }
    }
  }
}
