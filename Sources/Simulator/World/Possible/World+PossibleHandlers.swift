import ContactCentre
import DiscreteEvents

// Whether what is said of handlers' tours can have happened.
extension World {
  /// See ``impossibility(of:isOwn:)``.
  func impossibilityOfHandler(_ event: Event, _ kind: EventKind, isOwn: Bool) -> String? {
    switch kind {
    case .handlerSignedOn:
      guard let free = handlers.free(), event.resource == free else {
        return "takes position \(event.resource), which is not the lowest free one"
      }
      if Int(event.group) >= tables.teamCount { return "names team \(event.group), of which there is none" }
      return impossibility(
        ofDuty: event.subject, length: event.value, shift: UInt16(truncatingIfNeeded: event.extra))
    case .handlerAbsent:
      return impossibility(ofDuty: event.subject, length: event.value, shift: Event.noShift)
    default: break
    }
    guard let handler = handler(event.resource) else { return "is about handler \(event.resource), who is not there" }
    let isBusy = handler.load > 0 || handler.suspended != noContact
    switch kind {
    case .handlerFinishingUp:
      return handler.state == .working && isBusy ? nil : "is about a handler who has nothing to finish"
    case .handlerWentOnBreak:
      guard !isBusy, handler.state == .working || handler.state == .finishingForBreak else {
        return "is about a handler who is not free to go"
      }
      return !isOwn || event.time + Milliseconds(event.value) <= max(event.time, handler.end)
        ? nil : "is a break beyond the end of the tour"
    case .handlerReturned:
      return handler.state == .onBreak ? nil : "is about a handler who was on no break"
    case .breakPostponed:
      // Who finishes up for a break is asked again when everything is done.
      return handler.state == .working || handler.state == .finishingForBreak && !isBusy
        ? nil : "is about a handler who is not at work"
    default:  // Somebody goes home.
      return isBusy ? "is about a handler who has work in hand" : nil
    }
  }
}
