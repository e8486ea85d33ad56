/// Who waits for what is due in the force's calendar: a handler or a unit, told apart by their numbers.
///
/// At one moment handlers come before units.
enum Owner {
  private static let firstUnit: UInt32 = 1 << 16

  @inline(always)
  static func handler(_ position: UInt16) -> UInt32 { UInt32(position) }

  @inline(always)
  static func unit(_ number: UInt16) -> UInt32 { firstUnit | UInt32(number) }

  /// The unit's number, if it is one.
  @inline(always)
  static func unit(of owner: UInt32) -> UInt16? {
    owner < firstUnit ? nil : UInt16(truncatingIfNeeded: owner)
  }
}
