import DiscreteEvents

extension Event {
  /// The `index`th caller of the five-minute `cell` of `channel` arrived (for a trace: row `index`, cell 0; by appointment: the
  /// day since 1 January 1970 for the cell, and the place in the day's book for the index).
  ///
  /// The channel, the cell and the index are the caller's identity: everything drawn about them is keyed by it.
  @inlinable
  public static func contactArrived(
    at time: Milliseconds, contact: UInt32, channel: UInt16, cell: UInt32, index: UInt32
  ) -> Event {
    Event(.contactArrived, at: time, subject: contact, value: cell, resource: channel, extra: index)
  }

  /// As ``contactArrived(at:contact:channel:cell:index:)``, where it is known who comes again and again; nil for somebody
  /// who comes once only.
  @inlinable
  public static func contactArrived(
    at time: Milliseconds, contact: UInt32, channel: UInt16, cell: UInt32, index: UInt32, caller: RepeatCaller?
  ) -> Event {
    Event(
      .contactArrived, at: time, subject: contact, value: cell, resource: channel, group: caller?.number ?? 0,
      extra: index, detail: caller.map { $0.group &+ 1 } ?? 0)
  }

  /// Of an arrival: which of the callers who come again and again it is; nil for somebody who comes once only.
  @inlinable public var repeatCaller: RepeatCaller? {
    detail == 0 ? nil : RepeatCaller(group: detail &- 1, number: group)
  }

  /// The caller who gave up as contact `previous` came again, now on `channel`, for the `attempt`th time after the first.
  @inlinable
  public static func contactRedialled(
    at time: Milliseconds, contact: UInt32, channel: UInt16, previous: UInt32, attempt: UInt8
  ) -> Event {
    Event(.contactRedialled, at: time, subject: contact, value: previous, resource: channel, detail: attempt)
  }

  /// A contact entered the front stage `stage` of its channel, which takes `duration` milliseconds.
  @inlinable
  public static func frontStageEntered(
    at time: Milliseconds, contact: UInt32, stage: UInt8, duration: UInt32
  ) -> Event {
    Event(.frontStageEntered, at: time, subject: contact, value: duration, detail: stage)
  }

  /// As ``frontStageEntered(at:contact:stage:duration:)``, and the contact chose the option of this number there.
  @inlinable
  public static func frontStageEntered(
    at time: Milliseconds, contact: UInt32, stage: UInt8, duration: UInt32, option: UInt8
  ) -> Event {
    Event(
      .frontStageEntered, at: time, subject: contact, value: duration, extra: UInt32(option) &+ 1, detail: stage)
  }

  /// Of a contact that entered a front stage: the number of the option it chose there; nil if it chose none.
  @inlinable public var stageOption: UInt8? {
    extra == 0 || extra > 0xFF ? nil : UInt8(truncatingIfNeeded: extra &- 1)
  }

  /// A contact left its last front stage and joined the queue of its channel.
  @inlinable
  public static func frontPassed(at time: Milliseconds, contact: UInt32) -> Event {
    Event(.frontPassed, at: time, subject: contact)
  }

  /// A contact's need was met in front stage `stage`.
  @inlinable
  public static func contactContained(at time: Milliseconds, contact: UInt32, stage: UInt8) -> Event {
    Event(.contactContained, at: time, subject: contact, detail: stage)
  }

  /// A contact left front stage `stage` for `channel`.
  @inlinable
  public static func contactDiverted(
    at time: Milliseconds, contact: UInt32, channel: UInt16, stage: UInt8
  ) -> Event {
    Event(.contactDiverted, at: time, subject: contact, resource: channel, detail: stage)
  }

  /// A contact must wait, and would do so for `patience` milliseconds (``endless``: for ever).
  @inlinable
  public static func contactQueued(at time: Milliseconds, contact: UInt32, patience: UInt32) -> Event {
    Event(.contactQueued, at: time, subject: contact, value: patience)
  }

  /// `handler` took a contact whose handling takes `work` milliseconds of undivided attention.
  @inlinable
  public static func contactAnswered(
    at time: Milliseconds, contact: UInt32, handler: UInt16, work: UInt32
  ) -> Event {
    Event(.contactAnswered, at: time, subject: contact, value: work, resource: handler)
  }

  /// As ``contactAnswered(at:contact:handler:work:)``, with all that may be said of an answer: `interrupts` if `handler`
  /// left what was in hand for it, which waits until ``workResumed(at:contact:handler:interruption:)``; `survey`, what
  /// the caller will say if asked; `callback`, whether the caller was called back and picked up, dialling being part of
  /// the work; and the incident that opens, `opensAfter` milliseconds from now, if `grade` is not nil.
  @inlinable
  public static func contactAnswered(
    at time: Milliseconds, contact: UInt32, handler: UInt16, work: UInt32, interrupts: Bool,
    survey: SurveyReply = .notAsked, callback: CallbackReply = .none, grade: UInt8? = nil, opensAfter: UInt32 = 0
  ) -> Event {
    Event(
      .contactAnswered, at: time, subject: contact, value: work, resource: handler,
      group: (interrupts ? 1 : 0) | UInt16(survey.rawValue) &<< 1 | UInt16(callback.rawValue) &<< 3, extra: opensAfter,
      detail: grade.map { $0 &+ 1 } ?? 0)
  }

  /// Of an answer: whether the handler left what was in hand for it.
  @inlinable public var interrupts: Bool { group & 1 != 0 }
  /// Of an answer: what the caller will say if asked.
  @inlinable public var surveyReply: SurveyReply {
    SurveyReply(rawValue: UInt8(truncatingIfNeeded: group &>> 1) & 3) ?? .notAsked
  }
  /// Of an answer: whether the caller was called back and picked up.
  @inlinable public var callbackReply: CallbackReply {
    CallbackReply(rawValue: UInt8(truncatingIfNeeded: group &>> 3) & 3) ?? .none
  }

  /// The conversation ended as the channel's outcome number `outcome`; `wrapUp` milliseconds of wrap-up follow (0: none).
  @inlinable
  public static func handlingEnded(
    at time: Milliseconds, contact: UInt32, handler: UInt16, wrapUp: UInt32, outcome: UInt8
  ) -> Event {
    Event(.handlingEnded, at: time, subject: contact, value: wrapUp, resource: handler, detail: outcome)
  }

  /// `handler` finished off a contact.
  @inlinable
  public static func wrapUpEnded(at time: Milliseconds, contact: UInt32, handler: UInt16) -> Event {
    Event(.wrapUpEnded, at: time, subject: contact, resource: handler)
  }

  /// A waiting contact gave up; if `willRedial`, ``redialScheduled(at:contact:channel:delay:)`` follows at once.
  @inlinable
  public static func contactAbandoned(at time: Milliseconds, contact: UInt32, willRedial: Bool) -> Event {
    Event(.contactAbandoned, at: time, subject: contact, detail: willRedial ? 1 : 0)
  }

  /// The caller who gave up will try `channel` in `delay` milliseconds.
  @inlinable
  public static func redialScheduled(
    at time: Milliseconds, contact: UInt32, channel: UInt16, delay: UInt32
  ) -> Event {
    Event(.redialScheduled, at: time, subject: contact, value: delay, resource: channel)
  }

  /// A contact must wait, and would do so for ever, because the caller hung up and will be called back in turn.
  @inlinable
  public static func contactQueuedForCallback(at time: Milliseconds, contact: UInt32) -> Event {
    Event(.contactQueued, at: time, subject: contact, value: Event.endless, detail: 1)
  }

  /// Whether the caller of a contact that queued will be called back.
  @inlinable public var isForCallback: Bool { detail == 1 }

  /// Contact `contact` will lead to another on `channel` in `delay` milliseconds; `rule` is the number of the rule among
  /// those of the contact's outcome, and `item` the number of what is to come among those pending.
  @inlinable
  public static func followUpScheduled(
    at time: Milliseconds, contact: UInt32, channel: UInt16, delay: UInt32, item: UInt32, rule: UInt8
  ) -> Event {
    Event(
      .followUpScheduled, at: time, subject: contact, value: delay, resource: channel, extra: item, detail: rule)
  }

  /// What was pending as `item` came as a contact of its own on `channel`; it follows from contact `previous`.
  @inlinable
  public static func contactFollowedUp(
    at time: Milliseconds, contact: UInt32, channel: UInt16, previous: UInt32, item: UInt32
  ) -> Event {
    Event(.contactFollowedUp, at: time, subject: contact, value: previous, resource: channel, extra: item)
  }

  /// The caller of contact `previous` was handed to `channel` as contact `contact`. If `isWarm`, the first handler stays
  /// on the line until the second answers, and then both speak for `briefing` milliseconds before the first lets go.
  @inlinable
  public static func contactTransferred(
    at time: Milliseconds, contact: UInt32, channel: UInt16, previous: UInt32, isWarm: Bool, briefing: UInt32
  ) -> Event {
    Event(
      .contactTransferred, at: time, subject: contact, value: previous, resource: channel, extra: briefing,
      detail: isWarm ? 1 : 0)
  }
}

/// What a caller says of how the contact went.
public enum SurveyReply: UInt8, Sendable, CaseIterable {
  /// Not asked.
  case notAsked = 0
  /// Asked, and did not reply.
  case silent = 1
  /// Not satisfied.
  case dissatisfied = 2
  /// Satisfied.
  case satisfied = 3
}

/// Whether somebody who was to be called back picked up.
public enum CallbackReply: UInt8, Sendable, CaseIterable {
  /// Waited on the line.
  case none = 0
  /// Picked up.
  case reached = 1
  /// Did not: the work is the dialling only, and the contact comes to nothing.
  case unreached = 2
}
