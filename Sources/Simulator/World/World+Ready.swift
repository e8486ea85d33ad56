import ContactCentre
import DiscreteEvents

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
      refreshCount(of: handler.pointee.team)
    }
  }

  /// The handler leaves the ready list it is in, if any.
  @inline(always)
  mutating func unlist(_ handler: UnsafeMutablePointer<HandlerRecord>, _ number: UInt16) {
    guard handler.pointee.listed else { return }
    handler.pointee.listed = false
    let list = readyList(of: handler)
    let next = handler.pointee.next
    let previous = handler.pointee.previous
    if previous == noHandler { list.pointee.head = next } else { handlers[previous].pointee.next = next }
    if next == noHandler { list.pointee.tail = previous } else { handlers[next].pointee.previous = previous }
    if list.pointee.head == noHandler {
      refreshReadiness(after: handler.pointee.team)
    } else {
      refreshCount(of: handler.pointee.team)
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
      channelsReady |= team.pointee.channels
    } else {
      refreshReadiness(after: handler.pointee.team)
    }
  }

  /// Reckons anew of which channels somebody could take a contact. Needed only when a list becomes empty or ceases to be.
  private mutating func refreshReadiness(after team: UInt16) {
    // Dispatchers answer nobody.
    if tables.teams[Int(team)].channels != 0 { reckonReadiness() }
  }

  /// Reckons the same anew after a list has become longer or shorter, where it matters how many are ready.
  @inline(always)
  private mutating func refreshCount(of team: UInt16) {
    if tables.teams[Int(team)].isCounted { reckonReadiness() }
  }

  /// Of which channels somebody could take a contact now, from the lists, the surges and the heads of the queues alone.
  mutating func reckonReadiness() {
    var ready = plainReadiness
    if let routing = tables.routing {
      let onlyInterrupts = routing.pointee.onlyInterrupts
      ready &= ~routing.pointee.special | onlyInterrupts
      var special = routing.pointee.special & ~ready
      while special != 0 {
        let channel = special.trailingZeroBitCount
        let bit = special & (0 &- special)
        special ^= bit
        // Of one that only interrupts it is known that nobody has a hand free.
        let choice = onlyInterrupts & bit != 0 ? interruption(for: channel, routing) : choice(for: channel)
        if choice != nil { ready |= bit }
      }
    }
    channelsReady = ready
  }

  /// Of which channels somebody of the teams that answer them could take a contact.
  private var plainReadiness: UInt64 {
    var ready: UInt64 = 0
    for number in 0..<tables.teamCount {
      let team = tables.teams[number]
      if readyLists[team.firstList].head != noHandler {
        ready |= team.channels
      } else {
        var load = 1
        while load < team.concurrency, readyLists[team.firstList &+ load].head == noHandler { load &+= 1 }
        if load < team.concurrency { ready |= team.sharedChannels }
      }
    }
    return ready
  }
}
