import DiscreteEvents

/// What was left over at the ends of the days of the measured window: at every local midnight after its start, one at its
/// very end included. Of a grade, incidents; of a deferred channel, contacts.
///
/// An incident waits at a midnight if it opened before it, be that before the window, and was neither attended nor
/// closed before it; it is one of the grade that it has then, and it was not just given that grade at that midnight. By
/// appointment it waits from the hour that was agreed: before that it is booked. A contact waits if it was offered before
/// it, and the work on it was not over before it, nor had it left otherwise. It is counted at every midnight it waits at.
public struct Backlog: Sendable, Equatable {
  /// How many midnights there were.
  public internal(set) var midnights: UInt64 = 0
  /// How many waited, at all of them together.
  public internal(set) var waited: UInt64 = 0
  /// How long ago they had opened, been due by appointment, or been offered, all together, in milliseconds.
  public internal(set) var age: UInt128 = 0
  /// How long ago the oldest of them had; 0 if none waited.
  public internal(set) var oldest: Milliseconds = 0

  mutating func merge(_ other: Backlog) {
    midnights += other.midnights
    waited += other.waited
    age += other.age
    oldest = max(oldest, other.oldest)
  }
}
