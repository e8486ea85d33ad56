import ContactCentre
import DiscreteEvents

// How an incident comes about, waits and ends.
extension ResponseWatcher {
  /// The incident `number` in one of `stages`.
  private mutating func incident(_ number: UInt32, _ stages: Stage...) -> Incident? {
    guard let incident = incidents[number], stages.contains(incident.stage) else {
      fail("incident \(number) is not \(stages) but \(String(describing: incidents[number]))")
      return nil
    }
    return incident
  }

  func grade(_ incident: Incident) -> Grade { response.grades[incident.grade] }

  /// Keeps an incident as it has become, in the list it belongs in.
  mutating func keep(_ number: UInt32, _ kept: Incident) {
    var incident = kept
    if let list = incident.list { lists[list].remove(number) }
    let served = incident.units.count { units[$0]?.state != .atScene } + incident.arrivals - incident.calledAway
    incident.list = nil
    if incident.stage == .open, served < incident.wanted {
      incident.list = incident.grade * 2 + (incident.units.isEmpty ? 0 : 1)
    }
    if let list = incident.list { lists[list].insert(number) }
    incidents[number] = incident
  }

  private mutating func checkAtOnce(_ incident: Incident) {
    check(incident.enabled == index - 1, "should have been decided at once")
  }

  /// Whether a length of time may come from a distribution: the only one there is of a constant.
  mutating func checkDrawn(_ length: UInt32, _ distribution: Distribution, _ what: String) {
    guard case .constant(let seconds) = distribution else { return }
    check(Double(length) == (seconds * 1_000).rounded(), "\(what) takes \(length), not \(seconds) s")
  }

  // MARK: Coming about

  mutating func answer(_ event: Event) {
    guard event.detail > 0, var contact = contacts[event.subject] else { return }
    let grade = Int(event.detail) - 1
    let outcomes = scenario.channels[contact.channel].outcomes
    check(
      outcomes.contains { $0.grade == response.grades[grade].id && $0.opens != nil && $0.share > 0 },
      "no outcome opens such an incident during the conversation")
    contact.openedEarly = grade
    contacts[event.subject] = contact
    if !contact.isAboutIncident { expect(from: event.subject, grade: grade, in: Milliseconds(event.extra)) }
  }

  mutating func endHandling(_ event: Event) {
    guard let contact = contacts[event.subject] else { return }
    let outcomes = scenario.channels[contact.channel].outcomes
    let outcome = Int(event.detail) < outcomes.count ? outcomes[Int(event.detail)] : nil
    let grade = outcome?.grade.flatMap { gradeNumbers[$0] }
    check(contact.openedEarly == (outcome?.opens == nil ? nil : grade), "opened as something else than it ended as")
    if let grade, outcome?.opens == nil, !contact.isAboutIncident { expect(from: event.subject, grade: grade, in: 0) }
  }

  private mutating func expect(from contact: UInt32, grade: Int, in delay: Milliseconds) {
    incidents[numbered] = Incident(contact: contact, grade: grade, due: now + delay, enabled: index)
    numbered += 1
  }

  mutating func log(_ event: Event) -> Place {
    check(event.subject == numbered, "incidents are numbered one after the other")
    check(now < plan.windowEnd, "nothing is logged after the measured days")
    numbered += 1
    incidents[event.subject] = Incident(grade: -1, due: now, enabled: index)
    let source = UInt64(scenario.channels.count) + UInt64(event.resource)
    return Place(rank: 3, source: 0, number: source << 32 | UInt64(event.extra), enabled: -1)
  }

  mutating func open(_ event: Event) -> Place? {
    guard var incident = incident(event.subject, .coming) else { return nil }
    check(incident.due == now, "opened at the wrong time")
    check(incident.contact == event.value, "opened from somebody else")
    check(incident.grade < 0 || incident.grade == Int(event.detail), "opened as another grade")
    let isAtOnce = incident.enabled == index - 1
    let enabled = incident.enabled
    incident.grade = Int(event.detail)
    incident.spot = reckoner.spot(latitude: event.point.latitude, longitude: event.point.longitude)
    check(canBe(at: incident.spot), "opened outside all areas")
    incident.stage = .unassessed
    incident.opened = now
    incident.due = nil
    incident.enabled = index
    keep(event.subject, incident)
    return isAtOnce ? nil : Place(rank: 3, source: 5, number: UInt64(event.subject), enabled: enabled)
  }

  private func canBe(at spot: Spot) -> Bool {
    for area in response.areas where area.weight > 0 {
      let centre = Spot(latitude: area.centre.latitude, longitude: area.centre.longitude)
      // A disc laid out in degrees of its centre's latitude is a little out of round.
      let radius = (area.squareKilometres / .pi).squareRoot() * 1_000
      if reckoner.metres(centre, spot) <= radius * 1.01 + 1 { return true }
    }
    let rows = (response.logs.map(\.arrivals) + scenario.channels.map(\.arrivals)).flatMap { arrivals in
      if case .trace(let rows) = arrivals { return rows }
      return []
    }
    return rows.contains { row in
      guard let latitude = row.latitude, let longitude = row.longitude else { return false }
      return abs(latitude - spot.latitude) < 1e-7 && abs(longitude - spot.longitude) < 1e-7
    }
  }

  // MARK: Assessing

  mutating func assess(_ event: Event) {
    guard var incident = incident(event.subject, .unassessed) else { return }
    checkAtOnce(incident)
    let grade = grade(incident)
    let wanted = Int(event.unitsWanted)
    check(grade.units.indices.contains(wanted - 1) && grade.units[wanted - 1] > 0, "nobody wants \(wanted) units")
    incident.wanted = wanted
    incident.reason = event.incidentEnd
    incident.withdraws = time(event.value)
    incident.regrades = time(event.extra)
    incident.rings = ringTime(event.ring)
    let withdrawal: Grade.Withdrawal? =
      switch event.incidentEnd {
      case .attended: nil
      case .cancelled: grade.cancelled
      case .resolved: grade.resolved
      }
    check((withdrawal.map { $0.share > 0 } ?? false) == (event.value != Event.endless), "withdrawn for no reason")
    if let withdrawal { checkDrawn(event.value, withdrawal.after, "a withdrawal") }
    check(event.extra == Event.endless || (grade.regrade?.share ?? 0) > 0, "must not be regraded")
    if let regrade = grade.regrade {
      check(event.extra != Event.endless || regrade.share < 1, "must be regraded")
      if event.extra != Event.endless { checkDrawn(event.extra, regrade.after, "a regrading") }
    }
    checkRing(event.ring, incident)
    incident.stage = grade.appointment == nil ? .open : .unbooked
    incident.enabled = index
    keep(event.subject, incident)
  }

  private func time(_ delay: UInt32) -> Milliseconds? { delay == Event.endless ? nil : now + Milliseconds(delay) }

  /// Who would ring after the measured days does not.
  private func ringTime(_ delay: UInt32) -> Milliseconds? { time(delay).flatMap { $0 < plan.windowEnd ? $0 : nil } }

  private mutating func checkRing(_ delay: UInt32, _ incident: Incident) {
    let habit = incident.contact == Event.noContact ? nil : grade(incident).ringsAgain
    let mayRing = habit.map { incident.rung < $0.atMost && $0.probability > 0 } ?? false
    check(delay == Event.endless || mayRing, "nobody should ring")
    guard mayRing, let habit else { return }
    check(delay != Event.endless || habit.probability < 1, "somebody should ring")
    if delay != Event.endless { checkDrawn(delay, habit.after, "a ring") }
  }

  mutating func book(_ event: Event) {
    guard var incident = incident(event.subject, .unbooked) else { return }
    checkAtOnce(incident)
    if let appointment = grade(incident).appointment { checkDrawn(event.value, appointment, "an appointment") }
    let delay = Milliseconds(event.value)
    incident.stage = .booked
    incident.due = now + delay
    incident.withdraws? += delay
    incident.regrades? += delay
    incident.rings = incident.rings.flatMap { $0 + delay < plan.windowEnd ? $0 + delay : nil }
    incident.enabled = index
    keep(event.subject, incident)
  }

  mutating func keepAppointment(_ event: Event) -> Place? {
    guard var incident = incident(event.subject, .booked) else { return nil }
    check(incident.due == now, "an appointment is kept at the wrong time")
    let place = Place(rank: 3, source: 5, number: UInt64(event.subject), enabled: incident.enabled)
    incident.due = nil
    incident.stage = .open
    incident.enabled = index
    keep(event.subject, incident)
    return place
  }

  // MARK: If nobody comes

  /// Where the end of a wait stands: after everything else at its instant.
  private func waitEnd(_ number: UInt32, _ incident: Incident) -> Place {
    Place(rank: 5, source: 5, number: UInt64(number), enabled: incident.enabled)
  }

  mutating func regrade(_ event: Event) -> Place? {
    guard var incident = incident(event.subject, .open) else { return nil }
    check(incident.regrades == now && incident.withdraws != now, "regraded at the wrong time")
    check(incident.units.isEmpty && incident.arrivals == 0, "regraded although a unit was sent")
    check(grade(incident).regrade?.to == response.grades[Int(event.detail)].id, "regraded to the wrong grade")
    let place = waitEnd(event.subject, incident)
    incident.grade = Int(event.detail)
    incident.stage = .unassessed
    incident.enabled = index
    keep(event.subject, incident)
    return place
  }

  mutating func ringAgain(_ event: Event) -> Place? {
    contacts[event.subject] = Contact(channel: Int(event.resource), isAboutIncident: true)
    guard var incident = incident(event.value, .open) else { return nil }
    check(incident.rings == now && incident.withdraws != now && incident.regrades != now, "rang at the wrong time")
    check(incident.arrivals == 0, "rang although somebody has come")
    check(
      grade(incident).ringsAgain?.channel == scenario.channels[Int(event.resource)].id, "rang the wrong channel")
    incident.rung += 1
    check(Int(event.detail) == incident.rung, "rings are counted one after the other")
    checkRing(event.extra, incident)
    let place = waitEnd(event.value, incident)
    incident.rings = ringTime(event.extra)
    incident.enabled = index
    keep(event.value, incident)
    return place
  }

  mutating func close(_ event: Event) -> Place? {
    guard let incident = incident(event.subject, .open, .closing) else { return nil }
    check(incident.units.isEmpty, "closed with units on the way")
    if let list = incident.list { lists[list].remove(event.subject) }
    incidents[event.subject] = nil
    if incident.stage == .closing {
      checkAtOnce(incident)
      let end = incident.arrivals > 0 ? IncidentEnd.attended : incident.reason
      check(event.incidentEnd == end, "ended otherwise")
      return nil
    }
    if isDue { fail("withdrawn although a unit should have been sent first") }
    check(incident.withdraws == now && incident.arrivals == 0, "withdrawn at the wrong time")
    check(event.incidentEnd == incident.reason && incident.reason != .attended, "withdrawn for another reason")
    return waitEnd(event.subject, incident)
  }

  /// A unit on the way is no longer wanted: the last sent goes first.
  mutating func stopComing(_ event: Event, _ unit: UInt16) -> Place? {
    guard var incident = incident(event.subject, .open, .closing) else { return nil }
    check(incident.units.last { units[$0]?.state != .atScene } == unit, "stood down out of turn")
    var place: Place?
    if incident.stage == .closing {
      checkAtOnce(incident)
    } else {
      if isDue { fail("withdrawn although a unit should have been sent first") }
      check(incident.withdraws == now && incident.arrivals == 0, "stood down for no reason")
      place = waitEnd(event.subject, incident)
    }
    incident.units.removeAll { $0 == unit }
    incident.stage = .closing
    incident.enabled = index
    keep(event.subject, incident)
    return place
  }
}
