import DiscreteEvents

extension Arrivals {
  /// About how many come in so many days, at most.
  package func expected(inDays days: Double) -> Double {
    switch self {
    case .profile(let profile):
      let (busiest, extra) = profile.busierStretches
      let replies = profile.messages.reduce(0) { $0 + Double($1.at.count) / 7 * $1.sentTo * $1.replies }
      return (profile.perYear / 365 + replies) * profile.scale * (days + min(extra, (busiest - 1) * days))
    case .trace(let rows):
      return Double(rows.count)
    case .appointments(let book):
      return Double(book.timesOfDay * book.places * book.days.count { $0 }) / 7 * (days + 6)
    }
  }
}

extension Scenario {
  /// About how many contacts and logged incidents come in one run, at most; 10¹⁵ where it is that many or more.
  package var mostContacts: Double {
    let days = Double(calendar.days) + Double(calendar.warmUp) / Double(Milliseconds.day)
    let callers = channels.map { $0.arrivals.expected(inDays: days) }
    let incidents = (response?.logs ?? []).map { $0.arrivals.expected(inDays: days) }
    // Beyond any number that can be written as a whole one nobody cares how many.
    return min(1e15, (callers + incidents).reduce(0, +) + contactsLedTo(by: callers))
  }

  /// The contacts of one run that come of others, at most, if so many come of their own accord by each channel.
  ///
  /// A contact leads to others when it is answered, and so do they, sixteen times one after the other at most, counting
  /// diversions. Infinite where numbers this large do not matter any more.
  private func contactsLedTo(by arrivals: [Double]) -> Double {
    let ways = onwardWays
    if ways.leads.isEmpty { return 0 }
    return ways.followed(from: arrivals).led
  }

  /// The channels at which a contact in a hundred or more has others come of it, and these others, until no more may: in
  /// the order of the scenario. O(channels × ways).
  package var channelsCutShort: [String] {
    let ways = onwardWays
    if ways.leads.isEmpty { return [] }
    return channels.indices.filter { number in
      var one = Array(repeating: 0.0, count: channels.count)
      one[number] = 1
      return ways.followed(from: one).left >= 0.01
    }.map { channels[$0].id }
  }

  /// Where contacts lead on to from each channel.
  private var onwardWays: OnwardWays {
    let numbers = PlanTables.numbers(channels.map(\.id))
    var ways = OnwardWays()
    for (number, channel) in channels.enumerated() {
      func lead(_ to: String, _ share: Double) { if let to = numbers[to] { ways.leads.append((number, to, share)) } }
      for outcome in channel.outcomes {
        for followUp in outcome.followUps { lead(followUp.to, outcome.share * followUp.probability) }
        if let transfer = outcome.transfer { lead(transfer.to, outcome.share) }
      }
      for way in channel.front.flatMap(\.ways) {
        for diversion in way.divertsTo {
          if let to = numbers[diversion.to] { ways.moves.append((number, to, way.share * diversion.share)) }
        }
      }
    }
    return ways
  }
}

/// The ways on which contacts come of others, and on which contacts are diverted, each from a channel to one, by number.
private struct OnwardWays {
  var leads: [(from: Int, to: Int, share: Double)] = []
  var moves: [(from: Int, to: Int, share: Double)] = []

  /// How many contacts are led to at most if so many come by each channel, and how many there would be that are led to or
  /// diverted once more, had there not been sixteen steps.
  func followed(from arrivals: [Double]) -> (led: Double, left: Double) {
    var led = 0.0
    var there = arrivals
    for _ in 0..<16 {
      var next = Array(repeating: 0.0, count: there.count)
      for (from, to, share) in leads {
        led += there[from] * share
        next[to] += there[from] * share
      }
      for (from, to, share) in moves { next[to] += there[from] * share }
      there = next
    }
    return (led, there.reduce(0, +))
  }
}

extension ArrivalProfile {
  /// How many times as many as usual come where most do, at least once; and for how many days' worth of contacts more its
  /// factors are, where they raise the rate. Where stretches overlap, they multiply. O(factors²).
  fileprivate var busierStretches: (busiest: Double, extraDays: Double) {
    let ends = Set(factors.flatMap { [$0.from, $0.to] }).sorted()
    return zip(ends, ends.dropFirst()).reduce((1, 0)) { sum, stretch in
      let times = factors.reduce(1) {
        $1.from <= stretch.0 && $1.to >= stretch.1 ? $0 * $1.times : $0
      }
      let days = Double(stretch.1 - stretch.0) / Double(Milliseconds.day)
      return (max(sum.0, times), sum.1 + max(0, times - 1) * days)
    }
  }
}
