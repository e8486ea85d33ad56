import DiscreteEvents
import Testing

@Suite struct MomentsTests {
  @Test func simpleKinds() {
    #expect(Distribution.constant(4).mean == 4)
    #expect(Distribution.constant(4).variance == 0)
    #expect(Distribution.uniform(min: 2, max: 8).mean == 5)
    #expect(Distribution.uniform(min: 2, max: 8).variance == 3)
    #expect(Distribution.exponential(mean: 3).mean == 3)
    #expect(Distribution.exponential(mean: 3).variance == 9)
    #expect(Distribution.gamma(mean: 10, cv: 0.5).mean == 10)
    #expect(Distribution.gamma(mean: 10, cv: 0.5).variance == 25)
    #expect(Distribution.empirical(values: [1, 2, 6]).mean == 3)
    #expect(relativeError(Distribution.empirical(values: [1, 2, 6]).variance, from: 14.0 / 3) < 1e-15)
  }

  @Test(arguments: [0.01, 0.3, 0.9, 1, 3])
  func lognormalHasTheMeanAndVariationItIsGiven(cv: Double) {
    let distribution = Distribution.lognormal(mean: 233, cv: cv)
    #expect(relativeError(distribution.mean, from: 233) < 1e-14)
    #expect(relativeError(distribution.variance, from: 233 * cv * 233 * cv) < 1e-13)
  }

  @Test func lognormalByItsMedian() {
    guard case .lognormal(let mu, let sigma) = Distribution.lognormal(median: 100, sigma: 0.5) else {
      Issue.record("another kind")
      return
    }
    #expect(mu == PortableMath.log(100))
    #expect(sigma == 0.5)
  }

  /// At shape 1 a Weibull is an exponential; at 2 its variance is (4/π − 1)·mean²; at ½ it is 5·mean².
  @Test func weibull() {
    #expect(Distribution.weibull(mean: 7, shape: 0.8).mean == 7)
    #expect(relativeError(Distribution.weibull(mean: 7, shape: 1).variance, from: 49) < 1e-13)
    #expect(relativeError(Distribution.weibull(mean: 7, shape: 2).variance, from: 49 * (4 / Double.pi - 1)) < 1e-13)
    #expect(relativeError(Distribution.weibull(mean: 7, shape: 0.5).variance, from: 245) < 1e-13)
  }

  @Test func quantilesWithMassAtTheirEnds() {
    // A tenth at 0, four fifths even between 0 and 10, a tenth at 10.
    let distribution = Distribution.quantiles([
      Distribution.Quantile(probability: 0.1, value: 0), Distribution.Quantile(probability: 0.9, value: 10),
    ])
    #expect(relativeError(distribution.mean, from: 5) < 1e-15)
    #expect(relativeError(distribution.variance, from: 5 + 0.8 * 100 / 12) < 1e-14)
  }

  @Test func mixtures() {
    let mixture = Distribution.mixture([
      Distribution.Component(weight: 3, distribution: .constant(0)),
      Distribution.Component(weight: 1, distribution: .exponential(mean: 8)),
    ])
    #expect(mixture.mean == 2)
    // The second moment is 2·8²/4.
    #expect(mixture.variance == 28)
  }

  @Test func neverIsInfinitelyFar() {
    #expect(Distribution.never.mean == .infinity)
    #expect(Distribution.never.variance == .infinity)
    let sometimes = Distribution.mixture([
      Distribution.Component(weight: 1, distribution: .constant(1)),
      Distribution.Component(weight: 1, distribution: .never),
    ])
    #expect(sometimes.mean == .infinity)
    #expect(sometimes.variance == .infinity)
    let impossible = Distribution.mixture([
      Distribution.Component(weight: 1, distribution: .constant(1)),
      Distribution.Component(weight: 0, distribution: .never),
    ])
    #expect(impossible.mean == 1)
    #expect(impossible.variance == 0)
  }
}
