import DiscreteEvents

/// What comes of contacts in centres with such rules, as plain data. Looked at only where ``ChannelRule/asksMore``.
package struct ContactRules: BitwiseCopyable {
  /// By outcome, channel by channel, after those of each channel what is none of them: as ``PlanTables/openings``.
  package let outcomes: UnsafeMutablePointer<OutcomeRule>
  /// All outcomes' follow-ups.
  package let followUps: UnsafeMutablePointer<FollowUpRule>
  /// By channel.
  package let callbacks: UnsafeMutablePointer<CallbackRule>
  /// By channel.
  package let surveys: UnsafeMutablePointer<SurveyRule>

  init(_ channels: [Channel]) {
    let numberOfChannel = PlanTables.numbers(channels.map(\.id))
    func number(_ id: String) -> UInt16 {
      guard let number = numberOfChannel[id] else { preconditionFailure("unknown channel \(id)") }
      return UInt16(number)
    }
    var outcomes: [OutcomeRule] = []
    var followUps: [FollowUpRule] = []
    for channel in channels {
      for outcome in channel.outcomes {
        let factor = channel.survey?.outcomes.first { $0.outcome == outcome.name }?.factor ?? 1
        outcomes.append(
          OutcomeRule(
            hasHandling: outcome.handling != nil, hasWrapUp: outcome.wrapUp != nil,
            isWarm: outcome.transfer?.warm != nil,
            transfersTo: outcome.transfer.map { number($0.to) } ?? OutcomeRule.nowhere, firstFollowUp: followUps.count,
            followUpCount: UInt8(clamping: outcome.followUps.count), satisfaction: factor,
            handling: Sampler(outcome.handling ?? .constant(0)), wrapUp: Sampler(outcome.wrapUp ?? .constant(0)),
            briefing: Sampler(outcome.transfer?.warm ?? .constant(0))))
        followUps += outcome.followUps.map {
          FollowUpRule(probability: $0.probability, channel: number($0.to), after: Sampler($0.after))
        }
      }
      let nothing = Sampler(.constant(0))
      // Of an outcome that a channel names “other” itself, what is none of the named ones is more.
      let factor = channel.survey?.outcomes.first { $0.outcome == TraceRow.other }?.factor ?? 1
      outcomes.append(
        OutcomeRule(
          hasHandling: false, hasWrapUp: false, isWarm: false, transfersTo: OutcomeRule.nowhere,
          firstFollowUp: followUps.count, followUpCount: 0, satisfaction: factor, handling: nothing, wrapUp: nothing,
          briefing: nothing))
    }
    self.outcomes = PlanTables.stored(outcomes)
    self.followUps = PlanTables.stored(followUps)
    callbacks = PlanTables.stored(
      channels.map { channel in
        CallbackRule(
          whenWaiting: channel.callback?.whenWaiting ?? 0, accepts: channel.callback?.accepts ?? 0,
          reached: channel.callback?.reached ?? 1, dialling: Sampler(channel.callback?.dialling ?? .constant(0)))
      })
    surveys = PlanTables.stored(
      channels.map { channel in
        SurveyRule(
          sample: channel.survey?.sample ?? 0, replies: channel.survey?.replies ?? 0,
          satisfied: channel.survey?.satisfied ?? 0, halfLife: channel.survey?.halfLife ?? 1)
      })
  }

  func deallocate() {
    outcomes.deallocate()
    followUps.deallocate()
    callbacks.deallocate()
    surveys.deallocate()
  }
}

/// What comes of a contact that turned out to be something, as plain data.
@usableFromInline
package struct OutcomeRule: BitwiseCopyable {
  /// The number of no channel.
  @inlinable package static var nowhere: UInt16 { .max }

  /// Whether its work is its own, or that of any contact of the channel.
  package var hasHandling: Bool
  /// Likewise its wrap-up.
  package var hasWrapUp: Bool
  /// Whether the first handler stays until the second answers.
  package var isWarm: Bool
  /// The channel its caller is handed on to, or ``nowhere``.
  package var transfersTo: UInt16
  /// The place of its follow-ups among all outcomes'.
  package var firstFollowUp: Int
  /// How many follow-ups it has.
  package var followUpCount: UInt8
  /// The factor of its channel's survey.
  package var satisfaction: Double
  /// Seconds of its own work, if it has any.
  package var handling: Sampler
  /// Seconds of its own wrap-up, if it has any.
  package var wrapUp: Sampler
  /// How long both handlers speak.
  package var briefing: Sampler
}

/// A contact that may come of another, as plain data.
package struct FollowUpRule: BitwiseCopyable {
  /// How likely it is.
  package var probability: Double
  /// The number of the channel it comes on.
  package var channel: UInt16
  /// Seconds from the end of the first to its coming.
  package var after: Sampler
}

/// Who is called back, as plain data. Accepted by none: nobody.
package struct CallbackRule: BitwiseCopyable {
  /// It is offered where at least so many wait ahead.
  package var whenWaiting: Int
  /// The share of those who are offered it that accept.
  package var accepts: Double
  /// The share of those called back that pick up.
  package var reached: Double
  /// Seconds of dialling.
  package var dialling: Sampler
}

/// What people are asked afterwards, as plain data. A sample of none: nothing.
package struct SurveyRule: BitwiseCopyable {
  /// The share that is asked.
  package var sample: Double
  /// The share of those that replies.
  package var replies: Double
  /// The share of those that is satisfied, had nobody waited.
  package var satisfied: Double
  /// Milliseconds of waiting that halve it.
  package var halfLife: Milliseconds
}

extension Channel {
  /// Whether more must be known of its contacts, at their answer and their end, than how long they take; `isGrade` says
  /// whether there is a grade of a name.
  func asksMore(isGrade: (String) -> Bool) -> Bool {
    survey != nil || callback != nil
      || outcomes.contains { outcome in
        outcome.handling != nil || outcome.wrapUp != nil || outcome.transfer != nil || !outcome.followUps.isEmpty
          || outcome.opens != nil && outcome.grade.map(isGrade) ?? false
      }
  }
}
