import DiscreteEvents

extension Event {
  /// The caller of `incident`, to whom nobody has come, rang again: contact `contact` on `channel`, for the `attempt`th
  /// time, and would do so once more in `next` milliseconds (``endless``: not again).
  @inlinable
  public static func contactRangAgain(
    at time: Milliseconds, contact: UInt32, channel: UInt16, incident: UInt32, attempt: UInt8, next: UInt32
  ) -> Event {
    Event(
      .contactRangAgain, at: time, subject: contact, value: incident, resource: channel, extra: next, detail: attempt)
  }

  /// The `index`th incident of the five-minute `cell` of source number `source` was logged (for a trace: row `index`,
  /// cell 0); it opens at once.
  @inlinable
  public static func incidentLogged(
    at time: Milliseconds, incident: UInt32, source: UInt16, cell: UInt32, index: UInt32
  ) -> Event {
    Event(.incidentLogged, at: time, subject: incident, value: cell, resource: source, extra: index)
  }

  /// An incident of grade number `grade` opened from `contact` (``noContact``: from a log) at a point given in
  /// ten-millionths of a degree.
  @inlinable
  public static func incidentOpened(
    at time: Milliseconds, incident: UInt32, contact: UInt32, grade: UInt8, latitude: Int32, longitude: Int32
  ) -> Event {
    let east = UInt32(bitPattern: longitude)
    return Event(
      .incidentOpened, at: time, subject: incident, value: contact, resource: UInt16(truncatingIfNeeded: east),
      group: UInt16(truncatingIfNeeded: east &>> 16), extra: UInt32(bitPattern: latitude), detail: grade)
  }

  /// An incident was assessed under its present grade: it wants `units` units; if nobody comes, it is closed for
  /// `reason` in `withdrawal` milliseconds, its grade is changed in `regrade`, and its caller rings again in `ring`
  /// (each ``endless`` for never).
  @inlinable
  public static func incidentAssessed(
    at time: Milliseconds, incident: UInt32, units: UInt8, reason: IncidentEnd, withdrawal: UInt32, regrade: UInt32,
    ring: UInt32
  ) -> Event {
    Event(
      .incidentAssessed, at: time, subject: incident, value: withdrawal, resource: UInt16(truncatingIfNeeded: ring),
      group: UInt16(truncatingIfNeeded: ring &>> 16), extra: regrade, detail: units &<< 2 | reason.rawValue)
  }

  /// An incident is to be attended by appointment in `delay` milliseconds.
  @inlinable
  public static func appointmentMade(at time: Milliseconds, incident: UInt32, delay: UInt32) -> Event {
    Event(.appointmentMade, at: time, subject: incident, value: delay)
  }

  /// The hour of an incident's appointment has come; it wants a unit.
  @inlinable
  public static func appointmentCame(at time: Milliseconds, incident: UInt32) -> Event {
    Event(.appointmentCame, at: time, subject: incident)
  }

  /// An incident was given grade number `grade` after a wait.
  @inlinable
  public static func incidentRegraded(at time: Milliseconds, incident: UInt32, grade: UInt8) -> Event {
    Event(.incidentRegraded, at: time, subject: incident, detail: grade)
  }

  /// An incident is over.
  @inlinable
  public static func incidentClosed(at time: Milliseconds, incident: UInt32, end: IncidentEnd) -> Event {
    Event(.incidentClosed, at: time, subject: incident, detail: end.rawValue)
  }

  /// The `contact` of an incident that no contact raised.
  @inlinable public static var noContact: UInt32 { .max }

  /// Where an incident opened, in ten-millionths of a degree north and east; only of ``EventKind/incidentOpened``.
  @inlinable public var point: (latitude: Int32, longitude: Int32) {
    (Int32(bitPattern: extra), Int32(bitPattern: UInt32(group) &<< 16 | UInt32(resource)))
  }

  /// In how long a caller would ring again; only of ``EventKind/incidentAssessed``.
  @inlinable public var ring: UInt32 { UInt32(group) &<< 16 | UInt32(resource) }

  /// How many units an incident wants; only of ``EventKind/incidentAssessed``.
  @inlinable public var unitsWanted: UInt8 { detail &>> 2 }

  /// How an incident ended, or would end; only of ``EventKind/incidentClosed`` and ``EventKind/incidentAssessed``.
  @inlinable public var incidentEnd: IncidentEnd { IncidentEnd(rawValue: detail & 3) ?? .attended }
}

/// How an incident ends. The raw values are part of the log's format.
public enum IncidentEnd: UInt8, Sendable, Hashable, CaseIterable {
  /// A unit came.
  case attended = 0
  /// It was called off before anybody came.
  case cancelled = 1
  /// It was resolved without deployment.
  case resolved = 2
}
