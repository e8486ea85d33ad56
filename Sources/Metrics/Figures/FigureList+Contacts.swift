import ContactCentre

extension FigureList {
  /// The figures of a channel's backlog, callbacks and survey, where it has them.
  mutating func add(extrasOf channel: Channel, _ path: [Figure.Component], index: Int) {
    if channel.kind.isDeferred {
      add(path + ["backlog", "atMidnight"], .estimate, .count, .work(.perMidnight, channel: index))
      add(path + ["backlog", "age"], .estimate, .seconds, .work(.meanAge, channel: index))
      add(path + ["backlog", "oldest"], .pooled, .seconds, .work(.oldest, channel: index))
    }
    if channel.callback != nil {
      add(path + ["callbacks", "asked"], .estimate, .count, .extra(.callbacksAsked, channel: index))
      add(path + ["callbacks", "reached"], .estimate, .count, .extra(.callbacksReached, channel: index))
    }
    if channel.survey != nil {
      add(path + ["survey", "asked"], .estimate, .count, .extra(.surveyed, channel: index))
      add(path + ["survey", "replied"], .estimate, .count, .extra(.replied, channel: index))
      add(path + ["survey", "satisfied"], .estimate, .share, .extra(.satisfiedOfReplied, channel: index))
    }
  }
}

extension Measure {
  /// What can be said of a channel's callbacks and survey.
  enum OfExtras: Sendable {
    case callbacksAsked, callbacksReached
    case surveyed, replied, satisfiedOfReplied
  }
}

extension Measure.OfExtras {
  func value(in channel: ChannelSummary) -> Double {
    switch self {
    case .callbacksAsked: Double(channel.callbacks.asked)
    case .callbacksReached: Double(channel.callbacks.reached)
    case .surveyed: Double(channel.survey.asked)
    case .replied: Double(channel.survey.replied)
    case .satisfiedOfReplied: share(in: channel)?.value ?? .nan
    }
  }
}
