import ContactCentre
import DiscreteEvents

// Everything drawn about a contact, each from the contact's own key and for its own purpose. What a trace recorded is
// taken from there instead.
extension Decider {
  @inline(always)
  func drawUniform(_ contact: UnsafePointer<ContactRecord>, _ purpose: UInt64) -> Double {
    var stream = self.stream(contact, purpose)
    return stream.uniform()
  }

  /// A length of time from a distribution in seconds, as an event carries it.
  @inline(always)
  func drawDuration(
    _ contact: UnsafePointer<ContactRecord>, _ sampler: UnsafePointer<Sampler>, _ purpose: UInt64
  ) -> UInt32 {
    Self.duration(seconds: Self.draw(sampler, stream(contact, purpose)))
  }

  /// A draw from a distribution, in its own unit. The only place in which the decider has the code of drawing: there is much
  /// of it, and a processor keeps only so much code at hand.
  @inline(never)
  static func draw(_ sampler: UnsafePointer<Sampler>, _ stream: RandomStream) -> Double {
    var stream = stream
    return sampler.pointee.draw(&stream)
  }

  @inline(always)
  private func stream(_ contact: UnsafePointer<ContactRecord>, _ purpose: UInt64) -> RandomStream {
    RandomKey(bits: contact.pointee.key).stream(purpose &+ Purpose.diversion &* UInt64(contact.pointee.diversions))
  }

  @inline(always)
  static func duration(seconds: Double) -> UInt32 {
    let milliseconds = seconds * 1_000
    if milliseconds >= Double(Event.longest) { return UInt32(Event.longest) }
    // What is not a number fails this too.
    return milliseconds > 0 ? UInt32(truncatingIfNeeded: Milliseconds(nearestTo: milliseconds)) : 0
  }

  @inline(always)
  func drawHandling(_ contact: UnsafePointer<ContactRecord>) -> UInt32 {
    if let recorded = recorded(contact)?.handling, !recorded.isNaN { return Self.duration(seconds: recorded) }
    return drawDuration(contact, samplers(contact) + ChannelRule.handling, Purpose.handling)
  }

  @inline(always)
  func drawWrapUp(_ contact: UnsafePointer<ContactRecord>) -> UInt32 {
    if !world.pointee.tables.channels[Int(contact.pointee.channel)].hasWrapUp { return 0 }
    if let recorded = recorded(contact)?.wrapUp, !recorded.isNaN { return Self.duration(seconds: recorded) }
    return drawDuration(contact, samplers(contact) + ChannelRule.wrapUp, Purpose.wrapUp)
  }

  /// ``Event/endless`` if the contact would wait for ever.
  func drawPatience(_ contact: UnsafePointer<ContactRecord>) -> UInt32 {
    var seconds = Self.draw(samplers(contact) + ChannelRule.patience, stream(contact, Purpose.patience))
    if let recorded = recorded(contact)?.patience, !recorded.isNaN { seconds = recorded }
    let time = Milliseconds(seconds: seconds, within: 0...(Event.longest + 1))
    return time > Event.longest ? Event.endless : UInt32(time)
  }

  /// The outcome's number in its channel; the number of outcomes if it is none of them.
  @inline(always)
  func drawOutcome(_ contact: UnsafePointer<ContactRecord>) -> UInt8 {
    let rule = world.pointee.tables.channels + Int(contact.pointee.channel)
    if rule.pointee.outcomeCount == 0 { return 0 }
    if let recorded = recorded(contact)?.outcome, recorded >= 0 { return UInt8(recorded) }
    let shares = world.pointee.tables.outcomes + rule.pointee.firstOutcome
    let share = drawUniform(contact, Purpose.outcome)
    var outcome = 0
    while outcome < rule.pointee.outcomeCount, share >= shares[outcome] { outcome &+= 1 }
    return UInt8(truncatingIfNeeded: outcome)
  }

  func drawRedial(_ contact: UnsafePointer<ContactRecord>) -> Bool {
    let rule = world.pointee.tables.channels[Int(contact.pointee.channel)].redial
    guard rule.probability > 0, contact.pointee.attempt < rule.atMost else { return false }
    return drawUniform(contact, Purpose.redial) < rule.probability
  }

  func drawRedialDelay(_ contact: UnsafePointer<ContactRecord>) -> UInt32 {
    drawDuration(contact, samplers(contact) + ChannelRule.redialDelay, Purpose.redialDelay)
  }

  func drawStageTime(_ contact: UnsafePointer<ContactRecord>, _ stage: UInt8) -> UInt32 {
    let first = world.pointee.tables.channels[Int(contact.pointee.channel)].firstStage
    return drawDuration(
      contact, world.pointee.tables.stageTimes + (first + Int(stage)), Purpose.stageTime(stage))
  }

  /// The samplers of a contact's channel: see ``ChannelRule``.
  @inline(always)
  private func samplers(_ contact: UnsafePointer<ContactRecord>) -> UnsafePointer<Sampler> {
    UnsafePointer(world.pointee.tables.samplers + Int(contact.pointee.channel) * ChannelRule.samplerCount)
  }

  /// What the trace says of a contact; nil if it was not recorded.
  @inline(always)
  func recorded(_ contact: UnsafePointer<ContactRecord>) -> TraceEntry? {
    let row = contact.pointee.row
    if row == noContact { return nil }
    return world.pointee.tables.channels[Int(contact.pointee.channel)].trace?[Int(row)]
  }
}
