import DiscreteEvents

/// How the handlers of one team spent an hour of the day, on all dates of the measured window together.
///
/// Sums wrap rather than trap, as those of ``TeamSummary`` do.
public struct HourTimes: Sendable, Equatable {
  /// The part of ``TeamSummary/rostered`` in that hour.
  public internal(set) var rostered: Milliseconds = 0
  /// The part of ``TeamSummary/staffed`` in that hour.
  public internal(set) var staffed: Milliseconds = 0
  /// The part of ``TeamSummary/busy`` in that hour.
  public internal(set) var busy: Milliseconds = 0

  mutating func merge(_ other: HourTimes) {
    rostered &+= other.rostered
    staffed &+= other.staffed
    busy &+= other.busy
  }
}
