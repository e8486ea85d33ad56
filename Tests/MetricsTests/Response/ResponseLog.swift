import ContactCentre
import DiscreteEvents
import Metrics

/// A log of incidents, units and dispatchers made up at random, but in which everything that happens can happen then.
///
/// Nobody decides anything well here: units are sent to whatever waits, called away, stood down and sent on breaks by
/// throws of dice. Two and a half days, so that tours, breaks and incidents lie across every edge of the window.
struct ResponseLog {
  private struct Incident {
    let number: UInt32
    var grade: UInt8
    var isAttended = false
    var isBooked = false
    var units: Set<UInt16> = []
  }

  private enum Doing: Equatable {
    case free, onBreak
    case assigned(UInt32), mobile(UInt32), atScene(UInt32), custody(UInt32), paperwork(UInt32)
  }

  private struct Unit {
    let number: UInt16
    let plannedEnd: Milliseconds
    var doing = Doing.free
  }

  private(set) var events: [Event] = []
  private var random: RandomStream
  private var now: Milliseconds = 0
  private var incidents: [Incident] = []
  private var units: [Unit] = []
  /// What dispatchers are busy telling: position, unit, incident.
  private var assignments: [(handler: UInt16, unit: UInt16, incident: UInt32)] = []
  private var dispatchers: [UInt16] = []
  private var nextIncident: UInt32 = 0
  private var nextContact: UInt32 = 0
  /// What is to open from contacts that were answered.
  private var coming: [(contact: UInt32, grade: UInt8, opens: Milliseconds)] = []
  private var nextUnit: UInt16 = 0
  private let hasDesk: Bool

  init(_ plan: Plan, seed: UInt64) {
    random = RandomKey(seed: seed).stream(7)
    hasDesk = plan.scenario.response?.dispatchers != nil
    if hasDesk {
      for position in UInt16(10)..<14 {
        dispatchers.append(position)
        events.append(
          .handlerSignedOn(
            at: 0, duty: 0, handler: position, team: UInt16(plan.scenario.teams.count), length: Event.endless,
            shift: Event.noShift))
      }
    }
    while true {
      // Some things happen at one instant.
      if dice(4) > 0 { now += Milliseconds(dice(600_000)) }
      guard now < plan.end else { return }
      openWhatCame()
      step(opensNew: now < plan.windowEnd)
    }
  }

  private mutating func dice(_ sides: Int) -> Int { Int(random.next() % UInt64(sides)) }

  private mutating func step(opensNew: Bool) {
    switch dice(12) {
    case 0 where opensNew: openFromContact()
    case 1 where opensNew:
      events.append(.incidentLogged(at: now, incident: nextIncident, source: 0, cell: 0, index: nextIncident))
      open(contact: Event.noContact)
    case 2: signOn()
    case 3: changeIncident()
    case 5: keepAppointment()
    case 4 where !assignments.isEmpty:
      let done = assignments.remove(at: dice(assignments.count))
      events.append(.assignmentEnded(at: now, unit: done.unit, incident: done.incident, handler: done.handler))
      dispatchers.append(done.handler)
    default: moveUnit()
    }
  }

  /// A contact that may be diverted and may have a wrap-up becomes an incident; between its events little time passes.
  private mutating func openFromContact() {
    let contact = newContact()
    let isDiverted = dice(2) == 0
    events.append(.contactArrived(at: now, contact: contact, channel: isDiverted ? 1 : 0, cell: 0, index: contact))
    now += Milliseconds(dice(60_000))
    if isDiverted { events.append(.contactDiverted(at: now, contact: contact, channel: 0, stage: 0)) }
    now += Milliseconds(dice(60_000))
    // What comes of it may open when others have long taken its place.
    let opensAfter = dice(3) == 0 ? Milliseconds(dice(20_000_000)) : nil
    let grade = UInt8(dice(2))
    events.append(
      .contactAnswered(
        at: now, contact: contact, handler: 0, work: 1, interrupts: false, grade: opensAfter.map { _ in grade },
        opensAfter: UInt32(opensAfter ?? 0)))
    if let opensAfter { coming.append((contact, grade, now + opensAfter)) }
    now += Milliseconds(dice(300_000))
    if dice(3) == 0 {
      events.append(.workResumed(at: now, contact: contact, handler: 0, interruption: UInt32(dice(10_000))))
    }
    let wrapUp = UInt32(dice(2))
    events.append(.handlingEnded(at: now, contact: contact, handler: 0, wrapUp: wrapUp, outcome: 0))
    if dice(3) == 0 { handOn(contact) } else if opensAfter == nil { open(contact: contact) }
    now += Milliseconds(dice(60_000))
    if wrapUp > 0 { events.append(.wrapUpEnded(at: now, contact: contact, handler: 0)) }
  }

  /// Another contact takes over, and becomes an incident.
  private mutating func handOn(_ contact: UInt32) {
    let next = newContact()
    events.append(
      .contactTransferred(at: now, contact: next, channel: 0, previous: contact, isWarm: false, briefing: 0))
    now += Milliseconds(dice(60_000))
    events.append(.contactAnswered(at: now, contact: next, handler: 1, work: 1))
    now += Milliseconds(dice(300_000))
    events.append(.handlingEnded(at: now, contact: next, handler: 1, wrapUp: 0, outcome: 0))
    open(contact: next)
  }

  /// The number of a contact that comes: the next, or one that takes the place of the latest in a ring of 1,024.
  private mutating func newContact() -> UInt32 {
    defer { nextContact += dice(2) == 0 ? 1 : 1_024 }
    return nextContact
  }

  /// What was to come of contacts by now has opened.
  private mutating func openWhatCame() {
    for next in coming.filter({ $0.opens <= now }) { open(contact: next.contact, grade: next.grade) }
    coming.removeAll { $0.opens <= now }
  }

  private mutating func open(contact: UInt32) { open(contact: contact, grade: UInt8(dice(2))) }

  private mutating func open(contact: UInt32, grade: UInt8) {
    events.append(.opened(nextIncident, at: now, grade: grade, contact: contact))
    let isBooked = dice(4) == 0
    if isBooked { events.append(.appointmentMade(at: now, incident: nextIncident, delay: 1)) }
    incidents.append(Incident(number: nextIncident, grade: grade, isBooked: isBooked))
    nextIncident += 1
  }

  /// The hour of an appointment comes.
  private mutating func keepAppointment() {
    let booked = incidents.indices.filter { incidents[$0].isBooked }
    guard !booked.isEmpty else { return }
    let index = booked[dice(booked.count)]
    incidents[index].isBooked = false
    events.append(.appointmentCame(at: now, incident: incidents[index].number))
  }

  private mutating func signOn() {
    guard units.count < 8 else { return }
    let length = Milliseconds(1 + dice(12)) * .hour
    let officers = 1 + dice(2)
    events.append(
      .signedOn(
        nextUnit, at: now, hub: UInt16(dice(2)), officers: officers, onOvertime: dice(officers + 1), for: length))
    units.append(Unit(number: nextUnit, plannedEnd: now + length))
    nextUnit += 1
  }

  /// Something happens to an incident to which nobody has come.
  private mutating func changeIncident() {
    let waiting = incidents.indices.filter { !incidents[$0].isAttended && !incidents[$0].isBooked }
    guard !waiting.isEmpty else { return }
    let index = waiting[dice(waiting.count)]
    let incident = incidents[index]
    switch dice(8) {
    case 0, 1:
      events.append(.incidentClosed(at: now, incident: incident.number, end: dice(2) == 0 ? .cancelled : .resolved))
      for place in units.indices where incident.units.contains(units[place].number) {
        events.append(
          .unitStoodDown(
            at: now, unit: units[place].number, incident: incident.number, handler: Event.noHandler))
        units[place].doing = .free
      }
      incidents.remove(at: index)
    case 2:
      events.append(
        .contactRangAgain(
          at: now, contact: newContact(), channel: 0, incident: incident.number, attempt: 1, next: Event.endless))
    default:
      incidents[index].grade = 1 - incident.grade
      events.append(.incidentRegraded(at: now, incident: incident.number, grade: incidents[index].grade))
    }
  }

  private mutating func moveUnit() {
    guard !units.isEmpty else { return }
    let place = dice(units.count)
    let unit = units[place].number
    switch units[place].doing {
    case .free where now >= units[place].plannedEnd:
      events.append(.unitSignedOff(at: now, unit: unit))
      units.remove(at: place)
    case .free where dice(6) == 0:
      events.append(.unitWentOnBreak(at: now, unit: unit, length: 1))
      units[place].doing = .onBreak
    case .free: send(place, from: nil)
    case .onBreak:
      events.append(.unitReturned(at: now, unit: unit))
      units[place].doing = .free
    case .assigned(let incident):
      if dice(4) == 0 { return send(place, from: incident) }
      events.append(.unitMobile(at: now, unit: unit, incident: incident, journey: 1))
      units[place].doing = .mobile(incident)
    case .mobile(let incident):
      if dice(4) == 0 { return send(place, from: incident) }
      events.append(.arrived(unit, at: incident, at: now))
      units[place].doing = .atScene(incident)
      if let index = incidents.firstIndex(where: { $0.number == incident }) { incidents[index].isAttended = true }
    case .atScene(let incident):
      switch dice(5) {
      case 0: send(place, from: incident)
      case 1:
        events.append(.unitWentToCustody(at: now, unit: unit, incident: incident, suite: 0, journey: 1, duration: 1))
        units[place].doing = .custody(incident)
      case 2: write(place, incident)
      default: clear(place, incident)
      }
    case .custody(let incident): if dice(2) == 0 { write(place, incident) } else { clear(place, incident) }
    case .paperwork(let incident): clear(place, incident)
    }
  }

  /// Sends a unit to an incident that has not closed and is not booked, other than `previous`, which it leaves.
  private mutating func send(_ place: Int, from previous: UInt32?) {
    let others = incidents.indices.filter { incidents[$0].number != previous && !incidents[$0].isBooked }
    guard !others.isEmpty, !hasDesk || !dispatchers.isEmpty else { return }
    let index = others[dice(others.count)]
    let unit = units[place].number
    let incident = incidents[index].number
    var handler = Event.noHandler
    if hasDesk {
      handler = dispatchers.remove(at: dice(dispatchers.count))
      assignments.append((handler, unit, incident))
    }
    if let previous {
      events.append(.diverted(unit, from: previous, to: incident, at: now, handler: handler))
      leave(unit, previous)
    } else {
      events.append(.assigned(unit, to: incident, at: now, handler: handler))
    }
    incidents[index].units.insert(unit)
    units[place].doing = .assigned(incident)
  }

  private mutating func write(_ place: Int, _ incident: UInt32) {
    events.append(.unitBeganPaperwork(at: now, unit: units[place].number, incident: incident, duration: 1))
    units[place].doing = .paperwork(incident)
  }

  /// A unit is free; an attended incident without a unit closes.
  private mutating func clear(_ place: Int, _ incident: UInt32) {
    events.append(.unitCleared(at: now, unit: units[place].number, incident: incident))
    units[place].doing = .free
    leave(units[place].number, incident)
    guard let index = incidents.firstIndex(where: { $0.number == incident }), incidents[index].units.isEmpty else {
      return
    }
    events.append(.incidentClosed(at: now, incident: incident, end: .attended))
    incidents.remove(at: index)
  }

  private mutating func leave(_ unit: UInt16, _ incident: UInt32) {
    if let index = incidents.firstIndex(where: { $0.number == incident }) { incidents[index].units.remove(unit) }
  }
}
