import DiscreteEvents

/// What happened to the incidents of one grade: those that were of it in the end.
public struct GradeSummary: Sendable, Hashable {
  /// The incidents that opened inside the measured window.
  public internal(set) var total = IncidentTally()
  /// By the local hour of the day at which they opened, midnight first: 24 of them.
  ///
  /// When the clocks go back both passes of the repeated hour fall into one entry.
  public internal(set) var byHour = Array(repeating: IncidentTally(), count: 24)
  /// How long the responses to those attended took: from where the scenario's response clock starts to the arrival of
  /// the first unit.
  public internal(set) var response = Histogram()
  /// What was left over from one day to the next.
  public internal(set) var backlog = Backlog()

  mutating func merge(_ other: GradeSummary) {
    total.merge(other.total)
    for index in byHour.indices { byHour[index].merge(other.byHour[index]) }
    response.merge(other.response)
    backlog.merge(other.backlog)
  }
}

/// The incidents of one grade that were waiting at the ends of the days of the measured window: at every local midnight
/// after its start, one at its very end included.
///
/// An incident waits at a midnight if it opened before it, be that before the window, and was neither attended nor
/// closed before it. It is counted at every midnight it waits at.
public struct Backlog: Sendable, Hashable {
  /// How many midnights there were.
  public internal(set) var midnights: UInt64 = 0
  /// How many incidents waited, at all of them together.
  public internal(set) var incidents: UInt64 = 0
  /// How long ago they had opened, all together, in milliseconds.
  public internal(set) var age: UInt128 = 0
  /// How long ago the oldest of them had opened; 0 if none waited.
  public internal(set) var oldest: Milliseconds = 0

  mutating func merge(_ other: Backlog) {
    midnights += other.midnights
    incidents += other.incidents
    age += other.age
    oldest = max(oldest, other.oldest)
  }
}
