import DiscreteEvents

extension Decider {
  /// The router: which waiting contact meets which ready handler next. Called while there is such a pair.
  ///
  /// **Contacts.** Within a channel, first come, first served, in the order in which they joined the queue also within an
  /// instant. Among the channels of which somebody ready could take a contact, those of the highest priority; among these,
  /// the one whose first in line joined first; between two that joined at the same instant, the lower contact's number.
  ///
  /// **Handlers.** A handler who has nothing in hand can take any contact of the team's channels. A handler who holds
  /// chats, fewer than the team's concurrency, can take another chat. Among those who can take the contact: the one with
  /// the fewest in hand; then of the team that answers the fewest channels; then of the team listed first in the scenario;
  /// then the one who has had that many in hand for longest (for somebody with nothing in hand: the longest idle), where
  /// signing on, and coming back from a break, count as the beginning of idleness.
  @inline(always)
  func route() -> Event {
    let contact = world.pointee.contacts[firstInLine(world.pointee.channelsWaiting & world.pointee.channelsReady)]
    let rule = world.pointee.tables.channels + Int(contact.pointee.channel)
    let handler = handler(for: rule)
    if rule.pointee.opensEarly { return routeToEarlyOpening(contact, handler) }
    return .contactAnswered(
      at: world.pointee.now, contact: contact.pointee.number, handler: handler,
      work: slowed(drawHandling(contact), handler, rule))
  }

  /// As the contact may turn out to need the police before the conversation is over, what it turns out to be is asked now.
  @inline(never)
  private func routeToEarlyOpening(_ contact: UnsafePointer<ContactRecord>, _ handler: UInt16) -> Event {
    let rule = world.pointee.tables.channels + Int(contact.pointee.channel)
    let work = slowed(drawHandling(contact), handler, rule)
    let opening = world.pointee.tables.openings + (rule.pointee.firstOpening + Int(drawOutcome(contact)))
    guard opening.pointee.grade != ResponseTables.noGrade, opening.pointee.isEarly else {
      return .contactAnswered(at: world.pointee.now, contact: contact.pointee.number, handler: handler, work: work)
    }
    let after = withUnsafePointer(to: opening.pointee.after) { drawDuration(contact, $0, Purpose.opening) }
    return .contactAnswered(
      at: world.pointee.now, contact: contact.pointee.number, handler: handler, work: work,
      grade: opening.pointee.grade, opensAfter: after)
  }

  @inline(always)
  private func firstInLine(_ candidates: UInt64) -> UInt32 {
    var channel = candidates.trailingZeroBitCount
    var best = world.pointee.queues[channel].head
    var rest = candidates & (candidates &- 1)
    while rest != 0 {
      let other = rest.trailingZeroBitCount
      rest &= rest &- 1
      let head = world.pointee.queues[other].head
      if isBefore(head, other, best, channel) {
        best = head
        channel = other
      }
    }
    return best
  }

  private func isBefore(_ contact: UInt32, _ channel: Int, _ other: UInt32, _ otherChannel: Int) -> Bool {
    let rank = world.pointee.tables.channels[channel].rank
    let otherRank = world.pointee.tables.channels[otherChannel].rank
    if rank != otherRank { return rank < otherRank }
    let since = world.pointee.contacts[contact].pointee.since
    let otherSince = world.pointee.contacts[other].pointee.since
    return since != otherSince ? since < otherSince : contact < other
  }

  @inline(always)
  private func handler(for rule: UnsafePointer<ChannelRule>) -> UInt16 {
    var route = world.pointee.tables.routes + rule.pointee.firstRoute
    let end = route + rule.pointee.routeCount
    while route < end {
      let head = world.pointee.readyLists[route.pointee.firstList].head
      if head != noHandler { return head }
      route += 1
    }
    return busyHandler(for: rule)
  }

  /// The handler who takes another contact on top of what is in hand.
  @inline(never)
  private func busyHandler(for rule: UnsafePointer<ChannelRule>) -> UInt16 {
    let route = world.pointee.tables.routes + rule.pointee.firstRoute
    for load in 1..<Int(UInt8.max) {
      for index in 0..<rule.pointee.routeCount where load < route[index].concurrency {
        let head = world.pointee.readyLists[route[index].firstList + load].head
        if head != noHandler { return head }
      }
    }
    preconditionFailure("a channel is ready only while a handler is")
  }
}
