extension Experiment {
  /// As ``run(progress:)``, but ends early when `stop` is asked for: with the result of the replications that are done by
  /// then, which are always the first of them; nil if none is.
  ///
  /// Replications under way are finished first, unless none is done yet. With `precision`, as
  /// ``run(until:progress:)``.
  public func run(
    until precision: Precision? = nil, unless stop: StopRequest,
    progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) -> ExperimentResult? {
    Self.run(
      [self], from: replications, until: precision, jobs: jobs, stop: stop, least: 1, progress: progress
    ) { $0[0].targetCertainty.widest }?[0]
  }

  /// As ``run(_:progress:)``, but gives up when `stop` is asked for: nil, as a part of a shard is of no use to the others.
  public func run(
    _ shard: Shard, unless stop: StopRequest, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) -> ReplicationRecords? {
    Self.run([self], shard.range(of: replications), jobs: jobs, unless: stop, progress: progress)?[0]
  }

  /// The records of all replications in `range`; nil if `stop` was asked for before they were done.
  static func run(
    _ experiments: [Experiment], _ range: Range<Int>, jobs: Int?, unless stop: StopRequest,
    progress: (@Sendable (_ done: Int, _ of: Int) -> Void)?
  ) -> [ReplicationRecords]? {
    var records = [ReplicationRecords](repeating: ReplicationRecords(from: range.lowerBound), count: experiments.count)
    let isWhole = extend(
      &records, of: experiments, to: range.upperBound, jobs: jobs, stop: stop, least: range.count, progress: progress)
    return isWhole ? records : nil
  }
}

extension Comparison {
  /// As ``run(progress:)``, but ends early when `stop` is asked for: with the comparison of the replications that are done
  /// by then, which are always the first of them and the same of every plan; nil if there are not two, or the only one of
  /// ``replications``.
  ///
  /// Replications under way are finished first, unless there are fewer yet. With `precision`, as
  /// ``run(until:progress:)``.
  public func run(
    until precision: Precision? = nil, unless stop: StopRequest,
    progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) -> PairedResult? {
    Experiment.run(
      experiments, from: replications, until: precision, jobs: jobs, stop: stop,
      least: precision == nil ? min(2, replications) : 2, progress: progress
    ) { paired($0).targetCertainty.widest }.map(paired)
  }

  /// As ``run(_:progress:)``, but gives up when `stop` is asked for.
  public func run(
    _ shard: Shard, unless stop: StopRequest, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) -> [ReplicationRecords]? {
    Experiment.run(experiments, shard.range(of: replications), jobs: jobs, unless: stop, progress: progress)
  }
}
