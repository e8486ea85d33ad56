import ContactCentre
import DiscreteEvents

// Where units are, and what is due to them.
extension World {
  /// The unit stays where it is.
  @inline(always)
  func stop(_ unit: UnsafeMutablePointer<UnitRecord>) {
    unit.pointee.destination = unit.pointee.whereabouts(at: now)
    unit.pointee.arrives = now
  }

  /// The unit sets off for `place`, `journey` milliseconds away.
  @inline(always)
  func travel(_ unit: UnsafeMutablePointer<UnitRecord>, to place: Whereabouts, for journey: UInt32) {
    unit.pointee.origin = unit.pointee.whereabouts(at: now)
    unit.pointee.destination = place
    unit.pointee.departed = now
    unit.pointee.arrives = now &+ Milliseconds(journey)
  }

  /// The unit is free and sets off for its hub, at routine speed; how fast depends on nothing but the way.
  mutating func returnToHub(_ unit: UnsafeMutablePointer<UnitRecord>, _ number: UInt16) {
    guard let rules = tables.response else { return }
    let hub = rules.pointee.hubs[Int(unit.pointee.hub)]
    let time = rules.pointee.journeys.time(from: unit.pointee.whereabouts(at: now), to: hub, isBlueLight: false)
    travel(unit, to: hub, for: UInt32(clamping: Milliseconds(nearestTo: time)))
    becomeFree(unit, number)
  }

  mutating func enter(
    _ state: UnitState, _ unit: UnsafeMutablePointer<UnitRecord>, _ number: UInt16, for duration: UInt32
  ) {
    unit.pointee.state = state
    unit.pointee.since = now
    schedule(unit, number, at: now &+ Milliseconds(duration), rank: Rank.completion)
  }

  mutating func schedule(
    _ unit: UnsafeMutablePointer<UnitRecord>, _ number: UInt16, at due: Milliseconds, rank: UInt8
  ) {
    let moment = Calendar.moment(due, rank: rank)
    if unit.pointee.moment == Calendar.never {
      scheduleForce(Owner.unit(number), at: moment)
    } else {
      moveForce(Owner.unit(number), from: unit.pointee.moment, to: moment)
    }
    unit.pointee.moment = moment
  }

  mutating func unschedule(_ unit: UnsafeMutablePointer<UnitRecord>, _ number: UInt16) {
    if unit.pointee.moment == Calendar.never { return }
    cancelForce(Owner.unit(number), at: unit.pointee.moment)
    unit.pointee.moment = Calendar.never
  }
}
