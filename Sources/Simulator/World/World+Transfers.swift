import ContactCentre
import DiscreteEvents

// Callers who are handed from one handler to another, and those who are called back.
extension World {
  /// The caller of a contact is handed on, and offered on the other channel as a contact of its own.
  @inline(never)
  mutating func transfer(_ event: Event) {
    let previous = contacts[event.value]
    let key = RandomKey(bits: previous.pointee.key).derived(Purpose.transferOfContact)
    let incident = previous.pointee.incident
    let diversions = previous.pointee.diversions &+ 1
    previous.pointee.partner = event.subject
    if event.detail != 0 {
      unschedule(previous)
      previous.pointee.state = .introducing
      previous.pointee.since = now
      // What it takes when there is somebody to speak to.
      previous.pointee.work = Double(event.extra)
      refreshInterruptible(handlerOf: previous)
    }
    // The records may move, so the link back comes last.
    admit(
      event.subject, key: key, row: noContact, attempt: 0, about: incident, to: event.resource, diversions: diversions)
    if event.detail != 0 { contacts[event.subject].pointee.partner = event.value }
  }

  /// What an answer means beyond itself: a first handler can tell a second what it is about, or nobody picks up.
  @inline(never)
  mutating func noteAnswer(_ event: Event) {
    let contact = contacts[event.subject]
    if event.callbackReply == .unreached {
      contact.pointee.state = .dialling
      refreshInterruptible(handlerOf: contact)
    }
    let first = contact.pointee.partner
    if first == noContact { return }
    contact.pointee.partner = noContact
    contacts[first].pointee.partner = noContact
    contacts[first].pointee.state = .briefing
    begin(contacts[first].pointee.work, on: contacts[first])
  }

  /// What the handler of a contact does with it has changed, and with it whether the handler may be called away.
  mutating func refreshInterruptible(handlerOf contact: UnsafeMutablePointer<ContactRecord>) {
    let number = contact.pointee.handler
    refreshInterruptible(handlers[number], number)
  }

  /// A contact left before anybody answered: a handler who stayed on the line for it has nothing more to wait for.
  @inline(never)
  mutating func releaseIntroducer(of contact: UnsafeMutablePointer<ContactRecord>) {
    let first = contacts[contact.pointee.partner]
    contact.pointee.partner = noContact
    first.pointee.partner = noContact
    first.pointee.state = .briefing
    begin(0, on: first)
  }
}
