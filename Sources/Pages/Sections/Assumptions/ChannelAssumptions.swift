import ContactCentre
import DiscreteEvents
import Writing

extension Channel {
  /// What is assumed of it, in sentences; times are on the clocks of `zone`.
  func assumptions(_ zone: ZoneRules) -> [String] {
    var sentences = ["A \(kind.rawValue) channel of priority \(Quantity.stated(priority))."]
    if isConcurrent != kind.isConcurrent {
      sentences.append(
        isConcurrent
          ? "A handler of a team that holds several contacts may hold several of its."
          : "It takes a handler whole, even of a team that holds several contacts.")
    }
    sentences += arrivals.assumptions(zone)
    sentences += front.flatMap(\.assumptions)
    sentences.append("Patience: \(patience.words). Handling: \(handling.words). Wrap-up: \(wrapUp.words).")
    if !outcomes.isEmpty {
      let list = outcomes.map { outcome in
        "\(outcome.name) \(Quantity.share(outcome.share, decimals: 1))"
          + (outcome.grade.map { " (opens an incident of \($0))" } ?? "")
      }
      sentences.append("Outcomes: \(list.joined(separator: ", ")).")
    }
    sentences += outcomes.compactMap(\.assumption)
    if let redial {
      sentences.append(
        """
        Who gives up comes again with probability \(Quantity.decimal(redial.probability, decimals: 2)), on \
        \(redial.to), after \(redial.after.words), at most \(Quantity.times(redial.atMost)).
        """)
    }
    if let callback { sentences.append(callback.assumption) }
    sentences += routing.assumptions
    if let survey { sentences.append(survey.assumption) }
    if let target {
      var sentence =
        "Target: \(Quantity.aim(target.share)) "
        + (kind.isDeferred ? "done" : "answered") + " within \(Quantity.length(target.within))"
      if target.shortAbandon > 0 {
        sentence += "; giving up sooner than \(Quantity.length(target.shortAbandon)) is a short abandon"
      }
      sentences.append(sentence + ".")
    }
    return sentences
  }
}

extension FrontStage {
  /// What it does, and what each of its options does.
  fileprivate var assumptions: [String] {
    let time = counts ? "its time counts as waiting" : "its time does not count as waiting"
    let stage = Self.parts(takes, contains, divertsTo) + [time]
    return ["Before the queue, \(id): \(stage.joined(separator: ", "))."]
      + options.map { option in
        let parts = Self.parts(option.takes, option.contains, option.divertsTo)
        return """
          In \(id), \(Quantity.share(option.share, decimals: 1)) choose \(option.id), which \
          \(parts.joined(separator: ", ")).
          """
      }
  }

  private static func parts(_ takes: Distribution, _ contains: Double, _ diversions: [Diversion]) -> [String] {
    var parts = [takes == .constant(0) ? "takes no time" : "takes \(takes.words)"]
    if contains > 0 { parts.append("contains \(Quantity.share(contains, decimals: 1))") }
    return parts + diversions.map { "diverts \(Quantity.share($0.share, decimals: 1)) to \($0.to)" }
  }
}

extension Channel.Outcome {
  /// What else comes of a contact that turns out so; nil if nothing does.
  fileprivate var assumption: String? {
    var parts: [String] = []
    if let opens { parts.append("the incident opens so long after the answer: \(opens.words)") }
    if let handling { parts.append("handling: \(handling.words)") }
    if let wrapUp { parts.append("wrap-up: \(wrapUp.words)") }
    if let transfer {
      parts.append(
        "handed on to \(transfer.to)"
          + (transfer.warm.map { ", the first handler staying until both have spoken for: \($0.words)" } ?? ""))
    }
    parts += followUps.map {
      """
      \($0.name) follows on \($0.to) with probability \(Quantity.decimal($0.probability, decimals: 2)) after \
      \($0.after.words)
      """
    }
    if deterred > 0 {
      parts.append("\(Quantity.share(deterred, decimals: 0)) do not come at all, because they were told better")
    }
    return parts.isEmpty ? nil : "Outcome \(name): \(parts.joined(separator: "; "))."
  }
}

extension Channel.Callback {
  fileprivate var assumption: String {
    """
    Who finds \(whenWaiting) or more waiting is offered to be called back: \(Quantity.share(accepts, decimals: 0)) \
    accept and keep their place, and \(Quantity.share(reached, decimals: 0)) of those are reached. \
    Dialling: \(dialling.words).
    """
  }
}

extension Channel.Routing {
  /// How contacts come to a handler beyond the order of priorities.
  fileprivate var assumptions: [String] {
    var sentences: [String] = []
    if !preempts.isEmpty {
      sentences.append(
        "If nobody is free, a handler leaves \(preempts.joined(separator: ", ")) for it and goes on with that later.")
    }
    if leavesFree > 0 {
      sentences.append("Taken only while more than \(leavesFree) of a team are free.")
    }
    if headStart > 0 {
      sentences.append("Among equals in priority it counts as having waited \(Quantity.length(headStart)) longer.")
    }
    if waitWeight != 1 {
      sentences.append(
        "Among equals in priority its wait counts \(Quantity.decimal(waitWeight, decimals: 2)) times.")
    }
    if let overflow {
      sentences.append(
        """
        After \(Quantity.length(overflow.after)) of waiting it may go to \(overflow.teams.joined(separator: ", ")) too.
        """)
    }
    return sentences
  }
}

extension Channel.Survey {
  fileprivate var assumption: String {
    let factors = outcomes.map { "\($0.outcome) \(Quantity.decimal($0.factor, decimals: 2))" }
    return """
      Asked afterwards: \(Quantity.share(sample, decimals: 0)), of whom \(Quantity.share(replies, decimals: 0)) reply; \
      \(Quantity.share(satisfied, decimals: 0)) of those would be satisfied without a wait, half as many after \
      \(Quantity.length(halfLife)) of it (an assumption: nobody publishes this)\
      \(factors.isEmpty ? "" : "; by outcome, times: \(factors.joined(separator: ", "))").
      """
  }
}
