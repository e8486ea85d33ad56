import ContactCentre
import DiscreteEvents
import Ledger
import Metrics

extension ExperimentResult {
  /// Simulates one replication, keeps its events in a ledger and sums it up: the result ``Experiment`` would have.
  ///
  /// - Parameters:
  ///   - chapters: who decides when; figures are those of the last plan's scenario.
  ///   - writer: the ledger, just begun, whose header has the seed and the number of the replication; finished when this
  ///     returns.
  ///   - stop: asked for, the run ends early, and the ledger is left to be resumed.
  /// - Returns: the result; nil if the run ended early.
  /// - Throws: what kept the ledger from being written. What it holds by then can be resumed.
  /// - Precondition: there is one chapter at least.
  public static func recording(
    _ chapters: [RunChapter], in writer: consuming LedgerWriter, unless stop: StopRequest = StopRequest()
  ) throws(LedgerError) -> ExperimentResult? {
    let header = writer.header
    let replication = Int(clamping: header.replication)
    return try complete(
      ChapteredRun(chapters, seed: header.seed, replication: replication), of: chapters.lastPlan, seed: header.seed,
      replication: replication, recorder: Recorder(plan: chapters.lastPlan),
      times: ChapterTimes(chapters), in: writer, unless: stop)
  }

  /// Simulates one replication of a seed's and sums it up: the result ``Experiment`` has of its first.
  ///
  /// - Parameters:
  ///   - plan: what is simulated.
  ///   - seed: the seed of all randomness.
  ///   - replication: the number of the replication, from 0.
  ///   - keeping: how much is kept of it, as the result's first.
  ///   - stop: asked for, the run ends early.
  /// - Returns: the result; nil if the run ended early.
  /// - Precondition: `replication` is not negative.
  public static func simulating(
    _ plan: Plan, seed: UInt64, replication: Int, keeping: FirstReplication.Keeping = .nothing,
    unless stop: StopRequest = StopRequest()
  ) -> ExperimentResult? {
    let experiment = Experiment(plan: plan, seed: seed, keeping: keeping)
    return experiment.replicate(replication, isFirst: true) { stop.wasMade }.map { run in
      ExperimentResult(
        plan: plan, seed: seed, first: replication, catalogue: experiment.catalogue,
        samples: [experiment.catalogue.estimateValues(of: run.summary)], summary: run.summary, digests: [run.digest],
        firstReplication: run.first)
    }
  }

  /// As ``recording(_:in:unless:)``, but goes on with a run that was cut short: to the same end,
  /// event for event.
  ///
  /// - Parameters:
  ///   - prefix: what there is of the ledger that `writer` has taken up.
  ///   - chapters: who decides when.
  ///   - writer: the ledger, to be written on from there.
  ///   - stop: asked for, the run ends early once more.
  /// - Throws: also the first event that cannot have happened.
  /// - Precondition: there is one chapter at least.
  public static func resuming(
    _ prefix: LedgerReader, _ chapters: [RunChapter], in writer: consuming LedgerWriter,
    unless stop: StopRequest = StopRequest()
  ) throws(LedgerError) -> ExperimentResult? {
    let seed = prefix.header.seed
    let plan = chapters.lastPlan
    var recorder = Recorder(plan: plan)
    var times = ChapterTimes(chapters)
    let replication = Int(clamping: prefix.header.replication)
    var run = ChapteredRun(chapters, seed: seed, replication: replication)
    try prefix.check { events throws(ImpossibleEvent) in
      try run.follow(events)
      recorder.fold(events)
      times.fold(events)
    }
    run.goOn()
    return try complete(
      run, of: plan, seed: seed, replication: replication, recorder: recorder, times: times, in: writer, unless: stop)
  }

  /// The result of the run that a ledger holds, from its events alone. O(events), in memory for the figures.
  ///
  /// - Parameters:
  ///   - ledger: a ledger.
  ///   - chapters: who decided when in it; figures are those of the last plan's scenario.
  ///
  /// - Throws: ``LedgerError`` if the ledger cannot be read, is damaged, or says what cannot have happened.
  /// - Precondition: there is one chapter at least.
  public init(_ ledger: LedgerReader, chapters: [RunChapter]) throws(LedgerError) {
    let plan = chapters.lastPlan
    var recorder = Recorder(plan: plan)
    var times = ChapterTimes(chapters)
    var cursor = ledger.cursor()
    while try cursor.advance({ events in
      recorder.fold(events)
      times.fold(events)
    }) {}
    self.init(
      plan: plan, past: times.past, seed: ledger.header.seed, replication: Int(clamping: ledger.header.replication),
      summary: recorder.finish(), digest: ledger.digest)
  }

  /// How many events there are between two snapshots at least. A snapshot takes as much room as some thousands of events,
  /// and following so many takes a few hundredths of a second.
  private static let eventsBetweenSnapshots: UInt64 = 64 * 4_096

  private static func complete(
    _ run: consuming ChapteredRun, of plan: Plan, seed: UInt64, replication: Int, recorder: consuming Recorder,
    times: ChapterTimes, in writer: consuming LedgerWriter, unless stop: StopRequest
  ) throws(LedgerError) -> ExperimentResult? {
    var run = run
    var recorder = recorder
    var times = times
    var writer = writer
    var time: Milliseconds = 0
    var next: (event: UInt64, time: Milliseconds) = (run.count + eventsBetweenSnapshots, .hour)
    while try run.advance({ events throws(LedgerError) in
      recorder.fold(events)
      times.fold(events)
      try writer.append(events)
      time = events[events.count - 1].time
    }) {
      if run.count >= next.event, time >= next.time {
        try writer.appendSnapshot(run.snapshot(), at: time)
        next = (run.count + eventsBetweenSnapshots, time + .hour)
      }
      if stop.wasMade {
        try writer.leave()
        return nil
      }
    }
    let digest = writer.digest
    try writer.finish()
    return ExperimentResult(
      plan: plan, past: times.past, seed: seed, replication: replication, summary: recorder.finish(), digest: digest)
  }
}
