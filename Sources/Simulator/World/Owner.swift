/// Who waits for what is due in the force's calendar: a handler, a unit, a queue or a surge, told apart by their numbers.
///
/// At one moment handlers come before units, units before queues, queues before surges.
enum Owner {
  private static let firstUnit: UInt32 = 1 << 16
  private static let firstQueue: UInt32 = 2 << 16
  private static let firstSurge: UInt32 = 3 << 16

  @inline(always)
  static func handler(_ position: UInt16) -> UInt32 { UInt32(position) }

  @inline(always)
  static func unit(_ number: UInt16) -> UInt32 { firstUnit | UInt32(number) }

  /// The queue of a channel.
  static func queue(_ channel: Int) -> UInt32 { firstQueue | UInt32(channel) }

  static func surge(_ number: Int) -> UInt32 { firstSurge | UInt32(number) }

  /// The unit's number, if it is one.
  @inline(always)
  static func unit(of owner: UInt32) -> UInt16? {
    owner < firstUnit || owner >= firstQueue ? nil : UInt16(truncatingIfNeeded: owner)
  }

  /// The number of the queue's channel, if it is a queue.
  static func queue(of owner: UInt32) -> Int? {
    owner < firstQueue || owner >= firstSurge ? nil : Int(owner & 0xFFFF)
  }

  /// The surge's number, if it is one.
  static func surge(of owner: UInt32) -> Int? { owner < firstSurge ? nil : Int(owner & 0xFFFF) }
}
