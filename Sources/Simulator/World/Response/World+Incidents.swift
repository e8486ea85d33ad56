import ContactCentre
import DiscreteEvents

// What events about incidents change.
extension World {
  /// What the outcome of a conversation that is over opens, unless it has been opened already.
  @inline(never)
  mutating func openIncident(from contact: UnsafeMutablePointer<ContactRecord>, outcome: UInt8) {
    let rule = tables.channels + Int(contact.pointee.channel)
    let opening = tables.openings + (rule.pointee.firstOpening + min(Int(outcome), rule.pointee.outcomeCount))
    if !opening.pointee.isEarly { openIncident(from: contact.pointee.number, grade: opening.pointee.grade, after: 0) }
  }

  /// Contact `number` turned out to need the police: an incident of `grade` opens `after` milliseconds from now.
  @inline(never)
  mutating func openIncident(from number: UInt32, grade: UInt8, after: UInt32) {
    let contact = contacts[number]
    // Who rings again about an incident does not raise another.
    guard grade != ResponseTables.noGrade, contact.pointee.incident == noIncident else { return }
    let incident = admitIncident(response.incidentsNumbered)
    response.incidentsNumbered &+= 1
    incident.pointee.key = RandomKey(bits: contact.pointee.key).derived(Purpose.incidentOfContact).bits
    incident.pointee.contact = number
    incident.pointee.row = contact.pointee.row
    incident.pointee.source = contact.pointee.channel
    incident.pointee.grade = grade
    incident.pointee.state = .coming
    schedule(incident, at: now &+ Milliseconds(after), rank: after == 0 ? Rank.atOnce : Rank.arrival)
  }

  /// A new incident of which nothing is said yet.
  private mutating func admitIncident(_ number: UInt32) -> UnsafeMutablePointer<IncidentRecord> {
    let incident = response.incidents.admit(number)
    incident.pointee = .gone
    incident.pointee.number = number
    return incident
  }

  mutating func logIncident(_ event: Event) {
    lastArrival = event
    let source = UInt16(tables.channelCount) + event.resource
    let incident = admitIncident(event.subject)
    response.incidentsNumbered = event.subject &+ 1
    incident.pointee.key = keys[Int(source)].derived(DemandTape.identity(cell: event.value, index: event.extra)).bits
    if tables.response?.pointee.logs[Int(event.resource)].trace != nil { incident.pointee.row = event.extra }
    incident.pointee.source = source
    incident.pointee.state = .coming
    schedule(incident, at: now, rank: Rank.atOnce)
  }

  mutating func openIncident(_ event: Event) {
    guard let rules = tables.response else { return }
    let incident = response.incidents[event.subject]
    let point = EarthPoint(latitude: event.point.latitude, longitude: event.point.longitude)
    incident.pointee.place = Whereabouts(at: point, place: rules.pointee.journeys.place(of: point))
    incident.pointee.grade = event.detail
    incident.pointee.opened = now
    incident.pointee.state = .unassessed
    schedule(incident, at: now, rank: Rank.atOnce)
  }

  mutating func assess(_ event: Event) {
    guard let rules = tables.response else { return }
    let incident = response.incidents[event.subject]
    incident.pointee.assessments &+= 1
    incident.pointee.wanted = event.unitsWanted
    incident.pointee.reason = event.incidentEnd.rawValue
    incident.pointee.withdrawsAt = moment(in: event.value)
    incident.pointee.regradesAt = moment(in: event.extra)
    incident.pointee.ringsAt = ringMoment(in: event.ring)
    if rules.pointee.grades[Int(incident.pointee.grade)].hasAppointment {
      incident.pointee.state = .unbooked
      schedule(incident, at: now, rank: Rank.atOnce)
    } else {
      beginWaiting(incident)
    }
  }

  mutating func book(_ event: Event) {
    let incident = response.incidents[event.subject]
    incident.pointee.state = .booked
    // Nobody withdraws, or rings, because nobody came to an appointment that is yet to come.
    let delay = Milliseconds(event.value)
    incident.pointee.withdrawsAt = Self.later(incident.pointee.withdrawsAt, by: delay)
    incident.pointee.regradesAt = Self.later(incident.pointee.regradesAt, by: delay)
    incident.pointee.ringsAt = Self.later(incident.pointee.ringsAt, by: delay)
    if incident.pointee.ringsAt >= plan.windowEnd { incident.pointee.ringsAt = ContactRecord.none }
    schedule(incident, at: now &+ delay, rank: Rank.arrival)
  }

  mutating func keepAppointment(_ event: Event) {
    beginWaiting(response.incidents[event.subject])
  }

  private mutating func beginWaiting(_ incident: UnsafeMutablePointer<IncidentRecord>) {
    incident.pointee.state = .open
    enlist(incident)
    scheduleTimers(incident)
    refreshDispatch()
  }

  mutating func regrade(_ event: Event) {
    let incident = response.incidents[event.subject]
    delist(incident)
    incident.pointee.grade = event.detail
    incident.pointee.state = .unassessed
    schedule(incident, at: now, rank: Rank.atOnce)
    refreshDispatch()
  }

  mutating func ringAgain(_ event: Event) {
    let incident = response.incidents[event.value]
    incident.pointee.rings = event.detail
    incident.pointee.ringsAt = ringMoment(in: event.extra)
    scheduleTimers(incident)
    let key = RandomKey(bits: incident.pointee.key).derived(UInt64(event.detail))
    admit(event.subject, key: key, row: noContact, attempt: 0, about: event.value, to: event.resource)
  }

  mutating func closeIncident(_ event: Event) {
    let incident = response.incidents[event.subject]
    unschedule(incident)
    delist(incident)
    incident.pointee.state = .gone
    refreshDispatch()
  }

  private static func later(_ time: Milliseconds, by delay: Milliseconds) -> Milliseconds {
    time == ContactRecord.none ? time : time &+ delay
  }

  /// The time so many milliseconds from now; ``ContactRecord/none`` for ``Event/endless``.
  @inline(always)
  private func moment(in delay: UInt32) -> Milliseconds {
    delay == Event.endless ? ContactRecord.none : now &+ Milliseconds(delay)
  }

  /// The same for a ring. Nobody arrives once the measured days are over, so who would come later is not waited for.
  @inline(always)
  private func ringMoment(in delay: UInt32) -> Milliseconds {
    let time = moment(in: delay)
    return time < plan.windowEnd ? time : ContactRecord.none
  }

  // MARK: Waiting lists

  /// The incident joins the list it belongs in, if it wants a unit, and leaves the one it is in.
  mutating func enlist(_ incident: UnsafeMutablePointer<IncidentRecord>) {
    guard let rules = tables.response else { return }
    var list = IncidentRecord.noList
    if incident.pointee.wantsUnit {
      list = rules.pointee.grades[Int(incident.pointee.grade)].list
      if incident.pointee.enRoute > 0 || incident.pointee.atScene > 0 { list += 1 }
    }
    if list == incident.pointee.list { return }
    delist(incident)
    if list == IncidentRecord.noList { return }
    // In the order in which incidents opened. Most join at the end; one whose unit was taken away, near the front.
    let queue = response.queues + Int(list)
    var before = queue.pointee.tail
    var steps = 0
    while before != noIncident, incident.pointee.isBefore(response.incidents[before]) {
      if steps == Self.fewSteps {
        before = response.places[Int(list)].place(
          of: incident, in: queue.pointee, list: list, among: response.incidents)
        break
      }
      before = response.incidents[before].pointee.previous
      steps += 1
    }
    let after = before == noIncident ? queue.pointee.head : response.incidents[before].pointee.next
    incident.pointee.list = list
    incident.pointee.previous = before
    incident.pointee.next = after
    let number = incident.pointee.number
    if before == noIncident { queue.pointee.head = number } else { response.incidents[before].pointee.next = number }
    if after == noIncident { queue.pointee.tail = number } else { response.incidents[after].pointee.previous = number }
    queue.pointee.count += 1
    response.listsWaiting |= 1 << UInt64(list)
  }

  /// How far from the end of a waiting list a place is looked for one by one.
  private static var fewSteps: Int { 64 }

  /// The incident leaves the list it is in, if any.
  private mutating func delist(_ incident: UnsafeMutablePointer<IncidentRecord>) {
    let list = incident.pointee.list
    if list == IncidentRecord.noList { return }
    incident.pointee.list = IncidentRecord.noList
    let queue = response.queues + Int(list)
    let next = incident.pointee.next
    let previous = incident.pointee.previous
    if previous == noIncident {
      queue.pointee.head = next
    } else {
      response.incidents[previous].pointee.next = next
    }
    if next == noIncident {
      queue.pointee.tail = previous
    } else {
      response.incidents[next].pointee.previous = previous
    }
    queue.pointee.count -= 1
    if queue.pointee.count == 0 { response.listsWaiting &= ~(1 << UInt64(list)) }
  }

  // MARK: What is due

  /// What happens to an open incident if nobody comes becomes due: whichever of it is soonest.
  mutating func scheduleTimers(_ incident: UnsafeMutablePointer<IncidentRecord>) {
    let due = min(incident.pointee.withdrawsAt, min(incident.pointee.regradesAt, incident.pointee.ringsAt))
    if due == ContactRecord.none {
      unschedule(incident)
    } else {
      schedule(incident, at: due, rank: Rank.abandonment)
    }
  }

  mutating func schedule(_ incident: UnsafeMutablePointer<IncidentRecord>, at due: Milliseconds, rank: UInt8) {
    let moment = Calendar.moment(due, rank: rank)
    if moment == incident.pointee.moment { return }
    unschedule(incident)
    incident.pointee.moment = moment
    scheduleIncident(incident.pointee.number, at: moment)
  }

  mutating func unschedule(_ incident: UnsafeMutablePointer<IncidentRecord>) {
    if incident.pointee.moment == Calendar.never { return }
    cancelIncident(incident.pointee.number, at: incident.pointee.moment)
    incident.pointee.moment = Calendar.never
  }
}
