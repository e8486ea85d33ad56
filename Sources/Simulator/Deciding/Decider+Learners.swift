import ContactCentre

// Whoever is still learning takes longer over the same work: the contact's own draw, times the handler's own factor.
extension Decider {
  /// `work` as it takes `handler`, to the nearest millisecond.
  func slowed(_ work: UInt32, _ handler: UInt16) -> UInt32 {
    let percent = 100 + UInt64(world.pointee.handlers[handler].pointee.percentSlower)
    return UInt32(min((UInt64(work) * percent + 50) / 100, UInt64(Event.longest)))
  }
}
