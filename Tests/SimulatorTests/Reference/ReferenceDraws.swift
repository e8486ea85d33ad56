import ContactCentre
@testable import DiscreteEvents

/// What is drawn about a contact: each number from the contact's own key, for a purpose that has a number of its own.
struct ReferenceDraws {
  enum Purpose {
    case patience, handling, wrapUp, outcome, redial, redialDelay
    case stageTime(Int)
    case stageBranch(Int)
    case stageOption(Int)
    case callback, dialling, reached, surveySample, surveyReply, satisfaction, briefing
    case followUp(Int)
    case followUpDelay(Int)

    /// Part of what a seed means.
    var number: Int {
      switch self {
      case .patience: 1
      case .handling: 2
      case .wrapUp: 3
      case .outcome: 4
      case .redial: 5
      case .redialDelay: 6
      case .stageTime(let stage): 16 + stage
      case .stageBranch(let stage): 48 + stage
      case .stageOption(let stage): 65_536 + stage
      case .callback: 32_768
      case .dialling: 32_769
      case .reached: 32_770
      case .surveySample: 32_771
      case .surveyReply: 32_772
      case .satisfaction: 32_773
      case .briefing: 32_774
      case .followUp(let rule): 32_776 + 2 * rule
      case .followUpDelay(let rule): 32_777 + 2 * rule
      }
    }
  }

  var key: RandomKey
  /// Who has been diverted is drawn anew.
  var diversions: Int

  private func stream(_ purpose: Purpose) -> RandomStream { key.stream(UInt64(purpose.number + 80 * diversions)) }

  /// A number between 0 and 1.
  func uniform(_ purpose: Purpose) -> Double {
    var stream = stream(purpose)
    return stream.uniform()
  }

  /// A length of time from a distribution in seconds, in milliseconds.
  func length(_ distribution: Distribution, _ purpose: Purpose) -> UInt32 {
    var stream = stream(purpose)
    return Self.length(Sampler(distribution).draw(&stream))
  }

  /// So many seconds to the nearest millisecond, and no more than an event can tell.
  static func length(_ seconds: Double) -> UInt32 { UInt32(Milliseconds(seconds: seconds, within: 0...Event.longest)) }

  /// How long a contact waits, as recorded or drawn; endless if longer than an event can tell.
  func patience(_ channel: Channel, _ row: TraceRow?) -> UInt32 {
    var stream = stream(.patience)
    let seconds = row?.patience ?? Sampler(channel.patience).draw(&stream)
    let length = Milliseconds(seconds: seconds, within: 0...Event.longest + 1)
    return length > Event.longest ? Event.endless : UInt32(length)
  }

  /// Which of `shares` a number between 0 and 1 falls into; nil for none. Shares that mean one add up to one.
  static func place(of number: Double, in shares: [Double]) -> Int? {
    var sum = 0.0
    for (place, share) in shares.enumerated() {
      sum += share
      if number < sum { return place }
    }
    return sum > 1 - 1e-9 && !shares.isEmpty ? shares.count - 1 : nil
  }
}

extension ReferenceFloor {
  func draws(_ number: Int) -> ReferenceDraws {
    ReferenceDraws(key: contacts[number].key, diversions: contacts[number].diversions)
  }

  /// What a contact turns out to be, as recorded or drawn: the number of outcomes if it is none of them.
  func outcome(of number: Int) -> Int {
    let outcomes = channel(of: number).outcomes
    if outcomes.isEmpty { return 0 }
    if let recorded = contacts[number].row?.outcome {
      if let place = outcomes.firstIndex(where: { $0.name == recorded }) { return place }
      if recorded == TraceRow.other { return outcomes.count }
    }
    return ReferenceDraws.place(of: draws(number).uniform(.outcome), in: outcomes.map(\.share)) ?? outcomes.count
  }

  private func outcomeRule(_ number: Int) -> Channel.Outcome? {
    let outcomes = channel(of: number).outcomes
    let outcome = outcome(of: number)
    return outcome < outcomes.count ? outcomes[outcome] : nil
  }

  /// The work of a conversation: as recorded, or as its outcome says, or its channel; times the handler's own factor.
  func workOfHandling(_ number: Int, by position: Int) -> UInt32 {
    let distribution = outcomeRule(number)?.handling ?? channel(of: number).handling
    let work =
      contacts[number].row?.handling.map { ReferenceDraws.length($0) }
      ?? draws(number).length(distribution, .handling)
    return slowed(work, position)
  }

  /// That of its wrap-up, likewise.
  func workOfWrapUp(_ number: Int) -> UInt32 {
    let distribution = outcomeRule(number)?.wrapUp ?? channel(of: number).wrapUp
    let work =
      contacts[number].row?.wrapUp.map { ReferenceDraws.length($0) } ?? draws(number).length(distribution, .wrapUp)
    return slowed(work, contacts[number].handler)
  }

  /// Work as it takes a handler who may still be learning, to the nearest millisecond.
  private func slowed(_ work: UInt32, _ position: Int) -> UInt32 {
    let percent = 100 + Milliseconds(handlers[position]?.percentSlower ?? 0)
    return UInt32(min((Milliseconds(work) * percent + 50) / 100, Event.longest))
  }

  /// What the caller will say of it. Who is handed on is asked, if at all, by the channel they are handed on to.
  func surveyReply(_ number: Int, _ outcome: Int) -> SurveyReply {
    let channel = channel(of: number)
    let rule = outcomeRule(number)
    let isHandedOn = rule?.transfer != nil && contacts[number].diversions < Self.mostDiversions
    guard let survey = channel.survey, !isHandedOn, draws(number).uniform(.surveySample) < survey.sample else {
      return .notAsked
    }
    guard draws(number).uniform(.surveyReply) < survey.replies else { return .silent }
    let name = rule?.name ?? TraceRow.other
    let factor = survey.outcomes.first { $0.outcome == name }?.factor ?? 1
    let probability = survey.probability(wait: now - contacts[number].joinedAt, factor: factor)
    return draws(number).uniform(.satisfaction) < probability ? .satisfied : .dissatisfied
  }
}
