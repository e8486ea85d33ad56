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
    var count = precision?.first(of: first) ?? first
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
