import DiscreteEvents

/// Where a contact is in its life.
enum ContactState: UInt8 {
  /// Not in the centre: not yet come, or gone for good.
  case gone
  /// Has just been offered to a channel with a front; its first stage must be decided at this very instant.
  case atFront
  /// In a front stage until it is due.
  case inStage
  /// Joined a queue at this very instant; whether it must wait is not settled.
  case unsettled
  /// In a queue, giving up when due.
  case waiting
  /// With a handler; the conversation ends when due.
  case handling
  /// Gone from the line, but its handler is finishing off until due.
  case wrappingUp
  /// Has given up and will try again; when must be decided at this very instant.
  case givenUp
  /// Has given up and tries again when due.
  case redialling
  /// Its conversation is interrupted: its handler has left it for a more pressing contact.
  case handlingSuspended
  /// Its wrap-up is interrupted likewise.
  case wrapUpSuspended
  /// Has been handed to another channel; its handler stays on the line until the other contact is answered or gives up.
  case introducing
  /// Its handler tells the one who has answered it on the other channel what it is about, until due.
  case briefing
  /// In a queue, its caller having hung up, until a handler calls back.
  case awaitingCallback
  /// Its handler calls back in vain, until due.
  case dialling

  /// Whether it waits in a queue, and that has been settled.
  @inline(always)
  var isSettled: Bool { self == .waiting || self == .awaitingCallback }
  /// Whether its handler may be called away from it: not from somebody else's introduction, nor while dialling.
  var mayBeLeft: Bool { self == .handling || self == .wrappingUp }
  /// Whether it is in somebody's hands but takes none of their attention at present.
  @inline(always)
  var standsStill: Bool { self == .introducing || self == .handlingSuspended || self == .wrapUpSuspended }
}

/// A contact that is in the centre, or will come back. 64 bytes.
struct ContactRecord: BitwiseCopyable {
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

  static var gone: ContactRecord {
    ContactRecord(
      key: 0, since: 0, moment: Calendar.never, work: 0, number: noContact, next: noContact, previous: noContact,
      row: noContact, incident: noIncident, partner: noContact, channel: 0, handler: 0, state: .gone, attempt: 0,
      stage: 0, diversions: 0)
  }
}

/// The number of no contact.
let noContact = UInt32.max

/// The contacts in the centre, found by number.
///
/// A ring: contact n lives at place n modulo the ring's size, which doubles when a newcomer would land on a contact that
/// is still there. Memory follows how long contacts stay, not how many have come.
struct ContactTable: ~Copyable {
  private(set) var records: UnsafeMutablePointer<ContactRecord>
  private(set) var mask: UInt32

  init() {
    mask = 255
    records = .allocate(capacity: 256)
    records.initialize(repeating: .gone, count: 256)
  }

  deinit { records.deallocate() }

  /// The record of a contact that is in the centre. The pointer is good until the next ``admit(_:)``.
  @inline(always)
  subscript(number: UInt32) -> UnsafeMutablePointer<ContactRecord> {
    records + Int(number & mask)
  }

  /// A place for a newcomer.
  @inline(always)
  mutating func admit(_ number: UInt32) -> UnsafeMutablePointer<ContactRecord> {
    while records[Int(number & mask)].state != .gone { grow() }
    return records + Int(number & mask)
  }

  @inline(never)
  private mutating func grow() {
    let size = Int(mask) + 1
    let grown = UnsafeMutablePointer<ContactRecord>.allocate(capacity: size * 2)
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
