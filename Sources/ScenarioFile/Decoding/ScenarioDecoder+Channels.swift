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
    let kind = choice(fields, "kind", default: Channel.Kind.call)
    let arrivals = fields["arrivals"].map { cursor in
      self.arrivals(cursor, context, of: .contacts(channel: member.name, outcomes: outcomes.map(\.name)))
    }
    var front = fields["front"].map { self.front($0, context, channel: member.name) } ?? []
    if let recorded = recordedFronts[member.name] {
      markRecorded(&front, of: recorded, fields["front"] ?? fields["arrivals"] ?? member.cursor)
    }
    return Channel(
      id: member.name, kind: kind, arrivals: arrivals ?? .nobody, front: front,
      priority: number(fields, "priority", default: 0), patience: distribution(fields, "patience", default: .never),
      handling: distribution(fields, "handling", default: .constant(0)),
      wrapUp: distribution(fields, "wrapUp", default: .constant(0)), outcomes: outcomes,
      redial: fields["redial"].map { redial($0, context, channel: member.name) },
      callback: fields["callback"].map(callback),
      survey: fields["survey"].map { survey($0, outcomes: outcomes.map(\.name)) },
      isConcurrent: flag(fields, "concurrent", default: kind.isConcurrent), target: fields["target"].map(target),
      routing: routing(fields, context, channel: member.name))
  }

  private func front(_ cursor: Cursor, _ context: Context, channel: String) -> [FrontStage] {
    dictionary(cursor, noun: "stages", limit: Limits.frontStages).map { member in
      let fields = fields(member.cursor, ScenarioFormat.frontStage)
      let onward = fields["divertsTo"].map { diversions($0, context, channel: channel) } ?? []
      let contains = number(fields, "contains", default: 0)
      checkShares([contains] + onward.map(\.share), member.cursor, what: "contained and diverted shares")
      let takes = distribution(fields, "takes", default: .constant(0))
      return FrontStage(
        id: member.name, takes: takes, contains: contains, divertsTo: onward,
        counts: flag(fields, "counts", default: false),
        options: fields["options"].map { options($0, context, channel: channel, takes: takes) } ?? [])
    }
  }

  func diversions(_ cursor: Cursor, _ context: Context, channel: String) -> [FrontStage.Diversion] {
    dictionary(cursor, noun: "shares", limit: Limits.channels).map { member in
      checkReference(member.name, member.namePlace, member.cursor.path, among: context.channelNames, noun: "channel")
      return FrontStage.Diversion(to: member.name, share: number(member.cursor, .share) ?? 0)
    }
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
