import ContactCentre
import DiscreteEvents
import Ledger
import Metrics

/// A recorded run, and what it would have been had another plan taken over at some instant: the same callers, and the
/// same past.
public struct Fork: Sendable {
  /// The recorded run and the fork of it, figure for figure.
  public let result: PairedResult
  /// What the recorded run was.
  public var original: ExperimentResult { result.base }
  /// When the other plan took over, since the first instant of the run.
  public let time: Milliseconds
  /// How many events came before that.
  public let sharedEvents: UInt64
  /// Where the two part; nil if they never do.
  public let difference: EventDifference?
  /// What became of contacts that had not been answered by then, or came later.
  public let contacts: ContactChanges
  /// Where the recorded run was a fork itself: when its last plan took over, if with the changes to it that happens earlier
  /// in the fork; since the first instant of the run.
  public let broughtForwardFrom: Milliseconds?

  /// Whether figures are reckoned by the same costs, premiums and targets in both. Where not, those of the fork hold for all
  /// of its run, the past too.
  public var isReckonedAlike: Bool {
    result.variants.allSatisfy { $0.result.scenario.isReckoned(as: original.scenario) }
  }

  /// What a fork is called among results.
  public static let name = "fork"

  /// How many events of a ledger happened before `time`. O(blocks and one block).
  ///
  /// - Throws: ``LedgerError`` if the block cannot be read, or is not as it was written.
  public static func events(of ledger: LedgerReader, before time: Milliseconds) throws(LedgerError) -> UInt64 {
    guard let block = ledger.blocks.first(where: { $0.kind == .events && $0.lastTime >= time }) else {
      return ledger.eventCount
    }
    var cursor = ledger.cursor(from: block.firstEvent)
    var count = block.firstEvent
    _ = try cursor.advance { events in
      for index in events.indices where events[index].time < time { count += 1 }
    }
    return count
  }

  /// Throws if what a ledger says happened before `time` cannot have happened where `plan` takes over then. O(events).
  ///
  /// - Parameters:
  ///   - ledger: the ledger.
  ///   - chapters: who decided when in it.
  ///   - plan: the plan of the fork; nil if the chapters go on as they did.
  ///   - time: since the first instant of the run.
  public static func checkPast(
    of ledger: LedgerReader, recorded chapters: [RunChapter], by plan: Plan?, before time: Milliseconds
  ) throws(LedgerError) {
    let shared = try events(of: ledger, before: time)
    var run = run(of: ledger, chapters, by: plan, after: shared)
    try ledger.check(upTo: shared) { events throws(ImpossibleEvent) in try run.follow(events) }
  }

  /// The run of the fork, before its first event.
  private static func run(
    of ledger: LedgerReader, _ chapters: [RunChapter], by plan: Plan?, after shared: UInt64
  ) -> ChapteredRun {
    ChapteredRun(
      plan.map { chapters.forked(after: shared, by: $0) } ?? chapters, seed: ledger.header.seed,
      replication: Int(clamping: ledger.header.replication), after: shared, decidedPast: false)
  }

  /// Forks the finished run of a ledger.
  ///
  /// What happened before `time` is the past of both; what happens at `time` and after it `plan` decides in the fork.
  /// O(events of both), in memory for the figures, and some tens of bytes for each contact.
  ///
  /// - Parameters:
  ///   - ledger: the ledger.
  ///   - chapters: who decided when in it, one chapter at least; its figures are reckoned by the last plan.
  ///   - plan: the plan of the fork; see ``ContactCentre/Scenario/obstacle(toForking:)``. Nil if nothing is changed: then
  ///     the chapters go on as they did, and the fork is the recorded run again.
  ///   - time: since the first instant of the run; not later than the end of `plan`.
  ///   - keep: is handed all events of the fork, from the first on.
  ///
  /// - Throws: ``ForkError/obstacle(_:)``, before anything is read, if the plan cannot take over from the last of the
  ///   chapters; ``ForkError/ledger(_:)`` if the ledger cannot be read, is damaged, or says what cannot have happened, and
  ///   what `keep` throws.
  public init(
    of ledger: LedgerReader, recorded chapters: [RunChapter], by plan: Plan?, at time: Milliseconds,
    keep: (Span<Event>) throws(LedgerError) -> Void = { _ throws(LedgerError) in }
  ) throws(ForkError) {
    if let obstacle = plan?.scenario.obstacle(toForking: chapters.lastPlan.scenario) { throw .obstacle(obstacle) }
    do throws(LedgerError) {
      try self.init(unobstructed: ledger, recorded: chapters, by: plan, at: time, keep: keep)
    } catch {
      throw .ledger(error)
    }
  }

  /// As ``init(of:recorded:by:at:keep:)``, by a plan that is known to be able to take over.
  ///
  /// - Throws: ``LedgerError``, as that does.
  package init(
    unobstructed ledger: LedgerReader, recorded chapters: [RunChapter], by plan: Plan?, at time: Milliseconds,
    keep: (Span<Event>) throws(LedgerError) -> Void = { _ throws(LedgerError) in }
  ) throws(LedgerError) {
    let seed = ledger.header.seed
    let replication = Int(clamping: ledger.header.replication)
    let shared = try Self.events(of: ledger, before: time)
    let recorded = chapters.lastPlan
    let forked = plan ?? recorded
    let takeover = plan == nil ? 0 : chapters.dropLast().last?.end ?? 0
    var takeoverTime: Milliseconds?
    var run = Self.run(of: ledger, chapters, by: plan, after: shared)
    var (first, second) = (ContactFates(from: time), ContactFates(from: time))
    var digest = EventDigest()
    var baseTimes = ChapterTimes(chapters)
    var times = ChapterTimes(plan.map { chapters.forked(after: shared, by: $0) } ?? chapters)

    var baseRecorder = Recorder(plan: recorded)
    var recorder = Recorder(plan: forked)
    // What cannot have happened is found before anything is kept.
    try ledger.check(upTo: shared) { events throws(ImpossibleEvent) in try run.follow(events) }
    var cursor = ledger.cursor()
    var count: UInt64 = 0
    var failure: LedgerError?
    while try cursor.advance({ events in
      baseRecorder.fold(events)
      baseTimes.fold(events)
      first.fold(events)
      let past = events.extracting(0..<Int(min(UInt64(events.count), shared - min(count, shared))))
      if takeover > shared, takeover >= count, takeover < count + UInt64(events.count) {
        takeoverTime = events[Int(takeover - count)].time
      }
      count += UInt64(events.count)
      guard !past.isEmpty, failure == nil else { return }
      recorder.fold(past)
      times.fold(past)
      second.fold(past)
      digest.fold(past)
      do throws(LedgerError) { try keep(past) } catch { failure = error }
    }) {
      if let failure { throw failure }
    }

    var matcher = EventMatcher(ledger, from: shared)
    run.goOn()
    while try run.advance({ events throws(LedgerError) in
      recorder.fold(events)
      times.fold(events)
      second.fold(events)
      digest.fold(events)
      try keep(events)
      try matcher.match(events)
    }) {}
    try matcher.finish()

    let base = ExperimentResult(
      plan: recorded, past: baseTimes.past, seed: seed, replication: replication, summary: baseRecorder.finish(),
      digest: ledger.digest)
    let fork = ExperimentResult(
      plan: forked, past: times.past, seed: seed, replication: replication, summary: recorder.finish(), digest: digest)
    result = PairedResult(base: base, variants: [(Self.name, fork)])
    self.time = time
    sharedEvents = shared
    difference = try matcher.difference?.withChannels(of: ledger)
    broughtForwardFrom = takeoverTime
    contacts = ContactChanges(from: first, to: second)
  }
}
