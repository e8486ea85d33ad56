import ContactCentre
import DiscreteEvents

/// An incident that is open or will open. 144 bytes.
struct IncidentRecord: NumberedRecord {
  /// Everything drawn about it derives from it.
  var key: UInt64
  /// Where it is.
  var place: Whereabouts
  /// When it opened; its place in a waiting list follows from it.
  var opened: Milliseconds
  /// When what it waits for is due, as it stands in the calendar; ``Calendar/never`` for nothing.
  var moment: Calendar.Moment
  /// When it is closed, regraded, or its caller rings again, if nobody has come by then; ``ContactRecord/none`` for never.
  var withdrawsAt: Milliseconds
  var regradesAt: Milliseconds
  var ringsAt: Milliseconds
  /// Its number.
  var number: UInt32
  /// The contact it opened from, or ``noContact``.
  var contact: UInt32
  /// Its row in the trace of its channel or source, or ``noContact`` if it was not recorded.
  var row: UInt32
  /// The incident behind it in its waiting list, and the one before it.
  var next: UInt32
  var previous: UInt32
  /// Milliseconds of work at the scene that a unit called away has left undone.
  var sceneLeft: UInt32
  /// The channel it came by, or its source's number after those of the channels.
  var source: UInt16
  /// The first of its units on the way or at the scene.
  var unit: UInt16
  var grade: UInt8
  var state: IncidentState
  /// How it ends if nobody comes.
  var reason: UInt8
  /// How many units it wants.
  var wanted: UInt8
  /// Units assigned to it that have not arrived; those at the scene; those that arrived and were not called away.
  var enRoute: UInt8
  var atScene: UInt8
  var stayed: UInt8
  /// How often a unit arrived that did not take over from another; beyond 255 it no longer counts.
  var arrivals: UInt8
  /// The ordinal of the unit that left ``sceneLeft``.
  var leftBy: UInt8
  /// How often a unit was sent.
  var departures: UInt8
  /// How often its caller has rung again.
  var rings: UInt8
  /// How often it has been assessed.
  var assessments: UInt8
  /// The waiting list it is in, or ``noList``.
  var list: UInt8

  /// Whether anybody has come.
  var isAttended: Bool { arrivals > 0 }
  /// How many units it has, or has had for as long as they were needed.
  var served: Int { Int(enRoute) + Int(stayed) }
  /// Whether a unit should be sent.
  var wantsUnit: Bool { state == .open && served < Int(wanted) }
  /// When what it waits for is due; ``ContactRecord/none`` for nothing.
  var due: Milliseconds { moment == Calendar.never ? ContactRecord.none : Calendar.time(of: moment) }

  /// Whether it goes before another in a waiting list: in the order in which they opened.
  @inline(always)
  func isBefore(_ other: UnsafePointer<IncidentRecord>) -> Bool {
    (opened, number) < (other.pointee.opened, other.pointee.number)
  }

  static var noList: UInt8 { .max }

  /// Whether it is not known.
  @inline(always)
  var isGone: Bool { state == .gone }

  static var gone: IncidentRecord {
    IncidentRecord(
      key: 0, place: Whereabouts(at: .nowhere, place: 0), opened: 0, moment: Calendar.never,
      withdrawsAt: ContactRecord.none, regradesAt: ContactRecord.none, ringsAt: ContactRecord.none, number: noIncident,
      contact: noContact, row: noContact, next: noIncident, previous: noIncident, sceneLeft: 0, source: 0,
      unit: noUnit, grade: 0, state: .gone, reason: 0, wanted: 0, enRoute: 0, atScene: 0, stayed: 0, arrivals: 0,
      leftBy: 0, departures: 0, rings: 0, assessments: 0, list: noList)
  }
}

/// The number of no incident.
let noIncident = UInt32.max
