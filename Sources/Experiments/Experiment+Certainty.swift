extension Experiment {
  /// Runs the experiment and, as long as the verdict on an expectation is uncertain, as many replications again, until
  /// all verdicts are certain or there are `most` replications (or ``replications``, if that is more).
  ///
  /// None is run twice, and none is left out: the result is that of an experiment of as many replications, whatever the
  /// number of jobs. `progress` is as in ``run(progress:)``, the number there are growing with every doubling.
  ///
  /// Looking at a 95 % interval several times gives it several chances to be wrong, so that a bound very near the true
  /// value is judged wrongly a little more often than one time in twenty. Who must not accept that asks for all
  /// replications at once.
  public func runUntilCertain(
    atMost most: Int, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) -> ExperimentResult {
    var records = [ReplicationRecords()]
    var wanted = replications
    while true {
      Self.extend(&records, of: [self], to: wanted, jobs: jobs, progress: progress)
      let result = result(of: records[0])
      // Compared before doubling, so that no number of replications overflows.
      guard wanted < most, result.expectations.contains(where: { $0.verdict == .uncertain }) else { return result }
      wanted = wanted > most / 2 ? most : wanted * 2
    }
  }
}
