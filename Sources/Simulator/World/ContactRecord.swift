import DiscreteEvents

/// A contact that is in the centre, or will come back. 64 bytes.
struct ContactRecord: NumberedRecord {
  /// The caller's key: everything drawn about the contact derives from it.
  var key: UInt64
  /// When it entered its present state; while work is in hand, when the remaining work was last reckoned.
  var since: Milliseconds
  /// When what it waits for is due, as it stands in the calendar; ``Calendar/never`` for nothing.
  var moment: Calendar.Moment
  /// Milliseconds of undivided attention that the work in hand still takes, as of `since`.
  var work: Double
  /// Its number.
  var number: UInt32
  /// The contact behind it in the queue, or after it in its handler's hands.
  var next: UInt32
  /// The contact before it there.
  var previous: UInt32
  /// Its row in the trace of its channel, or ``noContact`` if it was not recorded.
  var row: UInt32
  /// The incident it is about, or ``noIncident`` if it is not somebody ringing again to whom nobody has come.
  var incident: UInt32
  /// The contact on the other end of a warm transfer; of one that has been handed on cold, the contact it was handed on
  /// as; else ``noContact``.
  var partner: UInt32
  var channel: UInt16
  /// The handler whose hands it is in; see ``option`` for before that.
  var handler: UInt16
  var state: ContactState
  /// How many times the caller has redialled.
  var attempt: UInt8
  /// The front stage it is in, or about to enter; past the front, how many rules of its outcome have been settled.
  var stage: UInt8
  /// How often it has been diverted, handed on or followed up, those it comes from included.
  var diversions: UInt8

  /// In a front stage, 1 more than the number of the option chosen there, or 0 for none. It has the handler's place, who comes
  /// only after the front.
  var option: UInt8 {
    get { UInt8(truncatingIfNeeded: handler) }
    set { handler = UInt16(newValue) }
  }

  /// The time that stands for "at no time".
  static var none: Milliseconds { .max }

  /// When what it waits for is due; ``none`` for nothing.
  var due: Milliseconds { moment == Calendar.never ? Self.none : Calendar.time(of: moment) }

  /// Whether it is neither in the centre nor coming back.
  @inline(always)
  var isGone: Bool { state == .gone }

  static var gone: ContactRecord {
    ContactRecord(
      key: 0, since: 0, moment: Calendar.never, work: 0, number: noContact, next: noContact, previous: noContact,
      row: noContact, incident: noIncident, partner: noContact, channel: 0, handler: 0, state: .gone, attempt: 0,
      stage: 0, diversions: 0)
  }
}

/// The number of no contact.
let noContact = UInt32.max
