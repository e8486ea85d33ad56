import ContactCentre
import DiscreteEvents

// What is asked about a contact, from its answer to its end, where that is more than how long it takes: see
// ``ChannelRule/asksMore``. Out of the way of the others.
extension Decider {
  /// An answer by `handler`. As what the contact turns out to be follows from its key, it can be asked now.
  @inline(never)
  func answerAskingMore(
    _ contact: UnsafePointer<ContactRecord>, _ handler: UInt16, interrupts: Bool = false
  ) -> Event {
    let now = world.pointee.now
    let number = contact.pointee.number
    var extraWork: UInt32 = 0
    var callback = CallbackReply.none
    if contact.pointee.state == .awaitingCallback {
      let rule = world.pointee.tables.contactRules.callbacks[Int(contact.pointee.channel)]
      extraWork = draw(contact, rule.dialling, Purpose.dialling)
      if drawUniform(contact, Purpose.reached) >= rule.reached {
        return .contactAnswered(
          at: now, contact: number, handler: handler, work: extraWork, interrupts: interrupts, callback: .unreached)
      }
      callback = .reached
    } else if contact.pointee.partner != noContact {
      // Who answers a warm transfer speaks to the first handler first.
      extraWork = UInt32(min(world.pointee.contacts[contact.pointee.partner].pointee.work, Double(Event.longest)))
    }
    let outcome = drawOutcome(contact)
    let work = Milliseconds(drawWork(contact, outcome, by: handler)) + Milliseconds(extraWork)
    let opening = earlyOpening(of: contact, outcome)
    return .contactAnswered(
      at: now, contact: number, handler: handler, work: UInt32(min(work, Event.longest)), interrupts: interrupts,
      survey: drawSurvey(contact, outcome), callback: callback, grade: opening?.grade, opensAfter: opening?.after ?? 0)
  }

  /// The undivided attention that `handler` will give to a contact that turns out to be `outcome`.
  func drawWork(_ contact: UnsafePointer<ContactRecord>, _ outcome: UInt8, by handler: UInt16) -> UInt32 {
    let rule = outcomeRule(contact, outcome)
    if rule.pointee.hasHandling, recorded(contact)?.handling.isNaN ?? true {
      return slowed(draw(contact, rule.pointee.handling, Purpose.handling), handler)
    }
    return slowed(drawHandling(contact), handler)
  }

  /// What opens from the contact before the conversation is over, and when.
  private func earlyOpening(
    of contact: UnsafePointer<ContactRecord>, _ outcome: UInt8
  ) -> (grade: UInt8, after: UInt32)? {
    let rule = world.pointee.tables.channels + Int(contact.pointee.channel)
    let opening = world.pointee.tables.openings + (rule.pointee.firstOpening + Int(outcome))
    guard opening.pointee.grade != ResponseTables.noGrade, opening.pointee.isEarly else { return nil }
    return (opening.pointee.grade, draw(contact, opening.pointee.after, Purpose.opening))
  }

  /// What the caller will say of it. Who is handed on is asked, if at all, by the channel they are handed on to.
  private func drawSurvey(_ contact: UnsafePointer<ContactRecord>, _ outcome: UInt8) -> SurveyReply {
    let survey = world.pointee.tables.contactRules.surveys + Int(contact.pointee.channel)
    guard survey.pointee.sample > 0, !isHandedOn(contact, outcome),
      drawUniform(contact, Purpose.surveySample) < survey.pointee.sample
    else { return .notAsked }
    guard drawUniform(contact, Purpose.surveyReply) < survey.pointee.replies else { return .silent }
    let probability = Channel.Survey.probability(
      satisfied: survey.pointee.satisfied, wait: world.pointee.now - contact.pointee.since,
      halfLife: survey.pointee.halfLife, factor: outcomeRule(contact, outcome).pointee.satisfaction)
    return drawUniform(contact, Purpose.satisfaction) < probability ? .satisfied : .dissatisfied
  }

  // MARK: The end

  /// The conversation is over: its caller is handed on, what will follow is settled, rule by rule, and then it ends.
  @inline(never)
  func endAskingMore(_ contact: UnsafePointer<ContactRecord>, at time: Milliseconds) -> Event {
    let number = contact.pointee.number
    let handler = contact.pointee.handler
    if contact.pointee.state == .dialling {
      // Nobody picked up: it comes to nothing.
      let none = world.pointee.tables.channels[Int(contact.pointee.channel)].outcomeCount
      return .handlingEnded(at: time, contact: number, handler: handler, wrapUp: 0, outcome: UInt8(none))
    }
    let outcome = drawOutcome(contact)
    let rule = outcomeRule(contact, outcome)
    if contact.pointee.state == .handling, contact.pointee.partner == noContact, isHandedOn(contact, outcome) {
      let briefing = rule.pointee.isWarm ? draw(contact, rule.pointee.briefing, Purpose.briefing) : 0
      return .contactTransferred(
        at: time, contact: world.pointee.contactsNumbered, channel: rule.pointee.transfersTo, previous: number,
        isWarm: rule.pointee.isWarm, briefing: briefing)
    }
    return followUp(contact, rule, at: time)
      ?? .handlingEnded(
        at: time, contact: number, handler: handler, wrapUp: slowed(drawWrapUp(contact, rule), handler),
        outcome: outcome)
  }

  /// The next contact that is to come of one that turned out to be what `rule` is of; nil if no other is.
  private func followUp(
    _ contact: UnsafePointer<ContactRecord>, _ rule: UnsafePointer<OutcomeRule>, at time: Milliseconds
  ) -> Event? {
    if isWornOut(contact) { return nil }
    var number = contact.pointee.stage
    while number < rule.pointee.followUpCount {
      let next = world.pointee.tables.contactRules.followUps[rule.pointee.firstFollowUp + Int(number)]
      if drawUniform(contact, Purpose.followUp(number)) < next.probability {
        return .followUpScheduled(
          at: time, contact: contact.pointee.number, channel: next.channel,
          delay: draw(contact, next.after, Purpose.followUpDelay(number)), item: world.pointee.followUpsNumbered,
          rule: number)
      }
      number += 1
    }
    return nil
  }

  private func drawWrapUp(
    _ contact: UnsafePointer<ContactRecord>, _ rule: UnsafePointer<OutcomeRule>
  ) -> UInt32 {
    if rule.pointee.hasWrapUp, recorded(contact)?.wrapUp.isNaN ?? true {
      return draw(contact, rule.pointee.wrapUp, Purpose.wrapUp)
    }
    return drawWrapUp(contact)
  }

  private func isHandedOn(_ contact: UnsafePointer<ContactRecord>, _ outcome: UInt8) -> Bool {
    outcomeRule(contact, outcome).pointee.transfersTo != OutcomeRule.nowhere && !isWornOut(contact)
  }

  /// Nothing goes on for ever: after so many contacts of one caller that came of one another, no other does.
  private func isWornOut(_ contact: UnsafePointer<ContactRecord>) -> Bool {
    contact.pointee.diversions >= Self.mostDiversions
  }

  // MARK: Callbacks

  /// Who must wait is offered a callback if enough wait ahead; see ``Channel/Callback``. Not somebody who is being
  /// introduced by a handler on the line.
  @inline(never)
  func acceptsCallback(_ contact: UnsafePointer<ContactRecord>) -> Bool {
    let rule = world.pointee.tables.contactRules.callbacks + Int(contact.pointee.channel)
    guard rule.pointee.accepts > 0, contact.pointee.partner == noContact else { return false }
    // The first of those that are not settled yet: all before it wait.
    var ahead = Int(world.pointee.queues[Int(contact.pointee.channel)].count)
    var number = contact.pointee.number
    while number != noContact {
      ahead -= 1
      number = world.pointee.contacts[number].pointee.next
    }
    return ahead >= rule.pointee.whenWaiting && drawUniform(contact, Purpose.callback) < rule.pointee.accepts
  }

  // MARK: Looking up

  private func outcomeRule(
    _ contact: UnsafePointer<ContactRecord>, _ outcome: UInt8
  ) -> UnsafePointer<OutcomeRule> {
    let first = world.pointee.tables.channels[Int(contact.pointee.channel)].firstOpening
    return UnsafePointer(world.pointee.tables.contactRules.outcomes + (first + Int(outcome)))
  }

  private func draw(
    _ contact: UnsafePointer<ContactRecord>, _ sampler: Sampler, _ purpose: UInt64
  ) -> UInt32 {
    withUnsafePointer(to: sampler) { drawDuration(contact, $0, purpose) }
  }
}
