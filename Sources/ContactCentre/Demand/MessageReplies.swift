import DiscreteEvents

/// The replies to the messages of one channel: how many are expected in each cell of the demand tape.
///
/// Of those who reply to a message, as many are expected in a cell as the distribution of the delay says: its function at the
/// cell's end less that at its beginning. Messages sent before the run count too, so that what is expected in a cell does not
/// depend on when the run began. The last billionth of replies, and any later than a year, are not waited for.
///
/// How large a share comes in the n-th cell after a sending is reckoned once for all sendings: it depends on nothing but n
/// and on how far into its cell the message was sent, which is the same week after week. Memory: 8 bytes for each cell of the
/// run, shared by copies.
struct MessageReplies: Sendable {
  fileprivate struct Message {
    /// Replies to be expected in all each time it is sent.
    var replies: Double
    /// The shares of replies that come in the cells after a sending, for one place within the cell after another.
    var shares: [Double] = []
    /// Earliest first.
    var sendings: [Sending] = []
  }

  fileprivate struct Sending {
    /// The cell it is in, since the Unix epoch.
    var cell: Int
    /// Where the shares of its cell and of those after it are among all, and for how many cells replies are waited for.
    var firstShare: Int
    var cellCount: Int
  }

  private static let longestHorizon = 366
  private static let neglected = 1e-9

  private let origin: Milliseconds
  /// The first cell of the run, since the Unix epoch.
  private let firstCell: Int
  /// What is expected in each cell of the run.
  private let sums: [Double]

  /// The replies to `messages` during a run of `plan`. O(sendings · cells in which replies to one are waited for).
  init(_ messages: [ArrivalProfile.Message], plan: Plan) {
    let zone = plan.scenario.calendar.zone
    let days =
      zone.civilTime(at: plan.origin).dayNumber...zone.civilTime(at: plan.origin + plan.windowEnd).dayNumber
    let firstCell = Int(plan.origin / DemandTape.cellLength)
    let lastCell = Int((plan.origin + plan.windowEnd) / DemandTape.cellLength)
    var sums = [Double](repeating: 0, count: lastCell - firstCell + 1)
    for message in messages {
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
      Self.message(message, sent: sendings.sorted(), horizon: Milliseconds(horizon) * .day)
        .add(to: &sums, from: firstCell)
    }
    origin = plan.origin
    self.firstCell = firstCell
    self.sums = sums
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

  /// How many replies are expected in the cell that begins `start` after the first instant of the run; none after its end.
  /// O(1).
  func expected(inCellFrom start: Milliseconds) -> Double {
    let place = Int((start + origin) / DemandTape.cellLength) - firstCell
    return sums.indices.contains(place) ? sums[place] : 0
  }
}

extension MessageReplies.Message {
  /// Adds what is expected of each sending to the sums of the cells from `firstCell` on.
  fileprivate func add(to sums: inout [Double], from firstCell: Int) {
    for sending in sendings {
      let begin = max(0, firstCell - sending.cell)
      let end = min(sending.cellCount, firstCell + sums.count - sending.cell)
      for number in stride(from: begin, to: end, by: 1) {
        sums[sending.cell + number - firstCell] += replies * shares[sending.firstShare + number]
      }
    }
  }
}
