import DiscreteEvents

/// What can happen, in the past tense. The raw values are part of the log's format: never reuse one.
public enum EventKind: UInt8, Sendable, CaseIterable {
  // A contact's life.
  /// Somebody not heard of before came by a channel.
  case contactArrived = 1
  /// Somebody who had given up came again.
  case contactRedialled = 2
  /// A contact entered a stage before the queue: an operator, a menu, a bot.
  case frontStageEntered = 3
  /// A contact left its last front stage and joined the queue.
  case frontPassed = 4
  /// A contact's need was met in a front stage; it ends there.
  case contactContained = 5
  /// A contact left a front stage for another channel, where it is offered anew.
  case contactDiverted = 6
  /// A contact found nobody free and must wait. One that is answered at the instant it joins the queue has no such event.
  case contactQueued = 7
  /// A handler took a contact.
  case contactAnswered = 8
  /// The conversation, or the work, is over; wrap-up follows if it has any.
  case handlingEnded = 9
  /// The handler finished off.
  case wrapUpEnded = 10
  /// A waiting contact gave up.
  case contactAbandoned = 11
  /// Somebody who gave up will try again.
  case redialScheduled = 12

  // A handler's tour.
  /// A rostered handler turned up and is free.
  case handlerSignedOn = 32
  /// A rostered handler did not turn up.
  case handlerAbsent = 33
  /// A break or the end of the tour is due, but the handler is still working; no new contact is taken.
  case handlerFinishingUp = 34
  /// A handler began a break.
  case handlerWentOnBreak = 35
  /// A handler came back from a break and is free.
  case handlerReturned = 36
  /// A handler left for the day.
  case handlerSignedOff = 37
}

/// One thing that happened, as 24 bytes of plain data.
///
/// An event carries what cannot be derived from the events before it (a drawn duration, the handler chosen), not what
/// can (a queue's length, how long somebody has waited). Fields not named by an event's constructor are zero.
///
/// Every field is an integer of fixed width, packed into three words, so that a log is a flat array that can be stored,
/// hashed and compared as it is. Contacts are numbered 0, 1, 2, … in the order in which they are offered first, redials
/// counting as contacts of their own; handlers by the position they sign on to, the lowest free one's number being reused.
@frozen
public struct Event: Hashable, Sendable, BitwiseCopyable {
  /// Time (48 bits), kind (8 bits), detail (8 bits), highest first.
  public let word0: UInt64
  /// Value (32 bits), subject (32 bits), highest first.
  public let word1: UInt64
  /// Extra (32 bits), group (16 bits), resource (16 bits), highest first.
  public let word2: UInt64

  /// An event from its stored words.
  @inlinable
  public init(word0: UInt64, word1: UInt64, word2: UInt64) {
    self.word0 = word0
    self.word1 = word1
    self.word2 = word2
  }

  @inlinable
  init(
    _ kind: EventKind, at time: Milliseconds, subject: UInt32 = 0, value: UInt32 = 0, resource: UInt16 = 0,
    group: UInt16 = 0, extra: UInt32 = 0, detail: UInt8 = 0
  ) {
    word0 = UInt64(truncatingIfNeeded: time) &<< 16 | UInt64(kind.rawValue) &<< 8 | UInt64(detail)
    word1 = UInt64(value) &<< 32 | UInt64(subject)
    word2 = UInt64(extra) &<< 32 | UInt64(group) &<< 16 | UInt64(resource)
  }

  /// When it happened, since the first instant of the run.
  @inlinable public var time: Milliseconds { Milliseconds(word0 &>> 16) }
  /// What happened; nil for a number this version does not know.
  @inlinable public var kind: EventKind? { EventKind(rawValue: rawKind) }
  /// The number of what happened.
  @inlinable public var rawKind: UInt8 { UInt8(truncatingIfNeeded: word0 &>> 8) }
  /// A small number whose meaning depends on the kind.
  @inlinable public var detail: UInt8 { UInt8(truncatingIfNeeded: word0) }
  /// The contact, or for a handler's sign-on and absence the duty, by number.
  @inlinable public var subject: UInt32 { UInt32(truncatingIfNeeded: word1) }
  /// Usually a length of time in milliseconds.
  @inlinable public var value: UInt32 { UInt32(truncatingIfNeeded: word1 &>> 32) }
  /// The handler or the channel, by number.
  @inlinable public var resource: UInt16 { UInt16(truncatingIfNeeded: word2) }
  /// The team, by number.
  @inlinable public var group: UInt16 { UInt16(truncatingIfNeeded: word2 &>> 16) }
  /// A second number whose meaning depends on the kind.
  @inlinable public var extra: UInt32 { UInt32(truncatingIfNeeded: word2 &>> 32) }

  /// The `value` that stands for "never" or "without end" where a length of time is meant.
  @inlinable public static var endless: UInt32 { .max }
  /// The longest length of time an event can carry, in milliseconds (about 49 days and 17 hours).
  @inlinable public static var longest: Milliseconds { Milliseconds(UInt32.max) - 1 }
}
