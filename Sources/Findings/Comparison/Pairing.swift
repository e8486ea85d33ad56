import Experiments

/// How much narrower the intervals of a comparison are because both plans met the same callers.
package struct Pairing {
  /// For each headline figure whose difference varies, how many times as wide its interval would be otherwise.
  package let narrowings: [(metric: String, times: Double)]

  /// What pairing was worth to `variant`.
  package init(_ variant: VariantResult) {
    narrowings = Headlines(variant).groups.flatMap(\.lines).compactMap { line in
      // A hub's cost varies as its overtime does, which has a line of its own.
      if line.unit == .money, line.metric.hasPrefix("hubs.") { return nil }
      return variant.difference(line.metric)?.narrowing.map { (line.metric, $0) }
    }
  }

  /// The median of them, which a figure that hardly varies cannot drive up as it would a mean; nil if there are none.
  package var median: Double? {
    let sorted = narrowings.map(\.times).sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
