import Metrics

extension ExperimentResult {
  /// By replication, in order, the values of the figure called `name`, not a number where undefined; nil if there is no
  /// such figure, or it is one of the pooled sample or a constant. O(replications).
  public func values(of name: String) -> [Double]? {
    guard let place = catalogue.index(of: name), catalogue.figures[place].kind == .estimate else { return nil }
    let column = catalogue.figures[..<place].count { $0.kind == .estimate }
    return samples.map { $0[column] }
  }
}

extension Difference {
  /// The difference between `base` and `variant`, values of the same replications in the same order; those that only one of
  /// them has are left out. O(values).
  public init(base: [Double], variant: [Double]) {
    var estimator = Estimator()
    self = estimator.difference(base: base, variant: variant)
  }
}

extension Estimate {
  /// What `values`, one of each replication, lead to; what is not a number is left out. O(values).
  public init(of values: some Sequence<Double>) {
    var estimator = Estimator()
    self = estimator.estimate(of: values)
  }
}
