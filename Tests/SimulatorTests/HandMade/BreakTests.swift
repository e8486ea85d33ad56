import ContactCentre
import DiscreteEvents
import Testing

@Suite struct BreakTests {
  /// One handler from 00:00 for an hour, with these breaks: (after, length) in seconds.
  private func scenario(_ breaks: [(Double, Double)], _ callers: [TraceRow]) -> Scenario {
    let shift = Shift(
      id: "hour", start: 0, length: .hour, breaks: breaks.map { .init(after: seconds($0.0), length: seconds($0.1)) })
    return handMade([channel("999", callers)], shifts: [shift], teams: [team("desk", "999", shift: "hour")])
  }

  @Test func aBreakBeginsWhenDueAndNobodyIsServedByIt() {
    #expect(
      story(scenario([(1_800, 600)], [caller(at: 1_900, handling: 5), caller(at: 2_400, handling: 5)])) == [
        "0: h0 signs on to team 0 for 3600",
        "1800: h0 breaks for 600",
        "1900: c0 arrives on 0", "1900: c0 waits for ever",
        // Coming back precedes arrivals, but not who waited longer.
        "2400: h0 returns", "2400: c1 arrives on 0", "2400: h0 answers c0 for 5", "2400: c1 waits for ever",
        "2405: h0 ends c0 as 0", "2405: h0 answers c1 for 5",
        "2410: h0 ends c1 as 0",
        "3600: h0 signs off",
      ])
  }

  @Test func aBreakDueDuringACallBeginsWhenTheCallIsOver() {
    #expect(
      story(scenario([(1_800, 600)], [caller(at: 1_790, handling: 20, wrapUp: 10), caller(at: 1_805, handling: 1)]))
        == [
          "0: h0 signs on to team 0 for 3600",
          "1790: c0 arrives on 0", "1790: h0 answers c0 for 20",
          "1800: h0 finishes up for a break",
          "1805: c1 arrives on 0", "1805: c1 waits for ever",
          "1810: h0 ends c0 as 0, wrap-up 10",
          "1820: h0 wraps up c0", "1820: h0 breaks for 600",
          "2420: h0 returns", "2420: h0 answers c1 for 1",
          "2421: h0 ends c1 as 0",
          "3600: h0 signs off",
        ])
  }

  @Test func aBreakDueAsACallEndsBeginsAtOnce() {
    #expect(
      handlerStory(scenario([(1_800, 600)], [caller(at: 1_790, handling: 10)])) == [
        "0: h0 signs on to team 0 for 3600", "1800: h0 breaks for 600", "2400: h0 returns", "3600: h0 signs off",
      ])
  }

  @Test func aBreakToTheEndOfTheTourEndsInSigningOff() {
    for length in [600.0, 1_200] {
      #expect(
        handlerStory(scenario([(3_000, length)], [])) == [
          "0: h0 signs on to team 0 for 3600", "3000: h0 breaks for 600", "3600: h0 signs off",
        ])
    }
  }

  @Test func aBreakDueAtOrAfterTheEndIsNeverTaken() {
    #expect(
      handlerStory(scenario([(3_600, 600)], [])) == ["0: h0 signs on to team 0 for 3600", "3600: h0 signs off"])
  }

  @Test func aBreakDueDuringAnotherIsMissed() {
    #expect(
      handlerStory(scenario([(1_800, 600), (2_100, 60), (2_400, 60)], [])) == [
        "0: h0 signs on to team 0 for 3600",
        "1800: h0 breaks for 600", "2400: h0 returns",
        // The third is due exactly now, so it is not missed.
        "2400: h0 breaks for 60", "2460: h0 returns",
        "3600: h0 signs off",
      ])
  }

  @Test func aBreakOfNoLengthIsOverAtOnce() {
    #expect(
      handlerStory(scenario([(1_800, 0)], [])) == [
        "0: h0 signs on to team 0 for 3600", "1800: h0 breaks for 0", "1800: h0 returns", "3600: h0 signs off",
      ])
  }

  @Test func aCallBeyondTheTourTakesTheBreakWithIt() {
    #expect(
      story(scenario([(1_800, 600)], [caller(at: 1_700, handling: 2_000)])) == [
        "0: h0 signs on to team 0 for 3600",
        "1700: c0 arrives on 0", "1700: h0 answers c0 for 2000",
        "1800: h0 finishes up for a break",
        "3700: h0 ends c0 as 0", "3700: h0 signs off",
      ])
  }

  @Test func aBreakDueAtTheSignOnIsTakenAtOnce() {
    #expect(
      story(scenario([(0, 60)], [caller(at: 0, handling: 5)])) == [
        "0: h0 signs on to team 0 for 3600", "0: h0 breaks for 60",
        "0: c0 arrives on 0", "0: c0 waits for ever",
        "60: h0 returns", "60: h0 answers c0 for 5",
        "65: h0 ends c0 as 0",
        "3600: h0 signs off",
      ])
  }

  @Test func whoIsInTheMiddleOfATourAsTheRunBeginsHasMissedEarlierBreaks() {
    let shift = Shift(
      id: "night", start: 22 * .hour, length: 8 * .hour,
      breaks: [.init(after: .hour, length: 10 * .minute), .init(after: 3 * .hour, length: 20 * .minute)])
    let scenario = handMade([channel("999", [])], shifts: [shift], teams: [team("desk", "999", shift: "night")])
    #expect(
      handlerStory(scenario) == [
        "0: h0 signs on to team 0 for 21600", "3600: h0 breaks for 1200", "4800: h0 returns", "21600: h0 signs off",
        "79200: h0 signs on to team 0 for 28800", "82800: h0 breaks for 600", "83400: h0 returns",
      ])
  }

  @Test func headsTakeTurnsOverTheSpreadOfABreak() {
    let shift = Shift(
      id: "day", start: 0, length: 8 * .hour,
      breaks: [.init(after: .hour, length: 10 * .minute, spread: .hour), .init(after: 4 * .hour, length: .minute)])
    var scenario = handMade([channel("999", [])], shifts: [shift], teams: [team("desk", "999", shift: "day")])
    scenario.teams[0].staff = .shifts([.init(shift: "day", heads: daily(3))])
    // The second head's turn is at 40,503 65,536ths of the spread, the third's at twice that, less the whole.
    #expect(
      handlerStory(scenario).filter { $0.contains("breaks") } == [
        "3600: h0 breaks for 600", "4449.792: h2 breaks for 600", "5824.896: h1 breaks for 600",
        // What is not spread is due for all at once.
        "14400: h0 breaks for 60", "14400: h1 breaks for 60", "14400: h2 breaks for 60",
      ])
    scenario.teams[0].staff = .shifts([.init(shift: "day", heads: daily(100))])
    let breaks = run(scenario).filter { $0.kind == .handlerWentOnBreak && $0.time < 3 * .hour }
    for tenth in 0..<10 {
      let due = 1 * Milliseconds.hour + Milliseconds(tenth) * 6 * .minute
      let count = breaks.count { (due..<due + 6 * .minute).contains($0.time) }
      #expect((9...11).contains(count))
    }
  }
}
