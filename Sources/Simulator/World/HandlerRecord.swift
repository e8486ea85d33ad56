import ContactCentre
import DiscreteEvents

/// What a handler is doing.
enum HandlerState: UInt8 {
  /// Nobody is in this position.
  case away
  /// Answering, or ready to.
  case working
  /// Takes nothing new; goes on a break when the work in hand is done.
  case finishingForBreak
  /// Takes nothing new; goes home when the work in hand is done.
  case finishingForGood
  /// On a break until due.
  case onBreak
}

/// A position that a handler may be signed on to.
struct HandlerRecord: BitwiseCopyable {
  /// When its tour began, be it before the first instant of the run; later by as long as its next break has been put off.
  var start: Milliseconds
  /// When its tour ends; ``ContactRecord/none`` for never.
  var end: Milliseconds
  /// When its next break, the end of its break or the end of its tour is due, as it stands in the calendar;
  /// ``Calendar/never`` for nothing.
  var moment: Calendar.Moment
  /// When it last joined a ready list.
  var since: Milliseconds
  /// The duty it works, by number.
  var duty: UInt32
  /// The shift it follows, or ``Event/noShift``.
  var shift: UInt16
  /// When in the spread of its breaks its own turn is, in 65,536ths.
  var turn: UInt16
  /// The first contact in hand; the others follow from it.
  var contact: UInt32
  /// The first contact left for the one in hand; the others follow from it. ``noContact`` for none.
  var suspended: UInt32
  /// The handler behind it in its ready list, and the one before it.
  var next: UInt16
  var previous: UInt16
  /// The handler behind it among those of its team who may be called away, and the one before it.
  var nextInterruptible: UInt16
  var previousInterruptible: UInt16
  var team: UInt16
  var state: HandlerState
  /// How many contacts it has in hand.
  var load: UInt8
  /// Whether it is in the ready list of its team and load.
  var listed: Bool
  /// Whether it is among those of its team who may be called away from the work in hand.
  var isInterruptible: Bool
  /// The next of its shift's breaks.
  var nextBreak: UInt8
  /// By how many per cent its work takes longer.
  var percentSlower: UInt8

  /// When what it waits for is due; ``ContactRecord/none`` for nothing.
  var due: Milliseconds { moment == Calendar.never ? ContactRecord.none : Calendar.time(of: moment) }

  static var away: HandlerRecord {
    HandlerRecord(
      start: 0, end: ContactRecord.none, moment: Calendar.never, since: 0, duty: 0, shift: Event.noShift, turn: 0,
      contact: noContact, suspended: noContact, next: noHandler, previous: noHandler, nextInterruptible: noHandler,
      previousInterruptible: noHandler, team: 0, state: .away, load: 0, listed: false, isInterruptible: false,
      nextBreak: 0, percentSlower: 0)
  }
}

/// The number of no handler.
let noHandler = UInt16.max

/// All positions, found by number.
struct HandlerTable: ~Copyable {
  private(set) var records: UnsafeMutablePointer<HandlerRecord>
  /// By position, when the tour there began, as ``HandlerRecord/start`` but never put off. Apart from the records, since it
  /// is seldom asked for.
  private(set) var tourStarts: UnsafeMutablePointer<Milliseconds>
  /// By position, one bit for each channel for whose contacts the handler there may be called away. Apart likewise.
  private(set) var interruptors: UnsafeMutablePointer<UInt64>
  private(set) var count: Int
  /// No position below this one is free.
  private var lowestFree: Int

  init() {
    count = 64
    lowestFree = 0
    records = .allocate(capacity: count)
    records.initialize(repeating: .away, count: count)
    tourStarts = .allocate(capacity: count)
    tourStarts.initialize(repeating: 0, count: count)
    interruptors = .allocate(capacity: count)
    interruptors.initialize(repeating: 0, count: count)
  }

  deinit {
    records.deallocate()
    tourStarts.deallocate()
    interruptors.deallocate()
  }

  @inline(always)
  subscript(number: UInt16) -> UnsafeMutablePointer<HandlerRecord> {
    records + Int(number)
  }

  /// The lowest position nobody is in; nil if all 65,535 are taken.
  func free() -> UInt16? {
    var position = lowestFree
    while position < count, records[position].state != .away { position += 1 }
    return position < Int(noHandler) ? UInt16(position) : nil
  }

  /// Makes sure the position exists, and forgets that it was free.
  mutating func occupy(_ number: UInt16) {
    if Int(number) >= count { grow(for: number) }
    if Int(number) == lowestFree { lowestFree += 1 }
  }

  /// Doubles the tables until they have the position.
  @inline(never)
  private mutating func grow(for number: UInt16) {
    var capacity = count
    while capacity <= Int(number) { capacity *= 2 }
    records = Self.grown(records, count, capacity, with: .away)
    tourStarts = Self.grown(tourStarts, count, capacity, with: 0)
    interruptors = Self.grown(interruptors, count, capacity, with: 0)
    count = capacity
  }

  private static func grown<Element: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<Element>, _ count: Int, _ capacity: Int, with new: Element
  ) -> UnsafeMutablePointer<Element> {
    let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    grown.initialize(from: old, count: count)
    (grown + count).initialize(repeating: new, count: capacity - count)
    old.deallocate()
    return grown
  }

  /// Gives the position back.
  mutating func vacate(_ number: UInt16) {
    assert(interruptors[Int(number)] == 0, "who leaves may still be called away")
    records[Int(number)] = .away
    lowestFree = min(lowestFree, Int(number))
  }
}
