/// What became of the contacts that entered a stage before the queue and chose the same there.
public struct FrontTally: Sendable, Equatable {
  /// Contacts that entered.
  public internal(set) var entered: UInt64 = 0
  /// Contacts whose need was met there.
  public internal(set) var contained: UInt64 = 0
  /// Contacts that left from there for another channel.
  public internal(set) var diverted: UInt64 = 0

  /// Nobody.
  public init() {}

  /// Adds the contacts of `other`. O(1), exact, in any order.
  public mutating func merge(_ other: FrontTally) {
    entered += other.entered
    contained += other.contained
    diverted += other.diverted
  }
}
