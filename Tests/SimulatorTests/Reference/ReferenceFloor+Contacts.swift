import ContactCentre
import DiscreteEvents

// From coming to the queue, and from giving up to coming again.
extension ReferenceFloor {
  /// The most often one contact is diverted, handed on or followed up.
  static var mostDiversions: Int { 16 }

  func channel(of number: Int) -> Channel { scenario.channels[contacts[number].channel] }

  func number(ofChannel id: String) -> Int { scenario.channels.firstIndex { $0.id == id } ?? 0 }

  // MARK: Coming

  mutating func arrive() {
    let caller = callers.removeFirst()
    log.append(
      .contactArrived(
        at: now, contact: UInt32(contacts.count), channel: UInt16(caller.channel), cell: caller.cell,
        index: caller.index, caller: caller.repeats))
    var row: TraceRow?
    if case .trace(let rows) = scenario.channels[caller.channel].arrivals { row = rows[Int(caller.index)] }
    let key = channelKeys[caller.channel].derived(UInt64(caller.cell) << 32 | UInt64(caller.index))
    admit(Contact(number: contacts.count, key: key, row: row, channel: caller.channel))
  }

  /// Somebody is offered to a channel: at its front, or in its queue.
  mutating func admit(_ contact: Contact) {
    contacts.append(contact)
    present.append(contact.number)
    offer(contact.number)
  }

  private mutating func offer(_ number: Int) {
    contacts[number].frontStage = 0
    if channel(of: number).front.isEmpty {
      join(number)
    } else {
      contacts[number].state = .offered
      contacts[number].due = now
    }
  }

  private mutating func join(_ number: Int) {
    contacts[number].state = .joined
    contacts[number].due = nil
    contacts[number].joinedAt = now
    queues[contacts[number].channel].append(number)
  }

  mutating func leave(_ number: Int) {
    contacts[number].state = .gone
    contacts[number].due = nil
    present.removeAll { $0 == number }
  }

  /// What a contact waits for is due.
  mutating func goOn(_ number: Int) {
    switch contacts[number].state {
    case .offered: enterStage(0, number)
    case .inStage: leaveStage(number)
    case .waiting: giveUp(number)
    case .givenUp: scheduleRedial(number)
    case .redialling: redial(number)
    case .handling, .briefing, .dialling: endConversation(number)
    case .wrappingUp: endWrapUp(number)
    case .left: resume(number)
    case .joined, .awaitingCallback, .introducing, .gone: preconditionFailure("nothing is due to it")
    }
  }

  // MARK: Before the queue

  private mutating func enterStage(_ stage: Int, _ number: Int) {
    let rule = channel(of: number).front[stage]
    let choice = draws(number).uniform(.stageOption(stage))
    let option = ReferenceDraws.place(of: choice, in: rule.options.map(\.share))
    let takes = option.map { rule.options[$0].takes } ?? rule.takes
    let duration = draws(number).length(takes, .stageTime(stage))
    if let option {
      log.append(
        .frontStageEntered(
          at: now, contact: UInt32(number), stage: UInt8(stage), duration: duration, option: UInt8(option)))
    } else {
      log.append(.frontStageEntered(at: now, contact: UInt32(number), stage: UInt8(stage), duration: duration))
    }
    contacts[number].frontStage = stage
    contacts[number].option = option
    contacts[number].state = .inStage
    contacts[number].due = now + Milliseconds(duration)
  }

  private mutating func leaveStage(_ number: Int) {
    let stage = contacts[number].frontStage
    let rule = channel(of: number).front[stage]
    let option = contacts[number].option.map { rule.options[$0] }
    let contains = option?.contains ?? rule.contains
    let divertsTo = option?.divertsTo ?? rule.divertsTo

    var share = draws(number).uniform(.stageBranch(stage))
    if share < contains {
      log.append(.contactContained(at: now, contact: UInt32(number), stage: UInt8(stage)))
      endIntroduction(of: number, isAnswered: false)
      return leave(number)
    }
    share -= contains
    if contacts[number].diversions < Self.mostDiversions {
      for diversion in divertsTo {
        if share < diversion.share { return divert(number, to: self.number(ofChannel: diversion.to)) }
        share -= diversion.share
      }
    }
    if stage + 1 < channel(of: number).front.count { return enterStage(stage + 1, number) }
    log.append(.frontPassed(at: now, contact: UInt32(number)))
    join(number)
  }

  private mutating func divert(_ number: Int, to channel: Int) {
    log.append(
      .contactDiverted(
        at: now, contact: UInt32(number), channel: UInt16(channel), stage: UInt8(contacts[number].frontStage)))
    contacts[number].channel = channel
    contacts[number].diversions += 1
    contacts[number].row = nil
    offer(number)
  }

  // MARK: Giving up

  private mutating func giveUp(_ number: Int) {
    let redial = channel(of: number).redial
    let triesAgain =
      redial.map { contacts[number].attempt < $0.atMost && draws(number).uniform(.redial) < $0.probability } ?? false
    log.append(.contactAbandoned(at: now, contact: UInt32(number), willRedial: triesAgain))
    leaveQueue(number)
    endIntroduction(of: number, isAnswered: false)
    if !triesAgain { return leave(number) }
    contacts[number].state = .givenUp
    contacts[number].due = now
  }

  private mutating func scheduleRedial(_ number: Int) {
    guard let redial = channel(of: number).redial else { return }
    let delay = draws(number).length(redial.after, .redialDelay)
    let target = self.number(ofChannel: redial.to)
    log.append(.redialScheduled(at: now, contact: UInt32(number), channel: UInt16(target), delay: delay))
    contacts[number].channel = target
    contacts[number].state = .redialling
    contacts[number].due = now + Milliseconds(delay)
    // Nobody arrives once the measured days are over.
    if now + Milliseconds(delay) >= windowEnd { leave(number) }
  }

  private mutating func redial(_ number: Int) {
    let before = contacts[number]
    log.append(
      .contactRedialled(
        at: now, contact: UInt32(contacts.count), channel: UInt16(before.channel), previous: UInt32(number),
        attempt: UInt8(before.attempt + 1)))
    leave(number)
    admit(
      Contact(
        number: contacts.count, key: before.key.derived(UInt64(before.attempt + 1)), channel: before.channel,
        attempt: before.attempt + 1))
  }
}
