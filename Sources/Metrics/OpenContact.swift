import DiscreteEvents

/// What the recorder must remember of a contact until it is over: half a cache line.
struct OpenContact {
  /// When it was offered on its channel.
  var offered: Milliseconds
  /// Before the queue, less the time spent there that counts as waiting; in the queue, when the wait began, moved back
  /// by that time; after the answer, when that was.
  var mark: Milliseconds
  /// Its number.
  var number: UInt32
  /// The cell of tallies it belongs to; 0 if it was offered outside the window.
  var cell: UInt32
  /// Its channel.
  var channel: UInt16
  /// Whether it is not over yet. What is said of a contact that is over, or never began, is ignored.
  var isOpen: Bool

  static var none: OpenContact {
    OpenContact(offered: 0, mark: 0, number: 0, cell: 0, channel: 0, isOpen: false)
  }
}

/// The open contacts by number, in a ring: numbers rise, and those open at one time span a small moving range.
///
/// Must be freed by whoever made it.
struct OpenContacts {
  private(set) var entries: UnsafeMutablePointer<OpenContact>
  /// One less than the number of entries, a power of two.
  private(set) var mask: Int

  init(capacity: Int = 1_024) {
    entries = .allocate(capacity: capacity)
    entries.initialize(repeating: .none, count: capacity)
    mask = capacity - 1
  }

  func free() { entries.deallocate() }

  /// The place of contact `number`, which another may hold.
  @inline(__always)
  func place(of number: UInt32) -> UnsafeMutablePointer<OpenContact> {
    entries + Int(number) & mask
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
    let larger = OpenContacts(capacity: capacity)
    for index in 0...mask where entries[index].isOpen {
      larger.place(of: entries[index].number).pointee = entries[index]
    }
    free()
    self = larger
  }
}
