import ContactCentre

extension World {
  /// Changes the world as the event says. Whoever changes what an arrival, a front that is passed or an answer does changes
  /// the shorter ways of `Simulation.run` too (`arriveToGoOn`, `passFrontToGoOn`, `answerPlainly`): they are the same in parts,
  /// and the tests of replays hold them to it.
  ///
  /// O(log n) in what is pending. An event of a kind this version does not know changes nothing but the time. What happens
  /// most is asked for first; what happens to incidents and units has a function of its own.
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
    default: evolveRest(event)
    }
  }

  /// What happens in few centres, or seldom.
  @inline(never)
  private mutating func evolveRest(_ event: Event) {
    switch event.rawKind {
    case EventKind.breakPostponed.rawValue: postponeBreak(event)
    case EventKind.workResumed.rawValue: resume(event)
    case EventKind.contactOverflowed.rawValue: overflow(event)
    case EventKind.surgeBegan.rawValue: turnSurge(event, on: true)
    case EventKind.surgeEnded.rawValue: turnSurge(event, on: false)
    default: evolveResponse(event)
    }
  }

  @inline(always)
  private mutating func evolveResponse(_ event: Event) {
    switch event.rawKind {
    case EventKind.followUpScheduled.rawValue: scheduleFollowUp(event)
    case EventKind.contactFollowedUp.rawValue: followUp(event)
    case EventKind.contactTransferred.rawValue: transfer(event)
    case EventKind.contactRangAgain.rawValue: ringAgain(event)
    case EventKind.incidentLogged.rawValue: logIncident(event)
    case EventKind.incidentOpened.rawValue: openIncident(event)
    case EventKind.incidentAssessed.rawValue: assess(event)
    case EventKind.appointmentMade.rawValue: book(event)
    case EventKind.appointmentCame.rawValue: keepAppointment(event)
    case EventKind.incidentRegraded.rawValue: regrade(event)
    case EventKind.incidentClosed.rawValue: closeIncident(event)
    case EventKind.unitSignedOn.rawValue: signOnUnit(event)
    case EventKind.unitAssigned.rawValue: assignUnit(event)
    case EventKind.unitDiverted.rawValue: divertUnit(event)
    case EventKind.assignmentEnded.rawValue: endAssignment(event)
    case EventKind.unitMobile.rawValue: setOff(event)
    case EventKind.unitAtScene.rawValue: arriveAtScene(event)
    case EventKind.unitWentToCustody.rawValue: goToCustody(event)
    case EventKind.unitBeganPaperwork.rawValue: beginPaperwork(event)
    case EventKind.unitCleared.rawValue: clearUnit(event)
    case EventKind.unitStoodDown.rawValue: standDown(event)
    case EventKind.unitWentOnBreak.rawValue: goOnBreak(unit: event)
    case EventKind.unitReturned.rawValue: returnFromBreak(unit: event)
    case EventKind.unitSignedOff.rawValue: signOffUnit(event)
    default: break
    }
  }
}
