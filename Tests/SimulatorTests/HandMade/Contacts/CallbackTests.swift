import ContactCentre
import DiscreteEvents
import Testing

@Suite struct CallbackTests {
  /// Four callers of a minute each, one handler from 100 s on; whoever finds one waiting is asked.
  private func scenario(_ callback: Channel.Callback?, patience: Distribution = .never) -> Scenario {
    var calls = channel("101", (0..<4).map { caller(at: Double($0)) })
    calls.patience = patience
    calls.wrapUp = .constant(10)
    calls.callback = callback
    calls.outcomes = [.init(name: "resolved", share: 1)]
    return handMade([calls], teams: [team("desk", "101", tours: [(100, 5_000)])])
  }

  @Test func aCallbackKeepsItsPlace() {
    #expect(
      contactStory(scenario(.init(whenWaiting: 1, accepts: 1, dialling: .constant(20)))) == [
        "0: c0 arrives on 0", "0: c0 waits for ever",
        "1: c1 arrives on 0", "1: c1 hangs up to be called back",
        "2: c2 arrives on 0", "2: c2 hangs up to be called back",
        "3: c3 arrives on 0", "3: c3 hangs up to be called back",
        "100: h0 answers c0 for 60", "160: h0 ends c0 as 0, wrap-up 10", "170: h0 wraps up c0",
        "170: h0 calls c1 back for 80", "250: h0 ends c1 as 0, wrap-up 10", "260: h0 wraps up c1",
        "260: h0 calls c2 back for 80", "340: h0 ends c2 as 0, wrap-up 10", "350: h0 wraps up c2",
        "350: h0 calls c3 back for 80", "430: h0 ends c3 as 0, wrap-up 10", "440: h0 wraps up c3",
      ])
  }

  @Test func whoIsCalledBackDoesNotGiveUp() {
    let story = contactStory(
      scenario(.init(whenWaiting: 2, accepts: 1), patience: .constant(50)))
    #expect(
      story.dropFirst(2).prefix(9) == [
        "1: c1 arrives on 0", "1: c1 waits for 50",
        // Two wait ahead.
        "2: c2 arrives on 0", "2: c2 hangs up to be called back",
        "3: c3 arrives on 0", "3: c3 hangs up to be called back",
        "50: c0 gives up", "51: c1 gives up", "100: h0 calls c2 back for 60",
      ])
  }

  @Test func whoIsNotReachedCostsTheDiallingAndComesToNothing() {
    var scenario = scenario(.init(whenWaiting: 1, accepts: 1, dialling: .constant(20), reached: 0))
    scenario.channels[0].outcomes[0].followUps = [.init(name: "back", to: "101", after: .constant(9))]
    scenario.channels[0].arrivals = .trace([caller(at: 0), caller(at: 1)])
    scenario.channels[0].outcomes[0].followUps[0].probability = 0
    #expect(
      contactStory(scenario) == [
        "0: c0 arrives on 0", "0: c0 waits for ever",
        "1: c1 arrives on 0", "1: c1 hangs up to be called back",
        "100: h0 answers c0 for 60", "160: h0 ends c0 as 0, wrap-up 10", "170: h0 wraps up c0",
        "170: h0 calls c1 back in vain for 20",
        // None of the outcomes there are, and no wrap-up.
        "190: h0 ends c1 as 1",
      ])
  }

  @Test func whoIsAnsweredAtOnceIsNotAsked() {
    var scenario = scenario(.init(whenWaiting: 0, accepts: 1))
    scenario.channels[0].arrivals = .trace([caller(at: 200)])
    #expect(contactStory(scenario).dropFirst().first == "200: h0 answers c0 for 60")
  }

  @Test func severalWhoJoinAtOneInstantCountThoseBeforeThem() {
    var scenario = scenario(.init(whenWaiting: 2, accepts: 1))
    scenario.channels[0].arrivals = .trace((0..<4).map { _ in caller(at: 5) })
    #expect(
      contactStory(scenario).prefix(8).suffix(4) == [
        "5: c0 waits for ever", "5: c1 waits for ever", "5: c2 hangs up to be called back",
        "5: c3 hangs up to be called back",
      ])
  }

  @Test func sharesAreSharesOfThoseAskedAndOfThoseCalled() {
    let calls = Channel(
      id: "101", arrivals: .profile(ArrivalProfile(perYear: 5_000 * 365)), patience: .never, handling: .constant(1),
      callback: .init(whenWaiting: 0, accepts: 0.4, reached: 0.9))
    var scenario = handMade([calls], teams: [team("desk", "101", tours: [(80_000, 86_400)])])
    scenario.calendar.days = 1
    let events = run(scenario)
    let asked = Double(events.count { $0.kind == .contactQueued })
    let accepted = Double(events.count { $0.kind == .contactQueued && $0.isForCallback })
    let called = Double(events.count { $0.kind == .contactAnswered && $0.callbackReply != .none })
    let reached = Double(events.count { $0.kind == .contactAnswered && $0.callbackReply == .reached })
    #expect(asked > 4_000 && called > 1_000)
    #expect(abs(accepted - 0.4 * asked) < 6 * (0.24 * asked).squareRoot())
    #expect(abs(reached - 0.9 * called) < 6 * (0.09 * called).squareRoot())
  }
}
