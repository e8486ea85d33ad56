import DiscreteEvents

extension Event {
  /// A unit signed on for `length` milliseconds (``endless``: for good) as `crew` says, working the scenario's shift
  /// number `shift` (``noShift`` for none) and taking breaks `turn` / 65,536 of their spread after the first are due.
  @inlinable
  public static func unitSignedOn(
    at time: Milliseconds, duty: UInt32, unit: UInt16, hub: UInt16, crew: UnitCrew, length: UInt32, shift: UInt16,
    turn: UInt16
  ) -> Event {
    Event(
      .unitSignedOn, at: time, subject: duty, value: length, resource: unit, group: hub,
      extra: UInt32(turn) &<< 16 | UInt32(shift), detail: crew.bits)
  }

  /// `unit` was given to an incident; telling it takes the dispatcher at position `handler` (``noHandler``: nobody)
  /// `duration` milliseconds, and setting off `mobilisation` more.
  @inlinable
  public static func unitAssigned(
    at time: Milliseconds, unit: UInt16, incident: UInt32, handler: UInt16, duration: UInt32, mobilisation: UInt32
  ) -> Event {
    Event(
      .unitAssigned, at: time, subject: incident, value: duration, resource: unit, group: handler, extra: mobilisation)
  }

  /// `unit`, on its way to `previous` or at its scene, was given to `incident` instead; telling it takes the dispatcher at
  /// position `handler` (``noHandler``: nobody) `duration` milliseconds. Who was getting ready still has the rest of that to do.
  @inlinable
  public static func unitDiverted(
    at time: Milliseconds, unit: UInt16, incident: UInt32, previous: UInt32, handler: UInt16, duration: UInt32
  ) -> Event {
    Event(.unitDiverted, at: time, subject: incident, value: duration, resource: unit, group: handler, extra: previous)
  }

  /// The dispatcher at position `handler` has told `unit` where to go.
  @inlinable
  public static func assignmentEnded(at time: Milliseconds, unit: UInt16, incident: UInt32, handler: UInt16) -> Event {
    Event(.assignmentEnded, at: time, subject: incident, resource: unit, group: handler)
  }

  /// `unit` set off for the scene, `journey` milliseconds away.
  @inlinable
  public static func unitMobile(at time: Milliseconds, unit: UInt16, incident: UInt32, journey: UInt32) -> Event {
    Event(.unitMobile, at: time, subject: incident, value: journey, resource: unit)
  }

  /// `unit` arrived and stays at the scene for `duration` milliseconds.
  @inlinable
  public static func unitAtScene(at time: Milliseconds, unit: UInt16, incident: UInt32, duration: UInt32) -> Event {
    Event(.unitAtScene, at: time, subject: incident, value: duration, resource: unit)
  }

  /// `unit` left the scene with a prisoner for custody suite number `suite`, `journey` milliseconds away, and is back on
  /// the road in `duration`, the journey included.
  @inlinable
  public static func unitWentToCustody(
    at time: Milliseconds, unit: UInt16, incident: UInt32, suite: UInt16, journey: UInt32, duration: UInt32
  ) -> Event {
    Event(
      .unitWentToCustody, at: time, subject: incident, value: duration, resource: unit, group: suite, extra: journey)
  }

  /// `unit` began to write an incident up, for `duration` milliseconds.
  @inlinable
  public static func unitBeganPaperwork(
    at time: Milliseconds, unit: UInt16, incident: UInt32, duration: UInt32
  ) -> Event {
    Event(.unitBeganPaperwork, at: time, subject: incident, value: duration, resource: unit)
  }

  /// `unit` has finished with an incident and is free; it sets off for its hub.
  @inlinable
  public static func unitCleared(at time: Milliseconds, unit: UInt16, incident: UInt32) -> Event {
    Event(.unitCleared, at: time, subject: incident, resource: unit)
  }

  /// `unit` is no longer wanted at an incident it had not reached, and is free; it sets off for its hub. If it was still
  /// being told where to go, the dispatcher at position `handler` need not go on (``noHandler``: it knew).
  @inlinable
  public static func unitStoodDown(at time: Milliseconds, unit: UInt16, incident: UInt32, handler: UInt16) -> Event {
    Event(.unitStoodDown, at: time, subject: incident, resource: unit, group: handler)
  }

  /// `unit`, free and at its hub, began a break of `length` milliseconds.
  @inlinable
  public static func unitWentOnBreak(at time: Milliseconds, unit: UInt16, length: UInt32) -> Event {
    Event(.unitWentOnBreak, at: time, value: length, resource: unit)
  }

  /// `unit` came back from a break, at its hub.
  @inlinable
  public static func unitReturned(at time: Milliseconds, unit: UInt16) -> Event {
    Event(.unitReturned, at: time, resource: unit)
  }

  /// `unit` went home; its number is free again.
  @inlinable
  public static func unitSignedOff(at time: Milliseconds, unit: UInt16) -> Event {
    Event(.unitSignedOff, at: time, resource: unit)
  }

  /// The position of no handler.
  @inlinable public static var noHandler: UInt16 { .max }

  /// Who is in a unit; only of ``EventKind/unitSignedOn``.
  @inlinable public var crew: UnitCrew { UnitCrew(bits: detail) }
}

/// Who is in a unit.
@frozen
public struct UnitCrew: Equatable, Sendable, BitwiseCopyable {
  /// As an event carries it: officers (2 bits), those of them on overtime (2 bits), role (1 bit), lowest first.
  public let bits: UInt8

  /// A crew from its stored bits.
  @inlinable
  public init(bits: UInt8) { self.bits = bits }

  /// A crew of one or two.
  @inlinable
  public init(officers: Int, onOvertime: Int = 0, role: UnitRole) {
    bits = UInt8(officers & 3) | UInt8(onOvertime & 3) &<< 2 | (role == .diary ? 1 &<< 4 : 0)
  }

  /// How many officers.
  @inlinable public var officers: Int { Int(bits & 3) }
  /// How many of them were brought in to reach the minimum, and work the whole tour on overtime.
  @inlinable public var onOvertime: Int { Int(bits &>> 2 & 3) }
  /// What the unit is there for.
  @inlinable public var role: UnitRole { bits &>> 4 & 1 == 0 ? .response : .diary }
}
