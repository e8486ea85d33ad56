/// What became of the incidents of one grade that opened in one slice of time: the whole window, or an hour of the day.
///
/// Counts are exact, so tallies add up in any order. Conservation holds in every slice:
/// opened = attended + cancelled + resolved + retained.
public struct IncidentTally: Sendable, Equatable {
  /// Incidents that opened, from a contact or a log.
  public internal(set) var opened: UInt64 = 0
  /// Incidents at whose scene a unit arrived.
  public internal(set) var attended: UInt64 = 0
  /// Attended incidents whose response took no longer than the grade's `within`.
  public internal(set) var attendedInTime: UInt64 = 0
  /// Incidents called off before anybody came.
  public internal(set) var cancelled: UInt64 = 0
  /// Incidents resolved without deployment.
  public internal(set) var resolved: UInt64 = 0
  /// What the responses to attended incidents took in all, in milliseconds.
  ///
  /// 128 bits, because a backlog of weeks in many merged runs could overflow 64.
  public internal(set) var responded: UInt128 = 0

  /// Nothing opened.
  public init() {}

  /// Incidents to which nobody had come and which nobody had closed when the run ended.
  public var retained: UInt64 { opened &- attended &- cancelled &- resolved }

  /// Adds the incidents of `other`. O(1), exact, in any order.
  public mutating func merge(_ other: IncidentTally) {
    opened += other.opened
    attended += other.attended
    attendedInTime += other.attendedInTime
    cancelled += other.cancelled
    resolved += other.resolved
    responded += other.responded
  }
}
