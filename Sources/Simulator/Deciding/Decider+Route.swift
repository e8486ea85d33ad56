import ContactCentre
import DiscreteEvents

extension Decider {
  /// The router: which waiting contact meets which ready handler next. Called while there is such a pair.
  ///
  /// **Contacts.** Within a channel, first come, first served, in the order in which they joined the queue also within an
  /// instant. Among the channels of which somebody ready could take a contact, those of the highest priority; among these,
  /// the one whose first in line joined first; between two that joined at the same instant, the lower contact's number.
  /// Where channels have a head start or a weight, not who joined first but whose wait, with the head start and times the
  /// weight, is longest.
  ///
  /// **Handlers.** A handler who has nothing in hand can take any contact of the team's channels. A handler who holds
  /// chats, fewer than the team's concurrency, can take another chat. Among those who can take the contact: the one with
  /// the fewest in hand; then of the team that answers the fewest channels; then of the team listed first in the scenario;
  /// then the one who has had that many in hand for longest (for somebody with nothing in hand: the longest idle), where
  /// signing on, and coming back from a break, count as the beginning of idleness. Of a channel with rules of its own
  /// (handlers kept free, work interrupted, help from other teams): see ``World/choice(for:)``.
  @inline(always)
  func route() -> Event {
    let contact = world.pointee.contacts[firstInLine(world.pointee.channelsWaiting & world.pointee.channelsReady)]
    let rule = world.pointee.tables.channels + Int(contact.pointee.channel)
    let handler = idleHandler(for: rule)
    if handler == noHandler { return routeOtherwise(contact) }
    return rule.pointee.asksMore ? answerAskingMore(contact, handler) : answer(contact, by: handler)
  }

  /// An answer by a handler with nothing in hand, to a contact of which no more is to be known than how long it takes.
  @inline(always)
  func answer(_ contact: UnsafePointer<ContactRecord>, by handler: UInt16) -> Event {
    .contactAnswered(
      at: world.pointee.now, contact: contact.pointee.number, handler: handler, work: drawHandling(contact))
  }

  /// The handler to whom ``route()`` will give a contact that joins the queue of a channel at `time`, where that is all that
  /// can happen next; nil otherwise.
  ///
  /// Nobody who could be answered waits, and nothing else is due at this instant before contacts are routed. So the contact
  /// is the only one there, as nobody waits where somebody is ready, and is answered.
  @inline(always)
  func handlerAtOnce(on channel: UInt16, at time: Milliseconds) -> UInt16? {
    let ready = world.pointee.channelsReady
    guard ready & 1 &<< UInt64(channel) != 0,
      world.pointee.channelsUnsettled | (world.pointee.channelsWaiting & ready) == 0
    else { return nil }
    let routing = Calendar.moment(time, rank: Rank.routing)
    guard min(tape.pointee.nextMoment, world.pointee.contactCalendar.nextMoment) > routing,
      min(world.pointee.forceMoment, roster.pointee.nextMoment) > routing
    else { return nil }
    let handler = idleHandler(for: world.pointee.tables.channels + Int(channel))
    return handler == noHandler ? nil : handler
  }

  /// Whether a contact that is about to arrive enters its first front stage next: nothing comes before that.
  @inline(always)
  func hasFront(_ arrival: Event) -> Bool {
    world.pointee.tables.channels[Int(arrival.resource)].stageCount > 0
  }

  /// As nobody with nothing in hand can simply take it.
  @inline(never)
  private func routeOtherwise(_ contact: UnsafePointer<ContactRecord>) -> Event {
    let rule = world.pointee.tables.channels + Int(contact.pointee.channel)
    let choice = otherHandler(for: Int(contact.pointee.channel))
    if rule.pointee.asksMore { return answerAskingMore(contact, choice.handler, interrupts: choice.interrupts) }
    return .contactAnswered(
      at: world.pointee.now, contact: contact.pointee.number, handler: choice.handler, work: drawHandling(contact),
      interrupts: choice.interrupts)
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
    if let routing = world.pointee.tables.routing, routing.pointee.weighsWaits {
      let wait = weighed(since, routing.pointee.channels[channel])
      let otherWait = weighed(otherSince, routing.pointee.channels[otherChannel])
      if wait != otherWait { return wait > otherWait }
    }
    return since != otherSince ? since < otherSince : contact < other
  }

  /// How much a wait that began at `since` counts.
  private func weighed(_ since: Milliseconds, _ rule: RoutingRule) -> Double {
    rule.waitWeight * Double(world.pointee.now - since + rule.headStart)
  }

  /// The handler with nothing in hand who takes a contact of a channel that is routed in the short way, or ``noHandler``.
  @inline(always)
  private func idleHandler(for rule: UnsafePointer<ChannelRule>) -> UInt16 {
    var route = world.pointee.tables.routes + rule.pointee.firstRoute
    let end = route + rule.pointee.routeCount
    while route < end {
      let head = world.pointee.readyLists[route.pointee.firstList].head
      if head != noHandler { return head }
      route += 1
    }
    return noHandler
  }

  /// Who takes the contact of a special channel, or else on top of what is in hand.
  private func otherHandler(for channel: Int) -> HandlerChoice {
    if let choice = world.pointee.choice(for: channel) { return choice }
    let rule = world.pointee.tables.channels[channel]
    let route = world.pointee.tables.routes + rule.firstRoute
    for load in 1..<Int(UInt8.max) {
      for index in 0..<rule.routeCount where load < route[index].concurrency {
        let head = world.pointee.readyLists[route[index].firstList + load].head
        if head != noHandler { return HandlerChoice(handler: head, interrupts: false) }
      }
    }
    preconditionFailure("a channel is ready only while a handler is")
  }
}
