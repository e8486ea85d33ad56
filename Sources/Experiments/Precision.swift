import Metrics

/// How certain figures with targets should be before no more replications are run. Those that no replication so far defines
/// are left out: see ``TargetCertainty/undefined``.
///
/// The number of replications follows from the results of the batches before alone, so that it is the same for any number
/// of jobs, and the result is that of an experiment that was told this number.
///
/// Looking at an interval several times and stopping when it happens to be narrow makes it hold the true mean a little
/// less often than 95 times in a hundred; batches of ten and a first one of at least ten keep that small.
public struct Precision: Sendable, Hashable {
  /// The half-width that no figure with a target may exceed in the end.
  public let halfWidth: Double
  /// The replications to stop after all the same.
  public let most: Int

  /// The replications that are added at least, and run first.
  static let batch = 10

  /// A precision; `most` is two at least, because a single replication has no half-widths.
  public init(halfWidth: Double, most: Int) {
    precondition(halfWidth > 0 && most >= 2, "a half-width takes two replications, and none is 0 for certain")
    self.halfWidth = halfWidth
    self.most = most
  }

  /// How many replications there should be, after so many led to half-widths of at most `widest`; nil if these are enough.
  ///
  /// Half-widths shrink with the root of the number: so many as that predicts, in whole batches, but not more than double.
  func next(after count: Int, widest: Double) -> Int? {
    guard widest > halfWidth, count < most else { return nil }
    let ratio = widest / halfWidth
    let wanted = min(Double(count) * ratio * ratio, Double(count) * 2)
    let batches = max(count / Self.batch + 1, Int((wanted / Double(Self.batch)).rounded(.up)))
    return min(most, batches * Self.batch)
  }
}

/// How certain the figures with targets are.
public struct TargetCertainty: Sendable, Hashable {
  /// The widest half-width; infinite while there is a figure of ``definedOnce``, and 0 if there is none to judge.
  public private(set) var widest = 0.0
  /// How many figures there are that have a mean.
  public private(set) var judged = 0
  /// The figures that one replication alone defines, so that they have no half-width yet.
  public private(set) var definedOnce: [String] = []
  /// The figures that no replication defines, such as shares of contacts where nobody came. They are not judged, as no
  /// number of replications may be enough for them.
  public private(set) var undefined: [String] = []

  /// Takes note of one more figure.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - mean: its mean; nil, or not a number, where no replication defines it.
  ///   - halfWidth: its half-width; nil where fewer than two do.
  mutating func note(_ name: String, mean: Double?, halfWidth: Double?) {
    guard let mean, !mean.isNaN else {
      undefined.append(name)
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
    for figure in catalogue.aimedFigures(of: scenario) {
      let value = estimate(figure.name)
      certainty.note(figure.name, mean: value?.mean, halfWidth: value?.halfWidth)
    }
    return certainty
  }
}

extension PairedResult {
  /// How certain the paired differences are, in all variants, of the figures that have a target in both plans; one is
  /// undefined where no replication defines it in both.
  public var targetCertainty: TargetCertainty {
    var certainty = TargetCertainty()
    for variant in variants {
      let own = Set(variant.result.catalogue.aimedFigures(of: variant.result.scenario).map(\.name))
      for figure in base.catalogue.aimedFigures(of: base.scenario) where own.contains(figure.name) {
        let value = variant.difference(figure.name)
        certainty.note(
          "\(figure.name) of “\(variant.name)”", mean: value?.difference, halfWidth: value?.halfWidth)
      }
    }
    return certainty
  }
}

extension Experiment {
  /// Runs batches of replications until every figure with a target is as certain as `precision` asks, or there are as many
  /// as it allows. ``replications`` are run first, or ten if that is more.
  ///
  /// `progress` is as in ``run(progress:)``, the number there are growing with every batch.
  public func run(
    until precision: Precision, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) -> ExperimentResult {
    guard let result = run(until: precision, unless: StopRequest(), progress: progress) else {
      preconditionFailure("nobody can have asked to stop")
    }
    return result
  }

  /// Runs batches of replications of all `experiments` until what `widest` says of their results is narrow enough; without
  /// `precision`, one batch of `first`. Ends early when `stop` is asked for, with what is done; nil if that is fewer than
  /// `least`.
  static func run(
    _ experiments: [Experiment], from first: Int, until precision: Precision?, jobs: Int?, stop: StopRequest?,
    least: Int, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)?, widest: ([ExperimentResult]) -> Double
  ) -> [ExperimentResult]? {
    var records = [ReplicationRecords](repeating: ReplicationRecords(), count: experiments.count)
    var count = precision.map { min(max(first, Precision.batch), $0.most) } ?? first
    while true {
      let isWhole = extend(
        &records, of: experiments, to: count, jobs: jobs, stop: stop, least: least, progress: progress)
      guard records.allSatisfy({ $0.count >= least }) else { return nil }
      let results = zip(experiments, records).map { $0.result(of: $1) }
      guard isWhole, let next = precision?.next(after: count, widest: widest(results)) else { return results }
      count = next
    }
  }
}

extension Comparison {
  /// Runs batches of replications until, in every variant, the paired difference of every figure with a target is as
  /// certain as `precision` asks, or there are as many as it allows. ``replications`` are run first, or ten if that is more.
  ///
  /// `progress` is as in ``run(progress:)``, the number there are growing with every batch.
  public func run(
    until precision: Precision, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) -> PairedResult {
    guard let result = run(until: precision, unless: StopRequest(), progress: progress) else {
      preconditionFailure("nobody can have asked to stop")
    }
    return result
  }
}
