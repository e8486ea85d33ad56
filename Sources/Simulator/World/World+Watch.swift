import ContactCentre
import DiscreteEvents

// Queues that are watched: those that overflow to other teams, and those that make teams help.
extension World {
  /// Whether a channel's queue is watched.
  @inline(always)
  func isWatched(_ channel: Int) -> Bool {
    guard let routing = tables.routing else { return false }
    return routing.pointee.watched & 1 &<< UInt64(channel) != 0
  }

  /// A contact has settled down to wait in a queue that is watched.
  mutating func watchSettling(_ contact: UnsafeMutablePointer<ContactRecord>) {
    let channel = Int(contact.pointee.channel)
    if queues[channel].firstShort == noContact { timeOverflow(of: channel, from: contact.pointee.number) }
    watchSurges(on: channel)
  }

  /// A contact has left a queue that is watched; `next` was behind it.
  mutating func watchLeaving(_ contact: UnsafeMutablePointer<ContactRecord>, next: UInt32) {
    let channel = Int(contact.pointee.channel)
    if queues[channel].firstShort == contact.pointee.number { timeOverflow(of: channel, from: next) }
    watchSurges(on: channel)
    reckonReadiness()
  }

  /// A contact has waited long enough for other teams.
  mutating func overflow(_ event: Event) {
    timeOverflow(of: Int(event.resource), from: contacts[event.subject].pointee.next)
    reckonReadiness()
  }

  /// The first that has not waited long enough is `number`, if that one is settled; it overflows in time.
  private mutating func timeOverflow(of channel: Int, from number: UInt32) {
    guard let rule = tables.routing?.pointee.channels[channel], rule.overflows else { return }
    let queue = queues + channel
    if queue.pointee.overflowMoment != Calendar.never {
      cancelForce(Owner.queue(channel), at: queue.pointee.overflowMoment)
      queue.pointee.overflowMoment = Calendar.never
    }
    queue.pointee.firstShort = noContact
    guard number != noContact, contacts[number].pointee.state.isSettled else { return }
    queue.pointee.firstShort = number
    // A plan that is changed on the way may find that somebody has waited long enough already.
    let due = max(now, contacts[number].pointee.since &+ rule.overflowAfter)
    queue.pointee.overflowMoment = Calendar.moment(due, rank: Rank.arrival)
    scheduleForce(Owner.queue(channel), at: queue.pointee.overflowMoment)
  }

  // MARK: Surges

  /// Times the beginning or the end of help on a channel whose queue has changed.
  private mutating func watchSurges(on channel: Int) {
    guard let routing = tables.routing else { return }
    for number in 0..<routing.pointee.surgeCount where routing.pointee.surges[number].channel == channel {
      watch(surge: number, routing.pointee.surges[number])
    }
  }

  private mutating func watch(surge number: Int, _ rule: SurgeRule) {
    let waiting = Int(queues[rule.channel].count)
    let isDue = surges[number].isActive ? waiting <= rule.until : waiting > rule.over
    if isDue == (surges[number].moment != Calendar.never) { return }
    if isDue {
      let moment =
        surges[number].isActive
        ? Calendar.moment(now, rank: Rank.atOnce) : Calendar.moment(now &+ rule.lasting, rank: Rank.arrival)
      surges[number].moment = moment
      scheduleForce(Owner.surge(number), at: moment)
    } else {
      cancelForce(Owner.surge(number), at: surges[number].moment)
      surges[number].moment = Calendar.never
    }
  }

  /// Teams begin to help, or cease to.
  mutating func turnSurge(_ event: Event, on isActive: Bool) {
    // A log of another plan may tell of surges that this one has not.
    guard let routing = tables.routing, Int(event.resource) < routing.pointee.surgeCount else { return }
    let number = Int(event.resource)
    if surges[number].moment != Calendar.never {
      cancelForce(Owner.surge(number), at: surges[number].moment)
      surges[number].moment = Calendar.never
    }
    surges[number].isActive = isActive
    watch(surge: number, routing.pointee.surges[number])
    reckonReadiness()
  }
}
