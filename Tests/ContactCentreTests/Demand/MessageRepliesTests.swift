import DiscreteEvents
import Testing

@testable import ContactCentre

/// What is expected of replies in each cell, to the last bit.
@Suite struct MessageRepliesTests {
  /// Sent at odd minutes, in a night in which the clocks change too, with delays of every length.
  private static let messages: [ArrivalProfile.Message] = [
    message([(0, 18 * .hour), (2, 18 * .hour), (6, 90 * .minute)], .exponential(mean: 7_200)),
    message([(1, 7 * .minute), (1, 12 * .minute), (3, 9 * .hour + 59 * .minute)], .lognormal(mean: 86_400, cv: 2)),
    message([(4, 0), (5, 23 * .hour + 56 * .minute)], .constant(0)),
    message([(5, .hour)], .uniform(min: 60, max: 400_000)),
  ]

  private static func message(_ at: [(Int, Milliseconds)], _ after: Distribution) -> ArrivalProfile.Message {
    .init(
      name: "m\(at.count)", at: at.map { .init(weekday: $0.0, timeOfDay: $0.1) }, sentTo: 1_000, replies: 0.1,
      after: after)
  }

  /// As it stood before there was a table: every sending's distribution function at both ends of the cell.
  private func plain(_ messages: [ArrivalProfile.Message], _ plan: Plan, cellFrom start: Milliseconds) -> Double {
    let zone = plan.scenario.calendar.zone
    let first = zone.civilTime(at: plan.origin).dayNumber
    let last = zone.civilTime(at: plan.origin + plan.windowEnd).dayNumber
    var sum = 0.0
    for message in messages {
      let horizon = (1..<366).first { message.after.cumulative(Double($0) * 86_400) >= 1 - 1e-9 } ?? 366
      var sendings: Set<Milliseconds> = []
      for day in (first - horizon - 1)...last {
        for time in message.at where time.weekday == CivilTime(dayNumber: day).weekday {
          sendings.insert(zone.instant(of: CivilTime(dayNumber: day, timeOfDay: time.timeOfDay)) - plan.origin)
        }
      }
      for sent in sendings.sorted() {
        let age = start - sent
        if age >= Milliseconds(horizon) * .day || age <= -DemandTape.cellLength { continue }
        let share = { (age: Milliseconds) in age <= 0 ? 0 : message.after.cumulative(Double(age) / 1_000) }
        sum += message.sentTo * message.replies * (share(age + DemandTape.cellLength) - share(age))
      }
    }
    return sum
  }

  @Test(arguments: [0, 3 * Milliseconds.hour, 7 * .minute + 13])
  func theTableSaysWhatTheDistributionsDo(warmUp: Milliseconds) {
    // The clocks go forward on the sixth day.
    let scenario = comers(
      .profile(ArrivalProfile(perYear: 0, messages: Self.messages)), start: noonInMarch - 12 * .hour - 5 * .day,
      days: 8, zone: unitedKingdom, warmUp: warmUp)
    let plan = Plan(scenario)
    let replies = MessageReplies(Self.messages, plan: plan)
    var cell = plan.origin / DemandTape.cellLength
    var expected = 0.0
    while cell * DemandTape.cellLength - plan.origin < plan.windowEnd {
      let start = cell * DemandTape.cellLength - plan.origin
      let sum = plain(Self.messages, plan, cellFrom: start)
      #expect(replies.expected(inCellFrom: start) == sum)
      expected += sum
      cell += 1
    }
    #expect(expected > 800)
  }

  /// Reckoned once for all replications.
  @Test func replicationsShareWhatIsReckonedOnce() {
    let plan = Plan(comers(.profile(ArrivalProfile(perYear: 0, messages: Self.messages)), days: 3))
    var made = 0
    func replies() -> MessageReplies {
      plan.replies.replies(ofSource: 0) {
        made += 1
        return MessageReplies(Self.messages, plan: plan)
      }
    }
    #expect(replies().expected(inCellFrom: 2 * .day) == replies().expected(inCellFrom: 2 * .day))
    #expect(made == 1)
  }
}
