import ContactCentre
import DiscreteEvents
import Testing

/// A handler with n chats in hand gives each piece of work slowdown[n] times as long.
@Suite struct ChatTests {
  private func scenario(_ callers: [TraceRow], _ others: [Channel] = [], concurrency: Int = 3) -> Scenario {
    var desk = team("desk", "chat", concurrency: concurrency, slowdown: [1, 1.2, 1.5], tours: [(0, 1_000)])
    desk.answers += others.map(\.id)
    return handMade([channel("chat", .chat, callers)] + others, teams: [desk])
  }

  @Test func twoChatsSlowEachOtherDownAndOneSpeedsUpAgain() {
    #expect(
      contactStory(scenario([caller(at: 0, handling: 60), caller(at: 30, handling: 60)])) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 60",
        "30: c1 arrives on 0", "30: h0 answers c1 for 60",
        // c0 has 30 s left: 30 + 30 × 1.2.
        "66: h0 ends c0 as 0",
        // c1 got 36 / 1.2 = 30 s done and does the rest undivided: 66 + 30.
        "96: h0 ends c1 as 0",
      ])
  }

  @Test func threeChatsTakeHalfAsLongAgain() {
    #expect(
      contactStory(
        scenario([caller(at: 0, handling: 60), caller(at: 30, handling: 60), caller(at: 42, handling: 30)])) == [
          "0: c0 arrives on 0", "0: h0 answers c0 for 60",
          "30: c1 arrives on 0", "30: h0 answers c1 for 60",
          // 12 s at 1.2 did 10 s of each: c0 has 20 left, c1 50.
          "42: c2 arrives on 0", "42: h0 answers c2 for 30",
          // 42 + 20 × 1.5; c1 has 50 − 20 = 30 left, c2 30 − 20 = 10.
          "72: h0 ends c0 as 0",
          // 72 + 10 × 1.2; c1 has 30 − 10 = 20 left.
          "84: h0 ends c2 as 0",
          "104: h0 ends c1 as 0",
        ])
  }

  @Test func wrapUpSharesAttentionToo() {
    #expect(
      contactStory(scenario([caller(at: 0, handling: 60, wrapUp: 20), caller(at: 30, handling: 60)])) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 60",
        "30: c1 arrives on 0", "30: h0 answers c1 for 60",
        "66: h0 ends c0 as 0, wrap-up 20",
        // 66 + 20 × 1.2, since the handler still holds two.
        "90: h0 wraps up c0",
        // 60 s at 1.2 did 50 s of c1.
        "100: h0 ends c1 as 0",
      ])
  }

  @Test func endsAreRoundedToTheNearestMillisecondOnce() {
    #expect(
      contactStory(
        scenario([caller(at: 0, handling: 1), caller(at: 0, handling: 0.001), caller(at: 0.5, handling: 3)])) == [
          "0: c0 arrives on 0", "0: c1 arrives on 0",
          "0: h0 answers c0 for 1", "0: h0 answers c1 for 0.001",
          // 1.2 ms to the nearest; c0 has 1000 − 1 / 1.2 ms left, so 999.17 ms more.
          "0.001: h0 ends c1 as 0",
          "0.500: c2 arrives on 0", "0.500: h0 answers c2 for 3",
          // 500.17 × 1.2 = 600.2 ms more; then c2 has 3000 − 500 = 2500 ms left.
          "1.100: h0 ends c0 as 0",
          "3.600: h0 ends c2 as 0",
        ])
  }

  @Test func noMoreChatsAreHeldThanAllowed() {
    #expect(
      contactStory(
        scenario(
          [caller(at: 0, handling: 10), caller(at: 0, handling: 20), caller(at: 0, handling: 1)], concurrency: 2)
      ) == [
        "0: c0 arrives on 0", "0: c1 arrives on 0", "0: c2 arrives on 0",
        "0: h0 answers c0 for 10", "0: h0 answers c1 for 20", "0: c2 waits for ever",
        "12: h0 ends c0 as 0", "12: h0 answers c2 for 1",
        "13.200: h0 ends c2 as 0",
        // c1: 20 − 10 − 1 = 9 s left, undivided.
        "22.200: h0 ends c1 as 0",
      ])
  }

  @Test func aCallIsNeverSharedWithAChatNorAChatWithACall() {
    let calls = channel("999", priority: 1, [caller(at: 5, handling: 10), caller(at: 30, handling: 10)])
    #expect(
      contactStory(scenario([caller(at: 0, handling: 20), caller(at: 35, handling: 1)], [calls])) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 20",
        "5: c1 arrives on 1", "5: c1 waits for ever",
        "20: h0 ends c0 as 0", "20: h0 answers c1 for 10",
        "30: h0 ends c1 as 0", "30: c2 arrives on 1", "30: h0 answers c2 for 10",
        "35: c3 arrives on 0", "35: c3 waits for ever",
        "40: h0 ends c2 as 0", "40: h0 answers c3 for 1",
        "41: h0 ends c3 as 0",
      ])
  }

  @Test func aTourEndsWhenTheLastOfSeveralChatsIsOver() {
    let desk = team("desk", "chat", concurrency: 2, slowdown: [1, 1], tours: [(0, 15)])
    let chats = channel(
      "chat", .chat, [caller(at: 0, handling: 10), caller(at: 8, handling: 12), caller(at: 9, patience: 3)])
    #expect(
      story(handMade([chats], teams: [desk])) == [
        "0: h0 signs on to team 0 for 15",
        "0: c0 arrives on 0", "0: h0 answers c0 for 10",
        "8: c1 arrives on 0", "8: h0 answers c1 for 12",
        "9: c2 arrives on 0", "9: c2 waits for 3",
        "10: h0 ends c0 as 0", "10: h0 answers c2 for 60",
        "15: h0 finishes up for good",
        "20: h0 ends c1 as 0",
        "70: h0 ends c2 as 0", "70: h0 signs off",
      ])
  }
}
