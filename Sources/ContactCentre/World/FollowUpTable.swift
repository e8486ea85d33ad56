import DiscreteEvents

/// A contact that is to come of one that is over.
struct FollowUpRecord: BitwiseCopyable {
  /// The key of who will come.
  var key: UInt64
  /// When, as it stands in the calendar; ``Calendar/never`` for nobody.
  var moment: Calendar.Moment
  /// Its number.
  var number: UInt32
  /// The contact it comes of.
  var contact: UInt32
  /// The incident that was about, or ``noIncident``.
  var incident: UInt32
  var channel: UInt16
  /// See ``ContactRecord/diversions``: what that of the contact will be.
  var diversions: UInt8

  /// When it comes.
  var due: Milliseconds { Calendar.time(of: moment) }

  static var none: FollowUpRecord {
    FollowUpRecord(
      key: 0, moment: Calendar.never, number: .max, contact: noContact, incident: noIncident, channel: 0, diversions: 0)
  }
}

/// The contacts that are to come of others, found by number: a ring, as ``ContactTable`` is.
///
/// Apart from the contacts, because they may be weeks away while thousands of others come and go. None is further away
/// than an event can say, so the ring holds what comes of seven weeks.
struct FollowUpTable: ~Copyable {
  private(set) var records: UnsafeMutablePointer<FollowUpRecord>
  private(set) var mask: UInt32
  /// How many have been numbered.
  var numbered: UInt32 = 0

  init() {
    mask = 15
    records = .allocate(capacity: 16)
    records.initialize(repeating: .none, count: 16)
  }

  deinit { records.deallocate() }

  /// The record of one that is pending. The pointer is good until the next ``admit(_:)``.
  subscript(number: UInt32) -> UnsafeMutablePointer<FollowUpRecord> { records + Int(number & mask) }

  /// A place for another.
  mutating func admit(_ number: UInt32) -> UnsafeMutablePointer<FollowUpRecord> {
    while self[number].pointee.moment != Calendar.never { grow() }
    return self[number]
  }

  private mutating func grow() {
    let size = Int(mask) + 1
    let grown = UnsafeMutablePointer<FollowUpRecord>.allocate(capacity: size * 2)
    grown.initialize(repeating: .none, count: size * 2)
    let wider = mask << 1 | 1
    for place in 0..<size where records[place].moment != Calendar.never {
      grown[Int(records[place].number & wider)] = records[place]
    }
    records.deallocate()
    records = grown
    mask = wider
  }

  /// Those that are pending, in the order of their numbers. O(n log n) in the size of the ring.
  var pending: [FollowUpRecord] {
    (0...Int(mask)).map { records[$0] }.filter { $0.moment != Calendar.never }.sorted { $0.number < $1.number }
  }
}
