import ContactCentre
import Ledger

extension LedgerReader {
  /// Throws if anything is not as it was written, or cannot have happened in a run of `chapters`. O(events).
  ///
  /// - Parameter bySameEngine: as of ``world(at:by:bySameEngine:)``.
  /// - Precondition: there is one chapter at least.
  public func checkHistory(of chapters: [RunChapter], bySameEngine: Bool) throws(LedgerError) {
    var run = ChapteredRun(
      chapters, seed: header.seed, replication: Int(clamping: header.replication), decidedPast: bySameEngine)
    try check { events throws(ImpossibleEvent) in try run.follow(events) }
  }
}
