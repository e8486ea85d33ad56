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
    let forked = plan.map { chapters.forked(after: shared, by: $0) } ?? chapters
    var run = run(of: ledger, forked, after: shared)
    try ledger.check(upTo: shared) { events throws(ImpossibleEvent) in try run.follow(events) }
  }

  /// The run of the fork, before its first event.
  private static func run(of ledger: LedgerReader, _ chapters: [RunChapter], after shared: UInt64) -> ChapteredRun {
    ChapteredRun(
      chapters, seed: ledger.header.seed, replication: Int(clamping: ledger.header.replication), after: shared,
      decidedPast: false)
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
    let forked = plan.map { chapters.forked(after: shared, by: $0) } ?? chapters
    let takeover = plan == nil ? 0 : chapters.dropLast().last?.end ?? 0
    var takeoverTime: Milliseconds?
    var run = Self.run(of: ledger, forked, after: shared)
    var base = RunFigures(chapters, fatesFrom: time)
    var fork = RunFigures(forked, fatesFrom: time)
    var digest = EventDigest()
    // What cannot have happened is found before anything is kept.
    try ledger.check(upTo: shared) { events throws(ImpossibleEvent) in try run.follow(events) }
    var cursor = ledger.cursor()
    var count: UInt64 = 0
    var failure: LedgerError?
    while try cursor.advance({ events in
      base.fold(events)
      let past = events.extracting(0..<Int(min(UInt64(events.count), shared - min(count, shared))))
      if takeover > shared, takeover >= count, takeover < count + UInt64(events.count) {
        takeoverTime = events[Int(takeover - count)].time
      }
      count += UInt64(events.count)
      guard !past.isEmpty, failure == nil else { return }
      fork.fold(past)
      digest.fold(past)
      do throws(LedgerError) { try keep(past) } catch { failure = error }
    }) {
      if let failure { throw failure }
    }

    var matcher = EventMatcher(ledger, from: shared)
    run.goOn()
    while try run.advance({ events throws(LedgerError) in
      fork.fold(events)
      digest.fold(events)
      try keep(events)
      try matcher.match(events)
    }) {}
    try matcher.finish()

    contacts = ContactChanges(from: base.fates, to: fork.fates)
    result = PairedResult(
      base: base.finish(seed: seed, replication: replication, digest: ledger.digest),
      variants: [(Self.name, fork.finish(seed: seed, replication: replication, digest: digest))])
    self.time = time
    sharedEvents = shared
    difference = try matcher.difference?.withChannels(of: ledger)
    broughtForwardFrom = takeoverTime
  }
}

/// What a run comes to, while its events go by.
private struct RunFigures: ~Copyable {
  private let plan: Plan
  private var recorder: Recorder
  private var times: ChapterTimes
  private(set) var fates: ContactFates

  /// Nothing is known yet of a run of these chapters; of its contacts only those are of interest that had not been answered by
  /// `time`, or came later.
  init(_ chapters: [RunChapter], fatesFrom time: Milliseconds) {
    plan = chapters.lastPlan
    recorder = Recorder(plan: plan)
    times = ChapterTimes(chapters)
    fates = ContactFates(from: time)
  }

  mutating func fold(_ events: Span<Event>) {
    recorder.fold(events)
    times.fold(events)
    fates.fold(events)
  }

  consuming func finish(seed: UInt64, replication: Int, digest: EventDigest) -> ExperimentResult {
    ExperimentResult(
      plan: plan, past: times.past, seed: seed, replication: replication, summary: recorder.finish(), digest: digest)
  }
}
