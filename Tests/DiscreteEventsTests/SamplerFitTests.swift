import DiscreteEvents
import Testing

/// Do draws, made the way a simulation makes them, follow the distributions they are drawn from?
@Suite struct SamplerFitTests {
  static let seeds = 24
  static let drawsPerSeed = 12_500

  /// Chi-square with 63 degrees of freedom exceeds this once in 10⁹. With 25 statistics for each of seven distributions
  /// that is a false alarm once in five million choices of seeds.
  static let onceInABillion = 155.07

  /// Pearson's statistic of each seed's draws, and of all of them together, in 64 bins equally likely by `probability`.
  private func fit(
    _ distribution: Distribution, to probability: (Double) -> Double
  ) -> (worstOfSeeds: Double, pooled: Double) {
    var pooled = [Int](repeating: 0, count: 64)
    var worst = 0.0
    for seed in 0..<Self.seeds {
      var counts = [Int](repeating: 0, count: 64)
      for value in draws(distribution, seed: seed, count: Self.drawsPerSeed) {
        counts[max(0, min(63, Int(probability(value) * 64)))] += 1
      }
      worst = max(worst, chiSquare(counts))
      for bin in 0..<64 { pooled[bin] += counts[bin] }
    }
    return (worst, chiSquare(pooled))
  }

  @Test(arguments: Specimen.all)
  func drawsFollowTheDistribution(specimen: Specimen) {
    let fit = fit(specimen.distribution, to: specimen.probability)
    #expect(fit.worstOfSeeds < Self.onceInABillion)
    #expect(fit.pooled < Self.onceInABillion)
  }

  /// The test above has teeth: it sees a sigma two per cent off, a median two per cent off, a mean three per cent off.
  @Test func theFitSeesSmallErrors() {
    let lognormal = Specimen.lognormal(mu: 5, sigma: 0.5)
    #expect(fit(.lognormal(mu: 5, sigma: 0.51), to: lognormal.probability).pooled > Self.onceInABillion)
    #expect(fit(.lognormal(mu: 5, sigma: 0.49), to: lognormal.probability).pooled > Self.onceInABillion)
    #expect(fit(.lognormal(mu: 5.02, sigma: 0.5), to: lognormal.probability).pooled > Self.onceInABillion)
    #expect(fit(.exponential(mean: 92.7), to: Specimen.exponential.probability).pooled > Self.onceInABillion)
  }

  /// The mean and the variance of all seeds' draws lie within six standard errors of the exact ones (a false alarm twice
  /// in 10⁹ each), the variance's error being estimated from the draws.
  @Test(arguments: Specimen.all)
  func meanAndVarianceAreTheExactOnes(specimen: Specimen) {
    let values = (0..<Self.seeds).flatMap { draws(specimen.distribution, seed: $0, count: 8_000) }
    let count = Double(values.count)
    let mean = specimen.distribution.mean
    let variance = specimen.distribution.variance
    let sampleMean = values.reduce(0, +) / count
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    let sampleVariance = squares.reduce(0, +) / count
    let spreadOfSquares = squares.reduce(0) { $0 + ($1 - sampleVariance) * ($1 - sampleVariance) } / count
    #expect((sampleMean - mean).magnitude < 6 * (variance / count).squareRoot())
    #expect((sampleVariance - variance).magnitude < 6 * (spreadOfSquares / count).squareRoot())
  }

  @Test func empiricalValuesAreEquallyLikely() {
    let values = (0..<64).map { Double($0 * $0) }
    var counts = [Int](repeating: 0, count: 64)
    for value in draws(.empirical(values: values), seed: 1, count: 100_000) { counts[Int(value.squareRoot())] += 1 }
    #expect(chiSquare(counts) < Self.onceInABillion)
  }
}
