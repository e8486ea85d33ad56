import DiscreteEvents

extension Event {
  /// The `index`th caller of the five-minute `cell` of `channel` arrived (for a trace: row `index`, cell 0).
  ///
  /// The channel, the cell and the index are the caller's identity: everything drawn about them is keyed by it.
  @inlinable
  public static func contactArrived(
    at time: Milliseconds, contact: UInt32, channel: UInt16, cell: UInt32, index: UInt32
  ) -> Event {
    Event(.contactArrived, at: time, subject: contact, value: cell, resource: channel, extra: index)
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

  /// As ``contactAnswered(at:contact:handler:work:)``, and `opensAfter` milliseconds from now an incident of grade number
  /// `grade` opens from it, before or after the conversation is over.
  @inlinable
  public static func contactAnswered(
    at time: Milliseconds, contact: UInt32, handler: UInt16, work: UInt32, grade: UInt8, opensAfter: UInt32
  ) -> Event {
    Event(
      .contactAnswered, at: time, subject: contact, value: work, resource: handler, extra: opensAfter,
      detail: grade &+ 1)
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
}
