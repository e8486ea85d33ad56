/// What one or more runs of a plan came to, as whole numbers: everything a report needs, and nothing per contact.
///
/// Only counts and sums of milliseconds, so that merging is exact and the order of merging never shows.
public struct Summary: Sendable, Equatable {
  /// How many runs it sums up.
  public internal(set) var runs: Int
  /// The channels, in the order of the scenario.
  public internal(set) var channels: [ChannelSummary]
  /// The teams, in the order of the scenario.
  public internal(set) var teams: [TeamSummary]
  /// The dispatchers; nothing where nobody's time is taken by sending units.
  public internal(set) var dispatchers: TeamSummary
  /// The surges, in the order of the scenario.
  public internal(set) var surges: [SurgeSummary]
  /// The grades of incidents, in the order of the scenario; none where nobody goes to incidents.
  public internal(set) var grades: [GradeSummary]
  /// The hubs, in the order of the scenario; none where nobody goes to incidents.
  public internal(set) var hubs: [HubSummary]
  /// The groups of those who come again and again, in the order of the scenario.
  public internal(set) var callers: [CallerSummary] = []

  /// Adds other runs of the same plan, or of one with the same channels, outcomes, days, teams, surges, grades and hubs.
  ///
  /// O(channels × (days + pages of their histograms) + teams + grades × pages of their histograms + hubs). Exact and
  /// independent of order.
  public mutating func merge(_ other: Summary) {
    precondition(
      channels.count == other.channels.count && teams.count == other.teams.count
        && surges.count == other.surges.count && grades.count == other.grades.count && hubs.count == other.hubs.count
        && callers.count == other.callers.count,
      "only summaries of the same channels, teams, surges, grades, hubs and groups of callers can be merged")
    runs += other.runs
    for index in channels.indices { channels[index].merge(other.channels[index]) }
    for index in teams.indices { teams[index].merge(other.teams[index]) }
    dispatchers.merge(other.dispatchers)
    for index in surges.indices { surges[index].merge(other.surges[index]) }
    for index in grades.indices { grades[index].merge(other.grades[index]) }
    for index in hubs.indices { hubs[index].merge(other.hubs[index]) }
    for index in callers.indices { callers[index].merge(other.callers[index]) }
  }
}

/// What happened on one channel to the contacts offered inside the measured window.
public struct ChannelSummary: Sendable, Equatable {
  /// All of the window.
  public internal(set) var total = Tally()
  /// By the local hour of the day at which contacts were offered, midnight first: 24 of them.
  ///
  /// When the clocks go back both passes of the repeated hour fall into one entry.
  public internal(set) var byHour = Array(repeating: Tally(), count: 24)
  /// By the local hour of the week at which contacts were offered, Monday's midnight first: 168 of them.
  public internal(set) var byHourOfWeek = Array(repeating: Tally(), count: 168)
  /// By the calendar date on which contacts were offered: every date the window touches, earliest first.
  public internal(set) var byDay: [Tally]
  /// Contacts whose handling ended, by the channel's outcomes in the order of the scenario, with the rest at the end.
  public internal(set) var outcomes: [UInt64]
  /// Those who entered the stages before the queue, stage by stage: first whoever chose none of its options, then those who
  /// chose each, in the order of the scenario.
  public internal(set) var front: [FrontTally]
  /// How often work on a contact was left for a more pressing one and taken up again.
  public internal(set) var interruptions: UInt64 = 0
  /// Contacts that waited so long that other teams could take them.
  public internal(set) var overflowed: UInt64 = 0
  /// Waits of answered contacts: time in the queue and in stages before it that count towards the speed of answer.
  public internal(set) var speedOfAnswer = Histogram()
  /// Handle times of contacts finished off: from the answer to the end of wrap-up.
  public internal(set) var handleTime = Histogram()
  /// On a deferred channel, times from a contact's arrival to the end of the work on it; elsewhere empty.
  public internal(set) var reviewTime = Histogram()
  /// On a deferred channel, what was left over from one day to the next; elsewhere empty.
  public internal(set) var backlog = Backlog()
  /// What became of the offer to be called back.
  public internal(set) var callbacks = CallbackSummary()
  /// What people said of how it went.
  public internal(set) var survey = SurveySummary()

  mutating func merge(_ other: ChannelSummary) {
    precondition(
      byDay.count == other.byDay.count && outcomes.count == other.outcomes.count && front.count == other.front.count,
      "only channels with the same days, outcomes and front stages can be merged")
    total.merge(other.total)
    for index in byHour.indices { byHour[index].merge(other.byHour[index]) }
    for index in byHourOfWeek.indices { byHourOfWeek[index].merge(other.byHourOfWeek[index]) }
    for index in byDay.indices { byDay[index].merge(other.byDay[index]) }
    for index in outcomes.indices { outcomes[index] += other.outcomes[index] }
    for index in front.indices { front[index].merge(other.front[index]) }
    interruptions += other.interruptions
    overflowed += other.overflowed
    speedOfAnswer.merge(other.speedOfAnswer)
    handleTime.merge(other.handleTime)
    reviewTime.merge(other.reviewTime)
    backlog.merge(other.backlog)
    callbacks.merge(other.callbacks)
    survey.merge(other.survey)
  }
}
