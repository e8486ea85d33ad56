import ContactCentre

/// Makes the payload of one block after another: events in less than six bytes each.
///
/// An event is a tag (one byte, the number of its ``Shape`` in this block) and its fields, each in as many bytes as the
/// shape says: the time since the event before, and every other field's difference (exclusive or) from the same field of
/// the last event of the same kind. Nothing is carried from one block to the next, so that each can be read by itself. No
/// event is refused: numbers that no simulation would make merely take more room.
///
/// To find the shape an event needs takes longer than to write it. So every kind and detail keeps the shape found last, as
/// long as events have room in it, and for no more than ``patience`` events, because it may be roomier than they need.
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
  /// The shapes found last, by kind and detail.
  private let habits: UnsafeMutablePointer<Habit>
  /// What the ``Habit/key`` of a shape found lately has in its upper 48 bits.
  private var era: UInt64 = 0
  /// The shapes known in this block, by number, as habits found at no time.
  private let known: UnsafeMutablePointer<Habit>
  private var shapeCount = 0
  /// Their numbers, by a hash of their bits: bits × 256 + number, or ``free``.
  private let slots: UnsafeMutablePointer<UInt64>
  /// The time of the last event, in its word's upper 48 bits.
  private var lastTime: UInt64 = 0

  private static let kinds = 256
  private static let habitCount = 512
  private static let slotCount = 1_024
  private static let free = UInt64.max
  /// After how many events shapes are looked for anew. Half as many take 0.2 bytes less an event and as much more time as
  /// twice as many save, which take 0.2 bytes more.
  private static let patience = 256

  init(capacity: Int) {
    self.capacity = capacity
    // A field is written as a whole word, however little of it counts.
    block = .allocate(byteCount: BlockHeader.length + capacity * Shape.longestEvent + 8, alignment: 8)
    models = .allocate(capacity: Self.kinds)
    habits = .allocate(capacity: Self.habitCount)
    habits.initialize(repeating: Habit(), count: Self.habitCount)
    known = .allocate(capacity: Shape.most)
    slots = .allocate(capacity: Self.slotCount)
    reset()
  }

  deinit {
    block.deallocate()
    models.deallocate()
    habits.deallocate()
    known.deallocate()
    slots.deallocate()
  }

  /// Begins the next block.
  mutating func reset() {
    count = 0
    length = BlockHeader.length
    lastTime = 0
    shapeCount = 0
    slots.initialize(repeating: Self.free, count: Self.slotCount)
    models.initialize(repeating: (0, 0), count: Self.kinds)
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
    var next = 0
    while next < events.count {
      if count % Self.patience == 0 { era &+= 1 << 16 }
      let some = events.extracting(next..<min(events.count, next + Self.patience - count % Self.patience))
      some.withUnsafeBufferPointer { encode($0) }
      next += some.count
      count += some.count
    }
  }

  private mutating func encode(_ events: UnsafeBufferPointer<Event>) {
    guard var event = events.baseAddress else { return }
    let end = event + events.count
    let (models, habits, era) = (models, habits, era)
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
      let elapsed = (time &- lastTime) &>> 16
      lastTime = time

      let kindAndDetail = word0 & 0xFFFF
      // Kinds below 64 and details below 8 have places of their own.
      let habit = habits + Int((kindAndDetail &>> 8 ^ kindAndDetail &<< 6) & 0x1FF)
      let excess =
        elapsed & habit.pointee.timeExcess | changed1 & habit.pointee.excess1 | changed2 & habit.pointee.excess2
      if habit.pointee.key != era | kindAndDetail || excess != 0 {
        next = findShape(kindAndDetail, elapsed, changed1, changed2, habit, next)
      } else {
        next.storeBytes(of: UInt8(truncatingIfNeeded: habit.pointee.tag), as: UInt8.self)
        next += 1
      }
      // Each field is written as a whole word, and what is too much of it is written over by the next.
      next.setWord(elapsed, at: 0)
      next.setWord(changed1, at: Int(habit.pointee.subjectOffset))
      next.setWord(changed1 &>> 32, at: Int(habit.pointee.valueOffset))
      next.setWord(changed2, at: Int(habit.pointee.placeOffset))
      next.setWord(changed2 &>> 32, at: Int(habit.pointee.extraOffset))
      next += Int(habit.pointee.length)
    }
    length = next - block
    self.lastTime = lastTime
  }

  /// Makes the smallest shape that has room for an event the habit of its kind and detail, and writes its tag, with the shape
  /// itself if it is new; where the fields go then.
  @inline(never)
  private mutating func findShape(
    _ kindAndDetail: UInt64, _ elapsed: UInt64, _ changed1: UInt64, _ changed2: UInt64,
    _ habit: UnsafeMutablePointer<Habit>, _ next: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    let shape = Shape(kindAndDetail: kindAndDetail, elapsed: elapsed, changed1: changed1, changed2: changed2)
    // There are four times as many slots as shapes, so that there is always a free one.
    var slot = Int((shape.bits &* 0x9E37_79B9) &>> 22)
    while slots[slot] != Self.free {
      if slots[slot] &>> 8 == UInt64(shape.bits) {
        habit.pointee = known[Int(slots[slot] & 0xFF)]
        habit.pointee.key |= era
        next.storeBytes(of: UInt8(truncatingIfNeeded: habit.pointee.tag), as: UInt8.self)
        return next + 1
      }
      slot = (slot &+ 1) % Self.slotCount
    }
    habit.pointee = Habit(shape, tag: UInt64(shapeCount))
    next.storeBytes(of: UInt8(truncatingIfNeeded: habit.pointee.tag), as: UInt8.self)
    (next + 1).storeBytes(of: shape.bits.littleEndian, as: UInt32.self)
    if shapeCount < Shape.most {
      slots[slot] = UInt64(shape.bits) &<< 8 | UInt64(shapeCount)
      known[shapeCount] = habit.pointee
      habit.pointee.key |= era
      shapeCount += 1
    } else {
      // A shape beyond those that have numbers is no habit, for it must be written each time.
      habit.pointee.key = 0
    }
    return next + 5
  }
}

/// How the last event of a kind and detail was written.
private struct Habit {
  /// Kind and detail below, and above when it was found; 0 for none.
  var key: UInt64 = 0
  /// The bits of the time, and of the words 1 and 2, for which there is no room.
  var timeExcess: UInt64 = 0
  var excess1: UInt64 = 0
  var excess2: UInt64 = 0
  var subjectOffset: UInt32 = 0
  var valueOffset: UInt32 = 0
  var placeOffset: UInt32 = 0
  var extraOffset: UInt32 = 0
  var length: UInt32 = 0
  /// A byte, and room to make the whole 64 bytes.
  var tag: UInt64 = 0

  init() {}

  /// A habit found at no time: its key has yet to be given that.
  init(_ shape: Shape, tag: UInt64) {
    guard let layout = Layout(shape) else { preconditionFailure("an event has no field of more bytes than it has") }
    key = layout.kindAndDetail
    timeExcess = ~layout.timeMask
    excess1 = ~(layout.valueMask &<< 32 | layout.subjectMask)
    excess2 = ~(layout.extraMask &<< 32 | layout.placeMask)
    subjectOffset = UInt32(layout.subjectOffset)
    valueOffset = UInt32(layout.valueOffset)
    placeOffset = UInt32(layout.placeOffset)
    extraOffset = UInt32(layout.extraOffset)
    length = UInt32(layout.length)
    self.tag = tag
  }
}
