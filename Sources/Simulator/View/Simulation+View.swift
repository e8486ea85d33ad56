import ContactCentre
import DiscreteEvents

extension Simulation {
  /// The world after the last event handed over. O(what is in it).
  ///
  /// - Parameter time: until when units have moved on since, nil for the time of that event; not after the next event.
  public borrowing func view(at time: Milliseconds? = nil) -> WorldView {
    world.pointee.view(at: time ?? world.pointee.now)
  }

  /// Follows events of a log that happened next, instead of deciding what does. O(events).
  ///
  /// The way to look at a recorded night: from the beginning or a snapshot on, up to any event. ``advance(_:)`` then goes
  /// on from there only after ``goOn()``. What is followed must have happened in some run: of what is read from a file
  /// nobody knows, so that is followed with ``follow(checking:isOwn:decidedBy:)``.
  ///
  /// - Parameter other: the plan that decided them; nil for this simulation's own. Whoever signs on keeps the tour it gave.
  public mutating func follow(_ events: Span<Event>, decidedBy other: Plan? = nil) {
    world.pointee.rostering = other ?? plan
    for index in events.indices { world.pointee.evolve(events[index]) }
  }

  /// Turns to what comes after the events followed.
  public mutating func goOn() {
    world.pointee.rostering = plan
    seekSources()
  }
}

extension World {
  /// What contacts wait for is due now that would have been before: by another plan, by which the work took longer.
  mutating func catchUp() {
    while contactCalendar.nextMoment < Calendar.moment(now, rank: 0) {
      let rank = UInt8(truncatingIfNeeded: contactCalendar.nextMoment & 15)
      schedule(contacts[contactCalendar.nextOwner], at: now, rank: rank)
    }
  }

  fileprivate func view(at time: Milliseconds) -> WorldView {
    WorldView(
      time: now,
      contacts: contacts.live.sorted { $0.number < $1.number }.map { WorldView.Contact($0) },
      queues: (0..<tables.channelCount).map { waiting(on: $0) },
      handlers: (0..<handlers.count).compactMap { view(ofHandler: UInt16($0)) },
      followUps: viewOfFollowUps(),
      incidents: response.incidents.live.sorted { $0.number < $1.number }.compactMap { view(of: $0) },
      units: response.units.onDuty.map { view(of: $0, at: time) })
  }

  private func waiting(on channel: Int) -> [UInt32] {
    var numbers: [UInt32] = []
    var number = queues[channel].head
    while number != noContact {
      numbers.append(number)
      number = contacts[number].pointee.next
    }
    return numbers
  }

  func view(ofHandler position: UInt16) -> WorldView.Handler? {
    let handler = handlers[position].pointee
    let inHand = numbers(from: handler.contact)
    guard let state = WorldView.Handler.State(handler) else { return nil }
    let told = handler.load > 0 && inHand.isEmpty ? response.units.onDuty.first { $0.pointee.handler == position } : nil
    return WorldView.Handler(
      position: Int(position), team: Int(handler.team), state: state, contacts: inHand,
      left: numbers(from: handler.suspended), unit: told.map { $0 - response.units.records },
      tourEnds: handler.end == ContactRecord.none ? nil : handler.end)
  }

  /// The contacts of a list that begins with `first`.
  private func numbers(from first: UInt32) -> [UInt32] {
    var numbers: [UInt32] = []
    var number = first
    while number != noContact {
      numbers.append(number)
      number = contacts[number].pointee.next
    }
    return numbers
  }

  func view(of incident: IncidentRecord) -> WorldView.Incident? {
    if incident.state == .coming { return nil }
    var units: [Int] = []
    var unit = incident.unit
    while unit != noUnit {
      units.append(Int(unit))
      unit = response.units[unit].pointee.next
    }
    return WorldView.Incident(
      number: incident.number, grade: Int(incident.grade), opened: incident.opened,
      contact: incident.contact == noContact ? nil : incident.contact, isAttended: incident.isAttended,
      appointment: incident.state == .booked ? incident.due : nil, unitsWanted: Int(incident.wanted),
      units: units.sorted(), location: incident.place.point.location)
  }

  func view(of unit: UnsafeMutablePointer<UnitRecord>, at time: Milliseconds) -> WorldView.Unit {
    let state = WorldView.Unit.State(unit.pointee, at: time)
    let isFree = state == .atHub || state == .returning
    let hasIncident = !isFree && state != .onBreak
    return WorldView.Unit(
      number: unit - response.units.records, hub: Int(unit.pointee.hub),
      role: unit.pointee.role == 0 ? .response : .diary, state: state, since: unit.pointee.since,
      until: isFree ? nil : unit.pointee.due, incident: hasIncident ? unit.pointee.incident : nil,
      location: unit.pointee.whereabouts(at: time).point.location,
      tourEnds: unit.pointee.end == ContactRecord.none ? nil : unit.pointee.end)
  }
}

extension WorldView.Handler.State {
  /// What a handler is doing; nil where there is none.
  init?(_ handler: HandlerRecord) {
    switch handler.state {
    case .away: return nil
    case .working: self = handler.load > 0 ? .busy : .ready
    case .finishingForBreak, .finishingForGood: self = .finishingUp
    case .onBreak: self = .onBreak
    }
  }
}

extension WorldView.Unit.State {
  /// What a unit is doing at `time`.
  init(_ unit: UnitRecord, at time: Milliseconds) {
    switch unit.state {
    case .away, .free: self = unit.arrives <= time ? .atHub : .returning
    case .assigned: self = .assigned
    case .mobilising: self = .mobilising
    case .mobile: self = .mobile
    case .atScene: self = .atScene
    case .inCustody: self = .inCustody
    case .atPaperwork: self = .atPaperwork
    case .onBreak: self = .onBreak
    }
  }
}

extension WorldView.Contact {
  init(_ contact: ContactRecord) {
    switch contact.state {
    case .gone, .atFront, .inStage: state = .atFront
    case .unsettled, .waiting: state = .waiting
    case .awaitingCallback: state = .awaitingCallback
    case .handling, .handlingSuspended, .dialling: state = .handled
    case .introducing: state = .introducing
    case .briefing: state = .briefing
    case .wrappingUp, .wrapUpSuspended: state = .wrappedUp
    case .givenUp, .redialling: state = .redialling
    }
    isLeft = contact.state == .handlingSuspended || contact.state == .wrapUpSuspended
    number = contact.number
    channel = Int(contact.channel)
    since = contact.since
    until = contact.due == ContactRecord.none ? nil : contact.due
    handler = state.isInHand ? Int(contact.handler) : nil
    attempt = Int(contact.attempt)
    incident = contact.incident == noIncident ? nil : contact.incident
  }
}
