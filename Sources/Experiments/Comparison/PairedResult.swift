import Metrics

/// What came of running a plan and its variants with the same callers.
///
/// A function of the scenarios, the seed and the number of replications alone: how many threads ran them never shows.
///
/// Not called a comparison result, because Foundation has something else of that name.
public struct PairedResult: Sendable {
  /// What came of the base.
  public let base: ExperimentResult
  /// The variants, each beside the base.
  public let variants: [VariantResult]

  /// The comparison of results that have the same seed, the same replications and the same days.
  ///
  /// O(figures × replications) for each variant.
  public init(base: ExperimentResult, variants: [(name: String, result: ExperimentResult)]) {
    self.base = base
    self.variants = variants.map { VariantResult(name: $0.name, result: $0.result, base: base) }
  }

  /// The variant called `name`; nil if there is none.
  public func variant(_ name: String) -> VariantResult? { variants.first { $0.name == name } }
}

/// A figure of either of two plans, and what it is under both.
public struct ComparedFigure: Sendable, Equatable {
  /// The figure, as the base has it or, if the base does not, the variant.
  public let figure: Figure
  /// Its values.
  public let difference: Difference
}

/// What came of one variant, beside the base.
public struct VariantResult: Sendable {
  /// What it is called.
  public let name: String
  /// What came of it by itself.
  public let result: ExperimentResult
  /// Every figure that the base or the variant has: the base's in their order, then those that only the variant has.
  public let figures: [ComparedFigure]
  /// What only the base has, as the shortest paths that say so: `channels.online` rather than all figures of it.
  public let onlyInBase: [String]
  /// What only the variant has, likewise.
  public let onlyInVariant: [String]

  private let places: [String: Int]

  init(name: String, result: ExperimentResult, base: ExperimentResult) {
    precondition(
      result.seed == base.seed && result.replications == base.replications && result.replication == base.replication
        && Comparison.hasSameDays(base.scenario, result.scenario),
      "only results of the same seed, replications and days can be compared")
    self.name = name
    self.result = result
    let first = Side(base)
    let second = Side(result)
    var estimator = Estimator()
    var figures: [ComparedFigure] = []
    for (index, figure) in base.catalogue.figures.enumerated() {
      let difference: Difference
      if let other = second.places[figure.path] {
        difference = Self.difference(first, index, second, other, &estimator)
      } else {
        difference = Difference(base: base.estimates[index].mean)
      }
      figures.append(ComparedFigure(figure: figure, difference: difference))
    }
    for (index, figure) in result.catalogue.figures.enumerated() where first.places[figure.path] == nil {
      figures.append(ComparedFigure(figure: figure, difference: Difference(variant: result.estimates[index].mean)))
    }
    self.figures = figures
    onlyInBase = first.partsMissing(in: second)
    onlyInVariant = second.partsMissing(in: first)
    places = Dictionary(
      figures.enumerated().map { ($0.element.figure.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the figure called `name` is under both plans; nil if neither has it. O(1).
  public func difference(_ name: String) -> Difference? { places[name].map { figures[$0].difference } }

  /// The difference between a figure of one side and the same of the other.
  private static func difference(
    _ base: Side, _ index: Int, _ variant: Side, _ other: Int, _ estimator: inout Estimator
  ) -> Difference {
    if let column = base.result.catalogue.columns[index], let otherColumn = variant.result.catalogue.columns[other] {
      return estimator.difference(
        base: base.result.samples.lazy.map { $0[column] },
        variant: variant.result.samples.lazy.map { $0[otherColumn] })
    }
    let values = (base.result.estimates[index].mean, variant.result.estimates[other].mean)
    let difference = values.1 - values.0
    return Difference(base: values.0, variant: values.1, difference: difference.isNaN ? nil : difference)
  }
}

/// One side of a comparison, with its figures by path.
private struct Side {
  let result: ExperimentResult
  /// By path, the place of a figure in the catalogue. Paths, unlike names, cannot coincide.
  let places: [[Figure.Component]: Int]

  init(_ result: ExperimentResult) {
    self.result = result
    let figures = result.catalogue.figures
    places = Dictionary(
      figures.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The shortest paths to what this has and `other` has not, in the order of this. O(figures × longest path).
  func partsMissing(in other: Side) -> [String] {
    var known: Set<[Figure.Component]> = []
    for path in other.places.keys {
      for length in path.indices { known.insert(Array(path[...length])) }
    }
    var missing: [String] = []
    for figure in result.catalogue.figures {
      guard let length = figure.path.indices.first(where: { !known.contains(Array(figure.path[...$0])) }) else {
        continue
      }
      let part = Figure.name(of: figure.path[...length])
      if missing.last != part, !missing.contains(part) { missing.append(part) }
    }
    return missing
  }
}
