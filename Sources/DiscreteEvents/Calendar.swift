/// What is due when: at most one pending occurrence for each of many numbered owners, soonest first.
///
/// Occurrences are ordered by time, then by rank, then by owner, so that what happens at one instant happens in one
/// order only. An occurrence can be moved or cancelled while it is pending, and leaves nothing behind: the calendar
/// holds exactly one entry for every owner that waits for something.
///
/// A four-ary heap of 16-byte keys, and for each owner the place of its key in the heap, found by the owner's low bits.
/// Scheduling, moving, cancelling and firing are O(log n); looking at the soonest is O(1). Owners' numbers may grow without
/// end: memory follows the span between the lowest and the highest pending number, not their count over time.
@frozen
public struct Calendar: ~Copyable {
  /// Time and rank of the soonest occurrence as one comparable number, ``never`` if nothing is pending.
  public typealias Moment = UInt64

  /// Later than every moment.
  @inlinable public static var never: Moment { .max }

  // Keys hold the moment in their high and the owner in their low 64 bits. Beyond `count`, at least four are all ones,
  // so that a node's four children can be compared without asking how many there are.
  @usableFromInline var keys: UnsafeMutablePointer<UInt128>
  @usableFromInline var capacity: Int
  @usableFromInline var pending: Int
  // places[owner & mask] is the heap index of the owner's key, or `absent`.
  @usableFromInline var places: UnsafeMutablePointer<UInt32>
  @usableFromInline var mask: UInt32

  @inlinable static var absent: UInt32 { .max }
  @usableFromInline static var padding: Int { 5 }

  /// How many occurrences are pending.
  @inlinable public var count: Int { pending }

  /// An empty calendar.
  public init() {
    capacity = 64
    pending = 0
    keys = .allocate(capacity: capacity + Self.padding)
    keys.initialize(repeating: .max, count: capacity + Self.padding)
    mask = 63
    places = .allocate(capacity: 64)
    places.initialize(repeating: Self.absent, count: 64)
  }

  deinit {
    keys.deallocate()
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
  @inlinable public var nextMoment: Moment { UInt64(truncatingIfNeeded: keys[0] &>> 64) }

  /// The owner of the soonest occurrence. Only meaningful while something is pending.
  @inlinable public var nextOwner: UInt32 { UInt32(truncatingIfNeeded: keys[0]) }

  /// Whether `owner` waits for something.
  public func isPending(_ owner: UInt32) -> Bool {
    let place = places[Int(owner & mask)]
    return place != Self.absent && UInt32(truncatingIfNeeded: keys[Int(place)]) == owner
  }

  /// When what `owner` waits for is due; nil if it waits for nothing.
  public func moment(of owner: UInt32) -> Moment? {
    isPending(owner) ? UInt64(truncatingIfNeeded: keys[Int(places[Int(owner & mask)])] &>> 64) : nil
  }

  /// Makes `moment` the one at which `owner`'s occurrence is due, whether or not one was pending.
  @inlinable
  public mutating func schedule(_ owner: UInt32, at moment: Moment) {
    let key = UInt128(moment) &<< 64 | UInt128(owner)
    let place = places[Int(owner & mask)]
    if place == Self.absent {
      if count == capacity { growHeap() }
      let index = count
      pending = index &+ 1
      siftUp(key, from: index)
    } else if UInt32(truncatingIfNeeded: keys[Int(place)]) == owner {
      // A key that moves up may still rise; one that moves down may still fall.
      if key < keys[Int(place)] { siftUp(key, from: Int(place)) } else { siftDown(key, from: Int(place)) }
    } else {
      growPlaces()
      schedule(owner, at: moment)
    }
  }

  /// Removes what `owner` waits for, if anything.
  @inlinable
  public mutating func cancel(_ owner: UInt32) {
    let place = places[Int(owner & mask)]
    guard place != Self.absent, UInt32(truncatingIfNeeded: keys[Int(place)]) == owner else { return }
    places[Int(owner & mask)] = Self.absent
    pending = pending &- 1
    let last = keys[pending]
    keys[pending] = .max
    let index = Int(place)
    if index == pending { return }
    // The last key takes the gap. It came from the bottom, so it usually falls; from another branch it may rise.
    if index > 0, last < keys[(index &- 1) &>> 2] {
      siftUp(last, from: index)
    } else {
      siftDown(last, from: index)
    }
  }

  @inlinable
  mutating func siftUp(_ key: UInt128, from start: Int) {
    let keys = self.keys
    let places = self.places
    let mask = self.mask
    var index = start
    while index > 0 {
      let parent = (index &- 1) &>> 2
      let above = keys[parent]
      if above < key { break }
      keys[index] = above
      places[Int(UInt32(truncatingIfNeeded: above) & mask)] = UInt32(truncatingIfNeeded: index)
      index = parent
    }
    keys[index] = key
    places[Int(UInt32(truncatingIfNeeded: key) & mask)] = UInt32(truncatingIfNeeded: index)
  }

  @inlinable
  mutating func siftDown(_ key: UInt128, from start: Int) {
    let keys = self.keys
    let places = self.places
    let mask = self.mask
    let count = self.count
    var index = start
    while true {
      let first = index &<< 2 &+ 1
      if first >= count { break }
      // The least of four children in two rounds; the missing ones are all ones and never win.
      var left = first
      var leftKey = keys[first]
      if keys[first &+ 1] < leftKey {
        left = first &+ 1
        leftKey = keys[left]
      }
      var right = first &+ 2
      var rightKey = keys[right]
      if keys[first &+ 3] < rightKey {
        right = first &+ 3
        rightKey = keys[right]
      }
      if rightKey < leftKey {
        left = right
        leftKey = rightKey
      }
      if key < leftKey { break }
      keys[index] = leftKey
      places[Int(UInt32(truncatingIfNeeded: leftKey) & mask)] = UInt32(truncatingIfNeeded: index)
      index = left
    }
    keys[index] = key
    places[Int(UInt32(truncatingIfNeeded: key) & mask)] = UInt32(truncatingIfNeeded: index)
  }

  @usableFromInline
  mutating func growHeap() {
    let grown = UnsafeMutablePointer<UInt128>.allocate(capacity: capacity * 2 + Self.padding)
    grown.initialize(from: keys, count: count)
    (grown + count).initialize(repeating: .max, count: capacity * 2 + Self.padding - count)
    keys.deallocate()
    keys = grown
    capacity *= 2
  }

  /// Doubles the places. Owners that had a place each still do: their numbers differ in the bits already looked at.
  @usableFromInline
  mutating func growPlaces() {
    places.deallocate()
    mask = mask << 1 | 1
    places = .allocate(capacity: Int(mask) + 1)
    places.initialize(repeating: Self.absent, count: Int(mask) + 1)
    for index in 0..<count {
      places[Int(UInt32(truncatingIfNeeded: keys[index]) & mask)] = UInt32(index)
    }
  }

  /// Whether the keys form a heap and every owner's place is right: for tests. O(n).
  public var isConsistent: Bool {
    for index in 0..<count {
      if index > 0, keys[index] < keys[(index - 1) / 4] { return false }
      if places[Int(UInt32(truncatingIfNeeded: keys[index]) & mask)] != UInt32(index) { return false }
    }
    for index in count..<(capacity + Self.padding) where keys[index] != .max { return false }
    return (0...Int(mask)).count { places[$0] != Self.absent } == count
  }
}
