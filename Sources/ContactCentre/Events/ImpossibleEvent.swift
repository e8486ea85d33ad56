/// An event that cannot have happened where a log says it did.
public struct ImpossibleEvent: Error, Equatable, Sendable {
  /// The event.
  public let event: Event
  /// How many of the events that were handed over come before it.
  public let place: Int
  /// Why it cannot have happened, as the end of a sentence that begins with the event.
  public let reason: String

  /// An event that cannot have happened.
  public init(event: Event, place: Int, reason: String) {
    self.event = event
    self.place = place
    self.reason = reason
  }
}
