/// What a ledger may hold at most: bounds that let a reader refuse nonsense before it makes room for it.
enum LedgerLimits {
  /// Events in one block.
  static let eventsInBlock = 65_536
  /// Events in a ledger: as many as three words can be stored of in 2⁶⁰ bytes.
  static let events: UInt64 = 1 << 55
  /// Bytes of one block's payload.
  static let payload: UInt64 = 1 << 40
  /// Bytes of the header of the file.
  static let header: UInt64 = 1 << 32
}
