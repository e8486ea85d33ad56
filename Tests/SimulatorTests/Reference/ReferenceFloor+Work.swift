import ContactCentre
import DiscreteEvents

// From the answer to the last that comes of a contact.
extension ReferenceFloor {
  // MARK: Answering

  mutating func answer(_ pair: Pair) {
    let number = pair.contact
    let channel = channel(of: number)
    let outcome = outcome(of: number)
    var work = workOfHandling(number, by: pair.position)
    var callback = CallbackReply.none
    var survey = surveyReply(number, outcome)
    if contacts[number].state == .awaitingCallback, let rule = channel.callback {
      let dialling = draws(number).length(rule.dialling, .dialling)
      callback = draws(number).uniform(.reached) < rule.reached ? .reached : .unreached
      // Who does not pick up takes the dialling only, and is asked nothing.
      work = callback == .reached ? sum(work, dialling) : dialling
      if callback == .unreached { survey = .notAsked }
    }
    // Who answers a warm transfer speaks to the first handler first.
    let first = contacts[number].introducedBy
    if let first { work = sum(work, UInt32(contacts[first].work)) }
    log.append(
      .contactAnswered(
        at: now, contact: UInt32(number), handler: UInt16(pair.position), work: work, interrupts: pair.interrupts,
        survey: survey, callback: callback))

    leaveQueue(number)
    if pair.interrupts { leaveEverything(pair.position) }
    contacts[number].state = callback == .unreached ? .dialling : .handling
    contacts[number].work = Double(work)
    take(number, pair.position)
    endIntroduction(of: number, isAnswered: true)
  }

  private func sum(_ one: UInt32, _ other: UInt32) -> UInt32 {
    UInt32(min(Milliseconds(one) + Milliseconds(other), Event.longest))
  }

  /// The contact is in the handler's hands from now on.
  private mutating func take(_ number: Int, _ position: Int) {
    reckonWork(of: position)
    contacts[number].handler = position
    contacts[number].reckonedAt = now
    handlers[position]?.inHand.append(number)
    retimeWork(of: position)
    handlers[position]?.readySince = log.count
  }

  // MARK: Attention
  //
  // A handler with n contacts in hand needs slowdown[n] times as long for each. Whenever n changes, what is left of every
  // piece of work is reckoned at the old pace up to now, and its end is set by the new one, to the nearest millisecond.

  private func pace(_ handler: Handler) -> Double { scenario.teams[handler.team].slowdown[handler.inHand.count - 1] }

  private mutating func reckonWork(of position: Int) {
    guard let handler = handlers[position] else { return }
    for number in handler.inHand where contacts[number].state != .introducing {
      let done = Double(now - contacts[number].reckonedAt) / pace(handler)
      contacts[number].work = max(0, contacts[number].work - done)
      contacts[number].reckonedAt = now
    }
  }

  private mutating func retimeWork(of position: Int) {
    for number in handlers[position]?.inHand ?? [] where contacts[number].state != .introducing { setEnd(of: number) }
  }

  private mutating func setEnd(of number: Int) {
    guard let handler = handlers[contacts[number].handler] else { return }
    contacts[number].due =
      now + Milliseconds((contacts[number].work * pace(handler)).rounded(.toNearestOrEven))
  }

  /// Other work with a contact in hand begins.
  private mutating func begin(_ work: Double, _ state: Contact.State, on number: Int) {
    contacts[number].state = state
    contacts[number].work = work
    contacts[number].reckonedAt = now
    setEnd(of: number)
  }

  // MARK: Leaving work for something more pressing

  private mutating func leaveEverything(_ position: Int) {
    reckonWork(of: position)
    guard let handler = handlers[position] else { return }
    for number in handler.inHand {
      contacts[number].leftWhile = contacts[number].state
      contacts[number].state = .left
      contacts[number].due = nil
    }
    handlers[position]?.left = handler.inHand
    handlers[position]?.inHand = []
  }

  mutating func resume(_ number: Int) {
    let position = contacts[number].handler
    log.append(
      .workResumed(
        at: now, contact: UInt32(number), handler: UInt16(position),
        interruption: UInt32(now - contacts[number].reckonedAt)))
    handlers[position]?.left.removeAll { $0 == number }
    contacts[number].state = contacts[number].leftWhile
    take(number, position)
  }

  // MARK: Ending

  /// The conversation is over: its caller is handed on, what will follow is settled, rule by rule, and then it ends.
  mutating func endConversation(_ number: Int) {
    let contact = contacts[number]
    let outcomes = channel(of: number).outcomes
    if contact.state == .dialling { return endHandling(number, outcome: outcomes.count, wrapUp: 0) }

    let outcome = outcome(of: number)
    let rule = outcome < outcomes.count ? outcomes[outcome] : nil
    let goesOn = contact.diversions < Self.mostDiversions
    if goesOn, let transfer = rule?.transfer, contact.handedOnAs == nil { return handOn(number, transfer) }
    if goesOn, let rules = rule?.followUps {
      for place in contact.rulesSettled..<max(contact.rulesSettled, rules.count)
      where draws(number).uniform(.followUp(place)) < rules[place].probability {
        return scheduleFollowUp(number, rules[place], place)
      }
    }
    endHandling(number, outcome: outcome, wrapUp: workOfWrapUp(number))
  }

  private mutating func endHandling(_ number: Int, outcome: Int, wrapUp: UInt32) {
    log.append(
      .handlingEnded(
        at: now, contact: UInt32(number), handler: UInt16(contacts[number].handler), wrapUp: wrapUp,
        outcome: UInt8(outcome)))
    if wrapUp == 0 { release(number) } else { begin(Double(wrapUp), .wrappingUp, on: number) }
  }

  mutating func endWrapUp(_ number: Int) {
    log.append(.wrapUpEnded(at: now, contact: UInt32(number), handler: UInt16(contacts[number].handler)))
    release(number)
  }

  /// The handler lets go of a contact, and takes up what was left for it if nothing else is in hand.
  private mutating func release(_ number: Int) {
    let position = contacts[number].handler
    reckonWork(of: position)
    leave(number)
    handlers[position]?.inHand.removeAll { $0 == number }
    retimeWork(of: position)
    handlers[position]?.readySince = log.count
    guard let handler = handlers[position], handler.inHand.isEmpty else { return }
    for left in handler.left { contacts[left].due = now }
  }

  // MARK: Handing on

  private mutating func handOn(_ number: Int, _ transfer: Channel.Transfer) {
    let target = self.number(ofChannel: transfer.to)
    let briefing = transfer.warm.map { draws(number).length($0, .briefing) }
    log.append(
      .contactTransferred(
        at: now, contact: UInt32(contacts.count), channel: UInt16(target), previous: UInt32(number),
        isWarm: briefing != nil, briefing: briefing ?? 0))
    contacts[number].handedOnAs = contacts.count
    if let briefing {
      contacts[number].state = .introducing
      contacts[number].due = nil
      contacts[number].work = Double(briefing)
    }
    admit(
      Contact(
        number: contacts.count, key: contacts[number].key.derived(2 << 32), channel: target,
        diversions: contacts[number].diversions + 1, introducedBy: briefing == nil ? nil : number))
  }

  /// Whoever introduced a contact that is answered briefs the one who answers; if it left, there is nothing to say.
  mutating func endIntroduction(of number: Int, isAnswered: Bool) {
    guard let first = contacts[number].introducedBy else { return }
    contacts[number].introducedBy = nil
    begin(isAnswered ? contacts[first].work : 0, .briefing, on: first)
  }

  // MARK: What comes of it

  private mutating func scheduleFollowUp(_ number: Int, _ rule: Channel.FollowUp, _ place: Int) {
    let delay = draws(number).length(rule.after, .followUpDelay(place))
    let target = self.number(ofChannel: rule.to)
    log.append(
      .followUpScheduled(
        at: now, contact: UInt32(number), channel: UInt16(target), delay: delay, item: UInt32(followUpsNumbered),
        rule: UInt8(place)))
    contacts[number].rulesSettled = place + 1
    // Nobody arrives once the measured days are over.
    if now + Milliseconds(delay) < windowEnd {
      followUps.append(
        FollowUp(
          number: followUpsNumbered, due: now + Milliseconds(delay), previous: number, channel: target,
          key: contacts[number].key.derived(3 << 32 + UInt64(place)), diversions: contacts[number].diversions + 1))
    }
    followUpsNumbered += 1
  }

  mutating func followUp(_ item: Int) {
    guard let place = followUps.firstIndex(where: { $0.number == item }) else { return }
    let coming = followUps.remove(at: place)
    log.append(
      .contactFollowedUp(
        at: now, contact: UInt32(contacts.count), channel: UInt16(coming.channel), previous: UInt32(coming.previous),
        item: UInt32(item)))
    admit(
      Contact(
        number: contacts.count, key: coming.key, channel: coming.channel, diversions: coming.diversions))
  }
}
