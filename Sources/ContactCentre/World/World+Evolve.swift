import DiscreteEvents

extension World {
  /// Changes the world as the event says. The only code that does.
  ///
  /// O(log n) in what is pending. An event of a kind this version does not know changes nothing but the time.
  @inline(always)
  mutating func evolve(_ event: Event) {
    now = event.time
    switch event.rawKind {
    case EventKind.contactArrived.rawValue: arrive(event)
    case EventKind.contactAnswered.rawValue: answer(event)
    case EventKind.handlingEnded.rawValue: endHandling(event)
    case EventKind.contactQueued.rawValue: settle(event)
    case EventKind.wrapUpEnded.rawValue: endWrapUp(event)
    case EventKind.contactAbandoned.rawValue: abandon(event)
    case EventKind.contactRedialled.rawValue: redial(event)
    case EventKind.redialScheduled.rawValue: scheduleRedial(event)
    case EventKind.frontStageEntered.rawValue: enterStage(event)
    case EventKind.frontPassed.rawValue: passFront(event)
    case EventKind.contactContained.rawValue: contain(event)
    case EventKind.contactDiverted.rawValue: divert(event)
    case EventKind.handlerSignedOn.rawValue: signOn(event)
    case EventKind.handlerAbsent.rawValue: beginDuty(event)
    case EventKind.handlerFinishingUp.rawValue: finishUp(event)
    case EventKind.handlerWentOnBreak.rawValue: goOnBreak(event)
    case EventKind.handlerReturned.rawValue: returnToWork(event)
    case EventKind.handlerSignedOff.rawValue: signOff(event)
    default: break
    }
  }
}
