/// What is kept by number in a ``TableByNumber``.
protocol Numbered {
  /// By which it is found.
  var number: UInt32 { get }
  /// Whether it stands for a free entry.
  var isNone: Bool { get }
  /// A free entry.
  static var none: Self { get }
}

/// Things by number, in a hash table with open addressing.
///
/// For what there is no ring of, as of contacts: an incident that nobody ever attends may stay open for a year while a million
/// others come and go, and must not keep room for them. Never more than half full. Must be freed by whoever made it.
struct TableByNumber<Element: Numbered> {
  private var entries: UnsafeMutablePointer<Element>
  /// One less than the number of entries, a power of two.
  private var mask: Int
  /// How many things there are.
  private(set) var count = 0

  init(capacity: Int = 1_024) {
    entries = .allocate(capacity: capacity)
    entries.initialize(repeating: .none, count: capacity)
    mask = capacity - 1
  }

  func free() { entries.deallocate() }

  /// Whether one more makes it grow.
  var isFull: Bool { 2 * (count + 1) > mask + 1 }

  /// Where something is if nothing else was there first. The factor is 2⁶⁴ over the golden ratio (Knuth's multiplicative
  /// hashing), which scatters neighbouring numbers.
  private func home(of number: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
  }

  /// Where `number` is, or the free entry where it would be.
  private func index(of number: UInt32) -> Int {
    var index = home(of: number)
    while !entries[index].isNone, entries[index].number != number { index = (index + 1) & mask }
    return index
  }

  /// Where `number` is; nil if it is not there. Valid until something is added or removed. O(1).
  func place(of number: UInt32) -> UnsafeMutablePointer<Element>? {
    let index = index(of: number)
    return entries[index].isNone ? nil : entries + index
  }

  /// Adds something, in place of any other of its number. O(1), amortised.
  mutating func add(_ element: Element) {
    var index = index(of: element.number)
    if entries[index].isNone {
      if isFull {
        makeRoom { _ in true }
        index = self.index(of: element.number)
      }
      count += 1
    }
    entries[index] = element
  }

  /// Removes what is at `place`. O(1).
  mutating func remove(_ place: UnsafeMutablePointer<Element>) {
    var hole = place - entries
    var next = (hole + 1) & mask
    // Whoever would no longer be found behind a free entry moves up into it.
    while !entries[next].isNone {
      let distance = (next - home(of: entries[next].number)) & mask
      if distance >= (next - hole) & mask {
        entries[hole] = entries[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    entries[hole] = .none
    count -= 1
  }

  /// Leaves only what `isKept`, and doubles if that is more than a quarter of what there is room for. O(capacity).
  mutating func makeRoom(keeping isKept: (Element) -> Bool) {
    var kept = 0
    forEach { kept += isKept($0) ? 1 : 0 }
    let capacity = mask + 1
    var other = TableByNumber(capacity: 4 * kept > capacity ? 2 * capacity : capacity)
    forEach { if isKept($0) { other.add($0) } }
    free()
    self = other
  }

  /// Hands over everything, in no particular order. O(capacity).
  func forEach(_ body: (Element) -> Void) {
    for index in 0...mask where !entries[index].isNone { body(entries[index]) }
  }
}
