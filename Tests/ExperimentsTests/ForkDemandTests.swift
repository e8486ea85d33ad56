import Testing
import Watchroom

/// What a fork may change of who comes and of what is chosen before the queue, and what it may not.
@Suite struct ForkDemandTests {
  private func scenario(
    options: [String] = ["crime"], groups: [String] = ["frequent"],
    _ arrivals: Arrivals = .profile(ArrivalProfile(perYear: 1))
  ) -> Scenario {
    let stage = FrontStage(id: "menu", options: options.map { .init(id: $0, share: 0.1) })
    return Scenario(
      name: "fork", calendar: ScenarioCalendar(start: 1_704_067_200_000),
      channels: [Channel(id: "999", arrivals: arrivals, front: [stage], handling: .constant(60))],
      callers: groups.map { CallerGroup(id: $0, channels: [], callers: 5) })
  }

  @Test func whatEventsNameByNumberMustStay() {
    let base = scenario()
    #expect(
      scenario(options: ["crime", "officer"]).obstacle(toForking: base)?.path == "channels.999.front.menu.options")
    #expect(scenario(options: []).obstacle(toForking: base)?.path == "channels.999.front.menu.options")
    #expect(scenario(groups: ["rare"]).obstacle(toForking: base)?.path == "callers")
    #expect(scenario(groups: []).obstacle(toForking: base)?.path == "callers")
  }

  /// What came of a conversation is a number in an event, and what opens of it follows from its rule.
  @Test func outcomesStayWhatTheyAre() {
    func centre(_ outcomes: [Channel.Outcome]) -> Scenario {
      var centre = scenario()
      centre.channels[0].outcomes = outcomes
      return centre
    }
    let base = centre([.init(name: "P1", share: 0.2, grade: "P1"), .init(name: "advice", share: 0.8)])
    let path = "channels.999.outcomes"
    #expect(centre([.init(name: "advice", share: 0.8)]).obstacle(toForking: base)?.path == path)
    var other = base
    other.channels[0].outcomes[0].share = 0.5
    #expect(other.obstacle(toForking: base) == nil)
    other.channels[0].outcomes[0].opens = .constant(60)
    #expect(other.obstacle(toForking: base)?.path == "\(path).P1.opens")
    other.channels[0].outcomes[0].grade = nil
    #expect(other.obstacle(toForking: base)?.path == "\(path).P1.grade")
  }

  @Test func sharesRatesAndDeterrenceMayChange() {
    let base = scenario()
    var other = scenario(.profile(ArrivalProfile(perYear: 1, scale: 3)))
    other.channels[0].front[0].options[0].contains = 0.5
    other.channels[0].front[0].options[0].share = 0.9
    other.callers[0].deterred = 0.5
    #expect(other.obstacle(toForking: base) == nil)
  }
}
