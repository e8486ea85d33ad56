/// A record that is found by its number for as long as it is needed.
protocol NumberedRecord: BitwiseCopyable {
  /// Its number; meaningless once it is gone.
  var number: UInt32 { get }
  /// Whether its place is free.
  var isGone: Bool { get }
  /// What stands in a free place.
  static var gone: Self { get }
}

/// Records found by number: of contacts in the centre, of incidents that are open, of contacts to come.
///
/// Record n lives at place n modulo the ring's size, which doubles when a newcomer would land on a record that is still
/// there. Memory follows how long records stay, not how many have come.
struct NumberedRing<Record: NumberedRecord>: ~Copyable {
  private(set) var records: UnsafeMutablePointer<Record>
  private(set) var mask: UInt32

  /// An empty ring; `capacity` is a power of two.
  init(capacity: Int) {
    mask = UInt32(capacity - 1)
    records = .allocate(capacity: capacity)
    records.initialize(repeating: .gone, count: capacity)
  }

  deinit { records.deallocate() }

  /// The place of a record that is there. The pointer is good until the next ``admit(_:)``.
  @inline(always)
  subscript(number: UInt32) -> UnsafeMutablePointer<Record> {
    records + Int(number & mask)
  }

  /// A free place for a newcomer, in which anything may stand. Amortised O(1).
  @inline(always)
  mutating func admit(_ number: UInt32) -> UnsafeMutablePointer<Record> {
    while !records[Int(number & mask)].isGone { grow() }
    return records + Int(number & mask)
  }

  @inline(never)
  private mutating func grow() {
    let size = Int(mask) + 1
    let grown = UnsafeMutablePointer<Record>.allocate(capacity: size * 2)
    grown.initialize(repeating: .gone, count: size * 2)
    let wider = mask << 1 | 1
    for place in 0..<size where !records[place].isGone {
      grown[Int(records[place].number & wider)] = records[place]
    }
    records.deallocate()
    records = grown
    mask = wider
  }
}
