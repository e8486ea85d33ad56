/// So many of a number of cases, such as the calls answered in time of those offered.
package struct Share {
  /// Of how many it is so.
  package let part: UInt64
  /// How many there are.
  package let whole: UInt64

  /// So many of so many.
  package init(part: UInt64, of whole: UInt64) {
    self.part = part
    self.whole = whole
  }

  /// The one over the other; not a number if there are no cases.
  var value: Double { whole == 0 ? .nan : Double(part) / Double(whole) }
}

extension Measure {
  /// The cases that the value in `summary` is a share of; nil if it is no share of cases, but a count, a time or a share of
  /// time.
  func share(in summary: Summary) -> Share? {
    switch self {
    case .tally(let measure, let channel, .window): measure.share(in: summary.channels[channel].total)
    case .tally(let measure, let channel, .hour(let hour)): measure.share(in: summary.channels[channel].byHour[hour])
    case .tally(let measure, let channel, .day(let day)): measure.share(in: summary.channels[channel].byDay[day])
    case .extra(let measure, let channel): measure.share(in: summary.channels[channel])
    case .incidents(let measure, let grade, nil): measure.share(in: summary.grades[grade].total)
    case .incidents(let measure, let grade, let hour?): measure.share(in: summary.grades[grade].byHour[hour])
    case .hub(let measure, let hub): measure.share(in: summary.hubs[hub])
    case .constant, .sample, .work, .outcomes, .front, .callers, .interruptions, .overflowed, .surgeTimes, .surgeHours,
      .team, .dispatchers, .site, .response, .backlog, .total:
      nil
    }
  }
}

extension Measure.OfTally {
  /// What it is a share of; nil if it is none.
  func share(in tally: Tally) -> Share? {
    switch self {
    case .offered, .contained, .diverted, .answered, .abandoned, .waiting, .meanWait: nil
    case .abandonmentRate: Share(part: tally.abandoned, of: tally.needingAnswer)
    case .abandonedAfterThreshold: Share(part: tally.abandonedLate, of: tally.needingAnswer)
    case .inTimeOfOffered: Share(part: tally.answeredInTime, of: tally.needingAnswer)
    case .inTimeOfAnswered: Share(part: tally.answeredInTime, of: tally.answered)
    case .inTimeOfOfferedLessShortAbandons:
      Share(part: tally.answeredInTime, of: tally.needingAnswer &- tally.abandonedShort)
    case .bandTo10: Share(part: tally.answeredIn10, of: tally.answered)
    case .bandTo60: Share(part: tally.answeredIn60 &- tally.answeredIn10, of: tally.answered)
    case .bandOver60: Share(part: tally.answered &- tally.answeredIn60, of: tally.answered)
    }
  }
}

extension Measure.OfExtras {
  /// What it is a share of; nil if it is none.
  func share(in channel: ChannelSummary) -> Share? {
    switch self {
    case .callbacksAsked, .callbacksReached, .surveyed, .replied: nil
    case .satisfiedOfReplied: Share(part: channel.survey.satisfied, of: channel.survey.replied)
    }
  }
}

extension Measure.OfIncidents {
  /// What it is a share of; nil if it is none.
  func share(in tally: IncidentTally) -> Share? {
    switch self {
    case .opened, .attended, .cancelled, .resolved, .retained, .meanResponse: nil
    case .attendedOfOpened: Share(part: tally.attended, of: tally.opened)
    case .inTimeOfAttended: Share(part: tally.attendedInTime, of: tally.attended)
    }
  }
}

extension Measure.OfHub {
  /// What it is a share of; nil if it is none, or one of time.
  func share(in hub: HubSummary) -> Share? {
    switch self {
    case .inTimeOfAttended: Share(part: hub.attendedInTime, of: hub.attended)
    case .unitHours, .rosteredHours, .officerHours, .overtimeHours, .utilisation, .mobile, .scene, .custody, .paperwork,
      .free, .attended, .cost:
      nil
    }
  }
}
