extension VariantResult {
  /// Those of the figures called `metrics` that differ beyond doubt, so that all that is said of them together is wrong no more
  /// often than 5 times in a hundred.
  ///
  /// Each interval by itself is wrong that often, and of six like queues one in four comparisons would find an effect
  /// that there is none of. So the clearest of n is held to 5 % ÷ n, the next to 5 % ÷ (n − 1), and so on, up to the
  /// first that is not clear. Figures that are the same in every replication leave nothing to chance, and are not
  /// counted. After S. Holm, Scandinavian Journal of Statistics 6 (1979), 65–70. O(metrics × replications).
  package func clearDifferences(among metrics: [String]) -> Set<String> {
    let tested = metrics.compactMap { metric -> (metric: String, chance: Double)? in
      guard let value = difference(metric), !value.isNone, let chance = value.chance(of: result.replications) else {
        return nil
      }
      return (metric, chance)
    }
    let error = 1 - Estimator.confidence
    let clear = tested.sorted { $0.chance < $1.chance }.enumerated().prefix { place, figure in
      figure.chance * Double(tested.count - place) < error
    }
    return Set(clear.map(\.element.metric))
  }
}
