import ContactCentre
import DiscreteEvents
import Ledger

extension LedgerReader {
  /// The world as it was at `time`: after everything that happened until then, at that very instant too.
  ///
  /// O(events since the latest snapshot before).
  ///
  /// - Parameters:
  ///   - time: since the first instant of the run.
  ///   - chapters: who decided when.
  ///   - usingSnapshots: whether this program is of the version that wrote them; else they are passed over.
  public func world(
    at time: Milliseconds, by chapters: [RunChapter], usingSnapshots: Bool
  ) throws(LedgerError) -> WorldView {
    let count = try Fork.events(of: self, before: time + 1)
    let chapter = chapters.place(of: count == 0 ? 0 : count - 1)
    let plan = chapters[chapter].plan
    let replication = Int(clamping: header.replication)
    var simulation = Simulation(plan: plan, seed: header.seed, replication: replication)
    var first: UInt64 = 0
    // The worlds of another chapter are of another plan.
    let earliest = chapter == 0 ? 0 : chapters[chapter - 1].end ?? 0
    if usingSnapshots, let snapshot = try snapshot(afterAtMost: count), snapshot.event >= earliest {
      do throws(SnapshotFault) {
        simulation = try Simulation(
          plan: plan, seed: header.seed, replication: replication, restoring: snapshot.bytes)
        first = snapshot.event
      } catch {
        // A snapshot only saves time: the events say the same.
      }
    }
    var left = count - first
    var cursor = cursor(from: first)
    while left > 0,
      try cursor.advance({ events in
        let some = events.extracting(0..<Int(min(UInt64(events.count), left)))
        simulation.follow(some)
        left -= UInt64(some.count)
      })
    {}
    return simulation.view(at: time)
  }
}
