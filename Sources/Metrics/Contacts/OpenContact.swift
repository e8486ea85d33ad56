import DiscreteEvents

/// What the recorder must remember of a contact until it is over: 40 bytes.
struct OpenContact {
  /// When it was offered on its channel.
  var offered: Milliseconds
  /// Before the queue, less the time spent there that counts as waiting; in the queue, when the wait began, moved back
  /// by that time; after the answer, when that was.
  var mark: Milliseconds
  /// Its channel.
  var channel: UnsafeMutablePointer<ChannelCounter>
  /// The tally of its channel that it belongs to.
  var tally: UnsafeMutablePointer<Tally>
  /// Its number.
  var number: UInt32
  /// Whether it is not over yet. What is said of a contact that is over, or never began, is ignored.
  var isOpen: Bool
  /// Of a contact of a deferred channel, whether the work is over, or it has left.
  var isFinished = false
  /// Where its channel counts what becomes of it in the front stage it entered last.
  var front: UInt16 = 0

  /// No contact. Its pointers lead nowhere and are never followed, as it is not open.
  static var none: OpenContact {
    OpenContact(
      offered: 0, mark: 0, channel: UnsafeMutablePointer(bitPattern: -1)!, tally: UnsafeMutablePointer(bitPattern: -1)!,
      number: 0, isOpen: false)
  }
}

/// The open contacts by number, in a ring: numbers rise, and those open at one time span a small moving range.
///
/// Must be freed by whoever made it.
struct OpenContacts {
  /// When a contact that was diverted, or handed on, had been offered before, on the channel it came by.
  private struct FirstOffer {
    /// The contact's number; -1 for none.
    var number: Int64 = -1
    var time: Milliseconds = 0
  }

  private(set) var entries: UnsafeMutablePointer<OpenContact>
  /// One less than the number of entries, a power of two.
  private(set) var mask: Int
  /// Beside the entries, the first offers of contacts diverted and handed on. Not in the entries, because only who follows
  /// incidents asks for them; nil if nobody does.
  private var firstOffers: UnsafeMutablePointer<FirstOffer>?

  init(capacity: Int = 1_024, keepsFirstOffers: Bool) {
    entries = .allocate(capacity: capacity)
    entries.initialize(repeating: .none, count: capacity)
    mask = capacity - 1
    guard keepsFirstOffers else { return }
    let firstOffers = UnsafeMutablePointer<FirstOffer>.allocate(capacity: capacity)
    firstOffers.initialize(repeating: FirstOffer(), count: capacity)
    self.firstOffers = firstOffers
  }

  func free() {
    entries.deallocate()
    firstOffers?.deallocate()
  }

  /// The place of contact `number`, which another may hold.
  @inline(__always)
  func place(of number: UInt32) -> UnsafeMutablePointer<OpenContact> {
    entries + Int(number) & mask
  }

  /// Remembers when the open contact `number` was offered, which is about to be offered anew.
  @inline(never)
  func keepFirstOffer(of number: UInt32) {
    let index = Int(number) & mask
    guard let firstOffers, firstOffers[index].number != Int64(number) else { return }
    firstOffers[index] = FirstOffer(number: Int64(number), time: entries[index].offered)
  }

  /// Remembers that the open contact `number` is another handed on, which had been offered first at `time`.
  func keepFirstOffer(_ time: Milliseconds, of number: UInt32) {
    firstOffers?[Int(number) & mask] = FirstOffer(number: Int64(number), time: time)
  }

  /// When contact `number`, which is open or ended last in its place, was offered first; nil if another has the place.
  func firstOffer(of number: UInt32) -> Milliseconds? {
    let index = Int(number) & mask
    guard entries[index].number == number else { return nil }
    if let firstOffers, firstOffers[index].number == Int64(number) { return firstOffers[index].time }
    return entries[index].offered
  }

  /// When contact `number`, which was answered, was answered, with the same proviso.
  func answer(of number: UInt32) -> Milliseconds? {
    let entry = entries[Int(number) & mask]
    return entry.number == number ? entry.mark : nil
  }

  /// Doubles the ring until contact `number` has a place that no other open contact holds.
  ///
  /// A larger ring keeps apart whatever a smaller one did, so only the one in the way needs looking at.
  @inline(never)
  mutating func makeRoom(for number: UInt32) {
    let inTheWay = Int(place(of: number).pointee.number)
    guard inTheWay != Int(number) else { return }
    var capacity = mask + 1
    while (inTheWay ^ Int(number)) & (capacity - 1) == 0 { capacity *= 2 }
    let larger = OpenContacts(capacity: capacity, keepsFirstOffers: firstOffers != nil)
    for index in 0...mask where entries[index].isOpen {
      let place = larger.place(of: entries[index].number)
      place.pointee = entries[index]
      if let firstOffers { larger.firstOffers?[place - larger.entries] = firstOffers[index] }
    }
    free()
    self = larger
  }
}
