import ContactCentre
import DiscreteEvents

/// Decides what happens next. Reads the world, the demand tape and the duty roster, and changes none of them.
struct Decider {
  let world: UnsafePointer<World>
  let tape: UnsafePointer<DemandTape>
  let roster: UnsafePointer<DutyRoster>
  /// When the run ends.
  let end: Milliseconds

  /// What happens next; nil once the run has ended. Changes nothing.
  ///
  /// In this order: what is due at this instant and comes before routing; routing; settling down to wait; sending units;
  /// then whatever is due soonest.
  @inline(always)
  func decide() -> Event? {
    let tapeMoment = tape.pointee.nextMoment
    let contactMoment = world.pointee.contactCalendar.nextMoment
    let forceMoment = world.pointee.forceMoment
    let rosterMoment = roster.pointee.nextMoment
    let moment = min(min(tapeMoment, contactMoment), min(forceMoment, rosterMoment))

    if world.pointee.channelsUnsettled | (world.pointee.channelsWaiting & world.pointee.channelsReady) != 0,
      moment > Calendar.moment(world.pointee.now, rank: Rank.routing)
    {
      return world.pointee.channelsWaiting & world.pointee.channelsReady != 0 ? route() : settle()
    }

    let time = Calendar.time(of: moment)
    if time >= end { return nil }
    // At the same moment: who is rostered before who returns, who is new to the tape before who was here.
    if moment == rosterMoment { return decideDuty() }
    if moment == tapeMoment { return decideArrival() }
    if moment == contactMoment { return decide(about: world.pointee.contactCalendar.nextOwner, at: time) }
    return decideForce(at: time)
  }

  /// A unit can be sent, or something that a handler, a unit or an incident waits for is due.
  @inline(never)
  private func decideForce(at due: Milliseconds) -> Event? {
    // What a plan that took over in the middle of a run would have had happen before happens now.
    let time = max(due, world.pointee.now)
    if world.pointee.dispatchIsDue, world.pointee.forceMoment == world.pointee.dispatchMoment { return dispatch() }
    // At the same moment: handlers, units, incidents, contacts that come of others.
    let forceMoment = world.pointee.forceCalendar.nextMoment
    let incidentMoment = world.pointee.incidentCalendar.nextMoment
    if world.pointee.followUpCalendar.nextMoment < min(forceMoment, incidentMoment) { return decideFollowUp(at: time) }
    if incidentMoment < forceMoment {
      return decide(aboutIncident: world.pointee.incidentCalendar.nextOwner, at: time)
    }
    let owner = world.pointee.forceCalendar.nextOwner
    if let unit = Owner.unit(of: owner) { return decide(aboutUnit: unit, at: time) }
    if let channel = Owner.queue(of: owner) {
      let contact = world.pointee.queues[channel].firstShort
      return .contactOverflowed(at: time, contact: contact, channel: UInt16(channel))
    }
    if let surge = Owner.surge(of: owner) {
      return world.pointee.surges[surge].isActive
        ? .surgeEnded(at: time, surge: UInt16(surge)) : .surgeBegan(at: time, surge: UInt16(surge))
    }
    return decide(about: UInt16(truncatingIfNeeded: owner), at: time)
  }

  /// Somebody comes about what is over.
  private func decideFollowUp(at time: Milliseconds) -> Event {
    let number = world.pointee.followUpCalendar.nextOwner
    let item = world.pointee.followUps[number]
    return .contactFollowedUp(
      at: time, contact: world.pointee.contactsNumbered, channel: item.pointee.channel, previous: item.pointee.contact,
      item: number)
  }

  @inline(always)
  private func decideArrival() -> Event {
    let place = tape.pointee.next
    if Int(place.source) >= world.pointee.tables.channelCount { return decideLog(place) }
    if world.pointee.tables.hasCallers { return decideCaller(place) }
    return .contactArrived(
      at: place.time, contact: world.pointee.contactsNumbered, channel: place.source, cell: place.cell,
      index: place.index)
  }

  /// Something that a contact waits for is due.
  @inline(always)
  private func decide(about number: UInt32, at time: Milliseconds) -> Event? {
    let contact = world.pointee.contacts[number]
    switch contact.pointee.state {
    case .handling:
      if world.pointee.tables.channels[Int(contact.pointee.channel)].asksMore {
        return endAskingMore(contact, at: time)
      }
      return .handlingEnded(
        at: time, contact: number, handler: contact.pointee.handler, wrapUp: drawWrapUp(contact),
        outcome: drawOutcome(contact))
    case .wrappingUp:
      return .wrapUpEnded(at: time, contact: number, handler: contact.pointee.handler)
    case .waiting:
      return .contactAbandoned(at: time, contact: number, willRedial: drawRedial(contact))
    case .inStage:
      return decideFront(contact, at: time)
    case .redialling:
      return .contactRedialled(
        at: time, contact: world.pointee.contactsNumbered, channel: contact.pointee.channel, previous: number,
        attempt: contact.pointee.attempt &+ 1)
    case .atFront:
      return enterStage(contact.pointee.stage, contact, at: time)
    case .givenUp:
      let rule = world.pointee.tables.channels[Int(contact.pointee.channel)].redial
      return .redialScheduled(at: time, contact: number, channel: rule.channel, delay: drawRedialDelay(contact))
    case .briefing, .dialling:
      return endAskingMore(contact, at: time)
    case .handlingSuspended, .wrapUpSuspended:
      return .workResumed(
        at: time, contact: number, handler: contact.pointee.handler,
        interruption: UInt32(clamping: time - contact.pointee.since))
    case .gone, .unsettled, .introducing, .awaitingCallback:
      return nil  // These wait for nothing, so the calendar holds nothing of theirs.
    }
  }

  /// A front stage is over: the contact is contained, diverted, enters the next stage, or joins the queue.
  private func decideFront(_ contact: UnsafePointer<ContactRecord>, at time: Milliseconds) -> Event {
    let number = contact.pointee.number
    let stage = contact.pointee.stage
    let rule = world.pointee.tables.channels[Int(contact.pointee.channel)]
    let stageRule = UnsafePointer(world.pointee.tables.stages + (rule.firstStage + Int(stage)))
    let exits: ExitRule
    if stageRule.pointee.isPlain {
      exits = stageRule.pointee.exits
    } else {
      if let event = leaveAsRecorded(stageRule, contact, at: time) { return event }
      exits = self.exits(of: stageRule, contact)
    }
    if exits.areAny {
      var share = drawUniform(contact, Purpose.stageBranch(stage))
      if share < exits.contains { return .contactContained(at: time, contact: number, stage: stage) }
      share -= exits.contains
      // Nobody is sent round for ever: after so many diversions a contact goes on where it is.
      if contact.pointee.diversions < Self.mostDiversions {
        for index in 0..<exits.diversionCount {
          let diversion = world.pointee.tables.diversions[exits.firstDiversion + index]
          if share < diversion.share {
            return .contactDiverted(at: time, contact: number, channel: diversion.channel, stage: stage)
          }
          share -= diversion.share
        }
      }
    }
    if Int(stage) + 1 < rule.stageCount { return enterStage(stage + 1, contact, at: time) }
    return .frontPassed(at: time, contact: number)
  }

  func enterStage(
    _ stage: UInt8, _ contact: UnsafePointer<ContactRecord>, at time: Milliseconds
  ) -> Event {
    let first = world.pointee.tables.channels[Int(contact.pointee.channel)].firstStage
    let rule = world.pointee.tables.stages + (first + Int(stage))
    if !rule.pointee.isPlain { return enterSpecial(rule, in: stage, contact, at: time) }
    return .frontStageEntered(
      at: time, contact: contact.pointee.number, stage: stage, duration: drawStageTime(contact, stage))
  }

  /// The most often one contact is diverted to another channel.
  static var mostDiversions: UInt8 { 16 }

  /// Those who joined a queue at this instant and found nobody ready wait: by channel, then as they joined.
  private func settle() -> Event {
    let channel = world.pointee.channelsUnsettled.trailingZeroBitCount
    let contact = world.pointee.contacts[world.pointee.queues[channel].firstUnsettled]
    if world.pointee.tables.channels[channel].callsBack, acceptsCallback(contact) {
      return .contactQueuedForCallback(at: world.pointee.now, contact: contact.pointee.number)
    }
    return .contactQueued(at: world.pointee.now, contact: contact.pointee.number, patience: drawPatience(contact))
  }

  /// A duty begins: its handler signs on to the lowest free position, or does not turn up.
  private func decideDuty() -> Event? {
    let duty = roster.pointee.next
    let number = world.pointee.dutiesBegun
    let length =
      duty.end - duty.start <= Event.longest ? UInt32(duty.end - duty.start) : Event.endless
    if let hub = roster.pointee.hub(of: duty) { return decideUnitDuty(duty, hub: hub, length: length) }
    // A force with more people than there are positions cannot be simulated; the scenario's limits keep it from here.
    guard duty.isPresent, let position = world.pointee.handlers.free() else {
      return .handlerAbsent(at: duty.start, duty: number, team: duty.staff, length: length, isLate: duty.isLate)
    }
    return .handlerSignedOn(
      at: duty.start, duty: number, handler: position, team: duty.staff, length: length, shift: duty.shift,
      turn: duty.turn, percentSlower: duty.percentSlower, onOvertime: duty.isOnOvertime)
  }

  /// A handler's break, the end of one, or the end of the tour is due.
  private func decide(about number: UInt16, at time: Milliseconds) -> Event {
    let handler = world.pointee.handlers[number]
    let isOver = time >= handler.pointee.end
    switch handler.pointee.state {
    case .onBreak where !isOver:
      return .handlerReturned(at: time, handler: number)
    case .working where !isOver, .finishingForBreak where !isOver:
      return decidePause(of: handler, number, at: time)
    case .working where handler.pointee.load > 0:
      return .handlerFinishingUp(at: time, handler: number, forBreak: false)
    default:
      return .handlerSignedOff(at: time, handler: number)
    }
  }
}
