import ContactCentre
import DiscreteEvents

// Who is answered next by whom, who settles down to wait, and which teams help.
extension ReferenceFloor {
  /// A contact and who takes it.
  struct Pair {
    var contact: Int
    var position: Int
    /// Whether the handler leaves what is in hand for it.
    var interrupts: Bool
  }

  /// Of the first in line of each channel whom somebody can take, the one of the highest priority; among these, the one
  /// whose wait, with the head start and times the weight, is longest; then who joined first; then the lower number.
  func nextPair() -> Pair? {
    var best: Pair?
    for queue in queues {
      guard let first = queue.first, let taker = taker(of: first) else { continue }
      if let other = best?.contact, !isBefore(first, other) { continue }
      best = Pair(contact: first, position: taker.position, interrupts: taker.interrupts)
    }
    return best
  }

  private func isBefore(_ number: Int, _ other: Int) -> Bool {
    if channel(of: number).priority != channel(of: other).priority {
      return channel(of: number).priority > channel(of: other).priority
    }
    if weighedWait(number) != weighedWait(other) { return weighedWait(number) > weighedWait(other) }
    return (contacts[number].joinedAt, number) < (contacts[other].joinedAt, other)
  }

  private func weighedWait(_ number: Int) -> Double {
    let routing = channel(of: number).routing
    return routing.waitWeight * Double(now - contacts[number].joinedAt + routing.headStart)
  }

  /// Who takes a contact that is first in line: of all who can, one with the fewest in hand; then of the first team
  /// that may take it; then who has been ready for longest. If nobody can: of the first team who has anybody whom it
  /// interrupts, the one who has been for longest at work that may be interrupted.
  private func taker(of number: Int) -> (position: Int, interrupts: Bool)? {
    let teams = teams(for: number)
    let able = handlers.indices.filter { canTake(handlers[$0], number) }
    for load in Set(able.compactMap { handlers[$0]?.inHand.count }).sorted() {
      for team in teams {
        let ready = able.filter { handlers[$0]?.team == team && handlers[$0]?.inHand.count == load }
        if load == 0, ready.count <= channel(of: number).routing.leavesFree { continue }
        if let longest = ready.min(by: { readySince($0) < readySince($1) }) { return (longest, false) }
      }
    }
    for team in teams {
      let busy = handlers.indices.filter { handlers[$0]?.team == team && interrupts(number, handlers[$0]) }
      if let longest = busy.min(by: { interruptibleSince($0) < interruptibleSince($1) }) { return (longest, true) }
    }
    return nil
  }

  private func readySince(_ position: Int) -> Int { handlers[position]?.readySince ?? .max }

  private func interruptibleSince(_ position: Int) -> Int { handlers[position]?.interruptibleSince ?? .max }

  /// The teams that may take a contact, the one to be asked first leading: those that answer its channel, of the fewest
  /// channels first, then as they are listed; those of a surge while it lasts; those its queue overflows to, once it has
  /// waited long enough.
  private func teams(for number: Int) -> [Int] {
    let id = channel(of: number).id
    var teams = scenario.teams.indices.filter { scenario.teams[$0].answers.contains(id) }
      .sorted { (scenario.teams[$0].answers.count, $0) < (scenario.teams[$1].answers.count, $1) }
    for (surge, rule) in scenario.surges.enumerated() where rule.channel == id && surges[surge].isActive {
      teams += rule.teams.compactMap { name in scenario.teams.firstIndex { $0.id == name } }
    }
    if let overflow = channel(of: number).routing.overflow, contacts[number].hasOverflowed {
      teams += overflow.teams.compactMap { name in scenario.teams.firstIndex { $0.id == name } }
    }
    return teams
  }

  /// Somebody at work with nothing in hand can take anything; who holds contacts that may be held together can take
  /// another of that sort, up to the team's concurrency.
  private func canTake(_ handler: Handler?, _ number: Int) -> Bool {
    guard let handler, case .working = handler.state else { return false }
    if handler.inHand.isEmpty { return true }
    return channel(of: number).isConcurrent && handler.inHand.allSatisfy { channel(of: $0).isConcurrent }
      && handler.inHand.count < scenario.teams[handler.team].concurrency
  }

  // MARK: Being called away

  /// Whether a contact interrupts all that somebody has in hand who may be interrupted.
  private func interrupts(_ number: Int, _ handler: Handler?) -> Bool {
    guard let handler, handler.interruptibleSince != nil else { return false }
    return handler.inHand.allSatisfy { channel(of: number).routing.preempts.contains(channel(of: $0).id) }
  }

  /// Keeps since when each handler has been at work that may be interrupted.
  mutating func noteWhoMayBeInterrupted() {
    for position in handlers.indices {
      guard let handler = handlers[position] else { continue }
      let since = mayBeInterrupted(handler) ? handler.interruptibleSince ?? log.count : nil
      handlers[position]?.interruptibleSince = since
    }
  }

  /// Who is not finishing up, has left nothing for what is in hand, and could leave all of that, conversations or wrap-ups,
  /// for contacts that the team takes, if need be in a surge or an overflow.
  private func mayBeInterrupted(_ handler: Handler) -> Bool {
    guard case .working = handler.state, handler.left.isEmpty, !handler.inHand.isEmpty else { return false }
    let team = scenario.teams[handler.team]
    let taken = scenario.channels.filter { channel in
      team.answers.contains(channel.id) || channel.routing.overflow?.teams.contains(team.id) ?? false
        || scenario.surges.contains { $0.channel == channel.id && $0.teams.contains(team.id) }
    }
    return handler.inHand.allSatisfy { number in
      taken.contains { $0.routing.preempts.contains(channel(of: number).id) }
        && (contacts[number].state == .handling || contacts[number].state == .wrappingUp)
    }
  }

  // MARK: Waiting

  /// Who must wait is called back, if that is offered and accepted, or waits as long as patience lasts.
  mutating func settle(_ number: Int) {
    let channel = channel(of: number)
    let ahead = queues[contacts[number].channel].prefix { $0 != number }.count
    if let callback = channel.callback, contacts[number].introducedBy == nil, ahead >= callback.whenWaiting,
      draws(number).uniform(.callback) < callback.accepts
    {
      log.append(.contactQueuedForCallback(at: now, contact: UInt32(number)))
      contacts[number].state = .awaitingCallback
    } else {
      let patience = draws(number).patience(channel, contacts[number].row)
      log.append(.contactQueued(at: now, contact: UInt32(number), patience: patience))
      contacts[number].state = .waiting
      contacts[number].due = patience == Event.endless ? nil : now + Milliseconds(patience)
    }
    watchQueue(contacts[number].channel)
  }

  mutating func leaveQueue(_ number: Int) {
    queues[contacts[number].channel].removeAll { $0 == number }
    contacts[number].due = nil
    watchQueue(contacts[number].channel)
  }

  mutating func overflow(_ number: Int) {
    log.append(
      .contactOverflowed(at: now, contact: UInt32(number), channel: UInt16(contacts[number].channel)))
    contacts[number].hasOverflowed = true
  }

  // MARK: Surges

  /// Whenever somebody settles in a queue or leaves it, the surges that watch it look how long it is: whether it has become
  /// too long, or is short again.
  private mutating func watchQueue(_ channel: Int) {
    for (number, rule) in scenario.surges.enumerated() where self.number(ofChannel: rule.channel) == channel {
      watch(surge: number)
    }
  }

  private mutating func watch(surge number: Int) {
    let rule = scenario.surges[number]
    let waiting = queues[self.number(ofChannel: rule.channel)].count
    if surges[number].isActive {
      surges[number].due = waiting <= rule.until ? surges[number].due ?? now : nil
    } else {
      surges[number].due = waiting > rule.over ? surges[number].due ?? now + rule.lasting : nil
    }
  }

  mutating func turnSurge(_ number: Int) {
    log.append(
      surges[number].isActive
        ? .surgeEnded(at: now, surge: UInt16(number)) : .surgeBegan(at: now, surge: UInt16(number)))
    surges[number].isActive.toggle()
    surges[number].due = nil
    watch(surge: number)
  }
}
