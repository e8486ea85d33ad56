import ContactCentre
import DiscreteEvents
import Testing

@Suite struct TransferTests {
  /// A complex call, and a support desk that is there from 100 s on.
  private func scenario(warm: Distribution?, patience: Distribution = .never, supportFrom: Double = 100) -> Scenario {
    var calls = channel("101", [caller(at: 0)])
    calls.wrapUp = .constant(10)
    calls.outcomes = [
      .init(name: "complex", share: 1, transfer: .init(to: "support desk", warm: warm))
    ]
    let desk = Channel(
      id: "support desk", patience: patience, handling: .constant(600), wrapUp: .constant(30),
      outcomes: [.init(name: "safeguarded", share: 1)])
    return handMade(
      [calls, desk],
      teams: [
        team("contact", "101", tours: [(0, 5_000)]), team("support", "support desk", tours: [(supportFrom, 5_000)]),
      ])
  }

  @Test func aColdTransferOffersTheCallerElsewhereAndLetsTheFirstHandlerGo() {
    #expect(
      contactStory(scenario(warm: nil)) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 60",
        "60: c0 is handed on to 1 as c1, cold", "60: h0 ends c0 as 0, wrap-up 10", "60: c1 waits for ever",
        "70: h0 wraps up c0",
        "100: h1 answers c1 for 600", "700: h1 ends c1 as 0, wrap-up 30", "730: h1 wraps up c1",
      ])
  }

  @Test func aWarmTransferKeepsTheFirstHandlerUntilBothHaveSpoken() {
    #expect(
      contactStory(scenario(warm: .constant(45.5))) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 60",
        "60: c0 is handed on to 1 as c1, warm, with a briefing of 45.500", "60: c1 waits for ever",
        // The second handler's work is the briefing and what the channel says.
        "100: h1 answers c1 for 645.500",
        "145.500: h0 ends c0 as 0, wrap-up 10", "155.500: h0 wraps up c0",
        "745.500: h1 ends c1 as 0, wrap-up 30", "775.500: h1 wraps up c1",
      ])
  }

  @Test func nobodyElseIsAnsweredMeanwhile() {
    var busy = scenario(warm: .constant(40))
    busy.channels[0].arrivals = .trace([caller(at: 0), caller(at: 70, handling: 5, outcome: "complex")])
    #expect(
      contactStory(busy).prefix(10) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 60",
        "60: c0 is handed on to 1 as c1, warm, with a briefing of 40", "60: c1 waits for ever",
        "70: c2 arrives on 0", "70: c2 waits for ever",
        "100: h1 answers c1 for 640", "140: h0 ends c0 as 0, wrap-up 10",
        "150: h0 wraps up c0", "150: h0 answers c2 for 5",
      ])
  }

  @Test func ifTheCallerGivesUpTheFirstHandlerEndsAtOnce() {
    var lost = scenario(warm: .constant(45), patience: .constant(25))
    lost.channels[1].redial = .init(probability: 1, after: .constant(30), to: "101", atMost: 1)
    lost.channels[0].outcomes[0].share = 0.000_001
    lost.channels[0].arrivals = .trace([caller(at: 0, outcome: "complex")])
    #expect(
      contactStory(lost) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 60",
        "60: c0 is handed on to 1 as c1, warm, with a briefing of 45", "60: c1 waits for 25",
        "85: c1 gives up", "85: c1 will redial 0 in 30", "85: h0 ends c0 as 0, wrap-up 10", "95: h0 wraps up c0",
        "115: c2 redials 0 after c1, attempt 1", "115: h0 answers c2 for 60", "175: h0 ends c2 as 1, wrap-up 10",
        "185: h0 wraps up c2",
      ])
  }

  @Test func ifTheCallerIsContainedOnTheWayTheFirstHandlerEndsToo() {
    var menu = scenario(warm: .constant(45))
    menu.channels[1].front = [FrontStage(id: "menu", takes: .constant(5), contains: 1)]
    #expect(
      contactStory(menu).suffix(5) == [
        "60: c0 is handed on to 1 as c1, warm, with a briefing of 45", "60: c1 enters stage 0 for 5",
        "65: c1 is contained in stage 0", "65: h0 ends c0 as 0, wrap-up 10", "75: h0 wraps up c0",
      ])
  }

  @Test func anAnswerAtOnceIsBriefedAtOnce() {
    #expect(
      contactStory(scenario(warm: .constant(45), supportFrom: 10)).dropFirst(2).prefix(3) == [
        "60: c0 is handed on to 1 as c1, warm, with a briefing of 45", "60: h1 answers c1 for 645",
        "105: h0 ends c0 as 0, wrap-up 10",
      ])
  }

  /// A chat that is handed on takes a place, but none of the attention that the others need.
  @Test func aChatThatIsHandedOnStandsStill() {
    var chats = channel("chat", .chat, [caller(at: 0, outcome: "complex"), caller(at: 70, handling: 100)])
    chats.outcomes = [
      .init(name: "complex", share: 0.5, transfer: .init(to: "desk", warm: .constant(20))),
      .init(name: "plain", share: 0.5),
    ]
    chats.arrivals = .trace([
      caller(at: 0, outcome: "complex"), caller(at: 70, handling: 100, outcome: "plain"),
    ])
    let desk = Channel(id: "desk", handling: .constant(50))
    let teams = [
      team("chats", "chat", concurrency: 2, slowdown: [1, 2], tours: [(0, 900)]),
      team("support", "desk", tours: [(170, 900)]),
    ]
    #expect(
      contactStory(handMade([chats, desk], teams: teams)) == [
        "0: c0 arrives on 0", "0: h0 answers c0 for 60",
        "60: c0 is handed on to 1 as c1, warm, with a briefing of 20", "60: c1 waits for ever",
        // Two in hand from here: 50 of 100 s are done when the support desk answers.
        "70: c2 arrives on 0", "70: h0 answers c2 for 100",
        "170: h1 answers c1 for 70",
        // The briefing takes twice as long beside the other chat, which then has 30 s left and is alone.
        "210: h0 ends c0 as 0", "240: h1 ends c1 as 0", "240: h0 ends c2 as 1",
      ])
  }

  /// Two desks that hand everybody to each other at once: after sixteen times it stops.
  @Test func nobodyIsHandedOnForEver() {
    func desk(_ id: String, to other: String, _ callers: [TraceRow]) -> Channel {
      var desk = channel(id, callers)
      desk.handling = .constant(0)
      desk.outcomes = [.init(name: "elsewhere", share: 1, transfer: .init(to: other))]
      return desk
    }
    let events = run(
      handMade(
        [desk("a", to: "b", [caller(at: 0)]), desk("b", to: "a", [])],
        teams: [team("desk", "a", "b", tours: [(0, 100)])]))
    #expect(events.count { $0.kind == .contactTransferred } == 16)
    #expect(events.count { $0.kind == .handlingEnded } == 17)
  }
}
