import DiscreteEvents

/// The replies to the messages of one channel: how many are expected in each cell of the demand tape.
///
/// Of those who reply to a message, as many are expected in a cell as the distribution of the delay says: its function at the
/// cell's end less that at its beginning. Messages sent before the run count too, so that what is expected in a cell does not
/// depend on when the run began. The last billionth of replies, and any later than a year, are not waited for.
///
/// How large a share comes in the n-th cell after a sending is reckoned once for all sendings: it depends on nothing but n
/// and on how far into its cell the message was sent, which is the same week after week. Memory: 8 bytes for each cell up to
/// the last that is waited for, at most 850 kB a message, for each such place within a cell; shared by copies.
struct MessageReplies: Sendable {
  private struct Message: Sendable {
    /// Replies to be expected in all each time it is sent.
    var replies: Double
    /// The shares of replies that come in the cells after a sending, for one place within the cell after another.
    var shares: [Double] = []
    /// Earliest first.
    var sendings: [Sending] = []
    /// The first sending to which replies may still come.
    var first = 0
  }

  private struct Sending: Sendable {
    /// The cell it is in, since the Unix epoch.
    var cell: Int
    /// Where the shares of its cell and of those after it are among all, and for how many cells replies are waited for.
    var firstShare: Int
    var cellCount: Int
  }

  private static let longestHorizon = 366
  private static let neglected = 1e-9

  private var messages: [Message]
  private let origin: Milliseconds

  /// The replies to `messages` during a run of `plan`. O(cells up to the last that is waited for + sendings).
  init(_ messages: [ArrivalProfile.Message], plan: Plan) {
    let zone = plan.scenario.calendar.zone
    let days =
      zone.civilTime(at: plan.origin).dayNumber...zone.civilTime(at: plan.origin + plan.windowEnd).dayNumber
    origin = plan.origin
    self.messages = messages.map { message in
      let horizon =
        (1..<Self.longestHorizon).first { days in
          message.after.cumulative(Double(days) * Double(Milliseconds.day / .second)) >= 1 - Self.neglected
        } ?? Self.longestHorizon
      var sendings: Set<Milliseconds> = []
      for day in (days.lowerBound - horizon - 1)...days.upperBound {
        let weekday = CivilTime(dayNumber: day).weekday
        for time in message.at where time.weekday == weekday {
          sendings.insert(zone.instant(of: CivilTime(dayNumber: day, timeOfDay: time.timeOfDay)))
        }
      }
      return Self.message(message, sent: sendings.sorted(), horizon: Milliseconds(horizon) * .day)
    }
  }

  private static func message(
    _ message: ArrivalProfile.Message, sent: [Milliseconds], horizon: Milliseconds
  ) -> Message {
    var result = Message(replies: message.sentTo * message.replies)
    var places: [Milliseconds: (firstShare: Int, cellCount: Int)] = [:]
    for instant in sent {
      let rest = instant % DemandTape.cellLength
      let place = rest < 0 ? rest + DemandTape.cellLength : rest
      let known = places[place]
      let shares = known ?? (result.shares.count, Int(horizon / DemandTape.cellLength) + (place > 0 ? 1 : 0))
      if known == nil {
        places[place] = shares
        result.shares += Self.shares(message.after, sentAt: place, cellCount: shares.cellCount)
      }
      result.sendings.append(
        Sending(
          cell: Int((instant - place) / DemandTape.cellLength), firstShare: shares.firstShare,
          cellCount: shares.cellCount))
    }
    return result
  }

  /// The share of replies that comes in each of so many cells, of which the first is the one the message is sent in, so many
  /// milliseconds after it begins.
  private static func shares(_ after: Distribution, sentAt place: Milliseconds, cellCount: Int) -> [Double] {
    var before = 0.0
    return (1...cellCount).map { cell in
      let upTo = after.cumulative(Double(Milliseconds(cell) * DemandTape.cellLength - place) / 1_000)
      defer { before = upTo }
      return upTo - before
    }
  }

  /// How many replies are expected in the cell that begins `start` after the first instant of the run.
  ///
  /// Cells must be asked for in order of time, but some may be passed over. O(sendings still being replied to).
  mutating func expected(inCellFrom start: Milliseconds) -> Double {
    let cell = Int((start + origin) / DemandTape.cellLength)
    var sum = 0.0
    for index in messages.indices {
      while messages[index].first < messages[index].sendings.count,
        cell - messages[index].sendings[messages[index].first].cell
          >= messages[index].sendings[messages[index].first].cellCount
      { messages[index].first += 1 }
      let message = messages[index]
      for sending in message.sendings[message.first...] {
        if cell < sending.cell { break }
        sum += message.replies * message.shares[sending.firstShare + cell - sending.cell]
      }
    }
    return sum
  }
}
