import DiscreteEvents

extension Simulation {
  /// The world after the last event handed over. O(what is in it).
  public borrowing func view() -> WorldView { world.pointee.view() }

  /// Follows events of a log that happened next, instead of deciding what does. O(events).
  ///
  /// The way to look at a recorded night: from the beginning or a snapshot on, up to any event. ``advance(_:)`` then goes
  /// on from there only after ``goOn()``.
  public mutating func follow(_ events: Span<Event>) {
    for index in events.indices { world.pointee.evolve(events[index]) }
  }

  /// Turns to what comes after the events followed.
  public mutating func goOn() { seekSources() }
}

extension World {
  fileprivate func view() -> WorldView {
    WorldView(
      time: now,
      contacts: contacts.live.sorted { $0.number < $1.number }.map { WorldView.Contact($0) },
      queues: (0..<tables.channelCount).map { waiting(on: $0) },
      handlers: (0..<handlers.count).compactMap { view(ofHandler: UInt16($0)) },
      followUps: viewOfFollowUps(),
      incidents: response.incidents.live.sorted { $0.number < $1.number }.compactMap { view(of: $0) },
      units: response.units.onDuty.map { view(of: $0) })
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

  private func view(ofHandler position: UInt16) -> WorldView.Handler? {
    let handler = handlers[position].pointee
    var inHand: [UInt32] = []
    var number = handler.contact
    while number != noContact {
      inHand.append(number)
      number = contacts[number].pointee.next
    }
    let state: WorldView.Handler.State
    switch handler.state {
    case .away: return nil
    case .working: state = handler.load > 0 ? .busy : .ready
    case .finishingForBreak, .finishingForGood: state = .finishingUp
    case .onBreak: state = .onBreak
    }
    let told = handler.load > 0 && inHand.isEmpty ? response.units.onDuty.first { $0.pointee.handler == position } : nil
    return WorldView.Handler(
      position: Int(position), team: Int(handler.team), state: state, contacts: inHand,
      unit: told.map { $0 - response.units.records },
      tourEnds: handler.end == ContactRecord.none ? nil : handler.end)
  }

  private func view(of incident: IncidentRecord) -> WorldView.Incident? {
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

  private func view(of unit: UnsafeMutablePointer<UnitRecord>) -> WorldView.Unit {
    let state: WorldView.Unit.State
    switch unit.pointee.state {
    case .away, .free: state = unit.pointee.arrives <= now ? .atHub : .returning
    case .assigned: state = .assigned
    case .mobilising: state = .mobilising
    case .mobile: state = .mobile
    case .atScene: state = .atScene
    case .inCustody: state = .inCustody
    case .atPaperwork: state = .atPaperwork
    case .onBreak: state = .onBreak
    }
    let isFree = state == .atHub || state == .returning
    let hasIncident = !isFree && state != .onBreak
    return WorldView.Unit(
      number: unit - response.units.records, hub: Int(unit.pointee.hub),
      role: unit.pointee.role == 0 ? .response : .diary, state: state, since: unit.pointee.since,
      until: isFree ? nil : unit.pointee.due, incident: hasIncident ? unit.pointee.incident : nil,
      location: unit.pointee.whereabouts(at: now).point.location,
      tourEnds: unit.pointee.end == ContactRecord.none ? nil : unit.pointee.end)
  }
}

extension WorldView.Contact {
  fileprivate init(_ contact: ContactRecord) {
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
    number = contact.number
    channel = Int(contact.channel)
    since = contact.since
    until = contact.due == ContactRecord.none ? nil : contact.due
    handler = state.isInHand ? Int(contact.handler) : nil
    attempt = Int(contact.attempt)
    incident = contact.incident == noIncident ? nil : contact.incident
  }
}
