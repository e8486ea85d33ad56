import ContactCentre
import DiscreteEvents

// What a unit does, and for how long.
extension ResponseWatcher {
  /// The unit of an event in one of `states`, at its incident.
  private mutating func unit(_ event: Event, _ states: State...) -> Unit? {
    guard let unit = units[event.resource], states.contains(unit.state) else {
      fail("unit \(event.resource) is not \(states) but \(String(describing: units[event.resource]))")
      return nil
    }
    return unit
  }

  /// The unit that has done what it did.
  private mutating func finished(_ event: Event, _ states: [State]) -> (Unit, Place)? {
    guard let unit = units[event.resource], states.contains(unit.state) else {
      fail("unit \(event.resource) is not \(states) but \(String(describing: units[event.resource]))")
      return nil
    }
    check(unit.due == now, "done at the wrong time")
    check(unit.incident == event.subject, "done with another incident")
    return (unit, Place(rank: 1, source: 4, number: UInt64(event.resource), enabled: unit.enabled))
  }

  private mutating func enter(_ state: State, _ entering: Unit, _ number: UInt16, for duration: UInt32) {
    var unit = entering
    unit.state = state
    unit.since = now
    unit.due = now + Milliseconds(duration)
    unit.enabled = index
    units[number] = unit
  }

  func whereabouts(_ unit: Unit) -> Spot {
    if now >= unit.arrives { return unit.destination }
    let share = Double(now - unit.departed) / Double(unit.arrives - unit.departed)
    return reckoner.between(unit.origin, unit.destination, share)
  }

  private func travelling(_ going: Unit, to spot: Spot, for journey: Milliseconds) -> Unit {
    var unit = going
    unit.origin = whereabouts(going)
    unit.destination = spot
    unit.departed = now
    unit.arrives = now + journey
    return unit
  }

  /// A journey as long as it should be, where nothing is left to chance.
  private mutating func checkJourney(_ length: UInt32, _ time: Double, from spot: Spot) {
    guard response.travel.variation == 0, spot.isSure else { return }
    let hour = scenario.calendar.zone.civilTime(at: plan.origin + now).timeOfDay / .hour
    let expected = time * response.travel.hourOfDay[Int(hour)]
    let slack = 0.51 + (spot.isExact ? 0 : reckoner.tolerance * 1.5)
    check(abs(Double(length) - expected) <= slack, "a journey takes \(length), not \(expected)")
  }

  // MARK: Being sent

  mutating func signOn(_ event: Event) {
    let lowest = (UInt16(0)...).first { units[$0] == nil }
    check(event.resource == lowest, "the lowest unused number is taken")
    check((1...2).contains(event.crew.officers) && event.crew.onOvertime <= event.crew.officers, "no crew")
    let hub = reckoner.hubs[Int(event.group)]
    var unit = Unit(
      hub: Int(event.group), role: event.crew.role,
      end: event.value == Event.endless ? nil : now + Milliseconds(event.value), breaks: [], breaksDue: [], since: now,
      enabled: index, origin: hub, destination: hub, departed: now, arrives: now)
    let number = Int(event.extra & 0xFFFF)
    if number != Int(Event.noShift) {
      let shift = scenario.shifts[number]
      let start = now == 0 ? lastStart(of: shift) : now
      unit.breaks = shift.breaks
      unit.breaksDue = shift.breaks.map { start + $0.after + $0.spread * Milliseconds(event.extra >> 16) / 65_536 }
    }
    skipBreaks(&unit)
    units[event.resource] = unit
  }

  /// When a tour of `shift` that is under way as the run begins began: no tour is longer than a day.
  private func lastStart(of shift: Shift) -> Milliseconds {
    let zone = scenario.calendar.zone
    let today = zone.civilTime(at: plan.origin).dayNumber
    let starts = (today - 2...today).map { zone.instant(of: CivilTime(dayNumber: $0, timeOfDay: shift.start)) }
    return (starts.last { $0 <= plan.origin } ?? plan.origin) - plan.origin
  }

  private func skipBreaks(_ unit: inout Unit) {
    while let due = unit.breaksDue.first, due < now {
      unit.breaksDue.removeFirst()
      unit.breaks.removeFirst()
    }
  }

  mutating func assign(_ event: Event) -> Place? {
    guard var incident = checkChoice(event, .free), var unit = unit(event, .free) else { return nil }
    check(unit.end.map { $0 > now } ?? true, "sent after the end of the tour")
    let rest = unit.arrives - now
    if rest > 0 {
      check(event.extra == 0 || Double(rest) < reckoner.tolerance, "who is on the road need not get ready")
    } else if Double(-rest) > reckoner.tolerance || unit.departed == unit.arrives {
      checkDrawn(event.extra, response.travel.mobilisation, "getting ready")
    }
    unit.mobilisation = event.extra
    send(event, unit, &incident)
    return Place(rank: 4, source: 2, number: 0, enabled: index)
  }

  mutating func divert(_ event: Event) -> Place? {
    let source = units[event.resource]?.state == .atScene ? Source.atScene : .onTheWay
    guard var incident = checkChoice(event, source), var unit = unit(event, .mobilising, .mobile, .atScene) else {
      return nil
    }
    check(unit.incident == event.extra, "diverted from another incident")
    if var previous = incidents[event.extra] {
      previous.units.removeAll { $0 == event.resource }
      if unit.state == .atScene {
        previous.calledAway += 1
        if previous.left.map({ $0.ordinal > unit.ordinal }) ?? true {
          previous.left = (max(1, UInt32((unit.due ?? now) - now)), unit.ordinal)
        }
      }
      keep(event.extra, previous)
    }
    unit.mobilisation = mobilisationLeft(unit)
    send(event, unit, &incident)
    return Place(rank: 4, source: 2, number: 0, enabled: index)
  }

  /// What a unit that is getting ready has before it of that.
  func mobilisationLeft(_ unit: Unit) -> UInt32 {
    guard unit.state == .mobilising, let due = unit.due else { return 0 }
    return UInt32(due - now)
  }

  private mutating func send(_ event: Event, _ sent: Unit, _ incident: inout Incident) {
    var unit = sent
    unit.destination = whereabouts(sent)
    unit.arrives = now
    unit.incident = event.subject
    unit.grade = incident.grade
    if event.group == Event.noHandler {
      check(event.value == 0, "telling takes time but nobody")
      enter(.mobilising, unit, event.resource, for: unit.mobilisation)
    } else {
      if let takes = response.dispatchers?.takes { checkDrawn(event.value, takes, "an assignment") }
      enter(.assigned, unit, event.resource, for: event.value)
    }
    incident.units.append(event.resource)
    if incident.reason == .resolved { incident.withdraws = nil }
    incident.regrades = nil
    keep(event.subject, incident)
  }

  mutating func endAssignment(_ event: Event) -> Place? {
    guard let (unit, place) = finished(event, [.assigned]) else { return nil }
    enter(.mobilising, unit, event.resource, for: unit.mobilisation)
    return place
  }

  mutating func setOff(_ event: Event) -> Place? {
    guard let (unit, place) = finished(event, [.mobilising]), let incident = incidents[event.subject] else {
      return nil
    }
    let spot = whereabouts(unit)
    if incident.spot.isSure {
      checkJourney(
        event.value, reckoner.time(spot, incident.spot, isBlueLight: grade(incident).isBlueLight), from: spot)
    }
    let going = travelling(unit, to: incident.spot, for: Milliseconds(event.value))
    enter(.mobile, going, event.resource, for: event.value)
    return place
  }

  mutating func arrive(_ event: Event) -> Place? {
    guard var (unit, place) = finished(event, [.mobile]), var incident = incidents[event.subject] else { return nil }
    if let left = incident.left {
      check(event.value == left.work, "the rest of the work is \(left.work)")
      unit.ordinal = left.ordinal
    } else {
      checkDrawn(event.value, grade(incident).scene, "a scene")
      unit.ordinal = incident.ordinals
      incident.ordinals += 1
    }
    incident.left = nil
    incident.arrivals += 1
    incident.withdraws = nil
    incident.regrades = nil
    incident.rings = nil
    enter(.atScene, unit, event.resource, for: event.value)
    keep(event.subject, incident)
    place.number = UInt64(event.resource)
    return place
  }

  // MARK: Getting done

  private mutating func leaveScene(_ number: UInt16, _ unit: Unit) {
    guard unit.state == .atScene, var incident = incidents[unit.incident] else { return }
    incident.units.removeAll { $0 == number }
    if incident.left == nil, !incident.units.contains(where: { units[$0]?.state == .atScene }) {
      incident.stage = .closing
      incident.enabled = index
    }
    keep(unit.incident, incident)
  }

  private func mayArrest(_ unit: Unit) -> Bool {
    unit.state == .atScene && unit.ordinal == 0 && response.custody != nil && response.grades[unit.grade].arrests > 0
  }

  mutating func goToCustody(_ event: Event) -> Place? {
    guard let (unit, place) = finished(event, [.atScene]) else { return nil }
    check(mayArrest(unit), "nobody is arrested here")
    let spot = whereabouts(unit)
    let times = reckoner.suites.map { reckoner.time(spot, $0, isBlueLight: false) }
    let chosen = times[Int(event.group)]
    if spot.isSure {
      check(times.allSatisfy { $0 > chosen - reckoner.tolerance }, "another suite is nearer")
      check(
        times.prefix(Int(event.group)).allSatisfy { $0 != chosen }
          || !reckoner.hasMatrix, "a suite as near is listed before")
    }
    checkJourney(event.extra, chosen, from: spot)
    check(event.value >= event.extra, "back on the road before arriving")
    if let takes = response.custody?.takes { checkDrawn(event.value - event.extra, takes, "custody") }
    leaveScene(event.resource, unit)
    let going = travelling(unit, to: reckoner.suites[Int(event.group)], for: Milliseconds(event.extra))
    enter(.inCustody, going, event.resource, for: event.value)
    return place
  }

  mutating func beginPaperwork(_ event: Event) -> Place? {
    guard let (unit, place) = finished(event, [.atScene, .inCustody]) else { return nil }
    check(!mayArrest(unit) || response.grades[unit.grade].arrests < 1, "an arrest is forgotten")
    check(unit.ordinal == 0 && response.grades[unit.grade].paperwork != .constant(0), "there is no paperwork")
    checkDrawn(event.value, response.grades[unit.grade].paperwork, "paperwork")
    leaveScene(event.resource, unit)
    enter(.atPaperwork, unit, event.resource, for: event.value)
    return place
  }

  mutating func clear(_ event: Event) -> Place? {
    guard let (unit, place) = finished(event, [.atScene, .inCustody, .atPaperwork]) else { return nil }
    check(!mayArrest(unit) || response.grades[unit.grade].arrests < 1, "an arrest is forgotten")
    check(
      unit.state == .atPaperwork || unit.ordinal > 0 || response.grades[unit.grade].paperwork == .constant(0),
      "paperwork is forgotten")
    leaveScene(event.resource, unit)
    becomeFree(unit, event.resource)
    return place
  }

  mutating func standDown(_ event: Event) -> Place? {
    guard let unit = unit(event, .assigned, .mobilising, .mobile) else { return nil }
    check(unit.incident == event.subject, "stood down from another incident")
    let place = stopComing(event, event.resource)
    becomeFree(unit, event.resource)
    return place
  }

  private mutating func becomeFree(_ done: Unit, _ number: UInt16) {
    let hub = reckoner.hubs[done.hub]
    let way = reckoner.time(whereabouts(done), hub, isBlueLight: false)
    var unit = travelling(done, to: hub, for: Milliseconds(way.rounded()))
    unit.state = .free
    unit.since = now
    unit.due = nil
    unit.enabled = index
    units[number] = unit
  }

  // MARK: Tours

  /// From when to when a free unit may begin its next break: it is due, and the unit at its hub. When it is there is known
  /// as well as where it was when it set off.
  func nextBreak(_ unit: Unit) -> ClosedRange<Milliseconds>? {
    guard let due = unit.breaksDue.first else { return nil }
    let earliest = max(unit.since, due)
    guard unit.origin.isSure else { return earliest...Milliseconds.max }
    let slack = 1 + (unit.origin.isExact ? 0 : Milliseconds((reckoner.tolerance * 1.5).rounded(.up)))
    return max(earliest, unit.arrives - slack)...max(earliest, unit.arrives + slack)
  }

  mutating func goOnBreak(_ event: Event) -> Place? {
    guard var unit = unit(event, .free), let times = nextBreak(unit), let rest = unit.breaks.first else {
      fail("there is no break to take")
      return nil
    }
    check(times.contains(now), "on a break at the wrong time")
    check(unit.end.map { $0 > now } ?? true, "on a break after the tour")
    let length = unit.end.map { min(rest.length, $0 - now) } ?? rest.length
    check(length == Milliseconds(event.value), "the break has the wrong length")
    let place = Place(rank: 2, source: 4, number: UInt64(event.resource), enabled: unit.enabled)
    unit.breaks.removeFirst()
    unit.breaksDue.removeFirst()
    enter(.onBreak, unit, event.resource, for: event.value)
    return place
  }

  mutating func comeBack(_ event: Event) -> Place? {
    guard var unit = unit(event, .onBreak) else { return nil }
    check(unit.due == now, "back at the wrong time")
    check(unit.end.map { $0 > now } ?? true, "back after the tour")
    let place = Place(rank: 0, source: 4, number: UInt64(event.resource), enabled: unit.enabled)
    unit.origin = reckoner.hubs[unit.hub]
    unit.destination = unit.origin
    unit.arrives = now
    unit.departed = now
    unit.state = .free
    unit.since = now
    unit.due = nil
    unit.enabled = index
    skipBreaks(&unit)
    units[event.resource] = unit
    return place
  }

  mutating func signOff(_ event: Event) -> Place? {
    guard let unit = unit(event, .free, .onBreak) else { return nil }
    if unit.state == .free {
      check(unit.end.map { max(unit.since, $0) } == now, "signed off at the wrong time")
    } else {
      check(unit.due == now && unit.end.map { $0 <= now } ?? false, "signed off from a break at the wrong time")
    }
    units[event.resource] = nil
    return Place(rank: 2, source: 4, number: UInt64(event.resource), enabled: unit.enabled)
  }
}
