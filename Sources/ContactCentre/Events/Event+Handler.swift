import DiscreteEvents

extension Event {
  /// The handler of duty number `duty` signed on to the position `handler` of `team` for `length` milliseconds
  /// (``endless``: for good), working the scenario's shift number `shift` (``noShift`` for none) and taking breaks
  /// `turn` / 65,536 of their spread after the first are due.
  @inlinable
  public static func handlerSignedOn(
    at time: Milliseconds, duty: UInt32, handler: UInt16, team: UInt16, length: UInt32, shift: UInt16,
    turn: UInt16 = 0
  ) -> Event {
    Event(
      .handlerSignedOn, at: time, subject: duty, value: length, resource: handler, group: team,
      extra: UInt32(turn) &<< 16 | UInt32(shift))
  }

  /// The handler of duty number `duty`, rostered in `team` for `length` milliseconds, did not turn up.
  @inlinable
  public static func handlerAbsent(at time: Milliseconds, duty: UInt32, team: UInt16, length: UInt32) -> Event {
    Event(.handlerAbsent, at: time, subject: duty, value: length, group: team)
  }

  /// A break (`forBreak`) or the end of the tour is due, but `handler` has work in hand.
  @inlinable
  public static func handlerFinishingUp(at time: Milliseconds, handler: UInt16, forBreak: Bool) -> Event {
    Event(.handlerFinishingUp, at: time, resource: handler, detail: forBreak ? 1 : 0)
  }

  /// `handler` began a break of `length` milliseconds.
  @inlinable
  public static func handlerWentOnBreak(at time: Milliseconds, handler: UInt16, length: UInt32) -> Event {
    Event(.handlerWentOnBreak, at: time, value: length, resource: handler)
  }

  /// `handler` came back from a break.
  @inlinable
  public static func handlerReturned(at time: Milliseconds, handler: UInt16) -> Event {
    Event(.handlerReturned, at: time, resource: handler)
  }

  /// `handler` left for the day; the position is free again.
  @inlinable
  public static func handlerSignedOff(at time: Milliseconds, handler: UInt16) -> Event {
    Event(.handlerSignedOff, at: time, resource: handler)
  }

  /// The break of `handler` was due, but would leave too few of the team at work; it is asked for again in `delay`
  /// milliseconds.
  @inlinable
  public static func breakPostponed(at time: Milliseconds, handler: UInt16, delay: UInt32) -> Event {
    Event(.breakPostponed, at: time, value: delay, resource: handler)
  }

  /// The shift number of a duty that follows no shift of the scenario and so has no breaks.
  @inlinable public static var noShift: UInt16 { .max }
}
