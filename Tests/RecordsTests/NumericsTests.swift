import DiscreteEvents
import Testing

@testable import Records

@Suite struct NumericsTests {
  @Test func nelderMeadFindsTheValley() {
    let best = NelderMead.minimum(from: [-1.2, 1], steps: [0.5, 0.5]) { point in
      let (x, y) = (point[0], point[1])
      return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
    }
    expectClose(best.point[0], 1, within: 1e-3)
    expectClose(best.point[1], 1, within: 1e-3)
    // What is refused is never chosen.
    let bounded = NelderMead.minimum(from: [2], steps: [1]) { $0[0] < 1 ? .nan : $0[0] }
    #expect(bounded.point[0] >= 1 && bounded.point[0] < 1.01)
  }

  @Test func lineSearches() {
    expectClose(LineSearch.root(in: 0...4) { $0 * $0 - 2 }, 2.0.squareRoot(), within: 1e-12)
    expectClose(LineSearch.root(in: 0...4) { 2 - $0 * $0 }, 2.0.squareRoot(), within: 1e-12)
    #expect(LineSearch.root(in: 1...4) { $0 } == 1)
  }

  @Test func leastSquares() {
    var equations = NormalEquations(count: 3)
    // The third column is twice the second: one of them is left out.
    for x in 0..<10 { equations.add([1, Double(x), 2 * Double(x)], 5 + 3 * Double(x), weight: Double(1 + x)) }
    let solution = equations.solution(penalties: [0, 0, 0])
    expectClose(solution[0], 5, within: 1e-9)
    expectClose(solution[1] + 2 * solution[2], 3, within: 1e-9)
    let shrunk = equations.solution(penalties: [0, 1e9, 1e9])
    #expect(shrunk[1].magnitude < 0.01 && shrunk[2].magnitude < 0.01)
  }

  /// ψ(1) = −γ, ψ(½) = −γ − 2 log 2, and ψ(x + 1) = ψ(x) + 1/x.
  @Test func digammaHasItsKnownValues() {
    let gamma = 0.5772156649015329
    expectClose(digamma(1), -gamma, within: 1e-12)
    expectClose(digamma(0.5), -gamma - 2 * PortableMath.log(2), within: 1e-12)
    for x in [0.01, 0.3, 4, 9.99, 10, 50, 1e6] { expectClose(digamma(x + 1), digamma(x) + 1 / x, within: 1e-11) }
  }

  @Test(
    arguments: [
      Distribution.exponential(mean: 5), .lognormal(mu: 1, sigma: 0.5), .gamma(mean: 3, cv: 0.7),
      .weibull(mean: 4, shape: 1.5), .uniform(min: 1, max: 3),
      .mixture([
        .init(weight: 1, distribution: .exponential(mean: 1)), .init(weight: 3, distribution: .exponential(mean: 9)),
      ]),
      .quantiles([.init(probability: 0, value: 1), .init(probability: 0.5, value: 2), .init(probability: 1, value: 10)]
      ),
    ])
  func quantilesInvertTheFunction(distribution: Distribution) {
    let sample = draws(distribution, 4_000).sorted()
    for p in [0.05, 0.3, 0.5, 0.9, 0.99] {
      let value = distribution.quantile(p)
      expectClose(distribution.cumulative(value), p, within: 1e-9)
      // And it is the function of what is drawn.
      let share = Double(sample.count { $0 <= value }) / 4_000
      #expect((share - p).magnitude < 0.03)
    }
    #expect(distribution.cumulative(-1) == 0)
  }

  @Test func oddDistributions() {
    #expect(Distribution.constant(4).quantile(0.5) == 4)
    #expect(Distribution.never.quantile(0.5) == .infinity)
    #expect(Distribution.empirical(values: [1, 2, 3, 4]).cumulative(2) == 0.5)
  }

  @Test func numeralsAreShortAndReadable() {
    for (value, text) in [
      (0, "0"), (12_345.678, "12346"), (1.5, "1.5"), (0.123456, "0.12346"), (100, "100"), (-2.25, "-2.25"),
      (885_504.4, "885504"), (0.0000123, "0.0000123"), (999_999.6, "1000000"),
    ] { #expect(Numeral.text(value, digits: value > 100_000 ? 6 : 5) == text) }
  }
}
