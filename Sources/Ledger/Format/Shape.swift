/// What an encoded event has in common with many others: its kind, its detail, and how many bytes each field takes.
///
/// 31 bits, highest first: the numbers of bytes (3 bits each) of the time, the subject, the value, the resource and group
/// together, and the extra; the kind (8); the detail (8).
struct Shape: Equatable {
  let bits: UInt32

  /// The most shapes a block knows. A tag of this number is always followed by a shape, used once.
  static let most = 255
  /// The most bytes an event takes: a tag, a shape, 6 of time and four fields of 4.
  static let longestEvent = 1 + 4 + 6 + 4 * 4

  init(bits: UInt32) { self.bits = bits }

  /// The shape with the fewest bytes that an event has room in.
  ///
  /// - Parameters:
  ///   - kindAndDetail: the low 16 bits of its first word.
  ///   - elapsed: the time since the event before.
  ///   - changed1: its second word's difference from that of the event it is compared with; `changed2` likewise.
  init(kindAndDetail: UInt64, elapsed: UInt64, changed1: UInt64, changed2: UInt64) {
    func bytes(_ field: UInt64) -> UInt64 { UInt64((71 - field.leadingZeroBitCount) / 8) }
    let subject = bytes(changed1 & 0xFFFF_FFFF)
    let value = bytes(changed1 >> 32)
    let place = bytes(changed2 & 0xFFFF_FFFF)
    let extra = bytes(changed2 >> 32)
    let lengths = bytes(elapsed) << 12 | subject << 9 | value << 6 | place << 3 | extra
    bits = UInt32(truncatingIfNeeded: lengths << 16 | kindAndDetail)
  }
}

/// A shape taken apart: where each field lies behind the tag, and which bits of it are there.
struct Layout {
  /// Kind and detail, as in an event's first word.
  let kindAndDetail: UInt64
  let kind: Int
  let timeMask: UInt64
  let subjectMask: UInt64
  let valueMask: UInt64
  let placeMask: UInt64
  let extraMask: UInt64
  let subjectOffset: Int
  let valueOffset: Int
  let placeOffset: Int
  let extraOffset: Int
  /// Bytes of all fields together.
  let length: Int

  /// Nil for a shape that no event has.
  init?(_ shape: Shape) {
    let bits = shape.bits
    let time = Int(bits >> 28)
    let subject = Int(bits >> 25 & 7)
    let value = Int(bits >> 22 & 7)
    let place = Int(bits >> 19 & 7)
    let extra = Int(bits >> 16 & 7)
    guard time <= 6, subject <= 4, value <= 4, place <= 4, extra <= 4 else { return nil }
    kindAndDetail = UInt64(bits & 0xFFFF)
    kind = Int(bits >> 8 & 0xFF)
    timeMask = Self.mask(time)
    subjectMask = Self.mask(subject)
    valueMask = Self.mask(value)
    placeMask = Self.mask(place)
    extraMask = Self.mask(extra)
    subjectOffset = time
    valueOffset = subjectOffset + subject
    placeOffset = valueOffset + value
    extraOffset = placeOffset + place
    length = extraOffset + extra
  }

  private static func mask(_ bytes: Int) -> UInt64 { (1 << UInt64(8 * bytes)) - 1 }
}
