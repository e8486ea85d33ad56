extension Experiment {
  /// Runs the experiment and, as long as the verdict on an expectation is uncertain, as many replications again, until
  /// all verdicts are certain or there are `most` replications (or ``replications``, if that is more).
  ///
  /// None is run twice, and none is left out: the result is that of an experiment of as many replications, whatever the
  /// number of jobs. `progress` is as in ``run(progress:)``, the number there are growing with every doubling.
  ///
  /// Looking at an interval several times gives it several chances to be wrong. So that all looks together are wrong no more
  /// often than one 95 % interval, verdicts ask for wider ones: see ``looks(atMost:)``.
  public func runUntilCertain(
    atMost most: Int, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) -> ExperimentResult {
    var records = [ReplicationRecords()]
    let looks = looks(atMost: most)
    var wanted = replications
    while true {
      Self.extend(&records, of: [self], to: wanted, jobs: jobs, progress: progress)
      let result = result(of: records[0], looks: looks)
      guard wanted < most, result.expectations.contains(where: { $0.verdict == .uncertain }) else { return result }
      wanted = Self.doubled(wanted, atMost: most)
    }
  }

  /// How often ``runUntilCertain(atMost:progress:)`` may look at the verdicts: five times from 20 replications to 256. Each
  /// verdict is by an interval of 1 − 5 % ÷ looks, 99 % for five.
  public func looks(atMost most: Int) -> Int {
    var looks = 1
    var count = replications
    while count < most {
      count = Self.doubled(count, atMost: most)
      looks += 1
    }
    return looks
  }

  /// Compared before doubling, so that no number of replications overflows.
  private static func doubled(_ count: Int, atMost most: Int) -> Int { count > most / 2 ? most : count * 2 }
}
