import ContactCentre
import DiscreteEvents

// Whether an event that somebody says has happened can have. ``World/evolve(_:)`` trusts its events, because those that a
// ``Decider`` names are always possible and asking would cost at every one; those of a file are asked about here first.
extension World {
  /// Why `event` cannot have happened next, as the end of a sentence that begins with the event; nil if it can.
  ///
  /// Of an event that can have happened ``evolve(_:)`` makes a sound world of a sound one. Whether it is what the rules
  /// of the plan would have brought about is not asked: only simulating the run again tells. An event of a kind this
  /// version does not know changes nothing, so it can always have happened. O(log n) in what is pending.
  ///
  /// - Parameter isOwn: whether this world's plan decided it. Then nothing that was due can have been passed over; under
  ///   another plan something may be due that the other did not know of.
  func impossibility(of event: Event, isOwn: Bool) -> String? {
    if event.time < now { return "is earlier than the event before it" }
    if event.time > now, channelsUnsettled != 0 {
      return "comes after somebody joined a queue who was neither answered nor made to wait"
    }
    if isOwn {
      if event.time >= plan.end { return "comes after the end of the run" }
      let due = min(contactCalendar.nextMoment, forceMoment)
      if event.time > now, channelsWaiting & channelsReady != 0 {
        return "comes after somebody was free for one who waits, and did not answer"
      }
      if due != Calendar.never, event.time > max(now, Calendar.time(of: due)) {
        return "comes after something else was due"
      }
    }
    guard let kind = event.kind else { return nil }
    if kind.rawValue < Event.firstOtherKind { return impossibilityOfContact(event, kind, isOwn: isOwn) }
    switch kind {
    case .contactTransferred, .workResumed, .contactOverflowed: return impossibilityOfContact(event, kind, isOwn: isOwn)
    // A log of another plan may tell of surges that this one has not.
    case .surgeBegan, .surgeEnded: return nil
    case .handlerSignedOn, .handlerAbsent, .handlerFinishingUp, .handlerWentOnBreak, .handlerReturned,
      .handlerSignedOff, .breakPostponed:
      return impossibilityOfHandler(event, kind, isOwn: isOwn)
    default:
      guard let rules = tables.response else { return "is about units, of which the scenario has none" }
      return kind.rawValue < EventKind.unitSignedOn.rawValue
        ? impossibilityOfIncident(event, kind, rules) : impossibilityOfUnit(event, kind, rules, isOwn: isOwn)
    }
  }

  /// Why a tour of `length` that follows `shift` cannot begin now as duty number `duty`; nil if it can.
  func impossibility(ofDuty duty: UInt32, length: UInt32, shift: UInt16) -> String? {
    if duty != dutiesBegun { return "begins duty \(duty), and duty \(dutiesBegun) is next" }
    if shift == Event.noShift { return nil }
    if Int(shift) >= tables.shiftCount { return "follows shift \(shift), of which there is none" }
    // When a tour began is reckoned from its end.
    return length == Event.endless ? "follows a shift, but never ends" : nil
  }
}

extension Simulation {
  /// As ``follow(_:)``, of events that somebody else has written down: each is asked first whether it can have happened,
  /// and of those that can the world stays sound, whatever they are. O(events).
  ///
  /// - Parameters:
  ///   - isOwn: whether this simulation's plan decided them, in this version of the program.
  ///   - other: the plan that decided them; nil for this simulation's own. Whoever signs on keeps the tour it gave.
  /// - Throws: the first that cannot have happened; those before it have been followed.
  public mutating func follow(
    checking events: Span<Event>, isOwn: Bool, decidedBy other: Plan? = nil
  ) throws(ImpossibleEvent) {
    world.pointee.rostering = other ?? plan
    for index in events.indices {
      if let reason = world.pointee.impossibility(of: events[index], isOwn: isOwn) {
        throw ImpossibleEvent(event: events[index], place: index, reason: reason)
      }
      world.pointee.evolve(events[index])
    }
  }
}
