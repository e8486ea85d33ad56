import ContactCentre
import DiscreteEvents

extension Decider {
  /// The dispatcher: which unit goes to which incident next. Called while ``World/nextDispatch`` has an answer.
  ///
  /// **Incidents.** Those of the grade of the highest priority first (of equal priorities, the grade listed first in the
  /// scenario); within a grade, those nobody is on the way to or at, then those that want one more; among these the one
  /// that opened first, of two that opened at once the lower number. A grade is passed over while no more units are free
  /// than it leaves free, unless a unit may be diverted to it.
  ///
  /// **Units.** A free unit, if there is one to be had: under the policy `nearest-time`, the one expected at the scene
  /// soonest, by where it is now and, at its hub, the mean time it takes to set off; under `nearest-hub`, one of the hub
  /// nearest to the scene by travel time, of two hubs as near the one listed first. Between equals the one that has been
  /// free longest, then the lower number. A unit on its way back to its hub is free, and belongs to its hub; that its break
  /// is due changes nothing until it is there and the break begins.
  ///
  /// **Diversions.** Only if no free unit is to be had, and only for an incident nobody is on the way to or at: the unit
  /// expected soonest of those on their way, or getting ready to go, to a grade this one pre-empts; if there is none, of
  /// those at the scene of a grade it pre-empts there. Between equals the lower number. A unit that is still being told
  /// where to go is not diverted; one that is getting ready has the rest of that before it, which counts in when it is
  /// expected. The incident it leaves waits again where it stood; a unit called away from a scene leaves the rest of its
  /// work, with arrests and paperwork, to the next. Of two called away from one scene, the work of the one that came first
  /// is what is left; the other's begins anew.
  ///
  /// **Dispatchers.** Each assignment takes the dispatcher ready for longest, if the scenario has any.
  @inline(never)
  func dispatch() -> Event? {
    guard let rules = world.pointee.tables.response, let next = world.pointee.nextDispatch,
      let dispatcher = world.pointee.nextDispatcher
    else { return nil }
    let number = world.pointee.response.queues[next.list].head
    let incident = UnsafePointer(world.pointee.response.incidents[number])
    let duration =
      dispatcher == noHandler
      ? 0
      : draw(
        incident.pointee.key, rules.pointee.assignment, Purpose.assignment(departure: incident.pointee.departures))
    let unit: UInt16
    switch next.source {
    case .free:
      let unit = freeUnit(for: incident, rules)
      return .unitAssigned(
        at: world.pointee.now, unit: unit, incident: number, handler: dispatcher, duration: duration,
        mobilisation: isAtHub(unit)
          ? draw(
            incident.pointee.key, rules.pointee.mobilisation,
            Purpose.mobilisation(departure: incident.pointee.departures)) : 0)
    case .onTheWay: unit = unitToDivert(to: incident, rules, isAtScene: false)
    case .atScene: unit = unitToDivert(to: incident, rules, isAtScene: true)
    }
    return .unitDiverted(
      at: world.pointee.now, unit: unit, incident: number,
      previous: world.pointee.response.units[unit].pointee.incident, handler: dispatcher, duration: duration)
  }

  private func isAtHub(_ unit: UInt16) -> Bool {
    world.pointee.response.units[unit].pointee.arrives <= world.pointee.now
  }

  private func freeUnit(
    for incident: UnsafePointer<IncidentRecord>, _ rules: UnsafePointer<ResponseTables>
  ) -> UInt16 {
    let grade = rules.pointee.grades + Int(incident.pointee.grade)
    switch rules.pointee.policy {
    case .nearestTime: return freeUnitSoonestThere(for: incident, grade, rules)
    case .nearestHub: return freeUnitOfNearestHub(for: incident, grade, rules)
    }
  }

  @inline(always)
  private func freeUnitSoonestThere(
    for incident: UnsafePointer<IncidentRecord>, _ grade: UnsafePointer<GradeRule>,
    _ rules: UnsafePointer<ResponseTables>
  ) -> UInt16 {
    // The nearest of those on the road and the nearest of those at their hubs, by a measure that rises with the time they
    // would take and is quicker to reckon; only between these two the time itself decides.
    var onTheRoad = Candidate.none
    var atHub = Candidate.none
    world.pointee.response.units.forEachFree(role: grade.pointee.role) { number in
      let unit = world.pointee.response.units[number]
      let start = unit.pointee.whereabouts(at: world.pointee.now)
      let candidate = Candidate(
        unit: number,
        time: rules.pointee.journeys.rank(
          from: start, to: incident.pointee.place, isBlueLight: grade.pointee.isBlueLight),
        hub: 0, since: unit.pointee.since)
      if unit.pointee.arrives <= world.pointee.now {
        if candidate.isBetter(than: atHub) { atHub = candidate }
      } else {
        if candidate.isBetter(than: onTheRoad) { onTheRoad = candidate }
      }
    }
    if onTheRoad.unit == noUnit { return atHub.unit }
    if atHub.unit == noUnit { return onTheRoad.unit }
    onTheRoad.time = expectedTime(onTheRoad.unit, to: incident, rules, isBlueLight: grade.pointee.isBlueLight)
    atHub.time =
      expectedTime(atHub.unit, to: incident, rules, isBlueLight: grade.pointee.isBlueLight)
      + rules.pointee.expectedMobilisation
    return atHub.isBetter(than: onTheRoad) ? atHub.unit : onTheRoad.unit
  }

  private func freeUnitOfNearestHub(
    for incident: UnsafePointer<IncidentRecord>, _ grade: UnsafePointer<GradeRule>,
    _ rules: UnsafePointer<ResponseTables>
  ) -> UInt16 {
    var best = Candidate.none
    world.pointee.response.units.forEachFree(role: grade.pointee.role) { number in
      let unit = world.pointee.response.units[number]
      let time = rules.pointee.journeys.rank(
        from: rules.pointee.hubs[Int(unit.pointee.hub)], to: incident.pointee.place,
        isBlueLight: grade.pointee.isBlueLight)
      let candidate = Candidate(unit: number, time: time, hub: unit.pointee.hub, since: unit.pointee.since)
      if candidate.isBetter(than: best) { best = candidate }
    }
    return best.unit
  }

  private func unitToDivert(
    to incident: UnsafePointer<IncidentRecord>, _ rules: UnsafePointer<ResponseTables>, isAtScene: Bool
  ) -> UInt16 {
    let grade = rules.pointee.grades + Int(incident.pointee.grade)
    let now = world.pointee.now
    let grades = isAtScene ? grade.pointee.preemptsAtScene : grade.pointee.preempts
    let isBlueLight = grade.pointee.isBlueLight
    var best = Candidate.none
    var nearest = Double.infinity
    func consider(_ number: UInt16) {
      let unit = world.pointee.response.units[number]
      if grades & 1 << UInt64(unit.pointee.grade) == 0 { return }
      let start = unit.pointee.whereabouts(at: now)
      // Who is farther than somebody seen before, by more than rounding explains, need not be asked how long it takes;
      // farther by a measure that rises with the journey's time and is quicker to reckon. Who has to get ready is only
      // the later for it, and does not count as seen.
      let distance = rules.pointee.journeys.rank(from: start, to: incident.pointee.place, isBlueLight: isBlueLight)
      if distance > nearest { return }
      let gettingReady = unit.pointee.mobilisationLeft(at: now)
      if gettingReady == 0 { nearest = min(nearest, distance * (1 + 1e-9)) }
      let time =
        rules.pointee.journeys.time(from: start, to: incident.pointee.place, isBlueLight: isBlueLight)
        + Double(gettingReady)
      let candidate = Candidate(unit: number, time: time, hub: 0, since: 0)
      if candidate.isBetter(than: best) { best = candidate }
    }
    if isAtScene {
      world.pointee.response.units.forEachAtScene(consider)
    } else {
      world.pointee.response.units.forEachDivertible(consider)
    }
    return best.unit
  }

  /// Milliseconds from where the unit is, before the hour and chance have their say: both are the same for all units.
  @inline(always)
  private func expectedTime(
    _ unit: UInt16, to incident: UnsafePointer<IncidentRecord>, _ rules: UnsafePointer<ResponseTables>,
    isBlueLight: Bool
  ) -> Double {
    rules.pointee.journeys.time(
      from: world.pointee.response.units[unit].pointee.whereabouts(at: world.pointee.now), to: incident.pointee.place,
      isBlueLight: isBlueLight)
  }
}

/// A unit that could be sent, and what speaks for it.
private struct Candidate {
  var unit: UInt16
  var time: Double
  var hub: UInt16
  var since: Milliseconds

  static var none: Candidate { Candidate(unit: noUnit, time: .infinity, hub: .max, since: .max) }

  @inline(always)
  func isBetter(than other: Candidate) -> Bool {
    if time != other.time { return time < other.time }
    return (hub, since, unit) < (other.hub, other.since, other.unit)
  }
}
