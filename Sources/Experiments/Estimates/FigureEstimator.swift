import Metrics

/// Makes the estimates of all figures of several replications.
struct FigureEstimator {
  private let catalogue: FigureCatalogue
  private let samples: [[Double]]
  private let summary: Summary
  private var estimator = Estimator()

  /// Of replications with these values of the estimated figures, in order (see ``FigureCatalogue/estimateValues(of:)``), and all
  /// of them thrown together.
  init(_ catalogue: FigureCatalogue, samples: [[Double]], summary: Summary) {
    self.catalogue = catalogue
    self.samples = samples
    self.summary = summary
  }

  /// The figure at `index`, its interval so wide that all of them hold the true mean 95 times in a hundred if it is looked at
  /// `looks` times: each is one of 1 − 5 % ÷ `looks` (Boole's inequality; also known as Bonferroni's correction).
  ///
  /// A share of few cases has the wider of the intervals by Student's t and by ``ClopperPearson``. O(replications).
  mutating func estimate(at index: Int, looks: Int = 1) -> Estimate {
    guard let column = catalogue.columns[index] else { return Estimate(mean: catalogue.value(at: index, of: summary)) }
    var estimate = estimator.estimate(of: samples.lazy.map { $0[column] })
    guard let halfWidth = estimate.halfWidth(over: looks, of: samples.count) else { return estimate }
    let error = Estimator.missesOnEachSide / Double(looks)
    let least = catalogue.share(at: index, of: summary).flatMap { ClopperPearson.halfWidth(of: $0, error: error) }
    estimate.halfWidth = max(halfWidth, least ?? 0)
    return estimate
  }
}
