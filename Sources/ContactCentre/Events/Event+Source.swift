extension Event {
  /// One bit for each kind with which a duty begins, attended or not.
  @inline(always)
  private static var dutyKinds: UInt64 {
    1 << UInt64(EventKind.handlerSignedOn.rawValue) | 1 << UInt64(EventKind.handlerAbsent.rawValue)
      | 1 << UInt64(EventKind.unitSignedOn.rawValue)
  }

  /// One bit for each kind that comes from the demand tape or the duty roster, rather than from the world.
  @inline(always)
  private static var sourceKinds: UInt64 {
    dutyKinds | 1 << UInt64(EventKind.contactArrived.rawValue) | 1 << UInt64(EventKind.incidentLogged.rawValue)
  }

  /// Whether it was taken from the demand tape or the duty roster.
  @inline(always)
  var isFromSource: Bool { Self.sourceKinds &>> UInt64(rawKind) & 1 != 0 }

  /// Whether a duty begins with it.
  @inline(always)
  var beginsDuty: Bool { Self.dutyKinds &>> UInt64(rawKind) & 1 != 0 }
}
