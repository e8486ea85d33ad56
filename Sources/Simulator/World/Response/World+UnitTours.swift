import ContactCentre
import DiscreteEvents

// What events about units' tours change: signing on and off, breaks, and being free in between.
extension World {
  mutating func signOnUnit(_ event: Event) {
    guard let rules = tables.response else { return }
    beginDuty(event)
    response.units.occupy(event.resource)
    let unit = response.units[event.resource]
    unit.pointee = .away
    unit.pointee.duty = event.subject
    unit.pointee.hub = event.group
    unit.pointee.role = event.crew.role == .diary ? 1 : 0
    unit.pointee.shift = UInt16(truncatingIfNeeded: event.extra)
    unit.pointee.turn = UInt16(truncatingIfNeeded: event.extra &>> 16)
    unit.pointee.end = event.value == Event.endless ? ContactRecord.none : now &+ Milliseconds(event.value)
    unit.pointee.start = tourStart(shift: unit.pointee.shift, end: unit.pointee.end)
    unit.pointee.destination = rules.pointee.hubs[Int(event.group)]
    unit.pointee.arrives = now
    skipBreaks(unit, before: now)
    becomeFree(unit, event.resource)
    refreshDispatch()
  }

  /// The unit is free: until its tour ends, it is at its hub and its break is due, or it is sent. What has become due
  /// meanwhile is due now. A break that falls due on the way back waits for the hub, and until then the unit may be sent.
  mutating func becomeFree(_ unit: UnsafeMutablePointer<UnitRecord>, _ number: UInt16) {
    unit.pointee.state = .free
    unit.pointee.since = now
    response.units.setFree(number, true)
    let due = min(unit.pointee.end, nextBreakAtHub(unit) ?? ContactRecord.none)
    if due == ContactRecord.none {
      unschedule(unit, number)
    } else {
      schedule(unit, number, at: max(due, now), rank: Rank.signOff)
    }
  }

  mutating func goOnBreak(unit event: Event) {
    let unit = response.units[event.resource]
    response.units.setFree(event.resource, false)
    unit.pointee.state = .onBreak
    unit.pointee.since = now
    unit.pointee.nextBreak &+= 1
    let due = now &+ Milliseconds(event.value)
    schedule(unit, event.resource, at: due, rank: due >= unit.pointee.end ? Rank.signOff : Rank.signOn)
    refreshDispatch()
  }

  mutating func returnFromBreak(unit event: Event) {
    guard let rules = tables.response else { return }
    let unit = response.units[event.resource]
    unit.pointee.destination = rules.pointee.hubs[Int(unit.pointee.hub)]
    unit.pointee.arrives = now
    skipBreaks(unit, before: now)
    becomeFree(unit, event.resource)
    refreshDispatch()
  }

  mutating func signOffUnit(_ event: Event) {
    let unit = response.units[event.resource]
    response.units.setFree(event.resource, false)
    unschedule(unit, event.resource)
    response.units.vacate(event.resource)
    refreshDispatch()
  }

  /// The next of the unit's breaks; nil if none is left.
  @inline(always)
  func breakRule(_ unit: UnsafeMutablePointer<UnitRecord>) -> Shift.Break? {
    breakRule(shift: unit.pointee.shift, number: unit.pointee.nextBreak)
  }

  /// When it is due.
  @inline(always)
  func nextBreak(_ unit: UnsafeMutablePointer<UnitRecord>) -> Milliseconds? {
    breakRule(unit)?.due(start: unit.pointee.start, turn: unit.pointee.turn)
  }

  /// When the unit, which is free, begins it: when it is due, but not on the way back to the hub.
  @inline(always)
  func nextBreakAtHub(_ unit: UnsafeMutablePointer<UnitRecord>) -> Milliseconds? {
    nextBreak(unit).map { max($0, unit.pointee.arrives) }
  }

  @inline(always)
  func skipBreaks(_ unit: UnsafeMutablePointer<UnitRecord>, before time: Milliseconds) {
    while let due = nextBreak(unit), due < time { unit.pointee.nextBreak &+= 1 }
  }
}
