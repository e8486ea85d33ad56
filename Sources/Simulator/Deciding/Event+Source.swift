import ContactCentre

extension Event {
  /// Whether a duty begins with it, attended or not.
  @inline(always)
  var beginsDuty: Bool {
    rawKind == EventKind.handlerSignedOn.rawValue || rawKind == EventKind.handlerAbsent.rawValue
      || rawKind == EventKind.unitSignedOn.rawValue
  }

  /// Whether a caller, or an incident, was taken off the demand tape with it.
  @inline(always)
  var isFromTape: Bool {
    rawKind == EventKind.contactArrived.rawValue || rawKind == EventKind.incidentLogged.rawValue
  }

  /// The first kind that is not about contacts: most events are, and are soon told from the rest.
  @inline(always)
  static var firstOtherKind: UInt8 { EventKind.incidentLogged.rawValue }
}
