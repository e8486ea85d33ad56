import ContactCentre

/// A place that a recorded event has for a number.
enum RecordedPlace: String, CaseIterable {
  case subject, value, resource, group, extra, detail
}

/// What is recorded of an event of a kind: what happened, and which of its numbers holds what. Those that are not named are 0.
struct RecordedNumbers {
  /// What happened.
  let meaning: String
  /// What its numbers hold, in the order of the places.
  let numbers: [(place: RecordedPlace, meaning: String)]

  private init(
    _ meaning: String, subject: String? = nil, value: String? = nil, resource: String? = nil, group: String? = nil,
    extra: String? = nil, detail: String? = nil
  ) {
    self.meaning = meaning
    numbers = zip(RecordedPlace.allCases, [subject, value, resource, group, extra, detail]).compactMap { place, text in
      text.map { (place, $0) }
    }
  }

  /// What is recorded of `kind`.
  init(_ kind: EventKind) {
    switch kind {
    case .contactArrived, .contactRedialled, .contactRangAgain, .contactFollowedUp, .contactTransferred:
      self = Self.offered(kind)
    case .frontStageEntered, .frontPassed, .contactContained, .contactDiverted, .contactQueued, .contactAnswered,
      .handlingEnded, .wrapUpEnded, .contactAbandoned, .redialScheduled, .followUpScheduled, .workResumed,
      .contactOverflowed, .surgeBegan, .surgeEnded:
      self = Self.served(kind)
    case .incidentLogged, .incidentOpened, .incidentAssessed, .appointmentMade, .appointmentCame, .incidentRegraded,
      .incidentClosed:
      self = Self.incident(kind)
    case .handlerSignedOn, .handlerAbsent, .handlerFinishingUp, .handlerWentOnBreak, .handlerReturned,
      .handlerSignedOff, .breakPostponed:
      self = Self.handler(kind)
    case .unitSignedOn, .unitAssigned, .unitDiverted, .assignmentEnded, .unitMobile, .unitAtScene, .unitWentToCustody,
      .unitBeganPaperwork, .unitCleared, .unitStoodDown, .unitWentOnBreak, .unitReturned, .unitSignedOff:
      self = Self.unit(kind)
    }
  }

  // MARK: Contacts

  private static func offered(_ kind: EventKind) -> RecordedNumbers {
    switch kind {
    case .contactRedialled:
      .init(
        "somebody who had given up came again", subject: "contact", value: "the contact that was given up before",
        resource: "channel", detail: "how often that caller has redialled")
    case .contactRangAgain:
      .init(
        "the caller of an incident to which nobody has come rang again", subject: "contact", value: "incident",
        resource: "channel", extra: "ms until they would ring once more *", detail: "how often they have rung again")
    case .contactFollowedUp:
      .init(
        "a contact came that follows from an earlier one: a call back with news, a review", subject: "contact",
        value: "the contact it follows from", resource: "channel", extra: "number of what was pending")
    case .contactTransferred:
      .init(
        "a contact was handed to another channel, where it is offered as a contact of its own",
        subject: "the new contact", value: "the contact that was handed on", resource: "the new channel",
        extra: "ms for which both handlers speak, if detail is 1",
        detail: "1 if the first handler stays until the second answers")
    default:
      .init(
        "somebody not heard of before came by a channel", subject: "contact",
        value: "five-minute cell since 1 January 1970 in UTC (of a trace or ledger 0; by appointment the day)",
        resource: "channel", group: "number among those of the group in detail",
        extra: "number in the cell (of a trace or ledger: among all in the run, earliest first; by appointment: in the "
          + "day's book), from 0",
        detail: "1 + the group of callers who come again and again; 0 for somebody who comes once only")
    }
  }

  private static func served(_ kind: EventKind) -> RecordedNumbers {
    switch kind {
    case .frontStageEntered:
      .init(
        "a contact entered a stage before the queue", subject: "contact", value: "ms it takes",
        extra: "1 + the option that was chosen; 0 for none", detail: "stage")
    case .contactContained:
      .init(
        "a contact's need was met in a stage before the queue, where it ends", subject: "contact", detail: "stage")
    case .contactDiverted:
      .init(
        "a contact left a stage before the queue for another channel, where it is offered anew", subject: "contact",
        resource: "the new channel", detail: "stage")
    case .contactQueued:
      .init(
        "a contact found nobody free and must wait; one that is answered as it joins the queue has no such event",
        subject: "contact", value: "ms it would wait *", detail: "1 if the caller hung up, to be called back in turn")
    case .contactAnswered:
      .init(
        "a handler took a contact", subject: "contact", value: "ms of undivided attention it will take",
        resource: "position of the handler",
        group: """
          lowest bit: 1 if other work was left for it; next two: survey, 0 not asked, 1 no reply, 2 dissatisfied, 3 satisfied; \
          next two: called back, 0 no, 1 and picked up, 2 and did not
          """,
        extra: "ms until an incident opens from it, if detail is not 0",
        detail: "1 + the grade of an incident that opens from it, before or after the conversation is over; 0 for none")
    case .handlingEnded:
      .init(
        "the conversation, or the work, is over; wrap-up follows if it has any", subject: "contact",
        value: "ms of wrap-up", resource: "position of the handler",
        detail: "outcome, by its place in the channel; what has none is one more than the last")
    case .wrapUpEnded:
      .init("a handler finished off a contact", subject: "contact", resource: "position of the handler")
    case .contactAbandoned:
      .init("a waiting contact gave up", subject: "contact", detail: "1 if the caller will redial")
    case .redialScheduled:
      .init(
        "somebody who gave up will try again", subject: "contact", value: "ms until then",
        resource: "the channel they will try")
    case .followUpScheduled:
      .init(
        "something about a contact will need another one later", subject: "contact", value: "ms until then",
        resource: "the channel of that", extra: "number of what is pending",
        detail: "rule, by its place among those of the contact's outcome")
    case .workResumed:
      .init(
        "a handler took up again a contact that had been left for a more pressing one", subject: "contact",
        value: "ms it had been left", resource: "position of the handler")
    case .contactOverflowed:
      .init(
        "a contact has waited so long that other teams may take it too", subject: "contact", resource: "channel")
    case .surgeBegan:
      .init("a queue has been too long for too long: teams are borrowed for it", resource: "surge")
    case .surgeEnded:
      .init("the queue of a surge is short again, and the borrowed teams are released", resource: "surge")
    default:
      .init("a contact left its last stage before the queue and joined that", subject: "contact")
    }
  }

  // MARK: Incidents

  private static func incident(_ kind: EventKind) -> RecordedNumbers {
    switch kind {
    case .incidentLogged:
      .init(
        "an incident that no contact raised was logged; it opens at once", subject: "incident",
        value: "five-minute cell since 1 January 1970 in UTC (of a trace or ledger 0)", resource: "log",
        extra: "number in the cell (of a trace or ledger: among all in the run, earliest first), from 0")
    case .incidentOpened:
      .init(
        "an incident opened, from a contact or a log, of a grade and at a place", subject: "incident",
        value: "the contact it opened from; 4,294,967,295 for none",
        resource: "longitude in ten-millionths of a degree, the low 16 bits of 32 with a sign",
        group: "longitude, the high 16 bits", extra: "latitude in ten-millionths of a degree, 32 bits with a sign",
        detail: "grade")
    case .incidentAssessed:
      .init(
        "how many units an incident wants, and what becomes of it if nobody comes, was settled", subject: "incident",
        value: "ms until it would end *", resource: "ms until its caller would ring again *, the low 16 bits of 32",
        group: "the high 16 bits of that", extra: "ms until it would be given another grade *",
        detail: "lowest two bits: how it would end, 0 attended, 1 cancelled, 2 resolved; the others: units wanted")
    case .appointmentMade:
      .init("an incident is to be attended by appointment", subject: "incident", value: "ms until the hour of it")
    case .appointmentCame:
      .init("the hour of an appointment has come, and the incident wants a unit", subject: "incident")
    case .incidentRegraded:
      .init("an incident was given another grade after a wait", subject: "incident", detail: "the new grade")
    default:
      .init("an incident is over", subject: "incident", detail: "how it ended: 0 attended, 1 cancelled, 2 resolved")
    }
  }

  // MARK: Handlers

  private static func handler(_ kind: EventKind) -> RecordedNumbers {
    switch kind {
    case .handlerSignedOn:
      .init(
        "a rostered handler turned up and is free", subject: "duty", value: "ms of the tour *",
        resource: "position, the lowest that is free", group: "team; dispatchers are one behind the last",
        extra: "low 16 bits: shift, 65,535 for none; high 16 bits: turn in the spread of its breaks, in 65,536ths",
        detail: "per cent by which one who is still learning takes longer; 255 for one brought in on overtime")
    case .handlerAbsent:
      .init(
        "a rostered handler did not turn up; with detail 1 one who is late, for whom another duty begins when they come "
          + "(exports: “\(ExportKind.handlerLate.name)”)",
        subject: "duty", value: "ms of the tour *; of one who is late, what it loses", group: "team",
        detail: "1 of one who is late")
    case .handlerFinishingUp:
      .init(
        "a break or the end of the tour is due, but the handler has work in hand; no new contact is taken",
        resource: "position", detail: "1 if it is a break")
    case .handlerWentOnBreak:
      .init(
        "a handler began a break, or cannot work because the site is closed", value: "ms of it", resource: "position",
        detail: "1 if the site is closed")
    case .handlerReturned:
      .init("a handler came back from a break and is free", resource: "position")
    case .handlerSignedOff:
      .init("a handler left for the day; the position is free again", resource: "position")
    default:
      .init(
        "a break was due but would have left too few at work", value: "ms until it is asked for again; * it lapses",
        resource: "position")
    }
  }

  // MARK: Units

  private static func unit(_ kind: EventKind) -> RecordedNumbers {
    let dispatcher = "position of the dispatcher; 65,535 for nobody"
    return switch kind {
    case .unitSignedOn:
      .init(
        "a unit of one or two officers is on duty and free at its hub", subject: "duty", value: "ms of the tour *",
        resource: "unit, the lowest number that is free", group: "hub",
        extra: "low 16 bits: shift, 65,535 for none; high 16 bits: turn in the spread of its breaks, in 65,536ths",
        detail: "lowest two bits: officers; next two: those of them on overtime; next: 1 if it keeps appointments")
    case .unitAssigned:
      .init(
        "a free unit was given to an incident", subject: "incident", value: "ms it takes to tell the unit",
        resource: "unit", group: dispatcher, extra: "ms from then until it sets off")
    case .unitDiverted:
      .init(
        "a unit that had another incident was given to a graver one", subject: "incident",
        value: "ms it takes to tell the unit", resource: "unit", group: dispatcher,
        extra: "the incident it was called away from")
    case .assignmentEnded:
      .init(
        "the dispatcher has told the unit where to go", subject: "incident", resource: "unit", group: dispatcher)
    case .unitMobile:
      .init("a unit set off for the scene", subject: "incident", value: "ms of the journey", resource: "unit")
    case .unitAtScene:
      .init("a unit arrived at the scene", subject: "incident", value: "ms it stays", resource: "unit")
    case .unitWentToCustody:
      .init(
        "a unit left the scene with a prisoner", subject: "incident",
        value: "ms until it is back on the road, the journey included", resource: "unit", group: "custody suite",
        extra: "ms of the journey")
    case .unitBeganPaperwork:
      .init(
        "a unit left the scene, or custody, to write it up", subject: "incident", value: "ms it takes",
        resource: "unit")
    case .unitCleared:
      .init(
        "a unit has finished with an incident and is free; it sets off for its hub", subject: "incident",
        resource: "unit")
    case .unitStoodDown:
      .init(
        "a unit that had not arrived is no longer wanted, and is free; it sets off for its hub", subject: "incident",
        resource: "unit", group: "position of the dispatcher who need not go on telling it; 65,535 for nobody")
    case .unitWentOnBreak:
      .init("a unit began a break", value: "ms of it", resource: "unit")
    case .unitReturned:
      .init("a unit came back from a break and is free at its hub", resource: "unit")
    default:
      .init("a unit went home; its number is free again", resource: "unit")
    }
  }
}
