/// What the simulation must know of a channel at every contact, as plain data.
@usableFromInline
package struct ChannelRule: BitwiseCopyable {
  // A channel's samplers stand together in ``PlanTables/samplers``, in this order.
  /// The place of the sampler of seconds that callers wait before they give up.
  @inlinable package static var patience: Int { 0 }
  /// That of seconds of conversation.
  @inlinable package static var handling: Int { 1 }
  /// That of seconds of work after it.
  @inlinable package static var wrapUp: Int { 2 }
  /// That of seconds until a caller who gave up tries again.
  @inlinable package static var redialDelay: Int { 3 }
  /// How many samplers a channel has.
  @inlinable package static var samplerCount: Int { 4 }

  /// Whether a concurrent handler may hold several.
  package var sharesHandler: Bool
  /// Whether a contact may have any.
  package var hasWrapUp: Bool
  /// The place of its front stages among all channels' stages.
  package var firstStage: Int
  /// How many front stages it has.
  package var stageCount: Int
  /// Whether more is asked at the answer, and at the end, than how long it takes: for what it opens, leads to, or makes
  /// of its caller.
  package var asksMore: Bool
  /// Whether who must wait may be called back.
  package var callsBack: Bool
  /// What its outcomes open and lead to: their place among all channels' openings. One more than there are outcomes.
  package var firstOpening: Int
  /// The place of its outcomes among all channels' cumulative shares.
  package var firstOutcome: Int
  /// How many outcomes it has.
  package var outcomeCount: Int
  /// The place, among all routes, of the teams that answer it.
  package var firstRoute: Int
  /// How many these are; none if it is never routed in the short way.
  package var routeCount: Int
  /// 0 for the channels answered first; channels of equal priority have equal rank.
  package var rank: Int
  /// What callers do who gave up.
  package var redial: RedialRule
  /// The recorded contacts of a trace, nil for a profile.
  package var trace: UnsafePointer<TraceEntry>?
  /// How many those are.
  package var traceCount: Int
}

/// What callers do who gave up. A probability of zero: nothing.
package struct RedialRule: BitwiseCopyable {
  /// How likely it is that somebody who gave up tries again.
  package var probability: Double
  /// The number of the channel tried.
  package var channel: UInt16
  /// How often anybody does.
  package var atMost: UInt8
}
