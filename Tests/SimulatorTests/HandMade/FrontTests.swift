import ContactCentre
import DiscreteEvents
import Testing

@Suite struct FrontTests {
  private func menu(
    _ takes: Double, contains: Double = 0, to target: String? = nil, share: Double = 1
  ) -> FrontStage {
    FrontStage(
      id: "menu", takes: .constant(takes), contains: contains,
      divertsTo: target.map { [.init(to: $0, share: share)] } ?? [])
  }

  @Test func stagesFollowOneAnotherBeforeTheQueue() {
    var calls = channel("999", [caller(at: 10, handling: 30)])
    calls.front = [menu(5), menu(0), menu(2.5)]
    #expect(
      contactStory(handMade([calls], teams: [team("desk", "999", tours: [(0, 100)])])) == [
        "10: c0 arrives on 0", "10: c0 enters stage 0 for 5",
        "15: c0 enters stage 1 for 0", "15: c0 enters stage 2 for 2.500",
        "17.500: c0 passes", "17.500: h0 answers c0 for 30",
        "47.500: h0 ends c0 as 0",
      ])
  }

  @Test func whoIsContainedIsGone() {
    var calls = channel("999", [caller(at: 10)])
    calls.front = [menu(5), menu(3, contains: 1), menu(1)]
    #expect(
      contactStory(handMade([calls])) == [
        "10: c0 arrives on 0", "10: c0 enters stage 0 for 5", "15: c0 enters stage 1 for 3",
        "18: c0 is contained in stage 1",
      ])
  }

  @Test func whoIsDivertedMeetsTheOtherChannelFromItsFrontAndIsDrawnAnewThere() {
    var calls = channel("101", [caller(at: 0, handling: 5, wrapUp: 5, patience: 5, outcome: "record")])
    calls.front = [menu(5, to: "chat")]
    calls.outcomes = [.init(name: "resolved", share: 1), .init(name: "record", share: 0)]
    var chats = channel("chat", .chat, [])
    chats.front = [menu(7)]
    chats.patience = .constant(40)
    chats.wrapUp = .constant(9)
    chats.outcomes = [.init(name: "resolved", share: 1)]
    #expect(
      contactStory(handMade([calls, chats], teams: [team("desk", "chat", tours: [(20, 200)])])) == [
        "0: c0 arrives on 0", "0: c0 enters stage 0 for 5",
        "5: c0 is diverted to 1 from stage 0", "5: c0 enters stage 0 for 7",
        // What was recorded of it belongs to the channel it was recorded on.
        "12: c0 passes", "12: c0 waits for 40",
        "20: h0 answers c0 for 60",
        "80: h0 ends c0 as 0, wrap-up 9",
        "89: h0 wraps up c0",
      ])
  }

  @Test func nobodyIsSentRoundForEver() {
    var calls = channel("101", [caller(at: 0, patience: 1)])
    calls.front = [menu(0, to: "101")]
    calls.patience = .constant(1)
    let events = run(handMade([calls]))
    #expect(events.count { $0.kind == .contactDiverted } == 16)
    #expect(events.count { $0.kind == .frontStageEntered } == 17)
    #expect(story(events).suffix(3) == ["0: c0 passes", "0: c0 waits for 1", "1: c0 gives up"])
  }

  @Test func sharesOfAStageAreSharesOfThoseWhoEnterIt() {
    var calls = Channel(
      id: "101", arrivals: .profile(ArrivalProfile(perYear: 20_000 * 365)), patience: .constant(0),
      handling: .constant(0))
    calls.front = [
      FrontStage(id: "ivr", contains: 0.1, divertsTo: [.init(to: "chat", share: 0.05), .init(to: "web", share: 0.25)])
    ]
    let events = run(handMade([calls, channel("chat", .chat, []), channel("web", .deferred, [])]))
    let offered = Double(events.count { $0.kind == .contactArrived })
    func expect(_ share: Double, _ count: Int) {
      let deviation = (share * (1 - share) * offered).squareRoot()
      // Six standard deviations: with the seed fixed, out of reach unless the share is another.
      #expect(abs(Double(count) - share * offered) < 6 * deviation)
    }
    expect(0.1, events.count { $0.kind == .contactContained })
    expect(0.05, events.count { $0.kind == .contactDiverted && $0.resource == 1 })
    expect(0.25, events.count { $0.kind == .contactDiverted && $0.resource == 2 })
  }
}
