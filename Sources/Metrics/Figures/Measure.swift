import DiscreteEvents

/// How the value of a figure follows from a summary.
enum Measure: Sendable {
  /// A part of the window.
  enum Slice: Sendable {
    case window
    case hour(Int)
    case day(Int)
  }

  /// What can be said of a tally.
  enum OfTally: Sendable {
    case offered, contained, diverted, answered, abandoned, waiting
    case abandonmentRate, abandonedAfterThreshold
    case inTimeOfOffered, inTimeOfAnswered, inTimeOfOfferedLessShortAbandons
    case bandTo10, bandTo60, bandOver60
    case meanWait
  }

  /// The samples a channel has.
  enum Sample: Sendable {
    case speedOfAnswer, handleTime, reviewTime
  }

  /// What can be said of those who entered a stage before the queue.
  enum OfFront: Sendable {
    case entered, contained, diverted
  }

  /// What can be said of a group of those who come again and again.
  enum OfCallers: Sendable {
    case offered, callers, perCaller
  }

  /// What can be said of a sample.
  enum OfSample: Sendable {
    case mean
    case quantile(Double)
    case greatest
  }

  /// What can be said of how a team spent a part of the window.
  enum OfHours: Sendable {
    case rosteredHours, staffedHours, occupancy
  }

  /// What can be said of a team.
  enum OfTeam: Sendable {
    /// Of the whole window.
    case whole(OfHours)
    /// Of an hour of the day.
    case hour(Int, OfHours)
    case shrinkage, adherence, overtimeHours
    case overtimeCost(Pay), premiumCost(Pay), cost(Pay)
  }

  case constant(Double)
  case tally(OfTally, channel: Int, Slice)
  case sample(OfSample, channel: Int, Sample)
  /// What was left over of a deferred channel's work.
  case work(OfBacklog, channel: Int)
  /// Callbacks and surveys.
  case extra(OfExtras, channel: Int)
  /// The sum of the counts at these places.
  case outcomes([Int], channel: Int)
  /// The sum of those at these places.
  case front(OfFront, Range<Int>, channel: Int)
  case callers(OfCallers, group: Int)
  case interruptions(channel: Int)
  case overflowed(channel: Int)
  case surgeTimes(Int)
  case surgeHours(Int)
  case team(OfTeam, Int)
  case dispatchers(OfTeam)
  /// Of some teams together.
  case site(OfTeam, teams: [Int])
  /// Incidents of a grade, of the whole window or of an hour of the day.
  case incidents(OfIncidents, grade: Int, hour: Int?)
  case response(OfSample, grade: Int)
  case backlog(OfBacklog, grade: Int)
  case hub(OfHub, Int)
  /// The sum of these costs.
  case total([Measure])

  /// The value in `summary`; not a number where it is a share, a mean or a quantile of nothing.
  func value(in summary: Summary) -> Double {
    switch self {
    case .constant(let value):
      value
    case .tally(let measure, let channel, .window):
      measure.value(in: summary.channels[channel].total)
    case .tally(let measure, let channel, .hour(let hour)):
      measure.value(in: summary.channels[channel].byHour[hour])
    case .tally(let measure, let channel, .day(let day)):
      measure.value(in: summary.channels[channel].byDay[day])
    case .sample(let measure, let channel, let sample):
      measure.value(in: sample.histogram(in: summary.channels[channel]))
    case .work(let measure, let channel):
      measure.value(in: summary.channels[channel].backlog)
    case .extra(let measure, let channel):
      measure.value(in: summary.channels[channel])
    case .outcomes(let places, let channel):
      Double(places.reduce(0) { $0 + summary.channels[channel].outcomes[$1] })
    case .front(let measure, let places, let channel):
      Double(places.reduce(0) { $0 + measure.value(in: summary.channels[channel].front[$1]) })
    case .callers(let measure, let group):
      measure.value(in: summary.callers[group])
    case .interruptions(let channel):
      Double(summary.channels[channel].interruptions)
    case .overflowed(let channel):
      Double(summary.channels[channel].overflowed)
    case .surgeTimes(let surge):
      Double(summary.surges[surge].times)
    case .surgeHours(let surge):
      Double(summary.surges[surge].lasted) / Double(Milliseconds.hour)
    case .team(let measure, let team):
      measure.value(in: summary.teams[team])
    case .dispatchers(let measure):
      measure.value(in: summary.dispatchers)
    case .site(let measure, let teams):
      measure.value(in: teams.reduce(into: TeamSummary()) { $0.merge(summary.teams[$1]) })
    case .incidents(let measure, let grade, nil):
      measure.value(in: summary.grades[grade].total)
    case .incidents(let measure, let grade, let hour?):
      measure.value(in: summary.grades[grade].byHour[hour])
    case .response(let measure, let grade):
      measure.value(in: summary.grades[grade].response)
    case .backlog(let measure, let grade):
      measure.value(in: summary.grades[grade].backlog)
    case .hub(let measure, let hub):
      measure.value(in: summary.hubs[hub], runs: summary.runs)
    case .total(let parts):
      // In the order of the scenario, as a sum of floating-point numbers depends on it.
      parts.reduce(0) { $0 + $1.value(in: summary) }
    }
  }

  /// So many for each of `whole`; not a number if the whole is nothing.
  static func ratio(_ part: UInt64, to whole: UInt64) -> Double { Share(part: part, of: whole).value }

  /// The mean, in seconds, of `count` lengths of time that sum to so many milliseconds, rounded once.
  static func mean(_ sum: UInt128, over count: UInt64) -> Double {
    count == 0 ? .nan : Double(sum) / (Double(count) * 1_000)
  }
}

extension Measure.OfTally {
  fileprivate func value(in tally: Tally) -> Double {
    switch self {
    case .offered: Double(tally.offered)
    case .contained: Double(tally.contained)
    case .diverted: Double(tally.diverted)
    case .answered: Double(tally.answered)
    case .abandoned: Double(tally.abandoned)
    case .waiting: Double(tally.waiting)
    case .abandonmentRate, .abandonedAfterThreshold, .inTimeOfOffered, .inTimeOfAnswered,
      .inTimeOfOfferedLessShortAbandons, .bandTo10, .bandTo60, .bandOver60:
      share(in: tally)?.value ?? .nan
    case .meanWait: Measure.mean(tally.waited, over: tally.answered)
    }
  }
}

extension Measure.OfFront {
  fileprivate func value(in tally: FrontTally) -> UInt64 {
    switch self {
    case .entered: tally.entered
    case .contained: tally.contained
    case .diverted: tally.diverted
    }
  }
}

extension Measure.OfCallers {
  fileprivate func value(in summary: CallerSummary) -> Double {
    switch self {
    case .offered: Double(summary.offered)
    case .callers: Double(summary.callers)
    case .perCaller: Measure.ratio(summary.offered, to: summary.callers)
    }
  }
}

extension Measure.Sample {
  fileprivate func histogram(in channel: ChannelSummary) -> Histogram {
    switch self {
    case .speedOfAnswer: channel.speedOfAnswer
    case .handleTime: channel.handleTime
    case .reviewTime: channel.reviewTime
    }
  }
}

extension Measure.OfSample {
  fileprivate func value(in histogram: Histogram) -> Double {
    switch self {
    case .mean: Measure.mean(histogram.sum, over: histogram.count)
    case .quantile(let probability): histogram.quantile(probability) / 1_000
    case .greatest: histogram.greatest.map { Double($0) / 1_000 } ?? .nan
    }
  }
}

extension Measure.OfHours {
  /// Not a number where it is a share of nothing.
  fileprivate func value(in times: HourTimes) -> Double {
    switch self {
    case .rosteredHours: Pay.hours(times.rostered)
    case .staffedHours: Pay.hours(times.staffed)
    case .occupancy: times.staffed == 0 ? .nan : Double(times.busy) / Double(times.staffed)
    }
  }
}

extension Measure.OfTeam {
  fileprivate func value(in team: TeamSummary) -> Double {
    switch self {
    case .whole(let measure):
      measure.value(in: HourTimes(rostered: team.rostered, staffed: team.staffed, busy: team.busy))
    case .hour(let hour, let measure): measure.value(in: team.byHour[hour])
    case .shrinkage: team.rostered == 0 ? .nan : 1 - Double(team.present) / Double(team.rostered)
    case .adherence:
      team.expected == team.pauses ? .nan : Double(team.kept) / Double(team.expected &- team.pauses)
    case .overtimeHours: Pay.hours(team.overtime)
    case .overtimeCost(let pay): pay.overtimeCost(of: team)
    case .premiumCost(let pay): pay.premiumCost(team.premiums)
    case .cost(let pay): pay.cost(of: team)
    }
  }
}
