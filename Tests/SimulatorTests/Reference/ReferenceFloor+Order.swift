import ContactCentre
import DiscreteEvents

/// The order in which things happen that are due at one instant.
enum ReferenceTurn: Int {
  /// What follows at once from what has just happened.
  case atOnce
  /// Handlers sign on or come back.
  case signOn
  /// Conversations and wrap-ups end.
  case completion
  /// Handlers sign off or go on a break.
  case signOff
  /// Contacts arrive, redial, leave a stage or have waited long enough for others; teams begin to help.
  case arrival
  /// Waiting contacts meet ready handlers; then those left over settle down to wait.
  case routing
  /// Waiting contacts give up.
  case abandonment
}

/// Something that will happen at some time if nothing happens before.
struct Occurrence: Comparable {
  enum What {
    case dutyBegins, callerComes
    case contact(Int)
    case handler(Int)
    case overflow(Int)
    case surge(Int)
    case followUpComes(Int)
    case answer(ReferenceFloor.Pair)
    case settle(Int)
  }
  var time: Milliseconds
  var turn: ReferenceTurn
  var what: What
  /// Of two things at one instant and turn: which of a kind comes first.
  var number = 0

  /// Of things at one instant and turn: who is rostered before who returns, who is new before who was here; contacts,
  /// handlers, queues, surges, contacts that come of others.
  private var kind: Int {
    switch what {
    case .dutyBegins, .answer: 0
    case .callerComes, .settle: 1
    case .contact: 2
    case .handler: 3
    case .overflow: 4
    case .surge: 5
    case .followUpComes: 6
    }
  }

  static func < (one: Occurrence, other: Occurrence) -> Bool {
    (one.time, one.turn.rawValue, one.kind, one.number) < (other.time, other.turn.rawValue, other.kind, other.number)
  }

  static func == (one: Occurrence, other: Occurrence) -> Bool { !(one < other) && !(other < one) }
}

extension ReferenceFloor {
  /// Of everything that is pending, what comes first; nil if nothing is.
  func next() -> Occurrence? {
    var first: Occurrence?
    func consider(_ pending: Occurrence?) {
      guard let pending else { return }
      if let least = first, !(pending < least) { return }
      first = pending
    }

    consider(duties.first.map { Occurrence(time: $0.start, turn: .signOn, what: .dutyBegins) })
    consider(callers.first.map { Occurrence(time: $0.time, turn: .arrival, what: .callerComes) })
    for number in present { consider(pending(ofContact: number)) }
    for position in handlers.indices { consider(pending(ofHandler: position)) }
    for channel in queues.indices { consider(pendingOverflow(of: channel)) }
    for (number, surge) in surges.enumerated() {
      consider(
        surge.due.map {
          Occurrence(time: $0, turn: surge.isActive ? .atOnce : .arrival, what: .surge(number), number: number)
        })
    }
    for item in followUps {
      consider(
        Occurrence(time: item.due, turn: .arrival, what: .followUpComes(item.number), number: item.number))
    }
    // Only what may still happen at this instant.
    if first.map({ ($0.time, $0.turn.rawValue) > (now, ReferenceTurn.routing.rawValue) }) ?? true {
      consider(pendingAnswer())
      for channel in queues.indices { consider(pendingSettling(in: channel)) }
    }
    return first
  }

  private func pending(ofContact number: Int) -> Occurrence? {
    let contact = contacts[number]
    guard let due = contact.due else { return nil }
    let turn: ReferenceTurn =
      switch contact.state {
      case .offered, .givenUp, .left: .atOnce
      case .handling, .wrappingUp, .briefing, .dialling: .completion
      case .inStage, .redialling: .arrival
      case .waiting, .joined, .awaitingCallback, .introducing, .gone: .abandonment
      }
    return Occurrence(time: due, turn: turn, what: .contact(number), number: number)
  }

  private func pending(ofHandler position: Int) -> Occurrence? {
    guard let handler = handlers[position] else { return nil }
    func occurrence(_ time: Milliseconds, _ turn: ReferenceTurn) -> Occurrence {
      Occurrence(time: time, turn: turn, what: .handler(position), number: position)
    }
    switch handler.state {
    case .working: return stopsWorking(handler).map { occurrence($0, .signOff) }
    case .onBreak(let until): return occurrence(until, until == handler.end ? .signOff : .signOn)
    case .finishingForBreak, .finishingForGood:
      return handler.inHand.isEmpty && handler.left.isEmpty ? occurrence(now, .signOff) : nil
    }
  }

  /// The first in line of those who have not waited long enough for other teams will have.
  private func pendingOverflow(of channel: Int) -> Occurrence? {
    guard let overflow = scenario.channels[channel].routing.overflow,
      let number = queues[channel].first(where: { !contacts[$0].hasOverflowed }), contacts[number].state != .joined
    else { return nil }
    return Occurrence(
      time: contacts[number].joinedAt + overflow.after, turn: .arrival, what: .overflow(number), number: channel)
  }

  /// Somebody can be answered.
  private func pendingAnswer() -> Occurrence? {
    nextPair().map { Occurrence(time: now, turn: .routing, what: .answer($0)) }
  }

  /// Who has joined a queue and cannot be answered settles down to wait: by channel, then as they joined.
  private func pendingSettling(in channel: Int) -> Occurrence? {
    queues[channel].first { contacts[$0].state == .joined }
      .map { Occurrence(time: now, turn: .routing, what: .settle($0), number: channel) }
  }
}
