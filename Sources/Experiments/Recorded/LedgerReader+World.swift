import ContactCentre
import DiscreteEvents
import Ledger
import Simulator

extension LedgerReader {
  /// The world as it was at `time`: after everything that happened until then, at that very instant too.
  ///
  /// O(events since the latest snapshot before), each of which is asked whether it can have happened.
  ///
  /// - Parameters:
  ///   - time: since the first instant of the run; one before or after it means its beginning or end.
  ///   - chapters: who decided when.
  ///   - bySameEngine: whether this program is of the version that wrote the ledger; else its snapshots are passed over,
  ///     and what that version brought about is only asked to be possible, not to be in time.
  ///
  /// - Throws: ``LedgerError`` if the ledger cannot be read, is damaged, or says what cannot have happened.
  /// - Precondition: there is one chapter at least.
  public func world(
    at time: Milliseconds, by chapters: [RunChapter], bySameEngine: Bool
  ) throws(LedgerError) -> WorldView {
    let time = min(max(time, 0), chapters.lastPlan.end)
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
      var done = 0
      while done < events.count {
        // What an earlier chapter's plan decided, before this one's took over.
        let teller = min(chapters.place(of: number), chapter)
        let end = teller < chapter ? chapters[teller].end ?? .max : .max
        let length = Int(min(UInt64(events.count - done), end - number))
        do throws(ImpossibleEvent) {
          try simulation.follow(
            checking: events.extracting(done..<done + length), isOwn: teller == chapter && bySameEngine,
            decidedBy: chapters[teller].plan)
        } catch {
          throw ImpossibleEvent(event: error.event, place: done + error.place, reason: error.reason)
        }
        done += length
        number += UInt64(length)
      }
    }
    return simulation.view(at: time)
  }
}
