import ContactCentre
import Experiments
import Metrics

/// A figure that a plan must bring to the right side of a bound.
public struct SizingTarget: Sendable, Equatable {
  /// What results call the figure.
  public let metric: String
  /// The bound, and its right side.
  public let bound: FigureExpectation.Bound

  /// Whether it is met where the figure is undefined: so is the share of offered contacts answered in time in an hour in which
  /// nobody calls. But waits and responses are undefined where nobody answers and nobody is sent, which must not pass.
  var isMetByNothing: Bool {
    metric.hasPrefix("channels.") && (metric.hasSuffix(".serviceLevel") || metric.hasSuffix(".serviceLevel.ofOffered"))
  }

  /// How far `value` is on the right side; negative on the wrong one, and far on either where it is undefined.
  public func slack(_ value: Double) -> Double {
    if value.isNaN { return isMetByNothing ? .infinity : -1 }
    return switch bound {
    case .atLeast(let limit): value - limit
    case .atMost(let limit): limit - value
    }
  }
}

extension Scenario {
  /// The channels with a target that somebody answers, and the share each should answer in time.
  var sizedShares: [(channel: String, share: Double)] {
    let answered = Set(teams.flatMap(\.answers))
    return channels.compactMap { channel in
      guard answered.contains(channel.id), let target = channel.target else { return nil }
      return (channel.id, target.share)
    }
  }

  /// What a search for the cheapest headcount must reach: the targets of channels that somebody answers, those of grades if
  /// asked for, and what is expected. Expectations of figures without an interval, or of none, are left out.
  public func sizingTargets(in catalogue: FigureCatalogue) -> [SizingTarget] {
    let sizing = sizing ?? Sizing()
    var targets: [SizingTarget] = []
    for (channel, share) in sizedShares {
      let path = "channels.\(channel)"
      switch sizing.reach {
      case .overall:
        targets.append(SizingTarget(metric: "\(path).serviceLevel.ofOffered", bound: .atLeast(share)))
      case .hourly:
        targets += (0..<24).map {
          SizingTarget(metric: "\(path).byHour.\($0).serviceLevel", bound: .atLeast(share))
        }
      }
    }
    for grade in response?.grades ?? [] where sizing.grades {
      if let share = grade.target {
        targets.append(SizingTarget(metric: "grades.\(grade.id).withinTarget", bound: .atLeast(share)))
      }
    }
    if sizing.expectations {
      for expectation in expectations {
        let target = SizingTarget(metric: expectation.metric, bound: expectation.bound)
        if !targets.contains(target) { targets.append(target) }
      }
    }
    return targets.filter { target in
      catalogue.index(of: target.metric).map { catalogue.figures[$0].kind == .estimate } ?? false
    }
  }
}
