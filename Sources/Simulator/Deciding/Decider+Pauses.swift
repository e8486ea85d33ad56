import ContactCentre
import DiscreteEvents

// Breaks, and closures of the site, which keep a handler from work just as a break does.
extension Decider {
  /// A pause of `handler` is due, or was due when the work now done was still in hand.
  ///
  /// A closure goes before a break. A break with cover begins only if enough of the team are at work besides: neither on a
  /// break nor finishing up for one or for good. Else it is asked for again after a while, or lapses if that would be too
  /// late for it to end with the tour.
  func decidePause(of handler: UnsafePointer<HandlerRecord>, _ number: UInt16, at time: Milliseconds) -> Event {
    let rest = handler.pointee.end - time
    let isBusy = handler.pointee.load > 0
    if let closure = world.pointee.closure(ofTeam: handler.pointee.team, after: time), closure.from <= time {
      if isBusy { return .handlerFinishingUp(at: time, handler: number, forBreak: true) }
      return .handlerWentOnBreak(
        at: time, handler: number, length: UInt32(clamping: min(closure.to - time, rest)), isClosed: true)
    }
    guard let pause = world.pointee.breakRule(handler), let due = world.pointee.nextBreak(handler), due <= time else {
      // The site closed, but opened again before the work in hand was done.
      return .handlerWentOnBreak(at: time, handler: number, length: 0, isClosed: true)
    }
    if pause.cover > 0, world.pointee.atWork(besides: handler) < pause.cover {
      let comesTooLate = Self.postponement + pause.length > rest
      return .breakPostponed(
        at: time, handler: number, delay: comesTooLate ? Event.endless : UInt32(Self.postponement))
    }
    if isBusy { return .handlerFinishingUp(at: time, handler: number, forBreak: true) }
    return .handlerWentOnBreak(at: time, handler: number, length: UInt32(clamping: min(pause.length, rest)))
  }

  /// How long a break is put off at a time.
  static let postponement = 5 * Milliseconds.minute
}
