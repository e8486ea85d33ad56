import ContactCentre

/// Who takes a contact.
struct HandlerChoice: BitwiseCopyable {
  var handler: UInt16
  /// Whether the handler leaves what is in hand for it.
  var interrupts: Bool
}

// Who takes the first in line of a special channel: see ``RoutingTables``. Read by the router, and by the world itself to
// know of which channels somebody could take a contact, so that both always agree.
extension World {
  /// Who takes the first in line of a special channel; nil if nobody can, and for an ordinary channel.
  ///
  /// Of the teams that answer the channel, then of those that help because of a surge, as long as it lasts, then of those
  /// its queue overflows to, if the first in line has waited long enough: a handler with the fewest in hand of those who
  /// could take it, in each the one who has been ready for longest. Where the channel leaves handlers free, one with
  /// nothing in hand is taken only of a team of which more than that many have nothing in hand. If there is nobody: of the
  /// same teams in the same order a handler, not finishing up, whose work in hand contacts of this channel interrupt, and
  /// who has not left other work for it; the one who has been for longest at work that may be interrupted, be it by
  /// contacts of this channel or of another that the team may take.
  ///
  /// O(candidate teams × contacts they may hold), and where somebody is called away, + those who have been for longer at
  /// work that other channels interrupt.
  @inline(always)
  func choice(for channel: Int) -> HandlerChoice? {
    guard let routing = tables.routing, routing.pointee.special & 1 &<< UInt64(channel) != 0 else { return nil }
    if let handler = handFree(for: channel, routing) { return HandlerChoice(handler: handler, interrupts: false) }
    return interruption(for: channel, routing)
  }

  /// Whether somebody would take the first in line of a special channel: whether ``choice(for:)`` has an answer, without
  /// looking for it. `mayHaveHandFree` is false where it is known that nobody has.
  ///
  /// O(candidate teams × contacts they may hold).
  @inline(always)
  func hasChoice(for channel: Int, _ routing: UnsafePointer<RoutingTables>, mayHaveHandFree: Bool) -> Bool {
    if mayHaveHandFree, handFree(for: channel, routing) != nil { return true }
    let rule = routing.pointee.channels[channel]
    let candidates = routing.pointee.candidates + rule.firstCandidate
    for index in 0..<rule.candidateCount
    where teams[Int(candidates[index].team)].interrupted & 1 &<< UInt64(channel) != 0
      && isOccasion(candidates[index].occasion, for: channel)
    { return true }
    return false
  }

  /// Who takes the first in line of a special channel without leaving anything for it; nil if nobody can.
  @inline(always)
  private func handFree(for channel: Int, _ routing: UnsafePointer<RoutingTables>) -> UInt16? {
    let rule = routing.pointee.channels[channel]
    let candidates = routing.pointee.candidates + rule.firstCandidate
    let most = tables.channels[channel].sharesHandler ? mostInHand(candidates, rule.candidateCount) : 1
    for load in 0..<most {
      for index in 0..<rule.candidateCount where isOccasion(candidates[index].occasion, for: channel) {
        let team = tables.teams[Int(candidates[index].team)]
        guard load < team.concurrency else { continue }
        if load == 0, rule.leavesFree > 0, teams[Int(candidates[index].team)].idle <= rule.leavesFree { continue }
        let head = readyLists[team.firstList + load].head
        if head != noHandler { return head }
      }
    }
    return nil
  }

  /// Who leaves the work in hand for the first in line of a special channel; nil if nobody can: see ``choice(for:)``.
  @inline(always)
  private func interruption(for channel: Int, _ routing: UnsafePointer<RoutingTables>) -> HandlerChoice? {
    let rule = routing.pointee.channels[channel]
    let candidates = routing.pointee.candidates + rule.firstCandidate
    let bit: UInt64 = 1 &<< UInt64(channel)
    for index in 0..<rule.candidateCount {
      let team = Int(candidates[index].team)
      guard teams[team].interrupted & bit != 0, isOccasion(candidates[index].occasion, for: channel) else { continue }
      var position = interruptibleLists[team].head
      while position != noHandler {
        if handlers.interruptors[Int(position)] & bit != 0 {
          return HandlerChoice(handler: position, interrupts: true)
        }
        position = handlers[position].pointee.nextInterruptible
      }
    }
    return nil
  }

  @inline(always)
  private func mostInHand(_ candidates: UnsafeMutablePointer<CandidateRule>, _ count: Int) -> Int {
    (0..<count).reduce(1) { max($0, tables.teams[Int(candidates[$1].team)].concurrency) }
  }

  @inline(always)
  private func isOccasion(_ occasion: CandidateRule.Occasion, for channel: Int) -> Bool {
    switch occasion {
    case .own: true
    case .surge(let number): surges[number].isActive
    case .overflow: headHasOverflowed(channel)
    }
  }

  /// Whether the first in line of a channel has waited so long that other teams may take it.
  @inline(always)
  private func headHasOverflowed(_ channel: Int) -> Bool {
    let queue = queues[channel]
    return queue.head != noContact && queue.head != queue.firstShort && queue.head != queue.firstUnsettled
  }

  /// One bit for each channel of which a handler has a contact in hand.
  @inline(always)
  func channelsInHand(of position: UInt16) -> UInt64 {
    var channels: UInt64 = 0
    var number = handlers[position].pointee.contact
    while number != noContact {
      channels |= 1 &<< UInt64(contacts[number].pointee.channel)
      number = contacts[number].pointee.next
    }
    return channels
  }
}
