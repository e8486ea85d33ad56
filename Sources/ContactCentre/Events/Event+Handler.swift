import DiscreteEvents

extension Event {
  /// The handler of duty number `duty` signed on to the position `handler` of `team` for `length` milliseconds
  /// (``endless``: for good), working the scenario's shift number `shift` (``noShift`` for none) and taking breaks
  /// `turn` / 65,536 of their spread after the first are due. Somebody who is still learning takes `percentSlower` per cent
  /// longer over all work, at most ``mostPercentSlower``; somebody brought in to make up a minimum works the tour
  /// `onOvertime`.
  @inlinable
  public static func handlerSignedOn(
    at time: Milliseconds, duty: UInt32, handler: UInt16, team: UInt16, length: UInt32, shift: UInt16,
    turn: UInt16 = 0, percentSlower: UInt8 = 0, onOvertime: Bool = false
  ) -> Event {
    Event(
      .handlerSignedOn, at: time, subject: duty, value: length, resource: handler, group: team,
      extra: UInt32(turn) &<< 16 | UInt32(shift), detail: onOvertime ? broughtIn : percentSlower)
  }

  /// The handler of duty number `duty`, rostered in `team` for `length` milliseconds, did not turn up; or, if `isLate`,
  /// will be that late: then `length` is only what the tour loses, and another duty begins when the handler comes.
  @inlinable
  public static func handlerAbsent(
    at time: Milliseconds, duty: UInt32, team: UInt16, length: UInt32, isLate: Bool = false
  ) -> Event {
    Event(.handlerAbsent, at: time, subject: duty, value: length, group: team, detail: isLate ? 1 : 0)
  }

  /// A break (`forBreak`) or the end of the tour is due, but `handler` has work in hand.
  @inlinable
  public static func handlerFinishingUp(at time: Milliseconds, handler: UInt16, forBreak: Bool) -> Event {
    Event(.handlerFinishingUp, at: time, resource: handler, detail: forBreak ? 1 : 0)
  }

  /// `handler` began a break of `length` milliseconds; or, if `isClosed`, cannot work so long because the site is closed.
  @inlinable
  public static func handlerWentOnBreak(
    at time: Milliseconds, handler: UInt16, length: UInt32, isClosed: Bool = false
  ) -> Event {
    Event(.handlerWentOnBreak, at: time, value: length, resource: handler, detail: isClosed ? 1 : 0)
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
  /// milliseconds (``endless``: it lapses).
  @inlinable
  public static func breakPostponed(at time: Milliseconds, handler: UInt16, delay: UInt32) -> Event {
    Event(.breakPostponed, at: time, value: delay, resource: handler)
  }

  /// The most per cent by which work can be told to take longer.
  @inlinable public static var mostPercentSlower: UInt8 { broughtIn - 1 }

  /// By how many per cent the handler's work takes longer; only of ``EventKind/handlerSignedOn``.
  @inlinable public var percentSlower: UInt8 { detail == Self.broughtIn ? 0 : detail }

  /// Whether the handler was brought in to make up a minimum; only of ``EventKind/handlerSignedOn``.
  @inlinable public var isOnOvertime: Bool { detail == Self.broughtIn }

  /// Whether the handler will still come; only of ``EventKind/handlerAbsent``.
  @inlinable public var isLate: Bool { detail == 1 }

  /// Whether it is not a break but a closure of the site; only of ``EventKind/handlerWentOnBreak``.
  @inlinable public var isClosed: Bool { detail == 1 }

  /// The `detail` of a handler brought in, who knows the work.
  @usableFromInline static var broughtIn: UInt8 { .max }

  /// The shift number of a duty that follows no shift of the scenario and so has no breaks.
  @inlinable public static var noShift: UInt16 { .max }
}
