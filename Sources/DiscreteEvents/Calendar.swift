/// What is due when: the pending occurrences of numbered owners, soonest first.
///
/// Occurrences are ordered by time, then by rank, then by owner, so that what happens at one instant happens in one
/// order only. One that is cancelled is gone: the calendar holds exactly what is pending, and looking at the soonest
/// never meets what no longer counts.
///
/// Entries stand sorted, the soonest last, in blocks of at most 128 that are sorted among each other in the same way.
/// The soonest is read and taken off in O(1). Scheduling and cancelling find the block and the place by bisection and
/// shift half a block by one place on average: O(log n) comparisons and a few hundred bytes moved at any size. Measured
/// against a four-ary heap with a table of places, that takes half the instructions for the tens of occurrences of a
/// night and no more for thousands. Memory follows what is pending.
@usableFromInline
package struct Calendar: ~Copyable {
  /// Time and rank as one comparable number.
  @usableFromInline package typealias Moment = UInt64

  /// Later than every moment.
  @inlinable package static var never: Moment { .max }

  /// A moment and, below it, an owner, as one comparable number.
  @usableFromInline typealias Entry = UInt128

  @usableFromInline static var blockCapacity: Int { 128 }

  /// The blocks, those due latest first.
  private var blocks: UnsafeMutablePointer<UnsafeMutablePointer<Entry>>
  /// How many entries each block holds; none is empty unless it is the only one.
  private var counts: UnsafeMutablePointer<Int>
  private var blockCount = 1
  private var capacity = 4
  /// The block that is due soonest, for short: the last of `blocks`, and how many it holds.
  @usableFromInline var soonest: UnsafeMutablePointer<Entry>
  @usableFromInline var soonestCount = 0

  /// An empty calendar.
  package init() {
    blocks = .allocate(capacity: 4)
    counts = .allocate(capacity: 4)
    soonest = Self.makeBlock()
    blocks[0] = soonest
    counts[0] = 0
  }

  deinit {
    for index in 0..<blockCount { Self.freeBlock(blocks[index]) }
    blocks.deallocate()
    counts.deallocate()
  }

  /// How many occurrences are pending. O(blocks).
  package var count: Int {
    var count = soonestCount
    for index in 0..<(blockCount - 1) { count += counts[index] }
    return count
  }

  /// The moment `rank` within the instant `time`. Ranks are 0 … 15; a lower rank comes first.
  @inlinable
  package static func moment(_ time: Milliseconds, rank: UInt8) -> Moment {
    UInt64(truncatingIfNeeded: time) &<< 4 | UInt64(rank)
  }

  /// The time of a moment.
  @inlinable
  package static func time(of moment: Moment) -> Milliseconds { Milliseconds(moment &>> 4) }

  /// The soonest moment at which something is due, ``never`` if nothing is pending.
  ///
  /// Before the first entry of a block stands one that is never due, so that nothing needs to be asked first.
  @inlinable package var nextMoment: Moment { UInt64(truncatingIfNeeded: soonest[soonestCount &- 1] &>> 64) }

  /// The owner of the soonest occurrence. Only meaningful while something is pending.
  @inlinable package var nextOwner: UInt32 { UInt32(truncatingIfNeeded: soonest[soonestCount &- 1]) }

  /// Whether an occurrence of `owner` at `moment` is pending. O(log n).
  package func isPending(_ owner: UInt32, at moment: Moment) -> Bool {
    let entry = Self.entry(moment, owner)
    let index = block(for: entry)
    let end = blocks[index] + count(of: index)
    let place = Self.find(entry, in: blocks[index], count(of: index))
    return place < end && place.pointee == entry
  }

  /// Adds an occurrence of `owner` at `moment`. The same one must not be pending already.
  package mutating func schedule(_ owner: UInt32, at moment: Moment) {
    let entry = Self.entry(moment, owner)
    if soonestCount < Self.blockCapacity, blockCount == 1 || entry < soonest[0] {
      Self.insert(entry, into: soonest, soonestCount)
      soonestCount &+= 1
    } else {
      scheduleAmongMany(entry)
    }
  }

  /// Removes the occurrence of `owner` at `moment`; nothing if there is none.
  @inlinable @inline(always)
  package mutating func cancel(_ owner: UInt32, at moment: Moment) {
    if soonest[soonestCount &- 1] == Self.entry(moment, owner), soonestCount > 1 {
      soonestCount = soonestCount &- 1
    } else {
      search(andRemove: Self.entry(moment, owner))
    }
  }

  @inlinable @inline(always)
  static func entry(_ moment: Moment, _ owner: UInt32) -> Entry { Entry(moment) &<< 64 | Entry(owner) }

  // MARK: One block

  /// Room for a block's entries, before them for one that is never due, and behind them for one that is not looked for.
  private static func makeBlock() -> UnsafeMutablePointer<Entry> {
    let memory = UnsafeMutablePointer<Entry>.allocate(capacity: blockCapacity + 2)
    memory.initialize(repeating: .max, count: blockCapacity + 2)
    return memory + 1
  }

  private static func freeBlock(_ block: UnsafeMutablePointer<Entry>) { (block - 1).deallocate() }

  /// The first of a block's `count` entries that is not due later than `entry`, or the place behind them.
  @inline(always)
  private static func find(
    _ entry: Entry, in block: UnsafeMutablePointer<Entry>, _ count: Int
  ) -> UnsafeMutablePointer<Entry> {
    // Only moments, the high halves of the entries, are compared. What is due later ends at `last`; to begin with that is
    // the sentinel before the block. (Halving without a jump, which the compiler does not do by itself, gains nothing.)
    let moment = UInt64(truncatingIfNeeded: entry &>> 64)
    var last = block - 1
    var length = count &+ 1
    while length > 1 {
      let half = length &>> 1
      let probe = last + half
      last = UInt64(truncatingIfNeeded: probe.pointee &>> 64) > moment ? probe : last
      length &-= half
    }
    // Between occurrences of one moment, which are rare, the owner decides.
    if UInt64(truncatingIfNeeded: last[1] &>> 64) == moment { return pass(entry, from: last + 1, to: block + count) }
    return last + 1
  }

  /// The first of some entries that is not due later than `entry`, or their end, by looking at each.
  @inline(never)
  private static func pass(
    _ entry: Entry, from start: UnsafeMutablePointer<Entry>, to end: UnsafeMutablePointer<Entry>
  ) -> UnsafeMutablePointer<Entry> {
    var place = start
    while place < end, place.pointee > entry { place += 1 }
    return place
  }

  @inline(always)
  private static func insert(_ entry: Entry, into block: UnsafeMutablePointer<Entry>, _ count: Int) {
    let place = find(entry, in: block, count)
    let bytes = UnsafeRawPointer(block + count) - UnsafeRawPointer(place)
    UnsafeMutableRawPointer(place + 1).copyMemory(from: place, byteCount: bytes)
    place.pointee = entry
  }

  // MARK: Many blocks

  private func count(of index: Int) -> Int { index == blockCount - 1 ? soonestCount : counts[index] }

  private mutating func setCount(_ count: Int, of index: Int) {
    if index == blockCount - 1 { soonestCount = count } else { counts[index] = count }
  }

  /// The block in which `entry` stands or would stand: the last whose first entry is not due sooner, else the first.
  private func block(for entry: Entry) -> Int {
    var low = 0
    var high = blockCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle][0] >= entry { low = middle } else { high = middle }
    }
    return low
  }

  @inline(never)
  private mutating func scheduleAmongMany(_ entry: Entry) {
    var index = block(for: entry)
    if count(of: index) == Self.blockCapacity {
      split(index)
      index = block(for: entry)
    }
    Self.insert(entry, into: blocks[index], count(of: index))
    setCount(count(of: index) + 1, of: index)
  }

  @usableFromInline @inline(never)
  mutating func search(andRemove entry: Entry) {
    let index = entry <= soonest[0] ? blockCount - 1 : block(for: entry)
    let end = blocks[index] + count(of: index)
    let place = Self.find(entry, in: blocks[index], count(of: index))
    guard place < end, place.pointee == entry else { return }
    place.update(from: place + 1, count: end - place - 1)
    setCount(count(of: index) - 1, of: index)
    joinIfSmall(index)
  }

  /// Moves the sooner half of a full block to a new one behind it.
  private mutating func split(_ index: Int) {
    if blockCount == capacity { growBlocks() }
    counts[blockCount - 1] = soonestCount
    for later in stride(from: blockCount, to: index + 1, by: -1) {
      blocks[later] = blocks[later - 1]
      counts[later] = counts[later - 1]
    }
    let half = counts[index] / 2
    blocks[index + 1] = Self.makeBlock()
    blocks[index + 1].initialize(from: blocks[index] + half, count: counts[index] - half)
    counts[index + 1] = counts[index] - half
    counts[index] = half
    blockCount += 1
    refreshSoonest()
  }

  /// Joins a block that has become small, or empty, with its neighbour if both fit well into one.
  private mutating func joinIfSmall(_ index: Int) {
    guard blockCount > 1, count(of: index) < Self.blockCapacity / 8 else { return }
    let later = index == 0 ? 0 : index - 1
    counts[blockCount - 1] = soonestCount
    guard counts[later] + counts[later + 1] <= Self.blockCapacity / 2 || counts[index] == 0 else { return }
    // A block that is empty may join a neighbour of any size.
    (blocks[later] + counts[later]).initialize(from: blocks[later + 1], count: counts[later + 1])
    counts[later] += counts[later + 1]
    Self.freeBlock(blocks[later + 1])
    for sooner in (later + 1)..<(blockCount - 1) {
      blocks[sooner] = blocks[sooner + 1]
      counts[sooner] = counts[sooner + 1]
    }
    blockCount -= 1
    refreshSoonest()
  }

  private mutating func refreshSoonest() {
    soonest = blocks[blockCount - 1]
    soonestCount = counts[blockCount - 1]
  }

  private mutating func growBlocks() {
    let grownBlocks = UnsafeMutablePointer<UnsafeMutablePointer<Entry>>.allocate(capacity: capacity * 2)
    grownBlocks.initialize(from: blocks, count: blockCount)
    blocks.deallocate()
    blocks = grownBlocks
    let grownCounts = UnsafeMutablePointer<Int>.allocate(capacity: capacity * 2)
    grownCounts.initialize(from: counts, count: blockCount)
    counts.deallocate()
    counts = grownCounts
    capacity *= 2
  }

  /// Whether all entries are in order, no block is overfull, and none but a sole one empty: for tests. O(n).
  package var isConsistent: Bool {
    var previous = Entry.max
    for index in 0..<blockCount {
      let count = count(of: index)
      if count > Self.blockCapacity || (count == 0 && blockCount > 1) || blocks[index][-1] != .max { return false }
      for place in 0..<count {
        if blocks[index][place] >= previous { return false }
        previous = blocks[index][place]
      }
    }
    return soonest == blocks[blockCount - 1]
  }
}
