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
  /// The caller of an incident to which nobody has come rang again.
  case contactRangAgain = 13
  /// Something about a contact that is over will need another one later: a call back with news, a review.
  case followUpScheduled = 14
  /// A contact came that follows from an earlier one.
  case contactFollowedUp = 15

  // An incident's life.
  /// An incident that no contact raised was logged.
  case incidentLogged = 16
  /// An incident opened, from a contact or a log, of a grade and at a place.
  case incidentOpened = 17
  /// How many units an incident wants, and what becomes of it if nobody comes, was settled.
  case incidentAssessed = 18
  /// An incident is to be attended by appointment.
  case appointmentMade = 19
  /// The hour of an appointment has come.
  case appointmentCame = 20
  /// An incident was given another grade after a wait.
  case incidentRegraded = 21
  /// An incident is over: attended, cancelled, or resolved without deployment.
  case incidentClosed = 22

  // What happens to contacts and queues in centres with such rules.
  /// A contact was handed to another channel, where it is offered as a contact of its own.
  case contactTransferred = 23
  /// A handler took up again a contact that had been left for a more pressing one.
  case workResumed = 24
  /// A contact has waited so long that other teams may take it too.
  case contactOverflowed = 25
  /// A queue has been too long for too long: teams are borrowed for it.
  case surgeBegan = 26
  /// The queue is short again, and the borrowed teams are released.
  case surgeEnded = 27

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
  /// A break was due but would have left too few at work; it is asked for again later.
  case breakPostponed = 38

  // A unit's tour.
  /// A unit of one or two officers is on duty and free at its hub.
  case unitSignedOn = 40
  /// A free unit was given to an incident.
  case unitAssigned = 41
  /// A unit that had another incident was given to a graver one.
  case unitDiverted = 42
  /// The dispatcher has told the unit where to go.
  case assignmentEnded = 43
  /// A unit set off for the scene.
  case unitMobile = 44
  /// A unit arrived at the scene.
  case unitAtScene = 45
  /// A unit left the scene with a prisoner.
  case unitWentToCustody = 46
  /// A unit left the scene, or custody, to write it up.
  case unitBeganPaperwork = 47
  /// A unit has finished with an incident and is free.
  case unitCleared = 48
  /// A unit on its way is no longer wanted, and is free.
  case unitStoodDown = 49
  /// A unit began a break.
  case unitWentOnBreak = 50
  /// A unit came back from a break and is free at its hub.
  case unitReturned = 51
  /// A unit went home.
  case unitSignedOff = 52
}

/// One thing that happened, as 24 bytes of plain data.
///
/// An event carries what cannot be derived from the events before it (a drawn duration, the handler chosen), not what
/// can (a queue's length, how long somebody has waited). Fields not named by an event's constructor are zero.
///
/// Every field is an integer of fixed width, packed into three words, so that a log is a flat array that can be stored,
/// hashed and compared as it is. Contacts are numbered 0, 1, 2, … in the order in which they are offered first, redials
/// counting as contacts of their own; handlers by the position they sign on to, the lowest free one's number being reused.
/// Incidents are numbered as contacts are, in the order in which it is known that they will open; units as handlers are.
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
  /// The contact, the incident or the duty, by number.
  @inlinable public var subject: UInt32 { UInt32(truncatingIfNeeded: word1) }
  /// Usually a length of time in milliseconds.
  @inlinable public var value: UInt32 { UInt32(truncatingIfNeeded: word1 &>> 32) }
  /// Usually whom or what it concerns, by number: a channel, handler, unit or surge; the constructors say which.
  @inlinable public var resource: UInt16 { UInt16(truncatingIfNeeded: word2) }
  /// A further number whose meaning depends on the kind: often the team, the hub or the dispatcher.
  @inlinable public var group: UInt16 { UInt16(truncatingIfNeeded: word2 &>> 16) }
  /// A second number whose meaning depends on the kind.
  @inlinable public var extra: UInt32 { UInt32(truncatingIfNeeded: word2 &>> 32) }

  /// The `value` that stands for "never" or "without end" where a length of time is meant.
  @inlinable public static var endless: UInt32 { .max }
  /// The longest length of time an event can carry, in milliseconds (about 49 days and 17 hours).
  @inlinable public static var longest: Milliseconds { Milliseconds(UInt32.max) - 1 }
}
