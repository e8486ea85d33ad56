import DiscreteEvents
import Foundation
import Testing

/// A distribution with its distribution function from the platform's mathematics, so that nothing is checked against
/// itself (the gamma's is checked against mpmath elsewhere).
struct Specimen: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let distribution: Distribution
  let probability: @Sendable (Double) -> Double

  static let exponential = Specimen(testDescription: "exponential", distribution: .exponential(mean: 90)) {
    -Foundation.expm1(-$0 / 90)
  }

  static func lognormal(mu: Double, sigma: Double) -> Specimen {
    Specimen(testDescription: "lognormal", distribution: .lognormal(mu: mu, sigma: sigma)) {
      Foundation.erfc(-(Foundation.log($0) - mu) / sigma / 2.0.squareRoot()) / 2
    }
  }

  static let all: [Specimen] = [
    exponential,
    lognormal(mu: 5, sigma: 0.5),
    Specimen(testDescription: "uniform", distribution: .uniform(min: -2, max: 5)) { ($0 + 2) / 7 },
    Specimen(testDescription: "weibull", distribution: .weibull(mean: 420, shape: 0.8)) {
      -Foundation.expm1(-Foundation.pow($0 / (420 / Foundation.tgamma(1 + 1 / 0.8)), 0.8))
    },
    Specimen(testDescription: "gamma", distribution: .gamma(mean: 60, cv: 0.7)) {
      PortableMath.regularizedGammaP(1 / 0.49, $0 / (60 * 0.49))
    },
    Specimen(
      testDescription: "mixture",
      distribution: .mixture([
        Distribution.Component(weight: 0, distribution: .never),
        Distribution.Component(weight: 1, distribution: .exponential(mean: 90)),
        Distribution.Component(weight: 3, distribution: .lognormal(median: 100, sigma: 0.5)),
        Distribution.Component(weight: 0, distribution: .never),
      ])
    ) { value in
      let lognormal = Foundation.erfc(-Foundation.log(value / 100) / 0.5 / 2.0.squareRoot()) / 2
      return -Foundation.expm1(-value / 90) * 0.25 + lognormal * 0.75
    },
    Specimen(
      testDescription: "quantiles",
      distribution: .quantiles([
        Distribution.Quantile(probability: 0, value: 3), Distribution.Quantile(probability: 0.25, value: 10),
        Distribution.Quantile(probability: 1, value: 100),
      ])
    ) {
      $0 < 10 ? ($0 - 3) / 7 * 0.25 : 0.25 + ($0 - 10) / 90 * 0.75
    },
  ]
}
