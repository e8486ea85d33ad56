import DiscreteEvents

/// What a record says of a contact in one of the stages before its channel's queue.
public struct RecordedStage: Sendable, Equatable {
  /// How a contact leaves a stage.
  public enum Exit: Sendable, Equatable {
    /// For the next stage, or the queue.
    case passed
    /// Its need was met.
    case contained
    /// For another channel, by name.
    case diverted(to: String)
  }

  /// How long the contact was in it.
  public var duration: Milliseconds
  /// The number of the option it chose; nil if it chose none.
  public var option: Int?
  /// How it left; nil if that is not known.
  public var exit: Exit?

  /// A stage of a recorded contact.
  public init(duration: Milliseconds, option: Int? = nil, exit: Exit? = nil) {
    self.duration = duration
    self.option = option
    self.exit = exit
  }
}
