/// What came of one group of those who come again and again, inside the measured window.
public struct CallerSummary: Sendable, Equatable {
  /// Contacts they made: new ones, redials, and rings about incidents. One that is diverted, or handed on, counts once.
  public internal(set) var offered: UInt64 = 0
  /// How many of them made any.
  public internal(set) var callers: UInt64 = 0

  mutating func merge(_ other: CallerSummary) {
    offered += other.offered
    callers += other.callers
  }
}
