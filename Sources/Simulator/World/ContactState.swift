/// Where a contact is in its life.
enum ContactState: UInt8 {
  /// Not in the centre: not yet come, or gone for good.
  case gone
  /// Has just been offered to a channel with a front; its first stage must be decided at this very instant.
  case atFront
  /// In a front stage until it is due.
  case inStage
  /// Joined a queue at this very instant; whether it must wait is not settled.
  case unsettled
  /// In a queue, giving up when due.
  case waiting
  /// With a handler; the conversation ends when due.
  case handling
  /// Gone from the line, but its handler is finishing off until due.
  case wrappingUp
  /// Has given up and will try again; when must be decided at this very instant.
  case givenUp
  /// Has given up and tries again when due.
  case redialling
  /// Its conversation is interrupted: its handler has left it for a more pressing contact.
  case handlingSuspended
  /// Its wrap-up is interrupted likewise.
  case wrapUpSuspended
  /// Has been handed to another channel; its handler stays on the line until the other contact is answered or gives up.
  case introducing
  /// Its handler tells the one who has answered it on the other channel what it is about, until due.
  case briefing
  /// In a queue, its caller having hung up, until a handler calls back.
  case awaitingCallback
  /// Its handler calls back in vain, until due.
  case dialling

  /// Whether it waits in a queue, and that has been settled.
  @inline(always)
  var isSettled: Bool { self == .waiting || self == .awaitingCallback }
  /// Whether its handler may be called away from it: not from somebody else's introduction, nor while dialling.
  var mayBeLeft: Bool { self == .handling || self == .wrappingUp }
  /// Whether it is in somebody's hands but takes none of their attention at present.
  @inline(always)
  var standsStill: Bool { self == .introducing || self == .handlingSuspended || self == .wrapUpSuspended }
}
