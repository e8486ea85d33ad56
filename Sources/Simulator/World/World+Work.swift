import ContactCentre
import DiscreteEvents

// What happens to work in hand, and to the handler who holds it.
//
// A handler with n contacts in hand gives each an equal share of attention: a piece of work that takes w milliseconds of
// undivided attention takes w × slowdown[n] while n are held. Whenever n changes, what is left of every piece is reckoned
// at the old pace up to now, and its end is set by the new one.
extension World {
  /// `handler` takes a contact that has left its queue.
  @inline(always)
  mutating func take(_ contact: UnsafeMutablePointer<ContactRecord>, by number: UInt16) {
    let handler = handlers[number]
    let team = tables.teams + Int(handler.pointee.team)
    contact.pointee.handler = number
    guard handler.pointee.load == 0, team.pointee.concurrency == 1 else { return hold(contact, by: handler, number) }
    // Nothing else is in hand, so there is nothing to reckon and nothing to link.
    unlist(handler)
    handler.pointee.contact = contact.pointee.number
    handler.pointee.load = 1
    contact.pointee.next = noContact
    contact.pointee.previous = noContact
    begin(contact.pointee.work, on: contact, of: handler, team)
    if team.pointee.interruptible & 1 &<< UInt64(contact.pointee.channel) != 0 { refreshInterruptible(handler, number) }
  }

  /// `handler` has one contact more in hand, beside those it may have already.
  mutating func hold(
    _ contact: UnsafeMutablePointer<ContactRecord>, by handler: UnsafeMutablePointer<HandlerRecord>, _ number: UInt16
  ) {
    let team = tables.teams + Int(handler.pointee.team)
    let shared = tables.channels[Int(contact.pointee.channel)].sharesHandler
    unlist(handler)
    reckonWork(of: handler, team)
    contact.pointee.previous = noContact
    contact.pointee.next = handler.pointee.contact
    if handler.pointee.contact != noContact {
      contacts[handler.pointee.contact].pointee.previous = contact.pointee.number
    }
    handler.pointee.contact = contact.pointee.number
    handler.pointee.load &+= 1
    contact.pointee.since = now
    retimeWork(of: handler, team)
    if shared, handler.pointee.state == .working, Int(handler.pointee.load) < team.pointee.concurrency {
      list(handler, number)
    }
    refreshInterruptible(handler, number)
  }

  /// The handler of a contact lets go of it, and the contact leaves the centre.
  @inline(always)
  mutating func release(_ contact: UnsafeMutablePointer<ContactRecord>) {
    let number = contact.pointee.handler
    let handler = handlers[number]
    unschedule(contact)
    contact.pointee.state = .gone
    unlist(handler)
    if handler.pointee.load > 1 {
      letGo(of: contact, handler, number)
    } else {
      handler.pointee.contact = noContact
      handler.pointee.load = 0
      if handler.pointee.isInterruptible { removeInterruptible(handler, number) }
      if handler.pointee.suspended != noContact { return scheduleResumption(of: handler) }
    }
    if handler.pointee.state == .working {
      list(handler, number)
    } else if handler.pointee.load == 0 {
      schedule(number, at: now, rank: Rank.signOff)
    }
  }

  /// The handler, who is in no ready list, has more in hand than a contact that is gone.
  @inline(never)
  private mutating func letGo(
    of contact: UnsafeMutablePointer<ContactRecord>, _ handler: UnsafeMutablePointer<HandlerRecord>, _ number: UInt16
  ) {
    let team = tables.teams + Int(handler.pointee.team)
    reckonWork(of: handler, team)
    let next = contact.pointee.next
    let previous = contact.pointee.previous
    if previous == noContact { handler.pointee.contact = next } else { contacts[previous].pointee.next = next }
    if next != noContact { contacts[next].pointee.previous = previous }
    handler.pointee.load &-= 1
    retimeWork(of: handler, team)
    refreshInterruptible(handler, number)
  }

  /// A new piece of work with the same contact begins: `work` milliseconds of undivided attention.
  mutating func begin(_ work: Double, on contact: UnsafeMutablePointer<ContactRecord>) {
    let handler = handlers[contact.pointee.handler]
    begin(work, on: contact, of: handler, tables.teams + Int(handler.pointee.team))
  }

  @inline(always)
  private mutating func begin(
    _ work: Double, on contact: UnsafeMutablePointer<ContactRecord>, of handler: UnsafeMutablePointer<HandlerRecord>,
    _ team: UnsafeMutablePointer<TeamRule>
  ) {
    contact.pointee.work = work
    contact.pointee.since = now
    schedule(contact, at: end(of: work, at: pace(of: team, load: handler.pointee.load)), rank: Rank.completion)
  }

  /// Brings what is left of each piece of work in hand up to now, at the pace of the present load.
  @inline(always)
  func reckonWork(of handler: UnsafeMutablePointer<HandlerRecord>, _ team: UnsafeMutablePointer<TeamRule>) {
    if handler.pointee.load == 0 { return }
    let pace = pace(of: team, load: handler.pointee.load)
    var number = handler.pointee.contact
    while number != noContact {
      let contact = contacts[number]
      number = contact.pointee.next
      if contact.pointee.state.standsStill { continue }
      contact.pointee.work = max(0, contact.pointee.work - Double(now &- contact.pointee.since) / pace)
      contact.pointee.since = now
    }
  }

  /// Sets the end of each piece of work in hand by the pace of the present load.
  @inline(always)
  private mutating func retimeWork(
    of handler: UnsafeMutablePointer<HandlerRecord>, _ team: UnsafeMutablePointer<TeamRule>
  ) {
    if handler.pointee.load == 0 { return }
    let pace = pace(of: team, load: handler.pointee.load)
    var number = handler.pointee.contact
    while number != noContact {
      let contact = contacts[number]
      number = contact.pointee.next
      if contact.pointee.state.standsStill { continue }
      schedule(contact, at: end(of: contact.pointee.work, at: pace), rank: Rank.completion)
    }
  }

  @inline(always)
  private func pace(of team: UnsafeMutablePointer<TeamRule>, load: UInt8) -> Double {
    tables.slowdowns[team.pointee.firstList &+ Int(load) &- 1]
  }

  /// When `work` begun now ends, to the nearest millisecond. The scenario's limits keep it far inside the range.
  @inline(always)
  private func end(of work: Double, at pace: Double) -> Milliseconds {
    now &+ Milliseconds(nearestTo: work * pace)
  }
}
