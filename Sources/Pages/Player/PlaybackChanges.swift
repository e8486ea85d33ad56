import ContactCentre
import DiscreteEvents
import Simulator

/// What is known of the world of a run, and what is written when it has become different.
struct PlaybackChanges {
  private struct Contact: Equatable {
    var state: Int
    var channel: Int
    var handler: Int

    init(_ view: WorldView.Contact) {
      state = PlaybackChanges.number(of: view)
      channel = view.channel
      handler = view.handler ?? -1
    }
  }

  private struct Unit: Equatable {
    var state: Int
    var incident: UInt32?
    var arrival: Milliseconds
  }

  private struct Incident: Equatable {
    var state: Int
    var grade: Int
  }

  private(set) var writer = ChangeWriter()
  private var contacts: [UInt32: Contact] = [:]
  private var handlers: [Int: Int] = [:]
  private var units: [Int: Unit] = [:]
  private var incidents: [UInt32: Incident] = [:]
  private var waits: WaitClock
  private var lastIncident = 0

  init(_ plan: Plan) { waits = WaitClock(plan.scenario.channels) }

  /// Notes what is different after `event`, of all it may be about.
  mutating func note(_ event: Event, _ simulation: borrowing Simulation) {
    waits.note(event)
    note(contact: event.subject, event, event.time, simulation)
    // Of a contact that follows from another, that one; of any other event, whatever happens to have that number.
    note(contact: event.value, event, event.time, simulation)
    note(handler: event.resource, event, event.time, simulation)
    note(handler: event.group, event, event.time, simulation)
    // Incidents before units, which say where those go.
    note(incident: event.subject, event, event.time, simulation)
    note(incident: event.extra, event, event.time, simulation)
    note(incident: event.value, event, event.time, simulation)
    note(unit: event.resource, event, event.time, simulation)
  }

  /// Notes what is different in all of `world`.
  mutating func note(_ world: WorldView, _ simulation: borrowing Simulation) {
    let time = max(world.time, lastTime)
    let event = Event(word0: 0, word1: 0, word2: 0)
    for number in changed(of: world.contacts) { note(contact: number, event, time, simulation) }
    for position in Set(handlers.keys).union(world.handlers.map(\.position)).sorted() {
      note(handler: UInt16(position), event, time, simulation)
    }
    for number in Set(incidents.keys).union(world.incidents.map(\.number)).sorted() {
      note(incident: number, event, time, simulation)
    }
    for number in Set(units.keys).union(world.units.map(\.number)).sorted() {
      note(unit: UInt16(number), event, time, simulation)
    }
  }

  /// The contacts that are not what is known of them, by number. Of a long queue hardly any is: to sort those alone, and to
  /// look for who is gone only if somebody is, keeps a minute's look short. O(contacts).
  private func changed(of now: [WorldView.Contact]) -> [UInt32] {
    var changed: [UInt32] = []
    var found = 0
    for view in now {
      let known = contacts[view.number]
      if known != nil { found += 1 }
      if known != Contact(view) { changed.append(view.number) }
    }
    if found < contacts.count { changed += Set(contacts.keys).subtracting(now.map(\.number)) }
    return changed.sorted()
  }

  private var lastTime: Milliseconds = 0

  private mutating func begin(
    _ thing: ChangeWriter.Thing, _ number: Int, _ state: Int, _ event: Event, _ time: Milliseconds
  ) {
    lastTime = time
    writer.begin(thing, number, state: state, kind: event.rawKind, at: time)
  }

  private mutating func note(
    contact number: UInt32, _ event: Event, _ time: Milliseconds, _ simulation: borrowing Simulation
  ) {
    let known = contacts[number]
    guard let view = simulation.contact(number) else {
      if known == nil { return }
      contacts[number] = nil
      waits.forget(number)
      begin(.contact, Int(number), 0, event, time)
      return
    }
    let contact = Contact(view)
    if contact == known { return }
    contacts[number] = contact
    begin(.contact, Int(number), contact.state, event, time)
    if known == nil {
      writer.add(view.attempt)
      writer.add(view.incident.map { Int($0) + 1 } ?? 0)
      let follows = view.attempt > 0 || event.kind == .contactTransferred || event.kind == .contactFollowedUp
      writer.add(follows && event.subject == number ? Int(event.value) + 1 : 0)
    }
    switch view.state {
    case .atFront: writer.add(view.channel)
    case .waiting, .awaitingCallback:
      writer.add(view.channel)
      writer.add(Int(waits.counted(number)))
    case .handled where view.isLeft: writer.add(contact.handler << 1)
    case .handled, .introducing, .briefing:
      let waited = known?.state == 2 || known?.state == 6
      let isInTime = waited && waits.isInTime(number, channel: view.channel, at: time)
      writer.add(contact.handler << 1 | (isInTime ? 1 : 0))
    case .wrappedUp: writer.add(contact.handler)
    case .redialling: break
    }
  }

  /// The number by which a player knows the state of a contact; 0 is gone.
  static func number(of contact: WorldView.Contact) -> Int {
    switch contact.state {
    case .atFront: 1
    case .waiting: 2
    case .handled: contact.isLeft ? 9 : 3
    case .wrappedUp: contact.isLeft ? 10 : 4
    case .redialling: 5
    case .awaitingCallback: 6
    case .introducing: 7
    case .briefing: 8
    }
  }

  private mutating func note(
    handler position: UInt16, _ event: Event, _ time: Milliseconds, _ simulation: borrowing Simulation
  ) {
    let position = Int(position)
    let known = handlers[position]
    guard let view = simulation.handler(UInt16(position)) else {
      if known == nil { return }
      handlers[position] = nil
      begin(.handler, position, 0, event, time)
      return
    }
    // No event names what a handler leaves for what it does name.
    for contact in view.left { note(contact: contact, event, time, simulation) }
    let state = 1 + view.state.rawValue
    if state == known { return }
    handlers[position] = state
    begin(.handler, position, state, event, time)
    if known == nil { writer.add(view.team) }
  }

  private mutating func note(
    incident number: UInt32, _ event: Event, _ time: Milliseconds, _ simulation: borrowing Simulation
  ) {
    let known = incidents[number]
    guard let view = simulation.incident(number) else {
      if known == nil { return }
      incidents[number] = nil
      begin(.incident, Int(number), 0, event, time)
      return
    }
    let state = view.appointment != nil ? 4 : view.isAttended ? 3 : view.units.isEmpty ? 1 : 2
    let incident = Incident(state: state, grade: view.grade)
    if incident == known { return }
    incidents[number] = incident
    begin(.incident, Int(number), state, event, time)
    writer.add(view.grade)
    guard known == nil else { return }
    writer.add(signed: Int((view.location.latitude * 1e5).rounded()))
    writer.add(signed: Int((view.location.longitude * 1e5).rounded()))
    writer.add(view.contact.map { Int($0) + 1 } ?? 0)
  }

  private mutating func note(
    unit number: UInt16, _ event: Event, _ time: Milliseconds, _ simulation: borrowing Simulation
  ) {
    let number = Int(number)
    let known = units[number]
    guard let view = simulation.unit(UInt16(number)), let arrival = simulation.arrival(ofUnit: UInt16(number)) else {
      if known == nil { return }
      units[number] = nil
      begin(.unit, number, 0, event, time)
      return
    }
    // At the hub and on the way there is one state, told apart by the clock.
    let state = max(view.state.rawValue, WorldView.Unit.State.returning.rawValue)
    let unit = Unit(state: state, incident: view.incident, arrival: arrival)
    if unit == known { return }
    units[number] = unit
    begin(.unit, number, unit.state, event, time)
    if known == nil { writer.add(view.hub) }
    if let incident = view.incident {
      writer.add(signed: Int(incident) - lastIncident)
      lastIncident = Int(incident)
    }
    switch view.state {
    case .atHub, .returning, .mobile: writer.add(Int(arrival - time))
    case .inCustody:
      writer.add(Int(arrival - time))
      writer.add(event.kind == .unitWentToCustody ? Int(event.group) : 0)
    default: break
    }
  }
}
