import ContactCentre

/// Makes events again of what ``EventEncoder`` made of them.
///
/// Whatever bytes it is given, it reads and writes nothing outside its buffers, and says so if they are no events.
struct EventDecoder: ~Copyable {
  /// The most events a block may hold.
  private let capacity: Int
  private let events: UnsafeMutablePointer<Event>
  private let models: UnsafeMutablePointer<(UInt64, UInt64)>
  private let layouts: UnsafeMutablePointer<Layout>

  private static let kinds = 256

  /// How many bytes there must be behind a payload: an event that begins in it may reach beyond it, and every field is
  /// read as a whole word.
  static let slack = Shape.longestEvent + 8

  init(capacity: Int) {
    self.capacity = capacity
    events = .allocate(capacity: capacity)
    models = .allocate(capacity: Self.kinds)
    layouts = .allocate(capacity: Shape.most)
  }

  deinit {
    events.deallocate()
    models.deallocate()
    layouts.deallocate()
  }

  /// The `count` events of a payload of `length` bytes, to be read before the next are decoded; nil if it does not hold
  /// just them. O(events), some forty instructions each.
  ///
  /// - Parameter payload: where it begins; ``slack`` bytes behind it can be read as well.
  mutating func decode(_ payload: UnsafeRawPointer, length: Int, count: Int) -> UnsafeBufferPointer<Event>? {
    guard count <= capacity, count <= length else { return nil }
    models.initialize(repeating: (0, 0), count: Self.kinds)
    let end = payload + length
    var next = payload
    var known = 0
    var time: UInt64 = 0
    var event = events
    let last = events + count
    while event < last {
      guard next < end else { return nil }
      let tag = Int(next.load(as: UInt8.self))
      next += 1
      if tag < known {
        event.initialize(to: decode(layouts + tag, next, &time))
        next += layouts[tag].length
      } else {
        let bits = UInt32(littleEndian: next.loadUnaligned(as: UInt32.self))
        guard tag == known, var layout = Layout(Shape(bits: bits)) else { return nil }
        next += 4
        if known < Shape.most {
          (layouts + known).initialize(to: layout)
          known += 1
        }
        event.initialize(to: decode(&layout, next, &time))
        next += layout.length
      }
      event += 1
    }
    return next == end ? UnsafeBufferPointer(start: events, count: count) : nil
  }

  /// The event whose fields lie at `fields`.
  @inline(__always)
  private func decode(
    _ layout: UnsafePointer<Layout>, _ fields: UnsafeRawPointer, _ time: inout UInt64
  ) -> Event {
    let model = models + layout.pointee.kind
    time = time &+ (fields.word(at: 0) & layout.pointee.timeMask) &<< 16
    let subject = fields.word(at: layout.pointee.subjectOffset) & layout.pointee.subjectMask
    let value = fields.word(at: layout.pointee.valueOffset) & layout.pointee.valueMask
    let place = fields.word(at: layout.pointee.placeOffset) & layout.pointee.placeMask
    let extra = fields.word(at: layout.pointee.extraOffset) & layout.pointee.extraMask
    let word1 = model.pointee.0 ^ (value &<< 32 | subject)
    let word2 = model.pointee.1 ^ (extra &<< 32 | place)
    model.pointee = (word1, word2)
    return Event(word0: time | layout.pointee.kindAndDetail, word1: word1, word2: word2)
  }
}
