import ContactCentre
import DiscreteEvents

/// What contacts turn out to be, and what comes of them.
extension ScenarioDecoder {
  func outcomes(_ cursor: Cursor, _ context: Context) -> [Channel.Outcome] {
    let outcomes = dictionary(cursor, noun: "outcomes", limit: Limits.outcomes).map { outcome($0, context) }
    checkShares(outcomes.map(\.share), cursor, what: "shares")
    return outcomes
  }

  private func outcome(_ member: NamedCursor, _ context: Context) -> Channel.Outcome {
    let fields = fields(member.cursor, ScenarioFormat.outcome)
    var outcome = Channel.Outcome(
      name: member.name, share: number(fields, "share", default: 0),
      grade: context.gradeNames.contains(member.name) ? member.name : nil, opens: distribution(fields, "opens"),
      handling: distribution(fields, "handling"), wrapUp: distribution(fields, "wrapUp"),
      followUps: fields["followUps"].map { followUps($0, context) } ?? [],
      transfer: fields["transfer"].map { transfer($0, context) }, deterred: number(fields, "deterred", default: 0))
    if let cursor = fields["grade"] {
      outcome.grade = name(cursor)
      if context.hasResponse, let grade = outcome.grade {
        checkReference(grade, cursor.place, cursor.path, among: context.gradeNames, noun: "grade")
      }
    }
    let isLost = !context.hasResponse || (outcome.grade == nil && fields["grade"] == nil)
    for name in isLost ? ["grade", "opens"] : [] {
      guard let place = fields.namePlace(name), let cursor = fields[name] else { continue }
      log.warning(
        place, cursor.path,
        "“\(name)” has no effect: there is no \(context.hasResponse ? "grade" : "response")",
        context.hasResponse ? "give it one, for example grade: \"P1\"" : "add a response, or leave it out")
    }
    if isLost { (outcome.grade, outcome.opens) = (nil, nil) }
    return outcome
  }

  /// The distribution of a key; nil where the key is not there.
  private func distribution(_ fields: Fields, _ name: String) -> Distribution? {
    fields[name].map { _ in distribution(fields, name, default: .constant(0)) }
  }

  private func followUps(_ cursor: Cursor, _ context: Context) -> [Channel.FollowUp] {
    dictionary(cursor, noun: "follow-ups", limit: Limits.followUps).map { member in
      let fields = fields(member.cursor, ScenarioFormat.followUp)
      let to: String
      if let cursor = fields["to"] {
        to = name(cursor) ?? member.name
        if name(cursor) != nil {
          checkReference(to, cursor.place, cursor.path, among: context.channelNames, noun: "channel")
        }
      } else {
        to = member.name
        if !context.channelNames.contains(to) {
          log.error(
            member.namePlace, member.cursor.path.appending("to"), "there is no channel “\(to.prefix(60))”",
            "say on which it comes, for example to: \"\(context.channelNames.listed.first ?? "")\"")
        }
      }
      return Channel.FollowUp(
        name: member.name, to: to, probability: number(fields, "probability", default: 1),
        after: distribution(fields, "after", default: .constant(0)))
    }
  }

  private func transfer(_ cursor: Cursor, _ context: Context) -> Channel.Transfer {
    let fields = fields(cursor, ScenarioFormat.transfer)
    return Channel.Transfer(
      to: reference(fields, "to", among: context.channelNames, noun: "channel"), warm: distribution(fields, "warm"))
  }

  func callback(_ cursor: Cursor) -> Channel.Callback {
    let fields = fields(cursor, ScenarioFormat.callback)
    return Channel.Callback(
      whenWaiting: whole(fields, "whenWaiting", default: 0), accepts: number(fields, "accepts", default: 0),
      dialling: distribution(fields, "dialling", default: .constant(0)), reached: number(fields, "reached", default: 1))
  }

  /// What people are asked about contacts that turn out to be one of `outcomes`.
  func survey(_ cursor: Cursor, outcomes: [String]) -> Channel.Survey {
    let fields = fields(cursor, ScenarioFormat.survey)
    let names = ScenarioNames(outcomes)
    let factors = fields["outcomes"].map { cursor in
      dictionary(cursor, noun: "factors", limit: Limits.outcomes).map { member in
        if member.name != TraceRow.other {
          checkReference(member.name, member.namePlace, member.cursor.path, among: names, noun: "outcome")
        }
        return Channel.Survey.Factor(
          outcome: member.name, factor: number(member.cursor, .nonNegative(to: Limits.satisfaction)) ?? 1)
      }
    }
    return Channel.Survey(
      sample: number(fields, "sample", default: 0), replies: number(fields, "replies", default: 0),
      satisfied: number(fields, "satisfied", default: 0),
      // A thousandth of a second at least: less is none.
      halfLife: max(1, milliseconds(fields, "halfLife", default: 1)), outcomes: factors ?? [])
  }
}
