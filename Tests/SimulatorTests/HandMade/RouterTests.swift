import ContactCentre
import DiscreteEvents
import Testing

@Suite struct RouterTests {
  /// Who answers whom, in order.
  private func pairs(_ scenario: Scenario) -> [String] {
    run(scenario).filter { $0.kind == .contactAnswered }.map { "h\($0.resource) c\($0.subject)" }
  }

  @Test func priorityComesBeforeWaitingLonger() {
    let scenario = handMade(
      [channel("101", [caller(at: 1), caller(at: 2)]), channel("999", priority: 5, [caller(at: 3), caller(at: 4)])],
      teams: [team("desk", "101", "999", tours: [(10, 1_000)])])
    #expect(pairs(scenario) == ["h0 c2", "h0 c3", "h0 c0", "h0 c1"])
  }

  @Test func equalPrioritiesAreServedAsTheyCame() {
    let scenario = handMade(
      [channel("a", [caller(at: 2), caller(at: 3)]), channel("b", [caller(at: 1), caller(at: 3)])],
      teams: [team("desk", "a", "b", tours: [(10, 1_000)])])
    #expect(pairs(scenario) == ["h0 c0", "h0 c1", "h0 c2", "h0 c3"])
  }

  @Test func aLowerPriorityNobodyElseIsReadyForIsNotHeldUp() {
    let scenario = handMade(
      [channel("101", [caller(at: 20)]), channel("999", priority: 5, [caller(at: 10)])],
      teams: [team("desk", "101", tours: [(0, 1_000)])])
    #expect(pairs(scenario) == ["h0 c1"])
  }

  @Test func theLeastSkilledTeamIsAskedFirstThenTheOneListedFirst() {
    let calls = [caller(at: 10), caller(at: 11), caller(at: 12), caller(at: 13)]
    let scenario = handMade(
      [channel("a", calls), channel("b", [])],
      teams: [
        team("both", "a", "b", tours: [(0, 1_000)]), team("second", "a", tours: [(0, 1_000)]),
        team("third", "a", tours: [(0, 1_000)]),
      ])
    // Positions follow the order of teams; the fourth caller waits for the first who is free.
    #expect(pairs(scenario) == ["h1 c0", "h2 c1", "h0 c2", "h1 c3"])
  }

  @Test func theLongestIdleOfATeamIsAskedFirst() {
    let calls = [
      caller(at: 10, handling: 5), caller(at: 20, handling: 5), caller(at: 22, handling: 5),
      caller(at: 40, handling: 5), caller(at: 41, handling: 5),
    ]
    let scenario = handMade(
      [channel("a", calls)], teams: [team("desk", "a", tours: [(0, 1_000), (0, 1_000), (1, 999)])])
    #expect(pairs(scenario) == ["h0 c0", "h1 c1", "h2 c2", "h0 c3", "h1 c4"])
  }

  @Test func whoComesBackFromABreakHasBeenIdleSinceThen() {
    let shift = Shift(id: "day", start: 0, length: .hour, breaks: [.init(after: 10 * .second, length: 10 * .second)])
    var scenario = handMade([channel("a", [caller(at: 30)])], shifts: [shift])
    scenario.teams = [team("desk", "a", shift: "day")]
    scenario.teams[0].staff = .shifts([.init(shift: "day", heads: daily(1)), .init(shift: "plain", heads: daily(1))])
    scenario.shifts.append(Shift(id: "plain", start: 0, length: .hour))
    #expect(pairs(scenario) == ["h1 c0"])
  }

  @Test func chatsGoToWhoHoldsFewestThenToTheLeastSkilledTeam() {
    let chats = (0..<6).map { caller(at: 10 + Double($0), handling: 500) }
    let scenario = handMade(
      [channel("chat", .chat, chats), channel("a", [])],
      teams: [
        team("both", "chat", "a", concurrency: 2, slowdown: [1, 1], tours: [(0, 2_000)]),
        team("chat", "chat", concurrency: 3, slowdown: [1, 1, 1], tours: [(0, 2_000), (0, 2_000)]),
      ])
    #expect(pairs(scenario) == ["h1 c0", "h2 c1", "h0 c2", "h1 c3", "h2 c4", "h0 c5"])
  }

  @Test func amongEquallyBusyTheOneLongestSoIsAskedFirst() {
    let chats = [
      caller(at: 1, handling: 100), caller(at: 2, handling: 50), caller(at: 3, handling: 500),
      caller(at: 60, handling: 500), caller(at: 61, handling: 500),
    ]
    let scenario = handMade(
      [channel("chat", .chat, chats)],
      teams: [team("chat", "chat", concurrency: 3, slowdown: [1, 1, 1], tours: [(0, 2_000), (0, 2_000)])])
    // h1 is free from 52 on; at 61 both hold one: h0 holds c0 and c2 since 3.
    #expect(pairs(scenario) == ["h0 c0", "h1 c1", "h0 c2", "h1 c3", "h1 c4"])
  }
}
