import ContactCentre
import DiscreteEvents

// What must be true of interrupted work, overflow and surges. For tests: nothing here runs unless asked.
extension World {
  /// Of which special channels somebody could take a contact, from the handlers' records alone.
  var specialReadiness: UInt64 {
    guard let routing = tables.routing else { return 0 }
    var ready: UInt64 = 0
    for channel in 0..<tables.channelCount where routing.pointee.special & 1 << UInt64(channel) != 0 {
      let rule = routing.pointee.channels[channel]
      for index in 0..<rule.candidateCount {
        let candidate = routing.pointee.candidates[rule.firstCandidate + index]
        if isNow(candidate.occasion, channel), canTake(channel, Int(candidate.team), rule) {
          ready |= 1 << UInt64(channel)
        }
      }
    }
    return ready
  }

  private func isNow(_ occasion: CandidateRule.Occasion, _ channel: Int) -> Bool {
    switch occasion {
    case .own: return true
    case .surge(let number): return surges[number].isActive
    case .overflow:
      let head = queues[channel].head
      return head != noContact && contacts[head].pointee.state.isSettled && head != queues[channel].firstShort
    }
  }

  private func canTake(_ channel: Int, _ team: Int, _ rule: RoutingRule) -> Bool {
    var idle = 0
    var canShare = false
    var canInterrupt = false
    for position in 0..<handlers.count {
      let handler = handlers[UInt16(position)].pointee
      guard handler.state == .working, Int(handler.team) == team else { continue }
      if handler.load == 0 {
        idle += handler.suspended == noContact ? 1 : 0
        continue
      }
      let inHand = channelsInHand(of: UInt16(position))
      let shares = inHand != 0 && tables.channels[inHand.trailingZeroBitCount].sharesHandler
      canShare = canShare || shares && Int(handler.load) < tables.teams[team].concurrency
      canInterrupt =
        canInterrupt
        || inHand != 0 && inHand & ~rule.preempts == 0 && handler.suspended == noContact
          && mayLeaveAll(inHandOf: UInt16(position))
    }
    return idle > rule.leavesFree || canInterrupt || canShare && tables.channels[channel].sharesHandler
  }

  func checkRouting(_ report: inout Violations) {
    var lists = Array(repeating: [UInt16](), count: tables.teamCount)
    for team in 0..<tables.teamCount {
      var previous = noHandler
      var position = interruptibleLists[team].head
      while position != noHandler, lists[team].count <= handlers.count {
        lists[team].append(position)
        report.check(
          handlers[position].pointee.previousInterruptible == previous,
          "handler \(position), who may be called away, does not know who is before")
        previous = position
        position = handlers[position].pointee.nextInterruptible
      }
      report.check(
        interruptibleLists[team].tail == previous, "those of team \(team) who may be called away end wrongly")
    }
    for position in 0..<handlers.count {
      let handler = handlers[UInt16(position)].pointee
      let may = mayBeCalledAway(UInt16(position))
      report.check(handler.isInterruptible == may, "handler \(position) is wrongly one who may be called away, or not")
      report.check(
        lists[Int(handler.team)].contains(UInt16(position)) == may,
        "handler \(position) is wrongly listed, or not, among those who may be called away")
      checkSuspended(of: handler, position, &report)
    }
    checkInterruptors(lists, &report)
    for channel in 0..<tables.channelCount { checkOverflow(of: channel, &report) }
  }

  /// For whose contacts each handler may be called away, and how many of a team for those of each channel.
  private func checkInterruptors(_ lists: [[UInt16]], _ report: inout Violations) {
    guard let routing = tables.routing else { return }
    for position in 0..<handlers.count where !handlers.records[position].isInterruptible {
      report.check(
        handlers.interruptors[position] == 0, "handler \(position) may not be called away, but is noted as one who may")
    }
    for team in 0..<tables.teamCount {
      for channel in 0..<tables.channelCount {
        let bit: UInt64 = 1 << UInt64(channel)
        let preempts = routing.pointee.channels[channel].preempts
        let isTaken = tables.teams[team].special & bit != 0
        var count = 0
        for position in lists[team] {
          let may = isTaken && channelsInHand(of: position) & ~preempts == 0
          count += may ? 1 : 0
          report.check(
            (handlers.interruptors[Int(position)] & bit != 0) == may,
            "it is noted wrongly whether channel \(channel) calls handler \(position) away")
        }
        report.check(
          Int(interruptedCounts[team * tables.channelCount + channel]) == count
            && (teams[team].interrupted & bit != 0) == (count > 0),
          "it is counted wrongly how many of team \(team) channel \(channel) calls away")
      }
    }
  }

  private func checkSuspended(of handler: HandlerRecord, _ position: Int, _ report: inout Violations) {
    var previous = noContact
    var number = handler.suspended
    var count = 0
    while number != noContact, count <= 256 {
      let contact = contacts[number].pointee
      report.check(
        contact.number == number && Int(contact.handler) == position
          && (contact.state == .handlingSuspended || contact.state == .wrapUpSuspended),
        "handler \(position) has left contact \(number), which is not left")
      report.check(contact.previous == previous, "contact \(number), left, does not know who is before it")
      report.check(
        (contact.due == now) == (handler.load == 0) || contact.due == now && handler.load > 0,
        "contact \(number) is left, but nobody works on anything else")
      previous = number
      number = contact.next
      count += 1
    }
  }

  private func checkOverflow(of channel: Int, _ report: inout Violations) {
    guard let rule = tables.routing?.pointee.channels[channel], rule.overflows else {
      report.check(queues[channel].firstShort == noContact, "queue \(channel) does not overflow, but times it")
      return
    }
    // Whoever has waited long enough stands before all who have not.
    var number = queues[channel].head
    var first = noContact
    // No further than the queue is long: one that goes round in a circle is another check's to report.
    for _ in 0..<queues[channel].count where number != noContact && first == noContact {
      let contact = contacts[number].pointee
      let isLong = contact.since + rule.overflowAfter <= now && queues[channel].firstShort != number
      if contact.state.isSettled, !isLong { first = number }
      number = contact.next
    }
    report.check(queues[channel].firstShort == first, "queue \(channel) is wrong of who has waited long enough")
  }

  /// How many queues and surges have something due.
  func checkQueuesDue(_ report: inout Violations) -> Int {
    guard let routing = tables.routing else { return 0 }
    var pending = 0
    for channel in 0..<tables.channelCount {
      let queue = queues[channel]
      report.check(
        (queue.overflowMoment != Calendar.never) == (queue.firstShort != noContact),
        "queue \(channel) overflows for nobody, or somebody never does")
      if queue.overflowMoment == Calendar.never { continue }
      pending += 1
      report.check(
        forceCalendar.isPending(Owner.queue(channel), at: queue.overflowMoment),
        "the calendar says otherwise than queue \(channel) of when it overflows")
    }
    for number in 0..<routing.pointee.surgeCount {
      let rule = routing.pointee.surges[number]
      let waiting = Int(queues[rule.channel].count)
      let unsettled = queues[rule.channel].firstUnsettled != noContact
      let isDue = surges[number].isActive ? waiting <= rule.until : waiting > rule.over
      // Whoever has just come to the queue counts once settled.
      report.check(unsettled || isDue == (surges[number].moment != Calendar.never), "surge \(number) is timed wrongly")
      if surges[number].moment == Calendar.never { continue }
      pending += 1
      report.check(
        forceCalendar.isPending(Owner.surge(number), at: surges[number].moment),
        "the calendar says otherwise than surge \(number) of when it turns")
    }
    return pending
  }
}
