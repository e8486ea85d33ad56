import ContactCentre
import DiscreteEvents

extension ScenarioDecoder {
  func channels(_ cursor: Cursor, _ context: Context) -> [Channel] {
    let members = dictionary(cursor, noun: "channels", limit: Limits.channels)
    if case .object(let written) = cursor.tree.value, written.isEmpty {
      log.error(cursor.place, cursor.path, "there is no channel", "add one, for example \"999\": { arrivals: … }")
    }
    return members.map { channel($0, context) }
  }

  private func channel(_ member: NamedCursor, _ context: Context) -> Channel {
    let fields = fields(member.cursor, ScenarioFormat.channel)
    let outcomes = fields["outcomes"].map { self.outcomes($0, context) } ?? []
    return Channel(
      id: member.name,
      kind: choice(fields, "kind", default: Channel.Kind.call),
      arrivals: fields["arrivals"].map { cursor in
        arrivals(cursor, context, of: .contacts(channel: member.name, outcomes: outcomes.map(\.name)))
      } ?? .trace([]),
      front: fields["front"].map { front($0, context, channel: member.name) } ?? [],
      priority: number(fields, "priority", default: 0), patience: distribution(fields, "patience", default: .never),
      handling: distribution(fields, "handling", default: .constant(0)),
      wrapUp: distribution(fields, "wrapUp", default: .constant(0)), outcomes: outcomes,
      redial: fields["redial"].map { redial($0, context, channel: member.name) }, target: fields["target"].map(target),
      routing: routing(fields, context, channel: member.name))
  }

  private func front(_ cursor: Cursor, _ context: Context, channel: String) -> [FrontStage] {
    dictionary(cursor, noun: "stages", limit: Limits.frontStages).map { member in
      let fields = fields(member.cursor, ScenarioFormat.frontStage)
      let onward = fields["divertsTo"].map { diversions($0, context, channel: channel) } ?? []
      let contains = number(fields, "contains", default: 0)
      checkShares([contains] + onward.map(\.share), member.cursor, what: "contained and diverted shares")
      return FrontStage(
        id: member.name, takes: distribution(fields, "takes", default: .constant(0)), contains: contains,
        divertsTo: onward, counts: flag(fields, "counts", default: false))
    }
  }

  private func diversions(_ cursor: Cursor, _ context: Context, channel: String) -> [FrontStage.Diversion] {
    dictionary(cursor, noun: "shares", limit: Limits.channels).map { member in
      checkReference(member.name, member.namePlace, member.cursor.path, among: context.channelNames, noun: "channel")
      return FrontStage.Diversion(to: member.name, share: number(member.cursor, .share) ?? 0)
    }
  }

  private func outcomes(_ cursor: Cursor, _ context: Context) -> [Channel.Outcome] {
    let outcomes = dictionary(cursor, noun: "outcomes", limit: Limits.outcomes).map { outcome($0, context) }
    checkShares(outcomes.map(\.share), cursor, what: "shares")
    return outcomes
  }

  private func outcome(_ member: NamedCursor, _ context: Context) -> Channel.Outcome {
    let fields = fields(member.cursor, ScenarioFormat.outcome)
    var outcome = Channel.Outcome(
      name: member.name, share: number(fields, "share", default: 0),
      grade: context.gradeNames.contains(member.name) ? member.name : nil,
      opens: fields["opens"].map { _ in distribution(fields, "opens", default: .constant(0)) })
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

  private func redial(_ cursor: Cursor, _ context: Context, channel: String) -> Channel.Redial {
    let fields = fields(cursor, ScenarioFormat.redial)
    let to = text(fields, "to", default: channel)
    if let cursor = fields["to"] {
      checkReference(to, cursor.place, cursor.path, among: context.channelNames, noun: "channel")
    }
    return Channel.Redial(
      probability: number(fields, "probability", default: 0),
      after: distribution(fields, "after", default: .constant(0)),
      to: to, atMost: whole(fields, "atMost", default: 5))
  }

  private func target(_ cursor: Cursor) -> Channel.Target {
    let fields = fields(cursor, ScenarioFormat.target)
    return Channel.Target(
      share: number(fields, "share", default: 0), within: milliseconds(fields, "within", default: 0),
      shortAbandon: milliseconds(fields, "shortAbandon", default: 0))
  }
}
