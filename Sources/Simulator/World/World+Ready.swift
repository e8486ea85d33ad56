import ContactCentre

// Who could take another contact. A handler's place among the ready is by team and by how many contacts are in hand; it
// joins at the end, so that the head of each list has been ready there for longest.
extension World {
  /// The handler joins the ready list of its team and load.
  @inline(always)
  mutating func list(_ handler: UnsafeMutablePointer<HandlerRecord>, _ number: UInt16) {
    let list = readyList(of: handler)
    handler.pointee.since = now
    handler.pointee.next = noHandler
    handler.pointee.previous = list.pointee.tail
    handler.pointee.listed = true
    if list.pointee.tail == noHandler {
      list.pointee.head = number
      list.pointee.tail = number
      gainReadiness(by: handler)
    } else {
      handlers[list.pointee.tail].pointee.next = number
      list.pointee.tail = number
      refreshCount(by: 1, handler)
    }
  }

  /// The handler leaves the ready list it is in, if any.
  @inline(always)
  mutating func unlist(_ handler: UnsafeMutablePointer<HandlerRecord>) {
    guard handler.pointee.listed else { return }
    handler.pointee.listed = false
    let list = readyList(of: handler)
    let next = handler.pointee.next
    let previous = handler.pointee.previous
    if previous == noHandler { list.pointee.head = next } else { handlers[previous].pointee.next = next }
    if next == noHandler { list.pointee.tail = previous } else { handlers[next].pointee.previous = previous }
    if list.pointee.head == noHandler {
      count(-1, handler)
      refreshReadiness(after: handler.pointee.team)
    } else {
      refreshCount(by: -1, handler)
    }
  }

  /// The list of the handler's team and load.
  @inline(always)
  private func readyList(of handler: UnsafeMutablePointer<HandlerRecord>) -> UnsafeMutablePointer<ReadyList> {
    readyLists + (tables.teams[Int(handler.pointee.team)].firstList &+ Int(handler.pointee.load))
  }

  /// Takes note that somebody could take contacts, now that the handler is in a list that was empty.
  @inline(never)
  private mutating func gainReadiness(by handler: UnsafeMutablePointer<HandlerRecord>) {
    let team = tables.teams + Int(handler.pointee.team)
    // Who has nothing in hand can take any contact of the team's channels. Only where it matters how many are ready, or
    // whether the team helps on another channel, is there more to reckon.
    if handler.pointee.load == 0, !team.pointee.isCounted, team.pointee.special & ~team.pointee.channels == 0 {
      teams[Int(handler.pointee.team)].ready = team.pointee.channels
      channelsReady |= team.pointee.channels
    } else {
      count(1, handler)
      refreshReadiness(after: handler.pointee.team)
    }
  }

  /// Reckons anew of which channels somebody could take a contact. Needed only when a list becomes empty or ceases to be.
  private mutating func refreshReadiness(after team: UInt16) {
    // Dispatchers answer nobody.
    if tables.teams[Int(team)].channels == 0 { return }
    refreshReadiness(ofTeam: Int(team))
    reckonReadiness()
  }

  /// Reckons the same anew after the handler's list has become longer or shorter, where it matters how many are ready.
  @inline(always)
  private mutating func refreshCount(by change: Int, _ handler: UnsafePointer<HandlerRecord>) {
    if tables.teams[Int(handler.pointee.team)].isCounted {
      count(change, handler)
      reckonReadiness()
    }
  }

  /// Counts one handler more or fewer of those who are ready and have nothing in hand, where it matters how many are.
  private func count(_ change: Int, _ handler: UnsafePointer<HandlerRecord>) {
    if handler.pointee.load == 0, tables.teams[Int(handler.pointee.team)].isCounted {
      teams[Int(handler.pointee.team)].idle &+= change
    }
  }

  /// Of which channels somebody could take a contact now, from the lists, the surges and the heads of the queues alone.
  mutating func reckonReadiness() {
    var ready: UInt64 = 0
    for team in 0..<tables.teamCount { ready |= teams[team].ready }
    if let routing = tables.routing {
      let onlyInterrupts = routing.pointee.onlyInterrupts
      ready &= ~routing.pointee.special | onlyInterrupts
      var special = routing.pointee.special & ~ready
      while special != 0 {
        let channel = special.trailingZeroBitCount
        let bit = special & (0 &- special)
        special ^= bit
        // Of one that only interrupts it is known that nobody has a hand free.
        if hasChoice(for: channel, routing, mayHaveHandFree: onlyInterrupts & bit == 0) { ready |= bit }
      }
    }
    channelsReady = ready
  }

  /// Of which of its channels somebody of a team could take a contact, from its lists alone. O(contacts they may hold).
  @inline(always)
  private func refreshReadiness(ofTeam number: Int) {
    let team = tables.teams + number
    if readyLists[team.pointee.firstList].head != noHandler {
      teams[number].ready = team.pointee.channels
      return
    }
    var load = 1
    while load < team.pointee.concurrency, readyLists[team.pointee.firstList &+ load].head == noHandler { load &+= 1 }
    teams[number].ready = load < team.pointee.concurrency ? team.pointee.sharedChannels : 0
  }

  /// Counts anew what is known of each team's handlers together, from their records and lists alone.
  mutating func recountTeams() {
    for position in 0..<handlers.count {
      let handler = UnsafePointer(handlers.records + position)
      if handler.pointee.state == .working { teams[Int(handler.pointee.team)].atWork &+= 1 }
      if handler.pointee.listed { count(1, handler) }
    }
    for team in 0..<tables.teamCount { refreshReadiness(ofTeam: team) }
    recountInterruptors()
    reckonReadiness()
  }
}
