import ContactCentre
import DiscreteEvents

// What events about handlers change.
extension World {
  mutating func beginDuty(_ event: Event) {
    dutiesBegun = event.subject &+ 1
    lastDutyCount = lastDutyTime == now ? lastDutyCount &+ 1 : 1
    lastDutyTime = now
  }

  mutating func signOn(_ event: Event) {
    beginDuty(event)
    handlers.occupy(event.resource)
    let handler = handlers[event.resource]
    handler.pointee = .away
    handler.pointee.duty = event.subject
    handler.pointee.team = event.group
    handler.pointee.shift = UInt16(truncatingIfNeeded: event.extra)
    handler.pointee.turn = UInt16(truncatingIfNeeded: event.extra &>> 16)
    handler.pointee.percentSlower = event.percentSlower
    enter(.working, handler)
    handler.pointee.end = event.value == Event.endless ? ContactRecord.none : now &+ Milliseconds(event.value)
    handler.pointee.start = tourStart(shift: handler.pointee.shift, end: handler.pointee.end)
    handlers.tourStarts[Int(event.resource)] = handler.pointee.start
    skipBreaks(handler, before: now)
    scheduleTour(handler, event.resource)
    list(handler, event.resource)
    noticeDispatcher()
  }

  mutating func finishUp(_ event: Event) {
    let handler = handlers[event.resource]
    unlist(handler)
    removeInterruptible(handler, event.resource)
    enter(event.detail == 0 ? .finishingForGood : .finishingForBreak, handler)
    unschedule(event.resource)
    noticeDispatcher()
  }

  mutating func goOnBreak(_ event: Event) {
    let handler = handlers[event.resource]
    unlist(handler)
    enter(.onBreak, handler)
    if !event.isClosed { passBreak(handler) }
    let due = now &+ Milliseconds(event.value)
    // A break that lasts to the end of the tour ends in signing off, which has its own place within the instant.
    schedule(event.resource, at: due, rank: due >= handler.pointee.end ? Rank.signOff : Rank.signOn)
    noticeDispatcher()
  }

  mutating func returnToWork(_ event: Event) {
    let handler = handlers[event.resource]
    enter(.working, handler)
    skipBreaks(handler, before: now)
    scheduleTour(handler, event.resource)
    list(handler, event.resource)
    noticeDispatcher()
  }

  mutating func postponeBreak(_ event: Event) {
    let handler = handlers[event.resource]
    if event.value == Event.endless {
      passBreak(handler)
      skipBreaks(handler, before: now)
    } else if let due = nextBreak(handler) {
      handler.pointee.start &+= now &+ Milliseconds(event.value) &- due
    }
    // Who had finished up for it goes on working.
    if handler.pointee.state == .finishingForBreak {
      enter(.working, handler)
      list(handler, event.resource)
    }
    scheduleTour(handler, event.resource)
    noticeDispatcher()
  }

  mutating func signOff(_ event: Event) {
    unlist(handlers[event.resource])
    unschedule(event.resource)
    enter(.away, handlers[event.resource])
    handlers.vacate(event.resource)
    noticeDispatcher()
  }

  /// The handler enters a state, and so comes to those of its team at work, leaves them, or neither.
  private func enter(_ state: HandlerState, _ handler: UnsafeMutablePointer<HandlerRecord>) {
    let team = teams + Int(handler.pointee.team)
    if handler.pointee.state == .working { team.pointee.atWork &-= 1 }
    if state == .working { team.pointee.atWork &+= 1 }
    handler.pointee.state = state
  }

  mutating func schedule(_ number: UInt16, at due: Milliseconds, rank: UInt8) {
    unschedule(number)
    let moment = Calendar.moment(due, rank: rank)
    handlers[number].pointee.moment = moment
    scheduleForce(Owner.handler(number), at: moment)
  }

  private mutating func unschedule(_ number: UInt16) {
    let moment = handlers[number].pointee.moment
    if moment == Calendar.never { return }
    cancelForce(Owner.handler(number), at: moment)
    handlers[number].pointee.moment = Calendar.never
  }

  /// The handler's next break, closure of its site, or the end of its tour becomes due, whichever is soonest.
  private mutating func scheduleTour(_ handler: UnsafeMutablePointer<HandlerRecord>, _ number: UInt16) {
    let due = nextPause(handler)
    if due == ContactRecord.none {
      unschedule(number)
    } else {
      schedule(number, at: due, rank: Rank.signOff)
    }
  }

  /// When the tour of who signs on now began: now, unless it was under way when the run began, or its handler is late.
  ///
  /// The log does not say it. It is reckoned once, by the plan whose tour it is: another, in which the shift is at another
  /// time, would lay the tour elsewhere.
  @inline(always)
  func tourStart(shift number: UInt16, end: Milliseconds) -> Milliseconds {
    let tables = rostering.tables
    guard now == 0 || tables.comesLate, Int(number) < tables.shiftCount else { return now }
    return rostering.tourStart(shift: number, end: end) ?? now
  }

  /// When the handler's next break, or its tour, ends its work; ``ContactRecord/none`` for never.
  @inline(always)
  func nextPause(_ handler: UnsafePointer<HandlerRecord>) -> Milliseconds {
    let due = min(handler.pointee.end, nextBreak(handler) ?? ContactRecord.none)
    guard tables.closureCount > 0, let closure = closure(ofTeam: handler.pointee.team, after: now) else { return due }
    return min(due, max(closure.from, now))
  }

  /// When the handler's next break is due; nil if none is left.
  @inline(always)
  func nextBreak(_ handler: UnsafePointer<HandlerRecord>) -> Milliseconds? {
    breakRule(handler)?.due(start: handler.pointee.start, turn: handler.pointee.turn)
  }

  /// The first closure of a team's site that ends after `time`; nil if there is none. O(log closures of the site).
  @inline(always)
  func closure(ofTeam team: UInt16, after time: Milliseconds) -> Site.Closure? {
    if tables.closureCount == 0 { return nil }
    let rule = tables.closureRules[Int(team)]
    // They are in order and apart, so their ends rise too.
    var low = rule.first
    var high = rule.first &+ rule.count
    while low < high {
      let middle = (low &+ high) / 2
      if tables.closures[middle].to > time { high = middle } else { low = middle &+ 1 }
    }
    return low < rule.first &+ rule.count ? tables.closures[low] : nil
  }

  /// How many handlers of the team of `handler` work besides it, and are not about to stop. O(1).
  @inline(always)
  func atWork(besides handler: UnsafePointer<HandlerRecord>) -> Int {
    teams[Int(handler.pointee.team)].atWork &- (handler.pointee.state == .working ? 1 : 0)
  }

  /// The next of the breaks of the handler's shift; nil if none is left.
  @inline(always)
  func breakRule(_ handler: UnsafePointer<HandlerRecord>) -> Shift.Break? {
    breakRule(shift: handler.pointee.shift, number: handler.pointee.nextBreak)
  }

  /// A break of a shift; nil if it has fewer.
  @inline(always)
  func breakRule(shift: UInt16, number: UInt8) -> Shift.Break? {
    guard shift != Event.noShift else { return nil }
    let rule = tables.shifts[Int(shift)]
    return Int(number) < rule.breakCount ? tables.breaks[rule.firstBreak + Int(number)] : nil
  }

  /// Somebody who signs on in the middle of a tour, or comes back late, has missed the breaks due before.
  @inline(always)
  private func skipBreaks(_ handler: UnsafeMutablePointer<HandlerRecord>, before time: Milliseconds) {
    while let due = nextBreak(handler), due < time { passBreak(handler) }
  }

  @inline(always)
  private func passBreak(_ handler: UnsafeMutablePointer<HandlerRecord>) {
    // Only a break with cover can have been put off.
    if let rule = breakRule(handler), rule.cover > 0 {
      handler.pointee.start = handlers.tourStarts[handler - handlers.records]
    }
    handler.pointee.nextBreak &+= 1
  }
}
