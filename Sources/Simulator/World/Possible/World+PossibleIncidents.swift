import ContactCentre

// Whether what is said of incidents and units can have happened.
extension World {
  /// See ``impossibility(of:isOwn:)``.
  func impossibilityOfIncident(
    _ event: Event, _ kind: EventKind, _ rules: UnsafePointer<ResponseTables>
  ) -> String? {
    let number = event.subject
    if kind == .incidentLogged {
      if number != response.incidentsNumbered || number == noIncident {
        return "brings incident \(number), and incident \(response.incidentsNumbered) is next"
      }
      guard Int(event.resource) < rules.pointee.logCount else { return "is of a log of which there is none" }
      let log = rules.pointee.logs[Int(event.resource)]
      return log.trace == nil || Int(event.extra) < log.traceCount
        ? nil : "brings row \(event.extra) of a recording that does not have it"
    }
    guard let incident = incident(number) else { return "is about incident \(number), which is not known" }
    switch kind {
    case .incidentOpened:
      if Int(event.detail) >= rules.pointee.gradeCount { return Self.unknownGrade }
      let (latitude, longitude) = event.point
      // In ten-millionths of a degree.
      guard (-900_000_000...900_000_000).contains(latitude), (-1_800_000_000...1_800_000_000).contains(longitude) else {
        return "is nowhere on Earth"
      }
      return incident.state == .coming ? nil : "is about an incident that has opened before"
    case .incidentAssessed:
      return incident.state == .unassessed ? nil : "is about an incident that was assessed before"
    case .appointmentMade:
      return incident.state == .unbooked ? nil : "is about an incident for which no appointment is made"
    case .appointmentCame:
      return incident.state == .booked ? nil : "is about an incident that has no appointment"
    case .incidentRegraded:
      if Int(event.detail) >= rules.pointee.gradeCount { return Self.unknownGrade }
      return incident.state == .open && !incident.isAttended && incident.unit == noUnit
        ? nil : "is about an incident that does not wait for somebody to be sent"
    default:  // It is closed.
      return (incident.state == .open || incident.state == .closing) && incident.unit == noUnit
        ? nil : "is about an incident that is not open, or has units"
    }
  }

  private static var unknownGrade: String { "names a grade of which there is none" }

  /// The incident of a number, if it is open or will open.
  private func incident(_ number: UInt32) -> IncidentRecord? {
    let incident = response.incidents[number].pointee
    return incident.state != .gone && incident.number == number ? incident : nil
  }

  // MARK: Units

  /// See ``impossibility(of:isOwn:)``.
  func impossibilityOfUnit(
    _ event: Event, _ kind: EventKind, _ rules: UnsafePointer<ResponseTables>, isOwn: Bool
  ) -> String? {
    if kind == .unitSignedOn {
      guard let unused = response.units.unused(), event.resource == unused else {
        return "takes number \(event.resource), which is not the lowest unused one"
      }
      if Int(event.group) >= rules.pointee.hubCount { return "names hub \(event.group), of which there is none" }
      return impossibility(
        ofDuty: event.subject, length: event.value, shift: UInt16(truncatingIfNeeded: event.extra))
    }
    guard Int(event.resource) < response.units.count, response.units[event.resource].pointee.state != .away else {
      return "is about unit \(event.resource), which is not on duty"
    }
    let unit = response.units[event.resource].pointee
    switch kind {
    case .unitAssigned, .unitDiverted: return impossibilityOfSending(unit, event, kind, rules, isOwn: isOwn)
    case .unitWentOnBreak: return unit.state == .free ? nil : "is about a unit that is not free"
    case .unitReturned: return unit.state == .onBreak ? nil : "is about a unit that was on no break"
    case .unitSignedOff:
      return unit.state == .free || unit.state == .onBreak ? nil : "is about a unit that is not free"
    default: break
    }
    guard unit.incident == event.subject else { return "is about an incident that the unit was not sent to" }
    let incident = incident(event.subject)
    let isPossible =
      switch kind {
      case .assignmentEnded: unit.state == .assigned && unit.handler == event.group
      case .unitMobile: unit.state == .mobilising
      case .unitAtScene: unit.state == .mobile && incident?.state == .open
      case .unitWentToCustody: unit.state == .atScene && Int(event.group) < rules.pointee.suiteCount
      case .unitBeganPaperwork: unit.state == .atScene || unit.state == .inCustody
      case .unitCleared: unit.state == .atScene || unit.state == .inCustody || unit.state == .atPaperwork
      // It is stood down, as nobody is needed there any more.
      default: (unit.state == .assigned || unit.isDivertible) && incident?.atScene == 0
      }
    return isPossible ? nil : "does not follow from what the unit was doing"
  }

  private func impossibilityOfSending(
    _ unit: UnitRecord, _ event: Event, _ kind: EventKind, _ rules: UnsafePointer<ResponseTables>, isOwn: Bool
  ) -> String? {
    guard let incident = incident(event.subject), incident.state == .open, !isOwn || incident.wantsUnit else {
      return "is for an incident that wants no unit"
    }
    if isOwn, rules.pointee.grades[Int(incident.grade)].role != unit.role {
      return "sends a unit that does not attend such incidents"
    }
    if kind == .unitAssigned {
      if unit.state != .free { return "sends a unit that is not free" }
    } else {
      guard unit.incident == event.extra, event.extra != event.subject, unit.isDivertible || unit.state == .atScene
      else { return "diverts a unit that was not on its way there, nor at the scene" }
    }
    if event.group == noHandler { return nil }
    guard let dispatcher = handler(event.group), dispatcher.listed, dispatcher.load == 0,
      Int(dispatcher.team) == rules.pointee.desk
    else { return "is by a dispatcher who is not free" }
    return nil
  }
}
