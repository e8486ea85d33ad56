import DiscreteEvents
import Testing

/// The distribution function, below zero too.
@Suite struct DistributionFunctionTests {
  @Test(arguments: Specimen.all)
  func itIsThatOfTheDraws(specimen: Specimen) {
    let values = draws(specimen.distribution, seed: 3, count: 4_000).sorted()
    for place in stride(from: 50, to: 4_000, by: 75) {
      let value = values[place]
      let exact = specimen.probability(value)
      #expect((specimen.distribution.cumulative(value) - exact).magnitude < 1e-9, "at \(value)")
      // Six standard errors of a share of so many draws.
      #expect((Double(place + 1) / 4_000 - exact).magnitude < 0.048, "at \(value)")
    }
  }

  @Test func whatIsBelowZeroHasItsShare() {
    let uniform = Distribution.uniform(min: -2, max: 5)
    #expect(uniform.cumulative(-3) == 0)
    #expect((uniform.cumulative(-1) - 1 / 7.0).magnitude < 1e-15)
    #expect(uniform.cumulative(6) == 1)
    #expect(Distribution.constant(-4).cumulative(-4) == 1)
    #expect(Distribution.constant(-4).cumulative(-5) == 0)
    #expect(Distribution.empirical(values: [-3, -1, 2, 4]).cumulative(-1) == 0.5)
    let points = [Distribution.Quantile(probability: 0, value: -10), .init(probability: 1, value: 10)]
    #expect(Distribution.quantiles(points).cumulative(-5) == 0.25)
    #expect(Distribution.quantiles(points).cumulative(-11) == 0)
    let mixture = Distribution.mixture([
      .init(weight: 1, distribution: uniform), .init(weight: 1, distribution: .exponential(mean: 5)),
    ])
    #expect((mixture.cumulative(-1) - 1 / 14.0).magnitude < 1e-15)
  }

  @Test(
    arguments: [
      Distribution.exponential(mean: 5), .lognormal(mu: 1, sigma: 0.5), .gamma(mean: 3, cv: 0.7),
      .weibull(mean: 4, shape: 1.5), .never,
    ])
  func whatIsNeverNegativeHasNoneThere(distribution: Distribution) {
    for x in [-1e9, -1, -0.0, 0] { #expect(distribution.cumulative(x) == 0, "at \(x)") }
  }

  @Test func aGammaWithoutVariationIsItsMean() {
    #expect(Distribution.gamma(mean: 3, cv: 0).cumulative(2.9) == 0)
    #expect(Distribution.gamma(mean: 3, cv: 0).cumulative(3) == 1)
  }
}
