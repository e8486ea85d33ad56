import ContactCentre
import DiscreteEvents
import Ledger

extension LedgerReader {
  /// The world as it was at `time`: after everything that happened until then, at that very instant too.
  ///
  /// O(events since the latest snapshot before), each of which is asked whether it can have happened.
  ///
  /// - Parameters:
  ///   - time: since the first instant of the run.
  ///   - chapters: who decided when.
  ///   - bySameEngine: whether this program is of the version that wrote the ledger; else its snapshots are passed over,
  ///     and what that version brought about is only asked to be possible, not to be in time.
  ///
  /// - Throws: ``LedgerError`` if the ledger cannot be read, is damaged, or says what cannot have happened.
  public func world(
    at time: Milliseconds, by chapters: [RunChapter], bySameEngine: Bool
  ) throws(LedgerError) -> WorldView {
    let count = try Fork.events(of: self, before: time + 1)
    let chapter = chapters.place(of: count == 0 ? 0 : count - 1)
    let plan = chapters[chapter].plan
    let replication = Int(clamping: header.replication)
    var simulation = Simulation(plan: plan, seed: header.seed, replication: replication)
    var first: UInt64 = 0
    // The worlds of another chapter are of another plan.
    let earliest = chapter == 0 ? 0 : chapters[chapter - 1].end ?? 0
    if bySameEngine, let snapshot = try snapshot(afterAtMost: count), snapshot.event >= earliest {
      do throws(SnapshotFault) {
        simulation = try Simulation(
          plan: plan, seed: header.seed, replication: replication, restoring: snapshot.bytes)
        first = snapshot.event
      } catch {
        // A snapshot only saves time: the events say the same.
      }
    }
    var number = first
    try check(from: first, upTo: count) { events throws(ImpossibleEvent) in
      // What an earlier chapter's plan decided, before this one's took over.
      let others = Int(min(UInt64(events.count), earliest - min(number, earliest)))
      try simulation.follow(checking: events.extracting(0..<others), isOwn: false)
      do throws(ImpossibleEvent) {
        try simulation.follow(checking: events.extracting(others..<events.count), isOwn: bySameEngine)
      } catch {
        throw ImpossibleEvent(event: error.event, place: others + error.place, reason: error.reason)
      }
      number += UInt64(events.count)
    }
    return simulation.view(at: time)
  }
}

extension LedgerReader {
  /// Throws if anything is not as it was written, or cannot have happened in a run of `chapters`. O(events).
  ///
  /// - Parameter bySameEngine: as of ``world(at:by:bySameEngine:)``.
  public func checkHistory(of chapters: [RunChapter], bySameEngine: Bool) throws(LedgerError) {
    var run = ChapteredRun(
      chapters, seed: header.seed, replication: Int(clamping: header.replication), decidedPast: bySameEngine)
    try check { events throws(ImpossibleEvent) in try run.follow(events) }
  }
}
