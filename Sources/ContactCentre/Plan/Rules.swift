import DiscreteEvents

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

/// A front stage as plain data.
package struct StageRule: BitwiseCopyable {
  /// How those leave it who choose none of its options.
  package var exits: ExitRule
  /// Options: their place among all stages' options, and how many.
  package var firstOption: Int
  /// The place among all stages' ``RecordedStageRule``s of what was recorded here of the channel's first contact; the others
  /// follow. -1 if nothing was.
  package var firstRecord: Int32
  /// How many options.
  package var optionCount: UInt16
  /// Whether nothing is chosen here, and nothing was recorded: asked at every contact.
  package var isPlain: Bool
}

/// What was recorded of a contact in a stage, as plain data.
@usableFromInline
package struct RecordedStageRule: BitwiseCopyable {
  /// How it is told apart where an ``exit`` is no channel's number.
  @inlinable package static var unknown: UInt16 { .max }
  @inlinable package static var passed: UInt16 { .max - 1 }
  @inlinable package static var contained: UInt16 { .max - 2 }

  /// How long it took, in milliseconds.
  package var duration: UInt32
  /// The number of the channel it left for, or one of the above.
  package var exit: UInt16
  /// The number of the option chosen, counted from 1; 0 for none.
  package var option: UInt8
  /// Whether it is known to have been here at all.
  package var isKnown: Bool
}

/// What may be chosen in a front stage, as plain data.
package struct OptionRule: BitwiseCopyable {
  /// The share of those who choose it, or one of the options before it.
  package var upTo: Double
  /// Seconds in the stage.
  package var takes: Sampler
  /// How those leave who chose it.
  package var exits: ExitRule
}

/// How contacts leave a front stage: contained, diverted, or on towards the queue.
@usableFromInline
package struct ExitRule: BitwiseCopyable {
  /// The share that is contained.
  @usableFromInline package var contains: Double
  /// The place of its diversions among all stages' diversions.
  package var firstDiversion: Int
  /// How many diversions it has.
  @usableFromInline package var diversionCount: Int

  /// Whether any leave it otherwise than towards the queue.
  @inlinable package var areAny: Bool { contains > 0 || diversionCount > 0 }
}

/// A diversion as plain data.
package struct DiversionRule: BitwiseCopyable {
  /// The number of the channel diverted to.
  package var channel: UInt16
  /// The share that is.
  package var share: Double
}

/// A recorded contact as plain data; not a number where the record is silent.
package struct TraceEntry: BitwiseCopyable {
  /// Since the first instant of the run.
  package var time: Milliseconds
  /// Seconds.
  package var handling: Double
  /// Seconds.
  package var wrapUp: Double
  /// Seconds.
  package var patience: Double
  /// The outcome's number in its channel, or of an incident the grade's in its source; or -1.
  package var outcome: Int
  /// Where it happened, in degrees north.
  package var latitude: Double
  /// Where it happened, in degrees east.
  package var longitude: Double
}

/// What an outcome opens, as plain data.
package struct OpeningRule: BitwiseCopyable {
  /// The grade of the incident, or ``ResponseTables/noGrade``.
  package var grade: UInt8
  /// Whether it opens a while after the answer, rather than when the conversation is over.
  package var isEarly: Bool
  /// How long after the answer.
  package var after: Sampler
}

/// What the simulation must know of a team at every contact, as plain data.
package struct TeamRule: BitwiseCopyable {
  /// One bit for each channel it answers.
  package var channels: UInt64
  /// Those of them of which a handler may hold several.
  package var sharedChannels: UInt64
  /// How many a handler may hold.
  package var concurrency: Int
  /// The team's first ready list: one for each number of contacts in hand from 0 to concurrency − 1.
  package var firstList: Int
  /// One bit for each special channel it may ever take: see ``RoutingTables``.
  package var special: UInt64
  /// Whether one of these leaves handlers free, so that it matters how many are ready.
  package var isCounted: Bool
  /// One bit for each channel whose contacts its handlers may have to leave for others.
  package var interruptible: UInt64
}

/// A team that answers a channel, as its router asks it: what it needs of the ``TeamRule``.
package struct RouteRule: BitwiseCopyable {
  /// The team's first ready list.
  package var firstList: Int
  /// How many a handler may hold.
  package var concurrency: Int
}

/// A shift's breaks as plain data.
package struct ShiftRule: BitwiseCopyable {
  /// The place of its breaks among all shifts' breaks.
  package var firstBreak: Int
  /// How many breaks it has.
  package var breakCount: Int
}

/// When a team's site is closed, as plain data.
package struct ClosureRule: BitwiseCopyable {
  /// The place of its closures among all teams' closures.
  package var first: Int
  /// How many closures it has.
  package var count: Int
}
