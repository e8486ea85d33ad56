import ContactCentre
import Metrics

/// How certain the figures with targets are.
public struct TargetCertainty: Sendable, Equatable {
  /// The widest half-width; infinite while there is a figure of ``definedOnce`` or ``undefinedYet``, and 0 if there is none
  /// to judge.
  public private(set) var widest = 0.0
  /// How many figures there are that have a mean.
  public private(set) var judged = 0
  /// The figures that one replication alone defines, so that they have no half-width yet.
  public private(set) var definedOnce: [String] = []
  /// The figures that no replication defines so far, such as shares of contacts that are so rare that nobody came: more
  /// replications may.
  public private(set) var undefinedYet: [String] = []
  /// The figures that no number of replications can define: shares of contacts that are not expected at all. They are not
  /// judged.
  public private(set) var undefined: [String] = []

  /// Takes note of one more figure.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - mean: its mean; nil, or not a number, where no replication defines it.
  ///   - halfWidth: its half-width; nil where fewer than two do.
  ///   - isPossible: whether a replication may define it.
  mutating func note(_ name: String, mean: Double?, halfWidth: Double?, isPossible: Bool) {
    guard let mean, !mean.isNaN else {
      if isPossible {
        undefinedYet.append(name)
        widest = .infinity
      } else {
        undefined.append(name)
      }
      return
    }
    judged += 1
    if halfWidth == nil { definedOnce.append(name) }
    widest = max(widest, halfWidth ?? .infinity)
  }
}

extension ExperimentResult {
  /// How certain the figures with targets are.
  public var targetCertainty: TargetCertainty {
    var certainty = TargetCertainty()
    let ways = scenario.possibleWays
    for figure in catalogue.aimedFigures(of: scenario) {
      let value = estimate(figure.name)
      certainty.note(
        figure.name, mean: value?.mean, halfWidth: value?.halfWidth, isPossible: figure.isPossible(by: ways))
    }
    return certainty
  }
}

extension PairedResult {
  /// How certain the paired differences are, in all variants, of the figures that have a target in both plans; one is
  /// undefined where no replication defines it in both.
  public var targetCertainty: TargetCertainty {
    var certainty = TargetCertainty()
    let ways = base.scenario.possibleWays
    for variant in variants {
      let own = Set(variant.result.catalogue.aimedFigures(of: variant.result.scenario).map(\.name))
      let ownWays = variant.result.scenario.possibleWays
      for figure in base.catalogue.aimedFigures(of: base.scenario) where own.contains(figure.name) {
        let value = variant.difference(figure.name)
        certainty.note(
          "\(figure.name) of “\(variant.name)”", mean: value?.difference, halfWidth: value?.halfWidth,
          isPossible: figure.isPossible(by: ways) && figure.isPossible(by: ownWays))
      }
    }
    return certainty
  }
}

extension AimedFigure {
  /// Whether there may be anything for it to be a share of, `ways` being those by which anything comes.
  fileprivate func isPossible(by ways: (channels: Set<String>, grades: Set<String>)) -> Bool {
    switch subject {
    case .channel(let id): ways.channels.contains(id)
    case .grade(let id): ways.grades.contains(id)
    }
  }
}
