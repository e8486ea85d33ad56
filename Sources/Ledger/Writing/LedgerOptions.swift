/// How a ledger is written. Changes neither what it says nor how it is read.
public struct LedgerOptions: Equatable, Sendable {
  /// How many events a block holds at most, from 1 to 65,536: what a reader decodes at once, and what a crash may take
  /// besides what was not yet synced.
  public let eventsInBlock: Int
  /// After how many blocks the disk is asked to confirm what it was given. A crash of the machine loses no more than what
  /// came after; a crash of the program alone, no more than the block being filled.
  public let blocksBetweenSyncs: Int

  /// By default 4,096 events a block and 64 blocks between syncs: about 260,000 events, or nine days of the West Midlands.
  ///
  /// - Precondition: a block holds 1 to 65,536 events, and there is one or more between syncs.
  public init(eventsInBlock: Int = 4_096, blocksBetweenSyncs: Int = 64) {
    precondition(
      1...LedgerLimits.eventsInBlock ~= eventsInBlock && blocksBetweenSyncs >= 1,
      "a block holds 1 to \(LedgerLimits.eventsInBlock) events, and there is one or more between syncs")
    self.eventsInBlock = eventsInBlock
    self.blocksBetweenSyncs = blocksBetweenSyncs
  }
}
