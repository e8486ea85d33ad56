import DiscreteEvents

/// What the simulation must know of a channel at every contact, as plain data.
struct ChannelRule: BitwiseCopyable {
  // A channel's samplers stand together in ``PlanTables/samplers``, in this order.
  static let patience = 0
  static let handling = 1
  static let wrapUp = 2
  static let redialDelay = 3
  static let samplerCount = 4

  /// Whether a concurrent handler may hold several.
  var sharesHandler: Bool
  /// Whether a contact may have any.
  var hasWrapUp: Bool
  /// Front stages: their place among all channels' stages, and how many.
  var firstStage: Int
  var stageCount: Int
  /// Whether more is asked at the answer, and at the end, than how long it takes: for what it opens, leads to, or makes
  /// of its caller.
  var asksMore: Bool
  /// Whether who must wait may be called back.
  var callsBack: Bool
  /// What its outcomes open and lead to: their place among all channels' openings. One more than there are outcomes.
  var firstOpening: Int
  /// Outcomes: their place among all channels' cumulative shares, and how many.
  var firstOutcome: Int
  var outcomeCount: Int
  /// Teams that answer it: their place among all routes, and how many. None if it is never routed in the short way.
  var firstRoute: Int
  var routeCount: Int
  /// 0 for the channels answered first; channels of equal priority have equal rank.
  var rank: Int
  var redial: RedialRule
  /// The recorded contacts of a trace, nil for a profile.
  var trace: UnsafePointer<TraceEntry>?
  var traceCount: Int
}

/// What callers do who gave up. A probability of zero: nothing.
struct RedialRule: BitwiseCopyable {
  var probability: Double
  var channel: UInt16
  var atMost: UInt8
}

/// A front stage as plain data.
struct StageRule: BitwiseCopyable {
  /// How those leave it who choose none of its options.
  var exits: ExitRule
  /// Options: their place among all stages' options, and how many.
  var firstOption: Int
  /// The place among all stages' ``RecordedStageRule``s of what was recorded here of the channel's first contact; the others
  /// follow. -1 if nothing was.
  var firstRecord: Int32
  var optionCount: UInt16
  /// Whether nothing is chosen here, and nothing was recorded: asked at every contact.
  var isPlain: Bool
}

/// What was recorded of a contact in a stage, as plain data.
struct RecordedStageRule: BitwiseCopyable {
  /// How it is told apart where an ``exit`` is no channel's number.
  static let unknown = UInt16.max
  static let passed = UInt16.max - 1
  static let contained = UInt16.max - 2

  /// How long it took, in milliseconds.
  var duration: UInt32
  /// The number of the channel it left for, or one of the above.
  var exit: UInt16
  /// The number of the option chosen, counted from 1; 0 for none.
  var option: UInt8
  /// Whether it is known to have been here at all.
  var isKnown: Bool
}

/// What may be chosen in a front stage, as plain data.
struct OptionRule: BitwiseCopyable {
  /// The share of those who choose it, or one of the options before it.
  var upTo: Double
  var takes: Sampler
  var exits: ExitRule
}

/// How contacts leave a front stage: contained, diverted, or on towards the queue.
struct ExitRule: BitwiseCopyable {
  var contains: Double
  /// Diversions: their place among all stages' diversions, and how many.
  var firstDiversion: Int
  var diversionCount: Int

  /// Whether any leave it otherwise than towards the queue.
  var areAny: Bool { contains > 0 || diversionCount > 0 }
}

/// A diversion as plain data.
struct DiversionRule: BitwiseCopyable {
  var channel: UInt16
  var share: Double
}

/// A recorded contact as plain data; not a number where the record is silent.
struct TraceEntry: BitwiseCopyable {
  /// Since the first instant of the run.
  var time: Milliseconds
  var handling: Double
  var wrapUp: Double
  var patience: Double
  /// The outcome's number in its channel, or of an incident the grade's in its source; or -1.
  var outcome: Int
  /// Where it happened, in degrees.
  var latitude: Double
  var longitude: Double
}

/// What an outcome opens, as plain data.
struct OpeningRule: BitwiseCopyable {
  /// The grade of the incident, or ``ResponseTables/noGrade``.
  var grade: UInt8
  /// Whether it opens a while after the answer, rather than when the conversation is over.
  var isEarly: Bool
  /// How long after the answer.
  var after: Sampler
}

/// What the simulation must know of a team at every contact, as plain data.
struct TeamRule: BitwiseCopyable {
  /// One bit for each channel it answers.
  var channels: UInt64
  /// Those of them of which a handler may hold several.
  var sharedChannels: UInt64
  /// How many a handler may hold.
  var concurrency: Int
  /// The team's first ready list: one for each number of contacts in hand from 0 to concurrency − 1.
  var firstList: Int
  /// One bit for each special channel it may ever take: see ``RoutingTables``.
  var special: UInt64
  /// Whether one of these leaves handlers free, so that it matters how many are ready.
  var isCounted: Bool
  /// One bit for each channel whose contacts its handlers may have to leave for others.
  var interruptible: UInt64
}

/// A team that answers a channel, as its router asks it: what it needs of the ``TeamRule``.
struct RouteRule: BitwiseCopyable {
  var firstList: Int
  var concurrency: Int
}

/// A shift's breaks as plain data.
struct ShiftRule: BitwiseCopyable {
  /// Breaks: their place among all shifts' breaks, and how many.
  var firstBreak: Int
  var breakCount: Int
}

/// When a team's site is closed, as plain data.
struct ClosureRule: BitwiseCopyable {
  /// Closures: their place among all teams' closures, and how many.
  var first: Int
  var count: Int
}
