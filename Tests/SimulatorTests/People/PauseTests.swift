import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

/// Breaks with cover, and closures of a site.
@Suite struct PauseTests {
  /// Some handlers from 00:00 for an hour.
  private func scenario(
    heads: Int, breaks: [Shift.Break] = [], closed: [(Double, Double)] = [], _ callers: [TraceRow] = []
  ) -> Scenario {
    var scenario = handMade(
      [channel("999", callers)], shifts: [Shift(id: "hour", start: 0, length: .hour, breaks: breaks)],
      teams: [Team(id: "desk", answers: ["999"], staff: .shifts([.init(shift: "hour", heads: daily(heads))]))])
    scenario.sites = [
      Site(id: "house", closures: closed.map { .init(from: monday + seconds($0.0), to: monday + seconds($0.1)) })
    ]
    if !closed.isEmpty { scenario.teams[0].site = "house" }
    return scenario
  }

  private func pause(after: Double, length: Double = 600, cover: Int) -> Shift.Break {
    .init(after: seconds(after), length: seconds(length), cover: cover)
  }

  private func between(_ scenario: Scenario) -> [String] {
    handlerStory(scenario).filter { !$0.contains("signs on") && !$0.contains("signs off") }
  }

  @Test func aBreakWaitsUntilEnoughStay() {
    #expect(
      between(scenario(heads: 2, breaks: [pause(after: 1_800, cover: 1)])) == [
        "1800: h0 breaks for 600", "1800: h1 puts a break off for 300", "2100: h1 puts a break off for 300",
        "2400: h0 returns", "2400: h1 breaks for 600", "3000: h1 returns",
      ])
    #expect(
      between(scenario(heads: 3, breaks: [pause(after: 1_800, cover: 1)])).filter { $0.contains("breaks") } == [
        "1800: h0 breaks for 600", "1800: h1 breaks for 600", "2400: h2 breaks for 600",
      ])
  }

  /// It is asked for a last time when it could still end with the tour.
  @Test func aBreakLapsesThatCouldNotEndWithTheTour() {
    #expect(
      between(scenario(heads: 2, breaks: [pause(after: 2_700, cover: 1)])) == [
        "2700: h0 breaks for 600", "2700: h1 puts a break off for 300", "3000: h1 puts a break off for ever",
        "3300: h0 returns",
      ])
    #expect(
      between(
        scenario(
          heads: 1, breaks: [pause(after: 3_000, length: 60, cover: 1), pause(after: 3_400, length: 60, cover: 0)]))
        == [
          "3000: h0 puts a break off for 300", "3300: h0 puts a break off for ever", "3400: h0 breaks for 60",
          "3460: h0 returns",
        ])
  }

  @Test func whoseBreakIsPutOffGoesOnTakingCalls() {
    let scenario = scenario(
      heads: 1, breaks: [pause(after: 1_800, cover: 1)],
      [caller(at: 1_790, handling: 100), caller(at: 1_795, handling: 50)])
    #expect(
      story(scenario).filter { $0.contains("h0") } == [
        "0: h0 signs on to team 0 for 3600", "1790: h0 answers c0 for 100", "1800: h0 puts a break off for 300",
        "1890: h0 ends c0 as 0", "1890: h0 answers c1 for 50", "1940: h0 ends c1 as 0",
        "2100: h0 puts a break off for 300", "2400: h0 puts a break off for 300", "2700: h0 puts a break off for 300",
        "3000: h0 puts a break off for ever", "3600: h0 signs off",
      ])
  }

  /// Somebody finishing up for a break counts as gone; and whoever has finished asks once more.
  @Test func coverIsAskedForWhenABreakBegins() {
    var scenario = scenario(
      heads: 1, breaks: [pause(after: 1_800, cover: 1)], [caller(at: 1_790, handling: 100)])
    scenario.shifts.append(Shift(id: "short", start: 0, length: 31 * .minute))
    scenario.teams[0].staff = .shifts([
      .init(shift: "hour", heads: daily(1)), .init(shift: "short", heads: daily(1)),
    ])
    #expect(
      Array(story(scenario).filter { $0.contains("h0") }.dropFirst(2)) == [
        "1800: h0 finishes up for a break", "1890: h0 ends c0 as 0",
        // The other went home at 1,860.
        "1890: h0 puts a break off for 300", "2190: h0 puts a break off for 300", "2490: h0 puts a break off for 300",
        "2790: h0 puts a break off for ever", "3600: h0 signs off",
      ])
  }

  @Test func aClosedSiteIsLeftAndComeBackTo() {
    let scenario = scenario(
      heads: 2, closed: [(1_800, 2_400)],
      [caller(at: 1_790, handling: 20, wrapUp: 5), caller(at: 1_900, handling: 10)])
    #expect(
      story(scenario) == [
        "0: h0 signs on to team 0 for 3600", "0: h1 signs on to team 0 for 3600",
        "1790: c0 arrives on 0", "1790: h0 answers c0 for 20",
        "1800: h0 finishes up for a break", "1800: h1 breaks for 600",
        "1810: h0 ends c0 as 0, wrap-up 5", "1815: h0 wraps up c0", "1815: h0 breaks for 585",
        "1900: c1 arrives on 0", "1900: c1 waits for ever",
        "2400: h0 returns", "2400: h1 returns", "2400: h0 answers c1 for 10", "2410: h0 ends c1 as 0",
        "3600: h0 signs off", "3600: h1 signs off",
      ])
    #expect(run(scenario).allSatisfy { $0.kind != .handlerWentOnBreak || $0.isClosed })
  }

  @Test func whoStartsAtAClosedSiteWaitsOutside() {
    #expect(
      handlerStory(scenario(heads: 1, closed: [(-60, 100), (100, 300), (3_000, 9_000)])) == [
        "0: h0 signs on to team 0 for 3600", "0: h0 breaks for 300", "300: h0 returns",
        "3000: h0 breaks for 600", "3600: h0 signs off",
      ])
  }

  @Test func aCallThatOutlastsAClosureGoesOn() {
    #expect(
      between(scenario(heads: 1, closed: [(1_800, 2_400)], [caller(at: 1_700, handling: 1_000)])) == [
        "1800: h0 finishes up for a break", "2700: h0 breaks for 0", "2700: h0 returns",
      ])
  }

  /// A break due while the site is closed is missed; one before or after is taken.
  @Test func aClosureGoesBeforeABreak() {
    let breaks = [1_000.0, 1_900, 3_000].map { pause(after: $0, length: 60, cover: 0) }
    #expect(
      between(scenario(heads: 1, breaks: breaks, closed: [(1_800, 2_400)])) == [
        "1000: h0 breaks for 60", "1060: h0 returns", "1800: h0 breaks for 600", "2400: h0 returns",
        "3000: h0 breaks for 60", "3060: h0 returns",
      ])
  }

  @Test func otherSitesStayOpen() {
    var scenario = scenario(heads: 1, closed: [(1_800, 2_400)])
    scenario.sites.append(Site(id: "elsewhere"))
    scenario.teams[0].site = "elsewhere"
    #expect(between(scenario) == [])
  }

  /// A plan that takes over after a closure began closes the site at once; time never goes back.
  @Test func aForkMayCloseASite() {
    var closed = scenario(heads: 1, closed: [(1_800, 4_000)])
    closed.channels = [channel("999", [caller(at: 2_000, handling: 30), caller(at: 2_100, handling: 30)])]
    var base = closed
    base.teams[0].site = nil
    let past = run(base).prefix { $0.time <= seconds(2_050) }
    #expect(story(Array(past)).last == "2030: h0 ends c0 as 0")
    var fork = Simulation(plan: Plan(closed), seed: 1, replication: 0, resuming: makeLog(past))
    #expect(
      story(rest(of: &fork)) == [
        "2030: h0 breaks for 1570", "2100: c1 arrives on 0", "2100: c1 waits for ever", "3600: h0 signs off",
      ])
  }
}
