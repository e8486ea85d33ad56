import ContactCentre
import DiscreteEvents
import Testing

@Suite struct OutcomeTests {
  /// Two callers, of whom the record says what they were and no more.
  private func scenario(_ first: Channel.Outcome, _ second: Channel.Outcome) -> Scenario {
    var calls = channel("999", [caller(at: 0, outcome: first.name), caller(at: 1_000, outcome: second.name)])
    calls.wrapUp = .constant(20)
    calls.outcomes = [first, second]
    return handMade([calls], teams: [team("desk", "999", tours: [(0, 5_000)])])
  }

  @Test func anOutcomeMayHaveWorkOfItsOwn() {
    let stray = Channel.Outcome(
      name: "not an emergency", share: 0.5, handling: .constant(30), wrapUp: .constant(0))
    #expect(
      contactStory(scenario(stray, .init(name: "crime", share: 0.5))) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 30", "30: h0 ends c0 as 0",
        "1000: c1 arrives on 0", "1000: h0 answers c1 for 60", "1060: h0 ends c1 as 1, wrap-up 20",
        "1080: h0 wraps up c1",
      ])
  }

  @Test func whatIsNotItsOwnIsTheChannels() {
    let first = Channel.Outcome(name: "first", share: 0.5, handling: .constant(7))
    let second = Channel.Outcome(name: "second", share: 0.5, wrapUp: .constant(3))
    #expect(
      contactStory(scenario(first, second)) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 7", "7: h0 ends c0 as 0, wrap-up 20", "27: h0 wraps up c0",
        "1000: c1 arrives on 0", "1000: h0 answers c1 for 60", "1060: h0 ends c1 as 1, wrap-up 3",
        "1063: h0 wraps up c1",
      ])
  }

  @Test func whatWasRecordedCountsMoreThanTheOutcome() {
    var recorded = scenario(
      .init(name: "short", share: 1, handling: .constant(30), wrapUp: .constant(5)), .init(name: "none", share: 0))
    recorded.channels[0].arrivals = .trace([caller(at: 0, handling: 44, wrapUp: 11, outcome: "short")])
    #expect(
      contactStory(recorded) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 44", "44: h0 ends c0 as 0, wrap-up 11", "55: h0 wraps up c0",
      ])
  }

  /// Work drawn from the same number: an outcome with the channel's own distribution changes nobody.
  @Test func theSameWorkSaidTwiceIsTheSame() {
    var plain = Channel(
      id: "101", arrivals: .profile(ArrivalProfile(perYear: 200 * 365)), patience: .exponential(mean: 300),
      handling: .lognormal(mean: 300, cv: 0.9), wrapUp: .exponential(mean: 60))
    plain.outcomes = [.init(name: "a", share: 0.4), .init(name: "b", share: 0.3)]
    var twice = plain
    twice.outcomes[0].handling = plain.handling
    twice.outcomes[1].wrapUp = plain.wrapUp
    let teams = [Team(id: "desk", answers: ["101"], staff: always(2))]
    #expect(run(handMade([plain], teams: teams)) == run(handMade([twice], teams: teams)))
  }

  @Test func callsAndDeferredWorkAreConcurrentWhereTheirChannelSaysSo() {
    var posts = channel("social", .deferred, [caller(at: 0, handling: 100), caller(at: 50, handling: 100)])
    posts.isConcurrent = true
    let desk = team("desk", "social", concurrency: 2, slowdown: [1, 2], tours: [(0, 5_000)])
    #expect(
      contactStory(handMade([posts], teams: [desk])) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 100",
        // Half of the first is left, and takes twice as long while there are two.
        "50: c1 arrives on 0", "50: h0 answers c1 for 100", "150: h0 ends c0 as 0", "200: h0 ends c1 as 0",
      ])
    var chats = channel("chat", .chat, [caller(at: 0, handling: 100), caller(at: 50, handling: 100)])
    chats.isConcurrent = false
    let staff = team("desk", "chat", concurrency: 2, slowdown: [1, 2], tours: [(0, 5_000)])
    #expect(
      contactStory(handMade([chats], teams: [staff])) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 100", "50: c1 arrives on 0", "50: c1 waits for ever",
        "100: h0 ends c0 as 0", "100: h0 answers c1 for 100", "200: h0 ends c1 as 0",
      ])
  }
}
