import ContactCentre
import DiscreteEvents

// Incidents and units as bytes, and back: the part of ``World/write(to:)`` where a scenario has a response.
extension World {
  func writeResponse(to writer: inout StateWriter) {
    guard let rules = tables.response else { return }
    writer.put(response.incidentsNumbered)
    let live = response.incidents.live.sorted { $0.number < $1.number }
    writer.put(live.count)
    for incident in live { incident.write(to: &writer) }
    let units = response.units.onDuty
    writer.put(units.count)
    for unit in units {
      writer.put(UInt16(unit - response.units.records))
      unit.pointee.write(to: &writer)
    }
    for list in 0..<rules.pointee.gradeCount * 2 {
      let queue = response.queues[list]
      for number in [queue.head, queue.tail, queue.count] { writer.put(number) }
    }
  }

  mutating func readResponse(from reader: inout StateReader) throws(SnapshotFault) {
    guard let rules = tables.response else { return }
    response.incidentsNumbered = try reader.take()
    let live = try reader.takeCount()
    for _ in 0..<live {
      let record = try IncidentRecord(from: &reader, tables: tables, rules: rules)
      guard record.number < response.incidentsNumbered, response.incidentsNumbered - record.number <= 1 << 22,
        response.incidents[record.number].pointee.number != record.number
      else { throw SnapshotFault() }
      response.incidents.admit(record.number).pointee = record
      if record.moment != Calendar.never { scheduleIncident(record.number, at: record.moment) }
    }
    for _ in 0..<(try reader.takeCount()) { try readUnit(rules, from: &reader) }
    for list in 0..<rules.pointee.gradeCount * 2 {
      let queue = response.queues + list
      queue.pointee.head = try reader.take()
      queue.pointee.tail = try reader.take()
      queue.pointee.count = try reader.take(below: live + 1)
      if queue.pointee.head != noIncident { response.listsWaiting |= 1 << UInt64(list) }
    }
    // Numbers of units may point to any that is on duty, now that all are known.
    for unit in response.units.onDuty {
      for number in [unit.pointee.next, unit.pointee.previous]
      where number != noUnit && Int(number) >= response.units.count { throw SnapshotFault() }
      let handler = unit.pointee.handler
      guard handler == noHandler || Int(handler) < handlers.count else { throw SnapshotFault() }
    }
    for incident in response.incidents.live
    where incident.unit != noUnit && Int(incident.unit) >= response.units.count { throw SnapshotFault() }
    refreshDispatch()
  }

  private mutating func readUnit(
    _ rules: UnsafePointer<ResponseTables>, from reader: inout StateReader
  ) throws(SnapshotFault) {
    let number = try reader.take(below: Int(noUnit)) as UInt16
    let record = try UnitRecord(from: &reader, tables: tables, rules: rules)
    response.units.occupy(number)
    guard response.units[number].pointee.state == .away, record.state != .away else { throw SnapshotFault() }
    response.units[number].pointee = record
    if record.moment != Calendar.never { scheduleForce(Owner.unit(number), at: record.moment) }
    if record.state == .free { response.units.setFree(number, true) }
    if record.isDivertible {
      response.units.setDivertible(number, true)
      response.countDivertible(record.grade, 1)
    }
    if record.state == .atScene {
      response.units.setAtScene(number, true)
      response.countAtScene(record.grade, 1)
    }
  }
}

extension Whereabouts {
  func write(to writer: inout StateWriter) {
    for number in [point.x, point.y, point.z, share] { writer.put(number) }
    writer.put(from)
    writer.put(to)
  }

  init(from reader: inout StateReader, rules: UnsafePointer<ResponseTables>) throws(SnapshotFault) {
    let point = EarthPoint(x: try reader.takeDouble(), y: try reader.takeDouble(), z: try reader.takeDouble())
    let length = point.x * point.x + point.y * point.y + point.z * point.z
    let share = try reader.takeDouble()
    guard abs(length - 1) < 1e-6, (0...1).contains(share) else { throw SnapshotFault() }
    self.init(at: point, place: try reader.take(below: rules.pointee.journeys.placeCount))
    self.share = share
    to = try reader.take(below: rules.pointee.journeys.placeCount)
  }
}

extension IncidentRecord {
  func write(to writer: inout StateWriter) {
    writer.put(key)
    place.write(to: &writer)
    writer.put(opened)
    writer.put(moment)
    for time in [withdrawsAt, regradesAt, ringsAt] { writer.put(time) }
    for number in [number, contact, row, next, previous, sceneLeft] { writer.put(number) }
    writer.put(source)
    writer.put(unit)
    for byte in [
      grade, state.rawValue, reason, wanted, enRoute, atScene, stayed, arrivals, leftBy, departures, rings, assessments,
      list,
    ] { writer.put(byte) }
  }

  init(
    from reader: inout StateReader, tables: PlanTables, rules: UnsafePointer<ResponseTables>
  ) throws(SnapshotFault) {
    self = .gone
    key = try reader.take()
    place = try Whereabouts(from: &reader, rules: rules)
    opened = try reader.takeTime()
    moment = try reader.takeMoment()
    withdrawsAt = try reader.takeTimeOrNone()
    regradesAt = try reader.takeTimeOrNone()
    ringsAt = try reader.takeTimeOrNone()
    number = try reader.take()
    contact = try reader.take()
    row = try reader.take()
    next = try reader.take()
    previous = try reader.take()
    sceneLeft = try reader.take()
    source = try reader.take(below: tables.channelCount + rules.pointee.logCount)
    unit = try reader.take()
    grade = try reader.take(below: rules.pointee.gradeCount)
    state = try reader.takeState()
    reason = try reader.take(below: IncidentEnd.allCases.count)
    wanted = try reader.take()
    enRoute = try reader.take()
    atScene = try reader.take()
    stayed = try reader.take()
    arrivals = try reader.take()
    leftBy = try reader.take()
    departures = try reader.take()
    rings = try reader.take()
    assessments = try reader.take()
    list = try reader.take()
    let rows =
      Int(source) < tables.channelCount
      ? tables.channels[Int(source)].traceCount
      : rules.pointee.logs[Int(source) - tables.channelCount].traceCount
    guard state != .gone, row == noContact || Int(row) < rows,
      list == Self.noList || Int(list) < rules.pointee.gradeCount * 2
    else { throw SnapshotFault() }
  }
}

extension UnitRecord {
  func write(to writer: inout StateWriter) {
    origin.write(to: &writer)
    destination.write(to: &writer)
    writer.put(departed)
    writer.put(arrives)
    writer.put(key)
    for time in [start, end, since] { writer.put(time) }
    writer.put(moment)
    for number in [duty, incident, mobilisation] { writer.put(number) }
    for number in [shift, turn, hub, handler, next, previous] { writer.put(number) }
    for byte in [state.rawValue, role, grade, ordinal, nextBreak] { writer.put(byte) }
  }

  init(
    from reader: inout StateReader, tables: PlanTables, rules: UnsafePointer<ResponseTables>
  ) throws(SnapshotFault) {
    self = .away
    origin = try Whereabouts(from: &reader, rules: rules)
    destination = try Whereabouts(from: &reader, rules: rules)
    departed = try reader.takeTime()
    arrives = try reader.takeTime()
    key = try reader.take()
    start = try reader.takeTime()
    end = try reader.takeTimeOrNone()
    since = try reader.takeTime()
    moment = try reader.takeMoment()
    duty = try reader.take()
    incident = try reader.take()
    mobilisation = try reader.take()
    shift = try reader.takeShift(tables)
    turn = try reader.take()
    hub = try reader.take(below: rules.pointee.hubCount)
    handler = try reader.take()
    next = try reader.take()
    previous = try reader.take()
    state = try reader.takeState()
    role = try reader.take(below: 2)
    grade = try reader.take(below: rules.pointee.gradeCount)
    ordinal = try reader.take()
    nextBreak = try reader.take()
    guard departed >= 0, departed <= arrives else { throw SnapshotFault() }
  }
}
