import DiscreteEvents

extension World {
  /// Changes the world as the event says. The only code that does.
  ///
  /// O(log n) in what is pending. An event of a kind this version does not know changes nothing but the time.
  mutating func evolve(_ event: Event) {
    now = event.time
    switch event.kind {
    case .contactArrived: arrive(event)
    case .contactAnswered: answer(event)
    case .handlingEnded: endHandling(event)
    case .contactQueued: settle(event)
    case .wrapUpEnded: endWrapUp(event)
    case .contactAbandoned: abandon(event)
    case .contactRedialled: redial(event)
    case .redialScheduled: scheduleRedial(event)
    case .frontStageEntered: enterStage(event)
    case .frontPassed: passFront(event)
    case .contactContained: contain(event)
    case .contactDiverted: divert(event)
    case .handlerSignedOn: signOn(event)
    case .handlerAbsent: dutiesBegun = event.subject &+ 1
    case .handlerFinishingUp: finishUp(event)
    case .handlerWentOnBreak: goOnBreak(event)
    case .handlerReturned: returnToWork(event)
    case .handlerSignedOff: signOff(event)
    case nil: break
    }
  }
}
