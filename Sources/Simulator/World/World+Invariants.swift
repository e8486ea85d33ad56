import ContactCentre
import DiscreteEvents

// What must be true of the world after every event, whatever the scenario. For tests: nothing here runs unless asked.
extension World {
  /// Everything that is not as it must be, in words; empty for a sound world.
  ///
  /// Holds after each event, also between two events of the same instant. O(n) in the contacts in the centre, the
  /// positions, the lists and the calendars' places.
  func violations() -> [String] {
    var report = Violations(onDuty: response.units.onDuty)
    let live = contacts.live
    checkContacts(live, &report)
    for channel in (0..<tables.channelCount) { checkQueue(channel, &report) }
    checkHandlers(&report)
    checkReadyLists(&report)
    checkReadiness(&report)
    if tables.routing != nil { checkRouting(&report) }
    checkContactCalendar(live, &report)
    checkTransfers(live, &report)
    checkFollowUps(&report)
    if tables.response != nil { checkResponse(&report) }
    checkForceCalendar(&report)
    return report.found
  }

  // MARK: Contacts and queues

  private func checkContacts(_ live: [ContactRecord], _ report: inout Violations) {
    var queued = 0
    var inHand = 0
    for contact in live {
      report.check(contact.number < contactsNumbered, "contact \(contact.number) is in the centre but not numbered")
      report.check(
        contacts[contact.number].pointee.number == contact.number, "contact \(contact.number) is not in its place")
      report.check(contact.since <= now, "contact \(contact.number) entered its state in the future")
      report.check(Int(contact.channel) < tables.channelCount, "contact \(contact.number) is on no channel")
      switch contact.state {
      case .gone: report.add("contact \(contact.number) is gone but listed as live")
      case .atFront, .givenUp:
        report.check(contact.due == now, "contact \(contact.number) awaits a decision that was due at once")
      case .unsettled, .waiting, .awaitingCallback: queued += 1
      case .handling, .wrappingUp, .introducing, .briefing, .dialling: inHand += 1
      case .inStage, .redialling, .handlingSuspended, .wrapUpSuspended: break
      }
    }
    let inQueues = (0..<tables.channelCount).reduce(0) { $0 + Int(queues[$1].count) }
    report.check(queued == inQueues, "\(queued) contacts queue, but the queues count \(inQueues)")
    var loads = 0
    for position in 0..<handlers.count { loads += Int(handlers[UInt16(position)].pointee.load) }
    let assigning = report.onDuty.count { $0.pointee.handler != noHandler }
    report.check(
      inHand + assigning == loads, "\(inHand) contacts and \(assigning) units are in hand, but handlers count \(loads)")
  }

  private func checkQueue(_ channel: Int, _ report: inout Violations) {
    let queue = queues[channel]
    var count = 0
    var previous = noContact
    var since = Milliseconds.min
    var firstUnsettled = noContact
    var number = queue.head
    while number != noContact, count <= Int(queue.count) {
      let contact = contacts[number].pointee
      report.check(contact.number == number, "queue \(channel) holds \(number), which is not in the centre")
      report.check(Int(contact.channel) == channel, "contact \(number) is in the queue of another channel")
      report.check(contact.previous == previous, "contact \(number) in queue \(channel) does not know who is before it")
      report.check(contact.since >= since, "contact \(number) in queue \(channel) joined before who is before it")
      switch contact.state {
      case .unsettled:
        if firstUnsettled == noContact { firstUnsettled = number }
        report.check(contact.since == now, "contact \(number) is unsettled since an earlier instant")
      case .waiting, .awaitingCallback:
        report.check(firstUnsettled == noContact, "contact \(number) is settled behind one that is not")
      default: report.add("contact \(number) is in queue \(channel) but does not wait")
      }
      since = contact.since
      previous = number
      number = contact.next
      count += 1
    }
    report.check(count == Int(queue.count), "queue \(channel) counts \(queue.count) but holds \(count)")
    report.check(queue.tail == previous, "queue \(channel) ends in \(queue.tail), not in \(previous)")
    report.check(queue.firstUnsettled == firstUnsettled, "queue \(channel) has the wrong first unsettled contact")
    let bit: UInt64 = 1 << UInt64(channel)
    report.check((channelsWaiting & bit != 0) == (count > 0), "channelsWaiting is wrong of channel \(channel)")
    report.check(
      (channelsUnsettled & bit != 0) == (firstUnsettled != noContact),
      "channelsUnsettled is wrong of channel \(channel)")
  }

  // MARK: Handlers and ready lists

  private func checkHandlers(_ report: inout Violations) {
    var lowestFree: Int?
    for position in 0..<handlers.count {
      let handler = handlers[UInt16(position)].pointee
      // Who is away is of no team: a scenario need not have one.
      if handler.state != .away { checkHands(of: handler, position, &report) }
      switch handler.state {
      case .away:
        if lowestFree == nil { lowestFree = position }
        report.check(
          handler.load == 0 && handler.contact == noContact && !handler.listed,
          "nobody is at position \(position), but it works")
      case .working:
        report.check(handler.end >= now, "handler \(position) should be finishing up: the tour is over")
      case .finishingForBreak, .finishingForGood:
        report.check(
          handler.load > 0 || handler.suspended != noContact || handler.due == now,
          "handler \(position) has finished up but stays")
      case .onBreak:
        report.check(handler.load == 0, "handler \(position) works on a break")
        report.check(handler.due <= max(now, handler.end), "handler \(position) is on a break beyond the tour")
      }
      report.check(
        handler.listed == couldTakeAnother(handler), "handler \(position) is wrongly listed, or not listed, as ready")
    }
    report.check(
      handlers.free().map(Int.init) ?? handlers.count == lowestFree ?? handlers.count,
      "the lowest free position is wrong")
  }

  /// Whether the handler could take another contact of some channel, from the contacts in hand alone.
  private func couldTakeAnother(_ handler: HandlerRecord) -> Bool {
    guard handler.state == .working else { return false }
    if handler.load == 0 { return handler.suspended == noContact }
    // A dispatcher who has an assignment in hand has no contact.
    if handler.contact == noContact { return false }
    return tables.channels[Int(contacts[handler.contact].pointee.channel)].sharesHandler
      && Int(handler.load) < tables.teams[Int(handler.team)].concurrency
  }

  private func checkHands(of handler: HandlerRecord, _ position: Int, _ report: inout Violations) {
    if let desk = tables.response?.pointee.desk, desk == Int(handler.team) {
      let assigning = report.onDuty.count { Int($0.pointee.handler) == position }
      report.check(
        assigning == Int(handler.load) && handler.contact == noContact,
        "dispatcher \(position) counts \(handler.load) in hand but tells \(assigning) units where to go")
      return
    }
    let team = tables.teams[Int(handler.team)]
    var count = 0
    var previous = noContact
    var number = handler.contact
    while number != noContact, count < Int(handler.load) {
      let contact = contacts[number].pointee
      report.check(
        contact.number == number && contact.state.isInHand,
        "handler \(position) holds contact \(number), which is not in hand")
      report.check(Int(contact.handler) == position, "contact \(number) is in the wrong hands")
      report.check(contact.previous == previous, "contact \(number) in hand does not know who is before it")
      report.check(
        (team.channels | team.special) & 1 << UInt64(contact.channel) != 0,
        "handler \(position) cannot answer contact \(number)")
      report.check(
        handler.load == 1 || tables.channels[Int(contact.channel)].sharesHandler,
        "contact \(number) shares a handler, but its kind cannot")
      // The end of the work is the pace of the present load away from when it was last reckoned.
      let pace = tables.slowdowns[team.firstList + Int(handler.load) - 1]
      report.check(
        contact.state.standsStill
          || contact.due == contact.since + Milliseconds(nearestTo: contact.work * pace),
        "the end of contact \(number) does not follow from the work left")
      previous = number
      number = contact.next
      count += 1
    }
    report.check(
      count == Int(handler.load) && number == noContact,
      "handler \(position) counts \(handler.load) in hand but holds \(number == noContact ? "\(count)" : "more")")
    report.check(count <= team.concurrency, "handler \(position) holds more than the team allows")
  }

  private func checkReadyLists(_ report: inout Violations) {
    var members = Array(repeating: 0, count: tables.listCount)
    for position in 0..<handlers.count where handlers[UInt16(position)].pointee.listed {
      let handler = handlers[UInt16(position)].pointee
      members[tables.teams[Int(handler.team)].firstList + Int(handler.load)] += 1
    }
    var atWork = Array(repeating: 0, count: tables.teamCount)
    for position in 0..<handlers.count where handlers[UInt16(position)].pointee.state == .working {
      atWork[Int(handlers[UInt16(position)].pointee.team)] += 1
    }
    for number in 0..<tables.teamCount {
      let team = tables.teams[number]
      let state = teams[number]
      let loads = (0..<team.concurrency).filter { members[team.firstList + $0] > 0 }
      report.check(state.atWork == atWork[number], "it is counted wrongly how many of team \(number) are at work")
      report.check(
        state.idle == (team.isCounted ? members[team.firstList] : 0),
        "it is counted wrongly how many of team \(number) have nothing in hand")
      report.check(
        state.ready == (loads.first == 0 ? team.channels : loads.isEmpty ? 0 : team.sharedChannels),
        "it is noted wrongly what team \(number) could take")
      for load in 0..<team.concurrency {
        checkReadyList(team: number, load: load, members: members[team.firstList + load], &report)
      }
    }
  }

  private func checkReadyList(team number: Int, load: Int, members: Int, _ report: inout Violations) {
    let list = readyLists[tables.teams[number].firstList + load]
    var previous = noHandler
    var since = Milliseconds.min
    var steps = 0
    var position = list.head
    while position != noHandler, steps <= members {
      let handler = handlers[position].pointee
      report.check(
        handler.listed && Int(handler.team) == number && Int(handler.load) == load,
        "handler \(position) is in the ready list of team \(number) with \(load) in hand, but should not be")
      report.check(handler.previous == previous, "handler \(position) in a ready list does not know who is before it")
      report.check(handler.since >= since, "handler \(position) joined a ready list before who is before it")
      since = handler.since
      previous = position
      position = handler.next
      steps += 1
    }
    report.check(list.tail == previous, "a ready list of team \(number) has the wrong end")
    report.check(steps == members, "\(members) handlers of team \(number) are ready, but the list holds \(steps)")
  }

  private func checkReadiness(_ report: inout Violations) {
    var ready: UInt64 = 0
    for position in 0..<handlers.count {
      let handler = handlers[UInt16(position)].pointee
      guard couldTakeAnother(handler) else { continue }
      let team = tables.teams[Int(handler.team)]
      ready |= handler.load == 0 ? team.channels : team.sharedChannels
    }
    if let routing = tables.routing { ready = ready & ~routing.pointee.special | specialReadiness }
    report.check(channelsReady == ready, "channelsReady is wrong")
  }

  // MARK: Calendars

  // The calendars are projections of the world: each must hold exactly what the records say is due, and nothing else.

  private func checkContactCalendar(_ live: [ContactRecord], _ report: inout Violations) {
    var pending = 0
    for contact in live {
      var expected: Calendar.Moment?
      switch contact.state {
      case .atFront, .givenUp: expected = Calendar.moment(now, rank: Rank.atOnce)
      case .inStage, .redialling: expected = Calendar.moment(contact.due, rank: Rank.arrival)
      case .handling, .wrappingUp, .briefing, .dialling: expected = Calendar.moment(contact.due, rank: Rank.completion)
      case .waiting where contact.due != ContactRecord.none:
        expected = Calendar.moment(contact.due, rank: Rank.abandonment)
      case .handlingSuspended where contact.due != ContactRecord.none,
        .wrapUpSuspended where contact.due != ContactRecord.none:
        expected = Calendar.moment(now, rank: Rank.atOnce)
      default:
        report.check(
          contact.due == ContactRecord.none, "contact \(contact.number) has a due time but waits for nothing")
      }
      report.check(
        contact.moment == expected ?? Calendar.never
          && (expected.map { contactCalendar.isPending(contact.number, at: $0) } ?? true),
        "the calendar says otherwise than contact \(contact.number) of what is due")
      if expected != nil {
        pending += 1
        report.check(contact.due >= now, "what contact \(contact.number) waits for is in the past")
      }
    }
    report.check(contactCalendar.count == pending, "the contacts' calendar holds what nobody waits for")
    report.check(contactCalendar.isConsistent, "the contacts' calendar is out of order")
  }

  private func checkForceCalendar(_ report: inout Violations) {
    let pending = checkHandlersDue(&report) + checkUnitsDue(&report) + checkQueuesDue(&report)
    report.check(forceCalendar.count == pending, "the force's calendar holds what nobody waits for")
    report.check(
      incidentCalendar.count == checkIncidentsDue(&report), "the incidents' calendar holds what none waits for")
    report.check(
      forceMoment
        == min(
          dispatchIsDue ? dispatchMoment : Calendar.never, forceCalendar.nextMoment, incidentCalendar.nextMoment,
          followUpCalendar.nextMoment),
      "what is due to the force next is wrong")
    report.check(
      forceCalendar.isConsistent && incidentCalendar.isConsistent, "a calendar of the force is out of order")
  }

  private func checkHandlersDue(_ report: inout Violations) -> Int {
    var pending = 0
    for position in 0..<handlers.count {
      let handler = handlers[UInt16(position)]
      var expected: Calendar.Moment?
      switch handler.pointee.state {
      case .away: break
      case .working:
        let due = nextPause(handler)
        if due != ContactRecord.none { expected = Calendar.moment(due, rank: Rank.signOff) }
      case .finishingForBreak, .finishingForGood:
        if handler.pointee.load == 0, handler.pointee.suspended == noContact {
          expected = Calendar.moment(now, rank: Rank.signOff)
        }
      case .onBreak:
        let isLast = handler.pointee.due >= handler.pointee.end
        expected = Calendar.moment(handler.pointee.due, rank: isLast ? Rank.signOff : Rank.signOn)
      }
      report.check(
        handler.pointee.moment == expected ?? Calendar.never
          && (expected.map { forceCalendar.isPending(Owner.handler(UInt16(position)), at: $0) } ?? true),
        "the calendar says otherwise than handler \(position) of what is due")
      if let expected {
        pending += 1
        report.check(Calendar.time(of: expected) >= now, "what handler \(position) waits for is in the past")
        report.check(Calendar.time(of: expected) == handler.pointee.due, "handler \(position) has the wrong due time")
      }
    }
    return pending
  }
}

/// What was found wrong.
struct Violations {
  /// The units on duty, found once for all checks; and those on the way to or at each incident.
  let onDuty: [UnsafeMutablePointer<UnitRecord>]
  var unitsOfIncidents: [UInt32: [UnsafeMutablePointer<UnitRecord>]] = [:]
  var found: [String] = []

  mutating func add(_ message: String) { found.append(message) }

  mutating func check(_ isAsItMust: Bool, _ message: @autoclosure () -> String) {
    if !isAsItMust { found.append(message()) }
  }
}

extension NumberedRing where Record == ContactRecord {
  /// The contacts in the centre, in no useful order. O(size of the ring).
  var live: [ContactRecord] {
    var live: [ContactRecord] = []
    var place = 0
    // A plain loop, and not one for all kinds of record: unoptimised, as tests are, this is most of what checking the
    // world costs, and what is generic takes ten times as long.
    while place <= Int(mask) {
      if records[place].state != .gone { live.append(records[place]) }
      place &+= 1
    }
    return live
  }
}
