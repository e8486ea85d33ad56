import ContactCentre
import Experiments
import Metrics

/// A figure that a plan must bring to the right side of a bound.
public struct SizingTarget: Sendable, Equatable {
  /// The figure.
  public let figure: Figure
  /// The bound, and its right side.
  public let bound: FigureExpectation.Bound

  /// What results call the figure.
  public var metric: String { figure.name }

  /// The hour of the day that its figure is of; nil if of all hours.
  public var hour: Int? {
    guard let place = figure.path.firstIndex(of: "byHour"), case .index(let hour)? = figure.path[(place + 1)...].first
    else { return nil }
    return hour
  }

  /// Whether it is met where the figure is undefined: so is the share of offered contacts answered in time in an hour in which
  /// nobody calls. But waits and responses are undefined where nobody answers and nobody is sent, which must not pass.
  var isMetByNothing: Bool {
    let steps = figure.path.suffix(2)
    return figure.path.first == "channels" && (steps.last == "serviceLevel" || steps == ["serviceLevel", "ofOffered"])
  }

  /// What slack is a share of, so that times and shares compare: the bound, or 1 where that is 0.
  var scale: Double { bound.limit == 0 ? 1 : bound.limit.magnitude }

  /// How far `value` is on the right side; negative on the wrong one. Where it is undefined, without end on the right side, or
  /// by the whole bound on the wrong one.
  public func slack(_ value: Double) -> Double {
    if value.isNaN { return isMetByNothing ? .infinity : -scale }
    return switch bound {
    case .atLeast(let limit): value - limit
    case .atMost(let limit): limit - value
    }
  }

  /// Whether `value` is on the right side, but for rounding; see ``slack(_:)`` for where it is undefined.
  func isMet(by value: Double) -> Bool {
    let slack = slack(value)
    return slack >= 0 || Rounding.explains(slack, of: value, bound.limit)
  }
}

extension Scenario {
  /// The channels with a target that somebody answers, and the share each should answer in time.
  var sizedShares: [(channel: AimedFigure.Subject, share: Double)] {
    let answered = Set(teams.flatMap(\.answers))
    return channels.compactMap { channel in
      guard answered.contains(channel.id), let target = channel.target else { return nil }
      return (.channel(channel.id), target.share)
    }
  }

  /// What a search for the cheapest headcount must reach: the targets of channels that somebody answers, those of grades if
  /// asked for, and what is expected. Expectations of figures without an interval, or of none, are left out.
  public func sizingTargets(in catalogue: FigureCatalogue) -> [SizingTarget] {
    let sizing = sizingTerms
    var targets: [SizingTarget] = []
    func add(_ metric: String, _ bound: FigureExpectation.Bound) {
      guard let figure = catalogue.figure(named: metric), figure.kind == .estimate else { return }
      let target = SizingTarget(figure: figure, bound: bound)
      if !targets.contains(target) { targets.append(target) }
    }
    for (channel, share) in sizedShares {
      switch sizing.reach {
      case .overall: add(channel.shareInTime, .atLeast(share))
      case .hourly: for hour in 0..<24 { add(channel.shareInTime(inHour: hour), .atLeast(share)) }
      }
    }
    for grade in response?.grades ?? [] where sizing.grades {
      if let share = grade.target { add(AimedFigure.Subject.grade(grade.id).shareInTime, .atLeast(share)) }
    }
    for expectation in expectations where sizing.expectations { add(expectation.metric, expectation.bound) }
    return targets
  }
}
