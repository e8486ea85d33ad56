import DiscreteEvents

// Whoever is still learning takes longer over the same work: the contact's own draw, times the handler's own factor.
extension Decider {
  /// `work` as it takes `handler`; as it is unless some who answer the channel are still learning.
  @inline(always)
  func slowed(_ work: UInt32, _ handler: UInt16, _ rule: UnsafePointer<ChannelRule>) -> UInt32 {
    rule.pointee.hasLearners ? slowed(work, handler) : work
  }

  /// `work` as it takes `handler`, to the nearest millisecond.
  @inline(never)
  private func slowed(_ work: UInt32, _ handler: UInt16) -> UInt32 {
    let percent = 100 + UInt64(world.pointee.handlers[handler].pointee.percentSlower)
    return UInt32(min((UInt64(work) * percent + 50) / 100, UInt64(Event.longest)))
  }
}
