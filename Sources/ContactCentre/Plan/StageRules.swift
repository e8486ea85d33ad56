import DiscreteEvents

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
