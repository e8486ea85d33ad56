import ContactCentre

// What events about units and their incidents change.
extension World {
  mutating func assignUnit(_ event: Event) {
    let unit = response.units[event.resource]
    response.units.setFree(event.resource, false)
    send(unit, event, mobilisation: event.extra)
  }

  mutating func divertUnit(_ event: Event) {
    let unit = response.units[event.resource]
    let previous = response.incidents[event.extra]
    if unit.pointee.state == .atScene {
      leaveWork(of: unit, at: previous)
      previous.pointee.stayed &-= 1
    }
    let mobilisation = unit.pointee.mobilisationLeft(at: now)
    leaveIncident(unit, event.resource)
    enlist(previous)
    // What becomes of it if nobody comes is the question again, unless somebody has come.
    if previous.pointee.state == .open { scheduleTimers(previous) }
    send(unit, event, mobilisation: mobilisation)
  }

  /// What the unit has not done at the scene is left to the next that comes, which is to do all that falls to this one. Of
  /// several that are called away, it takes over from the one that came first.
  private func leaveWork(
    of unit: UnsafeMutablePointer<UnitRecord>, at incident: UnsafeMutablePointer<IncidentRecord>
  ) {
    if incident.pointee.sceneLeft > 0, incident.pointee.leftBy < unit.pointee.ordinal { return }
    // Who was called away in the very moment of being done still has to be followed.
    incident.pointee.sceneLeft = UInt32(clamping: max(1, unit.pointee.due &- now))
    incident.pointee.leftBy = unit.pointee.ordinal
  }

  /// The unit is told to go to the incident of `event`, from where it is.
  private mutating func send(_ unit: UnsafeMutablePointer<UnitRecord>, _ event: Event, mobilisation: UInt32) {
    let number = event.resource
    let incident = response.incidents[event.subject]
    stop(unit)
    unit.pointee.incident = event.subject
    unit.pointee.key = incident.pointee.key
    unit.pointee.grade = incident.pointee.grade
    unit.pointee.mobilisation = mobilisation
    unit.pointee.previous = noUnit
    unit.pointee.next = incident.pointee.unit
    if incident.pointee.unit != noUnit { response.units[incident.pointee.unit].pointee.previous = number }
    incident.pointee.unit = number
    incident.pointee.enRoute &+= 1
    incident.pointee.departures &+= 1
    // Sent is neither resolved without deployment nor put back.
    if incident.pointee.reason == IncidentEnd.resolved.rawValue { incident.pointee.withdrawsAt = ContactRecord.none }
    incident.pointee.regradesAt = ContactRecord.none
    enlist(incident)
    if !incident.pointee.isAttended { scheduleTimers(incident) }
    if event.group == noHandler {
      mobilise(unit, number)
    } else {
      enter(.assigned, unit, number, for: event.value)
      unit.pointee.handler = event.group
      engageDispatcher(event.group)
    }
    refreshDispatch()
  }

  mutating func endAssignment(_ event: Event) {
    let unit = response.units[event.resource]
    unit.pointee.handler = noHandler
    releaseDispatcher(event.group)
    mobilise(unit, event.resource)
    refreshDispatch()
  }

  private mutating func mobilise(_ unit: UnsafeMutablePointer<UnitRecord>, _ number: UInt16) {
    enter(.mobilising, unit, number, for: unit.pointee.mobilisation)
    response.units.setDivertible(number, true)
    response.countDivertible(unit.pointee.grade, 1)
  }

  mutating func setOff(_ event: Event) {
    let unit = response.units[event.resource]
    travel(unit, to: response.incidents[event.subject].pointee.place, for: event.value)
    enter(.mobile, unit, event.resource, for: event.value)
  }

  mutating func arriveAtScene(_ event: Event) {
    let unit = response.units[event.resource]
    let incident = response.incidents[event.subject]
    response.units.setDivertible(event.resource, false)
    response.countDivertible(unit.pointee.grade, -1)
    response.units.setAtScene(event.resource, true)
    response.countAtScene(unit.pointee.grade, 1)
    if incident.pointee.sceneLeft > 0 {
      unit.pointee.ordinal = incident.pointee.leftBy
    } else {
      unit.pointee.ordinal = incident.pointee.arrivals
      if incident.pointee.arrivals < .max { incident.pointee.arrivals &+= 1 }
    }
    incident.pointee.enRoute &-= 1
    incident.pointee.atScene &+= 1
    incident.pointee.stayed &+= 1
    incident.pointee.withdrawsAt = ContactRecord.none
    incident.pointee.regradesAt = ContactRecord.none
    incident.pointee.ringsAt = ContactRecord.none
    incident.pointee.sceneLeft = 0
    unschedule(incident)
    enlist(incident)
    enter(.atScene, unit, event.resource, for: event.value)
    refreshDispatch()
  }

  mutating func goToCustody(_ event: Event) {
    guard let rules = tables.response else { return }
    let unit = response.units[event.resource]
    leaveScene(unit, event.resource)
    travel(unit, to: rules.pointee.suites[Int(event.group)], for: event.extra)
    enter(.inCustody, unit, event.resource, for: event.value)
    refreshDispatch()
  }

  mutating func beginPaperwork(_ event: Event) {
    let unit = response.units[event.resource]
    if unit.pointee.state == .atScene { leaveScene(unit, event.resource) }
    enter(.atPaperwork, unit, event.resource, for: event.value)
    refreshDispatch()
  }

  mutating func clearUnit(_ event: Event) {
    let unit = response.units[event.resource]
    if unit.pointee.state == .atScene { leaveScene(unit, event.resource) }
    returnToHub(unit, event.resource)
    refreshDispatch()
  }

  mutating func standDown(_ event: Event) {
    let unit = response.units[event.resource]
    let incident = response.incidents[event.subject]
    if unit.pointee.handler != noHandler {
      releaseDispatcher(unit.pointee.handler)
      unit.pointee.handler = noHandler
    }
    leaveIncident(unit, event.resource)
    close(incident)
    returnToHub(unit, event.resource)
    refreshDispatch()
  }

  /// The incident wants nobody any more; who is on the way is stood down at this very instant.
  private mutating func close(_ incident: UnsafeMutablePointer<IncidentRecord>) {
    incident.pointee.state = .closing
    enlist(incident)
    schedule(incident, at: now, rank: Rank.atOnce)
  }

  /// The unit has done at the scene what was to be done. When the last one leaves, the incident is over, unless one that was
  /// called away has left work undone: then it waits for who does that.
  private mutating func leaveScene(_ unit: UnsafeMutablePointer<UnitRecord>, _ number: UInt16) {
    let incident = response.incidents[unit.pointee.incident]
    leaveIncident(unit, number)
    if incident.pointee.atScene > 0 { return }
    if incident.pointee.sceneLeft == 0 { close(incident) } else { enlist(incident) }
  }

  /// The unit is no longer one of its incident's.
  private mutating func leaveIncident(_ unit: UnsafeMutablePointer<UnitRecord>, _ number: UInt16) {
    let incident = response.incidents[unit.pointee.incident]
    if unit.pointee.state == .atScene {
      incident.pointee.atScene &-= 1
      response.units.setAtScene(number, false)
      response.countAtScene(unit.pointee.grade, -1)
    } else {
      incident.pointee.enRoute &-= 1
      if unit.pointee.isDivertible {
        response.units.setDivertible(number, false)
        response.countDivertible(unit.pointee.grade, -1)
      }
    }
    let next = unit.pointee.next
    let previous = unit.pointee.previous
    if previous == noUnit { incident.pointee.unit = next } else { response.units[previous].pointee.next = next }
    if next != noUnit { response.units[next].pointee.previous = previous }
    unit.pointee.next = noUnit
    unit.pointee.previous = noUnit
  }
}
