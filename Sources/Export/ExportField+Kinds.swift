import ContactCentre

extension ExportField {
  /// All that may be said of what exports call by one name.
  static func all(of kind: ExportKind) -> [ExportField] {
    switch kind {
    case .event(let kind): all(of: kind)
    case .handlerLate: all(of: .handlerAbsent) + [.late]
    }
  }

  /// All that may be said of an event of a kind.
  private static func all(of kind: EventKind) -> [ExportField] {
    switch kind {
    case .contactArrived: [.contact, .channel, .cell, .index, .callerGroup, .callerNumber]
    case .contactRedialled: [.contact, .channel, .redialOf, .attempt]
    case .contactRangAgain: [.contact, .channel, .attempt, .incident, .grade, .ringsAfter]
    case .frontStageEntered: [.contact, .channel, .stage, .option, .lasts]
    case .frontPassed: [.contact, .channel]
    case .contactContained, .contactDiverted: [.contact, .channel, .stage]
    case .contactQueued: [.contact, .channel, .patience, .callback]
    case .contactAnswered:
      [.contact, .channel, .handler, .duty, .team, .grade, .handling, .opensAfter, .reached, .interrupts, .survey]
    case .handlingEnded: [.contact, .channel, .handler, .duty, .team, .outcome, .wrapUp]
    case .wrapUpEnded: [.contact, .channel, .handler, .duty, .team]
    case .contactAbandoned: [.contact, .channel, .willRedial]
    case .redialScheduled: [.contact, .channel, .after]
    case .followUpScheduled: [.contact, .channel, .item, .after]
    case .contactFollowedUp: [.contact, .channel, .follows, .item]
    case .contactTransferred: [.contact, .channel, .follows, .warm, .briefing]
    case .workResumed: [.contact, .channel, .handler, .duty, .team, .interruption]
    case .contactOverflowed: [.contact, .channel]
    case .surgeBegan, .surgeEnded: [.surge]

    case .incidentLogged: [.cell, .index, .incident, .log]
    case .incidentOpened: [.contact, .incident, .grade, .latitude, .longitude]
    case .incidentAssessed: [.incident, .grade, .wanted, .end, .endsAfter, .regradedAfter, .ringsAfter]
    case .appointmentMade: [.incident, .grade, .after]
    case .appointmentCame, .incidentRegraded: [.incident, .grade]
    case .incidentClosed: [.incident, .grade, .end]

    case .handlerSignedOn: [.handler, .duty, .team, .overtime, .shift, .turn, .slower, .lasts]
    case .handlerAbsent: [.duty, .team, .lasts]
    case .handlerFinishingUp: [.handler, .duty, .team, .forBreak]
    case .handlerWentOnBreak: [.handler, .duty, .team, .closed, .lasts]
    case .handlerReturned, .handlerSignedOff: [.handler, .duty, .team]
    case .breakPostponed: [.handler, .duty, .team, .after]

    case .unitSignedOn: [.unit, .unitDuty, .hub, .officers, .overtime, .role, .shift, .turn, .lasts]
    case .unitAssigned: [.handler, .duty, .team, .incident, .grade, .unit, .unitDuty, .hub, .lasts, .mobilisation]
    case .unitDiverted: [.handler, .duty, .team, .incident, .grade, .unit, .unitDuty, .hub, .divertedFrom, .lasts]
    case .assignmentEnded, .unitStoodDown: [.handler, .duty, .team, .incident, .grade, .unit, .unitDuty, .hub]
    case .unitMobile: [.incident, .grade, .unit, .unitDuty, .hub, .journey]
    case .unitAtScene, .unitBeganPaperwork: [.incident, .grade, .unit, .unitDuty, .hub, .lasts]
    case .unitWentToCustody: [.incident, .grade, .unit, .unitDuty, .hub, .suite, .lasts, .journey]
    case .unitCleared: [.incident, .grade, .unit, .unitDuty, .hub]
    case .unitWentOnBreak: [.unit, .unitDuty, .hub, .lasts]
    case .unitReturned, .unitSignedOff: [.unit, .unitDuty, .hub]
    }
  }
}
