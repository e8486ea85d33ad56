import ContactCentre
import DiscreteEvents

// What events about contacts tell.
extension Situation {
  /// Who comes: for the first time, once more, or about an incident.
  func caller(of event: Event) -> Caller? {
    switch event.kind {
    case .contactArrived:
      Caller(channel: event.resource, cell: event.value, index: event.extra, known: event.repeatCaller)
    case .contactRedialled: returners[event.value]?.caller
    case .contactRangAgain: incidents[event.value]?.caller
    case .contactFollowedUp: followers[event.extra]?.caller
    case .contactTransferred: contacts[event.value]?.caller
    default: nil
    }
  }

  mutating func offer(_ event: Event, _ kind: EventKind) {
    var story = ContactStory(
      number: event.subject, caller: caller(of: event), attempt: 0,
      offers: [.init(time: event.time, channel: event.resource)])
    if kind == .contactRedialled {
      story.redialOf = event.value
      story.attempt = event.detail
      let returner = returners.removeValue(forKey: event.value)
      story.about = returner?.about
      story.isRing = returner?.isRing ?? false
    } else if kind == .contactRangAgain {
      story.about = event.value
      story.isRing = true
      incidents[event.value]?.rings.append(event.time)
    } else if kind == .contactFollowedUp {
      story.follows = event.value
      story.about = followers.removeValue(forKey: event.extra)?.about
    } else if kind == .contactTransferred {
      story.transferredFrom = event.value
      story.about = contacts[event.value]?.about
    }
    if let known = story.caller?.known {
      story.contactsBefore = history[known, default: 0]
      // What follows from a contact, or is handed on, is none that the caller makes.
      if story.isMadeByCaller { history[known, default: 0] += 1 }
    }
    if !hasFront(event.resource) { story.joined = event.time }
    contacts[event.subject] = story
  }

  mutating func move(_ event: Event, _ kind: EventKind) {
    let time = event.time
    switch kind {
    case .frontStageEntered:
      guard let channel = contacts[event.subject]?.channel else { return }
      let lasts = Milliseconds(event.value)
      contacts[event.subject]?.stages.append(.init(channel: channel, number: event.detail, lasts: lasts))
      if counts(event.detail, of: channel) { contacts[event.subject]?.counted += lasts }
    case .frontPassed:
      contacts[event.subject]?.joined = time
    case .contactContained:
      contacts[event.subject]?.contained = time
      contacts[event.subject]?.isOver = true
    case .contactDiverted:
      let joined = hasFront(event.resource) ? nil : time
      contacts[event.subject]?.offers.append(.init(time: time, channel: event.resource))
      contacts[event.subject]?.counted = 0
      contacts[event.subject]?.joined = joined
    case .contactQueued:
      contacts[event.subject]?.queued = time
      contacts[event.subject]?.isCalledBack = event.isForCallback
      contacts[event.subject]?.patience = event.value == Event.endless ? nil : Milliseconds(event.value)
    case .contactAnswered:
      let tour = handlers[event.resource]
      contacts[event.subject]?.answered = time
      contacts[event.subject]?.handler = event.resource
      contacts[event.subject]?.tour = tour
      contacts[event.subject]?.survey = event.surveyReply
      if event.callbackReply != .none { contacts[event.subject]?.isReached = event.callbackReply == .reached }
      // Who rings again about an incident does not raise another.
      if event.detail != 0, contacts[event.subject]?.about == nil { contacts[event.subject]?.opensIncident = true }
    case .handlingEnded:
      guard let story = contacts[event.subject] else { return }
      contacts[event.subject]?.handled = time
      contacts[event.subject]?.outcome = event.detail
      contacts[event.subject]?.isOver = event.value == 0
      if story.about == nil, opensAtTheEnd(event.detail, of: story.channel) {
        contacts[event.subject]?.opensIncident = true
      }
    case .wrapUpEnded:
      contacts[event.subject]?.wrappedUp = time
      contacts[event.subject]?.isOver = true
    case .contactAbandoned:
      contacts[event.subject]?.abandoned = time
      contacts[event.subject]?.isOver = event.detail == 0
    case .workResumed:
      // In place: a contact taken up again and again has a long list, which a copy of its story would copy each time.
      contacts[event.subject]?.resume(at: time, after: Milliseconds(event.value))
    case .followUpScheduled:
      guard let story = contacts[event.subject], time + Milliseconds(event.value) < plan.windowEnd else { return }
      followers[event.extra] = Returner(caller: story.caller, about: story.about)
    default:  // A redial was scheduled.
      guard let story = contacts[event.subject] else { return }
      contacts[event.subject]?.isOver = true
      // Nobody arrives once the measured days are over.
      if time + Milliseconds(event.value) < plan.windowEnd {
        returners[event.subject] = Returner(caller: story.caller, about: story.about, isRing: story.isRing)
      }
    }
  }

  /// Takes leave of a contact if nothing more is to come of it.
  mutating func endedContact(_ number: UInt32) -> Ended {
    guard let story = contacts[number], story.isOver, !story.opensIncident || story.incident != nil else {
      return .nothing
    }
    contacts[number] = nil
    return .contact(story)
  }

  private func hasFront(_ channel: UInt16) -> Bool {
    Int(channel) < plan.scenario.channels.count && !plan.scenario.channels[Int(channel)].front.isEmpty
  }

  /// Whether the time in a stage counts as waiting.
  private func counts(_ stage: UInt8, of channel: UInt16) -> Bool {
    guard Int(channel) < plan.scenario.channels.count else { return false }
    let front = plan.scenario.channels[Int(channel)].front
    return Int(stage) < front.count && front[Int(stage)].counts
  }

  /// Whether an incident opens from a conversation that ended so, as soon as it has.
  private func opensAtTheEnd(_ outcome: UInt8, of channel: UInt16) -> Bool {
    guard let response = plan.scenario.response, Int(channel) < plan.scenario.channels.count else { return false }
    let outcomes = plan.scenario.channels[Int(channel)].outcomes
    guard Int(outcome) < outcomes.count, outcomes[Int(outcome)].opens == nil else { return false }
    return response.grades.contains { $0.id == outcomes[Int(outcome)].grade }
  }
}
