import ContactCentre
import DiscreteEvents
import Testing

@Suite struct RedialTests {
  private func scenario(_ time: Double, atMost: Int = 2) -> Scenario {
    var first = channel("999", [caller(at: time)])
    first.patience = .constant(10)
    first.redial = .init(probability: 1, after: .constant(60), to: "101", atMost: atMost)
    var second = channel("101", [])
    second.patience = .constant(20)
    second.redial = .init(probability: 1, after: .constant(30), to: "999", atMost: 9)
    return handMade([first, second])
  }

  @Test func whoGivesUpTriesTheOtherChannelAsOftenAsAllowed() {
    #expect(
      contactStory(scenario(0)) == [
        "0: c0 arrives on 0", "0: c0 waits for 10",
        "10: c0 gives up", "10: c0 will redial 1 in 60",
        "70: c1 redials 1 after c0, attempt 1", "70: c1 waits for 20",
        "90: c1 gives up", "90: c1 will redial 0 in 30",
        "120: c2 redials 0 after c1, attempt 2", "120: c2 waits for 10",
        // The third attempt would be on account of the first channel, which allows two.
        "130: c2 gives up",
      ])
  }

  @Test func attemptsNeverAllowedAreNeverMade() {
    #expect(contactStory(scenario(0, atMost: 0)).last == "10: c0 gives up")
  }

  @Test func nobodyRedialsAfterTheMeasuredDays() {
    // Gives up ten seconds before the end: the redial would come 50 s after it.
    #expect(contactStory(scenario(86_380)).suffix(2) == ["86390: c0 gives up", "86390: c0 will redial 1 in 60"])
    var drained = scenario(86_320)
    drained.calendar.drain = .hour
    // 86,320 + 10 + 60 is just inside; its own redial is not. Who waits in the drain may still give up.
    #expect(
      contactStory(drained).suffix(4) == [
        "86390: c1 redials 1 after c0, attempt 1", "86390: c1 waits for 20",
        "86410: c1 gives up", "86410: c1 will redial 0 in 30",
      ])
    // Exactly at the end nobody comes any more.
    var last = scenario(86_330)
    last.calendar.drain = .hour
    #expect(contactStory(last).last == "86340: c0 will redial 1 in 60")
  }

  @Test func redialsMeetTheFrontAgain() {
    var calls = channel("999", [caller(at: 0)])
    calls.front = [FrontStage(id: "operator", takes: .constant(5))]
    calls.patience = .constant(10)
    calls.redial = .init(probability: 1, after: .constant(0), to: "999", atMost: 1)
    #expect(
      contactStory(handMade([calls])) == [
        "0: c0 arrives on 0", "0: c0 enters stage 0 for 5",
        "5: c0 passes", "5: c0 waits for 10",
        "15: c0 gives up", "15: c0 will redial 0 in 0",
        "15: c1 redials 0 after c0, attempt 1", "15: c1 enters stage 0 for 5",
        "20: c1 passes", "20: c1 waits for 10",
        "30: c1 gives up",
      ])
  }

  @Test func theProbabilityIsTheShareOfThoseWhoGiveUp() {
    var calls = Channel(
      id: "101", arrivals: .profile(ArrivalProfile(perYear: 10_000 * 365)), patience: .constant(0),
      handling: .constant(0))
    calls.redial = .init(probability: 0.3, after: .constant(1), to: "101", atMost: 3)
    let events = run(handMade([calls]))
    let allowed = events.count { $0.kind == .contactArrived || ($0.kind == .contactRedialled && $0.detail < 3) }
    let redials = events.count { $0.kind == .redialScheduled }
    #expect(abs(Double(redials) - 0.3 * Double(allowed)) < 6 * (0.21 * Double(allowed)).squareRoot())
    #expect(events.allSatisfy { $0.kind != .contactRedialled || (1...3).contains($0.detail) })
    #expect(events.contains { $0.kind == .contactRedialled && $0.detail == 3 })
  }
}
