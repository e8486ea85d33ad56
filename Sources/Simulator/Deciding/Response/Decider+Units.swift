import ContactCentre
import DiscreteEvents

extension Decider {
  /// Something that a unit waits for is due.
  func decide(aboutUnit number: UInt16, at time: Milliseconds) -> Event? {
    guard let rules = world.pointee.tables.response else { return nil }
    let unit = world.pointee.response.units[number]
    let incident = unit.pointee.incident
    switch unit.pointee.state {
    case .assigned:
      return .assignmentEnded(at: time, unit: number, incident: incident, handler: unit.pointee.handler)
    case .mobilising:
      return .unitMobile(at: time, unit: number, incident: incident, journey: drawJourney(unit, rules, at: time))
    case .mobile:
      return .unitAtScene(at: time, unit: number, incident: incident, duration: drawScene(unit, rules))
    case .atScene:
      if let journey = decideCustody(number, unit, rules, at: time) { return journey }
      return finish(number, unit, rules, at: time)
    case .inCustody:
      return finish(number, unit, rules, at: time)
    case .atPaperwork:
      return .unitCleared(at: time, unit: number, incident: incident)
    case .free where time >= unit.pointee.end:
      return .unitSignedOff(at: time, unit: number)
    case .free:
      let rest = unit.pointee.end - time
      let length = world.pointee.breakRule(unit).map { min($0.length, rest) } ?? 0
      return .unitWentOnBreak(at: time, unit: number, length: UInt32(clamping: length))
    case .onBreak where time >= unit.pointee.end:
      return .unitSignedOff(at: time, unit: number)
    case .onBreak:
      return .unitReturned(at: time, unit: number)
    case .away:
      return nil  // It waits for nothing, so the calendar holds nothing of it.
    }
  }

  /// A duty begins: its unit signs on under the lowest number not in use.
  func decideUnitDuty(_ duty: Duty, hub: UInt16, length: UInt32) -> Event? {
    // A force with more units than there are numbers cannot be simulated; the scenario's limits keep it from here.
    guard let unit = world.pointee.response.units.unused() else { return nil }
    return .unitSignedOn(
      at: duty.start, duty: world.pointee.dutiesBegun, unit: unit, hub: hub, crew: duty.crew, length: length,
      shift: duty.shift, turn: duty.turn)
  }

  // MARK: Journeys

  /// From where the unit is to its incident, by the hour and by chance.
  private func drawJourney(
    _ unit: UnsafePointer<UnitRecord>, _ rules: UnsafePointer<ResponseTables>, at start: Milliseconds
  ) -> UInt32 {
    let incident = world.pointee.response.incidents[unit.pointee.incident]
    let isBlueLight = rules.pointee.grades[Int(unit.pointee.grade)].isBlueLight
    let time = rules.pointee.journeys.time(
      from: unit.pointee.whereabouts(at: start), to: incident.pointee.place, isBlueLight: isBlueLight)
    return journey(
      time, unit.pointee.key, Purpose.journey(departure: incident.pointee.departures &- 1), rules, at: start)
  }

  private func journey(
    _ time: Double, _ key: UInt64, _ purpose: UInt64, _ rules: UnsafePointer<ResponseTables>, at start: Milliseconds
  ) -> UInt32 {
    let chance = withUnsafePointer(to: rules.pointee.journeyFactor) {
      Self.draw($0, RandomKey(bits: key).stream(purpose))
    }
    let length = time * rules.pointee.journeys.hourFactor(at: start) * chance
    return UInt32(clamping: min(Event.longest, Milliseconds(nearestTo: min(1e12, length))))
  }

  // MARK: At the scene and after

  /// What another unit left undone when it was called away, else as drawn.
  private func drawScene(_ unit: UnsafePointer<UnitRecord>, _ rules: UnsafePointer<ResponseTables>) -> UInt32 {
    let incident = world.pointee.response.incidents[unit.pointee.incident]
    if incident.pointee.sceneLeft > 0 { return incident.pointee.sceneLeft }
    return drawDuration(
      unit.pointee.key, sampler(unit, rules, GradeRule.scene), Purpose.scene(unit: incident.pointee.arrivals))
  }

  /// Off to the nearest custody suite, if somebody is arrested and the unit came first; of two as near, the one listed
  /// first.
  private func decideCustody(
    _ number: UInt16, _ unit: UnsafePointer<UnitRecord>, _ rules: UnsafePointer<ResponseTables>, at time: Milliseconds
  ) -> Event? {
    let ordinal = unit.pointee.ordinal
    let arrests = rules.pointee.grades[Int(unit.pointee.grade)].arrests
    guard ordinal == 0, arrests > 0, rules.pointee.suiteCount > 0 else { return nil }
    var stream = RandomKey(bits: unit.pointee.key).stream(Purpose.arrest(unit: ordinal))
    guard stream.uniform() < arrests else { return nil }
    let start = unit.pointee.whereabouts(at: time)
    var suite = 0
    var shortest = Double.infinity
    for candidate in 0..<rules.pointee.suiteCount {
      let journey = rules.pointee.journeys.time(from: start, to: rules.pointee.suites[candidate], isBlueLight: false)
      if journey < shortest { (suite, shortest) = (candidate, journey) }
    }
    let travel = journey(shortest, unit.pointee.key, Purpose.custodyJourney(unit: ordinal), rules, at: time)
    let stay = draw(unit.pointee.key, rules.pointee.custody, Purpose.custody(unit: ordinal))
    return .unitWentToCustody(
      at: time, unit: number, incident: unit.pointee.incident, suite: UInt16(suite), journey: travel,
      duration: UInt32(clamping: min(Event.longest, Milliseconds(travel) + Milliseconds(stay))))
  }

  /// Paperwork, if the unit came first and has any; else it is clear.
  private func finish(
    _ number: UInt16, _ unit: UnsafePointer<UnitRecord>, _ rules: UnsafePointer<ResponseTables>, at time: Milliseconds
  ) -> Event {
    let incident = unit.pointee.incident
    guard unit.pointee.ordinal == 0, rules.pointee.grades[Int(unit.pointee.grade)].hasPaperwork else {
      return .unitCleared(at: time, unit: number, incident: incident)
    }
    let duration = drawDuration(
      unit.pointee.key, sampler(unit, rules, GradeRule.paperwork), Purpose.paperwork(unit: unit.pointee.ordinal))
    return .unitBeganPaperwork(at: time, unit: number, incident: incident, duration: duration)
  }

  private func sampler(
    _ unit: UnsafePointer<UnitRecord>, _ rules: UnsafePointer<ResponseTables>, _ kind: Int
  ) -> UnsafePointer<Sampler> {
    UnsafePointer(rules.pointee.samplers + (Int(unit.pointee.grade) * GradeRule.samplerCount + kind))
  }
}
