/// What became of the offer to be called back.
public struct CallbackSummary: Sendable, Equatable {
  /// Contacts that hung up to be called back.
  public internal(set) var asked: UInt64 = 0
  /// Those of them who picked up when they were called.
  public internal(set) var reached: UInt64 = 0

  mutating func merge(_ other: CallbackSummary) {
    asked += other.asked
    reached += other.reached
  }
}

/// What people said who were asked how their contact went.
public struct SurveySummary: Sendable, Equatable {
  /// Answered contacts that were asked.
  public internal(set) var asked: UInt64 = 0
  /// Those of them who replied.
  public internal(set) var replied: UInt64 = 0
  /// Those of them who were satisfied.
  public internal(set) var satisfied: UInt64 = 0

  mutating func merge(_ other: SurveySummary) {
    asked += other.asked
    replied += other.replied
    satisfied += other.satisfied
  }
}
