import ContactCentre
import DiscreteEvents
import Testing

/// Replies to messages: as many as the message says, when its delay says.
@Suite struct MessageTests {
  private func briefing(
    _ weekday: Int = 1, _ hour: Int = 18, replies: Double = 0.02, after: Distribution = .exponential(mean: 7_200)
  ) -> ArrivalProfile {
    ArrivalProfile(
      perYear: 0,
      messages: [
        .init(
          name: "briefing", at: [.init(weekday: weekday, timeOfDay: Milliseconds(hour) * .hour)], sentTo: 121_028,
          replies: replies, after: after)
      ])
  }

  /// 2,420.56 replies a week, of which those in the hour that begins k hours after the message are e^(−k/2) − e^(−(k+1)/2)
  /// of them. Each count may be six standard deviations off.
  @Test func repliesFollowTheirDelay() {
    let weeks = 30
    let places = tape(comers(.profile(briefing()), days: 7 * weeks))
    let mean = 121_028 * 0.02
    expectCount(mean * Double(weeks), places.count)
    for hour in 0..<12 {
      let share = PortableMath.exp(-Double(hour) / 2) - PortableMath.exp(-Double(hour + 1) / 2)
      let then = places.count { place in
        (place.time - .day - 18 * .hour + 7 * .day) % (7 * .day) / .hour == Milliseconds(hour)
      }
      expectCount(mean * Double(weeks) * share, then)
    }
    // Tuesday at 18:00 is the first message of the run, and of the one a week before nobody is left.
    #expect(places.allSatisfy { $0.time >= .day + 18 * .hour })
  }

  /// Every family of delays: the share that has come after an hour is its distribution function there.
  @Test(arguments: [
    Distribution.uniform(min: 600, max: 7_200), .lognormal(mean: 5_000, cv: 1.2), .gamma(mean: 5_000, cv: 0.6),
    .weibull(mean: 5_000, shape: 0.8), .constant(1_800), .empirical(values: [900, 1_800, 7_200]),
    .mixture([
      .init(weight: 1, distribution: .constant(60)), .init(weight: 2, distribution: .exponential(mean: 9_000)),
    ]),
  ])
  func anyDelayWillDo(after: Distribution) {
    let places = tape(comers(.profile(briefing(replies: 0.1, after: after)), days: 3))
    let sent = Milliseconds.day + 18 * .hour
    let total = 12_102.8
    expectCount(total * after.cumulative(3_600), places.count { $0.time < sent + .hour })
    let end = Double(3 * Milliseconds.day - sent) / 1_000
    expectCount(total * after.cumulative(end), places.count)
  }

  @Test func whoRepliesDoesNotDependOnWhenTheRunBegins() {
    let message = Arrivals.profile(briefing(1, 18))
    let late = comers(message, start: monday + 2 * .day)
    let early = comers(message, start: monday + 2 * .day, warmUp: 9 * .hour)
    let shared = tape(early).compactMap { place -> TapePlace? in
      var moved = place
      moved.time -= 9 * .hour
      return moved.time >= 0 ? moved : nil
    }
    #expect(shared == tape(late) && !shared.isEmpty)
  }

  @Test func aMessageThatMorePeopleReplyToKeepsItsReplies() {
    let few = Set(tape(comers(.profile(briefing(replies: 0.01)), days: 3)))
    let many = Set(tape(comers(.profile(briefing(replies: 0.013)), days: 3)))
    #expect(many.isStrictSuperset(of: few) && few.count > 1_000)
  }

  @Test func repliesComeOnTopOfWhoComesAnyway() {
    var both = briefing(replies: 0.001)
    let base = ArrivalProfile(perYear: 500 * 365)
    both.perYear = base.perYear
    let replied = Set(tape(comers(.profile(both), days: 3)))
    #expect(replied.isStrictSuperset(of: tape(comers(.profile(base), days: 3))))
    both.scale = 2
    expectCount(2 * (1_500 + 121.028), tape(comers(.profile(both), days: 3)).count)
  }

  /// 18:00 by the wall clock on the Sunday on which clocks went forward is 17:00 UTC.
  @Test func messagesAreSentByTheWallClock() throws {
    let places = tape(
      comers(.profile(briefing(6, 18)), start: noonInMarch, days: 2, zone: unitedKingdom))
    #expect(try #require(places.first).time / .hour == 29)
  }

  /// Replies reach the team of the sender's neighbourhood: an instant stage before the queue passes each on by its share.
  @Test func repliesAreRoutedToNeighbourhoodTeams() {
    var replies = Channel(
      id: "replies", kind: .deferred, arrivals: .profile(briefing(replies: 0.05)), handling: .constant(60))
    replies.front = [
      FrontStage(id: "postcode", divertsTo: [.init(to: "north", share: 0.55), .init(to: "south", share: 0.45)])
    ]
    var scenario = handMade([replies, channel("north", .deferred, []), channel("south", .deferred, [])])
    scenario.calendar.days = 3
    let events = run(scenario)
    let replied = events.count { $0.kind == .contactArrived }
    #expect(events.count { $0.kind == .contactDiverted } == replied && replied > 5_000)
    expectShare(0.55, events.count { $0.kind == .contactDiverted && $0.resource == 1 }, of: replied)
    #expect(events.allSatisfy { $0.kind != .frontPassed })
  }
}
