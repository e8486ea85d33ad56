import ContactCentre
import DiscreteEvents
import Testing

/// A contact of a channel that preempts another takes a handler from it when nobody is free.
@Suite struct InterruptionTests {
  private func pressing(_ callers: [TraceRow], preempts: [String]) -> Channel {
    var channel = channel("999", priority: 5, callers)
    channel.routing.preempts = preempts
    return channel
  }

  @Test func interruptedWorkEndsExactlyItsInterruptionLater() {
    let scenario = handMade(
      [
        channel("online", .deferred, [caller(at: 0, handling: 100, wrapUp: 10)]),
        pressing([caller(at: 30, handling: 20, wrapUp: 5)], preempts: ["online"]),
      ], teams: [team("desk", "online", "999", tours: [(0, 1_000)])])
    #expect(
      contactStory(scenario) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 100",
        "30: c1 arrives on 1", "30: h0 drops all and answers c1 for 20",
        "50: h0 ends c1 as 0, wrap-up 5", "55: h0 wraps up c1",
        "55: h0 resumes c0 after 25",
        // 100 + 25.
        "125: h0 ends c0 as 0, wrap-up 10", "135: h0 wraps up c0",
      ])
  }

  @Test func wrapUpIsInterruptedToo() {
    let scenario = handMade(
      [
        channel("online", .deferred, [caller(at: 0, handling: 10, wrapUp: 50)]),
        pressing([caller(at: 30, handling: 20)], preempts: ["online"]),
      ], teams: [team("desk", "online", "999", tours: [(0, 1_000)])])
    #expect(
      contactStory(scenario).suffix(3) == ["50: h0 ends c1 as 0", "50: h0 resumes c0 after 20", "80: h0 wraps up c0"])
  }

  @Test func whoIsFreeIsAskedBeforeAnybodyIsCalledAway() {
    let scenario = handMade(
      [
        channel("online", .deferred, [caller(at: 0, handling: 100)]),
        pressing([caller(at: 30, handling: 20)], preempts: ["online"]),
      ], teams: [team("desk", "online", "999", tours: [(0, 1_000), (0, 1_000)])])
    #expect(contactStory(scenario)[3] == "30: h1 answers c1 for 20")
  }

  @Test func aSecondPressingCallInterruptsAgainAtOnce() {
    let scenario = handMade(
      [
        channel("online", .deferred, [caller(at: 0, handling: 100)]),
        pressing([caller(at: 30, handling: 20), caller(at: 40, handling: 20)], preempts: ["online"]),
      ], teams: [team("desk", "online", "999", tours: [(0, 1_000)])])
    #expect(
      contactStory(scenario).suffix(6) == [
        "50: h0 ends c1 as 0", "50: h0 resumes c0 after 20", "50: h0 drops all and answers c2 for 20",
        "70: h0 ends c2 as 0", "70: h0 resumes c0 after 20", "140: h0 ends c0 as 0",
      ])
  }

  @Test func whatIsNotPreemptedIsNotInterrupted() {
    let scenario = handMade(
      [
        channel("101", [caller(at: 0, handling: 100)]), channel("online", .deferred, []),
        pressing([caller(at: 30, handling: 20)], preempts: ["online"]),
      ], teams: [team("desk", "101", "online", "999", tours: [(0, 1_000)])])
    #expect(contactStory(scenario).last == "120: h0 ends c1 as 0")
  }

  @Test func whatItselfInterruptedIsNotInterrupted() {
    let scenario = handMade(
      [
        channel("online", .deferred, [caller(at: 0, handling: 100)]),
        {
          var channel = channel("101", priority: 1, [caller(at: 10, handling: 50)])
          channel.routing.preempts = ["online"]
          return channel
        }(),
        pressing([caller(at: 30, handling: 20)], preempts: ["online", "101"]),
      ], teams: [team("desk", "online", "101", "999", tours: [(0, 1_000)])])
    #expect(
      contactStory(scenario).suffix(6) == [
        "60: h0 ends c1 as 0", "60: h0 resumes c0 after 50", "60: h0 drops all and answers c2 for 20",
        "80: h0 ends c2 as 0", "80: h0 resumes c0 after 20", "170: h0 ends c0 as 0",
      ])
  }

  @Test func chatsWaitTogetherAndGoOnTogether() {
    let scenario = handMade(
      [
        channel("chat", .chat, [caller(at: 0, handling: 60), caller(at: 0, handling: 60)]),
        pressing([caller(at: 30, handling: 20)], preempts: ["chat"]),
      ],
      teams: [team("desk", "chat", "999", concurrency: 2, slowdown: [1, 1.5], tours: [(0, 1_000)])])
    #expect(
      contactStory(scenario).dropFirst(4) == [
        "30: c2 arrives on 1", "30: h0 drops all and answers c2 for 20", "50: h0 ends c2 as 0",
        "50: h0 resumes c0 after 20", "50: h0 resumes c1 after 20",
        // 30 s at 1.5 did 20 s of each; 40 s are left at the same pace.
        "110: h0 ends c0 as 0", "110: h0 ends c1 as 0",
      ])
  }

  @Test func whoIsFinishingUpIsNotCalledAwayAndFinishesWhatWasLeft() {
    // The tour ends at 40, in the middle of the call that interrupted.
    let scenario = handMade(
      [
        channel("online", .deferred, [caller(at: 0, handling: 100)]),
        pressing([caller(at: 30, handling: 20), caller(at: 60, handling: 1)], preempts: ["online"]),
      ], teams: [team("desk", "online", "999", tours: [(0, 40)])])
    let story = story(scenario)
    #expect(story.contains("50: h0 resumes c0 after 20"))
    #expect(story.contains("120: h0 ends c0 as 0"))
    #expect(story.contains("120: h0 signs off"))
    #expect(!story.contains { $0.contains("answers c2") })
  }

  @Test func theHandlerLongestAtSuchWorkIsCalledAway() {
    let scenario = handMade(
      [
        channel("online", .deferred, [caller(at: 0, handling: 500), caller(at: 5, handling: 500)]),
        pressing([caller(at: 30, handling: 20)], preempts: ["online"]),
      ], teams: [team("desk", "online", "999", tours: [(0, 1_000), (0, 1_000)])])
    #expect(contactStory(scenario).contains("30: h0 drops all and answers c2 for 20"))
  }

  /// Who has been for longest at work that may be interrupted, though it was not until later all of a sort that this
  /// contact interrupts.
  @Test func whoeverCouldBeInterruptedForLongestIsCalledAway() {
    let scenario = handMade(
      [
        channel("chat", .chat, [caller(at: 0, handling: 500), caller(at: 10, handling: 500)]),
        channel("mail", .chat, [caller(at: 1, handling: 20)]),
        pressing([caller(at: 100, handling: 20)], preempts: ["chat"]),
        {
          var channel = channel("101", priority: 1, [])
          channel.routing.preempts = ["mail"]
          return channel
        }(),
      ],
      teams: [
        team("desk", "chat", "mail", "999", "101", concurrency: 2, slowdown: [1, 1], tours: [(0, 1_000), (5, 1_000)])
      ])
    let story = contactStory(scenario)
    #expect(story.contains("10: h1 answers c2 for 500"))
    // Only since then could a 999 call interrupt all that the first handler has in hand.
    #expect(story.contains("21: h0 ends c1 as 0"))
    #expect(story.contains("100: h0 drops all and answers c3 for 20"))
  }
}
