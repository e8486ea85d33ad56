import DiscreteEvents

/// How the units that signed on at one hub spent the measured window, all of them together. Sums wrap, as those of
/// ``TeamSummary`` do.
public struct HubSummary: Sendable, Equatable {
  /// Time on duty and not on a break without an incident, the way back to the hub included.
  public internal(set) var free: Milliseconds = 0
  /// Time from being given an incident to arriving, what the dispatcher takes and setting off included.
  public internal(set) var mobile: Milliseconds = 0
  /// Time at scenes.
  public internal(set) var scene: Milliseconds = 0
  /// Time with prisoners, the journey to custody included.
  public internal(set) var custody: Milliseconds = 0
  /// Time writing incidents up, off the road.
  public internal(set) var paperwork: Milliseconds = 0
  /// Officers' time in the tours of those who came, as long as these were planned.
  public internal(set) var officers: Milliseconds = 0
  /// The part of ``officers`` that fell to officers brought in to reach the minimum.
  public internal(set) var broughtIn: Milliseconds = 0
  /// Officers' time beyond the planned ends of their tours.
  public internal(set) var overrun: Milliseconds = 0
  /// Incidents that opened inside the window to which a unit of the hub came first.
  public internal(set) var attended: UInt64 = 0
  /// Those of ``attended`` whose response took no longer than their grade's `within`.
  public internal(set) var attendedInTime: UInt64 = 0

  /// Time with an incident.
  public var busy: Milliseconds { mobile &+ scene &+ custody &+ paperwork }
  /// Time on duty and not on a break, beyond the planned end of the tour too.
  public var onDuty: Milliseconds { free &+ busy }
  /// Officers' time on overtime.
  public var overtime: Milliseconds { broughtIn &+ overrun }

  mutating func merge(_ other: HubSummary) {
    free &+= other.free
    mobile &+= other.mobile
    scene &+= other.scene
    custody &+= other.custody
    paperwork &+= other.paperwork
    officers &+= other.officers
    broughtIn &+= other.broughtIn
    overrun &+= other.overrun
    attended &+= other.attended
    attendedInTime &+= other.attendedInTime
  }
}
