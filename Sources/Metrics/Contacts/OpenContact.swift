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
  /// What an entry does not say of a contact that was diverted, handed on, or left for a more pressing one.
  private struct Past {
    /// The contact's number; -1 for none.
    var number: Int64 = -1
    /// When it had been offered first, on the channel it came by.
    var firstOffer: Milliseconds = 0
    /// For how long it was left while it was in hand.
    var left: Milliseconds = 0
  }

  private(set) var entries: UnsafeMutablePointer<OpenContact>
  /// One less than the number of entries, a power of two.
  private(set) var mask: Int
  /// Beside the entries, the pasts of the contacts that have one. Not in the entries, because only who follows incidents
  /// asks for them; nil if nobody does.
  private var pasts: UnsafeMutablePointer<Past>?

  init(capacity: Int = 1_024, keepsPasts: Bool) {
    entries = .allocate(capacity: capacity)
    entries.initialize(repeating: .none, count: capacity)
    mask = capacity - 1
    guard keepsPasts else { return }
    let pasts = UnsafeMutablePointer<Past>.allocate(capacity: capacity)
    pasts.initialize(repeating: Past(), count: capacity)
    self.pasts = pasts
  }

  func free() {
    entries.deallocate()
    pasts?.deallocate()
  }

  /// The place of contact `number`, which another may hold.
  @inline(__always)
  func place(of number: UInt32) -> UnsafeMutablePointer<OpenContact> {
    entries + Int(number) & mask
  }

  /// Remembers when the open contact `number` was offered, which is about to be offered anew.
  @inline(never)
  func keepFirstOffer(of number: UInt32) { _ = beginPast(of: number) }

  /// Remembers that the open contact `number` is another handed on, which had been offered first at `time`.
  func keepFirstOffer(_ time: Milliseconds, of number: UInt32) {
    pasts?[Int(number) & mask] = Past(number: Int64(number), firstOffer: time)
  }

  /// Remembers that the open contact `number`, which is in hand, had been left for a time.
  func keepTimeLeft(_ time: Milliseconds, of number: UInt32) { beginPast(of: number)?.pointee.left &+= time }

  /// Where the past of the open contact `number` is, from now on if it had none; nil if nobody asks for it.
  private func beginPast(of number: UInt32) -> UnsafeMutablePointer<Past>? {
    let index = Int(number) & mask
    guard let past = pasts.map({ $0 + index }) else { return nil }
    if past.pointee.number != Int64(number) {
      past.pointee = Past(number: Int64(number), firstOffer: entries[index].offered)
    }
    return past
  }

  /// The past of contact `number`; nil if it has none.
  private func past(of number: UInt32) -> Past? {
    guard let past = pasts?[Int(number) & mask], past.number == Int64(number) else { return nil }
    return past
  }

  /// When contact `number`, which is open or ended last in its place, was offered first; nil if another has the place.
  func firstOffer(of number: UInt32) -> Milliseconds? {
    let entry = entries[Int(number) & mask]
    return entry.number == number ? past(of: number)?.firstOffer ?? entry.offered : nil
  }

  /// When contact `number`, which was answered, was answered, with the same proviso.
  func answer(of number: UInt32) -> Milliseconds? {
    let entry = entries[Int(number) & mask]
    return entry.number == number ? entry.mark &- (past(of: number)?.left ?? 0) : nil
  }

  /// Doubles the ring until contact `number`, whose place another open one holds, has one to itself; `count` have come
  /// before it.
  ///
  /// A larger ring keeps apart whatever a smaller one did, so only the one in the way needs looking at. Contacts are numbered
  /// from 0 as they come, so that no run needs a ring of more than twice as many places as contacts came; what a damaged log
  /// says otherwise gets no memory: the one in the way loses its place.
  mutating func makeRoom(for number: UInt32, after count: Int) {
    let inTheWay = Int(place(of: number).pointee.number)
    var capacity = mask + 1
    while (inTheWay ^ Int(number)) & (capacity - 1) == 0 { capacity *= 2 }
    guard capacity <= max(mask + 1, 2 * count) else { return }
    let larger = OpenContacts(capacity: capacity, keepsPasts: pasts != nil)
    for index in 0...mask where entries[index].isOpen {
      let place = larger.place(of: entries[index].number)
      place.pointee = entries[index]
      if let pasts { larger.pasts?[place - larger.entries] = pasts[index] }
    }
    free()
    self = larger
  }
}
