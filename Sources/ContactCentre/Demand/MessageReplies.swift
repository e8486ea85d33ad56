import DiscreteEvents

/// The replies to the messages of one channel: how many are expected in each cell of the demand tape.
///
/// Of those who reply to a message, as many are expected in a cell as the distribution of the delay says: its function at the
/// cell's end less that at its beginning. Messages sent before the run count too, so that what is expected in a cell does not
/// depend on when the run began. The last billionth of replies, and any later than a year, are not waited for.
struct MessageReplies {
  private struct Message {
    /// Replies to be expected in all each time it is sent.
    var replies: Double
    var after: Distribution
    /// After how long no more replies are waited for.
    var horizon: Milliseconds
    /// When it is sent, since the first instant of the run, earliest first.
    var sendings: [Milliseconds]
    /// The first sending to which replies may still come.
    var first = 0

    /// The share of replies that have come so long after it was sent.
    func share(by age: Milliseconds) -> Double { age <= 0 ? 0 : after.cumulative(Double(age) / 1_000) }
  }

  private static let longestHorizon = 366
  private static let neglected = 1e-9

  private var messages: [Message]

  /// The replies to `messages` during a run of `plan`.
  init(_ messages: [ArrivalProfile.Message], plan: Plan) {
    let zone = plan.scenario.calendar.zone
    let days =
      zone.civilTime(at: plan.origin).dayNumber...zone.civilTime(at: plan.origin + plan.windowEnd).dayNumber
    self.messages = messages.map { message in
      let horizon =
        (1..<Self.longestHorizon).first { days in
          message.after.cumulative(Double(days) * Double(Milliseconds.day / .second)) >= 1 - Self.neglected
        } ?? Self.longestHorizon
      var sendings: Set<Milliseconds> = []
      for day in (days.lowerBound - horizon - 1)...days.upperBound {
        let weekday = CivilTime(dayNumber: day).weekday
        for time in message.at where time.weekday == weekday {
          sendings.insert(zone.instant(of: CivilTime(dayNumber: day, timeOfDay: time.timeOfDay)) - plan.origin)
        }
      }
      return Message(
        replies: message.sentTo * message.replies, after: message.after, horizon: Milliseconds(horizon) * .day,
        sendings: sendings.sorted())
    }
  }

  /// How many replies are expected in the cell that begins `start` after the first instant of the run.
  ///
  /// Cells must be asked for in order of time, but some may be passed over. O(messages still being replied to).
  mutating func expected(inCellFrom start: Milliseconds) -> Double {
    var sum = 0.0
    for index in messages.indices {
      while messages[index].first < messages[index].sendings.count,
        start - messages[index].sendings[messages[index].first] >= messages[index].horizon
      { messages[index].first += 1 }
      let message = messages[index]
      for sent in message.sendings[message.first...] {
        let age = start - sent
        if age <= -DemandTape.cellLength { break }
        sum += message.replies * (message.share(by: age + DemandTape.cellLength) - message.share(by: age))
      }
    }
    return sum
  }
}
