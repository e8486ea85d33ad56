import Experiments
import Metrics

/// The figures of one result.
package typealias FigureTree = NestedFigures<Estimate>

/// Figures nested by their paths: the shape in which JSON shows them and by which text looks them up.
///
/// Built from the catalogue alone, so that a figure added there appears in every report without a change here.
package indirect enum NestedFigures<Value: Sendable>: Sendable {
  /// One figure and its value.
  case figure(Figure, Value)
  /// Parts with names, in the order of the catalogue.
  case named([(key: String, value: NestedFigures)])
  /// Parts with numbers 0, 1, 2, …
  case numbered([NestedFigures])

  /// The tree of these figures.
  package init(_ figures: some Sequence<(Figure, Value)>) {
    self.init(figures.map { (figure: $0, value: $1) }[...], depth: 0)
  }

  /// Groups `leaves`, which share the first `depth` components of their paths, by the next one.
  ///
  /// Parts keep the order in which they first appear. O(leaves × longest path).
  private init(_ leaves: ArraySlice<(figure: Figure, value: Value)>, depth: Int) {
    // Of several figures with one name the first has it, as in the catalogue.
    if let end = leaves.first(where: { $0.figure.path.count == depth }) {
      self = .figure(end.figure, end.value)
      return
    }
    var order: [Figure.Component] = []
    var groups: [Figure.Component: [(figure: Figure, value: Value)]] = [:]
    for leaf in leaves {
      let component = leaf.figure.path[depth]
      if groups[component] == nil { order.append(component) }
      groups[component, default: []].append(leaf)
    }
    let parts = order.map { NestedFigures(groups[$0, default: []][...], depth: depth + 1) }
    if case .index = order.first {
      self = .numbered(parts)
    } else {
      self = .named(
        zip(order, parts).map { component, part in
          switch component {
          case .key(let key): (key, part)
          case .index(let index): (String(index), part)
          }
        })
    }
  }

  /// The part called `key`, if there is one.
  package subscript(key: String) -> NestedFigures? {
    guard case .named(let parts) = self else { return nil }
    return parts.first { $0.key == key }?.value
  }

  /// The numbered parts; none if this has no numbered parts.
  package var elements: [NestedFigures] {
    guard case .numbered(let parts) = self else { return [] }
    return parts
  }

  /// The same tree of other values.
  package func mapValues<Other>(_ transform: (Value) -> Other) -> NestedFigures<Other> {
    switch self {
    case .figure(let figure, let value): .figure(figure, transform(value))
    case .named(let parts): .named(parts.map { ($0.key, $0.value.mapValues(transform)) })
    case .numbered(let parts): .numbered(parts.map { $0.mapValues(transform) })
    }
  }
}

extension NestedFigures<Estimate> {
  /// The tree of all figures of `result`.
  package init(_ result: ExperimentResult) {
    self.init(zip(result.catalogue.figures, result.estimates))
  }

  /// The figures of `result` as people read them: without the half-widths of times that were the same in each of few
  /// replications, by Student's t 0, which would claim certainty of what a handful of contacts happened to show.
  package init(readable result: ExperimentResult) {
    self.init(
      zip(result.catalogue.figures, result.estimates).lazy.map { figure, estimate in
        var estimate = estimate
        if figure.unit == .seconds, estimate.halfWidth == 0,
          (estimate.definedIn ?? result.replications) < Estimate.enough
        {
          estimate.halfWidth = nil
        }
        return (figure, estimate)
      })
  }

  /// The value of this, if it is a figure; undefined (NaN) if it is not.
  package var value: Estimate {
    guard case .figure(_, let estimate) = self else { return Estimate(mean: .nan) }
    return estimate
  }

  /// The value of the figure at `path` below this, names separated by dots; undefined (NaN) if there is no such figure.
  package func estimate(_ path: String) -> Estimate {
    path.split(separator: ".").reduce(self as FigureTree?) { $0?[String($1)] }?.value ?? Estimate(mean: .nan)
  }

  /// The mean of ``estimate(_:)`` alone, for places without room for an interval.
  package func mean(_ path: String) -> Estimate { Estimate(mean: estimate(path).mean) }

  /// The fewest replications that define one of the figures in this, hours and days aside, where that is not all of them; nil
  /// where each is defined in all or in none.
  package var fewestReplications: Int? {
    switch self {
    case .figure(_, let estimate): estimate.definedIn
    case .named(let parts): parts.compactMap { $0.value.fewestReplications }.min()
    case .numbered: nil
    }
  }

  /// Of a channel: what has happened to contacts that are in time. Deferred work is to be over.
  package var whatIsInTime: String { self["reviewTime"] == nil ? "answered" : "done" }
}
