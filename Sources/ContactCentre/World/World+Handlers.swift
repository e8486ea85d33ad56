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
    handler.pointee.state = .working
    handler.pointee.end = event.value == Event.endless ? ContactRecord.none : now &+ Milliseconds(event.value)
    handler.pointee.start = tourStart(shift: handler.pointee.shift, end: handler.pointee.end)
    skipBreaks(handler, before: now)
    scheduleTour(handler, event.resource)
    list(handler, event.resource)
    noticeDispatcher()
  }

  mutating func finishUp(_ event: Event) {
    let handler = handlers[event.resource]
    unlist(handler, event.resource)
    removeInterruptible(handler, event.resource)
    handler.pointee.state = event.detail == 0 ? .finishingForGood : .finishingForBreak
    unschedule(event.resource)
    noticeDispatcher()
  }

  mutating func goOnBreak(_ event: Event) {
    let handler = handlers[event.resource]
    unlist(handler, event.resource)
    handler.pointee.state = .onBreak
    handler.pointee.nextBreak &+= 1
    let due = now &+ Milliseconds(event.value)
    // A break that lasts to the end of the tour ends in signing off, which has its own place within the instant.
    schedule(event.resource, at: due, rank: due >= handler.pointee.end ? Rank.signOff : Rank.signOn)
    noticeDispatcher()
  }

  mutating func returnToWork(_ event: Event) {
    let handler = handlers[event.resource]
    handler.pointee.state = .working
    skipBreaks(handler, before: now)
    scheduleTour(handler, event.resource)
    list(handler, event.resource)
    noticeDispatcher()
  }

  mutating func signOff(_ event: Event) {
    unlist(handlers[event.resource], event.resource)
    unschedule(event.resource)
    handlers.vacate(event.resource)
    noticeDispatcher()
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

  /// The handler's next break or the end of its tour becomes due, whichever is sooner.
  private mutating func scheduleTour(_ handler: UnsafeMutablePointer<HandlerRecord>, _ number: UInt16) {
    let due = min(handler.pointee.end, nextBreak(handler) ?? ContactRecord.none)
    if due == ContactRecord.none {
      unschedule(number)
    } else {
      schedule(number, at: due, rank: Rank.signOff)
    }
  }

  /// When the tour of who signs on now began: now, unless it was under way when the run began.
  func tourStart(shift number: UInt16, end: Milliseconds) -> Milliseconds {
    guard now == 0, number != Event.noShift else { return now }
    // By the wall clock back from its end, since a tour across a change of the clocks is longer or shorter than its shift.
    let shift = plan.scenario.shifts[Int(number)]
    let zone = plan.scenario.calendar.zone
    let lastDay = zone.civilTime(at: plan.origin + end).dayNumber
    let firstDay = lastDay - Int((shift.start + shift.length) / .day)
    return zone.instant(of: CivilTime(dayNumber: firstDay, timeOfDay: shift.start)) - plan.origin
  }

  /// When the handler's next break is due; nil if none is left.
  func nextBreak(_ handler: UnsafeMutablePointer<HandlerRecord>) -> Milliseconds? {
    breakRule(handler)?.due(start: handler.pointee.start, turn: handler.pointee.turn)
  }

  /// The next of the breaks of the handler's shift; nil if none is left.
  func breakRule(_ handler: UnsafeMutablePointer<HandlerRecord>) -> Shift.Break? {
    breakRule(shift: handler.pointee.shift, number: handler.pointee.nextBreak)
  }

  /// A break of a shift; nil if it has fewer.
  func breakRule(shift: UInt16, number: UInt8) -> Shift.Break? {
    guard shift != Event.noShift else { return nil }
    let rule = tables.shifts[Int(shift)]
    return Int(number) < rule.breakCount ? tables.breaks[rule.firstBreak + Int(number)] : nil
  }

  /// Somebody who signs on in the middle of a tour, or comes back late, has missed the breaks due before.
  private func skipBreaks(_ handler: UnsafeMutablePointer<HandlerRecord>, before time: Milliseconds) {
    while let due = nextBreak(handler), due < time { handler.pointee.nextBreak &+= 1 }
  }
}

extension Shift.Break {
  /// When it is due in a tour that began at `start`, whose `turn` is so many 65,536ths into the spread.
  func due(start: Milliseconds, turn: UInt16) -> Milliseconds {
    start &+ after &+ (spread &* Milliseconds(turn)) &>> 16
  }
}
