import ContactCentre
import DiscreteEvents

// Callers handed on, called back, and contacts that come of others.
extension LogWatcher {
  /// A contact that is to come of another.
  struct Item {
    var contact: UInt32
    var channel: Int
    var due: Milliseconds
    var enabled: Int
    var diversions: Int
  }

  /// What a channel says of a contact that turned out to be `number`; nil if it is none of those named.
  func outcome(_ number: Int, of channel: Int) -> Channel.Outcome? {
    let outcomes = scenario.channels[channel].outcomes
    return number < outcomes.count ? outcomes[number] : nil
  }

  mutating func transfer(_ event: Event) {
    check(event.subject == numbered, "contacts are numbered one after the other")
    numbered += 1
    // Its conversation is over, or would be.
    guard endWork(of: event.value, by: nil, .handling) != nil, var previous = contacts[event.value] else { return }
    check(previous.handedOnAs == nil, "handed on twice")
    check(previous.diversions < 16, "handed on too often")
    let target = scenario.channels[Int(event.resource)].id
    check(
      scenario.channels[previous.channel].outcomes.contains {
        $0.share > 0 && $0.transfer?.to == target && ($0.transfer?.warm != nil) == (event.detail != 0)
      }, "nobody is handed on there so")
    previous.handedOnAs = event.subject
    previous.enabled = index
    var contact = Contact(channel: Int(event.resource), diversions: previous.diversions + 1)
    if event.detail != 0 {
      previous.stage = .introducing
      previous.work = Double(event.extra)
      contact.introducer = event.value
    }
    contacts[event.value] = previous
    offer(event.subject, contact)
  }

  /// Whoever introduced a contact that has been answered, or has left, speaks for what is left of its work.
  mutating func endIntroduction(of contact: inout Contact, briefing isAnswered: Bool) {
    guard let number = contact.introducer else { return }
    contact.introducer = nil
    guard var first = contacts[number], first.stage == .introducing else { return fail("nobody introduced it") }
    first.stage = .briefing
    if !isAnswered { first.work = 0 }
    first.reckoned = now
    first.enabled = index
    contacts[number] = first
  }

  mutating func scheduleFollowUp(_ event: Event) {
    check(Int(event.extra) == itemsNumbered, "what is to come is numbered one after the other")
    itemsNumbered += 1
    guard var contact = endWork(of: event.subject, by: nil, .handling, .briefing) else { return }
    let rule = Int(event.detail)
    check(contact.diversions < 16, "followed up too often")
    check(rule > contact.followUps.last ?? -1, "a rule is settled twice")
    let target = scenario.channels[Int(event.resource)].id
    check(
      scenario.channels[contact.channel].outcomes.contains {
        $0.share > 0 && rule < $0.followUps.count && $0.followUps[rule].to == target
          && $0.followUps[rule].probability > 0
      }, "nobody follows up so")
    contact.followUps.append(rule)
    contacts[event.subject] = contact
    let due = now + Milliseconds(event.value)
    if due < plan.windowEnd {
      items[event.extra] = Item(
        contact: event.subject, channel: Int(event.resource), due: due, enabled: index,
        diversions: contact.diversions + 1)
    }
  }

  mutating func followUp(_ event: Event) {
    check(event.subject == numbered, "contacts are numbered one after the other")
    numbered += 1
    guard let item = items.removeValue(forKey: event.extra) else { return fail("nothing was to come") }
    take(3, 6, UInt64(event.extra), enabled: item.enabled)
    check(item.due == now, "followed up at the wrong time")
    check(item.channel == Int(event.resource) && item.contact == event.value, "something else was to come")
    offer(event.subject, Contact(channel: item.channel, diversions: item.diversions))
  }

  /// What was to come of a contact that ended so has been settled.
  mutating func checkWhatFollows(_ contact: Contact, _ number: Int) {
    guard contact.diversions < 16, contact.stage != .dialling else { return }
    let outcome = outcome(number, of: contact.channel)
    check((outcome?.transfer != nil) == (contact.handedOnAs != nil), "was, or was not, handed on")
    let rules = outcome?.followUps ?? []
    check(contact.followUps.allSatisfy { $0 < rules.count }, "something else is to come than it ended as")
    for (rule, followUp) in rules.enumerated() where followUp.probability == 1 {
      check(contact.followUps.contains(rule), "rule \(rule) should have been followed")
    }
  }

  // MARK: Callbacks and surveys

  /// Whether who joins the queue is called back, or not, as the channel says.
  mutating func checkCallback(_ event: Event, _ contact: Contact) {
    let ahead = contacts.values.count {
      $0.channel == contact.channel && ($0.stage == .waiting || $0.stage == .awaitingCallback)
    }
    let callback = scenario.channels[contact.channel].callback
    let isOffered = callback.map { ahead >= $0.whenWaiting && $0.accepts > 0 } ?? false && contact.introducer == nil
    check(!event.isForCallback || isOffered, "nobody offered to call back")
    check(event.isForCallback || !isOffered || callback?.accepts != 1, "should be called back")
  }

  mutating func checkReplies(_ event: Event, _ contact: Contact) {
    let channel = scenario.channels[contact.channel]
    check((event.callbackReply != .none) == (contact.stage == .awaitingCallback), "called back, or not, by mistake")
    check(event.callbackReply != .unreached || channel.callback?.reached != 1, "everybody picks up")
    let survey = channel.survey
    check(event.surveyReply == .notAsked || survey.map { $0.sample > 0 } ?? false, "nobody asks")
    if event.callbackReply == .unreached {
      check(event.surveyReply == .notAsked && event.detail == 0, "nothing comes of who was not reached")
    } else if survey?.sample == 1, !channel.outcomes.contains(where: { $0.transfer != nil }) {
      check(event.surveyReply != .notAsked, "everybody is asked")
    }
    if survey?.replies == 1 { check(event.surveyReply != .silent, "everybody replies") }
  }
}
