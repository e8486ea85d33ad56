import ContactCentre
import DiscreteEvents

// Whether what is said of contacts can have happened.
extension World {
  /// See ``impossibility(of:isOwn:)``.
  func impossibilityOfContact(_ event: Event, _ kind: EventKind, isOwn: Bool) -> String? {
    switch kind {
    case .contactArrived, .contactRedialled, .contactRangAgain, .contactFollowedUp, .contactTransferred:
      return impossibilityOfComing(event, kind)
    case .frontStageEntered, .frontPassed, .contactContained, .contactDiverted:
      return impossibilityAtFront(event, kind)
    default: break
    }
    guard let contact = contact(event.subject) else { return "is about contact \(event.subject), who is not there" }
    switch kind {
    case .contactQueued:
      let isNext = queues[Int(contact.channel)].firstUnsettled == contact.number
      guard contact.state == .unsettled, isNext else { return "is about somebody who has not just joined a queue" }
      return event.isForCallback && contact.partner != noContact ? "lets go of somebody being introduced" : nil
    case .contactAnswered: return impossibilityOfAnswer(event, contact, isOwn: isOwn)
    case .handlingEnded:
      let isSpoken = [.handling, .briefing, .dialling].contains(contact.state)
      return isSpoken && contact.handler == event.resource ? nil : "is about a conversation that is not going on"
    case .wrapUpEnded:
      return contact.state == .wrappingUp && contact.handler == event.resource
        ? nil : "is about somebody whom the handler does not finish off"
    case .contactAbandoned:
      return contact.state == .waiting ? nil : "is about somebody who does not wait"
    case .redialScheduled:
      if Int(event.resource) >= tables.channelCount { return Self.unknownChannel(event.resource) }
      return contact.state == .givenUp ? nil : "is about somebody who has not just given up"
    case .followUpScheduled:
      if Int(event.resource) >= tables.channelCount { return Self.unknownChannel(event.resource) }
      if event.extra != followUpsNumbered || event.extra == .max { return "is not the next to be numbered" }
      return contact.state == .handling || contact.state == .briefing
        ? nil : "is about a conversation that is not going on"
    case .workResumed: return impossibilityOfResumption(event, contact)
    case .contactOverflowed:
      return contact.state.isSettled && contact.channel == event.resource ? nil : "is about somebody who does not wait"
    default: return nil
    }
  }

  static func unknownChannel(_ number: UInt16) -> String { "names channel \(number), of which there is none" }

  /// The contact of a number, if it is in the centre or will come back.
  private func contact(_ number: UInt32) -> ContactRecord? {
    let contact = contacts[number].pointee
    return contact.state != .gone && contact.number == number ? contact : nil
  }

  // MARK: Coming

  private func impossibilityOfComing(_ event: Event, _ kind: EventKind) -> String? {
    let channel = Int(event.resource)
    if event.subject != contactsNumbered || event.subject == noContact {
      return "brings contact \(event.subject), and contact \(contactsNumbered) is next"
    }
    if channel >= tables.channelCount { return Self.unknownChannel(event.resource) }
    switch kind {
    case .contactArrived:
      let isThere = event.value != 0 || Int(event.extra) < tables.channels[channel].traceCount
      return isThere ? nil : "brings row \(event.extra) of a recording that does not have it"
    case .contactRedialled:
      guard let previous = contact(event.value), previous.state == .redialling else {
        return "brings somebody back who has not gone"
      }
      return previous.channel == event.resource ? nil : "comes on another channel than was said before"
    case .contactFollowedUp:
      let item = followUps[event.extra].pointee
      return item.moment != Calendar.never && item.number == event.extra && item.channel == event.resource
        ? nil : "comes of something that was not to come"
    case .contactRangAgain:
      let incident = response.incidents[event.value].pointee
      return incident.state == .open && incident.number == event.value && !incident.isAttended
        ? nil : "is about an incident that waits for nobody"
    default:  // Somebody is handed on.
      guard let previous = contact(event.value), previous.state == .handling, previous.partner == noContact else {
        return "hands on somebody who is not spoken to"
      }
      return nil
    }
  }

  // MARK: Before the queue

  private func impossibilityAtFront(_ event: Event, _ kind: EventKind) -> String? {
    guard let contact = contact(event.subject) else { return "is about contact \(event.subject), who is not there" }
    guard contact.state == .inStage || contact.state == .atFront && kind == .frontStageEntered else {
      return "is about somebody who is in no stage before the queue"
    }
    switch kind {
    case .frontStageEntered:
      let rule = tables.channels[Int(contact.channel)]
      let next = contact.state == .atFront ? 0 : Int(contact.stage) + 1
      guard next == Int(event.detail), next < rule.stageCount else { return "enters stage \(event.detail) out of turn" }
      let options = Int(tables.stages[rule.firstStage + next].optionCount)
      return Int(event.extra) <= options ? nil : "chooses what the stage does not offer"
    case .contactDiverted:
      return Int(event.resource) < tables.channelCount ? nil : Self.unknownChannel(event.resource)
    default: return nil
    }
  }

  // MARK: With a handler

  private func impossibilityOfAnswer(_ event: Event, _ contact: ContactRecord, isOwn: Bool) -> String? {
    guard contact.state == .unsettled || contact.state.isSettled else { return "is about somebody who does not wait" }
    if event.callbackReply == .unreached, contact.state != .awaitingCallback {
      return "calls somebody back who waits on the line"
    }
    guard let handler = handler(event.resource), handler.state == .working else {
      return "is by handler \(event.resource), who is not at work"
    }
    if Int(handler.team) == tables.response?.pointee.desk { return "is by a dispatcher" }
    let team = tables.teams + Int(handler.team)
    if isOwn, (team.pointee.channels | team.pointee.special) & 1 &<< UInt64(contact.channel) == 0 {
      return "is by handler \(event.resource), whose team does not answer the channel"
    }
    if event.interrupts {
      guard handler.contact != noContact, handler.suspended == noContact, mayLeaveAll(inHandOf: event.resource) else {
        return "calls handler \(event.resource) away, who may not be"
      }
    } else {
      guard handler.listed, handler.load == 0 || tables.channels[Int(contact.channel)].sharesHandler else {
        return "is by handler \(event.resource), who is not free"
      }
    }
    if event.detail != 0, Int(event.detail) > tables.response?.pointee.gradeCount ?? 0 {
      return "opens an incident of a grade of which there is none"
    }
    return nil
  }

  private func impossibilityOfResumption(_ event: Event, _ contact: ContactRecord) -> String? {
    guard contact.state == .handlingSuspended || contact.state == .wrapUpSuspended,
      contact.handler == event.resource, contact.moment != Calendar.never, let handler = handler(event.resource)
    else { return "is about work that was not left" }
    return Int(handler.load) < tables.teams[Int(handler.team)].concurrency
      ? nil : "gives handler \(event.resource) more than the team allows"
  }

  /// The handler at a position; nil if nobody is.
  func handler(_ position: UInt16) -> HandlerRecord? {
    guard Int(position) < handlers.count, handlers[position].pointee.state != .away else { return nil }
    return handlers[position].pointee
  }
}
