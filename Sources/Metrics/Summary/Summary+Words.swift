import ContactCentre

// A summary as whole numbers, for files: exact, and to be merged after reading as if it had never been written.
extension Summary {
  /// Whole numbers that stand for it, from which ``init(words:of:)`` makes it again. O(summary).
  ///
  /// Their order is that of the fields, and belongs to the version of the program.
  public var words: [UInt128] {
    var words = SummaryWords()
    var copy = self
    copy.pass(through: &words)
    return words.words
  }

  /// The summary of runs of `plan` that ``words`` stand for; nil if they stand for none. O(words).
  ///
  /// Whatever the words, it can be merged with the summaries of the other `shards` that were read like this, and figures be
  /// made of the whole: words are refused if all counts and times in them come to more than the share of one shard in what
  /// sums of 64 bits hold, and a quarter of that is given out. A year of a thousand handlers takes a ten-thousandth of it.
  public init?(words: [UInt128], of plan: Plan, shards: Int = 1) {
    precondition(shards >= 1, "a summary is one of one or more")
    // One of no events has all the parts, and nothing in them.
    self = Recorder(plan: plan).finish()
    var reader = SummaryWords(reading: words, limit: UInt64(Int64.max / 4) / UInt64(shards))
    pass(through: &reader)
    guard reader.isReadToItsEnd, runs >= 1 else { return nil }
  }

  private mutating func pass(through words: inout SummaryWords) {
    words.pass(&runs)
    for index in channels.indices { channels[index].pass(through: &words) }
    for index in teams.indices { teams[index].pass(through: &words) }
    dispatchers.pass(through: &words)
    for index in surges.indices {
      words.pass(&surges[index].times)
      words.pass(&surges[index].lasted)
    }
    for index in grades.indices { grades[index].pass(through: &words) }
    for index in hubs.indices { hubs[index].pass(through: &words) }
    for index in callers.indices {
      words.pass(&callers[index].offered)
      words.pass(&callers[index].callers)
    }
  }
}

extension ChannelSummary {
  fileprivate mutating func pass(through words: inout SummaryWords) {
    total.pass(through: &words)
    for index in byHour.indices { byHour[index].pass(through: &words) }
    for index in byHourOfWeek.indices { byHourOfWeek[index].pass(through: &words) }
    for index in byDay.indices { byDay[index].pass(through: &words) }
    for index in outcomes.indices { words.pass(&outcomes[index]) }
    for index in front.indices {
      words.pass(&front[index].entered)
      words.pass(&front[index].contained)
      words.pass(&front[index].diverted)
    }
    words.pass(&interruptions)
    words.pass(&overflowed)
    words.pass(&speedOfAnswer)
    words.pass(&handleTime)
    words.pass(&reviewTime)
    backlog.pass(through: &words)
    words.pass(&callbacks.asked)
    words.pass(&callbacks.reached)
    words.pass(&survey.asked)
    words.pass(&survey.replied)
    words.pass(&survey.satisfied)
  }
}

extension Tally {
  fileprivate mutating func pass(through words: inout SummaryWords) {
    words.pass(&offered)
    words.pass(&contained)
    words.pass(&diverted)
    words.pass(&answered)
    words.pass(&answeredInTime)
    words.pass(&answeredIn10)
    words.pass(&answeredIn60)
    words.pass(&abandoned)
    words.pass(&abandonedLate)
    words.pass(&abandonedShort)
    words.pass(&waited, of: answered)
  }
}

extension TeamSummary {
  fileprivate mutating func pass(through words: inout SummaryWords) {
    words.pass(&rostered)
    words.pass(&staffed)
    words.pass(&busy)
    words.pass(&expected)
    words.pass(&pauses)
    words.pass(&kept)
    words.pass(&present)
    words.pass(&broughtIn)
    words.pass(&overrun)
    words.pass(&premiums)
    for hour in byHour.indices {
      words.pass(&byHour[hour].rostered)
      words.pass(&byHour[hour].staffed)
      words.pass(&byHour[hour].busy)
    }
  }
}

extension GradeSummary {
  fileprivate mutating func pass(through words: inout SummaryWords) {
    total.pass(through: &words)
    for index in byHour.indices { byHour[index].pass(through: &words) }
    words.pass(&response)
    backlog.pass(through: &words)
  }
}

extension IncidentTally {
  fileprivate mutating func pass(through words: inout SummaryWords) {
    words.pass(&opened)
    words.pass(&attended)
    words.pass(&attendedInTime)
    words.pass(&cancelled)
    words.pass(&resolved)
    words.pass(&responded, of: attended)
  }
}

extension HubSummary {
  fileprivate mutating func pass(through words: inout SummaryWords) {
    words.pass(&free)
    words.pass(&mobile)
    words.pass(&scene)
    words.pass(&custody)
    words.pass(&paperwork)
    words.pass(&officers)
    words.pass(&broughtIn)
    words.pass(&overrun)
    words.pass(&attended)
    words.pass(&attendedInTime)
  }
}

extension Backlog {
  fileprivate mutating func pass(through words: inout SummaryWords) {
    words.pass(&midnights)
    words.pass(&waited)
    words.pass(&age, of: waited)
    words.pass(&oldest)
  }
}
