import ContactCentre
import DiscreteEvents

// What events about contacts change.
extension World {
  @inline(always)
  mutating func arrive(_ event: Event) {
    offer(enter(event), to: event.resource)
  }

  /// Whoever arrives enters the centre, without being offered to anybody yet.
  @inline(always)
  private mutating func enter(_ event: Event) -> UnsafeMutablePointer<ContactRecord> {
    let key = keys[Int(event.resource)].derived(DemandTape.identity(cell: event.value, index: event.extra))
    lastArrival = event
    // Cell 0 is long past, and stands for a recorded contact.
    let row = event.value == 0 ? event.extra : noContact
    return enter(event.subject, key: key, row: row, attempt: 0, about: noIncident, diversions: 0)
  }

  /// What ``evolve(_:)`` makes of the arrival of a contact to which the next event happens too, but for the queue, or the
  /// calendar, which it leaves as it found it: see ``Decider/handlerAtOnce(on:at:)`` and ``Decider/hasFront(_:)``.
  @inline(always)
  mutating func arriveToGoOn(_ event: Event) -> UnsafeMutablePointer<ContactRecord> {
    now = event.time
    let contact = enter(event)
    contact.pointee.channel = event.resource
    contact.pointee.stage = 0
    contact.pointee.since = now
    return contact
  }

  /// What ``evolve(_:)`` makes of a contact's passing its front, but for the queue, in which it is not yet.
  @inline(always)
  mutating func passFrontToGoOn(_ event: Event) -> UnsafeMutablePointer<ContactRecord> {
    now = event.time
    let contact = contacts[event.subject]
    unschedule(contact)
    contact.pointee.stage = 0
    contact.pointee.since = now
    return contact
  }

  mutating func redial(_ event: Event) {
    let previous = contacts[event.value]
    let key = RandomKey(bits: previous.pointee.key).derived(UInt64(event.detail))
    unschedule(previous)
    previous.pointee.state = .gone
    admit(
      event.subject, key: key, row: noContact, attempt: event.detail, about: previous.pointee.incident,
      to: event.resource)
  }

  @inline(always)
  mutating func admit(
    _ number: UInt32, key: RandomKey, row: UInt32, attempt: UInt8, about incident: UInt32, to channel: UInt16,
    diversions: UInt8 = 0
  ) {
    offer(enter(number, key: key, row: row, attempt: attempt, about: incident, diversions: diversions), to: channel)
  }

  @inline(always)
  private mutating func enter(
    _ number: UInt32, key: RandomKey, row: UInt32, attempt: UInt8, about incident: UInt32, diversions: UInt8
  ) -> UnsafeMutablePointer<ContactRecord> {
    contactsNumbered = number &+ 1
    let contact = contacts.admit(number)
    contact.pointee.key = key.bits
    contact.pointee.number = number
    contact.pointee.row = row
    contact.pointee.attempt = attempt
    contact.pointee.incident = incident
    contact.pointee.partner = noContact
    contact.pointee.diversions = diversions
    contact.pointee.moment = Calendar.never
    return contact
  }

  /// A contact begins anew on a channel: at its front, or in its queue.
  @inline(always)
  private mutating func offer(_ contact: UnsafeMutablePointer<ContactRecord>, to channel: UInt16) {
    contact.pointee.channel = channel
    contact.pointee.stage = 0
    if tables.channels[Int(channel)].stageCount > 0 {
      contact.pointee.since = now
      contact.pointee.state = .atFront
      schedule(contact, at: now, rank: Rank.atOnce)
    } else {
      joinQueue(contact)
    }
  }

  mutating func enterStage(_ event: Event) {
    let contact = contacts[event.subject]
    contact.pointee.stage = event.detail
    contact.pointee.option = event.stageOption.map { $0 &+ 1 } ?? 0
    contact.pointee.state = .inStage
    contact.pointee.since = now
    schedule(contact, at: now &+ Milliseconds(event.value), rank: Rank.arrival)
  }

  mutating func passFront(_ event: Event) {
    let contact = contacts[event.subject]
    unschedule(contact)
    contact.pointee.stage = 0
    joinQueue(contact)
  }

  mutating func contain(_ event: Event) {
    let contact = contacts[event.subject]
    unschedule(contact)
    if contact.pointee.partner != noContact { releaseIntroducer(of: contact) }
    contact.pointee.state = .gone
  }

  mutating func divert(_ event: Event) {
    let contact = contacts[event.subject]
    unschedule(contact)
    contact.pointee.diversions &+= 1
    // What a trace says of a contact it says of it on the channel it was recorded on.
    contact.pointee.row = noContact
    offer(contact, to: event.resource)
  }

  @inline(always)
  mutating func joinQueue(_ contact: UnsafeMutablePointer<ContactRecord>) {
    let number = contact.pointee.number
    let channel = Int(contact.pointee.channel)
    let queue = queues + channel
    contact.pointee.state = .unsettled
    contact.pointee.since = now
    contact.pointee.next = noContact
    contact.pointee.previous = queue.pointee.tail
    if queue.pointee.tail == noContact {
      queue.pointee.head = number
      channelsWaiting |= 1 &<< UInt64(channel)
    } else {
      contacts[queue.pointee.tail].pointee.next = number
    }
    queue.pointee.tail = number
    queue.pointee.count &+= 1
    if queue.pointee.firstUnsettled == noContact {
      queue.pointee.firstUnsettled = number
      channelsUnsettled |= 1 &<< UInt64(channel)
    }
  }

  @inline(always)
  private mutating func leaveQueue(_ contact: UnsafeMutablePointer<ContactRecord>) {
    let channel = Int(contact.pointee.channel)
    let queue = queues + channel
    let next = contact.pointee.next
    let previous = contact.pointee.previous
    if queue.pointee.firstUnsettled == contact.pointee.number { passUnsettled(channel, to: next) }
    if previous == noContact { queue.pointee.head = next } else { contacts[previous].pointee.next = next }
    if next == noContact { queue.pointee.tail = previous } else { contacts[next].pointee.previous = previous }
    queue.pointee.count &-= 1
    if queue.pointee.head == noContact { channelsWaiting &= ~(1 &<< UInt64(channel)) }
    if isWatched(channel) { watchLeaving(contact, next: next) }
  }

  @inline(always)
  private mutating func passUnsettled(_ channel: Int, to next: UInt32) {
    queues[channel].firstUnsettled = next
    if next == noContact { channelsUnsettled &= ~(1 &<< UInt64(channel)) }
  }

  mutating func settle(_ event: Event) {
    let contact = contacts[event.subject]
    contact.pointee.state = .waiting
    passUnsettled(Int(contact.pointee.channel), to: contact.pointee.next)
    if event.value != Event.endless {
      schedule(contact, at: now &+ Milliseconds(event.value), rank: Rank.abandonment)
    } else if event.isForCallback {
      contact.pointee.state = .awaitingCallback
    }
    if isWatched(Int(contact.pointee.channel)) { watchSettling(contact) }
  }

  @inline(always)
  mutating func answer(_ event: Event) {
    let contact = contacts[event.subject]
    leaveQueue(contact)
    answer(contact, event)
  }

  /// What ``evolve(_:)`` makes of the answer to a contact that is in no queue, or no longer, and of which no more is known
  /// than how long it takes.
  @inline(always)
  mutating func answerPlainly(_ contact: UnsafeMutablePointer<ContactRecord>, _ event: Event) {
    contact.pointee.state = .handling
    contact.pointee.work = Double(event.value)
    take(contact, by: event.resource)
  }

  /// What it makes of any other.
  mutating func answer(_ contact: UnsafeMutablePointer<ContactRecord>, _ event: Event) {
    if event.interrupts { suspendWork(of: event.resource) }
    answerPlainly(contact, event)
    if event.group != 0 || contact.pointee.partner != noContact { noteAnswer(event) }
    if event.detail != 0 { openIncident(from: event.subject, grade: event.detail &- 1, after: event.extra) }
  }

  @inline(always)
  mutating func endHandling(_ event: Event) {
    let contact = contacts[event.subject]
    if tables.response != nil { openIncident(from: contact, outcome: event.detail) }
    if event.value > 0 {
      let wasBriefing = contact.pointee.state == .briefing
      contact.pointee.state = .wrappingUp
      begin(Double(event.value), on: contact)
      if wasBriefing { refreshInterruptible(handlerOf: contact) }
    } else {
      release(contact)
    }
  }

  mutating func endWrapUp(_ event: Event) {
    release(contacts[event.subject])
  }

  mutating func abandon(_ event: Event) {
    let contact = contacts[event.subject]
    unschedule(contact)
    leaveQueue(contact)
    if contact.pointee.partner != noContact { releaseIntroducer(of: contact) }
    contact.pointee.since = now
    if event.detail == 0 {
      contact.pointee.state = .gone
    } else {
      contact.pointee.state = .givenUp
      schedule(contact, at: now, rank: Rank.atOnce)
    }
  }

  mutating func scheduleRedial(_ event: Event) {
    let contact = contacts[event.subject]
    let due = now &+ Milliseconds(event.value)
    contact.pointee.channel = event.resource
    // Nobody arrives once the measured days are over, so who would come later is not waited for.
    if due < plan.windowEnd {
      contact.pointee.state = .redialling
      schedule(contact, at: due, rank: Rank.arrival)
    } else {
      unschedule(contact)
      contact.pointee.state = .gone
    }
  }

  /// What the contact waits for becomes due at `due`, instead of what it waited for before, if anything.
  @inline(always)
  mutating func schedule(_ contact: UnsafeMutablePointer<ContactRecord>, at due: Milliseconds, rank: UInt8) {
    unschedule(contact)
    let moment = Calendar.moment(due, rank: rank)
    contact.pointee.moment = moment
    contactCalendar.schedule(contact.pointee.number, at: moment)
  }

  /// The contact no longer waits for anything.
  @inline(always)
  mutating func unschedule(_ contact: UnsafeMutablePointer<ContactRecord>) {
    if contact.pointee.moment == Calendar.never { return }
    contactCalendar.cancel(contact.pointee.number, at: contact.pointee.moment)
    contact.pointee.moment = Calendar.never
  }
}
