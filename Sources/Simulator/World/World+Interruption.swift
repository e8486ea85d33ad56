import ContactCentre

// Work that is left for a more pressing contact, and taken up again.
//
// What a handler leaves stays with that handler, with what remains of it; the customers of a chat wait. When the contact it
// was left for is finished off, all of it is taken up again, contact by contact, at once. A handler who has left work is not
// called away again from what it was left for.
extension World {
  /// The handler leaves everything in hand.
  mutating func suspendWork(of number: UInt16) {
    let handler = handlers[number]
    unlist(handler)
    removeInterruptible(handler, number)
    reckonWork(of: handler, tables.teams + Int(handler.pointee.team))
    var contact = handler.pointee.contact
    while contact != noContact {
      let record = contacts[contact]
      unschedule(record)
      record.pointee.state = record.pointee.state == .wrappingUp ? .wrapUpSuspended : .handlingSuspended
      contact = record.pointee.next
    }
    handler.pointee.suspended = handler.pointee.contact
    handler.pointee.contact = noContact
    handler.pointee.load = 0
  }

  /// What the handler left is to be taken up at once.
  mutating func scheduleResumption(of handler: UnsafeMutablePointer<HandlerRecord>) {
    var contact = handler.pointee.suspended
    while contact != noContact {
      schedule(contacts[contact], at: now, rank: Rank.atOnce)
      contact = contacts[contact].pointee.next
    }
  }

  mutating func resume(_ event: Event) {
    let contact = contacts[event.subject]
    let handler = handlers[event.resource]
    unschedule(contact)
    let next = contact.pointee.next
    let previous = contact.pointee.previous
    if previous == noContact { handler.pointee.suspended = next } else { contacts[previous].pointee.next = next }
    if next != noContact { contacts[next].pointee.previous = previous }
    contact.pointee.state = contact.pointee.state == .wrapUpSuspended ? .wrappingUp : .handling
    hold(contact, by: handler, event.resource)
  }

  // MARK: Who may be called away

  /// Whether the handler may be called away from everything in hand by some channel, from what is in hand alone.
  @inline(always)
  func mayBeCalledAway(_ number: UInt16) -> Bool {
    let handler = handlers[number]
    let interruptible = tables.teams[Int(handler.pointee.team)].interruptible
    guard interruptible != 0, handler.pointee.state == .working, handler.pointee.contact != noContact,
      handler.pointee.suspended == noContact
    else { return false }
    return channelsInHand(of: number) & ~interruptible == 0 && mayLeaveAll(inHandOf: number)
  }

  /// Whether everything a handler has in hand may be left: see ``ContactState/mayBeLeft``.
  @inline(always)
  func mayLeaveAll(inHandOf number: UInt16) -> Bool {
    var contact = handlers[number].pointee.contact
    while contact != noContact {
      if !contacts[contact].pointee.state.mayBeLeft { return false }
      contact = contacts[contact].pointee.next
    }
    return true
  }

  /// One bit for each channel for whose contacts the handler, who may be called away, may be: each of which interrupts all
  /// that is in hand, and which the team may take.
  private func interruptors(
    of handler: UnsafePointer<HandlerRecord>, _ routing: UnsafePointer<RoutingTables>
  ) -> UInt64 {
    var channels = tables.teams[Int(handler.pointee.team)].special
    var number = handler.pointee.contact
    while number != noContact {
      channels &= routing.pointee.channels[Int(contacts[number].pointee.channel)].isPreemptedBy
      number = contacts[number].pointee.next
    }
    return channels
  }

  /// Puts the handler among those who may be called away, or takes it from them, as its work in hand says.
  mutating func refreshInterruptible(_ handler: UnsafeMutablePointer<HandlerRecord>, _ number: UInt16) {
    guard let routing = tables.routing else { return }
    if !mayBeCalledAway(number) { return removeInterruptible(handler, number) }
    if !handler.pointee.isInterruptible { addInterruptible(handler, number) }
    // One contact more or fewer in hand may be one that some channel does not interrupt.
    let wereInterrupted = teams[Int(handler.pointee.team)].interrupted
    noteInterruptors(interruptors(of: handler, routing), of: handler, number)
    if teams[Int(handler.pointee.team)].interrupted != wereInterrupted { reckonReadiness() }
  }

  /// The handler is the last to come to those of its team who may be called away.
  private func addInterruptible(_ handler: UnsafeMutablePointer<HandlerRecord>, _ number: UInt16) {
    let list = interruptibleLists + Int(handler.pointee.team)
    handler.pointee.isInterruptible = true
    handler.pointee.nextInterruptible = noHandler
    handler.pointee.previousInterruptible = list.pointee.tail
    if list.pointee.tail == noHandler {
      list.pointee.head = number
    } else {
      handlers[list.pointee.tail].pointee.nextInterruptible = number
    }
    list.pointee.tail = number
  }

  /// Takes the handler from those who may be called away, if it is one of them.
  mutating func removeInterruptible(_ handler: UnsafeMutablePointer<HandlerRecord>, _ number: UInt16) {
    guard handler.pointee.isInterruptible else { return }
    handler.pointee.isInterruptible = false
    let list = interruptibleLists + Int(handler.pointee.team)
    let next = handler.pointee.nextInterruptible
    let previous = handler.pointee.previousInterruptible
    if previous == noHandler {
      list.pointee.head = next
    } else {
      handlers[previous].pointee.nextInterruptible = next
    }
    if next == noHandler {
      list.pointee.tail = previous
    } else {
      handlers[next].pointee.previousInterruptible = previous
    }
    let wereInterrupted = teams[Int(handler.pointee.team)].interrupted
    noteInterruptors(0, of: handler, number)
    if teams[Int(handler.pointee.team)].interrupted != wereInterrupted { reckonReadiness() }
  }

  /// For whose contacts the handler may be called away is now this, and counted so. O(channels that have changed).
  private func noteInterruptors(_ channels: UInt64, of handler: UnsafePointer<HandlerRecord>, _ number: UInt16) {
    let team = Int(handler.pointee.team)
    let counts = interruptedCounts + team * tables.channelCount
    var changed = handlers.interruptors[Int(number)] ^ channels
    handlers.interruptors[Int(number)] = channels
    while changed != 0 {
      let channel = changed.trailingZeroBitCount
      let bit = changed & (0 &- changed)
      changed ^= bit
      if channels & bit != 0 { counts[channel] &+= 1 } else { counts[channel] &-= 1 }
      if counts[channel] > 0 { teams[team].interrupted |= bit } else { teams[team].interrupted &= ~bit }
    }
  }

  /// Counts anew for whose contacts handlers may be called away, from their records alone.
  func recountInterruptors() {
    guard let routing = tables.routing else { return }
    for position in 0..<handlers.count where handlers.records[position].isInterruptible {
      let handler = UnsafePointer(handlers.records + position)
      noteInterruptors(interruptors(of: handler, routing), of: handler, UInt16(position))
    }
  }
}
