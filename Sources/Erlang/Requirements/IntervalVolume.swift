import DiscreteEvents

/// The contacts of one interval of a day.
public struct IntervalVolume: Hashable, Sendable {
  /// When it begins, by the local clock.
  public let start: CivilTime
  /// How long the clock shows it, in seconds: on the night clocks go back, twice its length.
  public let length: Double
  /// How many contacts are offered in it.
  public let offered: Double
  /// Mean time a handler is busy with one of them, in seconds; nil if it is not known, as nobody comes.
  public let handling: Double?

  /// The contacts of an interval.
  ///
  /// - Precondition: `length` and `handling` are more than 0, `offered` is not negative, and `handling` is there unless
  ///   nobody comes.
  public init(start: CivilTime, length: Double, offered: Double, handling: Double?) {
    Erlangs.require(positive: length, handling ?? 1)
    precondition(offered >= 0 && (offered == 0 || handling != nil), "contacts take time")
    self.start = start
    self.length = length
    self.offered = offered
    self.handling = handling
  }

  /// The interval as if it went on for ever, with callers of this mean patience in seconds; nil if nobody comes.
  func demand(patience: Double?) -> QueueDemand? {
    guard offered > 0, let handling else { return nil }
    return QueueDemand(calls: offered, per: length, handling: handling, patience: patience)
  }
}
