/// What is due when: the pending occurrences of numbered owners, soonest first.
///
/// Occurrences are ordered by time, then by rank, then by owner, so that what happens at one instant happens in one
/// order only. One that is cancelled is gone: the calendar holds exactly what is pending, and looking at the soonest
/// never meets what no longer counts.
///
/// What is due before `soonEnd` stands sorted, the soonest last, and is read and taken off there in O(1). The rest hangs,
/// unsorted, in slots that stand around a wheel: in each what is due while the wheel stands there, in this turn or a later
/// one. Once all that is sorted has been taken off, the wheel turns to the next slot, and what is due there in this turn is
/// sorted. There are as many slots as places for entries, so scheduling and cancelling look at a handful of entries: O(1)
/// amortised, unless most of what is pending is due within a few slots. To schedule and take off what happens in the largest
/// town takes 80 instructions, where blocks of sorted entries, or a wheel whose slots are kept sorted, took 190; with the tens
/// of occurrences of a night it is no more than with blocks. Memory follows the most that was ever pending.
@usableFromInline
package struct Calendar: ~Copyable {
  /// Time and rank as one comparable number.
  @usableFromInline package typealias Moment = UInt64

  /// Later than every moment.
  @inlinable package static var never: Moment { .max }

  /// A moment and, below it, an owner, as one comparable number.
  @usableFromInline typealias Entry = UInt128

  /// What is due before `soonEnd`, the soonest last. Before the first stands an entry that is never due.
  @usableFromInline var soon: UnsafeMutablePointer<Entry>
  @usableFromInline var soonCount = 0
  private var soonCapacity = 64
  /// Where the first slot begins that is not sorted.
  private var soonEnd: Moment = 0

  /// By slot, the place of its first entry, or ``none``.
  private var slots: UnsafeMutablePointer<UInt32>
  /// One bit for each slot that holds any.
  private var occupied: UnsafeMutablePointer<UInt64>
  /// By place, the entry that hangs there, and the place of the next in its slot, or ``none``. Free places are linked
  /// likewise.
  private var entries: UnsafeMutablePointer<Entry>
  private var nexts: UnsafeMutablePointer<UInt32>
  private var firstFree: UInt32 = 0
  /// How many slots there are, and how many places: a power of two, 64 at least.
  private var size: Int
  /// How long the wheel stands at a slot, as a power of two of moments.
  private var stay: UInt64

  /// The number of no place.
  private static var none: UInt32 { .max }
  /// How long the wheel takes for a turn, as a power of two of moments: four hours and 40 minutes.
  private static var turn: UInt64 { 28 }
  /// When so many are sorted, it is asked whether they are more than what is due in one slot.
  private static var many: Int { 32 }

  /// An empty calendar.
  package init() { self.init(sizeBits: 6) }

  private init(sizeBits: UInt64) {
    size = 1 &<< Int(sizeBits)
    stay = Self.turn &- sizeBits
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Self.none, count: size)
    occupied = .allocate(capacity: size / 64)
    occupied.initialize(repeating: 0, count: size / 64)
    entries = .allocate(capacity: size)
    entries.initialize(repeating: 0, count: size)
    nexts = .allocate(capacity: size)
    for place in 0..<size { nexts[place] = place + 1 < size ? UInt32(place + 1) : Self.none }
    soon = Self.makeSoon(soonCapacity)
  }

  private static func makeSoon(_ capacity: Int) -> UnsafeMutablePointer<Entry> {
    let memory = UnsafeMutablePointer<Entry>.allocate(capacity: capacity + 1)
    memory.initialize(repeating: .max, count: capacity + 1)
    return memory + 1
  }

  deinit {
    (soon - 1).deallocate()
    slots.deallocate()
    occupied.deallocate()
    entries.deallocate()
    nexts.deallocate()
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
  @inlinable package var nextMoment: Moment { UInt64(truncatingIfNeeded: soon[soonCount &- 1] &>> 64) }

  /// The owner of the soonest occurrence. Only meaningful while something is pending.
  @inlinable package var nextOwner: UInt32 { UInt32(truncatingIfNeeded: soon[soonCount &- 1]) }

  /// Adds an occurrence of `owner` at `moment`. The same one must not be pending already.
  package mutating func schedule(_ owner: UInt32, at moment: Moment) {
    if soonCount >= Self.many { shortenSoon() }
    if moment < soonEnd {
      sort(Self.entry(moment, owner))
    } else {
      hang(Self.entry(moment, owner))
      if soonCount == 0 { turnWheel() }
    }
  }

  /// Removes the occurrence of `owner` at `moment`; nothing if there is none.
  @inlinable @inline(always)
  package mutating func cancel(_ owner: UInt32, at moment: Moment) {
    if soon[soonCount &- 1] == Self.entry(moment, owner), soonCount > 1 {
      soonCount = soonCount &- 1
    } else {
      search(andRemove: Self.entry(moment, owner))
    }
  }

  @usableFromInline @inline(never)
  mutating func search(andRemove entry: Entry) {
    if Self.moment(of: entry) >= soonEnd {
      let link = link(to: entry)
      if link.pointee != Self.none { unhang(link, of: slot(of: Self.moment(of: entry))) }
      return
    }
    var place = placeAmongSoon(entry)
    guard soon[place] == entry else { return }
    soonCount &-= 1
    while place < soonCount {
      soon[place] = soon[place &+ 1]
      place &+= 1
    }
    if soonCount == 0 { turnWheel() }
  }

  @inlinable @inline(always)
  static func entry(_ moment: Moment, _ owner: UInt32) -> Entry { Entry(moment) &<< 64 | Entry(owner) }

  @inline(always)
  private static func moment(of entry: Entry) -> Moment { UInt64(truncatingIfNeeded: entry &>> 64) }

  // MARK: What is sorted

  /// The place of the last that is not due sooner than `entry`; −1, that of the one never due, if all are.
  @inline(always)
  private func placeAmongSoon(_ entry: Entry) -> Int {
    var place = soonCount &- 1
    while soon[place] < entry { place &-= 1 }
    return place
  }

  @inline(always)
  private mutating func sort(_ entry: Entry) {
    if soonCount == soonCapacity { growSoon() }
    // What is due sooner moves up by one, until the one that is never due at the latest.
    var place = soon + soonCount
    while place[-1] < entry {
      place.pointee = place[-1]
      place -= 1
    }
    place.pointee = entry
    soonCount &+= 1
  }

  @inline(never)
  private mutating func growSoon() {
    let grown = Self.makeSoon(soonCapacity * 2)
    grown.update(from: soon, count: soonCount)
    (soon - 1).deallocate()
    soon = grown
    soonCapacity *= 2
  }

  /// Turns the wheel back to the slot of what is due soonest, and hangs up again what is due in slots behind it.
  ///
  /// The wheel may have turned far ahead because nothing was due sooner, and much that is may have come since.
  @inline(never)
  private mutating func shortenSoon() {
    let end = self.end(ofSlotAt: nextMoment)
    if soonEnd == end { return }
    soonEnd = end
    var later = 0
    while Self.moment(of: soon[later]) >= end {
      hang(soon[later])
      later += 1
    }
    soonCount -= later
    soon.update(from: soon + later, count: soonCount)
  }

  // MARK: What hangs in slots

  @inline(always)
  private func slot(of moment: Moment) -> Int { Int(truncatingIfNeeded: moment &>> stay) & (size &- 1) }

  private func end(ofSlotAt moment: Moment) -> Moment { (moment &>> stay &+ 1) &<< stay }

  @inline(always)
  private mutating func hang(_ entry: Entry) {
    if firstFree == Self.none { grow() }
    let slot = slot(of: Self.moment(of: entry))
    let place = firstFree
    firstFree = nexts[Int(place)]
    entries[Int(place)] = entry
    nexts[Int(place)] = slots[slot]
    slots[slot] = place
    occupied[slot &>> 6] |= 1 &<< UInt64(slot & 63)
  }

  /// Frees the place that `link` of a slot leads to.
  @inline(always)
  private mutating func unhang(_ link: UnsafeMutablePointer<UInt32>, of slot: Int) {
    let place = link.pointee
    link.pointee = nexts[Int(place)]
    nexts[Int(place)] = firstFree
    firstFree = place
    if slots[slot] == Self.none { occupied[slot &>> 6] &= ~(1 &<< UInt64(slot & 63)) }
  }

  /// What leads to the place of an entry in its slot; to ``none`` if it does not hang there.
  @inline(always)
  private func link(to entry: Entry) -> UnsafeMutablePointer<UInt32> {
    var link = slots + slot(of: Self.moment(of: entry))
    while link.pointee != Self.none, entries[Int(link.pointee)] != entry { link = nexts + Int(link.pointee) }
    return link
  }

  /// Sorts what is due in the next slot that holds anything due in this turn; or if there is none, in that of what is due
  /// soonest.
  @inline(never)
  private mutating func turnWheel() {
    var begin = soonEnd
    var soonest = Self.never
    while begin &- soonEnd < 1 &<< Self.turn {
      begin &+= stepsToOccupied(from: slot(of: begin)) &<< stay
      let end = begin &+ 1 &<< stay
      soonest = min(soonest, sortSlot(slot(of: begin), before: end))
      if soonCount > 0 {
        soonEnd = end
        return
      }
      begin = end
    }
    guard soonest < Self.never else { return }
    soonEnd = end(ofSlotAt: soonest)
    _ = sortSlot(slot(of: soonest), before: soonEnd)
  }

  /// How far round the wheel, from a slot on, the next stands that holds anything; once round if none does.
  @inline(always)
  private func stepsToOccupied(from slot: Int) -> UInt64 {
    var word = slot &>> 6
    var steps = 0 &- slot & 63
    var bits = occupied[word] & (.max &<< UInt64(slot & 63))
    while bits == 0, steps < size {
      steps &+= 64
      word = (word &+ 1) & (size &>> 6 &- 1)
      bits = occupied[word]
    }
    return UInt64(steps &+ bits.trailingZeroBitCount)
  }

  /// Takes what is due before `end` from its slot and sorts it; the soonest of what is left in the slot.
  @inline(always)
  private mutating func sortSlot(_ slot: Int, before end: Moment) -> Moment {
    var soonest = Self.never
    var place = slots[slot]
    slots[slot] = Self.none
    while place != Self.none {
      let entry = entries[Int(place)]
      let next = nexts[Int(place)]
      if Self.moment(of: entry) < end {
        sort(entry)
        nexts[Int(place)] = firstFree
        firstFree = place
      } else {
        soonest = min(soonest, Self.moment(of: entry))
        nexts[Int(place)] = slots[slot]
        slots[slot] = place
      }
      place = next
    }
    if slots[slot] == Self.none { occupied[slot &>> 6] &= ~(1 &<< UInt64(slot & 63)) }
    return soonest
  }

  /// Twice as many places, and slots for half as long.
  @inline(never)
  private mutating func grow() {
    var grown = Calendar(sizeBits: Self.turn &- stay &+ 1)
    for place in 0..<size { grown.hang(entries[place]) }
    swap(&slots, &grown.slots)
    swap(&occupied, &grown.occupied)
    swap(&entries, &grown.entries)
    swap(&nexts, &grown.nexts)
    firstFree = grown.firstFree
    size = grown.size
    stay = grown.stay
  }

  // MARK: For tests

  /// How many occurrences are pending. O(n).
  package var count: Int {
    var count = soonCount
    forEachHung { _, _ in count += 1 }
    return count
  }

  /// Whether an occurrence of `owner` at `moment` is pending.
  package func isPending(_ owner: UInt32, at moment: Moment) -> Bool {
    let entry = Self.entry(moment, owner)
    return moment < soonEnd ? soon[placeAmongSoon(entry)] == entry : link(to: entry).pointee != Self.none
  }

  /// Whether everything stands where it must. O(n).
  package var isConsistent: Bool {
    var isConsistent = soon[-1] == .max && soonEnd == (soonEnd &>> stay) &<< stay
    for place in 0..<soonCount where soon[place] >= soon[place - 1] || Self.moment(of: soon[place]) >= soonEnd {
      isConsistent = false
    }
    forEachHung { entry, slot in
      let moment = Self.moment(of: entry)
      if moment < soonEnd || self.slot(of: moment) != slot || soonCount == 0 { isConsistent = false }
    }
    for slot in 0..<size where (slots[slot] != Self.none) != (occupied[slot >> 6] >> UInt64(slot & 63) & 1 == 1) {
      isConsistent = false
    }
    return isConsistent
  }

  private func forEachHung(_ body: (_ entry: Entry, _ slot: Int) -> Void) {
    for slot in 0..<size {
      var place = slots[slot]
      while place != Self.none {
        body(entries[Int(place)], slot)
        place = nexts[Int(place)]
      }
    }
  }
}
