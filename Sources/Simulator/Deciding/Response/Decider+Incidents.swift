import ContactCentre
import DiscreteEvents

extension Decider {
  /// An incident was logged that no contact raised.
  @inline(never)
  func decideLog(_ place: TapePlace) -> Event {
    .incidentLogged(
      at: place.time, incident: world.pointee.response.incidentsNumbered,
      source: place.source - UInt16(world.pointee.tables.channelCount), cell: place.cell, index: place.index)
  }

  /// Something that an incident waits for is due.
  func decide(aboutIncident number: UInt32, at time: Milliseconds) -> Event? {
    guard let rules = world.pointee.tables.response else { return nil }
    let incident = UnsafePointer(world.pointee.response.incidents[number])
    let grade = rules.pointee.grades + Int(incident.pointee.grade)
    switch incident.pointee.state {
    case .coming:
      return open(incident, rules, at: time)
    case .unassessed:
      return assess(incident, rules, at: time)
    case .unbooked:
      let purpose = Purpose.appointment(assessment: incident.pointee.assessments &- 1)
      return .appointmentMade(
        at: time, incident: number, delay: draw(incident, sampler(incident, rules, GradeRule.appointment), purpose))
    case .booked:
      return .appointmentCame(at: time, incident: number)
    case .closing:
      if incident.pointee.enRoute > 0 { return standDown(incident, at: time) }
      return .incidentClosed(at: time, incident: number, end: end(of: incident))
    case .open:
      if incident.pointee.withdrawsAt <= time {
        if incident.pointee.enRoute > 0 { return standDown(incident, at: time) }
        return .incidentClosed(at: time, incident: number, end: end(of: incident))
      }
      if incident.pointee.regradesAt <= time {
        return .incidentRegraded(at: time, incident: number, grade: grade.pointee.regradeTo)
      }
      let rings = incident.pointee.rings &+ 1
      return .contactRangAgain(
        at: time, contact: world.pointee.contactsNumbered, channel: grade.pointee.ringChannel, incident: number,
        attempt: rings, next: drawRing(incident, grade, rings: rings, rules))
    case .gone:
      return nil  // It waits for nothing, so the calendar holds nothing of it.
    }
  }

  private func end(of incident: UnsafePointer<IncidentRecord>) -> IncidentEnd {
    incident.pointee.isAttended ? .attended : IncidentEnd(rawValue: incident.pointee.reason) ?? .cancelled
  }

  /// The unit that was sent last, of those on the way, is stood down first.
  private func standDown(_ incident: UnsafePointer<IncidentRecord>, at time: Milliseconds) -> Event? {
    var unit = incident.pointee.unit
    while unit != noUnit {
      let record = world.pointee.response.units[unit]
      if record.pointee.state != .atScene {
        return .unitStoodDown(
          at: time, unit: unit, incident: incident.pointee.number, handler: record.pointee.handler)
      }
      unit = record.pointee.next
    }
    return nil
  }

  // MARK: Opening

  /// Where it is, and of a log, how grave: as recorded, else as drawn.
  private func open(
    _ incident: UnsafePointer<IncidentRecord>, _ rules: UnsafePointer<ResponseTables>, at time: Milliseconds
  ) -> Event {
    let entry = recorded(incident, rules)
    var latitude = entry?.latitude ?? .nan
    var longitude = entry?.longitude ?? .nan
    if latitude.isNaN || longitude.isNaN { (latitude, longitude) = drawLocation(incident, rules) }
    var grade = incident.pointee.grade
    let log = Int(incident.pointee.source) - world.pointee.tables.channelCount
    if log >= 0 { grade = drawGrade(incident, rules.pointee.logs[log], entry, rules) }
    return .incidentOpened(
      at: time, incident: incident.pointee.number, contact: incident.pointee.contact, grade: grade,
      latitude: EarthPoint.coordinate(latitude), longitude: EarthPoint.coordinate(longitude))
  }

  /// An area by its weight, and a point on its disc, evenly.
  private func drawLocation(
    _ incident: UnsafePointer<IncidentRecord>, _ rules: UnsafePointer<ResponseTables>
  ) -> (latitude: Double, longitude: Double) {
    let share = uniform(incident, Purpose.area)
    var area = rules.pointee.areas
    while share >= area.pointee.share, area < rules.pointee.areas + (rules.pointee.areaCount - 1) { area += 1 }
    let distance = uniform(incident, Purpose.distance).squareRoot()
    let direction = uniform(incident, Purpose.direction) * (2 * Double.pi)
    return (
      area.pointee.latitude + area.pointee.north * distance * PortableMath.cos(direction),
      area.pointee.longitude + area.pointee.east * distance * PortableMath.sin(direction)
    )
  }

  private func drawGrade(
    _ incident: UnsafePointer<IncidentRecord>, _ log: LogRule, _ entry: TraceEntry?,
    _ rules: UnsafePointer<ResponseTables>
  ) -> UInt8 {
    let shares = rules.pointee.logShares + log.firstShare
    if let recorded = entry?.outcome, recorded >= 0 { return shares[recorded].grade }
    let share = uniform(incident, Purpose.logGrade)
    var index = 0
    while index < log.shareCount - 1, share >= shares[index].share { index += 1 }
    return shares[index].grade
  }

  /// What the trace says of an incident, or of the contact it opened from; nil if it was not recorded.
  private func recorded(
    _ incident: UnsafePointer<IncidentRecord>, _ rules: UnsafePointer<ResponseTables>
  ) -> TraceEntry? {
    if incident.pointee.row == noContact { return nil }
    let source = Int(incident.pointee.source)
    let channels = world.pointee.tables.channelCount
    if source < channels { return world.pointee.tables.channels[source].trace?[Int(incident.pointee.row)] }
    return rules.pointee.logs[source - channels].trace?[Int(incident.pointee.row)]
  }

  // MARK: Assessing

  /// How many units it wants, and what becomes of it if nobody comes. Cancelled and resolved exclude each other: one draw
  /// decides between them and neither.
  private func assess(
    _ incident: UnsafePointer<IncidentRecord>, _ rules: UnsafePointer<ResponseTables>, at time: Milliseconds
  ) -> Event {
    let rule = rules.pointee.grades + Int(incident.pointee.grade)
    let number = incident.pointee.assessments
    let share = uniform(incident, Purpose.withdrawal(assessment: number))
    var reason = IncidentEnd.attended
    var withdrawal = Event.endless
    if share < rule.pointee.cancelledShare {
      reason = .cancelled
      let sampler = sampler(incident, rules, GradeRule.cancelled)
      withdrawal = draw(incident, sampler, Purpose.withdrawalTime(assessment: number))
    } else if share - rule.pointee.cancelledShare < rule.pointee.resolvedShare {
      reason = .resolved
      let sampler = sampler(incident, rules, GradeRule.resolved)
      withdrawal = draw(incident, sampler, Purpose.withdrawalTime(assessment: number))
    }
    var regrade = Event.endless
    if rule.pointee.regradeShare > 0,
      uniform(incident, Purpose.regrade(assessment: number)) < rule.pointee.regradeShare
    {
      let sampler = sampler(incident, rules, GradeRule.regrade)
      regrade = draw(incident, sampler, Purpose.regradeTime(assessment: number))
    }
    return .incidentAssessed(
      at: time, incident: incident.pointee.number, units: drawUnits(incident, rule, rules), reason: reason,
      withdrawal: withdrawal, regrade: regrade, ring: drawRing(incident, rule, rings: incident.pointee.rings, rules))
  }

  private func drawUnits(
    _ incident: UnsafePointer<IncidentRecord>, _ rule: UnsafePointer<GradeRule>,
    _ rules: UnsafePointer<ResponseTables>
  ) -> UInt8 {
    if rule.pointee.shareCount == 1 { return 1 }
    let shares = rules.pointee.unitShares + rule.pointee.firstShare
    let share = uniform(incident, Purpose.unitsWanted(assessment: incident.pointee.assessments))
    var units = 0
    while units < rule.pointee.shareCount - 1, share >= shares[units] { units += 1 }
    return UInt8(units + 1)
  }

  /// In how long a caller who has rung again `rings` times would do so once more. Nobody rings about an incident that no
  /// contact raised.
  private func drawRing(
    _ incident: UnsafePointer<IncidentRecord>, _ rule: UnsafePointer<GradeRule>, rings: UInt8,
    _ rules: UnsafePointer<ResponseTables>
  ) -> UInt32 {
    guard incident.pointee.contact != noContact, rings < rule.pointee.ringsAtMost,
      uniform(incident, Purpose.ring(rings)) < rule.pointee.ringProbability
    else { return Event.endless }
    return draw(incident, sampler(incident, rules, GradeRule.ring), Purpose.ringTime(rings))
  }

  // MARK: Drawing

  func uniform(_ incident: UnsafePointer<IncidentRecord>, _ purpose: UInt64) -> Double {
    var stream = RandomKey(bits: incident.pointee.key).stream(purpose)
    return stream.uniform()
  }

  private func draw(
    _ incident: UnsafePointer<IncidentRecord>, _ sampler: UnsafePointer<Sampler>, _ purpose: UInt64
  ) -> UInt32 {
    drawDuration(incident.pointee.key, sampler, purpose)
  }

  /// A length of time from a distribution in seconds, as an event carries it.
  func draw(_ key: UInt64, _ sampler: Sampler, _ purpose: UInt64) -> UInt32 {
    withUnsafePointer(to: sampler) { drawDuration(key, $0, purpose) }
  }

  /// The same, of a distribution that stays where it is.
  @inline(always)
  func drawDuration(_ key: UInt64, _ sampler: UnsafePointer<Sampler>, _ purpose: UInt64) -> UInt32 {
    Self.duration(seconds: Self.draw(sampler, RandomKey(bits: key).stream(purpose)))
  }

  private func sampler(
    _ incident: UnsafePointer<IncidentRecord>, _ rules: UnsafePointer<ResponseTables>, _ kind: Int
  ) -> UnsafePointer<Sampler> {
    UnsafePointer(rules.pointee.samplers + (Int(incident.pointee.grade) * GradeRule.samplerCount + kind))
  }
}
