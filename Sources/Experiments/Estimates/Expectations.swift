import ContactCentre
import Metrics
import Spelling

/// Whether a figure keeps to what is expected of it.
public enum Verdict: String, Sendable, Hashable {
  /// It does: all of its confidence interval is on the right side of the bound.
  case pass
  /// It does not: all of its confidence interval is on the wrong side of the bound.
  case fail
  /// More replications are needed to tell: the interval straddles the bound, or fewer than two of several replications
  /// define the figure.
  case uncertain

  /// The verdict on `value`. A value on the bound itself keeps to it, and so does one beyond it by no more than
  /// ``Rounding`` explains, a billionth; one that has no interval, as it is of a single replication or of the pooled
  /// sample, is judged by its mean. The interval of a share ends at 0 and at 1.
  public init(on value: Estimate, _ bound: FigureExpectation.Bound, isShare: Bool = false) {
    if value.definedIn == 1 {
      self = .uncertain
      return
    }
    let low = isShare ? max(value.low, min(value.mean, 0)) : value.low
    let high = isShare ? min(value.high, max(value.mean, 1)) : value.high
    // A value that is not a number is on neither side of anything.
    self =
      switch bound {
      case .atLeast(let limit):
        Rounding.isAtMost(limit, low) ? .pass : Rounding.isBelow(high, limit) ? .fail : .uncertain
      case .atMost(let limit):
        Rounding.isAtMost(high, limit) ? .pass : Rounding.isBelow(limit, low) ? .fail : .uncertain
      }
  }
}

/// What came of one expectation of a scenario.
public struct ExpectationResult: Sendable, Equatable {
  /// The sentence that names it.
  public let name: String
  /// The figure it is about.
  public let metric: String
  /// The limit.
  public let bound: FigureExpectation.Bound
  /// What the replications say about the figure; a mean that is not a number if there is no such figure.
  public let value: Estimate
  /// Whether it was met. An expectation of a figure that does not exist has failed.
  public let verdict: Verdict
}

/// An expectation about a figure that results of its scenario do not have.
public struct UnknownMetric: Error, Sendable, Equatable, CustomStringConvertible {
  /// The sentence that names the expectation.
  public let expectation: String
  /// What it calls the figure.
  public let metric: String
  /// The figure it may have meant.
  public let nearest: String?
  /// Which hours or days there are, if it names one that is not, as a sentence says them.
  public let range: String?

  /// What is wrong and what may be right, for people.
  public var description: String {
    "there is no figure \"\(metric)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? range.map { "; \($0)" } ?? "")
  }
}

extension FigureCatalogue {
  /// Those of `expectations` that are about figures this catalogue does not have, in their order.
  public func unknownMetrics(in expectations: [FigureExpectation]) -> [UnknownMetric] {
    let unknown = expectations.filter { index(of: $0.metric) == nil }
    if unknown.isEmpty { return [] }
    // Nothing can be expected of what the scenario itself says.
    let names = KnownNames(figures.filter { $0.kind != .constant }.map(\.name))
    return unknown.map {
      let (nearest, range): (String?, String?) =
        switch slice(meantBy: $0.metric) {
        case .figure(let name): (name, nil)
        case .oneOf(let range): (nil, range)
        case nil: (figure(meantBy: $0.metric, among: names), nil)
        }
      return UnknownMetric(expectation: $0.name, metric: $0.metric, nearest: nearest, range: range)
    }
  }

  /// The figure that `metric` may have meant: of a verdict the one it is about; else the nearest in spelling of
  /// `names`.
  private func figure(meantBy metric: String, among names: KnownNames) -> String? {
    for (verdict, judged) in [(".serviceLevel.met", ".serviceLevel.ofOffered"), (".met", ".withinTarget")]
    where metric.hasSuffix(verdict) {
      let name = String(metric.dropLast(verdict.count)) + judged
      if index(of: name) != nil { return name }
    }
    return names.nearest(to: metric)
  }
}
