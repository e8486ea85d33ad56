/// The checksum of a stretch of bytes: 64 bits, of which any change within eight aligned bytes, and so any single bit
/// changed, certainly changes some.
///
/// The words are dealt in turn to four lanes, each of which takes them by a ``step(_:_:)`` that can be undone. A lane that
/// has once become another stays another, whatever equal words follow, and so does the checksum made of the lanes. Changes
/// of several words go unseen once in 2⁶⁴ times. Four lanes, because a processor can multiply faster than it can
/// wait for a product: some three instructions a word. Not for cryptography.
struct Checksum {
  private let key: UInt64
  private var lane0: UInt64
  private var lane1: UInt64
  private var lane2: UInt64
  private var lane3: UInt64
  /// How many words have been folded.
  private var count: UInt64 = 0

  /// The checksum of no bytes. The same bytes have another checksum under another key.
  init(key: UInt64) {
    self.key = key
    lane0 = Self.step(key, 0)
    lane1 = Self.step(key, 1)
    lane2 = Self.step(key, 2)
    lane3 = Self.step(key, 3)
  }

  /// The checksum of `bytes`, as many as make up whole words of eight.
  static func of(_ bytes: UnsafeRawBufferPointer, key: UInt64) -> UInt64 {
    var checksum = Checksum(key: key)
    checksum.fold(bytes)
    return checksum.value
  }

  /// Folds the next bytes: a multiple of 32 of them, or in the last stretch of 8. O(bytes).
  mutating func fold(_ bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count % 8 == 0 && count % 4 == 0, "checksums are made of whole words, four at a time")
    guard var next = bytes.baseAddress else { return }
    let end = next + bytes.count
    while end - next >= 32 {
      lane0 = Self.step(lane0, next.word(at: 0))
      lane1 = Self.step(lane1, next.word(at: 8))
      lane2 = Self.step(lane2, next.word(at: 16))
      lane3 = Self.step(lane3, next.word(at: 24))
      next += 32
    }
    if next < end { lane0 = Self.step(lane0, next.word(at: 0)) }
    if next + 8 < end { lane1 = Self.step(lane1, next.word(at: 8)) }
    if next + 16 < end { lane2 = Self.step(lane2, next.word(at: 16)) }
    count += UInt64(bytes.count / 8)
  }

  /// The checksum of what has been folded.
  var value: UInt64 {
    Self.step(Self.step(Self.step(Self.step(key ^ count, lane0), lane1), lane2), lane3)
  }

  /// The step of ``EventDigest``: xor, multiplication by an odd constant, reversal of the bytes.
  @inline(__always)
  static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (lane ^ word) &* 0x9FB2_1C65_1E98_DF25
    return mixed.byteSwapped
  }
}
