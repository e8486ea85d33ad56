import DiscreteEvents

/// Where an incident is in its life.
enum IncidentState: UInt8 {
  /// Not known: not yet come, or over.
  case gone
  /// Will open when due.
  case coming
  /// Has just opened, or been regraded; how many units it wants, and for how long, must be decided at this very instant.
  case unassessed
  /// Its appointment must be made at this very instant.
  case unbooked
  /// Waits for the hour of its appointment.
  case booked
  /// Wants units, or has them.
  case open
  /// Is over but for standing down who is on the way; decided at this very instant.
  case closing
}

/// An incident that is open or will open. 144 bytes.
struct IncidentRecord: BitwiseCopyable {
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
  /// How often a unit arrived; beyond 255 it no longer counts.
  var arrivals: UInt8
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

  static var noList: UInt8 { .max }

  static var gone: IncidentRecord {
    IncidentRecord(
      key: 0, place: Whereabouts(at: .nowhere, place: 0), opened: 0, moment: Calendar.never,
      withdrawsAt: ContactRecord.none, regradesAt: ContactRecord.none, ringsAt: ContactRecord.none, number: noIncident,
      contact: noContact, row: noContact, next: noIncident, previous: noIncident, sceneLeft: 0, source: 0,
      unit: noUnit, grade: 0, state: .gone, reason: 0, wanted: 0, enRoute: 0, atScene: 0, stayed: 0, arrivals: 0,
      departures: 0, rings: 0, assessments: 0, list: noList)
  }
}

/// The number of no incident.
let noIncident = UInt32.max

/// The incidents that are open or will open, found by number: a ring, as ``ContactTable`` is.
struct IncidentTable: ~Copyable {
  private(set) var records: UnsafeMutablePointer<IncidentRecord>
  private(set) var mask: UInt32

  init() {
    mask = 63
    records = .allocate(capacity: 64)
    records.initialize(repeating: .gone, count: 64)
  }

  deinit { records.deallocate() }

  /// The record of an incident that is known. The pointer is good until the next ``admit(_:)``.
  @inline(always)
  subscript(number: UInt32) -> UnsafeMutablePointer<IncidentRecord> {
    records + Int(number & mask)
  }

  /// A place for a new one.
  mutating func admit(_ number: UInt32) -> UnsafeMutablePointer<IncidentRecord> {
    while records[Int(number & mask)].state != .gone { grow() }
    let record = records + Int(number & mask)
    record.pointee = .gone
    record.pointee.number = number
    return record
  }

  private mutating func grow() {
    let size = Int(mask) + 1
    let grown = UnsafeMutablePointer<IncidentRecord>.allocate(capacity: size * 2)
    grown.initialize(repeating: .gone, count: size * 2)
    let wider = mask << 1 | 1
    for place in 0..<size where records[place].state != .gone {
      grown[Int(records[place].number & wider)] = records[place]
    }
    records.deallocate()
    records = grown
    mask = wider
  }
}

/// Incidents that wait for a unit, the one that opened first leading.
struct IncidentQueue: BitwiseCopyable {
  var head = noIncident
  var tail = noIncident
  var count: UInt32 = 0
}
