import ContactCentre
import DiscreteEvents

/// What a unit is doing.
enum UnitState: UInt8 {
  /// There is no such unit on duty.
  case away
  /// At its hub or on the way back to it, ready to be sent.
  case free
  /// Is being told where to go until due.
  case assigned
  /// Gets ready to go, until due.
  case mobilising
  /// On the way, arriving when due.
  case mobile
  /// At the scene until due.
  case atScene
  /// Taking a prisoner to custody, and there, until due.
  case inCustody
  /// Writing up until due.
  case atPaperwork
  /// On a break until due.
  case onBreak
}

/// A number that a unit on duty may have. 192 bytes.
struct UnitRecord: BitwiseCopyable {
  /// The journey it is on, or was on last: from where, to where, when.
  var origin: Whereabouts
  var destination: Whereabouts
  var departed: Milliseconds
  var arrives: Milliseconds
  /// The key of the incident it was given last.
  var key: UInt64
  /// When its tour began, be it before the first instant of the run, and ends; ``ContactRecord/none`` for never.
  var start: Milliseconds
  var end: Milliseconds
  /// When it entered its present state.
  var since: Milliseconds
  /// When what it waits for is due, as it stands in the calendar; ``Calendar/never`` for nothing.
  var moment: Calendar.Moment
  /// The duty it works, by number.
  var duty: UInt32
  /// The incident it was given last.
  var incident: UInt32
  /// Milliseconds it takes to set off.
  var mobilisation: UInt32
  /// The shift it follows, or ``Event/noShift``.
  var shift: UInt16
  /// When in the spread of its breaks its own turn is, in 65,536ths.
  var turn: UInt16
  var hub: UInt16
  /// The position of the dispatcher who is telling it where to go, or ``noHandler``.
  var handler: UInt16
  /// The unit after it at its incident, and the one before it.
  var next: UInt16
  var previous: UInt16
  var state: UnitState
  /// 0 for a response unit, 1 for a diary unit.
  var role: UInt8
  /// The grade its incident had when it was sent.
  var grade: UInt8
  /// How many units had arrived at its incident before it, or before the one whose work it took over.
  var ordinal: UInt8
  /// The next of its shift's breaks.
  var nextBreak: UInt8

  /// When what it waits for is due; ``ContactRecord/none`` for nothing.
  var due: Milliseconds { moment == Calendar.never ? ContactRecord.none : Calendar.time(of: moment) }

  /// Milliseconds until it has got ready to go; 0 unless it is getting ready.
  func mobilisationLeft(at time: Milliseconds) -> UInt32 {
    state == .mobilising ? UInt32(clamping: due &- time) : 0
  }

  /// Whether another incident may have it although it is on its way to one.
  var isDivertible: Bool { state == .mobilising || state == .mobile }

  /// Whether it is listed among the units of its incident.
  var isWithIncident: Bool {
    switch state {
    case .assigned, .mobilising, .mobile, .atScene: true
    default: false
    }
  }

  /// Where it is. On the way it moves evenly.
  func whereabouts(at time: Milliseconds) -> Whereabouts {
    if time >= arrives { return destination }
    let share = Double(time - departed) / Double(arrives - departed)
    return Whereabouts(from: origin, to: destination, share: share)
  }

  static var away: UnitRecord {
    let nowhere = Whereabouts(at: .nowhere, place: 0)
    return UnitRecord(
      origin: nowhere, destination: nowhere, departed: 0, arrives: 0, key: 0, start: 0, end: ContactRecord.none,
      since: 0, moment: Calendar.never, duty: 0, incident: noIncident, mobilisation: 0, shift: Event.noShift, turn: 0,
      hub: 0, handler: noHandler, next: noUnit, previous: noUnit, state: .away, role: 0, grade: 0, ordinal: 0,
      nextBreak: 0)
  }
}

/// The number of no unit.
let noUnit = UInt16.max
