import DiscreteEvents

/// How the handlers of one team spent the measured window, all of them together.
///
/// Sums wrap rather than trap: no run comes near that, and a log that was made up must not stop who reads it.
public struct TeamSummary: Sendable, Equatable {
  /// Time on the roster: tours of those who came, as long as they were planned, and of those who did not. Without those
  /// who were brought in.
  public internal(set) var rostered: Milliseconds = 0
  /// Time signed on and not on a break, work beyond the planned end of the tour included.
  public internal(set) var staffed: Milliseconds = 0
  /// The part of ``staffed`` with at least one contact in hand, in conversation or in wrap-up; for dispatchers, with an
  /// assignment in hand.
  public internal(set) var busy: Milliseconds = 0
  /// Time in the tours, as planned, of those who came, late or not, and of those who were brought in.
  public internal(set) var expected: Milliseconds = 0
  /// The part of ``expected`` that is planned away from work: breaks due while somebody is there, and closures of the site.
  public internal(set) var pauses: Milliseconds = 0
  /// The part of ``expected`` without ``pauses`` in which they were at work. Who works through a pause adds nothing.
  public internal(set) var kept: Milliseconds = 0
  /// The part of ``rostered`` in which somebody was at work: ``staffed`` without those who were brought in and without what
  /// is worked beyond the planned ends of tours.
  public internal(set) var present: Milliseconds = 0
  /// Time in the tours, as planned, of those who were brought in to make up a minimum.
  public internal(set) var broughtIn: Milliseconds = 0
  /// Time signed on beyond the planned ends of tours.
  public internal(set) var overrun: Milliseconds = 0
  /// The parts of ``rostered`` that each premium of the team's role is paid for, in the order of the scenario.
  public internal(set) var premiums: [Milliseconds] = []
  /// ``rostered``, ``staffed`` and ``busy`` by local hour of the day, from midnight on; empty until the run is over.
  public internal(set) var byHour: [HourTimes] = []

  /// Time on overtime.
  public var overtime: Milliseconds { broughtIn &+ overrun }

  mutating func merge(_ other: TeamSummary) {
    rostered &+= other.rostered
    staffed &+= other.staffed
    busy &+= other.busy
    expected &+= other.expected
    pauses &+= other.pauses
    kept &+= other.kept
    present &+= other.present
    broughtIn &+= other.broughtIn
    overrun &+= other.overrun
    premiums = premiums.merged(with: other.premiums)
    if byHour.isEmpty { byHour = Array(repeating: HourTimes(), count: other.byHour.count) }
    for hour in other.byHour.indices { byHour[hour].merge(other.byHour[hour]) }
  }
}

extension [Milliseconds] {
  /// The sums of what stands in the same places; what only one of them has is as it is there.
  func merged(with other: [Milliseconds]) -> [Milliseconds] {
    (0..<Swift.max(count, other.count)).map { ($0 < count ? self[$0] : 0) &+ ($0 < other.count ? other[$0] : 0) }
  }
}
