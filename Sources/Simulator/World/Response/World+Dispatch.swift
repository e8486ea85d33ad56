import ContactCentre

// Dispatchers, and whether anybody can be sent now.
extension World {
  /// The dispatcher at a position is busy with an assignment.
  mutating func engageDispatcher(_ position: UInt16) {
    let handler = handlers[position]
    unlist(handler)
    handler.pointee.load = 1
  }

  /// The dispatcher has done with it, and takes the next, or goes where the roster says.
  mutating func releaseDispatcher(_ position: UInt16) {
    let handler = handlers[position]
    handler.pointee.load = 0
    if handler.pointee.state == .working {
      list(handler, position)
    } else {
      schedule(position, at: now, rank: Rank.signOff)
    }
  }

  /// The dispatcher who would make the next assignment: the one ready for longest. ``noHandler`` if it takes nobody; nil
  /// if nobody is ready.
  @inline(always)
  var nextDispatcher: UInt16? {
    guard let desk = tables.response?.pointee.desk, desk >= 0 else { return noHandler }
    let position = readyLists[tables.teams[desk].firstList].head
    return position == noHandler ? nil : position
  }

  /// The waiting list to be served next, and how; nil if nobody can be sent, or diverted, now.
  ///
  /// See ``Decider/dispatch()`` for the rule.
  @inline(always)
  var nextDispatch: (list: Int, source: DispatchSource)? {
    guard let rules = tables.response, nextDispatcher != nil else { return nil }
    var lists = response.listsWaiting
    while lists != 0 {
      let list = lists.trailingZeroBitCount
      lists &= lists &- 1
      let grade = rules.pointee.grades + Int(rules.pointee.gradeOfList[list])
      if response.units.freeCount(role: grade.pointee.role) > grade.pointee.leavesFree { return (list, .free) }
      // Only for an incident that nobody is on the way to or at.
      if list & 1 == 0 {
        if grade.pointee.preempts & response.gradesDivertible != 0 { return (list, .onTheWay) }
        if grade.pointee.preemptsAtScene & response.gradesAtScene != 0 { return (list, .atScene) }
      }
    }
    return nil
  }

  /// A handler has become ready or ceased to be, and may be a dispatcher.
  mutating func noticeDispatcher() {
    if tables.response != nil { refreshDispatch() }
  }

  /// Reckons anew whether anybody can be sent. Needed after whatever may change that: incidents that come to wait or cease
  /// to, units that become free or divertible or cease to be, dispatchers that become ready or cease to be.
  mutating func refreshDispatch() {
    dispatchIsDue = response.listsWaiting != 0 && nextDispatch != nil
  }
}

/// Where a unit is taken from.
enum DispatchSource {
  /// It is free.
  case free
  /// It is on its way to an incident of another grade.
  case onTheWay
  /// It is at the scene of an incident of another grade.
  case atScene
}
