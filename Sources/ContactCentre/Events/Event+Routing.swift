import DiscreteEvents

// What happens to queues and to work in hand where a scenario has rules for it.
extension Event {
  /// `handler` took up `contact` again, which had been left for `interruption` milliseconds.
  @inlinable
  public static func workResumed(
    at time: Milliseconds, contact: UInt32, handler: UInt16, interruption: UInt32
  ) -> Event {
    Event(.workResumed, at: time, subject: contact, value: interruption, resource: handler)
  }

  /// `contact` has waited on `channel` so long that the teams of the channel's overflow may take it.
  @inlinable
  public static func contactOverflowed(at time: Milliseconds, contact: UInt32, channel: UInt16) -> Event {
    Event(.contactOverflowed, at: time, subject: contact, resource: channel)
  }

  /// The queue of surge number `surge` has been over its threshold for long enough: its teams help.
  @inlinable
  public static func surgeBegan(at time: Milliseconds, surge: UInt16) -> Event {
    Event(.surgeBegan, at: time, resource: surge)
  }

  /// The queue of surge number `surge` is short again: its teams are released.
  @inlinable
  public static func surgeEnded(at time: Milliseconds, surge: UInt16) -> Event {
    Event(.surgeEnded, at: time, resource: surge)
  }
}
