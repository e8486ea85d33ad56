import DiscreteEvents
import Testing

@testable import Records

@Suite struct DurationFitTests {
  private static let count = 3_000

  /// Wide and narrow ones of every family are told apart, and their parameters come back.
  @Test(
    arguments: [
      ("exponential", Distribution.exponential(mean: 240)), ("lognormal", .lognormal(mean: 233, cv: 0.9)),
      ("lognormal", .lognormal(mean: 600, cv: 0.15)), ("gamma", .gamma(mean: 300, cv: 0.5)),
      ("gamma", .gamma(mean: 90, cv: 1.6)), ("Weibull", .weibull(mean: 200, shape: 3)),
      ("Weibull", .weibull(mean: 200, shape: 0.6)),
    ])
  func familiesComeBack(family: String, truth: Distribution) {
    let fit = DurationFit(draws(truth, Self.count), count: Self.count)
    #expect(fit.family == family)
    expectClose(fit.distribution.mean, truth.mean, within: 0.08)
    expectClose(fit.distribution.variance.squareRoot(), truth.variance.squareRoot(), within: 0.12)
    #expect(fit.distance < 0.03)
    for p in [0.25, 0.5, 0.9] {
      let quantiles = fit.quantiles(p)
      expectClose(quantiles.fitted, quantiles.observed, within: 0.08)
    }
  }

  @Test func wholeSecondsDoNotHideAFamily() {
    let fit = DurationFit(draws(.lognormal(mean: 60, cv: 0.8), Self.count).map { $0.rounded() }, count: Self.count)
    #expect(fit.family == "lognormal")
  }

  @Test func twoKindsOfCallAreKeptAsTheyAre() {
    let sample = draws(.lognormal(mean: 30, cv: 0.1), 1_500) + draws(.lognormal(mean: 900, cv: 0.1), 1_500, seed: 2)
    let fit = DurationFit(sample, count: 3_000)
    #expect(fit.family == "empirical")
    #expect(fit.distance < 0.02)
    expectClose(fit.distribution.mean, fit.mean, within: 0.02)
    #expect(fit.candidates.count == 4 && fit.candidates.allSatisfy { $0.distance > 0.05 })
  }

  @Test func zerosAreAPartOfTheirOwn() {
    let fit = DurationFit([Double](repeating: 0, count: 1_000) + draws(.exponential(mean: 50), 3_000), count: 4_000)
    guard case .mixture(let parts) = fit.distribution else {
      Issue.record("\(fit.distribution)")
      return
    }
    #expect(parts[0].distribution == .constant(0) && parts[0].weight == 0.25)
    expectClose(fit.distribution.mean, 37.5, within: 0.08)
  }

  @Test func whatNeverVariesIsConstant() {
    #expect(DurationFit([30, 30, 30], count: 3).distribution == .constant(30))
    #expect(DurationFit([0, 0], count: 2).distribution == .constant(0))
    #expect(DurationFit([7], count: 1).distribution == .constant(7))
  }
}
