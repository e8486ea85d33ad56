import ContactCentre
import DiscreteEvents

/// What is to be said of one event: what it carries by itself, under the names of its scenario, and what follows from the
/// events before it (the channel of a contact, the team of a handler, the hub of a unit, the grade of an incident).
struct EventFields {
  private let names: ExportNames
  private var values: [ExportValue?]
  /// What there is, in the order in which it was said.
  private(set) var fields: [ExportField] = []

  init(_ names: ExportNames) {
    self.names = names
    values = Array(repeating: nil, count: ExportField.allCases.count)
  }

  /// What is said under a field; nil if nothing is.
  subscript(field: ExportField) -> ExportValue? { values[field.rawValue] }

  /// Describes another event instead, which is about to happen to what `situation` knows.
  ///
  /// Of a kind that is not known nothing is said.
  mutating func describe(_ event: Event, _ situation: Situation) {
    for field in fields { values[field.rawValue] = nil }
    fields.removeAll(keepingCapacity: true)
    guard let kind = event.kind else { return }
    switch kind {
    case .contactArrived, .contactRedialled, .contactRangAgain, .frontStageEntered, .frontPassed, .contactContained,
      .contactDiverted, .contactQueued, .contactAnswered, .handlingEnded, .wrapUpEnded, .contactAbandoned,
      .redialScheduled, .followUpScheduled, .contactFollowedUp, .contactTransferred, .workResumed, .contactOverflowed:
      describe(contact: event, kind, situation)
    case .surgeBegan, .surgeEnded:
      say(.surge, names.surge(event.resource))
    case .incidentLogged, .incidentOpened, .incidentAssessed, .appointmentMade, .appointmentCame, .incidentRegraded,
      .incidentClosed:
      describe(incident: event, kind, situation)
    case .handlerSignedOn, .handlerAbsent, .handlerFinishingUp, .handlerWentOnBreak, .handlerReturned,
      .handlerSignedOff, .breakPostponed:
      describe(handler: event, kind, situation)
    case .unitSignedOn, .unitAssigned, .unitDiverted, .assignmentEnded, .unitMobile, .unitAtScene, .unitWentToCustody,
      .unitBeganPaperwork, .unitCleared, .unitStoodDown, .unitWentOnBreak, .unitReturned, .unitSignedOff:
      describe(unit: event, kind, situation)
    }
  }

  private mutating func say(_ field: ExportField, _ value: ExportValue?) {
    guard let value else { return }
    values[field.rawValue] = value
    fields.append(field)
  }

  /// A length of time, unless it has no end.
  private mutating func say(_ field: ExportField, length: UInt32) {
    if length != Event.endless { say(field, .seconds(Milliseconds(length))) }
  }

  // MARK: Contacts

  private mutating func describe(contact event: Event, _ kind: EventKind, _ situation: Situation) {
    let channel = situation.contacts[event.subject]?.channel
    say(.contact, .number(event.subject))
    switch kind {
    case .contactArrived, .contactRedialled, .contactRangAgain, .contactDiverted, .redialScheduled, .followUpScheduled,
      .contactFollowedUp, .contactTransferred:
      say(.channel, names.channel(event.resource))
    default:
      say(.channel, channel.map { names.channel($0) })
    }
    switch kind {
    case .contactArrived:
      say(.cell, .number(event.value))
      say(.index, .number(event.extra))
      if let caller = event.repeatCaller {
        say(.callerGroup, names.group(caller.group))
        say(.callerNumber, .number(caller.number))
      }
    case .contactRedialled:
      say(.redialOf, .number(event.value))
      say(.attempt, .number(event.detail))
    case .contactRangAgain:
      say(.attempt, .number(event.detail))
      sayIncident(event.value, situation)
      say(.ringsAfter, length: event.extra)
    case .frontStageEntered:
      say(.stage, names.stage(event.detail, of: channel))
      if let option = event.stageOption { say(.option, names.option(option, of: event.detail, channel)) }
      say(.lasts, length: event.value)
    case .contactContained, .contactDiverted:
      say(.stage, names.stage(event.detail, of: channel))
    case .contactQueued:
      say(.patience, length: event.value)
      if event.isForCallback { say(.callback, .truth(true)) }
    case .contactAnswered:
      sayHandler(event.resource, situation)
      say(.handling, length: event.value)
      if event.callbackReply != .none { say(.reached, .truth(event.callbackReply == .reached)) }
      if event.interrupts { say(.interrupts, .truth(true)) }
      if let word = event.surveyReply.word { say(.survey, names.word(word)) }
      if event.detail == 0 { return }
      say(.grade, names.grade(event.detail - 1))
      say(.opensAfter, length: event.extra)
    case .handlingEnded:
      sayHandler(event.resource, situation)
      say(.outcome, names.outcome(event.detail, of: channel))
      say(.wrapUp, length: event.value)
    case .wrapUpEnded:
      sayHandler(event.resource, situation)
    case .contactAbandoned:
      say(.willRedial, .truth(event.detail != 0))
    case .redialScheduled:
      say(.after, length: event.value)
    case .followUpScheduled:
      say(.item, .number(event.extra))
      say(.after, length: event.value)
    case .contactFollowedUp:
      say(.follows, .number(event.value))
      say(.item, .number(event.extra))
    case .contactTransferred:
      say(.follows, .number(event.value))
      say(.warm, .truth(event.detail != 0))
      if event.detail != 0 { say(.briefing, length: event.extra) }
    case .workResumed:
      sayHandler(event.resource, situation)
      say(.interruption, length: event.value)
    default:
      return
    }
  }

  // MARK: Incidents

  private mutating func describe(incident event: Event, _ kind: EventKind, _ situation: Situation) {
    switch kind {
    case .incidentLogged:
      say(.incident, .number(event.subject))
      say(.cell, .number(event.value))
      say(.index, .number(event.extra))
      say(.log, names.log(event.resource))
    case .incidentOpened:
      say(.incident, .number(event.subject))
      if event.value != Event.noContact { say(.contact, .number(event.value)) }
      say(.grade, names.grade(event.detail))
      say(.latitude, .degrees(event.point.latitude))
      say(.longitude, .degrees(event.point.longitude))
    case .incidentRegraded:
      say(.incident, .number(event.subject))
      say(.grade, names.grade(event.detail))
    default:
      sayIncident(event.subject, situation)
    }
    switch kind {
    case .incidentAssessed:
      say(.wanted, .number(event.unitsWanted))
      if event.value != Event.endless { say(.end, names.word(event.incidentEnd.word)) }
      say(.endsAfter, length: event.value)
      say(.regradedAfter, length: event.extra)
      say(.ringsAfter, length: event.ring)
    case .appointmentMade:
      say(.after, length: event.value)
    case .incidentClosed:
      say(.end, names.word(event.incidentEnd.word))
    default:
      return
    }
  }

  private mutating func sayIncident(_ number: UInt32, _ situation: Situation) {
    say(.incident, .number(number))
    say(.grade, situation.incidents[number].flatMap(\.grade).map { names.grade($0) })
  }

  // MARK: Handlers

  private mutating func describe(handler event: Event, _ kind: EventKind, _ situation: Situation) {
    switch kind {
    case .handlerSignedOn, .handlerAbsent:
      if kind == .handlerSignedOn { say(.handler, .number(event.resource)) }
      say(.duty, .number(event.subject))
      say(.team, names.team(event.group))
      say(.lasts, length: event.value)
      if kind == .handlerAbsent {
        if event.isLate { say(.late, .truth(true)) }
        return
      }
      sayShift(event)
      if event.isOnOvertime { say(.overtime, .number(1)) }
      if event.percentSlower > 0 { say(.slower, .number(event.percentSlower)) }
    default:
      sayHandler(event.resource, situation)
      if kind == .handlerFinishingUp { say(.forBreak, .truth(event.detail != 0)) }
      if kind == .handlerWentOnBreak {
        say(.lasts, length: event.value)
        if event.isClosed { say(.closed, .truth(true)) }
      }
      if kind == .breakPostponed { say(.after, length: event.value) }
    }
  }

  private mutating func sayHandler(_ position: UInt16, _ situation: Situation) {
    if position == Event.noHandler { return }
    say(.handler, .number(position))
    guard let tour = situation.handlers[position] else { return }
    say(.duty, .number(tour.duty))
    say(.team, names.team(tour.team))
  }

  /// The shift and turn of a duty that begins.
  private mutating func sayShift(_ event: Event) {
    guard let shift = names.shift(UInt16(truncatingIfNeeded: event.extra)) else { return }
    say(.shift, shift)
    say(.turn, .number(event.extra >> 16))
  }

  // MARK: Units

  private mutating func describe(unit event: Event, _ kind: EventKind, _ situation: Situation) {
    say(.unit, .number(event.resource))
    if kind == .unitSignedOn {
      say(.unitDuty, .number(event.subject))
      say(.hub, names.hub(event.group))
      say(.officers, .number(event.crew.officers))
      say(.overtime, .number(event.crew.onOvertime))
      say(.role, names.word(event.crew.role.word))
      say(.lasts, length: event.value)
      sayShift(event)
      return
    }
    if let tour = situation.units[event.resource] {
      say(.unitDuty, .number(tour.duty))
      say(.hub, names.hub(tour.hub))
    }
    switch kind {
    case .unitWentOnBreak:
      say(.lasts, length: event.value)
      return
    case .unitReturned, .unitSignedOff:
      return
    default:
      sayIncident(event.subject, situation)
    }
    switch kind {
    case .unitAssigned:
      sayHandler(event.group, situation)
      say(.lasts, length: event.value)
      say(.mobilisation, length: event.extra)
    case .unitDiverted:
      sayHandler(event.group, situation)
      say(.lasts, length: event.value)
      say(.divertedFrom, .number(event.extra))
    case .assignmentEnded, .unitStoodDown:
      sayHandler(event.group, situation)
    case .unitMobile:
      say(.journey, length: event.value)
    case .unitAtScene, .unitBeganPaperwork:
      say(.lasts, length: event.value)
    case .unitWentToCustody:
      say(.suite, names.suite(event.group))
      say(.lasts, length: event.value)
      say(.journey, length: event.extra)
    default:
      return
    }
  }
}

extension IncidentEnd {
  /// The word for it.
  var word: ExportNames.Word {
    switch self {
    case .attended: .attended
    case .cancelled: .cancelled
    case .resolved: .resolved
    }
  }
}

extension SurveyReply {
  /// The word for it; nil if the caller was not asked.
  var word: ExportNames.Word? {
    switch self {
    case .notAsked: nil
    case .silent: .noReply
    case .dissatisfied: .dissatisfied
    case .satisfied: .satisfied
    }
  }
}

extension UnitRole {
  /// The word for it.
  var word: ExportNames.Word { self == .diary ? .diary : .response }
}
