import ContactCentre

/// Makes the payload of one block after another: events in about five bytes each.
///
/// An event is a tag (one byte, the number of its ``Shape`` in this block) and its fields, each in as many bytes as it
/// needs: the time since the event before, and every other field's difference (exclusive or) from the same field of the
/// last event of the same kind. Nothing is carried from one block to the next, so that each can be read by itself. No event
/// is refused: numbers that no simulation would make merely take more room.
struct EventEncoder: ~Copyable {
  /// How many events a block holds at most.
  let capacity: Int
  /// How many events are encoded.
  private(set) var count = 0
  /// The block, the place for its header first.
  private let block: UnsafeMutableRawPointer
  private var length = BlockHeader.length
  /// The words 1 and 2 of the last event of each kind.
  private let models: UnsafeMutablePointer<(UInt64, UInt64)>
  /// The shapes known by a hash of their bits: bits × 256 + number, or all ones where there is none.
  private let shapes: UnsafeMutablePointer<UInt64>
  private var shapeCount: UInt64 = 0
  /// The time of the last event, in its word's upper 48 bits.
  private var lastTime: UInt64 = 0

  private static let kinds = 256
  private static let slots = 1024

  init(capacity: Int) {
    self.capacity = capacity
    // A field is written as a whole word, however little of it counts.
    block = .allocate(byteCount: BlockHeader.length + capacity * Shape.longestEvent + 8, alignment: 8)
    models = .allocate(capacity: Self.kinds)
    shapes = .allocate(capacity: Self.slots)
    reset()
  }

  deinit {
    block.deallocate()
    models.deallocate()
    shapes.deallocate()
  }

  /// Begins the next block.
  mutating func reset() {
    count = 0
    length = BlockHeader.length
    lastTime = 0
    shapeCount = 0
    models.initialize(repeating: (0, 0), count: Self.kinds)
    shapes.initialize(repeating: .max, count: Self.slots)
  }

  /// Hands over the block, padded, its header still to be written. `payload` says how many bytes of it are meant.
  func withBlock<Result, Failure: Error>(
    _ body: (_ block: UnsafeMutableRawBufferPointer, _ payload: Int) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let padded = Int(UInt64(length).padded)
    block.setWord(0, at: length)
    return try body(UnsafeMutableRawBufferPointer(start: block, count: padded), length - BlockHeader.length)
  }

  /// Encodes events, no more than there is room for. O(events), some sixty instructions each.
  mutating func append(_ events: Span<Event>) {
    precondition(count + events.count <= capacity, "a block holds no more than \(capacity) events")
    events.withUnsafeBufferPointer { events in
      guard var event = events.baseAddress else { return }
      let end = event + events.count
      var next = block + length
      var lastTime = lastTime
      while event < end {
        let word0 = event.pointee.word0
        let word1 = event.pointee.word1
        let word2 = event.pointee.word2
        event += 1
        let model = models + Int(word0 &>> 8 & 0xFF)
        let changed1 = word1 ^ model.pointee.0
        let changed2 = word2 ^ model.pointee.1
        model.pointee = (word1, word2)
        let time = word0 & ~0xFFFF
        let elapsed = time &- lastTime
        lastTime = time

        // The number of bytes is that of the highest bit set, eight bits up, where a lowest bit stands for none.
        var field = next + 1
        var shape: UInt64 = 0
        field.setWord(elapsed &>> 16, at: 0)
        Self.pass(elapsed &>> 8, &field, &shape)
        field.setWord(changed1, at: 0)
        Self.pass((changed1 & 0xFFFF_FFFF) &<< 8, &field, &shape)
        field.setWord(changed1 &>> 32, at: 0)
        Self.pass(changed1 &>> 24, &field, &shape)
        field.setWord(changed2, at: 0)
        Self.pass((changed2 & 0xFFFF_FFFF) &<< 8, &field, &shape)
        field.setWord(changed2 &>> 32, at: 0)
        Self.pass(changed2 &>> 24, &field, &shape)
        shape = shape &<< 16 | word0 & 0xFFFF

        let known = shapes[Self.slot(shape)]
        if known &>> 8 == shape {
          next.storeBytes(of: UInt8(truncatingIfNeeded: known), as: UInt8.self)
          next = field
        } else {
          next = place(shape, tagAt: next, end: field)
        }
      }
      length = next - block
      self.lastTime = lastTime
    }
    count += events.count
  }

  /// Moves `field` on by as many bytes as a number takes that is `raised` by eight bits, and notes how many.
  @inline(__always)
  private static func pass(_ raised: UInt64, _ field: inout UnsafeMutableRawPointer, _ shape: inout UInt64) {
    let bytes = (63 &- (raised | 1).leadingZeroBitCount) &>> 3
    field += bytes
    shape = shape &<< 3 | UInt64(truncatingIfNeeded: bytes)
  }

  @inline(__always)
  private static func slot(_ shape: UInt64) -> Int {
    Int(truncatingIfNeeded: (shape &* 0x9E37_79B9_7F4A_7C15) &>> 54)
  }

  /// Writes the tag of an event whose shape is not where it would be looked for first, and the shape itself if it is new.
  /// The fields lie behind the tag up to `end`; where they end then.
  @inline(never)
  private mutating func place(
    _ shape: UInt64, tagAt next: UnsafeMutableRawPointer, end: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    // There are four times as many slots as shapes, so that there is always one free.
    var slot = Self.slot(shape)
    while shapes[slot] != .max {
      if shapes[slot] &>> 8 == shape {
        next.storeBytes(of: UInt8(truncatingIfNeeded: shapes[slot]), as: UInt8.self)
        return end
      }
      slot = (slot + 1) % Self.slots
    }
    (next + 5).copyMemory(from: next + 1, byteCount: end - (next + 1))
    next.storeBytes(of: UInt8(truncatingIfNeeded: shapeCount), as: UInt8.self)
    (next + 1).storeBytes(of: UInt32(truncatingIfNeeded: shape).littleEndian, as: UInt32.self)
    if shapeCount < Shape.most {
      shapes[slot] = shape &<< 8 | shapeCount
      shapeCount += 1
    }
    return end + 4
  }
}
