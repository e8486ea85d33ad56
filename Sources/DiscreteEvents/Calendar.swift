/// What is due when: at most one pending occurrence for each of many numbered owners, soonest first.
///
/// Occurrences are ordered by time, then by rank, then by owner, so that what happens at one instant happens in one
/// order only. An occurrence can be moved or cancelled while it is pending, and leaves nothing behind: the calendar
/// holds exactly one entry for every owner that waits for something.
///
/// A four-ary heap of 16-byte entries, and for each owner the place of its entry in the heap, found by the owner's low
/// bits. Scheduling, moving, cancelling and firing are O(log n); looking at the soonest is O(1). Owners' numbers may grow
/// without end: memory follows the span between the lowest and the highest pending number, not their count over time.
@frozen
public struct Calendar: ~Copyable {
  /// Time and rank of the soonest occurrence as one comparable number, ``never`` if nothing is pending.
  public typealias Moment = UInt64

  /// Later than every moment.
  @inlinable public static var never: Moment { .max }

  @frozen @usableFromInline
  struct Entry: BitwiseCopyable {
    @usableFromInline var moment: Moment
    @usableFromInline var owner: UInt64

    @inlinable
    init(moment: Moment, owner: UInt32) {
      self.moment = moment
      self.owner = UInt64(owner)
    }

    @inlinable
    static func < (left: Entry, right: Entry) -> Bool {
      left.moment < right.moment || (left.moment == right.moment && left.owner < right.owner)
    }
  }

  // Beyond the pending ones, at least four entries are due never, so that a node's four children can be compared without
  // asking how many there are.
  @usableFromInline var entries: UnsafeMutablePointer<Entry>
  @usableFromInline var capacity: Int
  @usableFromInline var pending: Int
  // places[owner & mask] is the heap index of the owner's entry, or `absent`.
  @usableFromInline var places: UnsafeMutablePointer<UInt32>
  @usableFromInline var mask: UInt32

  @inlinable static var absent: UInt32 { .max }
  @usableFromInline static var padding: Int { 5 }
  @inlinable static var nothing: Entry { Entry(moment: never, owner: .max) }

  /// How many occurrences are pending.
  @inlinable public var count: Int { pending }

  /// An empty calendar.
  public init() {
    capacity = 64
    pending = 0
    entries = .allocate(capacity: capacity + Self.padding)
    entries.initialize(repeating: Self.nothing, count: capacity + Self.padding)
    mask = 63
    places = .allocate(capacity: 64)
    places.initialize(repeating: Self.absent, count: 64)
  }

  deinit {
    entries.deallocate()
    places.deallocate()
  }

  /// The moment `rank` within the instant `time`. Ranks are 0 … 15; a lower rank comes first.
  @inlinable
  public static func moment(_ time: Milliseconds, rank: UInt8) -> Moment {
    UInt64(truncatingIfNeeded: time) &<< 4 | UInt64(rank)
  }

  /// The time of a moment.
  @inlinable
  public static func time(of moment: Moment) -> Milliseconds { Milliseconds(moment &>> 4) }

  /// The soonest moment at which something is due, ``never`` if nothing is pending.
  @inlinable public var nextMoment: Moment { entries[0].moment }

  /// The owner of the soonest occurrence. Only meaningful while something is pending.
  @inlinable public var nextOwner: UInt32 { UInt32(truncatingIfNeeded: entries[0].owner) }

  /// Whether `owner` waits for something.
  public func isPending(_ owner: UInt32) -> Bool { moment(of: owner) != nil }

  /// When what `owner` waits for is due; nil if it waits for nothing.
  public func moment(of owner: UInt32) -> Moment? {
    let place = places[Int(owner & mask)]
    guard place != Self.absent, entries[Int(place)].owner == UInt64(owner) else { return nil }
    return entries[Int(place)].moment
  }

  /// Makes `moment` the one at which `owner`'s occurrence is due, whether or not one was pending.
  @inlinable @inline(always)
  public mutating func schedule(_ owner: UInt32, at moment: Moment) {
    let entry = Entry(moment: moment, owner: owner)
    let place = places[Int(owner & mask)]
    if place == Self.absent {
      if pending == capacity { growHeap() }
      pending = pending &+ 1
      siftUp(entry, from: pending &- 1)
    } else if entries[Int(place)].owner == entry.owner {
      // An entry that becomes due sooner may rise; one that becomes due later may fall.
      if entry < entries[Int(place)] { siftUp(entry, from: Int(place)) } else { siftDown(entry, from: Int(place)) }
    } else {
      growPlaces()
      reschedule(owner, at: moment)
    }
  }

  /// As ``schedule(_:at:)``, out of line, after the places have grown.
  @usableFromInline @inline(never)
  mutating func reschedule(_ owner: UInt32, at moment: Moment) { schedule(owner, at: moment) }

  /// Removes what `owner` waits for, if anything.
  @inlinable
  public mutating func cancel(_ owner: UInt32) {
    let place = places[Int(owner & mask)]
    guard place != Self.absent, entries[Int(place)].owner == UInt64(owner) else { return }
    places[Int(owner & mask)] = Self.absent
    pending = pending &- 1
    let last = entries[pending]
    entries[pending] = Self.nothing
    let index = Int(place)
    if index == pending { return }
    // The last entry takes the gap. It came from the bottom, so it usually falls; from another branch it may rise.
    if index > 0, last < entries[(index &- 1) &>> 2] {
      siftUp(last, from: index)
    } else {
      siftDown(last, from: index)
    }
  }

  @inlinable
  mutating func siftUp(_ entry: Entry, from start: Int) {
    let entries = self.entries
    let places = self.places
    let mask = UInt64(self.mask)
    var index = start
    while index > 0 {
      let parent = (index &- 1) &>> 2
      let above = entries[parent]
      if above < entry { break }
      entries[index] = above
      places[Int(truncatingIfNeeded: above.owner & mask)] = UInt32(truncatingIfNeeded: index)
      index = parent
    }
    entries[index] = entry
    places[Int(truncatingIfNeeded: entry.owner & mask)] = UInt32(truncatingIfNeeded: index)
  }

  @inlinable
  mutating func siftDown(_ entry: Entry, from start: Int) {
    let entries = self.entries
    let places = self.places
    let mask = UInt64(self.mask)
    let pending = self.pending
    var index = start
    while true {
      let first = index &<< 2 &+ 1
      if first >= pending { break }
      // The least of four children in two rounds; those that do not exist are due never.
      let children = entries + first
      var least = first
      if children[1] < children[0] { least = first &+ 1 }
      var other = first &+ 2
      if children[3] < children[2] { other = first &+ 3 }
      if entries[other] < entries[least] { least = other }
      let rising = entries[least]
      if entry < rising { break }
      entries[index] = rising
      places[Int(truncatingIfNeeded: rising.owner & mask)] = UInt32(truncatingIfNeeded: index)
      index = least
    }
    entries[index] = entry
    places[Int(truncatingIfNeeded: entry.owner & mask)] = UInt32(truncatingIfNeeded: index)
  }

  @usableFromInline
  mutating func growHeap() {
    let grown = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2 + Self.padding)
    grown.initialize(from: entries, count: pending)
    (grown + pending).initialize(repeating: Self.nothing, count: capacity * 2 + Self.padding - pending)
    entries.deallocate()
    entries = grown
    capacity *= 2
  }

  /// Doubles the places. Owners that had a place each still do: their numbers differ in the bits already looked at.
  @usableFromInline
  mutating func growPlaces() {
    places.deallocate()
    mask = mask << 1 | 1
    places = .allocate(capacity: Int(mask) + 1)
    places.initialize(repeating: Self.absent, count: Int(mask) + 1)
    for index in 0..<pending { places[Int(entries[index].owner & UInt64(mask))] = UInt32(index) }
  }

  /// Whether the entries form a heap and every owner's place is right: for tests. O(n).
  public var isConsistent: Bool {
    for index in 0..<pending {
      if index > 0, entries[index] < entries[(index - 1) / 4] { return false }
      if places[Int(entries[index].owner & UInt64(mask))] != UInt32(index) { return false }
    }
    for index in pending..<(capacity + Self.padding) where entries[index].moment != Self.never { return false }
    return (0...Int(mask)).count { places[$0] != Self.absent } == pending
  }
}
