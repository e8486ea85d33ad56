/// Who waits for what is due in the force's calendar: a handler, a unit or an incident, told apart by their numbers.
///
/// At one moment handlers come before units, and units before incidents.
enum Owner {
  private static let firstUnit: UInt32 = 1 << 16
  private static let firstIncident: UInt32 = 1 << 31

  @inline(always)
  static func handler(_ position: UInt16) -> UInt32 { UInt32(position) }

  @inline(always)
  static func unit(_ number: UInt16) -> UInt32 { firstUnit | UInt32(number) }

  @inline(always)
  static func incident(_ number: UInt32) -> UInt32 { firstIncident | number }

  /// The handler's position, if it is one.
  @inline(always)
  static func handler(of owner: UInt32) -> UInt16? {
    owner < firstUnit ? UInt16(truncatingIfNeeded: owner) : nil
  }

  /// The unit's number, if it is one.
  @inline(always)
  static func unit(of owner: UInt32) -> UInt16? {
    owner < firstIncident ? UInt16(truncatingIfNeeded: owner) : nil
  }

  /// The incident's number, of an owner that is neither of the others.
  @inline(always)
  static func incident(of owner: UInt32) -> UInt32 { owner & ~firstIncident }
}
