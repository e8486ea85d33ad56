import ContactCentre
import DiscreteEvents

/// What happened, a line for each event, times in seconds since the first instant of the run: for tests by hand.
func story(_ events: [Event]) -> [String] { events.map { "\(text($0.time)): \(text(of: $0))" } }

/// What happens in a scenario.
func story(_ scenario: Scenario) -> [String] { story(run(scenario)) }

/// As ``story(_:)`` of a scenario, with nothing said of handlers who come and go.
func contactStory(_ scenario: Scenario) -> [String] {
  story(run(scenario).filter { $0.rawKind < 16 || (23..<32).contains($0.rawKind) })
}

/// As ``story(_:)`` of a scenario, with nothing said of contacts.
func handlerStory(_ scenario: Scenario) -> [String] {
  story(run(scenario).filter { (32..<40).contains($0.rawKind) })
}

/// As ``story(_:)`` of a scenario, with nothing said of contacts and handlers, nor of units that come and go.
func incidentStory(_ scenario: Scenario) -> [String] {
  story(
    run(scenario).filter { event in
      (16..<23).contains(event.rawKind)
        || event.rawKind >= 40 && event.kind != .unitSignedOn && event.kind != .unitSignedOff
    })
}

private func text(_ time: Milliseconds) -> String {
  let whole = "\(time / 1_000)"
  if time % 1_000 == 0 { return whole }
  let fraction = "\(time % 1_000)"
  return whole + "." + String(repeating: "0", count: 3 - fraction.count) + fraction
}

private func text(_ length: UInt32) -> String {
  length == Event.endless ? "ever" : text(Milliseconds(length))
}

private func text(of event: Event) -> String {
  let contact = "c\(event.subject)"
  let handler = "h\(event.resource)"
  switch event.kind {
  case .contactArrived: return "\(contact) arrives on \(event.resource)"
  case .contactRedialled: return "\(contact) redials \(event.resource) after c\(event.value), attempt \(event.detail)"
  case .frontStageEntered: return "\(contact) enters stage \(event.detail) for \(text(event.value))"
  case .frontPassed: return "\(contact) passes"
  case .contactContained: return "\(contact) is contained in stage \(event.detail)"
  case .contactDiverted: return "\(contact) is diverted to \(event.resource) from stage \(event.detail)"
  case .contactQueued:
    return event.isForCallback ? "\(contact) hangs up to be called back" : "\(contact) waits for \(text(event.value))"
  case .contactAnswered:
    let callback =
      switch event.callbackReply {
      case .none: "\(event.interrupts ? "drops all and " : "")answers \(contact)"
      case .reached: "calls \(contact) back"
      case .unreached: "calls \(contact) back in vain"
      }
    let survey = event.surveyReply == .notAsked ? "" : ", to be asked: \(event.surveyReply)"
    return "\(handler) \(callback) for \(text(event.value))\(survey)"
  case .followUpScheduled: return "\(contact) leads to i\(event.extra) on \(event.resource) in \(text(event.value))"
  case .contactFollowedUp: return "\(contact) comes on \(event.resource) as i\(event.extra) of c\(event.value)"
  case .contactTransferred:
    let how = event.detail == 0 ? "cold" : "warm, with a briefing of \(text(event.extra))"
    return "c\(event.value) is handed on to \(event.resource) as \(contact), \(how)"
  case .workResumed: return "\(handler) resumes \(contact) after \(text(event.value))"
  case .contactOverflowed: return "\(contact) overflows from \(event.resource)"
  case .surgeBegan: return "surge \(event.resource) begins"
  case .surgeEnded: return "surge \(event.resource) ends"
  case .handlingEnded:
    let wrapUp = event.value == 0 ? "" : ", wrap-up \(text(event.value))"
    return "\(handler) ends \(contact) as \(event.detail)\(wrapUp)"
  case .wrapUpEnded: return "\(handler) wraps up \(contact)"
  case .contactAbandoned: return "\(contact) gives up"
  case .redialScheduled: return "\(contact) will redial \(event.resource) in \(text(event.value))"
  case .handlerSignedOn: return "\(handler) signs on to team \(event.group) for \(text(event.value))"
  case .handlerAbsent: return "nobody comes to team \(event.group) for \(text(event.value))"
  case .handlerFinishingUp: return "\(handler) finishes up for \(event.detail == 0 ? "good" : "a break")"
  case .handlerWentOnBreak: return "\(handler) breaks for \(text(event.value))"
  case .handlerReturned: return "\(handler) returns"
  case .breakPostponed: return "\(handler) puts a break off for \(text(event.value))"
  case .handlerSignedOff: return "\(handler) signs off"
  case .contactRangAgain:
    return "\(contact) rings \(event.resource) about i\(event.value), time \(event.detail), then \(text(event.extra))"
  default: return responseText(of: event)
  }
}

private func responseText(of event: Event) -> String {
  let incident = "i\(event.subject)"
  let unit = "u\(event.resource)"
  let teller = event.group == Event.noHandler ? "" : ", told by h\(event.group) in \(text(event.value))"
  switch event.kind {
  case .incidentLogged: return "\(incident) is logged by \(event.resource)"
  case .incidentOpened:
    return "\(incident) opens as \(event.detail)" + (event.value == Event.noContact ? "" : " from c\(event.value)")
  case .incidentAssessed:
    var words = "\(incident) wants \(event.unitsWanted)"
    if event.value != Event.endless { words += ", \(event.incidentEnd) in \(text(event.value))" }
    if event.extra != Event.endless { words += ", regraded in \(text(event.extra))" }
    if event.ring != Event.endless { words += ", rings in \(text(event.ring))" }
    return words
  case .appointmentMade: return "\(incident) is booked in \(text(event.value))"
  case .appointmentCame: return "\(incident) falls due"
  case .incidentRegraded: return "\(incident) becomes \(event.detail)"
  case .incidentClosed: return "\(incident) is \(event.incidentEnd)"
  case .unitSignedOn: return "\(unit) signs on at \(event.group) with \(event.crew.officers) for \(text(event.value))"
  case .unitAssigned:
    return "\(unit) is given \(incident)\(teller), off in \(text(event.extra))"
  case .unitDiverted: return "\(unit) is taken from i\(event.extra) for \(incident)\(teller)"
  case .assignmentEnded: return "h\(event.group) has told \(unit)"
  case .unitMobile: return "\(unit) sets off for \(incident), \(text(event.value)) away"
  case .unitAtScene: return "\(unit) is at \(incident) for \(text(event.value))"
  case .unitWentToCustody:
    return "\(unit) goes to custody \(event.group), \(text(event.extra)) away, for \(text(event.value))"
  case .unitBeganPaperwork: return "\(unit) writes \(incident) up for \(text(event.value))"
  case .unitCleared: return "\(unit) is clear of \(incident)"
  case .unitStoodDown: return "\(unit) is stood down from \(incident)"
  case .unitWentOnBreak: return "\(unit) breaks for \(text(event.value))"
  case .unitReturned: return "\(unit) returns"
  case .unitSignedOff: return "\(unit) signs off"
  default: return "?"
  }
}

/// A recorded caller, times in seconds since the start of the scenario.
func caller(
  at time: Double, handling: Double? = nil, wrapUp: Double? = nil, patience: Double? = nil, outcome: String? = nil
) -> TraceRow {
  TraceRow(
    time: monday + seconds(time), handling: handling, wrapUp: wrapUp, patience: patience, outcome: outcome)
}

/// A channel of recorded calls only.
func channel(_ id: String, priority: Double = 0, _ callers: [TraceRow]) -> Channel {
  Channel(id: id, arrivals: .trace(callers), priority: priority, handling: .constant(60))
}

/// A channel of recorded contacts only.
func channel(_ id: String, _ kind: Channel.Kind, _ callers: [TraceRow]) -> Channel {
  Channel(id: id, kind: kind, arrivals: .trace(callers), handling: .constant(60))
}

/// A team of people named by when they work, in seconds since the start of the scenario.
func team(
  _ id: String, _ answers: String..., concurrency: Int = 1, slowdown: [Double] = [1], tours: [(Double, Double)]
) -> Team {
  let rows = tours.enumerated().map { number, tour in
    Staff.RosterRow(
      handler: "\(id) \(number)", start: monday + seconds(tour.0), end: monday + seconds(tour.1))
  }
  return Team(id: id, answers: answers, concurrency: concurrency, slowdown: slowdown, staff: .roster(rows))
}

/// A team that works the shift `shift` of one head.
func team(_ id: String, _ answers: String..., shift: String) -> Team {
  Team(id: id, answers: answers, staff: .shifts([.init(shift: shift, heads: daily(1))]))
}

/// A Monday of these.
func handMade(_ channels: [Channel], shifts: [Shift] = [], teams: [Team] = []) -> Scenario {
  Scenario(
    name: "by hand", calendar: ScenarioCalendar(start: monday), channels: channels, shifts: shifts, teams: teams)
}
