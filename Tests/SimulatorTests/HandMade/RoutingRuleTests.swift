import ContactCentre
import DiscreteEvents
import Testing

/// Handlers kept free, head starts and weights, overflow and surges.
@Suite struct RoutingRuleTests {
  private func channel(
    _ id: String, _ callers: [TraceRow], priority: Double = 0, _ change: (inout Channel.Routing) -> Void = { _ in }
  ) -> Channel {
    var channel = Channel(id: id, arrivals: .trace(callers), priority: priority, handling: .constant(60))
    change(&channel.routing)
    return channel
  }

  private func answers(_ scenario: Scenario) -> [String] {
    contactStory(scenario).filter { $0.contains("answers") }
  }

  @Test func handlersAreKeptFreeForTheOtherChannel() {
    let scenario = handMade(
      [
        channel("999", [caller(at: 5, handling: 10)]),
        channel("101", [caller(at: 0, handling: 100), caller(at: 1, handling: 100)]) { $0.leavesFree = 1 },
      ], teams: [team("desk", "999", "101", tours: [(0, 1_000), (0, 1_000)])])
    // The second 101 caller waits while only one handler is free, and until both are.
    #expect(
      answers(scenario) == ["0: h0 answers c0 for 100", "5: h1 answers c2 for 10", "100: h1 answers c1 for 100"])
  }

  @Test func aHeadStartIsWorthItsSeconds() {
    func scenario(_ headStart: Milliseconds) -> Scenario {
      handMade(
        [
          channel("999", [caller(at: 10)]) { $0.headStart = headStart }, channel("101", [caller(at: 5)]),
          channel("busy", [caller(at: 0, handling: 100)], priority: 9),
        ], teams: [team("desk", "999", "101", "busy", tours: [(0, 1_000)])])
    }
    #expect(answers(scenario(4_999))[1].contains("c1"))
    #expect(answers(scenario(5_001))[1].contains("c2"))
    // As long a wait: who joined first.
    #expect(answers(scenario(5_000))[1].contains("c1"))
  }

  @Test func aWeightMakesAWaitCountMore() {
    func scenario(_ weight: Double) -> Scenario {
      handMade(
        [
          channel("999", [caller(at: 60)]) { $0.waitWeight = weight }, channel("101", [caller(at: 20)]),
          channel("busy", [caller(at: 0, handling: 100)], priority: 9),
        ], teams: [team("desk", "999", "101", "busy", tours: [(0, 1_000)])])
    }
    // At 100 they have waited 40 and 80 s.
    #expect(answers(scenario(1.9))[1].contains("c1"))
    #expect(answers(scenario(2.1))[1].contains("c2"))
  }

  @Test func priorityComesBeforeHeadStartsAndWeights() {
    let scenario = handMade(
      [
        channel("999", [caller(at: 90)], priority: 5),
        channel("101", [caller(at: 5)]) {
          $0.headStart = .hour
          $0.waitWeight = 100
        }, channel("busy", [caller(at: 0, handling: 100)], priority: 9),
      ], teams: [team("desk", "999", "101", "busy", tours: [(0, 1_000)])])
    #expect(answers(scenario)[1].contains("c2"))
  }

  @Test func aContactOverflowsAtTheMomentItHasWaitedLongEnough() {
    let scenario = handMade(
      [
        channel("999", [caller(at: 0, handling: 300), caller(at: 10, handling: 5), caller(at: 20, handling: 5)]) {
          $0.overflow = .init(after: 30 * .second, teams: ["help"])
        }, channel("other", []),
      ],
      teams: [team("desk", "999", tours: [(0, 1_000)]), team("help", "other", tours: [(0, 1_000)])])
    #expect(
      contactStory(scenario).filter { !$0.contains("arrives") } == [
        "0: h0 answers c0 for 300", "10: c1 waits for ever", "20: c2 waits for ever",
        "40: c1 overflows from 0", "40: h1 answers c1 for 5", "45: h1 ends c1 as 0",
        "50: c2 overflows from 0", "50: h1 answers c2 for 5", "55: h1 ends c2 as 0", "300: h0 ends c0 as 0",
      ])
  }

  @Test func whoOverflowedWaitsForTheFirstOfEitherTeam() {
    let scenario = handMade(
      [
        channel("999", [caller(at: 0, handling: 300), caller(at: 10, handling: 5)]) {
          $0.overflow = .init(after: 30 * .second, teams: ["help"])
        }, channel("other", [caller(at: 0, handling: 100)]),
      ],
      teams: [team("desk", "999", tours: [(0, 1_000)]), team("help", "other", tours: [(0, 1_000)])])
    #expect(answers(scenario).last == "100: h1 answers c2 for 5")
  }

  @Test func whoGivesUpBeforeOverflowingLeavesTheNextOnesTimeAlone() {
    let scenario = handMade(
      [
        channel(
          "999",
          [caller(at: 0, handling: 300), caller(at: 10, patience: 15), caller(at: 20, handling: 5), caller(at: 21)]
        ) { $0.overflow = .init(after: 30 * .second, teams: ["help"]) },
        channel("other", []),
      ],
      teams: [team("desk", "999", tours: [(0, 1_000)]), team("help", "other", tours: [(0, 1_000)])])
    let overflows = contactStory(scenario).filter { $0.contains("overflows") }
    #expect(overflows == ["50: c2 overflows from 0", "51: c3 overflows from 0"])
  }

  @Test func aSurgeBorrowsATeamOnceTheQueueHasBeenTooLongForLongEnough() {
    var scenario = handMade(
      [
        channel("999", [0, 1, 2, 3].map { caller(at: $0, handling: 100) }), channel("chat", []),
      ],
      teams: [team("desk", "999", tours: [(0, 1_000)]), team("chat", "chat", tours: [(0, 1_000)])])
    scenario.surges = [
      Surge(id: "all hands", channel: "999", over: 1, lasting: 20 * .second, until: 0, teams: ["chat"])
    ]
    #expect(
      contactStory(scenario).filter { !$0.contains("arrives") && !$0.contains("waits") } == [
        "0: h0 answers c0 for 100",
        // Two wait from 2 on.
        "22: surge 0 begins", "22: h1 answers c1 for 100",
        "100: h0 ends c0 as 0", "100: h0 answers c2 for 100",
        "122: h1 ends c1 as 0", "122: h1 answers c3 for 100", "122: surge 0 ends",
        "200: h0 ends c2 as 0", "222: h1 ends c3 as 0",
      ])
  }

  @Test func aQueueThatIsTooLongForAMomentBorrowsNobody() {
    var scenario = handMade(
      [
        channel("999", [caller(at: 0, handling: 10), caller(at: 1), caller(at: 2)]), channel("chat", []),
      ],
      teams: [team("desk", "999", tours: [(0, 1_000)]), team("chat", "chat", tours: [(0, 1_000)])])
    scenario.surges = [
      Surge(id: "all hands", channel: "999", over: 1, lasting: 20 * .second, until: 0, teams: ["chat"])
    ]
    #expect(!contactStory(scenario).contains { $0.contains("surge") })
  }
}
