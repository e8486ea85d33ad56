import ContactCentre
import DiscreteEvents

// Contacts that come of others.
extension World {
  /// A contact will lead to another.
  @inline(never)
  mutating func scheduleFollowUp(_ event: Event) {
    let contact = contacts[event.subject]
    // That rule is settled; the next is asked.
    contact.pointee.stage = event.detail &+ 1
    followUpsNumbered = event.extra &+ 1
    let due = now &+ Milliseconds(event.value)
    // Nobody arrives once the measured days are over, so who would come later is not waited for.
    guard due < plan.windowEnd else { return }
    let item = followUps.admit(event.extra)
    item.pointee = FollowUpRecord(
      key: RandomKey(bits: contact.pointee.key).derived(Purpose.followUpOfContact(event.detail)).bits,
      moment: Calendar.moment(due, rank: Rank.arrival), number: event.extra, contact: event.subject,
      incident: contact.pointee.incident, channel: event.resource, diversions: contact.pointee.diversions &+ 1)
    scheduleFollowUp(event.extra, at: item.pointee.moment)
  }

  /// One that was pending has come.
  @inline(never)
  mutating func followUp(_ event: Event) {
    let item = followUps[event.extra].pointee
    cancelFollowUp(event.extra, at: item.moment)
    followUps[event.extra].pointee = .gone
    admit(
      event.subject, key: RandomKey(bits: item.key), row: noContact, attempt: 0, about: item.incident,
      to: event.resource, diversions: item.diversions)
  }

  /// The contacts to come, as people look at them.
  func viewOfFollowUps() -> [WorldView.FollowUp] {
    followUps.pending.map {
      WorldView.FollowUp(item: $0.number, contact: $0.contact, channel: Int($0.channel), due: $0.due)
    }
  }
}
